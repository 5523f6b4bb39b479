import Core
import Fonts
import Style

extension Typesetter {
  /// What the lines so far leave to the next one.
  struct Cursor {
    /// The first glyph.
    var glyph = 0
    /// The first byte.
    var byte = 0
    /// Where the last line was broken in the text, and how.
    var breakByte = 0
    var place = Place.none
    var segment = 0
    var leader = 0
    var number = 0
  }

  /// How a line ends.
  struct Ending {
    /// The glyph that would come next, were there no break.
    var glyph: Int
    /// The first glyph of the next line; those between hang.
    var next: Int
    /// Where the text is broken.
    var byte: Int
    /// The first byte of the next line.
    var nextByte: Int
    var place: UInt8
    var isLast: Bool
    /// What the line may stretch because it ends inside a word.
    var stretch: Int64
  }

  /// Sets the chosen lines.
  mutating func set(
    _ result: BreakResult, _ paragraph: ParagraphText, _ setting: ParagraphSetting,
    _ measure: Measure
  ) -> TypesetParagraph {
    var out = TypesetParagraph()
    out.pass = result.pass
    out.demerits = result.demerits
    out.missing = missing
    out.text.reserveCapacity(paragraph.text.count + result.lines.count * 2)
    out.glyphs.reserveCapacity(glyphs.count + result.lines.count)
    out.lines.reserveCapacity(result.lines.count)
    var cursor = Cursor()
    for (number, line) in result.lines.enumerated() {
      cursor.number = number
      let next = number + 1 < result.lines.count ? Int(result.lines[number + 1].start) : nil
      let ending = ending(of: line, next: next, paragraph)
      draft(from: cursor, to: ending, paragraph)
      justify(line, ending, setting, measure, cursor, &out)
      emit(line, ending, from: &cursor, paragraph, setting, measure, &out)
      cursor.place = ending.place
      cursor.breakByte = ending.byte
      cursor.glyph = ending.next
      cursor.byte = ending.nextByte
      cursor.segment = segment(of: ending.next, from: cursor.segment)
    }
    return out
  }

  private func ending(
    of line: ChosenLine, next: Int?, _ paragraph: ParagraphText
  ) -> Ending {
    guard let next, Int(line.end) < items.count else {
      return Ending(
        glyph: trailing(paragraph), next: glyphs.count, byte: paragraph.text.count,
        nextByte: paragraph.text.count, place: Place.none, isLast: true, stretch: 0)
    }
    let item = items[Int(line.end)]
    let spot = spots[Int(line.end)]
    var ending = Ending(
      glyph: Int(spot.glyph), next: Int(spots[next].glyph), byte: Int(spot.byte),
      nextByte: Int(spots[next].byte), place: Place.opportunity, isLast: false,
      stretch: item.kind == .penalty ? Int64(item.stretch) : 0)
    if item.penalty <= -Item.infinity {
      ending.place = Place.forced
    } else if item.kind == .discretionary || item.flags.contains(.emergency) {
      ending.place = places[Int(spot.byte)]
    }
    if item.kind == .discretionary { ending.nextByte = ending.byte }
    if ending.place == Place.repeatedHyphen {
      // The real hyphen starts the next line; here it is U+00AD.
      ending.next -= 1
      ending.nextByte -= 1
    }
    return ending
  }

  /// The first glyph of the spaces that end the paragraph.
  private func trailing(_ paragraph: ParagraphText) -> Int {
    paragraph.text.withUnsafeBufferPointer { text in
      var end = glyphs.count
      while end > 0, Word.isStretchable(text, Int(glyphs[end - 1].text)) { end -= 1 }
      return end
    }
  }

  /// Gathers the glyphs of a line, its edges shaped again where they must be.
  private mutating func draft(
    from cursor: Cursor, to ending: Ending, _ paragraph: ParagraphText
  ) {
    draft.clear()
    var leader = cursor.leader
    var segment = cursor.segment
    var middle = cursor.glyph..<max(cursor.glyph, ending.glyph)
    let head = headEdge(cursor)
    let tail = tailEdge(ending, from: segment)
    if let head, let tail, head.glyph > tail.glyph {
      // A line so short that its edges overlap is shaped as a whole.
      reshape(cursor.byte..<ending.byte, segment: head.segment, paragraph)
      middle = middle.upperBound..<middle.upperBound
    } else {
      if let head {
        reshape(cursor.byte..<head.byte, segment: head.segment, paragraph)
        middle = head.glyph..<max(head.glyph, middle.upperBound)
      }
      if let tail { middle = middle.lowerBound..<min(tail.glyph, middle.upperBound) }
      copy(middle, paragraph, &segment, &leader)
      if let tail { reshape(tail.byte..<ending.byte, segment: tail.segment, paragraph) }
    }
    addLeaders(before: ending.isLast ? .max : ending.nextByte, paragraph, &leader)
    addHyphen(ending)
    draft.close()
    copy(
      max(cursor.glyph, ending.glyph)..<max(ending.glyph, ending.next), paragraph, &segment,
      &leader, hangs: true)
  }

  /// Copies glyphs as they are.
  private mutating func copy(
    _ range: Range<Int>, _ paragraph: ParagraphText, _ segment: inout Int, _ leader: inout Int,
    hangs: Bool = false
  ) {
    paragraph.text.withUnsafeBufferPointer { text in
      for index in range {
        segment = self.segment(of: index, from: segment)
        let glyph = glyphs[index]
        if leader < leaders.count { addLeaders(before: Int(glyph.text), paragraph, &leader) }
        draft.open(segment)
        if !hangs, glyph.textLength > 0, Word.isStretchable(text, Int(glyph.text)) {
          draft.spaces.append(draft.glyphs.count)
        }
        draft.glyphs.append(glyph)
      }
    }
  }

  private mutating func addLeaders(
    before byte: Int, _ paragraph: ParagraphText, _ leader: inout Int
  ) {
    while leader < leaders.count {
      let run = leaders[leader]
      guard Int(paragraph.runs[run].range.lowerBound) < byte else { return }
      draft.parts.append(
        LineDraft.Part(source: run, isLeader: true, start: draft.glyphs.count))
      leader += 1
    }
  }

  /// Adds the hyphen that the break brings, or turns the text's own into one.
  private mutating func addHyphen(_ ending: Ending) {
    switch ending.place {
    case Place.hyphenation:
      guard let segment = draft.parts.last(where: { !$0.isLeader })?.source else { return }
      var hyphen = segments[segment].hyphen
      hyphen.text = UInt32(ending.byte)
      draft.glyphs.append(hyphen)
    case Place.softHyphen:
      guard let segment = draft.parts.last(where: { !$0.isLeader })?.source,
        let last = draft.glyphs.indices.last
      else { return }
      // The soft hyphen of the text shows.
      var hyphen = segments[segment].hyphen
      hyphen.text = draft.glyphs[last].text
      draft.glyphs[last] = hyphen
    case Place.repeatedHyphen:
      if let last = draft.glyphs.indices.last { draft.glyphs[last].textLength = 2 }
    default: break
    }
  }
}
