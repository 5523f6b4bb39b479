import Core
package import Style

extension LineBreaker {
  /// The best ways to break a paragraph into one line fewer than its optimum, as many, and one
  /// more, hyphenated where need be, as far as the tolerance allows; by number of lines.
  ///
  /// A page builder trades a line here against white there. The optimum is always among them.
  ///
  /// *Source:* Knuth & Plass 1981 (looseness); Mittelbach, A general LuaTeX framework for globally
  /// optimized pagination, 2019.
  package mutating func variants(
    of items: [Item], shape: LineShape, background: LineBackground = LineBackground(),
    parameters: BreakParameters
  ) -> [BreakResult] {
    let best = lines(of: items, shape: shape, background: background, parameters: parameters)
    guard best.lines.count > 1 else { return [best] }
    var parameters = parameters
    // Any looseness makes the breaker tell numbers of lines apart.
    parameters.looseness = 1
    var background = background
    if best.pass == .emergency { background.stretch += Int64(parameters.emergencyStretch.sp) }
    var run = BreakRun(
      shape: shape, background: background, parameters: parameters,
      threshold: min(parameters.tolerance, Item.infinity), allowsHyphenation: true, isFinal: false)
    _ = tryPass(items, &run)
    var found: [BreakResult] = []
    for count in best.lines.count - 1...best.lines.count + 1 {
      if count == best.lines.count {
        found.append(best)
        continue
      }
      let ends = active.filter { nodes[Int($0)].line == count }
      guard let end = ends.min(by: { nodes[Int($0)].demerits < nodes[Int($1)].demerits }) else {
        continue
      }
      found.append(result(of: end, items: items, run: run, pass: best.pass))
    }
    return found
  }
}
