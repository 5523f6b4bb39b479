import Core
import Layout
import Manuscript
import Style
import Testing

/// Every kind of finding, triggered.
@Suite struct DiagnosticTests {
  private func kinds(_ findings: [Diagnostic]) -> Set<String> { Set(findings.map(\.kind.code)) }

  @Test func codesAreDistinct() {
    #expect(Set(LayoutDiagnostics.all.map(\.code)).count == LayoutDiagnostics.all.count)
  }

  @Test func aLetterWiderThanTheMeasure() async throws {
    var design = DesignBook.small
    design.paragraphs[0].text.size = .pt(300)
    let document = try Press.document { $0.node(.paragraph) { $0.text("W") } }
    let findings = try await Press.findings(document, design: design)
    #expect(kinds(findings) == ["L01"])
    #expect(findings[0].message.en.contains("“W”"))
    #expect(findings[0].message.cs.contains(",") && findings[0].message.cs.contains("mm širší"))
  }

  /// The space at which a line is broken, or with which a paragraph ends, exceeds nothing: a letter is
  /// told only if it is itself wider than the measure.
  @Test func spacesAtTheEndsOfLinesExceedNothing() async throws {
    var design = DesignBook.small
    var told: Set<Bool> = []
    for size in stride(from: 150, through: 240, by: 10) {
      design.paragraphs[0].text.size = .pt(size)
      var found: [Bool] = []
      for text in ["W", "W ", "W W", "W W "] {
        let document = try Press.document { $0.node(.paragraph) { $0.text(text) } }
        found.append(try await kinds(Press.findings(document, design: design)).contains("L01"))
      }
      #expect(found[0] || !found.contains(true), "\(size): \(found)")
      told.insert(found[0])
    }
    #expect(told == [false, true])
  }

  @Test func aPictureTallerThanThePage() async throws {
    var design = DesignBook.small
    design.page.trim.height = .pt(180)
    let document = try Press.document { builder in
      let artwork = builder.artwork(.points([MapPoint(east: 0, north: 0, weight: 1)]))
      builder.node(.figure(artwork), alternative: "Mapa") { _ in }
    }
    #expect(try await kinds(Press.findings(document, design: design)) == ["L03"])
  }

  @Test func aPictureTooCoarseForItsSize() async throws {
    func found(pixels: Int, width: PictureWidth) async throws -> [Diagnostic] {
      let document = try Press.document { builder in
        let image = builder.picture(PictureTests.picture(width: pixels, height: pixels / 2))
        let artwork = builder.artwork(.image(image, width: width, crop: .none))
        builder.node(.figure(artwork), alternative: "Náměstí")
      }
      return try await Press.findings(document)
    }
    // The column is 180 pt wide: two and a half inches.
    #expect(try await found(pixels: 500, width: .column(1_000)).isEmpty)
    #expect(try await found(pixels: 250, width: .column(500)).isEmpty)
    let findings = try await found(pixels: 400, width: .column(1_000))
    #expect(kinds(findings) == ["L20"])
    #expect(findings[0].message.cs.contains("„obrazky/a.jpg“ má na své místo jen 160 bodů"))
    #expect(findings[0].fix.cs.contains("50,8\u{A0}mm"))
    // A picture that would be sharp as a stamp only is not advised to become one.
    let tiny = try await found(pixels: 4, width: .column(1_000))
    #expect(tiny[0].fix.cs == "Dodejte větší soubor: tento by byl ostrý jen do šířky 0,5\u{A0}mm.")
  }

  @Test func aCharacterThatNoFontHas() async throws {
    let document = try Press.document { $0.node(.paragraph) { $0.text("Znak 漢 chybí.") } }
    let findings = try await Press.findings(document)
    #expect(kinds(findings) == ["L04"])
    #expect(findings[0].message.cs.contains("U+6F22"))
    #expect(findings[0].isError)
    // Whoever knows the sources points to the letter itself.
    #expect(findings[0].words == "漢")
  }

