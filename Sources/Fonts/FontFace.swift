import CHarfBuzz
import Glibc

/// One font file, opened once and never changed: any number of workers may read it.
///
/// The HarfBuzz face is made immutable, after which HarfBuzz allows sharing it between threads;
/// everything that is asked often (characters, advances) is kept in plain arrays. Widths and heights
/// are in font units, `unitsPerEm` to the em.
package final class FontFace: @unchecked Sendable {
  /// The file as messages show it.
  package let name: String
  /// The name for `BaseFont` and `FontName`, without a subset tag: plain ASCII.
  package let postScriptName: String
  /// Font units in an em: 1000 or 2048 as a rule.
  package let unitsPerEm: Int32
  /// How far the face rises above the baseline, as its designer wants lines to be spaced.
  package let ascender: Int32
  /// How far the face falls below the baseline; negative.
  package let descender: Int32
  /// The height of a flat capital, measured on `H` where the font does not say.
  package let capHeight: Int32
  /// The height of a flat lower-case letter, measured on `x` where the font does not say.
  package let xHeight: Int32
  /// The slant in degrees counter-clockwise, times 65 536 (`Decimal3.text(sp:)` prints it).
  package let italicAngle: Int32
  /// The box that holds every glyph.
  package let boundingBox: FontBox
  /// Whether all letters are of one width.
  package let isFixedPitch: Bool
  /// Whether the letters have serifs.
  package let isSerif: Bool
  /// Whether the letters slant.
  package let isItalic: Bool
  /// The weight in CSS numbers.
  package let weight: Int
  /// The horizontal thickness of upright stems, measured on `l`: the `StemV` of a descriptor.
  package let stemWidth: Int32
  /// How the glyphs are drawn.
  package let outlines: Outlines
  /// The advance widths of all glyphs; a glyph number is a position.
  package let advances: [Int32]
  /// The OpenType features that the face knows, sorted: a style may ask for one that it lacks.
  package let features: [String]

  let coverage: Coverage
  /// The character drawn for U+2011 by a face that has neither U+2011 nor U+2010.
  let noBreakHyphen: UInt32?
  let tableTags: [hb_tag_t]
  let harfbuzz: OpaquePointer

  /// Opens a font file and checks it with two independent readers.
  ///
  /// `path` is where the file is, `name` how messages call it.
  ///
  /// *Throws:* `FontFailure`; every way in which a font can be unusable has its case.
  package init(path: String, name: String) throws(FontFailure) {
    // A pipe or a device would block or never end.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .unreadable }
    // The face holds its own reference.
    defer { hb_blob_destroy(blob) }
    hb_blob_make_immutable(blob)
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    let bytes = UnsafeRawBufferPointer(start: data, count: Int(length))

    let directory = try SfntDirectory(bytes)
    let metrics = try FaceMetrics(bytes, name: name)
    if directory.has("CFF ") {
      outlines = .cff
    } else if directory.has("glyf"), directory.has("loca") {
      outlines = .trueType
    } else {
      throw .outlines
    }

    guard let face = hb_face_create(blob, 0) else { throw .damaged }
    hb_face_make_immutable(face)
    guard let font = hb_font_create(face) else {
      hb_face_destroy(face)
      throw .damaged
    }
    defer { hb_font_destroy(font) }
    let coverage = Coverage(face: face, font: font)
    let glyphCount = hb_face_get_glyph_count(face)
    guard coverage.count > 0, glyphCount > 0 else {
      hb_face_destroy(face)
      throw coverage.count == 0 ? .characters : .damaged
    }
    var ids = [hb_codepoint_t](0..<glyphCount)
    var widths = [hb_position_t](repeating: 0, count: ids.count)
    hb_font_get_glyph_h_advances(
      font, glyphCount, &ids, UInt32(MemoryLayout<hb_codepoint_t>.stride), &widths,
      UInt32(MemoryLayout<hb_position_t>.stride))
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(font, &extents)

    self.name = name
    self.coverage = coverage
    harfbuzz = face
    advances = widths
    tableTags = directory.tags
    features = FontFace.features(of: face)
    noBreakHyphen = coverage[0x2011] == nil && coverage[0x2010] == nil ? 0x2D : nil
    unitsPerEm = Int32(hb_face_get_upem(face))
    ascender = extents.ascender
    descender = extents.descender
    postScriptName = metrics.postScriptName
    capHeight = metrics.capHeight
    xHeight = metrics.xHeight
    italicAngle = metrics.italicAngle
    boundingBox = metrics.boundingBox
    isFixedPitch = metrics.isFixedPitch
    isSerif = metrics.isSerif
    isItalic = metrics.isItalic
    weight = metrics.weight
    stemWidth = metrics.stemWidth
  }

  deinit { hb_face_destroy(harfbuzz) }

  /// The number of glyphs.
  package var glyphCount: Int { advances.count }

  /// The glyph that the font itself assigns to a character.
  package func glyph(for scalar: UInt32) -> UInt16? { coverage[scalar] }

  /// The advance width of a glyph in font units; 0 for a number beyond the last glyph.
  package func advance(of glyph: UInt16) -> Int32 {
    Int(glyph) < advances.count ? advances[Int(glyph)] : 0
  }

  /// The `Flags` of a font descriptor: fixed pitch, serif, symbolic, italic.
  ///
  /// Symbolic rather than nonsymbolic, because a subset holds whatever the text needs, beyond the
  /// standard Latin set. *Source:* ISO 32000-1 §9.8.2, table 123.
  package var descriptorFlags: Int {
    (isFixedPitch ? 1 : 0) | (isSerif ? 2 : 0) | 4 | (isItalic ? 64 : 0)
  }

  private static func features(of face: OpaquePointer) -> [String] {
    var names: [String] = []
    for table in [sfntTag("GSUB"), sfntTag("GPOS")] {
      var count = hb_ot_layout_table_get_feature_tags(face, table, 0, nil, nil)
      var tags = [hb_tag_t](repeating: 0, count: Int(count))
      _ = hb_ot_layout_table_get_feature_tags(face, table, 0, &count, &tags)
      for tag in tags {
        let letters = stride(from: 24, through: 0, by: -8).map { UInt8(tag >> UInt32($0) & 0xFF) }
        names.append(String(decoding: letters, as: UTF8.self))
      }
    }
    names.sort()
    var distinct: [String] = []
    for name in names where distinct.last != name { distinct.append(name) }
    return distinct
  }
}
