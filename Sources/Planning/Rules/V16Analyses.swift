import Core

extension Rule {
  /// V16 for the pieces of the analysis: each says where its figures come from, as of when, and
  /// what it says to those who cannot see it; a text needs no alternative.
  static let analyses = Rule(PlanningDiagnostics.origin, needs: [.analyses]) { plan, _ in
    plan.analyses.compactMap { block in
      var lacks: [String] = []
      if block.source == nil { lacks.append("zdroj") }
      if block.date == nil { lacks.append("stav_k") }
      if block.alternative == nil, block.kind.value != "text" { lacks.append("alt") }
      guard !lacks.isEmpty else { return nil }
      let keys = lacks.joined(separator: ", ")
      return Diagnostic(
        PlanningDiagnostics.origin, at: block.at,
        Phrase(
          cs: "Podklad analýzy „\(block.id.value)“ nemá údaje: \(keys).",
          en: "The piece of analysis “\(block.id.value)” lacks: \(keys)."),
        fix: Phrase(
          cs: "Doplňte k němu řádky: \(keys).", en: "Add the lines to it: \(keys)."))
    }
  }
}
