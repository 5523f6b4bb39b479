import Core
import PDFSyntax
import SazbaTesting
import Testing

/// Why a file cannot be read, or nothing.
private func reason(
  _ bytes: [UInt8], limits: ReadLimits = ReadLimits(),
  _ use: (PDFReader) throws -> Void = { _ in }
) -> PDFFailure.Reason? {
  do {
    try use(try PDFReader(bytes, limits: limits))
    return nil
  } catch let failure as PDFFailure {
    #expect(!failure.message.cs.isEmpty && !failure.message.en.isEmpty)
    return failure.reason
  } catch {
    Issue.record("another error: \(error)")
    return nil
  }
}

private let catalog = "<</Type/Catalog/Pages 2 0 R>>"

@Suite struct ReaderTests {
  @Test func handmadeFileIsRead() throws {
    let reader = try PDFReader(
      handmade([
        catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/Resources<<>>/Contents 4 0 R>>",
        "<</Length 5 0 R>>\nstream\n(x)Tj\nendstream", "5",
      ]))
    #expect(try reader.pages().map(\.number) == [3])
    #expect(try reader.data(of: .reference(Reference(4))) == Array("(x)Tj".utf8))
  }

  @Test(arguments: [
    ("12", "12"), ("-3.50", "-3.5"), (".25", "0.25"), ("+7", "7"), ("4.", "4.0"),
    ("(a(b)c\\)\\101\\\nd)", "a(b)c)Ad"), ("<48 65 6C6c6>", "Hell`"), ("/A#20B", "A B"),
    ("true", "true"), ("[1 2 R 3]", "[other 3]"), ("[1[2]]", "[1 [2]]"),
    ("<</A/B/C[4 0 R]>>", "<<A C>>"),
    ("nul", "error"), (")", "error"), ("1e5", "error"), ("--1", "error"), ("{", "error"),
  ])
  func objectsAreParsed(text: String, told: String) throws {
    let bytes = handmade([catalog, text])
    let object = try? PDFReader(bytes).object(2)
    #expect(object.map(shown) ?? "error" == told)
  }

  private func shown(_ object: PDFObject) -> String {
    switch object {
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .name(let name): name
    case .boolean(let value): "\(value)"
    case .array(let list): "[" + list.map(shown).joined(separator: " ") + "]"
    case .dictionary(let entries): "<<" + entries.entries.map(\.key).joined(separator: " ") + ">>"
    default: "other"
    }
  }

  @Test func strangersAreTurnedAway() {
    #expect(reason([]) == .notPDF)
    #expect(reason(Array("Dobrý den".utf8)) == .notPDF)
    #expect(reason(Array("%PDF-1.7\n".utf8)) == .truncated)
    #expect(reason(Array("%PDF-1.7\nstartxref\n99999\n%%EOF".utf8)) == .crossReference)
    #expect(reason(handmade([catalog], trailer: "/Root 1 0 R/Encrypt<</V 5>>")) == .encrypted)
  }

  @Test func circlesEnd() {
    // Cross-references that name themselves as the ones before.
    let body = Array("%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF".utf8)
    #expect(reason(body) == .loop)
    // A reference to itself, and two to each other.
    #expect(reason(handmade(["1 0 R"])) { _ = try $0.catalog } == .loop)
    #expect(reason(handmade(["2 0 R", "1 0 R"])) { _ = try $0.catalog } == .loop)
    // A stream whose length is the stream.
    let stream = handmade([catalog, "<</Length 2 0 R>>stream\nx\nendstream"])
    #expect(reason(stream) { _ = try $0.object(2) } == .loop)
    // A page that holds its parent.
    let pages = handmade([catalog, "<</Kids[3 0 R]>>", "<</Kids[2 0 R]>>"])
    #expect(reason(pages) { _ = try $0.pages() } == .loop)
    // A structure that bites its tail.
    let tags = handmade([
      "<</Pages 2 0 R/StructTreeRoot 3 0 R>>", "<</Kids[]>>", "<</K 4 0 R>>",
      "<</S/P/K[5 0 R]>>", "<</S/Span/K 4 0 R>>",
    ])
    #expect(reason(tags) { _ = try $0.taggedText() } == .loop)
    // A form that draws itself.
    let form =
      "<</Subtype/Form/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
    let drawing = handmade([
      catalog, "<</Kids[3 0 R]>>",
      "<</Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>", form,
    ])
    #expect(reason(drawing) { _ = try $0.taggedText() } == .tooDeep)
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(reason(handmade([catalog, deep])) { _ = try $0.object(2) } == .tooDeep)
    let names = String(repeating: "<</A", count: 100_000)
    #expect(reason(handmade([catalog, names])) { _ = try $0.object(2) } == .tooDeep)
  }

