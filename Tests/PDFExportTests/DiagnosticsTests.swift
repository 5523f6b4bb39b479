import Core
import Display
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

/// One page with one paragraph, to be spoiled by each fixture.
private func page(_ spoil: (inout Composer, NodeID) -> Void) throws -> Composer {
  var composer = try Composer()
  let root = composer.add(.document)
  composer.newPage()
  let paragraph = composer.add(.paragraph, under: root)
  composer.set("Text", for: .node(paragraph), x: .pt(40), y: .pt(60))
  spoil(&composer, paragraph)
  return composer
}

/// The findings of a build, whether it came out or not.
private func findings(
  _ composer: Composer, profile: Profile = .web, origins: [SourceSpan?] = []
) async throws -> (found: [Diagnostic], isWritten: Bool) {
  let icc = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
  do {
    let outcome = try await export(
      composer.list, fonts: composer.book, profile: profile, icc: icc, origins: origins, workers: 2)
    return (outcome.warnings, true)
  } catch {
    return (error.diagnostics, false)
  }
}

@Suite struct DiagnosticsTests {
  private let grey = Colour(screen: 0x999999, cyan: 0, magenta: 0, yellow: 0, black: 50)

  @Test func aGoodPageSaysNothing() async throws {
    let (found, isWritten) = try await findings(try page { _, _ in })
    #expect(found.isEmpty && isWritten)
  }

  @Test func p01ContrastOnPaper() async throws {
    let composer = try page { composer, node in
      // Told once for a pair of colours, however often it occurs.
      for y in [80, 100] {
        composer.set("šedá", for: .node(node), x: .pt(40), y: .pt(y), colour: grey)
      }
    }
    let place = SourceSpan(file: FileID(0), start: 3, end: 9)
    let (found, isWritten) = try await findings(composer, origins: [nil, place])
    #expect(found.map(\.kind) == [PDFExportDiagnostics.contrast] && isWritten)
    #expect(found.first?.at == place)
    #expect(found.first?.message.en.contains("2.84:1") == true)
  }

