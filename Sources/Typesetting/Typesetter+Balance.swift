import Core
import Style

extension Typesetter {
  /// Breaks the paragraph in as many lines, but in the narrowest measure that still gives no more:
  /// so the lines of a heading are about equally long and the last is no lost word.
  ///
  /// Every line stays within the true measure; where nothing narrower will do, the breaks stay.
  mutating func balance(_ result: inout BreakResult, _ measure: Measure) {
    let count = result.lines.count
    guard (2...Self.mostBalanced).contains(count), measure.shape.first.isEmpty else { return }
    var parameters = measure.parameters
    parameters.tolerance = Item.infinity
    parameters.pretolerance = -1
    parameters.emergencyStretch = .zero
    var background = measure.background
    // The rag is not judged here: any line short enough will do.
    background.stretch = max(background.stretch, measure.narrowest)
    var least = measure.narrowest / Int64(count) / 2
    var enough = measure.narrowest
    while enough - least > Self.balanceStep {
      let width = (least + enough) / 2
      let tried = breaker.lines(
        of: items, shape: LineShape(rest: width), background: background, parameters: parameters)
      if tried.lines.count > count || isOverfull(tried) {
        least = width
      } else {
        enough = width
        result.lines = tried.lines
      }
    }
  }

  /// A heading of more lines is a paragraph.
  private static let mostBalanced = 5
  /// A point: the eye sees no less.
  private static let balanceStep: Int64 = 65_536
}
