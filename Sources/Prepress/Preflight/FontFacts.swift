import PDFSyntax

/// What a printer asks of a font, and the widths that tell where its text ends.
struct FontFacts: Equatable {
  var name: String
  var kind: String
  var isEmbedded: Bool
  var isSubset: Bool
  var isType3: Bool { kind == "Type3" }
  /// The number of its object; below 0 where it has none.
  var number = -1
  /// Whether codes lead to glyphs by tables that are in the file, or that everybody has.
  var isMapped = true
  /// What draws its glyphs, of a font of Type 3.
  var procedures: GlyphProcedures?

  private var isWide = false
  private var widths: [Int: Double] = [:]
  private var missing = 0.5
  /// Codes that stand for white space: what they cover nobody sees.
  private var blanks: Set<Int> = [0x20]

  init(_ entries: PDFDictionary, _ reader: PDFReader) {
    func look(_ object: PDFObject) -> PDFObject { (try? reader.resolved(object)) ?? .null }
    kind = look(entries["Subtype"]).name ?? "?"
    let base = look(entries["BaseFont"]).name ?? look(entries["Name"]).name ?? "?"
    let letters = base.utf8.prefix(6)
    isSubset =
      base.utf8.count > 7 && letters.allSatisfy { (0x41...0x5A).contains($0) }
      && base.utf8.dropFirst(6).first == 0x2B
    name = isSubset ? String(base.dropFirst(7)) : base
    if kind == "Type3" {
      isEmbedded = true
      let matrix = (look(entries["FontMatrix"]).array ?? []).compactMap { look($0).number }
      let scale = matrix.first ?? 0.001
      FontFacts.simple(entries, look, scale: scale, into: &widths)
      procedures = GlyphProcedures(entries, matrix, reader)
      return
    }
    var owner = entries
    if kind == "Type0" {
      let descendant = look(look(entries["DescendantFonts"]).array?.first ?? .null).dictionary
      owner = descendant ?? PDFDictionary()
      missing = (look(owner["DW"]).number ?? 1_000) / 1_000
      isWide = FontFacts.isWide(look(entries["Encoding"]), reader)
      // *Source:* ISO 32000-1 §9.7.4.2; an embedded TrueType font needs the map stated.
      if look(owner["Subtype"]).name == "CIDFontType2", look(owner["CIDToGIDMap"]) == .null {
        isMapped = false
      }
      FontFacts.composite(look(owner["W"]).array ?? [], look, into: &widths)
      widths = GlyphNumbers(look(entries["Encoding"]), reader).byCode(widths)
    } else {
      FontFacts.simple(entries, look, scale: 0.001, into: &widths)
    }
    let descriptor = look(owner["FontDescriptor"]).dictionary ?? PDFDictionary()
    isEmbedded = ["FontFile", "FontFile2", "FontFile3"].contains { key in
      if case .stream(_, let range) = look(descriptor[named: key]) { !range.isEmpty } else { false }
    }
    readBlanks(look(entries["ToUnicode"]), reader)
  }

  private static func simple(
    _ entries: PDFDictionary, _ look: (PDFObject) -> PDFObject, scale: Double,
    into widths: inout [Int: Double]
  ) {
    let first = look(entries["FirstChar"]).integer ?? 0
    for (index, width) in (look(entries["Widths"]).array ?? []).prefix(256).enumerated() {
      if let number = look(width).number, (0..<65_536).contains(first) {
        widths[first + index] = number * scale
      }
    }
  }

  /// *Source:* ISO 32000-1 §9.7.4.3.
  private static func composite(
    _ list: [PDFObject], _ look: (PDFObject) -> PDFObject, into widths: inout [Int: Double]
  ) {
    var at = 0
    while at + 1 < list.count, widths.count < 65_536 {
      guard let first = look(list[at]).integer else { return }
      if let run = look(list[at + 1]).array {
        for (index, width) in run.enumerated() {
          if let number = look(width).number { widths[first &+ index] = number / 1_000 }
        }
        at += 2
      } else if at + 2 < list.count, let last = look(list[at + 1]).integer,
        let number = look(list[at + 2]).number
      {
        for code in first..<max(first, min(last + 1, first + 65_536)) {
          widths[code] = number / 1_000
        }
        at += 3
      } else {
        return
      }
    }
  }

