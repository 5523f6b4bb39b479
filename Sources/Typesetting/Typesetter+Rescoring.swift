import Core
import Style

/// The white between words, line by line; scratch of one worker.
struct Whites {
  /// A space as it will be set: where it begins and ends, and how wide it is by nature.
  struct White {
    var start: Int64
    var end: Int64
    var natural: Int64
    /// Through how many lines white has run down to it.
    var depth: Int32
  }

  /// Those of the line above and of the line at hand.
  var above: [White] = []
  var here: [White] = []
}

/// What no breaker sees that looks at one line at a time: white that runs down through lines, and
/// words under themselves. Found in the best solution, they are weighed against the next best ones.
///
/// *Source:* re-scoring the k best: Lawler, A Procedure for Computing the K Best Solutions, 1972
/// (each further solution lacks a break of the best one).
extension Typesetter {
  /// How many solutions are looked at for a paragraph.
  private static let trials = 12
  /// Longer paragraphs stay as they are: a flaw in them is one of many.
  private static let longest = 60

  /// The best of the solutions near the optimum, faults between lines counted.
  mutating func rescored(
    _ optimum: BreakResult, _ text: UnsafeBufferPointer<UInt8>, _ setting: ParagraphSetting,
    _ measure: Measure
  ) -> BreakResult {
    let parameters = measure.parameters
    guard parameters.riverDemerits > 0 || parameters.stackedWordDemerits > 0,
      optimum.lines.count > 2, optimum.lines.count <= Self.longest
    else { return optimum }
    var best = optimum
    var suspects: [Int32] = []
    var cost = optimum.demerits + faults(optimum, text, setting, measure, &suspects)
    guard !suspects.isEmpty else { return optimum }
    var tried: [Int32] = []
    var trials = 0
    var next = 0
    // A better solution is searched in turn, with what led to it still forbidden.
    while next < suspects.count, trials < Self.trials {
      let suspect = suspects[next]
      next += 1
      if tried.contains(suspect) { continue }
      trials += 1
      breaker.forbidden = tried + [suspect]
      let other = breaker.lines(
        of: items, shape: measure.shape, background: measure.background, parameters: parameters)
      guard other.pass.rawValue <= best.pass.rawValue, other.demerits < cost, !isOverfull(other)
      else { continue }
      var found: [Int32] = []
      let whole = other.demerits + faults(other, text, setting, measure, &found)
      guard whole < cost else { continue }
      (best, cost, suspects, next) = (other, whole, found, 0)
      tried.append(suspect)
    }
    breaker.forbidden.removeAll(keepingCapacity: true)
    return best
  }

  /// What the faults of a solution cost; the breaks that make them are added to `suspects`.
  private mutating func faults(
    _ result: BreakResult, _ text: UnsafeBufferPointer<UInt8>, _ setting: ParagraphSetting,
    _ measure: Measure, _ suspects: inout [Int32]
  ) -> Int64 {
    let parameters = measure.parameters
    var cost: Int64 = 0
    func suspect(_ lines: ClosedRange<Int>) {
      for line in lines where Int(result.lines[line].end) < items.count {
        if !suspects.contains(result.lines[line].end) { suspects.append(result.lines[line].end) }
      }
    }
    whites.above.removeAll(keepingCapacity: true)
    for (number, line) in result.lines.enumerated() {
      findWhites(line, indent: number == 0 ? Int64(setting.firstIndent.sp) : 0, parameters)
      if parameters.riverDemerits > 0 {
        for index in whites.here.indices {
          let depth = depth(of: whites.here[index])
          whites.here[index].depth = depth
          guard depth > 2 else { continue }
          cost += Int64(parameters.riverDemerits)
          suspect(number - 2...number - 1)
        }
      }
      if number > 0, parameters.stackedWordDemerits > 0 {
        let above = result.lines[number - 1]
        let starts = isSame(word(from: above.start, text), word(from: line.start, text), text)
        let ends = isSame(word(to: above.end, text), word(to: line.end, text), text)
        if starts {
          cost += Int64(parameters.stackedWordDemerits)
          if number > 1 { suspect(number - 2...number - 1) } else { suspect(0...0) }
        }
        if ends {
          cost += Int64(parameters.stackedWordDemerits)
          suspect(number - 1...number)
        }
      }
      swap(&whites.above, &whites.here)
    }
    return cost
  }

