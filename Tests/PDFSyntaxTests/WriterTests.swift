import Core
import PDFSyntax
import SazbaTesting
import Testing

@Suite struct WriterTests {
  @Test(arguments: [
    (0, "0"), (1, ".001"), (-1, "-.001"), (500, ".5"), (-500, "-.5"), (1_000, "1"),
    (-1_000, "-1"), (1_050, "1.05"), (12_345_678, "12345.678"), (100_000, "100"), (120, ".12"),
    (32_767_999, "32767.999"),
  ])
  func numbersAreShortAndExact(count: Int, text: String) {
    var bytes: [UInt8] = []
    bytes.append(Thousandths(Int64(count)))
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func integersAreDecimal() {
    for number in [0, 7, 10, 99, 100, -1, -10, 2_147_483_647, Int.max, Int.min] {
      var bytes: [UInt8] = []
      bytes.append(decimal: Int64(number))
      #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
    }
  }

  @Test func lengthsAreRoundedToThousandths() {
    #expect(Thousandths(Length.milliPoints(10_300)).count == 10_300)
    #expect(Thousandths(Length(sp: 33)).count == 1)
    #expect(Thousandths(Length(sp: 32)).count == 0)
    #expect(Thousandths(Length(sp: -33)).count == -1)
  }

  /// A file of one dictionary in an object of its own.
  private func file(
    _ form: FileForm, _ body: (inout DictionaryWriter) -> Void
  ) -> [UInt8] {
    var batch = ObjectBatch(form)
    batch.dictionary(Reference(1)) { catalog in
      catalog.name("Type", "Catalog")
      catalog.reference("Probe", Reference(3))
    }
    batch.dictionary(Reference(2)) { $0.text("Title", "Info") }
    batch.dictionary(Reference(3), body)
    var file = FileWriter(form: form, lastNumber: 9)
    file.append(batch.sealed())
    file.append(Reference(7), SealedStream(Array("stream data".utf8), form: form)) {
      $0.integer("Probe", 42)
    }
    return file.finished(
      catalog: Reference(1), information: Reference(2), identifier: StableHash(of: [1, 2, 3]))
  }

  private func probe(
    _ form: FileForm, _ body: (inout DictionaryWriter) -> Void
  ) throws -> PDFDictionary {
    let reader = try PDFReader(file(form, body))
    let object = try reader.resolved(try reader.catalog["Probe"])
    return try #require(object.dictionary)
  }

  @Test(arguments: [FileForm.pretty, .compact(level: 6)])
  func everyObjectIsFoundInBothForms(form: FileForm) throws {
    let bytes = file(form) { $0.integer("A", 1) }
    let reader = try PDFReader(bytes)
    #expect(try reader.catalog["Type"].name == "Catalog")
    #expect(try reader.object(2).dictionary?["Title"].text == "Info")
    #expect(try reader.object(3).dictionary?["A"].integer == 1)
    for number in [0, 4, 5, 6, 8, 9, 4_000] { #expect(try reader.object(number) == .null) }
    #expect(reader.trailer["ID"].array?.first?.string == StableHash(of: [1, 2, 3]).bytes)
    try withTemporaryFolder { folder in
      // qpdf wants pages; everything else it must find in order.
      let path = try folder.write(bytes, to: "a.pdf")
      let check = try runTool("qpdf", ["--show-object=3", path])
      #expect(check.text == "<< /A 1 >>\n")
      let stream = try runTool("qpdf", ["--show-object=7", "--filtered-stream-data", path])
      #expect(stream.text == "stream data")
    }
  }

  @Test func compactFilesBeginAndEndAsTheyShould() {
    for form in [FileForm.pretty, .compact(level: 9)] {
      let bytes = file(form) { _ in }
      #expect(bytes.starts(with: Array("%PDF-1.7\n%".utf8)))
      #expect(bytes[10..<14].allSatisfy { $0 > 127 } && bytes[14] == 10)
      #expect(bytes.suffix(7).elementsEqual("\n%%EOF\n".utf8))
    }
  }

  @Test(arguments: [FileForm.pretty, .compact(level: 1)])
  func streamsAreReadBack(form: FileForm) throws {
    let reader = try PDFReader(file(form) { _ in })
    let stream = try reader.object(7)
    #expect(stream.dictionary?["Probe"].integer == 42)
    #expect(try reader.data(of: stream) == Array("stream data".utf8))
  }

  @Test(arguments: [FileForm.pretty, .compact(level: 6)])
  func stringsAreReadBack(form: FileForm) throws {
    let every = (0...255).map { UInt8($0) }
    let texts = [
      "", "plain", "(a\\b))(", "Příliš žluťoučký kůň", "𝄞 emoji 🏠", "line\nbreak", "\u{AD}\u{A0}",
    ]
    let found = try probe(form) { entries in
      entries.string("Bytes", every)
      entries.string("Other", [0x0D, 0x0A, 0x5C, 0x28])
      entries.array("Texts") { array in for text in texts { array.text(text) } }
    }
    #expect(found["Bytes"].string == every)
    #expect(found["Other"].string == [0x0D, 0x0A, 0x5C, 0x28])
    let read = (found["Texts"].array ?? []).compactMap(\.text)
    #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test(arguments: [FileForm.pretty, .compact(level: 6)])
  func namesAreEscaped(form: FileForm) throws {
    let names = ["A", "Naše jméno", "a#b/c(d)", "Type", "", "50%"]
    let found = try probe(form) { entries in
      entries.array("Names") { array in for name in names { array.name(name) } }
      entries.name("After", "x")
    }
    #expect(found["Names"].array?.compactMap(\.name) == names)
    #expect(found["After"].name == "x")
  }

  @Test(arguments: [FileForm.pretty, .compact(level: 6)])
  func tokensKeepApart(form: FileForm) throws {
    let found = try probe(form) { entries in
      entries.array("Mixed") { array in
        array.integer(1)
        array.real(Thousandths(-250))
        array.reference(Reference(4))
        array.integer(5)
        array.name("N")
        array.integer(6)
        array.null()
        array.array { $0.integer(7) }
        array.integer(8)
        array.dictionary { $0.boolean("B", false) }
        array.integer(9)
      }
      entries.boolean("T", true)
      entries.null("Nothing")
    }
    let mixed = try #require(found["Mixed"].array)
    #expect(mixed.map { $0.number } == [1, -0.25, nil, 5, nil, 6, nil, nil, 8, nil, 9])
    #expect(mixed[2].reference == Reference(4))
    #expect(mixed[7].array == [.integer(7)])
    #expect(mixed[9].dictionary?["B"] == .boolean(false))
    #expect(found["T"] == .boolean(true) && found["Nothing"] == .null)
  }

  @Test func largeBatchesAndOffsets() throws {
    // More objects than one byte counts, offsets beyond two bytes.
    var file = FileWriter(form: .compact(level: 6), lastNumber: 1_002)
    var batch = ObjectBatch(.compact(level: 6))
    batch.dictionary(Reference(1)) { $0.name("Type", "Catalog") }
    for number in 2...700 { batch.dictionary(Reference(number)) { $0.integer("N", number) } }
    file.append(Reference(1_000), SealedStream(plain: [UInt8](repeating: 65, count: 70_000)))
    file.append(batch.sealed())
    let reader = try PDFReader(
      file.finished(
        catalog: Reference(1), information: Reference(2), identifier: StableHash(of: [])))
    for number in 2...700 {
      #expect(try reader.object(number).dictionary?["N"].integer == number)
    }
    #expect(try reader.data(of: try reader.object(1_000)).count == 70_000)
  }

  @Test func flateGivesBackWhatItTook() throws {
    for count in [0, 1, 100, 70_000, 300_000] {
      let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
      for level in [1, 6, 9] {
        let packed = Flate.deflated(data, level: level)
        #expect(try Flate.inflated(packed[...], limit: 300_000) == data)
      }
    }
    let packed = Flate.deflated([UInt8](repeating: 0, count: 50_000_000), level: 9)
    #expect(throws: Flate.Failure.tooLarge) { try Flate.inflated(packed[...], limit: 1_000_000) }
    #expect(throws: Flate.Failure.damaged) {
      try Flate.inflated(packed.dropLast(9), limit: 60_000_000)
    }
    #expect(throws: Flate.Failure.damaged) { try Flate.inflated([1, 2, 3, 4], limit: 10) }
    #expect(throws: Flate.Failure.damaged) { try Flate.inflated([], limit: 10) }
  }

  @Test func partsAreOneStream() throws {
    // Compressible, random-looking and empty parts, read back by another library's inflater.
    var noise: UInt32 = 7
    let wild = (0..<200_000).map { _ -> UInt8 in
      noise = noise &* 1_664_525 &+ 1_013_904_223
      return UInt8(noise >> 24)
    }
    let parts = [[UInt8](repeating: 65, count: 300_000), [], wild, Array("konec".utf8)]
    var writer = FileWriter(form: .classic(level: 6), lastNumber: 4)
    var batch = ObjectBatch(.classic(level: 6))
    batch.dictionary(Reference(1)) { catalog in
      catalog.name("Type", "Catalog")
      catalog.reference("Pages", Reference(2))
    }
    batch.dictionary(Reference(2)) { pages in
      pages.name("Type", "Pages")
      pages.array("Kids") { _ in }
      pages.integer("Count", 0)
    }
    batch.dictionary(Reference(4)) { _ in }
    writer.append(Reference(3), SealedStream(joining: parts.map { PackedPart($0) })) { _ in }
    writer.append(batch.sealed())
    let bytes = writer.finished(
      catalog: Reference(1), information: Reference(4), identifier: StableHash(of: []))
    let reader = try PDFReader(bytes)
    #expect(try reader.data(of: reader.object(3)) == Array(parts.joined()))
    #expect(bytes.count < 210_000)
  }

  /// zlib's own inflater, given the whole, reads what was packed piece by piece.
  @Test(arguments: [0, 1, 1_000, 300_000]) func streamsArePackedInPieces(count: Int) throws {
    var state: UInt32 = 7
    let data = (0..<count).map { index -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      // Half of it repeats.
      return index % 2 == 0 ? UInt8(state >> 24) : UInt8(index / 700 % 256)
    }
    for piece in [1_000, 65_536, 1_000_000] {
      var packer = StreamPacker(form: .compact(level: 6))
      var start = 0
      while start < data.count {
        packer.append(Array(data[start..<min(data.count, start + piece)]))
        start += piece
      }
      var file = FileWriter(form: .compact(level: 6), lastNumber: 3)
      file.append(Reference(3), packer.finished())
      var batch = ObjectBatch(.compact(level: 6))
      batch.dictionary(Reference(1)) { $0.name("Type", "Catalog") }
      batch.dictionary(Reference(2)) { $0.text("Title", "x") }
      file.append(batch.sealed())
      let bytes = file.finished(
        catalog: Reference(1), information: Reference(2), identifier: StableHash(of: data))
      let reader = try PDFReader(bytes)
      #expect(try reader.data(of: .reference(Reference(3))) == data)
    }
  }
}
