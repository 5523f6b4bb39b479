import Core

/// Where a text may be broken into lines.
///
/// *Source:* UAX #14, Unicode 15.0, rules LB1–LB31 without tailoring; LB25 as the regular
/// expression of its §8.2 example 7, which LineBreakTest.txt expects.
package struct BreakOpportunities: Sendable {
  /// No break.
  package static let forbidden: UInt8 = 0
  /// A break, if the line needs it.
  package static let allowed: UInt8 = 1
  /// A break, always.
  package static let mandatory: UInt8 = 2

  private let classes = LineBreakTable.shared

  /// Makes a finder.
  package init() {}

  /// Fills `places` with what may happen before each byte of `text`, and at its end (always a
  /// break): one of the three constants; forbidden inside a scalar and before the first.
  ///
  /// - Complexity: O(n).
  package func find(in text: UnsafeBufferPointer<UInt8>, into places: inout [UInt8]) {
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(Self.forbidden, count: text.count + 1))
    places[text.count] = Self.mandatory
    var state = BreakState()
    var position = 0
    var upcoming: (class: LineBreakClass, length: Int)?
    while position < text.count {
      let (current, length): (LineBreakClass, Int)
      if let known = upcoming {
        (current, length) = known
      } else {
        let (scalar, bytes) = UTF8Walk.scalar(text, at: position)
        (current, length) = (classes[scalar], bytes)
      }
      let end = position + length
      if current == .al, state.last == .al, !state.isPending {
        // The common case: a letter after a letter (LB28).
        upcoming = nil
        position = end
        continue
      }
      upcoming = nil
      var following = LineBreakClass.bk
      if end < text.count {
        let (scalar, bytes) = UTF8Walk.scalar(text, at: end)
        upcoming = (classes[scalar], bytes)
        // LB25 looks behind an opening bracket or a hyphen; marks do not count (LB9).
        if current == .op || current == .oq || current == .hy {
          following = classes[scalar]
          var ahead = end + bytes
          while following == .cm || following == .zwj, ahead < text.count {
            let (scalar, bytes) = UTF8Walk.scalar(text, at: ahead)
            following = classes[scalar]
            ahead += bytes
          }
        }
      }
      let place = state.step(current, following: following)
      if position > 0 { places[position] = place }
      position = end
    }
    if text.isEmpty { places[0] = Self.forbidden }
  }
}

/// Classes of scalars, unpacked from `lineBreakRuns`.
struct LineBreakTable: Sendable {
  /// The classes below U+3000, directly.
  private let low: [LineBreakClass]
  /// Where stretches of one class start, from U+3000 on.
  private let starts: [UInt32]
  private let classes: [LineBreakClass]

  static let shared = LineBreakTable()

  private init() {
    var low: [LineBreakClass] = []
    var starts: [UInt32] = []
    var classes: [LineBreakClass] = []
    let runs = UnsafeBufferPointer(
      start: lineBreakRuns.utf8Start, count: lineBreakRuns.utf8CodeUnitCount)
    var scalar: UInt32 = 0
    var position = 0
    while position < runs.count {
      let letter = runs[position]
      position += 1
      var count: UInt32 = 0
      while position < runs.count, runs[position] <= 0x39 {
        count = count * 10 + UInt32(runs[position] - 0x30)
        position += 1
      }
      let value = LineBreakClass(rawValue: letter >= 0x61 ? letter - 0x61 + 26 : letter - 0x41)
      let end = scalar + max(count, 1)
      while low.count < 0x3000, UInt32(low.count) < end { low.append(value ?? .al) }
      if end > 0x3000 {
        starts.append(max(scalar, 0x3000))
        classes.append(value ?? .al)
      }
      scalar = end
    }
    self.low = low
    self.starts = starts
    self.classes = classes
  }

  /// The class of a scalar.
  @inline(__always)
  subscript(scalar: UInt32) -> LineBreakClass {
    scalar < 0x3000 ? low[Int(scalar)] : high(scalar)
  }

  private func high(_ scalar: UInt32) -> LineBreakClass {
    if scalar >= 0xAC00, scalar <= 0xD7A3 { return (scalar - 0xAC00) % 28 == 0 ? .h2 : .h3 }
    var below = 0
    var above = starts.count
    while above - below > 1 {
      let middle = (below + above) / 2
      if starts[middle] <= scalar { below = middle } else { above = middle }
    }
    return classes.isEmpty ? .al : classes[below]
  }
}
