import Core
import PDFSyntax
import Prepress

extension FuzzTarget {
  /// A PDF file; an input without cross-references gets right ones, so that objects are reached.
  static let pdf = FuzzTarget(
    name: "pdf", longest: 16_384,
    words: [
      "1 0 obj\n", "\nendobj\n", "stream\n", "\nendstream", "/Length ", "/Filter/FlateDecode",
      "/Filter/ASCIIHexDecode", "/DecodeParms", "/Predictor 12", "/Columns 4", "/Type/ObjStm",
      "/Type/XRef", "/W[1 2 1]", "/Index[0 9]", "/Prev 9", "/Kids[3 0 R]", "/K[5 0 R]", "/MCID 0",
      "/ActualText(", "/StructTreeRoot 4 0 R", "/ToUnicode", "beginbfrange", "begincmap",
      "begincodespacerange", "<0000><FFFF>", " Tj", " TJ", "/P<</MCID 0>>BDC", " EMC", " Do",
      "/ShadingType 4", "/FunctionType 4", "/FunctionType 0", "/BitsPerSample 8", "/Size[2]",
      "/Range[0 1]",
      "/Domain[0 1]", " sh ", " ifelse ", " roll ", "/JPXDecode", "/CCITTFaxDecode", "/DeviceCMYK",
      "startxref", "xref\n0 9\n", "trailer", "%%EOF", "9223372036854775807", "<</", ">>", " 0 R",
    ],
    seeds: { [taggedBody, looseBody, pressBody, compressedFile(), assembled(taggedBody)] },
    run: { bytes in
      let isWhole = bytes.starts(with: "%PDF".utf8)
      let file = isWhole ? bytes : assembled(bytes)
      let first = shown(file)
      demand(first == shown(file), "a file read twice gives the same")
      let sheets = pressed(file)
      demand(sheets == pressed(file), "a file for the press gives the same twice")
    })
}

/// Everything that a file gives, or why it gives nothing, as one text.
private func shown(_ file: [UInt8]) -> String {
  // Limits in proportion to the input: what is unpacked must be refused before it is large.
  var limits = ReadLimits()
  limits.objects = 4_096
  limits.stream = 1 << 20
  limits.objectStreams = 1 << 21
  do throws(PDFFailure) {
    let reader = try PDFReader(file, limits: limits)
    var told = "\(reader.numberLimit)"
    demand(reader.numberLimit <= limits.objects + 1, "objects are as many as the limit allows")
    for number in 0..<reader.numberLimit { told += object(number, of: reader, file) }
    told += pages(of: reader)
    let tagged = try reader.taggedText()
    for page in tagged.pages { told += "\(page.artifacts)\(page.unmarked)" }
    told += "\(tagged.disputed.count)"
    return told + tagged.dump()
  } catch {
    return told(error, file)
  }
}

private func object(_ number: Int, of reader: PDFReader, _ file: [UInt8]) -> String {
  do throws(PDFFailure) {
    let object = try reader.object(number)
    guard case .stream(_, let range) = object else { return "\(object)" }
    demand(
      range.lowerBound >= 0 && range.upperBound <= file.count, "streams lie inside the file")
    let data = try reader.data(of: object)
    demand(data.count <= 1 << 20, "streams grow to the limit only")
    return "\(data.count)"
  } catch {
    return told(error, file)
  }
}

private func pages(of reader: PDFReader) -> String {
  do throws(PDFFailure) {
    return "\(try reader.pages().map(\.number))"
  } catch {
    return told(error, reader.bytes)
  }
}

