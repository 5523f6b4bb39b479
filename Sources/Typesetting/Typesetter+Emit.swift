import Core
import Fonts
import Style

extension Typesetter {
  /// Gives the drafted line its place in the measure: sets glue, and appends the line without its
  /// pieces.
  mutating func justify(
    _ line: ChosenLine, _ ending: Ending, _ setting: ParagraphSetting, _ measure: Measure,
    _ cursor: Cursor, _ out: inout TypesetParagraph
  ) {
    let holdsLeader = draft.parts.contains(where: \.isLeader)
    if setting.breaking.protrudes, !holdsLeader { hangEdges() }
    let hang = draft.hangLeft + draft.hangRight
    let width = measure.shape.width(of: cursor.number) + hang
    var space: Int64 = 0
    for index in draft.spaces { space += Int64(draft.glyphs[index].advance) }
    // A paragraph's last line is never widened, but may have counted on being narrowed.
    if line.infinite == 0 || draft.natural > width {
      fit(width, setting.breaking)
    }
    let excess = width - draft.natural
    var ratio: Int64 = 0
    if setting.alignment == .justified {
      if excess < 0, space > 0 {
        // Where an edge was shaped again or letters have moved, a hair more than the full shrink is
        // no overfull line.
        let hair = draft.isReshaped || draft.fit.apart != .zero ? Self.hair : 0
        let give = min(-excess, space / 3 + hair)
        draft.spread(-give)
        ratio = -give * 65_536 / max(1, space / 3)
      } else if excess > 0, line.infinite == 0, space > 0 {
        let stretch = space / 2
        let due = ending.stretch > 0 ? excess * stretch / (stretch + ending.stretch) : excess
        draft.spread(due)
        ratio = due * 65_536 / max(1, stretch)
      }
    }
    let slack = max(0, width - draft.natural)
    var offset = cursor.number == 0 ? Int64(setting.firstIndent.sp) : 0
    offset -= draft.hangLeft
    switch setting.alignment {
    case .justified, .left: break
    case .right: offset += holdsLeader ? 0 : slack
    case .centre: offset += holdsLeader ? 0 : slack / 2
    }
    // A kern at an edge that was shaped again, or a letter that could not move, may exceed the
    // measure by a hair: no overfull line.
    let excessWidth = max(0, draft.natural - width)
    let hasMoved = draft.isReshaped || draft.fit.apart != .zero
    let overflow = hasMoved && excessWidth <= Self.hair ? 0 : excessWidth
    let hyphen: LineHyphen
    let end: LineEnd
    switch ending.place {
    case Place.hyphenation, Place.softHyphen: (hyphen, end) = (.added, .hyphenation)
    case Place.repeatedHyphen: (hyphen, end) = (.repeated, .hyphen)
    case Place.keptHyphen: (hyphen, end) = (.kept, .hyphen)
    case Place.emergency: (hyphen, end) = (.none, .emergency)
    case Place.forced: (hyphen, end) = (.none, .forced)
    case Place.none: (hyphen, end) = (.none, .paragraph)
    default: (hyphen, end) = (.none, ending.next > ending.glyph ? .space : .opportunity)
    }
    out.lines.append(
      TypesetLine(
        pieces: 0..<0,
        width: Length(clamping: holdsLeader ? draft.natural + slack : draft.natural - hang),
        offset: Length(clamping: offset), ascent: .zero, descent: .zero,
        ratio: Int32(clamping: ratio), badness: line.badness, demerits: line.demerits,
        hyphen: hyphen, end: end, isOverfull: overflow > 0, overflow: Length(clamping: overflow)))
  }

  /// Finds how far the first and the last ink of the line hang.
  private mutating func hangEdges() {
    guard let first = draft.parts.first, draft.visible > 0,
      let last = draft.parts.last(where: { $0.start < draft.visible })
    else { return }
    draft.hangLeft = hang(of: draft.glyphs[0].id, in: first.source).left
    draft.hangRight = hang(of: draft.glyphs[draft.visible - 1].id, in: last.source).right
  }

