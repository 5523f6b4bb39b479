import Core

/// What a paragraph would cost beyond its best, with a line fewer and with a line more.
package struct VariantCosts: Sendable, Hashable {
  /// The demerits added by a line fewer; nil where that cannot be.
  package var fewer: Int64?
  /// The demerits added by a line more; nil where that cannot be.
  package var more: Int64?
  /// Makes costs.
  package init(fewer: Int64? = nil, more: Int64? = nil) {
    self.fewer = fewer
    self.more = more
  }
}

extension Typesetter {
  /// What the variants of a paragraph cost, without setting them.
  package mutating func variantCosts(
    _ paragraph: ParagraphText, _ setting: ParagraphSetting
  ) -> VariantCosts {
    guard !paragraph.text.isEmpty, !paragraph.runs.isEmpty else { return VariantCosts() }
    let setting = prepare(paragraph, setting)
    let measure = Measure(setting)
    let ways = breaker.variants(
      of: items, shape: measure.shape, background: measure.background,
      parameters: measure.parameters)
    guard let best = ways.min(by: { $0.demerits < $1.demerits }), !isOverfull(best) else {
      return VariantCosts()
    }
    func cost(_ difference: Int) -> Int64? {
      ways.first { $0.lines.count == best.lines.count + difference && !isOverfull($0) }
        .map { $0.demerits - best.demerits }
    }
    return VariantCosts(fewer: cost(-1), more: cost(1))
  }

  /// The breaks with a line more or fewer than the best, or the best ones.
  mutating func variant(_ difference: Int, _ measure: Measure) -> BreakResult {
    let ways = breaker.variants(
      of: items, shape: measure.shape, background: measure.background,
      parameters: measure.parameters)
    let best = ways.min { $0.demerits < $1.demerits } ?? BreakResult()
    return ways.first { $0.lines.count == best.lines.count + difference && !isOverfull($0) } ?? best
  }
}
