/// TeX's measure of how far a line is from its natural width.
package enum Badness {
  /// A badness that no tolerance allows.
  package static let infinite: Int32 = 10_000

  /// Approximately 100 (t / s)³ for t, s ≥ 0, in integers only; at most 10 000.
  ///
  /// *Source:* TeX: The Program §108: 297³ ≈ 100 × 2¹⁸.
  @inlinable package static func of(_ excess: Int64, over give: Int64) -> Int32 {
    if excess <= 0 { return 0 }
    if give <= 0 { return infinite }
    let ratio: Int64
    if excess <= 7_230_584 {
      ratio = excess * 297 / give
    } else if give >= 1_663_497 {
      ratio = excess / (give / 297)
    } else {
      ratio = excess
    }
    if ratio > 1290 { return infinite }
    return Int32((ratio * ratio * ratio + 131_072) / 262_144)
  }
}

/// How tight or loose a line is; neighbours two classes apart look bad together.
///
/// *Source:* TeX: The Program §817.
package enum Fitness: Int8, Sendable {
  case veryLoose = 0
  case loose
  case decent
  case tight
}