  /// How far a glyph hangs at the edges, in sp, as exactly as the breaker knows it.
  mutating func hang(of glyph: UInt16, in segment: Int) -> (left: Int64, right: Int64) {
    let hang = hangs.hang(of: glyph, face: segments[segment].face, &shaper, fonts)
    func steps(_ units: Int16) -> Int64 {
      Int64(segments[segment].scale(Int32(units))) / Item.hangStep * Item.hangStep
    }
    return (steps(hang.left), steps(hang.right))
  }

  /// Widens or narrows the line as far as it takes to fill the measure, or as its letters may; where
  /// that is not enough these are also set apart or nearer, by as few steps as will do.
  private mutating func fit(_ width: Int64, _ parameters: BreakParameters) {
    let most = Int64(parameters.expansion) * 10
    let farthest = farthest(parameters) / Self.spacingStep
    guard most > 0 || farthest > 0, draft.natural > 0 else { return }
    let over = abs(width - draft.natural) - draft.natural * most / 10_000
    if over > 0, farthest > 0, case let step = draft.seams * Self.spacingStep, step > 0 {
      let steps = min(farthest, (over + step - 1) / step) * (width < draft.natural ? -1 : 1)
      draft.space(by: Length(clamping: steps * Self.spacingStep))
    }
    let wanted = Length.rounded((width - draft.natural) * 10_000, over: draft.natural)
    draft.expand(by: Int32(clamping: max(-most, min(most, wanted))))
  }

  /// How far letters may stand apart, in sp.
  func farthest(_ parameters: BreakParameters) -> Int64 {
    let most = (segments.first?.scale.size ?? 0) * Int64(parameters.letterSpacing) / 1_000
    return most / Self.spacingStep * Self.spacingStep
  }

  /// Letters are set apart by steps of a fiftieth of a point, for few different numbers make small
  /// files; how wide they are makes up for it.
  static let spacingStep: Int64 = 1_310

  /// A fifth of a point: what a kern may do to a line's width.
  static let hair: Int64 = 65_536 / 5

