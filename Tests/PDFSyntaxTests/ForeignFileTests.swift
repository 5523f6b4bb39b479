import Core
import PDFSyntax
import Testing

private let bodies = [
  "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 90>>",
  "<</Type/Page/Parent 2 0 R/Contents[4 0 R 9 0 R 4 0 R]>>",
  "<</Length 5>>\nstream\n(x)Tj\nendstream",
]

private func content(_ reader: PDFReader) throws -> String {
  let page = try #require(try reader.foundPages().first)
  return String(decoding: try reader.content(of: page), as: UTF8.self)
}

/// Files that other programs wrote, and what became of them on the way.
@Suite struct ForeignFileTests {
  @Test func pagesInheritAndContentsAreJoined() throws {
    let reader = try PDFReader(handmade(bodies), mends: true)
    #expect(!reader.isMended)
    #expect(try reader.foundPages().first?["Rotate"] == .integer(90))
    #expect(try content(reader) == "(x)Tj\n(x)Tj\n")
  }

  @Test func lostTablesAreMadeAnew() throws {
    let whole = handmade(bodies)
    let table = try #require(whole.firstRange(of: Array("xref".utf8))).lowerBound
    // Without a table at all; with one that leads astray; with junk before the header.
    var astray = whole
    if let place = astray.firstRange(of: Array("0000000009".utf8)) {
      astray[place.upperBound - 1] = 0x35
    }
    for bytes in [Array(whole[..<table]), astray, Array("junk junk\n".utf8) + whole] {
      let reader = try PDFReader(bytes, mends: true)
      #expect(reader.isMended)
      #expect(try content(reader) == "(x)Tj\n(x)Tj\n")
    }
    #expect(throws: PDFFailure.self) { _ = try PDFReader(Array(whole[..<table])) }
  }

  @Test func laterRevisionsHold() throws {
    // An object written a second time, as an editor appends it, with the table lost.
    let whole = handmade(bodies)
    let bytes =
      whole + Array("\n4 0 obj <</Length 5>>\nstream\n(y)Tj\nendstream\nendobj\n".utf8)
    // The old table still fits, so it holds; a reader that must search takes the later object.
    #expect(try content(try PDFReader(bytes, mends: true)).hasPrefix("(x)"))
    var spoilt = bytes
    if let place = spoilt.firstRange(of: Array("startxref".utf8)) {
      spoilt[place.lowerBound] = 0x53
    }
    #expect(try content(try PDFReader(spoilt, mends: true)).hasPrefix("(y)"))
  }

