import PDFSyntax

/// Writes what codes lead to: characters, and glyphs where codes have one byte.
///
/// *Source:* ISO 32000-1 §9.7.5, §9.10.3; Adobe Technical Note 5014.
enum CodeMaps {
  /// The name of the map from one-byte codes to glyphs.
  static let name = "Sazba-Byte-H"

  /// The map from one-byte codes to glyphs.
  static func encoding(_ bytes: ByteCodes) -> [UInt8] {
    let ranges = bytes.ranges
    var out = Array(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo 3 dict dup begin
      /Registry (Adobe) def
      /Ordering (Identity) def
      /Supplement 0 def
      end def
      /CMapName /\(name) def
      /CMapType 1 def
      /WMode 0 def
      1 begincodespacerange
      <00> <FF>
      endcodespacerange
      \(ranges.count) begincidrange

      """.utf8)
    for range in ranges {
      for code in [range.bytes.lowerBound, range.bytes.upperBound] {
        out.append(0x3C)
        out.append(hexadecimal: code)
        out.append(contentsOf: [0x3E, 0x20])
      }
      out.append(decimal: Int64(range.code))
      out.append(0x0A)
    }
    out.append(
      contentsOf:
        "endcidrange\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n".utf8)
    return out
  }

  /// The characters of a face's codes.
  static func unicode(_ codes: FaceCodes) -> [UInt8] {
    var out = Array(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      \(codes.isWide ? "<0000><FFFF>" : "<00><FF>")
      endcodespacerange

      """.utf8)
    var entries = codes.unicode.enumerated().compactMap { code, key in
      key.map { (codes.isWide ? code : Int(codes.bytes[UInt16(code)]), $0) }
    }
    entries.sort { $0.0 < $1.0 }
    var start = 0
    while start < entries.count {
      // A block holds at most a hundred entries.
      let block = entries[start..<min(entries.count, start + 100)]
      out.append(decimal: Int64(block.count))
      out.append(contentsOf: " beginbfchar\n".utf8)
      for (code, key) in block {
        out.append(0x3C)
        if codes.isWide {
          out.append(hexadecimal: UInt16(code))
        } else {
          out.append(hexadecimal: UInt8(code))
        }
        out.append(contentsOf: [0x3E, 0x3C])
        for unit in key.text.utf16 { out.append(hexadecimal: unit) }
        out.append(contentsOf: [0x3E, 0x0A])
      }
      out.append(contentsOf: "endbfchar\n".utf8)
      start = block.endIndex
    }
    out.append(contentsOf: "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n".utf8)
    return out
  }
}