  @Test func p01ContrastIsMeasuredAgainstTheGroundPainted() async throws {
    let dark = Colour(screen: 0x222222, cyan: 0, magenta: 0, yellow: 0, black: 90)
    let composer = try page { composer, node in
      let bar = Rect(x: .pt(30), y: .pt(80), width: .pt(200), height: .pt(20))
      composer.fill(bar, dark, for: .artifact(.layout))
      composer.set("bílá", for: .node(node), x: .pt(40), y: .pt(94), colour: .white)
      composer.set("černá", for: .node(node), x: .pt(140), y: .pt(94))
      // Sticks out of the bar, so the paper is its ground.
      composer.set("bílá", for: .node(node), x: .pt(220), y: .pt(94), colour: .white)
    }
    let (found, _) = try await findings(composer)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.contrast, PDFExportDiagnostics.contrast])
    #expect(found.map { $0.message.en.contains("#222222") } == [true, false])
    #expect(found.last?.message.en.contains("#FFFFFF on #FFFFFF") == true)
  }

  @Test func p01GroundMayBeAnOutline() async throws {
    let composer = try page { composer, node in
      composer.pages[0].paint(for: .artifact(.layout)) { brush in
        brush.path(
          [
            .move(Point(x: .pt(30), y: .pt(80))), .line(Point(x: .pt(200), y: .pt(80))),
            .line(Point(x: .pt(200), y: .pt(100))), .line(Point(x: .pt(30), y: .pt(100))), .close,
          ], .fill(.black))
      }
      composer.set("bílá", for: .node(node), x: .pt(40), y: .pt(94), colour: .white)
    }
    #expect(try await findings(composer).found.isEmpty)
  }

  @Test func p01DecorationMayBePale() async throws {
    for (artifact, count) in [(Artifact.layout, 0), (.background, 0), (.header, 1), (.footer, 1)] {
      let composer = try page { composer, _ in
        composer.set("......", for: .artifact(artifact), x: .pt(40), y: .pt(80), colour: grey)
      }
      #expect(try await findings(composer).found.count == count)
    }
  }

  @Test func p02Size() async throws {
    var profile = Profile.web
    profile.maximalBytes = 1_000
    let (found, isWritten) = try await findings(try page { _, _ in }, profile: profile)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.size] && isWritten)
  }

  @Test func p03SilentLinkAndP09LinkOwner() async throws {
    let composer = try page { composer, node in
      let link = composer.add(.link, under: node)
      let end = composer.set("odkaz", for: .node(link), x: .pt(40), y: .pt(80))
      composer.link(
        .address("https://dacice.cz"), from: .pt(40), to: end, y: .pt(80), contents: " ",
        owner: link)
      composer.link(
        .address("https://dacice.cz"), from: .pt(40), to: end, y: .pt(80), contents: "Web",
        owner: node)
    }
    let (found, isWritten) = try await findings(composer)
    #expect(
      found.map(\.kind) == [PDFExportDiagnostics.silentLink, PDFExportDiagnostics.linkOwner])
    #expect(!isWritten)
  }

  @Test func p04SilentFigure() async throws {
    let composer = try page { composer, _ in
      let figure = composer.add(.figure, under: NodeID(0))
      composer.elements[figure.int].alternative = "  "
      let box = Rect(x: .pt(40), y: .pt(80), width: .pt(9), height: .pt(9))
      composer.fill(box, .black, for: .node(figure))
    }
    let (found, isWritten) = try await findings(composer)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.silentFigure] && !isWritten)
  }

  @Test func p05Untitled() async throws {
    let (found, isWritten) = try await findings(try page { composer, _ in composer.title = " " })
    #expect(found.map(\.kind) == [PDFExportDiagnostics.untitled] && !isWritten)
  }

  @Test func p06MissingGlyph() async throws {
    let composer = try page { composer, node in
      composer.set("漢", for: .node(node), x: .pt(40), y: .pt(80))
    }
    let (found, isWritten) = try await findings(composer)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.missingGlyph] && !isWritten)
    #expect(found.first?.message.en.contains("U+6F22") == true)
  }

  @Test func p07UntaggedOwner() async throws {
    let composer = try page { composer, _ in
      let ornament = composer.add(.none, under: NodeID(0))
      composer.set("ozdoba", for: .node(ornament), x: .pt(40), y: .pt(80))
    }
    let (found, isWritten) = try await findings(composer)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.untaggedOwner] && !isWritten)
  }

  @Test func p08PrivateUse() async throws {
    let composer = try page { composer, node in
      // DejaVu draws some characters of the private use area.
      composer.set("\u{F6C5}", for: .node(node), x: .pt(40), y: .pt(80), face: Composer.fallback)
    }
    let (found, isWritten) = try await findings(composer)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.privateUse] && !isWritten)
  }

  @Test func p10DeadLink() async throws {
    let composer = try page { composer, node in
      let link = composer.add(.link, under: node)
      let end = composer.set("odkaz", for: .node(link), x: .pt(40), y: .pt(80))
      composer.link(
        .anchor(AnchorID(7)), from: .pt(40), to: end, y: .pt(80), contents: "Příloha", owner: link)
    }
    let (found, isWritten) = try await findings(composer)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.deadLink] && !isWritten)
  }

  @Test func p11NoPages() async throws {
    var composer = try page { _, _ in }
    composer.pages = []
    let (found, isWritten) = try await findings(composer)
    #expect(found.map(\.kind) == [PDFExportDiagnostics.noPages] && !isWritten)
  }

  /// A picture on the page, in a figure.
  private func framed(_ picture: Picture) throws -> Composer {
    try page { composer, _ in
      let figure = composer.add(.figure, under: NodeID(0))
      composer.elements[figure.int].alternative = "Čtyři pole"
      composer.pictures = [picture]
      let box = Rect(x: .pt(40), y: .pt(80), width: .pt(80), height: .pt(60))
      composer.pages[0].paint(for: .node(figure)) {
        $0.image(ImageID(0), whole: box, visible: box)
      }
    }
  }

  @Test func p12BareInks() async throws {
    var picture = try testPicture("cmyk.jpg")
    #expect(try await findings(framed(picture)).found.isEmpty)
    picture.colourProfile = []
    let place = SourceSpan(file: FileID(0), start: 3, end: 9)
    let (found, isWritten) = try await findings(
      framed(picture), origins: [nil, nil, place])
    #expect(found.map(\.kind) == [PDFExportDiagnostics.bareInks] && !isWritten)
    #expect(found.first?.at == place)
    // What such pictures are made for may be assumed; that is embedded once.
    let coated = try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc")
    let composer = try framed(picture)
    let file = try await export(
      composer.list, fonts: composer.book, profile: .web,
      icc: Repository.bytes(of: "Fonts/ICC/sRGB.icc"), assumed: coated,
      form: .compact(level: 1), workers: 1)
    #expect(file.warnings == [])
    // A profile for other colours is none.
    picture.colourProfile = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
    #expect(try await !findings(framed(picture)).isWritten)
  }

  @Test func p13BrokenPicture() async throws {
    var picture = try testPicture("paleta.png")
    picture.bytes.removeLast(30)
    let (found, isWritten) = try await findings(framed(picture))
    #expect(found.map(\.kind) == [PDFExportDiagnostics.brokenPicture] && !isWritten)
  }

  @Test func everythingIsToldInOneRun() async throws {
    let composer = try page { composer, _ in
      composer.title = ""
      _ = composer.add(.figure, under: NodeID(0))
    }
    #expect(try await findings(composer).found.count == 2)
  }

  @Test func kindsAreDistinctAndBilingual() {
    let kinds = PDFExportDiagnostics.all
    #expect(kinds.map(\.code) == (1...18).map { $0 < 10 ? "P0\($0)" : "P\($0)" })
    #expect(kinds.allSatisfy { !$0.summary.cs.isEmpty && !$0.summary.en.isEmpty })
  }
}
