import CHarfBuzz

/// A table tag of four ASCII letters as a number: `HB_TAG` is a macro that Swift does not see.
func sfntTag(_ letters: StaticString) -> hb_tag_t {
  precondition(letters.utf8CodeUnitCount == 4, "a tag has four letters")
  return letters.withUTF8Buffer { bytes in
    bytes.reduce(0) { $0 << 8 | hb_tag_t($1) }
  }
}

/// The table directory of a font file: what HarfBuzz and FreeType forgive, we want to know.
///
/// HarfBuzz reads a damaged table as an empty one and FreeType skips tables that it does not need;
/// either way letters would silently lose kerning or marks. So the extents are checked here once.
///
/// *Source:* OpenType 1.9, "Organization of an OpenType Font".
struct SfntDirectory {
  /// The tags in the order of the file.
  let tags: [hb_tag_t]

  /// Reads the directory.
  ///
  /// *Throws:* `FontFailure` when the bytes are no single static font.
  init(_ bytes: UnsafeRawBufferPointer) throws(FontFailure) {
    guard bytes.count >= 4 else { throw .notAFont }
    func number(_ offset: Int, _ length: Int) -> Int {
      (offset..<offset + length).reduce(0) { $0 << 8 | Int(bytes[$1]) }
    }
    switch hb_tag_t(number(0, 4)) {
    case 0x0001_0000, sfntTag("OTTO"), sfntTag("true"): break
    case sfntTag("ttcf"): throw .collection
    default: throw .notAFont
    }
    guard bytes.count >= 12 else { throw .damaged }
    let count = number(4, 2)
    guard count > 0, bytes.count >= 12 + 16 * count else { throw .damaged }
    var tags: [hb_tag_t] = []
    for table in 0..<count {
      let record = 12 + 16 * table
      guard number(record + 8, 4) + number(record + 12, 4) <= bytes.count else { throw .damaged }
      tags.append(hb_tag_t(number(record, 4)))
    }
    self.tags = tags
    let needed: [StaticString] = ["cmap", "head", "hhea", "hmtx", "maxp"]
    for letters in needed where !has(letters) { throw .damaged }
    guard !has("fvar") else { throw .variable }
  }

  /// Whether the font holds a table.
  func has(_ letters: StaticString) -> Bool { tags.contains(sfntTag(letters)) }
}
