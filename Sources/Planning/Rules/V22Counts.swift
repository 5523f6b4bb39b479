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

  /// V22-1: sums in tables of narratives are those of their rows.
  static let tableSums = Rule(PlanningDiagnostics.tableSums, needs: [.narratives]) { plan, _ in
    plan.narratives.flatMap { narrative in
      narrative.prose.blocks.flatMap { block -> [Diagnostic] in
        guard case .table(let table) = block.content else { return [] }
        let name = table.legend.anchor?.value ?? table.legend.caption.plainText
        return table.sums.faults.map { fault in
          Diagnostic(
            PlanningDiagnostics.tableSums, at: fault.at,
            Phrase(
              cs: "Tabulka \(name): „\(fault.row)“ má ve sloupci „\(fault.column)“ "
                + "\(fault.stated), ale řádky dávají \(fault.sum).",
              en: "Table \(name): “\(fault.row)” has \(fault.stated) in the column "
                + "“\(fault.column)”, but the rows add up to \(fault.sum)."),
            fix: Phrase(
              cs: "Opravte součet nebo řádek; co součtem být nemá, nechte bez tučného písma. Mezi "
                + "řádky, které se počítají znovu, patří „z toho …“.",
              en: "Correct the sum or the row; what is to be no sum should not be bold. Rows that "
                + "count again begin with “z toho” (of which)."))
        }
      }
    }
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