  /// Finds where the spaces of a line will be.
  private mutating func findWhites(
    _ line: ChosenLine, indent: Int64, _ parameters: BreakParameters
  ) {
    whites.here.removeAll(keepingCapacity: true)
    let isFree = line.infinite != 0 && line.shortfall > 0
    let taken = isFree ? 0 : max(-line.room, min(line.room, line.shortfall))
    let rest = isFree ? 0 : line.shortfall - taken
    let natural = line.stretch * 2
    guard Int(line.start) < items.count else { return }
    var x = indent - Int64(items[Int(line.start)].hangLeft) * Item.hangStep
    for index in Int(line.start)..<min(Int(line.end), items.count) {
      let item = items[index]
      switch item.kind {
      case .penalty: continue
      case .glue:
        let width = Int64(item.width)
        let set = natural > 0 ? width + width * rest / natural : width
        whites.here.append(Whites.White(start: x, end: x + set, natural: width, depth: 1))
        x += set
      case .box, .kern, .discretionary:
        x += Int64(item.width)
        if line.room > 0, item.kind == .box { x += Int64(item.expansion) * taken / line.room }
      }
    }
  }

  /// Through how many lines white runs down to a space: it goes on where spaces share half a
  /// natural one across.
  private func depth(of white: Whites.White) -> Int32 {
    var depth: Int32 = 1
    for upper in whites.above {
      let shared = min(white.end, upper.end) - max(white.start, upper.start)
      if shared * 2 >= min(white.natural, upper.natural) { depth = max(depth, upper.depth + 1) }
    }
    return depth
  }

  /// The word that a line starts with; nothing if it is the rest of one.
  private func word(from start: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard Int(start) < spots.count else { return 0..<0 }
    let first = Int(spots[Int(start)].byte)
    if first > 0, !Word.isStretchableBefore(text, first) { return 0..<0 }
    var end = first
    while end < text.count, Word.spaceLength(text, end) == 0 { end += 1 }
    return first..<end
  }

  /// The word that a line ends with; nothing if it is parted or the paragraph ends.
  private func word(to end: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard Int(end) < items.count, items[Int(end)].kind != .discretionary else { return 0..<0 }
    let last = Int(spots[Int(end)].byte)
    guard last < text.count, Word.spaceLength(text, last) > 0 else { return 0..<0 }
    var start = last
    while start > 0, !Word.isStretchableBefore(text, start) { start -= 1 }
    return start..<last
  }

  /// Whether two words have the same letters, capitals and marks aside.
  private func isSame(
    _ first: Range<Int>, _ second: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard !first.isEmpty, !second.isEmpty else { return false }
    var left = Letters(text: text, range: first)
    var right = Letters(text: text, range: second)
    var isWord = false
    while true {
      let (a, b) = (left.next(), right.next())
      guard a == b else { return false }
      guard a != nil else { return isWord }
      isWord = true
    }
  }

  /// The letters and digits of a stretch of text, in small form.
  private struct Letters {
    let text: UnsafeBufferPointer<UInt8>
    var range: Range<Int>

    mutating func next() -> UInt32? {
      while let byte = range.first {
        let (scalar, length) = UTF8Walk.scalar(text, at: byte)
        range = min(byte + length, range.upperBound)..<range.upperBound
        if LetterCase.isLetter(scalar) || scalar &- 0x30 < 10 { return LetterCase.lower(scalar) }
      }
      return nil
    }
  }
}