  /// Appends the line's text, glyphs and pieces.
  mutating func emit(
    _ line: ChosenLine, _ ending: Ending, from cursor: inout Cursor, _ paragraph: ParagraphText,
    _ setting: ParagraphSetting, _ measure: Measure, _ out: inout TypesetParagraph
  ) {
    let base = out.text.count - cursor.byte
    out.text.append(contentsOf: paragraph.text[cursor.byte..<max(cursor.byte, ending.nextByte)])
    let ownEnd = out.text.count
    if ending.place == Place.hyphenation || ending.place == Place.repeatedHyphen {
      out.text.append(0xC2)
      out.text.append(0xAD)
    }
    let firstPiece = out.pieces.count
    let slack = max(0, measure.shape.width(of: cursor.number) - draft.natural)
    // Only lines with leaders use the slack, and in those nothing hangs.
    let leaderCount = draft.parts.reduce(0) { $0 + ($1.isLeader ? 1 : 0) }
    var x: Int64 = 0
    var filled: Int64 = 0
    var leader = 0
    var ascent = Int32.min
    var descent = Int32.min
    for (position, part) in draft.parts.enumerated() {
      let end =
        position + 1 < draft.parts.count ? draft.parts[position + 1].start : draft.glyphs.count
      let glyphStart = UInt32(out.glyphs.count)
      var width: Int64 = 0
      var run = paragraph.runs[part.isLeader ? part.source : segments[part.source].run]
      var place = x
      let textStart: Int
      if part.isLeader {
        leader += 1
        let fill = slack * Int64(leader) / Int64(leaderCount) - filled
        filled += fill
        textStart = base + Int(run.range.lowerBound)
        cursor.leader += 1
        (place, width) = addLeaderGlyphs(
          run, paragraph, from: x, to: x + fill, lineWidth: measure.shape.width(of: cursor.number),
          text: base, &out)
        x += fill
      } else {
        run.style.face = segments[part.source].face
        textStart =
          part.start < end ? base + Int(draft.glyphs[part.start].text) : out.text.count
        for index in part.start..<end {
          var glyph = draft.glyphs[index]
          width += Int64(glyph.advance)
          glyph.text = UInt32(Int(glyph.text) + base)
          out.glyphs.append(glyph)
        }
        x += width
      }
      let face = fonts[run.style.face]
      let scale = Scale(size: Int64(run.style.size.sp), unitsPerEm: Int64(face.unitsPerEm))
      ascent = max(ascent, scale(face.ascender) + run.style.rise.sp)
      descent = max(descent, -scale(face.descender) - run.style.rise.sp)
      if out.pieces.count > firstPiece {
        // Pieces tile the text of the line.
        let last = out.pieces.count - 1
        out.pieces[last].text = out.pieces[last].text.lowerBound..<UInt32(textStart)
      }
      out.pieces.append(
        Piece(
          style: run.style, owner: run.owner, language: run.language,
          isArtifact: run.isArtifact || run.isLeader, x: Length(clamping: place),
          width: Length(clamping: width), fit: part.isLeader ? .natural : draft.fit,
          glyphs: glyphStart..<UInt32(out.glyphs.count),
          text: UInt32(textStart)..<UInt32(out.text.count)))
    }
    if ending.place == Place.repeatedHyphen, let last = out.glyphs.indices.last {
      out.glyphs[last].text = UInt32(ownEnd)
    }
    if draft.parts.isEmpty, let run = emptyRun(at: cursor.byte, paragraph) {
      let face = fonts[run.style.face]
      let scale = Scale(size: Int64(run.style.size.sp), unitsPerEm: Int64(face.unitsPerEm))
      ascent = scale(face.ascender)
      descent = -scale(face.descender)
    }
    let last = out.lines.count - 1
    out.lines[last].pieces = UInt32(firstPiece)..<UInt32(out.pieces.count)
    out.lines[last].ascent = Length(sp: ascent)
    out.lines[last].descent = Length(sp: descent)
  }

  /// The run whose size an empty line has.
  private func emptyRun(at byte: Int, _ paragraph: ParagraphText) -> TextRun? {
    paragraph.runs.last { Int($0.range.lowerBound) <= byte } ?? paragraph.runs.first
  }

  /// Repeats the leaders' pattern between two places, on a grid that starts at the right edge.
  ///
  /// - Returns: where the first copy stands and how wide all are.
  private mutating func addLeaderGlyphs(
    _ run: TextRun, _ paragraph: ParagraphText, from start: Int64, to end: Int64,
    lineWidth: Int64, text base: Int, _ out: inout TypesetParagraph
  ) -> (Int64, Int64) {
    let range = Int(run.range.lowerBound)..<Int(run.range.upperBound)
    let face = run.style.face
    shaped.removeAll(keepingCapacity: true)
    shaper.shape(
      paragraph.text, range, face: face, features: run.style.features, language: run.language,
      into: &shaped)
    var pattern: [Glyph] = []
    Self.scale(
      shaped, end: range.upperBound,
      by: Scale(size: Int64(run.style.size.sp), unitsPerEm: Int64(fonts[face].unitsPerEm)),
      tracking: run.style.tracking, into: &pattern)
    let width = pattern.reduce(0) { $0 + Int64($1.advance) }
    guard width > 0, end > start else { return (start, 0) }
    // Copy number k from the right edge starts at lineWidth − k × width.
    let lastCopy = (lineWidth - end + width - 1) / width + 1
    let firstCopy = (lineWidth - start) / width
    guard firstCopy >= lastCopy, lastCopy > 0 else { return (start, 0) }
    let count = Int(firstCopy - lastCopy + 1)
    for copy in 0..<count {
      for var glyph in pattern {
        glyph.text = UInt32(Int(glyph.text) + base)
        if copy > 0 { glyph.textLength = 0 }
        out.glyphs.append(glyph)
      }
    }
    return (lineWidth - firstCopy * width, Int64(count) * width)
  }
}
