import Core
import Style

/// What a line costs.
extension LineBreaker {
  /// What remains of the gap between a line and its width for spaces to fill, when letters may
  /// widen or narrow: they go first, but not for nothing, or all lines in their reach would be
  /// equally good.
  @inline(__always)
  static func left(of gap: Int64, room: Int64) -> Int64 {
    if room == 0 { return gap }
    let taken = min(abs(gap), room)
    let rest = abs(gap) - taken + taken / 8
    return gap < 0 ? -rest : rest
  }

  /// What a line costs whose spaces have to take up `rest`, in excess of what TeX charges: TeX's
  /// badness, a cube that is squared, sees no difference between spaces that are even and nearly so.
  @inline(__always)
  static func unevenness(
    _ rest: Int64, stretch: Int64, _ parameters: BreakParameters
  ) -> Int64 {
    if parameters.evenness == 0 { return 0 }
    // Thousandths of the natural spaces, which are twice as wide as they stretch.
    let deviation = stretch > 0 ? min(2_000, abs(rest) * 500 / stretch) : 2_000
    return Int64(parameters.evenness) * deviation * deviation / 1_000
  }

  /// §859.
  @inline(__always)
  func demerits(
    badness: Int32, penalty: Int32, fitness: Fitness, after node: Node, isHyphenated: Bool,
    isEnd: Bool, _ run: borrowing BreakRun
  ) -> Int64 {
    let base = Int64(run.parameters.linePenalty) + Int64(badness)
    var demerits = abs(base) >= 10_000 ? 100_000_000 : base * base
    if penalty > 0 {
      demerits += Int64(penalty) * Int64(penalty)
    } else if penalty < 0, penalty > -Item.infinity {
      demerits -= Int64(penalty) * Int64(penalty)
    }
    if isHyphenated, node.hyphens > 0 {
      demerits += Int64(
        isEnd ? run.parameters.finalHyphenDemerits : run.parameters.doubleHyphenDemerits)
      if !isEnd, node.hyphens > 1 { demerits += ladder(after: node, run) }
    }
    if abs(fitness.rawValue - node.fitness) > 1 {
      demerits += Int64(run.parameters.adjacentDemerits)
    }
    return demerits
  }

  /// What a third line in a row costs that ends in a hyphen, and any beyond the ladder's end: that
  /// much more than anything else, since there may be no other way.
  private func ladder(after node: Node, _ run: borrowing BreakRun) -> Int64 {
    let parameters = run.parameters
    let isOver = parameters.hyphenLadder > 0 && Int32(node.hyphens) >= parameters.hyphenLadder
    return Int64(parameters.ladderDemerits) + (isOver ? Self.overLadder : 0)
  }

  /// Dearer than ten lines at the limit of tolerance.
  static let overLadder: Int64 = 1_000_000_000
}