/// What the press side makes of a file: sheets, spreads and findings, or why not.
private func pressed(_ file: [UInt8]) -> String {
  do throws(Rejected) {
    let opened = try PressFile.open(file)
    checkFindings(opened.warnings, SourceTable(), areRefusal: false)
    guard opened.value.pages.count <= 64 else { return "many" }
    let report = preflight(opened.value, profile: usualPrinter)
    for finding in report.findings {
      demand(!finding.message.cs.isEmpty && !finding.fix.cs.isEmpty, "findings have words")
    }
    var order = ImpositionOrder(
      scheme: .saddle, sheetName: "B0", sheet: Size(width: .mm(1_000), height: .mm(1_414)))
    order.bleed = .zero
    let plan = try planImposition(of: opened.value, order)
    let sheets = try writeSheets(
      of: opened.value, by: plan.value, face: nil, name: "x", tongue: .cs)
    let again = try PressFile.open(sheets.value)
    demand(again.warnings.isEmpty, "our sheets need no mending")
    demand(
      again.value.pages.count == plan.value.sheets.count * 2, "each side of a sheet is a page")
    _ = try readerSpreads(of: again.value)
    return "\(report.findings.map(\.message.cs)) \(sheets.value.count)"
  } catch {
    checkFindings(error.diagnostics, SourceTable(), areRefusal: true)
    return "\(error.diagnostics.map(\.message.cs))"
  }
}

private let usualPrinter = PrinterProfile(
  name: "x", title: "x", accepts: [.pdfX4], conditions: ["FOGRA39"], bleed: .mm(3), safety: .mm(4),
  marks: .forbidden, imposition: .forbidden, pageMultiple: 4, inkLimit: 300,
  minimalLine: .milliPoints(250), minimalResolution: 250, minimalBitmapResolution: 600, spots: 0)

private func told(_ failure: PDFFailure, _ file: [UInt8]) -> String {
  demand(failure.offset >= 0, "failures lie inside the file")
  demand(!failure.message.cs.isEmpty && !failure.message.en.isEmpty, "failures have words")
  return "\(failure)"
}

// MARK: Files

/// Objects with a header, a right table and a trailer.
private func assembled(_ body: [UInt8]) -> [UInt8] {
  var file = Array("%PDF-1.7\n".utf8) + body + [0x0A]
  var places: [Int: Int] = [:]
  let word = Array(" 0 obj".utf8)
  for position in file.indices.dropLast(word.count)
  where file[position] == 0x20 && file[position...].starts(with: word) {
    var start = position
    while start > 0, (0x30...0x39).contains(file[start - 1]), position - start < 4 { start -= 1 }
    let digits = String(decoding: file[start..<position], as: UTF8.self)
    if let number = Int(digits), number < 1_000, places[number] == nil { places[number] = start }
  }
  let count = (places.keys.max() ?? 0) + 1
  let table = file.count
  file += Array("xref\n0 \(count)\n".utf8)
  for number in 0..<count {
    let offset = String(places[number] ?? 0)
    let zeros = String(repeating: "0", count: 10 - offset.utf8.count)
    let kind = places[number] == nil ? "65535 f" : "00000 n"
    file += Array("\(zeros)\(offset) \(kind) \n".utf8)
  }
  return file
    + Array("trailer\n<</Size \(count)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n".utf8)
}

/// A tagged page: a heading and a link, a font with a character map, a form.
private let taggedBody = Array(
  """
  1 0 obj
  <</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/Lang(cs)/MarkInfo<</Marked true>>>>
  endobj
  2 0 obj
  <</Type/Pages/Kids[3 0 R]/Count 1>>
  endobj
  3 0 obj
  <</Type/Page/Parent 2 0 R/Contents[6 0 R 10 0 R]/Resources<</Font<</F 7 0 R>>/XObject<</X 9 0 R>>>>>>
  endobj
  4 0 obj
  <</Type/StructTreeRoot/K[5 0 R]>>
  endobj
  5 0 obj
  <</S/Document/K[<</S/H1/T(Nadpis)/Pg 3 0 R/K 0>><</S/P/Alt<FEFF0061>/K<</Type/MCR/Pg 3 0 R/MCID 1>>>>
  <</S/Link/ActualText(odkaz)/K<</Type/OBJR/Obj 11 0 R>>>>]>>
  endobj
  6 0 obj
  <</Length 12 0 R>>
  stream
  /H1<</MCID 0>>BDC BT /F 12 Tf <0001>Tj [(a)-200(b)]TJ ET EMC /Artifact BMC (1)Tj EMC
  endstream
  endobj
  7 0 obj
  <</Type/Font/Subtype/Type0/ToUnicode 8 0 R/Encoding/Identity-H>>
  endobj
  8 0 obj
  <</Length 144>>
  stream
  begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange
  1 beginbfchar <0001><0041> endbfchar 1 beginbfrange <0002><0009><0061> endbfrange
  endstream
  endobj
  9 0 obj
  <</Type/XObject/Subtype/Form/Length 9/Resources<<>>>>
  stream
  (x)Tj q Q
  endstream
  endobj
  10 0 obj
  <</Length 35/Filter/ASCIIHexDecode>>
  stream
  2F502F4D43494420312042444320454D43>
  endstream
  endobj
  12 0 obj
  84
  endobj
  """.utf8)

