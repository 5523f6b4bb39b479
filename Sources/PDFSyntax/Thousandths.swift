package import Core

/// A real number of a PDF file: a count of thousandths, so that nothing is formatted from floats.
package struct Thousandths: Sendable, Hashable, Comparable {
  /// How many thousandths.
  package var count: Int64
  /// Makes a number of so many thousandths.
  @inlinable package init(_ count: Int64) { self.count = count }
  /// A length in points, rounded to the nearest thousandth.
  @inlinable package init(_ length: Length) {
    self.count = Length.rounded(Int64(length.sp) * 1_000, over: 65_536)
  }
  /// A whole number.
  package static func whole(_ number: Int) -> Thousandths { Thousandths(Int64(number) * 1_000) }

  @inlinable package static func < (a: Thousandths, b: Thousandths) -> Bool { a.count < b.count }
}

extension [UInt8] {
  /// Appends an integer in decimal digits.
  package mutating func append(decimal number: Int64) {
    if number >= 0, number < 10 {
      append(0x30 + UInt8(truncatingIfNeeded: number))
      return
    }
    if number < 0 { append(0x2D) }
    appendDigits(number.magnitude)
  }

  /// Appends a count of thousandths as the shortest decimal: `-0.5` becomes `-.5`, `3.000` is `3`.
  ///
  /// *Source:* ISO 32000-1 §7.3.3 (a leading zero may be left out).
  package mutating func append(_ number: Thousandths) {
    if number.count < 0 { append(0x2D) }
    let magnitude = number.count.magnitude
    let whole = magnitude / 1_000
    var rest = magnitude % 1_000
    if whole > 0 || rest == 0 { appendDigits(whole) }
    guard rest > 0 else { return }
    append(0x2E)
    var place: UInt64 = 100
    while rest > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
  }

  /// Appends four hexadecimal digits.
  package mutating func append(hexadecimal value: UInt16) {
    append(hexadecimal: UInt8(truncatingIfNeeded: value >> 8))
    append(hexadecimal: UInt8(truncatingIfNeeded: value))
  }

  /// Appends two hexadecimal digits.
  package mutating func append(hexadecimal value: UInt8) {
    for digit in [value >> 4, value & 15] { append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
  }

  private mutating func appendDigits(_ magnitude: UInt64) {
    var divisor: UInt64 = 1
    while magnitude / divisor >= 10 { divisor *= 10 }
    var rest = magnitude
    while divisor > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }
}