  @Test func bombsDoNotGoOff() {
    var limits = ReadLimits()
    limits.stream = 1_000_000
    let bomb = Flate.deflated([UInt8](repeating: 0x20, count: 40_000_000), level: 9)
    var file = FileWriter(form: .compact(level: 6), lastNumber: 2)
    var batch = ObjectBatch(.compact(level: 6))
    batch.dictionary(Reference(1)) { $0.name("Type", "Catalog") }
    file.append(batch.sealed())
    file.append(Reference(2), SealedStream(plain: bomb)) { $0.name("Filter", "FlateDecode") }
    let bytes = file.finished(
      catalog: Reference(1), information: Reference(1), identifier: StableHash(of: []))
    #expect(reason(bytes, limits: limits) { _ = try $0.data(of: try $0.object(2)) } == .tooLarge)
    // Flate in flate in flate …
    let filters = String(repeating: "/FlateDecode", count: 9)
    let chain = handmade([catalog, "<</Filter[\(filters)]/Length 1>>stream\nx\nendstream"])
    #expect(reason(chain) { _ = try $0.data(of: try $0.object(2)) } == .tooDeep)
    // A table that claims millions of objects, and a number far beyond the file.
    let table = Array("%PDF-1.7\nxref\n0 8000000\ntrailer<<>>\nstartxref\n9\n%%EOF".utf8)
    #expect(reason(table) != nil)
    let far = "xref\n8000000 1\n0000000009 00000 n \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"
    #expect(reason(Array("%PDF-1.7\n\(far)".utf8)) == .tooLarge)
  }

  @Test func liesAreNoticed() {
    // The table leads to another object.
    var bytes = handmade([catalog, "(two)", "(three)"])
    if let place = bytes.firstRange(of: Array("2 0 obj".utf8)) { bytes[place.lowerBound] = 0x33 }
    #expect(reason(bytes) { _ = try $0.object(2) } == .crossReference)
    let long = handmade([catalog, "<</Length 9999>>stream\nx\nendstream"])
    #expect(reason(long) { _ = try $0.object(2) } == .truncated)
    let short = handmade([catalog, "<</Length 1>>stream\nxyz\nendstream"])
    #expect(reason(short) { _ = try $0.object(2) } == .syntax)
    let image = handmade([catalog, "<</Filter/DCTDecode/Length 1>>stream\nx\nendstream"])
    #expect(reason(image) { _ = try $0.data(of: try $0.object(2)) } == .unsupported("DCTDecode"))
    let damaged = handmade([catalog, "<</Filter/FlateDecode/Length 3>>stream\nxyz\nendstream"])
    #expect(reason(damaged) { _ = try $0.data(of: try $0.object(2)) } == .damagedStream)
  }

