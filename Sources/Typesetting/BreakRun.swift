import Style

/// What stays the same during a pass, and the candidates of the break at hand.
struct BreakRun: ~Copyable {
  let shape: LineShape
  let background: LineBackground
  let parameters: BreakParameters
  let threshold: Int32
  let allowsHyphenation: Bool
  let isFinal: Bool
  /// Whether all feasible lines are kept, to find more ways than the best.
  var keepsLines = false
  /// The last line whose number matters: TeX's `easy_line`.
  let easyLine: Int32
  var best = (
    LineBreaker.Candidate(), LineBreaker.Candidate(), LineBreaker.Candidate(),
    LineBreaker.Candidate()
  )
  var minimum = LineBreaker.awful

  init(
    shape: LineShape, background: LineBackground, parameters: BreakParameters, threshold: Int32,
    allowsHyphenation: Bool, isFinal: Bool
  ) {
    self.shape = shape
    self.background = background
    self.parameters = parameters
    self.threshold = threshold
    self.allowsHyphenation = allowsHyphenation
    self.isFinal = isFinal
    // §847: with looseness every line number counts, else only those of special width.
    easyLine = parameters.looseness != 0 ? .max : Int32(shape.first.count) - 1
  }
}
