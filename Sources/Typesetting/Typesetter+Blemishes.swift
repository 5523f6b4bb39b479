import Core
import Style

/// Things that lines do together.
struct Blemishes {
  /// In how many places two neighbouring lines begin or end with one word: the breaker's own
  /// demerits have them.
  var pairs = 0
  /// In how many places three do.
  var stacks = 0
  /// How many lines rivers of white run through, from the third of each on.
  var rivers = 0

  /// What the breaker's demerits do not see, in demerits at the prices of the design.
  func demerits(_ parameters: BreakParameters) -> Int64 {
    Int64(stacks) * 4 * Int64(parameters.stackedWordDemerits)
      + Int64(rivers) * Int64(parameters.riverDemerits)
  }
}

extension Typesetter {
  /// How many ways to break a paragraph are compared: on thirty pages of Czech the ninth best and
  /// those after it, up to the hundredth, were never better.
  private static let compared = 8

  /// Takes the way to break a paragraph whose lines displease least, seen together.
  ///
  /// Most paragraphs have no blemish and are left at that.
  /// *Source:* Mittelbach & Rowley, The Pursuit of Quality, 1992 (rivers, stacked words).
  mutating func choose(
    _ result: inout BreakResult, _ paragraph: ParagraphText, _ measure: Measure
  ) {
    let indent = measure.shape.rest - measure.shape.width(of: 0)
    guard result.lines.count > 2, result.pass != .rescue else { return }
    var least = blemishes(of: result, paragraph, indent: indent).demerits(measure.parameters)
    guard least > 0 else { return }
    least += result.demerits
    let ways = breaker.alternatives(
      Self.compared, to: result, of: items, shape: measure.shape,
      background: measure.background, parameters: measure.parameters)
    // No line more or fewer: that is the page's business.
    for way in ways where way.lines.count == result.lines.count {
      // The breaker knows of ladders only along the best way to each break.
      if measure.parameters.hyphenLadder > 0, way.ladder(in: items) > result.ladder(in: items) {
        continue
      }
      let total =
        way.demerits + blemishes(of: way, paragraph, indent: indent).demerits(measure.parameters)
      if total < least {
        least = total
        result = way
      }
    }
  }

  /// Looks at all lines of a paragraph at once.
  func blemishes(
    of result: BreakResult, _ paragraph: ParagraphText, indent: Int64 = 0
  ) -> Blemishes {
    var found = Blemishes()
    paragraph.text.withUnsafeBufferPointer { text in
      var begins = (word: 0..<0, count: 0)
      var ends = (word: 0..<0, count: 0)
      // The spaces of the line before, and through how many lines white has run down to each.
      var above: [(start: Int64, end: Int64, depth: Int)] = []
      for (number, line) in result.lines.enumerated() {
        let isLast = number == result.lines.count - 1
        let first = Int(spots[Int(line.start)].byte)
        let last =
          Int(line.end) < spots.count ? Int(spots[Int(line.end)].byte) : text.count
        follow(Word.first(of: text, first..<last), &begins, text, &found)
        follow(Word.last(of: text, first..<last), &ends, text, &found)
        above = isLast ? [] : rivers(line, indent: number == 0 ? indent : 0, under: above, &found)
      }
    }
    return found
  }

  /// Counts how many lines in a row have the same word at one of their ends.
  private func follow(
    _ word: Range<Int>, _ run: inout (word: Range<Int>, count: Int),
    _ text: UnsafeBufferPointer<UInt8>, _ found: inout Blemishes
  ) {
    let word = Word.bare(of: text, word)
    let isSame = !word.isEmpty && Word.isSame(text, word, run.word)
    run = (word, isSame ? run.count + 1 : 1)
    if run.count == 2 { found.pairs += 1 }
    if run.count == 3 { found.stacks += 1 }
  }

  /// The spaces of a line, each as deep as the river that runs down to it.
  private func rivers(
    _ line: ChosenLine, indent: Int64, under above: [(start: Int64, end: Int64, depth: Int)],
    _ found: inout Blemishes
  ) -> [(start: Int64, end: Int64, depth: Int)] {
    // Letters take first, spaces what is left. A last line is not filled.
    let isFree = line.infinite != 0 && line.shortfall > 0
    let taken = isFree ? 0 : max(-line.room, min(line.room, line.shortfall))
    let due = isFree ? 0 : line.shortfall - taken
    let give = due > 0 ? line.stretch : line.shrink
    var spaces: [(start: Int64, end: Int64, depth: Int)] = []
    var x = indent - Int64(items[Int(line.start)].hangLeft) * Item.hangStep
    for position in Int(line.start)..<Int(line.end) {
      let item = items[position]
      switch item.kind {
      case .glue:
        let own = Int64(due > 0 ? item.stretch : item.shrink)
        let natural = Int64(item.width)
        let wider = line.room > 0 ? Int64(item.room) * taken / line.room : 0
        let width = natural + wider + (give > 0 ? due * own / give : 0)
        var depth = 1
        for upper in above where upper.end > x {
          if upper.start > x + width { break }
          // White runs on where half a natural space stands under a space.
          let overlap = min(x + width, upper.end) - max(x, upper.start)
          if overlap * 2 >= natural { depth = max(depth, upper.depth + 1) }
        }
        if depth > 2 { found.rivers += 1 }
        spaces.append((x, x + width, depth))
        x += width
      case .box:
        x += Int64(item.width)
        if line.room > 0 { x += Int64(item.room) * taken / line.room }
      case .kern, .discretionary: x += Int64(item.width)
      case .penalty: break
      }
    }
    return spaces
  }
}

extension Word {
  /// Whether two stretches are the same word, the capital at its start aside.
  static func isSame(
    _ text: UnsafeBufferPointer<UInt8>, _ one: Range<Int>, _ other: Range<Int>
  ) -> Bool {
    guard !other.isEmpty else { return false }
    let (first, length) = UTF8Walk.scalar(text, at: one.lowerBound)
    let (second, otherLength) = UTF8Walk.scalar(text, at: other.lowerBound)
    return LetterCase.lower(first) == LetterCase.lower(second)
      && text[one.dropFirst(length)].elementsEqual(text[other.dropFirst(otherLength)])
  }

  /// A word without the marks before and after it.
  static func bare(of text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Range<Int> {
    var start = word.lowerBound
    var end = word.upperBound
    while start < end {
      let (scalar, length) = UTF8Walk.scalar(text, at: start)
      guard !continues(scalar) else { break }
      start += length
    }
    while end > start {
      let (scalar, length) = UTF8Walk.scalar(text, before: end)
      guard !continues(scalar) else { break }
      end -= length
    }
    return start..<end
  }

  /// The letters of a line up to its first space.
  static func first(of text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var end = line.lowerBound
    while end < line.upperBound, spaceLength(text, end) == 0 { end += 1 }
    return line.lowerBound..<end
  }

  /// The letters of a line from its last space on; spaces at its end are left out.
  static func last(of text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    var start = end
    // A tie parts words, too.
    while start > line.lowerBound, text[start - 1] != 0x20,
      text[start - 1] != 0xA0 || start - 2 < line.lowerBound || text[start - 2] != 0xC2
    {
      start -= 1
    }
    return start..<end
  }
}