  /// A small compact file with everything that a reader walks through.
  private func tagged() -> [UInt8] {
    var batch = ObjectBatch(.compact(level: 6))
    batch.dictionary(Reference(1)) { entries in
      entries.reference("Pages", Reference(2))
      entries.reference("StructTreeRoot", Reference(5))
    }
    batch.dictionary(Reference(2)) { entries in entries.array("Kids") { $0.reference(Reference(3)) }
    }
    batch.dictionary(Reference(3)) { entries in
      entries.reference("Contents", Reference(4))
      entries.dictionary("Resources") { _ in }
    }
    batch.dictionary(Reference(5)) { $0.reference("K", Reference(6)) }
    batch.dictionary(Reference(6)) { entries in
      entries.name("S", "P")
      entries.reference("Pg", Reference(3))
      entries.array("K") { $0.integer(0) }
    }
    var file = FileWriter(form: .compact(level: 6), lastNumber: 6)
    let content = Array("/P<</MCID 0>>BDC BT (abc)Tj ET EMC /Artifact BMC (d)Tj EMC (e)'".utf8)
    file.append(Reference(4), SealedStream(content, form: .compact(level: 6)))
    file.append(batch.sealed())
    return file.finished(
      catalog: Reference(1), information: Reference(2), identifier: StableHash(of: []))
  }

  @Test func textWithoutUnicodeIsNotInvented() throws {
    let text = try PDFReader(tagged()).taggedText()
    #expect(text.text(of: 0) == "\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(text.pages[0].artifacts == ["\u{FFFD}"])
    #expect(text.pages[0].unmarked == "\u{FFFD}")
    #expect(text.dump() == "P\n  1 \"\u{FFFD}\u{FFFD}\u{FFFD}\"\n")
  }

  @Test func cutFilesNeverTrap() {
    let bytes = tagged()
    for length in 0..<bytes.count {
      // Bytes after the last keyword do not matter; every cut before them does.
      let found = reason(Array(bytes.prefix(length))) { _ = try $0.taggedText() }
      #expect(found != nil || length >= bytes.count - 8)
    }
  }

  @Test func spoiltFilesNeverTrap() {
    let bytes = tagged()
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<4_000 {
      var spoilt = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int((state >> 33) % UInt64(spoilt.count))
        spoilt[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      _ = reason(spoilt) { _ = try $0.taggedText() }
    }
  }

  @Test func replacementTextIsSaidOnce() throws {
    let content =
      "/Span<</MCID 0/ActualText(xy)>>BDC(a)Tj(b)Tj EMC "
      + "/P<</MCID 1>>BDC(a)Tj/Span<</ActualText(z)>>BDC(b)Tj EMC(c)Tj EMC"
    let reader = try PDFReader(
      handmade([
        "<</Pages 2 0 R/StructTreeRoot 5 0 R>>", "<</Kids[3 0 R]>>",
        "<</Contents 4 0 R/Resources<</Font<</F 7 0 R>>>>>>",
        "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
        "<</K 6 0 R>>", "<</S/P/Pg 3 0 R/K[0 1]>>", "<</Subtype/Type1>>",
      ]))
    #expect(try reader.taggedText().text(of: 0) == "xy\u{FFFD}z\u{FFFD}")
  }

  @Test func rangesOfUnicodeMaps() throws {
    let map = """
      1 begincodespacerange <00><FF> endcodespacerange
      1 beginbfrange <10><12><0041> endbfrange
      1 beginbfrange <20><21>[<00660069><D834DD1E>] endbfrange
      1 beginbfchar <30><00AD> endbfchar
      """
    let content = "/P<</MCID 0>>BDC/F 1 Tf<1012202130FF>Tj EMC"
    let reader = try PDFReader(
      handmade([
        "<</Pages 2 0 R/StructTreeRoot 5 0 R>>", "<</Kids[3 0 R]>>",
        "<</Contents 4 0 R/Resources<</Font<</F 7 0 R>>>>>>",
        "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
        "<</K 6 0 R>>", "<</S/P/Pg 3 0 R/K 0>>", "<</ToUnicode 8 0 R>>",
        "<</Length \(map.utf8.count)>>stream\n\(map)\nendstream",
      ]))
    #expect(try reader.taggedText().text(of: 0) == "ACfi𝄞\u{AD}\u{FFFD}")
  }
}