  @Test func appendedRevisionsAreRead() throws {
    let whole = handmade(bodies)
    let previous = try #require(
      whole.firstRange(of: Array("xref".utf8))
    ).lowerBound
    let place = whole.count + 1
    let added = "\n4 0 obj <</Length 5>>\nstream\n(z)Tj\nendstream\nendobj\n"
    let table = whole.count + added.utf8.count
    let digits = String(place)
    let entry = String(repeating: "0", count: 10 - digits.count) + digits
    let tail =
      "xref\n4 1\n\(entry) 00000 n \ntrailer\n<</Size 5/Root 1 0 R/Prev \(previous)>>\n"
      + "startxref\n\(table)\n%%EOF"
    let reader = try PDFReader(whole + Array((added + tail).utf8), mends: true)
    #expect(!reader.isMended)
    #expect(try content(reader).hasPrefix("(z)"))
  }

  @Test func wrongLengthsEndAtTheirKeyword() throws {
    var wrong = bodies
    wrong[3] = "<</Length 3>>\nstream\n(x)Tj\nendstream"
    #expect(try content(try PDFReader(handmade(wrong), mends: true)) == "(x)Tj\n(x)Tj\n")
    wrong[3] = "<</Length 7 0 R>>\nstream\n(x)Tj\nendstream"
    #expect(try content(try PDFReader(handmade(wrong), mends: true)) == "(x)Tj\n(x)Tj\n")
  }

  @Test func objectStreamsAreFoundWithoutATable() throws {
    var batch = ObjectBatch(.compact(level: 6))
    batch.dictionary(Reference(1)) { entries in
      entries.name("Type", "Catalog")
      entries.reference("Pages", Reference(2))
    }
    batch.dictionary(Reference(2)) { entries in
      entries.name("Type", "Pages")
      entries.array("Kids") { $0.reference(Reference(3)) }
    }
    batch.dictionary(Reference(3)) { $0.name("Type", "Page") }
    var file = FileWriter(form: .compact(level: 6), lastNumber: 3)
    file.append(batch.sealed())
    var bytes = file.finished(
      catalog: Reference(1), information: Reference(3), identifier: StableHash(of: []))
    if let place = bytes.firstRange(of: Array("startxref".utf8)) {
      bytes[place.upperBound + 1] = 0x39
    }
    let reader = try PDFReader(bytes, mends: true)
    #expect(reader.isMended)
    #expect(try reader.foundPages().map(\.number) == [3])
  }

  @Test func encryptedFilesStayClosed() {
    let bytes = handmade(bodies, trailer: "/Root 1 0 R/Encrypt<</V 5>>")
    for file in [bytes, Array(bytes.dropLast(8))] {
      #expect(throws: PDFFailure(reason: .encrypted, offset: 0)) {
        _ = try PDFReader(file, mends: true)
      }
    }
  }

  @Test(arguments: [
    ("ASCII85Decode", "87cURD]i,\"Ebo80~>", "Hello World!"),
    ("ASCIIHexDecode", "48656C6C6F>", "Hello"),
  ])
  func oldFiltersAreUndone(filter: String, coded: String, plain: String) throws {
    let bytes = handmade([
      bodies[0], "<</Filter/\(filter)/Length \(coded.utf8.count)>>\nstream\n\(coded)\nendstream",
    ])
    let reader = try PDFReader(bytes)
    #expect(String(decoding: try reader.data(of: try reader.object(2)), as: UTF8.self) == plain)
  }

  /// *Source:* ISO 32000-1 §7.4.4.2, example 1.
  @Test func packedByteFiltersAreUndone() throws {
    func data(_ filter: String, _ hex: String) throws -> [UInt8] {
      let bytes = handmade([
        bodies[0],
        "<</Filter[/ASCIIHexDecode/\(filter)]/Length \(hex.utf8.count)>>\nstream\n\(hex)\nendstream",
      ])
      let reader = try PDFReader(bytes)
      return try reader.data(of: try reader.object(2))
    }
    #expect(
      try data("LZWDecode", "800B6050220C0C8501>") == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    #expect(try data("RunLengthDecode", "024142 43FE4480>") == [65, 66, 67, 68, 68, 68])
  }

  @Test func namesKeepTheirBytes() throws {
    // A name in Latin-1, one in UTF-8, one with a space.
    var bytes = Array("<</A#E9 1/".utf8)
    bytes += [0x41, 0xE9, 0xE8]
    bytes += Array(" 2/\u{159}#20x 3>>".utf8)
    #expect(NameText.encoded(NameText.decoded([0x41, 0xE9][...])) == [0x41, 0xE9])
    #expect(NameText.decoded(Array("\u{159}".utf8)[...]) == "\u{159}")
    #expect(NameText.decoded([0xE9][...]) != NameText.decoded([0xE8][...]))
  }

  @Test func copiesReadBackTheSame() throws {
    let text =
      "<</A[1 -2.5 0.00001 true null(a\\(\\\\\\r)<00FF>/N#20m]/B<</C 123456789.25>>/D 3 0 R>>"
    let reader = try PDFReader(handmade([bodies[0], text, "(three)"]))
    let object = try reader.object(2)
    for form in [FileForm.pretty, .compact(level: 6), .classic(level: 6)] {
      var batch = ObjectBatch(form)
      let copier = ObjectCopier(numbers: [3: Reference(3)])
      batch.dictionary(Reference(1)) { $0.name("Type", "Catalog") }
      batch.copy(object, as: Reference(2), by: copier)
      batch.copy(try reader.object(3), as: Reference(3), by: copier)
      var file = FileWriter(form: form, lastNumber: 3, version: PDFVersion(1, 4))
      file.append(batch.sealed())
      let bytes = file.finished(
        catalog: Reference(1), information: Reference(1), identifier: StableHash(of: []))
      let copy = try PDFReader(bytes)
      #expect(copy.version == PDFVersion(1, 4))
      #expect(try copy.object(2) == object)
      #expect(try copy.object(3) == .string(Array("three".utf8)))
    }
  }

  @Test func hostileFilesEndSoon() {
    // Objects that never close, a thousand of them; unbalanced strings; no end of any stream.
    for piece in ["1 0 obj(", "1 0 obj<</A", "1 0 obj[[[[", "1 0 obj<</Length 9>>stream\n"] {
      let bytes = Array("%PDF-1.4\n".utf8) + Array(String(repeating: piece, count: 20_000).utf8)
      #expect(throws: PDFFailure.self) { _ = try PDFReader(bytes, mends: true).foundPages() }
    }
  }

  @Test func spoiltFilesNeverTrap() {
    let bytes = handmade(bodies)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<4_000 {
      var spoilt = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        spoilt[Int((state >> 33) % UInt64(spoilt.count))] = UInt8(truncatingIfNeeded: state >> 20)
      }
      if let reader = try? PDFReader(spoilt, mends: true) { _ = try? content(reader) }
    }
  }
}
