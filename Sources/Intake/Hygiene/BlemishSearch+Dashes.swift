extension BlemishSearch {
  /// Hyphens in place of dashes, full stops in place of an ellipsis. *Source:* ÚJČ, T16–T18, T22.
  mutating func searchDashes(_ passage: Passage) {
    var position = 0
    while position < passage.count {
      let sign = passage[position]
      guard sign == 0x2D || sign == 0x2E || sign == 0x2013, !passage.isForeign(position) else {
        position += 1
        continue
      }
      var end = position + 1
      while end < passage.count, passage[end] == sign { end += 1 }
      let run = position..<end
      position = end
      switch sign {
      case 0x2E: judgeDots(passage, run)
      case 0x2D where run.count > 1: judgeDoubled(passage, run)
      default: judgeDash(passage, run.lowerBound)
      }
    }
  }

  private mutating func judgeDots(_ passage: Passage, _ run: Range<Int>) {
    // Two are a slip of which nobody knows what is meant; four and more are a line to write on.
    guard run.count == 3 else { return }
    note(.dashes, passage, run, culprits: [0x2E, 0x2E, 0x2E], mend: "…")
  }

  private mutating func judgeDoubled(_ passage: Passage, _ run: Range<Int>) {
    let before = passage[run.lowerBound - 1]
    let next = passage[run.upperBound]
    // Between words or spaces; a line of hyphens is a rule, `--lang` an option of a program.
    let isDash =
      run.count == 2
      && ((Sign.isSpace(before) && Sign.isSpace(next) && run.lowerBound > 0)
        || (Sign.isWord(before) && Sign.isWord(next)))
    guard isDash else { return }
    note(.dashes, passage, run, culprits: [0x2D, 0x2D], mend: "–")
  }

  private mutating func judgeDash(_ passage: Passage, _ position: Int) {
    let before = passage[position - 1]
    let next = passage[position + 1]
    let isSpacedBefore = Sign.isSpace(before)
    let isSpacedAfter = Sign.isSpace(next)
    let isHyphen = passage[position] == 0x2D
    let startsLine = before == 0x0A || passage.scalars[..<position].allSatisfy(Sign.isSpace)
    if startsLine {
      // The mark of a list that was typed into a value.
      if isSpacedAfter, position + 2 < passage.count, passage.notation == .plain {
        note(.bullet, passage, position..<(position + 1), culprits: [passage[position]])
      }
      return
    }
    guard position + 1 < passage.count else { return }
    if let range = spacedRange(passage, position) {
      // Only two years are surely a range and no difference or telephone number.
      let mend = range.areYears ? string(range.from) + "–" + string(range.to) : nil
      note(.dashes, passage, range.at, culprits: [passage[position]], mend: mend)
      return
    }
    if isHyphen, isSpacedBefore, isSpacedAfter {
      let left = lastSign(passage, before: position)
      let right = firstSign(passage, after: position)
      let isWords = (left.map { !Sign.isDigit($0) } ?? false) && (right.map(Sign.isLetter) ?? false)
      note(
        .dashes, passage, position..<(position + 1), culprits: [0x2D], mend: isWords ? "–" : nil)
      return
    }
    // `plánu- poznávka`: half a dash. `dvou- a vícelůžkové` is right.
    guard isSpacedBefore != isSpacedAfter else { return }
    if isSpacedAfter {
      guard Sign.isWord(before), !isConjunction(passage, after: position) else { return }
    } else {
      guard isHyphen, Sign.isLetter(next), Sign.isWord(lastSign(passage, before: position) ?? 0)
      else { return }
    }
    let word = word(passage, around: position)
    note(.dashes, passage, word, culprits: [passage[position]])
  }

  /// A range of two numbers with spaces around its dash: `2008 – 2011`, `2008– 2011`.
  ///
  /// Numbers of several groups (`100 000 – 150 000`) and dates keep their spaces.
  private func spacedRange(_ passage: Passage, _ dash: Int) -> (
    at: Range<Int>, from: ArraySlice<UInt32>, to: ArraySlice<UInt32>, areYears: Bool
  )? {
    var left = dash
    while left > 0, Sign.isSpace(passage[left - 1]) { left -= 1 }
    var right = dash + 1
    while right < passage.count, Sign.isSpace(passage[right]) { right += 1 }
    guard left < dash || right > dash + 1 else { return nil }
    var start = left
    while start > 0, Sign.isDigit(passage[start - 1]) { start -= 1 }
    var end = right
    while end < passage.count, Sign.isDigit(passage[end]) { end += 1 }
    guard start < left, end > right else { return nil }
    let edge = passage[start - 1]
    guard start == 0 || Sign.isSpace(edge) || edge == 0x28 || edge == 0x201E else { return nil }
    if let sign = lastSign(passage, before: start), Sign.isDigit(sign) || sign == 0x2E {
      return nil
    }
    let stop = passage[end]
    let isEnd =
      end == passage.count || Sign.isSpace(stop) || stop == 0x29 || stop == 0x2C || stop == 0x2E
      || stop == 0x3B || stop == 0x201C
    guard isEnd, !(stop == 0x2C && Sign.isDigit(passage[end + 1])) else { return nil }
    if Sign.isSpace(stop), let sign = firstSign(passage, after: end - 1), Sign.isDigit(sign) {
      return nil
    }
    // A day with its month: `5 – 7. května` has its full stop after the number.
    let from = passage.scalars[start..<left]
    let to = passage.scalars[right..<end]
    func isYear(_ digits: ArraySlice<UInt32>) -> Bool {
      digits.count == 4 && (digits.first == 0x31 || digits.first == 0x32)
    }
    return (start..<end, from, to, isYear(from) && isYear(to))
  }

  private func lastSign(_ passage: Passage, before position: Int) -> UInt32? {
    var place = position - 1
    while place >= 0, Sign.isSpace(passage[place]) { place -= 1 }
    return place >= 0 ? passage[place] : nil
  }

  private func firstSign(_ passage: Passage, after position: Int) -> UInt32? {
    var place = position + 1
    while place < passage.count, Sign.isSpace(passage[place]) { place += 1 }
    return place < passage.count ? passage[place] : nil
  }

  private func isConjunction(_ passage: Passage, after position: Int) -> Bool {
    var start = position + 1
    while start < passage.count, Sign.isSpace(passage[start]) { start += 1 }
    var end = start
    while end < passage.count, Sign.isLetter(passage[end]) { end += 1 }
    if start == end { return true }
    return ["a", "i", "či", "nebo", "až", "ani", "resp"].contains(
      string(passage.scalars[start..<end]))
  }

  private func word(_ passage: Passage, around position: Int) -> Range<Int> {
    var start = position
    while start > 0, Sign.isWord(passage[start - 1]) { start -= 1 }
    var end = position + 1
    while end < passage.count, Sign.isWord(passage[end]) { end += 1 }
    return start..<end
  }

  // MARK: - Quotation marks

  /// Quotation marks of a typewriter, and English closing ones. *Source:* ÚJČ, T21.
  mutating func searchQuotes(_ passage: Passage) {
    var straight: [Int] = []
    var opened = 0
    for position in 0..<passage.count where !passage.isForeign(position) {
      switch passage[position] {
      case 0x22: straight.append(position)
      case 0x201E: opened += 1
      case 0x201C: opened -= 1
      case 0x201D:
        let isClosing = opened > 0
        if isClosing { opened -= 1 }
        note(
          .quotes, passage, position..<(position + 1), culprits: [0x201D],
          mend: isClosing ? "“" : nil)
      default: break
      }
    }
    if straight.isEmpty { return }
    let pairs = areCertain(passage, straight)
    for (number, position) in straight.enumerated() {
      // Inches and seconds follow their number and close nothing.
      let isMeasure = !pairs && Sign.isDigit(passage[position - 1])
      if isMeasure { continue }
      note(
        .quotes, passage, position..<(position + 1), culprits: [0x22],
        mend: pairs ? (number % 2 == 0 ? "„" : "“") : nil)
    }
  }

  /// Whether quotation marks open and close in turn, each at the edge of a word.
  private func areCertain(_ passage: Passage, _ marks: [Int]) -> Bool {
    guard marks.count % 2 == 0 else { return false }
    for (number, position) in marks.enumerated() {
      let before = passage[position - 1]
      let next = passage[position + 1]
      let isRight =
        number % 2 == 0
        ? (Sign.isSpace(before) || before == 0x28) && !Sign.isSpace(next)
        : !Sign.isSpace(before) && !Sign.isWord(next)
      if !isRight { return false }
    }
    return true
  }

  // MARK: - Marks of Markdown

  /// Asterisks and brackets that would be printed as they stand.
  mutating func searchMarkup(_ passage: Passage) {
    var opened: Int?
    var position = 0
    while position < passage.count {
      let sign = passage[position]
      if passage.notation == .plain, sign == 0x60 || (sign == 0x5D && passage[position + 1] == 0x28)
      {
        note(.markup, passage, position..<(position + 1), culprits: [sign])
      }
      guard sign == 0x2A || sign == 0x5F, passage[position + 1] == sign,
        passage[position + 2] != sign, passage[position - 1] != sign
      else {
        position += 1
        continue
      }
      let range = position..<(position + 2)
      position += 2
      if passage.notation == .plain {
        // A line of signs to write on is no mark.
        if sign == 0x2A || Sign.isLetter(passage[range.upperBound]) {
          note(.markup, passage, range, culprits: [sign, sign])
        }
        continue
      }
      if sign == 0x5F { continue }
      let closes = opened != nil && !Sign.isSpace(passage[range.lowerBound - 1])
      let opens = opened == nil && !Sign.isSpace(passage[range.upperBound])
      if closes {
        opened = nil
      } else if opens {
        opened = range.lowerBound
      } else {
        note(.markup, passage, range, culprits: [sign, sign])
      }
    }
    if let opened { note(.markup, passage, opened..<(opened + 2), culprits: [0x2A, 0x2A]) }
  }
}