  /// Whether codes have two bytes: so they have unless a map of the file's own says otherwise.
  private static func isWide(_ encoding: PDFObject, _ reader: PDFReader) -> Bool {
    guard case .stream = encoding, let map = try? reader.data(of: encoding),
      let start = map.firstRange(of: Array("begincodespacerange".utf8))
    else { return true }
    var digits = 0
    for byte in map[start.upperBound...].drop(while: { $0 != 0x3C }).dropFirst() {
      if byte == 0x3E { break }
      digits += 1
    }
    return digits > 2
  }

  /// The codes of a composite font that stand for white space, among those whose width is stated.
  private mutating func readBlanks(_ object: PDFObject, _ reader: PDFReader) {
    guard kind == "Type0", case .stream = object, let data = try? reader.data(of: object),
      data.count <= 65_536, let map = try? CharacterMap(data)
    else { return }
    if isWide { blanks = [] }
    for code in 0..<(isWide ? 1_024 : 256) {
      let bytes = isWide ? [UInt8(code >> 8), UInt8(code & 255)] : [UInt8(code)]
      let text = map.text(of: bytes).unicodeScalars
      if !text.isEmpty, text.allSatisfy(\.properties.isWhitespace) { blanks.insert(code) }
    }
  }

  /// A string without the white space at its end, which hangs out of a justified line unseen.
  func visible(_ string: [UInt8]) -> ArraySlice<UInt8> {
    var end = string.count
    if isWide {
      while end > 1, blanks.contains(Int(string[end - 2]) << 8 | Int(string[end - 1])) { end -= 2 }
    } else {
      while end > 0, blanks.contains(Int(string[end - 1])) { end -= 1 }
    }
    return string[..<end]
  }

  /// How many codes a string has, and the sum of their widths in ems.
  func measure(_ string: ArraySlice<UInt8>) -> (codes: Int, width: Double, spaces: Int) {
    var width = 0.0
    if isWide {
      var at = string.startIndex
      while at + 1 < string.endIndex {
        width += widths[Int(string[at]) << 8 | Int(string[at + 1])] ?? missing
        at += 2
      }
      return (string.count / 2, width, 0)
    }
    var spaces = 0
    for byte in string {
      width += widths[Int(byte)] ?? missing
      if byte == 0x20 { spaces += 1 }
    }
    return (string.count, width, spaces)
  }
}

/// The procedures that draw the glyphs of a Type 3 font.
///
/// *Source:* ISO 32000-1 §9.6.5.
struct GlyphProcedures: Equatable {
  /// From the glyphs' space to that of text.
  let matrix: Transform
  /// By code.
  let streams: [Int: PDFObject]
  let resources: PDFDictionary

  init(_ entries: PDFDictionary, _ matrix: [Double], _ reader: PDFReader) {
    func look(_ object: PDFObject) -> PDFObject { (try? reader.resolved(object)) ?? .null }
    self.matrix =
      matrix.count == 6
      ? Transform(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5])
      : Transform(0.001, 0, 0, 0.001, 0, 0)
    resources = look(entries["Resources"]).dictionary ?? PDFDictionary()
    let drawn = look(entries["CharProcs"]).dictionary ?? PDFDictionary()
    let encoding = look(entries["Encoding"]).dictionary ?? PDFDictionary()
    var streams: [Int: PDFObject] = [:]
    var code = 0
    for item in (look(encoding["Differences"]).array ?? []).prefix(1_024) {
      if let number = item.integer {
        code = number
      } else if let name = item.name {
        if (0...255).contains(code), drawn[named: name] != .null {
          streams[code] = drawn[named: name]
        }
        code &+= 1
      }
    }
    self.streams = streams
  }
}
