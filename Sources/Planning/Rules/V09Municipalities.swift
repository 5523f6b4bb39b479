import Core

extension Rule {
  /// V09: every code of a municipality belongs to the territory.
  static let municipalityCodes = Rule(PlanningDiagnostics.municipality) { plan, _ in
    let known = plan.municipalities.map(\.code.value)
    let set = Set(known)
    let used =
      plan.ages.map(\.municipality) + plan.services.flatMap(\.municipalities)
      + plan.approvals.map(\.municipality)
    return used.filter { !set.contains($0.value) }.map { code in
      let named = plan.municipalities.first { $0.name.value == code.value }
      let guess = named?.code.value ?? nearest(to: code.value, among: known)
      return Diagnostic(
        PlanningDiagnostics.municipality, at: code.at,
        Phrase(
          cs: "Kód obce „\(code.value)“ do území plánu nepatří.",
          en: "The code “\(code.value)” is of no municipality of the territory."),
        fix: guess.map { guess in
          let name = plan.municipalities.first { $0.code.value == guess }?.name.value ?? ""
          return Phrase(
            cs: "Nemělo tu být \(guess) (\(name))?", en: "Should it be \(guess) (\(name))?")
        }
          ?? Phrase(
            cs: "Použijte kód z tabulky obce.csv, nebo do ní obec doplňte.",
            en: "Use a code of obce.csv, or add the municipality to it."))
    }
  }

  /// V22: counts add up: age groups to all inhabitants, answers to all who answered.
  static let counts = Rule(PlanningDiagnostics.counts, judgesSingly: true) { plan, _ in
    var findings: [Diagnostic] = []
    for row in plan.ages {
      let sum = row.children.value + row.adults.value + row.seniors.value
      guard sum != row.total.value else { continue }
      findings.append(
        disagreement(
          at: row.total.at,
          Phrase(
            cs: "Obec \(row.municipality.value): obyvatel celkem",
            en: "Municipality \(row.municipality.value): all inhabitants"),
          stated: row.total.value,
          Phrase(cs: "věkové skupiny dávají", en: "the age groups add up to"), sum))
    }
    for question in plan.survey {
      let sum = question.answers.reduce(0) { $0 + $1.count.value }
      if !question.isMultiple, sum != question.respondents.value {
        findings.append(
          disagreement(
            at: question.respondents.at,
            Phrase(
              cs: "Otázka \(question.id.value): odpovědělo",
              en: "Question \(question.id.value): those who answered"),
            stated: question.respondents.value,
            Phrase(cs: "odpovědi dávají", en: "the answers add up to"), sum))
      }
      for answer in question.answers where answer.count.value > question.respondents.value {
        findings.append(
          disagreement(
            at: answer.count.at,
            Phrase(
              cs: "Otázka \(question.id.value): tuto odpověď zvolilo",
              en: "Question \(question.id.value): those who gave this answer"),
            stated: answer.count.value,
            Phrase(cs: "odpovědělo jen", en: "only so many answered:"),
            question.respondents.value))
      }
    }
    return findings
  }

  private static func disagreement(
    at place: SourceSpan, _ what: Phrase, stated: Int, _ other: Phrase, _ sum: Int
  ) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.counts, at: place,
      Phrase(
        cs: "\(what.cs) \(grouped(Int64(stated))), ale \(other.cs) \(grouped(Int64(sum))).",
        en: "\(what.en): \(grouped(Int64(stated))), but \(other.en) \(grouped(Int64(sum)))."),
      fix: Phrase(
        cs: "Porovnejte čísla s pramenem a opravte chybné.",
        en: "Compare the numbers with their source and correct the wrong one."))
  }
}
