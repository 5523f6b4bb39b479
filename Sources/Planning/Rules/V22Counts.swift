import Core

extension Rule {
  /// V22: counts add up: age groups to all inhabitants, answers to all who answered.
  static let counts = Rule(PlanningDiagnostics.counts, needs: [.ages, .survey]) { plan, _ in
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
