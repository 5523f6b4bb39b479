import CFreeType

/// A rectangle in font units; y grows upward.
package struct FontBox: Sendable, Hashable {
  /// The left edge.
  package var xMin: Int32
  /// The lower edge.
  package var yMin: Int32
  /// The right edge.
  package var xMax: Int32
  /// The upper edge.
  package var yMax: Int32
  /// Makes a box.
  package init(xMin: Int32, yMin: Int32, xMax: Int32, yMax: Int32) {
    self.xMin = xMin
    self.yMin = yMin
    self.xMax = xMax
    self.yMax = yMax
  }
}

/// How a face draws its glyphs; it decides how a PDF embeds them.
package enum Outlines: String, Sendable, Hashable {
  /// Cubic curves in a name-keyed `CFF ` table.
  case cff
  /// Quadratic curves in `glyf`.
  case trueType
}

/// What a face says or shows about itself, in font units.
struct FaceMetrics {
  var postScriptName: String
  var capHeight: Int32
  var xHeight: Int32
  /// Degrees counter-clockwise from the vertical, times 65 536.
  var italicAngle: Int32
  var boundingBox: FontBox
  var isFixedPitch: Bool
  var isItalic: Bool
  var isSerif: Bool
  var weight: Int
  var stemWidth: Int32

  /// Opens the font with FreeType, a second and stricter reader than HarfBuzz, and asks it.
  ///
  /// *Throws:* `.damaged` when FreeType refuses the font or its letters, `.restricted`, `.outlines`.
  init(_ bytes: UnsafeRawBufferPointer, name: String) throws(FontFailure) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { throw .damaged }
    defer { FT_Done_FreeType(library) }
    var opened: FT_Face?
    let failure = FT_New_Memory_Face(
      library, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, FT_Long(bytes.count), 0,
      &opened)
    guard failure == 0, let face = opened else { throw .damaged }
    defer { FT_Done_Face(face) }

    let flags = face.pointee.face_flags
    // FT_FACE_FLAG_SCALABLE (bit 0) and FT_FACE_FLAG_CID_KEYED (bit 12). The CIDs of a CID-keyed
    // CFF are not its glyph numbers (ISO 32000-1 §9.7.4.2), which everything else here relies on.
    guard flags & 1 != 0, flags & (1 << 12) == 0 else { throw .outlines }

    let os2 = FT_Get_Sfnt_Table(face, FT_SFNT_OS2)?.assumingMemoryBound(to: TT_OS2.self).pointee
    if let fsType = os2?.fsType {
      // OpenType, OS/2 fsType: 2 alone = restricted licence; bit 8 = no subsetting; bit 9 = bitmaps.
      guard fsType & 0xF != 2, fsType & 0x300 == 0 else { throw .restricted(fsType: fsType) }
    }
    let post = FT_Get_Sfnt_Table(face, FT_SFNT_POST)?
      .assumingMemoryBound(to: TT_Postscript.self).pointee

    postScriptName = FaceMetrics.plainName(
      FT_Get_Postscript_Name(face).map { String(cString: $0) } ?? name)
    italicAngle = Int32(clamping: post?.italicAngle ?? 0)
    isFixedPitch = (post?.isFixedPitch ?? 0) != 0
    isItalic = face.pointee.style_flags & 1 != 0 || italicAngle != 0
    weight = Int(os2?.usWeightClass ?? 400)
    // PANOSE family 2 (Latin text), serif styles 2…10; else the IBM family classes with serifs.
    let panose = os2?.panose
    let familyClass = (os2?.sFamilyClass ?? 0) >> 8
    if panose?.0 == 2, let style = panose?.1, style >= 2 {
      isSerif = style <= 10
    } else {
      isSerif = (1...5).contains(familyClass) || familyClass == 7
    }
    let box = face.pointee.bbox
    boundingBox = FontBox(
      xMin: Int32(clamping: box.xMin), yMin: Int32(clamping: box.yMin),
      xMax: Int32(clamping: box.xMax), yMax: Int32(clamping: box.yMax))

    // Version 2 brought these fields; some fonts have the version but zeros.
    let version = os2.map { $0.version == 0xFFFF ? 0 : $0.version } ?? 0
    let stated = version >= 2
    let tallLetter = try FaceMetrics.height(of: "H", in: face)
    let lowLetter = try FaceMetrics.height(of: "x", in: face)
    let ascender = Int32(face.pointee.ascender)
    capHeight = stated ? Int32(os2?.sCapHeight ?? 0) : 0
    if capHeight <= 0 { capHeight = tallLetter ?? ascender }
    xHeight = stated ? Int32(os2?.sxHeight ?? 0) : 0
    if xHeight <= 0 { xHeight = lowLetter ?? capHeight * 7 / 10 }
    stemWidth =
      try FaceMetrics.stem(of: "l", at: xHeight / 2, in: face)
      // No letter to measure: a common estimate, 80/1000 em at weight 400.
      ?? Int32(face.pointee.units_per_EM) * Int32(clamping: weight) / 5_000
  }

  /// A PostScript name holds printable ASCII without delimiters (Adobe TN 5902); others are dropped.
  private static func plainName(_ name: String) -> String {
    let kept = name.utf8.filter { byte in
      byte > 0x20 && byte < 0x7F && !"()<>[]{}/%#".utf8.contains(byte)
    }
    return kept.isEmpty ? "Font" : String(decoding: kept, as: UTF8.self)
  }

  /// The unscaled outline of a letter, if the face has the letter.
  private static func load(
    _ letter: Unicode.Scalar, in face: FT_Face
  ) throws(FontFailure) -> FT_Outline? {
    let glyph = FT_Get_Char_Index(face, FT_ULong(letter.value))
    guard glyph != 0 else { return nil }
    guard FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_SCALE)) == 0 else { throw .damaged }
    return face.pointee.glyph.pointee.outline
  }

  /// How high a letter with flat ends rises above the baseline.
  private static func height(
    of letter: Unicode.Scalar, in face: FT_Face
  ) throws(FontFailure) -> Int32? {
    guard let outline = try load(letter, in: face), outline.n_points > 0 else { return nil }
    var top = Int32.min
    for point in 0..<Int(outline.n_points) {
      top = max(top, Int32(clamping: outline.points[point].y))
    }
    return top
  }

  /// The horizontal thickness of a letter's stem at a height: the distance of its outermost edges.
  ///
  /// At half the x-height an `l` is nothing but its stem, and straight, so the control polygon is
  /// the outline. A slanted stem is measured horizontally, as `StemV` asks.
  private static func stem(
    of letter: Unicode.Scalar, at height: Int32, in face: FT_Face
  ) throws(FontFailure) -> Int32? {
    guard let outline = try load(letter, in: face), outline.n_contours > 0 else { return nil }
    var left = Int.max
    var right = Int.min
    var first = 0
    for contour in 0..<Int(outline.n_contours) {
      let last = Int(outline.contours[contour])
      guard last >= first, last < Int(outline.n_points) else { break }
      var previous = outline.points[last]
      for point in first...last {
        let current = outline.points[point]
        let y = Int(height)
        if (previous.y < y) != (current.y < y) {
          let x =
            previous.x + (current.x - previous.x) * (y - previous.y) / (current.y - previous.y)
          left = min(left, x)
          right = max(right, x)
        }
        previous = current
      }
      first = last + 1
    }
    return right > left ? Int32(clamping: right - left) : nil
  }
}
