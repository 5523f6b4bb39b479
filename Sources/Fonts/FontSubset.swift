import CHarfBuzz

/// The part of a face that a publication uses, ready to embed.
package struct FontSubset: Sendable, Equatable {
  /// The bytes of the font program.
  ///
  /// - `.cff`: a bare name-keyed CFF, for `FontFile3` with `/Subtype /CIDFontType0C`.
  /// - `.trueType`: an sfnt of the tables that ISO 32000-1 §9.9 asks for, for `FontFile2`.
  ///
  /// The codes of a composite font with `Identity-H` are the new glyph numbers in both cases. In a
  /// name-keyed CFF under a `CIDFontType0` the CID is the glyph number (§9.7.4.2), and `CIDToGIDMap`
  /// must be absent; under a `CIDFontType2` it is `/Identity` and must be present (PDF/A-2
  /// §6.2.11.3.2). Tried with all four bundled families: poppler 22.12, MuPDF, PDFium and Ghostscript
  /// draw the right letters, and veraPDF finds every glyph and agrees with the widths
  /// (`advance(of:)` in thousandths of an em). `CIDSet` may be absent. The CFF's own name keeps
  /// no subset tag; only `BaseFont` and `FontName` carry it.
  package let program: [UInt8]
  /// How the glyphs are drawn.
  package let outlines: Outlines
  /// The glyph in the face for each glyph here: position = new number, rising, `.notdef` first.
  package let glyphs: [UInt16]

  /// The number of a face's glyph in the subset: its CID; `nil` if it was not asked for.
  package func newID(of glyph: UInt16) -> UInt16? {
    var low = 0
    var high = glyphs.count
    while low < high {
      let middle = (low + high) / 2
      if glyphs[middle] < glyph { low = middle + 1 } else { high = middle }
    }
    return low < glyphs.count && glyphs[low] == glyph ? UInt16(low) : nil
  }
}

extension FontFace {
  /// Cuts out the glyphs that a publication uses, in any order, and numbers them anew from 0.
  ///
  /// `.notdef` is always glyph 0 with its drawing. TrueType composites bring their parts along, so
  /// there may be more glyphs than asked for. The bytes depend on the font and the set of glyphs
  /// alone (and on HarfBuzz's version). Safe to call from several workers at once.
  ///
  /// Decisions: layout tables go, since the text is shaped already, and with them the closure over
  /// substitutions. CFF keeps its hints and subroutines: they are small, and viewers on coarse
  /// screens use them. TrueType loses its instructions (of DejaVu they are most of a small subset,
  /// and hardly any PDF viewer runs them).
  ///
  /// *Throws:* `.subsetting` when a glyph does not exist or HarfBuzz cannot cut the font.
  /// *Source:* ISO 32000-1 §9.9 table 126, §9.7.4.2; ISO 19005-2 §6.2.11.4.
  package func subset(to used: [UInt16]) throws(FontFailure) -> FontSubset {
    guard used.allSatisfy({ Int($0) < glyphCount }) else { throw .subsetting }
    guard let input = hb_subset_input_create_or_fail() else { throw .subsetting }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in used { hb_set_add(wanted, hb_codepoint_t(glyph)) }
    var flags = HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue
    if outlines == .trueType { flags |= HB_SUBSET_FLAGS_NO_HINTING.rawValue }
    hb_subset_input_set_flags(input, flags)
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in tableTags where !embeddedTables.contains(tag) { hb_set_add(dropped, tag) }

    guard let plan = hb_subset_plan_create_or_fail(harfbuzz, input) else { throw .subsetting }
    defer { hb_subset_plan_destroy(plan) }
    guard let cut = hb_subset_plan_execute_or_fail(plan) else { throw .subsetting }
    defer { hb_face_destroy(cut) }
    let program = bytes(of: cut)
    let glyphs = renumbering(hb_subset_plan_new_to_old_glyph_mapping(plan))
    guard !program.isEmpty, let glyphs else { throw .subsetting }
    return FontSubset(program: program, outlines: outlines, glyphs: glyphs)
  }

  /// The tables that the embedded program is made of.
  private var embeddedTables: [hb_tag_t] {
    switch outlines {
    // HarfBuzz wants head, hhea, hmtx and maxp for its own bookkeeping; only CFF leaves the house.
    case .cff:
      [sfntTag("CFF "), sfntTag("head"), sfntTag("hhea"), sfntTag("hmtx"), sfntTag("maxp")]
    case .trueType:
      [
        sfntTag("glyf"), sfntTag("head"), sfntTag("hhea"), sfntTag("hmtx"), sfntTag("loca"),
        sfntTag("maxp"),
      ]
    }
  }

  private func bytes(of cut: OpaquePointer) -> [UInt8] {
    let blob =
      outlines == .cff ? hb_face_reference_table(cut, sfntTag("CFF ")) : hb_face_reference_blob(cut)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
  }

  /// The old numbers in the order of the new ones; `nil` if the new ones have gaps.
  private func renumbering(_ map: OpaquePointer?) -> [UInt16]? {
    let count = hb_map_get_population(map)
    var glyphs: [UInt16] = []
    for new in 0..<count {
      let old = hb_map_get(map, new)
      guard old < hb_codepoint_t(glyphCount) else { return nil }
      if let last = glyphs.last, last >= old { return nil }
      glyphs.append(UInt16(old))
    }
    return glyphs.first == 0 ? glyphs : nil
  }
}