  /// A title longer than its field on the cover is refused, never cut off or printed elsewhere.
  @Test func aTitleTallerThanItsField() async throws {
    var design = DesignBook.small
    let field = Rect(x: .pt(30), y: .pt(40), width: .pt(200), height: .pt(60))
    design.paragraphs[1].frame = Frame(area: field, stand: .foot)
    func found(_ words: Int) async throws -> [Diagnostic] {
      let document = try Press.document { builder in
        builder.node(.heading(level: 1)) { $0.text(Press.words(words)) }
        builder.node(.heading(level: 2)) { $0.text("Druhý") }
        builder.node(.paragraph) { $0.text("Text.") }
      }
      return try await Press.findings(document, design: design)
    }
    // Two lines and one, 18 pt each, with the white between them, just fit.
    #expect(try await found(3).isEmpty)
    let findings = try await found(40)
    #expect(kinds(findings) == ["L08"])
    #expect(findings[0].isError && findings[0].message.cs.contains("obec"))
  }

  @Test func aDesignWithoutAStyle() async throws {
    let document = try Press.document { builder in
      builder.node(.heading(level: 5)) { $0.text("Neznámý") }
    }
    #expect(try await kinds(Press.findings(document)) == ["L06"])
  }

  @Test func aDesignWithoutStyles() async throws {
    var design = DesignBook.small
    design.paragraphs = []
    design.paragraphKeys = [:]
    let document = try Press.document { $0.node(.paragraph) { $0.text("Text") } }
    #expect(try await kinds(Press.findings(document, design: design)) == ["L07"])
    design = .small
    design.page.top = .pt(500)
    #expect(try await kinds(Press.findings(document, design: design)) == ["L07"])
    design = ColumnTests.design(3)
    design.boxes[0].gap = .pt(300)
    #expect(try await kinds(Press.findings(document, design: design)) == ["L07"])
  }

  /// A page number that, printed, pushes its own target to the next page and back: the breaker
  /// moves the target as the paragraph before it grows from one line to two.
  @Test func pageNumbersThatNeverSettle() async throws {
    let place = SourceSpan(file: FileID(0), start: 3, end: 9)
    let document = try Press.document(.frontMatter) { builder in
      builder.node(.paragraph, origin: place) { paragraph in
        paragraph.text(String(repeating: "m", count: 12) + " ")
        for _ in 0..<6 { paragraph.pageNumber(of: "cil") }
      }
      for _ in 0..<3 { builder.node(.paragraph) { $0.text("Řádek.") } }
      builder.node(.paragraph, anchor: "cil") { $0.text("Cíl.") }
    }
    var found: [Diagnostic] = []
    // The measure at which the number decides the length of the line is looked for.
    for width in stride(from: 60, to: 130, by: 2) {
      var design = DesignBook.small
      design.page.textWidth = .pt(width)
      found += try await Press.findingsWhenPagesFlip(document, design: design)
        .filter { $0.kind.code == "L05" }
    }
    // It names the reference, what it points to, both numbers, and where it stands.
    let finding = try #require(found.first)
    #expect(finding.at == place)
    #expect(finding.message.cs.contains("„Cíl.“") && finding.message.cs.contains("mmmm"))
    #expect(finding.message.en.contains("page i printed") || finding.message.en.contains("page v"))
  }

  /// Numbers that grow by a digit and move a line: 9 to 10, 99 to 100, viii to ix. The pages settle
  /// in two passes, and what is printed is where it is, at any measure.
  @Test(arguments: [(8, PartKind.frontMatter), (10, .chapter), (100, .chapter)])
  func numbersSettleWhereTheyGrow(_ pages: Int, _ kind: PartKind) async throws {
    for words in 4..<10 {
      let document = try Press.document(kind) { builder in
        // A list of references in front, each as long as fits or a digit longer.
        for target in 0..<6 {
          builder.node(.paragraph) { paragraph in
            paragraph.text(Press.words(words + target * 2, from: target) + " na straně ")
            paragraph.reference(to: "cil\(target)") { $0.pageNumber(of: "cil\(target)") }
            paragraph.text(".")
          }
        }
        for leaf in 0..<pages + 3 {
          let isTarget = leaf >= pages - 3
          builder.node(.paragraph, anchor: isTarget ? "cil\(leaf - pages + 3)" : nil) {
            $0.text(Press.words(40, from: leaf))
          }
          for line in 0..<20 { builder.node(.paragraph) { $0.text("Řádek \(line).") } }
        }
      }
      let outcome = try await Press.lay(document)
      #expect(outcome.warnings == [])
      expectSound(outcome.value.pages, document)
    }
  }
}
