import Core
import Fonts
import Style

extension Typesetter {
  /// Shapes the whole paragraph into `glyphs`, at natural advances.
  mutating func shape(_ paragraph: ParagraphText) {
    glyphs.removeAll(keepingCapacity: true)
    unsafe.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
    leaders.removeAll(keepingCapacity: true)
    for (position, run) in paragraph.runs.enumerated() {
      if run.isLeader {
        leaders.append(position)
        continue
      }
      let range = Int(run.range.lowerBound)..<Int(run.range.upperBound)
      for (part, found) in fonts.faces(of: paragraph.text, range, preferred: run.style.face) {
        if found == nil { report(paragraph.text, part, of: run) }
        append(paragraph.text, part, run: position, of: run, face: found ?? run.style.face)
      }
    }
  }

  private mutating func append(
    _ text: [UInt8], _ range: Range<Int>, run position: Int, of run: TextRun, face: FaceID
  ) {
    let scale = Scale(
      size: Int64(run.style.size.sp), unitsPerEm: Int64(fonts[face].unitsPerEm))
    segments.append(
      Segment(
        run: position, face: face, glyph: glyphs.count, byte: range.lowerBound,
        end: range.upperBound, hyphen: hyphen(in: face, scale, tracking: run.style.tracking),
        scale: scale))
    var start = range.lowerBound
    while start < range.upperBound {
      let end = chunkEnd(text, start, range.upperBound)
      shaped.removeAll(keepingCapacity: true)
      shaper.shape(
        text, start..<end, face: face, features: run.style.features, language: run.language,
        into: &shaped)
      Self.scale(shaped, end: end, by: scale, tracking: run.style.tracking, into: &glyphs)
      for glyph in shaped { unsafe.append(glyph.isUnsafeToBreak ? 1 : 0) }
      start = end
    }
  }

  /// Where shaping may pause: nowhere in any run that people write; in monsters at a space, or
  /// after 2 kB, since HarfBuzz takes quadratic time over a pile of accents.
  private func chunkEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard end - start > 16_384 else { return end }
    var position = start + 2_048
    while position > start + 1_024, text[position - 1] != 0x20 { position -= 1 }
    if text[position - 1] != 0x20 { position = start + 2_048 }
    while position < end, text[position] & 0xC0 == 0x80 { position += 1 }
    return position
  }

  /// Appends shaped glyphs in scaled points; tracking follows every cluster.
  static func scale(
    _ shaped: [ShapedGlyph], end: Int, by scale: Scale, tracking: Length,
    into glyphs: inout [Glyph]
  ) {
    for index in shaped.indices {
      let source = shaped[index]
      let startsCluster = index == 0 || shaped[index - 1].cluster != source.cluster
      let endsCluster =
        index + 1 == shaped.count || shaped[index + 1].cluster != source.cluster
      var length = 0
      if startsCluster {
        var next = index + 1
        while next < shaped.count, shaped[next].cluster == source.cluster { next += 1 }
        length = (next < shaped.count ? Int(shaped[next].cluster) : end) - Int(source.cluster)
      }
      let spacing = endsCluster && source.advance != 0 ? tracking.sp : 0
      glyphs.append(
        Glyph(
          id: source.id, textLength: UInt16(clamping: length), text: source.cluster,
          advance: scale(source.advance) &+ spacing, dx: scale(source.dx), dy: scale(source.dy)))
    }
  }

  private func hyphen(in face: FaceID, _ scale: Scale, tracking: Length) -> Glyph {
    let id = fonts[face].glyph(for: 0x2D) ?? fonts[face].glyph(for: 0x2010) ?? 0
    return Glyph(
      id: id, textLength: 2, text: 0,
      advance: scale(fonts[face].advance(of: id)) &+ tracking.sp)
  }

  private mutating func report(_ text: [UInt8], _ range: Range<Int>, of run: TextRun) {
    text.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      while position < range.upperBound {
        let (scalar, length) = UTF8Walk.scalar(bytes, at: position)
        // Spaces and marks come along with what they follow.
        if fonts.face(for: scalar, preferred: run.style.face) == nil {
          missing.append(
            MissingGlyph(scalar: scalar, offset: UInt32(position), owner: run.owner))
        }
        position += length
      }
    }
  }

  /// The segment that holds a glyph, from a position on that is not after it.
  func segment(of glyph: Int, from start: Int) -> Int {
    var position = start
    while position + 1 < segments.count, segments[position + 1].glyph <= glyph { position += 1 }
    return position
  }
}
