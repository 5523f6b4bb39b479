/// How the letters of a line are fitted to its measure: a little wider or narrower, a little apart
/// or together, so that the spaces between words need not.
///
/// *Source:* Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system, 2000;
/// ISO 32000-1 §9.3.2, §9.3.4, in whose order the two are applied.
package struct LetterFit: Sendable, Hashable {
  /// By how many ten-thousandths letters are drawn wider, or narrower if negative.
  package var scale: Int32
  /// How far each letter stands from the next beyond its advance, before that scaling.
  package var apart: Length

  /// Letters as their font draws them.
  package static let natural = LetterFit()

  /// Makes a fit.
  package init(scale: Int32 = 0, apart: Length = .zero) {
    self.scale = scale
    self.apart = apart
  }

  /// A length along the line as it is drawn, from one before scaling.
  package func drawn(_ length: Int64) -> Int64 {
    scale == 0 ? length : Length.rounded(length * Int64(10_000 + scale), over: 10_000)
  }
}
