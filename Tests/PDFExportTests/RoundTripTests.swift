import Core
import Display
import Fonts
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

/// The file of the two sample pages.
func sampleFile(_ form: FileForm = .compact(level: 6), workers: Int = 1) async throws -> PDFFile {
  let icc = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
  let (composer, _) = try Sample.composed()
  let outcome = try await export(
    composer.list, fonts: composer.book, profile: .web, icc: icc, form: form, workers: workers)
  #expect(outcome.warnings.isEmpty)
  return outcome.value
}

/// Whether two texts are the same scalars; Swift's `==` holds é and e + U+0301 for equal.
func sameScalars(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

@Suite struct RoundTripTests {
  @Test(arguments: [FileForm.compact(level: 6), .pretty])
  func tagsGiveBackTheTextExactly(form: FileForm) async throws {
    let file = try await sampleFile(form)
    let tagged = try PDFReader(file.bytes).taggedText()
    // Blocks without block children: what a reader hears as one piece.
    let pieces: Set = ["H1", "H2", "P", "LI", "Figure", "TH", "TD", "Note"]
    var told: [String] = []
    for (position, element) in tagged.elements.enumerated() where pieces.contains(element.type) {
      var parent = element.parent
      var isInside = false
      while let above = parent {
        if pieces.contains(tagged.elements[above].type) { isInside = true }
        parent = tagged.elements[above].parent
      }
      if !isInside { told.append(tagged.text(of: position)) }
    }
    let wanted = try Sample.composed().texts
    #expect(told.count == wanted.count)
    for (a, b) in zip(told, wanted) { #expect(sameScalars(a, b), "\(a) | \(b)") }
  }

  @Test func everyMarkIsClaimedOnce() async throws {
    let tagged = try PDFReader(try await sampleFile().bytes).taggedText()
    #expect(tagged.disputed.isEmpty)
    #expect(tagged.pages.allSatisfy { $0.unmarked.isEmpty })
    #expect(tagged.pages[0].artifacts == ["Plán 2025–2027", "", "i"])
    #expect(tagged.pages[1].artifacts == ["Plán 2025–2027", "1"])
  }

  @Test func structureIsTheTreeWithoutOrnaments() async throws {
    let tagged = try PDFReader(try await sampleFile().bytes).taggedText()
    try expectGolden(tagged.dump(), "Tests/Goldens/PDFExport/sample.tags.txt")
  }

  @Test func objectsKnowTheirNodes() async throws {
    let file = try await sampleFile()
    let (composer, _) = try Sample.composed()
    let tagged = try PDFReader(file.bytes).taggedText()
    #expect(file.facts.elements == tagged.elements.count)
    for element in tagged.elements {
      let node = try #require(file.facts.node(ofObject: element.object))
      #expect(composer.elements[node.int].type.rawValue == element.type)
    }
    #expect(file.facts.node(ofObject: 1) == nil)
    #expect(file.facts.node(ofObject: file.facts.objects + 1_000) == nil)
  }

  @Test func commonReadersGiveTheText() async throws {
    let file = try await sampleFile()
    try withTemporaryFolder { folder in
      let path = try folder.write(file.bytes, to: "sample.pdf")
      let check = try runTool("qpdf", ["--check", path])
      #expect(check.status == 0, "\(check.text)\(check.errors)")
      let text = try runTool("pdftotext", ["-enc", "UTF-8", path, "-"])
      #expect(text.errors.isEmpty)
      // pdftotext turns no-break spaces into spaces; ligatures and hyphens are what may go wrong.
      for words in ["V obci fijí flétny a office", "Frýdek\u{AD}", "-Místek", "234\u{2011}5"] {
        #expect(text.text.unicodeScalars.contains(words.unicodeScalars), "\(words)")
      }
    }
  }

  @Test func bytesDoNotDependOnWorkers() async throws {
    var composer = try Composer()
    let root = composer.add(.document)
    for number in 0..<40 {
      composer.newPage()
      let node = composer.add(.paragraph, under: root)
      composer.set(
        "Strana \(number) → příklad", for: .node(node), x: .pt(40), y: .pt(60),
        face: FaceID(number % 3))
    }
    let icc = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
    var files: [[UInt8]] = []
    for workers in [1, 2, 7] {
      files.append(
        try await export(
          composer.list, fonts: composer.book, profile: .web, icc: icc, workers: workers
        ).value.bytes)
    }
    #expect(files[0] == files[1] && files[0] == files[2])
    #expect(try PDFReader(files[0]).pages().count == 40)
  }
}

extension Collection where Element: Equatable {
  /// Whether `part` stands somewhere in one piece.
  func contains(_ part: some Collection<Element>) -> Bool { firstRange(of: part) != nil }
}