/// A page for the press: shadings by a calculation, by samples and of triangles, pictures not decoded.
private let pressBody = Array(
  """
  1 0 obj
  <</Type/Catalog/Pages 2 0 R>>
  endobj
  2 0 obj
  <</Type/Pages/Kids[3 0 R]/Count 1>>
  endobj
  3 0 obj
  <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Shading<</A 5 0 R/B 6 0 R/C 10 0 R>>/XObject<</I 8 0 R/J 9 0 R>>>>>>
  endobj
  4 0 obj
  <</Length 88>>
  stream
  .9 .9 .9 .9 k 9 9 50 50 re f 0 0 0 0 K .1 w 9 9 m 40 40 l S /A sh /B sh /C sh /I Do /J Do
  endstream
  endobj
  5 0 obj
  <</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 9 9]/Function 7 0 R>>
  endobj
  6 0 obj
  <</ShadingType 4/ColorSpace/DeviceCMYK/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/Decode[0 9 0 9 0 1 0 1 0 1 0 1]/Length 21>>
  stream
  000000000000000000000
  endstream
  endobj
  7 0 obj
  <</FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1 0 1]/Length 48>>
  stream
  { 2 mul dup 1 gt { pop .5 } { .9 mul } ifelse dup dup 3 1 roll dup }
  endstream
  endobj
  8 0 obj
  <</Subtype/Image/Width 9/Height 9/BitsPerComponent 1/ColorSpace[/Indexed/DeviceCMYK 1<00000000FFFFFFFF>]/Filter/CCITTFaxDecode/Length 3>>
  stream
  abc
  endstream
  endobj
  9 0 obj
  <</Subtype/Image/Width 9/Height 9/Filter[/ASCIIHexDecode/JPXDecode]/Length 77>>
  stream
  0000002D6A703268000000166968647200000009000000090004070700000000000F636F6C7201>
  endstream
  endobj
  10 0 obj
  <</ShadingType 1/ColorSpace/DeviceGray/Function<</FunctionType 3/Domain[0 1]/Bounds[.5]/Encode[0 1 0 1]/Functions[7 0 R 7 0 R]>>>>
  endobj
  """.utf8)

/// Objects of every kind.
private let looseBody = Array(
  """
  1 0 obj
  <</Type/Catalog/Pages 2 0 R/A[1 -2.5 .5 true null(a\\(b\\)\\101\\n)<48656C>/N#20m 3 0 R]>>
  endobj
  2 0 obj
  <</Type/Pages/Kids[]/Count 0>>
  endobj
  3 0 obj
  [[[<</B<</C[4 0 R]>>>>]]]
  endobj
  """.utf8)

/// A file of our own writer, with compressed objects and a cross-reference stream.
private func compressedFile() -> [UInt8] {
  var batch = ObjectBatch(.compact(level: 6))
  batch.dictionary(Reference(1)) { catalog in
    catalog.name("Type", "Catalog")
    catalog.reference("Pages", Reference(2))
  }
  batch.dictionary(Reference(2)) { pages in
    pages.name("Type", "Pages")
    pages.array("Kids") { _ in }
    pages.integer("Count", 0)
  }
  var writer = FileWriter(form: .compact(level: 6), lastNumber: 2)
  writer.append(batch.sealed())
  return writer.finished(
    catalog: Reference(1), information: Reference(2), identifier: StableHash(of: []))
}
