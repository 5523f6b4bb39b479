/// A signed length on a page, in scaled points: 1 pt = 65 536 sp, 1 in = 72 pt.
///
/// Addition is exact, so sums equal, comparisons need no tolerance and the order of parallel work
/// cannot matter. A `Length` reaches ±32 767 pt (11.5 m): sums that may run further (the natural
/// width of a paragraph) are kept in `Int64` scaled points and come back by `init(clamping:)`.
///
/// It is `public`, as are the other small values that inner loops reckon with: Swift 6.3 inlines into
/// other modules what is public, but makes a call of what is `package`, `@inlinable` or not.
///
/// *Source:* Knuth, TeX: The Program §101 (scaled points); PDF's point of 1/72 in instead of TeX's.
public struct Length: Sendable, Hashable, Comparable {
  /// The length in scaled points.
  public var sp: Int32

  /// Makes a length of so many scaled points.
  @inlinable public init(sp: Int32) { self.sp = sp }

  /// Makes a length from a 64-bit sum, held to the range of a page length.
  @inlinable public init(clamping sp: Int64) { self.sp = Int32(clamping: sp) }

  /// No length.
  @inlinable public static var zero: Length { Length(sp: 0) }
  /// The greatest length there is.
  @inlinable public static var max: Length { Length(sp: .max) }

  /// So many whole points.
  @inlinable public static func pt(_ points: Int) -> Length {
    Length(clamping: Int64(points) * 65_536)
  }

  /// So many thousandths of a point (10.3 pt is `.milliPoints(10_300)`), rounded to the nearest sp.
  @inlinable public static func milliPoints(_ count: Int) -> Length {
    Length(clamping: rounded(Int64(count) * 65_536, over: 1_000))
  }

  /// So many whole millimetres, rounded to the nearest sp.
  @inlinable public static func mm(_ count: Int) -> Length { .microMetres(count * 1_000) }

  /// So many thousandths of a millimetre, rounded to the nearest sp.
  @inlinable public static func microMetres(_ count: Int) -> Length {
    Length(clamping: rounded(Int64(count) * 65_536 * 72, over: 25_400))
  }

  /// This length times `numerator / denominator` in 64 bits, rounded to the nearest sp.
  @inlinable public func scaled(by numerator: Int64, over denominator: Int64) -> Length {
    Length(clamping: Length.rounded(Int64(sp) * numerator, over: denominator))
  }

  /// `numerator / denominator` rounded to the nearest integer, halves away from zero.
  @inlinable public static func rounded(_ numerator: Int64, over denominator: Int64) -> Int64 {
    let half = denominator / 2
    return numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator)
  }

  /// Whether both are as long.
  @inlinable public static func == (a: Length, b: Length) -> Bool { a.sp == b.sp }
  /// Whether one is shorter.
  @inlinable public static func < (a: Length, b: Length) -> Bool { a.sp < b.sp }
  /// The sum; traps beyond ±32 767 pt.
  @inlinable public static func + (a: Length, b: Length) -> Length { Length(sp: a.sp + b.sp) }
  /// The difference.
  @inlinable public static func - (a: Length, b: Length) -> Length { Length(sp: a.sp - b.sp) }
  /// The same the other way.
  @inlinable public static prefix func - (a: Length) -> Length { Length(sp: -a.sp) }
  /// Makes it longer.
  @inlinable public static func += (a: inout Length, b: Length) { a.sp += b.sp }
  /// Makes it shorter.
  @inlinable public static func -= (a: inout Length, b: Length) { a.sp -= b.sp }
  /// The sum, or the greatest length: of texts in one line, a few may be longer than any length is.
  @inlinable public func adding(_ other: Length) -> Length {
    Length(clamping: Int64(sp) + Int64(other.sp))
  }
  /// So many times as long, held to the range.
  @inlinable public static func * (a: Length, b: Int) -> Length {
    Length(clamping: Int64(a.sp) * Int64(b))
  }
  /// A part of it, rounded toward nothing.
  @inlinable public static func / (a: Length, b: Int) -> Length { Length(sp: a.sp / Int32(b)) }
}

extension Length: CustomStringConvertible {
  /// The length in points with at most three decimals, as dumps print it: `118.25`.
  public var description: String { Decimal3.text(sp: sp) }
}

/// Prints scaled points as decimal points without floating point.
package enum Decimal3 {
  /// The shortest text with at most three decimals: `-0.5`, `12`, `7.003`.
  package static func text(sp: Int32) -> String {
    let thousandths = Length.rounded(Int64(sp) * 1_000, over: 65_536)
    let magnitude = thousandths.magnitude
    var text = thousandths < 0 ? "-" : ""
    text += String(magnitude / 1_000)
    var rest = magnitude % 1_000
    guard rest > 0 else { return text }
    text += "."
    var place: UInt64 = 100
    while rest > 0 {
      text += String(rest / place)
      rest %= place
      place /= 10
    }
    return text
  }
}
