import Core
import Display
import Fonts
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

@Suite struct ContentTests {
  /// A small page with every operator.
  private func page() throws -> Composer {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    let paragraph = composer.add(.paragraph, under: root)
    let strong = composer.add(.span, under: paragraph)
    composer.fill(
      Rect(x: .pt(40), y: .pt(52), width: .pt(100), height: .pt(12)),
      Colour(screen: 0xEEF2F6, cyan: 5, magenta: 2, yellow: 0, black: 0), for: .artifact(.layout))
    var x = composer.set("ab ", for: .node(paragraph), x: .pt(40), y: .pt(60))
    x = composer.set("cd", for: .node(strong), x: x, y: .pt(60), face: Composer.sans)
    composer.set(" ba", for: .node(paragraph), x: x, y: .pt(60))
    composer.set("ab", for: .node(paragraph), x: .pt(40), y: .pt(73))
    return composer
  }

  private func content(_ composer: Composer) async throws -> String {
    let bytes = try await export(
      composer.list, fonts: composer.book, profile: .web,
      icc: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), form: .pretty, workers: 1
    ).value.bytes
    let reader = try PDFReader(bytes)
    let page = try reader.pages()[0].page
    return String(decoding: try reader.data(of: page["Contents"]), as: UTF8.self)
  }

  /// A quarter against the clock about the corner, by a matrix worked out by hand: a point 10 pt
  /// along the lines and 5 pt down them stands 5 pt right of the corner and 10 pt above it.
  @Test func turnedMarksStandOnTheirSide() async throws {
    var composer = try page()
    let black = Colour.black
    let corner = Point(x: .pt(50), y: .pt(400))
    composer.pages[0].turned(about: corner) { page in
      page.paint(for: .artifact(.layout)) {
        $0.fill(Rect(x: .pt(10), y: .pt(5), width: .pt(100), height: .pt(2)), black)
      }
    }
    composer.fill(
      Rect(x: .pt(1), y: .pt(2), width: .pt(3), height: .pt(4)), black, for: .artifact(.layout))
    let turn = try #require(composer.pages[0].turn)
    #expect(turn.place(of: Point(x: .pt(10), y: .pt(5))) == Point(x: .pt(55), y: .pt(390)))
    #expect(
      turn.place(of: Rect(x: .pt(10), y: .pt(5), width: .pt(100), height: .pt(2)))
        == Rect(x: .pt(55), y: .pt(290), width: .pt(2), height: .pt(100)))
    let content = try await content(composer)
    // The page is 420 pt tall: (10, 415) on the upright page goes to (470 − 415, 20 + 10).
    #expect(content.contains("q 0 1 -1 0 470 20 cm"))
    #expect(content.contains("10 413 100 2 re f"))
    let lines = content.split(separator: "\n")
    let opened = lines.firstIndex { $0.hasSuffix(" cm") } ?? 0
    let closed = lines.firstIndex(of: "Q") ?? 0
    #expect(opened < closed)
    #expect(lines[closed...].contains("1 414 3 4 re f"))
  }

  /// A quarter with the clock: a point 10 pt along the lines and 5 pt down them stands 5 pt left of
  /// the corner and 10 pt below it.
  @Test func marksTurnWithTheClockToo() async throws {
    var composer = try page()
    composer.pages[0].turned(about: Point(x: .pt(250), y: .pt(20)), headTo: .right) { page in
      page.paint(for: .artifact(.layout)) {
        $0.fill(Rect(x: .pt(10), y: .pt(5), width: .pt(100), height: .pt(2)), .black)
      }
    }
    let turn = try #require(composer.pages[0].turn)
    #expect(turn.place(of: Point(x: .pt(10), y: .pt(5))) == Point(x: .pt(245), y: .pt(30)))
    #expect(
      turn.place(of: Rect(x: .pt(10), y: .pt(5), width: .pt(100), height: .pt(2)))
        == Rect(x: .pt(243), y: .pt(30), width: .pt(2), height: .pt(100)))
    // The page is 420 pt tall: (10, 415) on the upright page goes to (415 − 170, 400 − 10).
    let content = try await content(composer)
    #expect(content.contains("q 0 -1 1 0 -170 400 cm"))
    #expect(content.contains("10 413 100 2 re f"))
  }

  /// On the screen the page is shown so that what is turned stands upright.
  @Test func turnedPagesAreShownUpright() async throws {
    for (side, angle) in [(Turn.Side.left, 90), (.right, 270)] {
      var composer = try page()
      composer.pages[0].turned(about: Point(x: .pt(50), y: .pt(200)), headTo: side) { page in
        page.paint(for: .artifact(.layout)) {
          $0.fill(Rect(x: .pt(1), y: .pt(2), width: .pt(3), height: .pt(4)), .black)
        }
      }
      let bytes = try await export(
        composer.list, fonts: composer.book, profile: .web,
        icc: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), form: .pretty, workers: 1
      ).value.bytes
      #expect(String(decoding: bytes, as: UTF8.self).contains("/Rotate \(angle)"))
    }
  }

  @Test func contentSaysNothingTwice() async throws {
    try expectGolden(
      try await content(try page()), "Tests/Goldens/PDFExport/operators.content.txt")
  }

  @Test func prettyFilesCanBeReviewed() async throws {
    let composer = try page()
    let bytes = try await export(
      composer.list, fonts: composer.book, profile: .web,
      icc: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), form: .pretty, workers: 1
    ).value.bytes
    // Font programs and the colour profile are told by their dictionaries only; offsets follow.
    var told = ""
    let reader = try PDFReader(bytes)
    for number in 1..<reader.numberLimit {
      let object = try reader.object(number)
      guard object != .null, case .dictionary = object else { continue }
      told += "\(number): \(shown(object))\n"
    }
    try expectGolden(told, "Tests/Goldens/PDFExport/operators.objects.txt")
  }

  private func shown(_ object: PDFObject) -> String {
    switch object {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .string(let bytes): "(\(TextString.decoded(bytes)))"
    case .name(let name): "/\(name)"
    case .array(let list): "[" + list.map(shown).joined(separator: " ") + "]"
    case .reference(let reference): "\(reference.number) R"
    case .dictionary(let entries), .stream(let entries, _):
      "<<" + entries.entries.map { "/\($0.key) \(shown($0.value))" }.joined(separator: " ") + ">>"
    }
  }

  /// Follows the text operators and tells where each shown string begins, in points.
  private func pens(_ content: String, widths: (String, Int) -> Int) -> [(x: Double, y: Double)] {
    var places: [(x: Double, y: Double)] = []
    var font = ""
    var size = 0.0
    var lineX = 0.0
    var lineY = 0.0
    var pen = 0.0
    var wordSpace = 0.0
    var scale = 1.0
    var apart = 0.0
    var leading = 0.0
    for line in content.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.last {
      case "BT": (lineX, lineY, pen) = (0, 0, 0)
      case "Tf":
        font = String(words[0])
        size = Double(words[1]) ?? 0
      case "Tz": scale = (Double(words[0]) ?? 0) / 100
      case "Tw": wordSpace = Double(words[0]) ?? 0
      case "Tc": apart = Double(words[0]) ?? 0
      case "T*":
        lineY -= leading
        pen = lineX
      case "Td", "TD":
        if words.last == "TD" { leading = -(Double(words[1]) ?? 0) }
        lineX += Double(words[0]) ?? 0
        lineY += Double(words[1]) ?? 0
        pen = lineX
      default:
        guard line.hasSuffix("Tj") || line.hasSuffix("TJ") else { continue }
        var number = ""
        var digits = ""
        var isInside = false
        for character in line.dropLast(2) {
          switch character {
          case "<":
            pen -= (Double(number) ?? 0) * size / 1_000 * scale
            number = ""
            isInside = true
          case ">":
            isInside = false
          case "[", "]": break
          default:
            guard isInside else {
              number.append(character)
              continue
            }
            digits.append(character)
            if digits.count == 2 {
              places.append((pen, lineY))
              let code = Int(digits, radix: 16) ?? 0
              pen += (Double(widths(font, code)) * size / 1_000 + apart) * scale
              if code == 32 { pen += wordSpace * scale }
              digits = ""
            }
          }
        }
      }
    }
    return places
  }

  @Test(
    "Rounding never adds up, letters fitted to the line or not",
    arguments: [
      LetterFit.natural, LetterFit(scale: 173), LetterFit(scale: -200, apart: .milliPoints(-50)),
      LetterFit(scale: 199, apart: .milliPoints(30)),
    ])
  func roundingNeverAddsUp(fit: LetterFit) async throws {
    // A long line in a face of 2048 units to the em, where each width is rounded, with
    // justification that is no whole thousandth of the em.
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage(width: .pt(1_200))
    let node = composer.add(.paragraph, under: root)
    let text = Array(repeating: "gam wor", count: 20).joined(separator: " ")
    let size = Length.milliPoints(10_300)
    let stretch = Length(sp: 54_321)
    composer.set(
      text, for: .node(node), x: Length(sp: 2_621_777), y: .pt(60), face: Composer.fallback,
      size: size, stretch: stretch, fit: fit)
    let face = composer.book[Composer.fallback]
    let bytes = try await export(
      composer.list, fonts: composer.book, profile: .web,
      icc: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), form: .pretty, workers: 1
    ).value.bytes
    let reader = try PDFReader(bytes)
    let page = try reader.pages()[0].page
    let content = String(decoding: try reader.data(of: page["Contents"]), as: UTF8.self)
    // Codes follow glyph numbers, so the widths can be had from the glyphs in use.
    let used = Set(text.unicodeScalars.compactMap { face.glyph(for: $0.value) }).sorted()
    let widths =
      [0]
      + used.map {
        Int(Length.rounded(Int64(face.advance(of: $0)) * 1_000, over: Int64(face.unitsPerEm)))
      }
    // The space is written as 32, whatever its glyph.
    let space = try #require(face.glyph(for: 0x20).flatMap(used.firstIndex)) + 1
    #expect(content.contains(" Tw\n"))
    #expect(content.contains(" Tz\n") == (fit.scale != 0))
    #expect(content.contains(" Tc\n") == (fit.apart != .zero))
    let places = pens(content) { _, code in widths[code == 32 ? space : code] }
    let glyphs = composer.pages[0].glyphs
    #expect(places.count == glyphs.count)
    var wanted = Int64(2_621_777)
    for (place, glyph) in zip(places, glyphs) {
      let points = Double(wanted) / 65_536
      // Five and a half thousandths of the em, and nothing more at the end than at the start.
      #expect(
        abs(place.x - points) <= 0.0567 * Double(10_000 + abs(fit.scale)) / 10_000,
        "\(place.x) \(points)")
      #expect(place.y == 360)
      wanted += Int64(glyph.advance)
    }
  }

  @Test func replacedClustersTellTheirCharacters() async throws {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    let node = composer.add(.paragraph, under: root)
    // A letter and a mark that no face composes, and a glyph of many characters.
    composer.set("q\u{30C}\u{323} dál", for: .node(node), x: .pt(40), y: .pt(60), face: FaceID(2))
    let glyph = try #require(composer.book[Composer.serif].glyph(for: 0x2A))
    let words = Array("velmi dlouhý shluk".utf8)
    composer.pages[0].paint(for: .node(node)) { brush in
      brush.glyphs(
        face: Composer.serif, size: .pt(10), at: Point(x: .pt(40), y: .pt(80)), colour: .black,
        glyphs: [
          Glyph(id: glyph, textLength: UInt16(words.count), text: 0, advance: 400_000, dy: 65_536),
          Glyph(id: glyph, textLength: 0, text: UInt32(words.count), advance: 400_000),
        ][...], text: words[...])
    }
    let tagged = try PDFReader(try await exported(composer)).taggedText()
    #expect(sameScalars(tagged.text(of: 0), "q\u{30C}\u{323} dálvelmi dlouhý shluk"))
    let content = try await content(composer)
    #expect(content.contains("1 Ts\n") && content.contains("0 Ts\n"))
    #expect(content.contains("/Span<</ActualText"))
  }

  @Test func ownersNeverShareASequence() async throws {
    let tagged = try PDFReader(try await exported(try page())).taggedText()
    #expect(tagged.pages[0].sequences.map { $0 ?? "" } == ["ab ", "cd", " baab"])
    #expect(tagged.text(of: 0) == "ab cd baab")
  }
}
