import Core

extension Rule {
  /// V05: codes are unique, follow the scheme, begin with their parent's code and are not retired.
  static let codes = Rule(PlanningDiagnostics.codes, needs: [.numbering]) { plan, _ in
    var findings: [Diagnostic] = []
    var seen: Set<Code> = []
    let retired = Set(plan.retired.map(\.value))
    // An empty code was noted by the reader.
    for record in records(plan) where !record.code.value.text.isEmpty {
      let code = record.code.value
      if !seen.insert(code).inserted {
        findings.append(recurring(record.code))
        continue
      }
      if retired.contains(code) { findings.append(reused(record.code)) }
      guard plan.numbering.level(record.tier) != nil else { continue }
      guard let numbers = plan.numbering.numbers(of: code, tier: record.tier) else {
        findings.append(strange(record, plan))
        continue
      }
      guard let parent = record.parent, let above = record.parentTier,
        plan.numbering.chain(of: record.tier).count > 1,
        let expected = plan.numbering.numbers(of: parent, tier: above)
      else { continue }
      if Array(numbers.dropLast()) != expected { findings.append(misplaced(record, under: parent)) }
    }
    return findings
  }

  /// A record that carries a code.
  private struct Coded {
    var code: Located<Code>
    var tier: Tier
    var parent: Code?
    var parentTier: Tier?
  }

  private static func records(_ plan: Plan) -> [Coded] {
    plan.areas.map { Coded(code: $0.code, tier: .area) }
      + plan.priorities.map {
        Coded(code: $0.code, tier: .priority, parent: $0.area?.value, parentTier: .area)
      }
      + plan.measures.map {
        Coded(code: $0.code, tier: .measure, parent: $0.priority.value, parentTier: .priority)
      }
      + plan.activities.map {
        Coded(code: $0.code, tier: .activity, parent: $0.measure.value, parentTier: .measure)
      }
  }

  private static func recurring(_ code: Located<Code>) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.codes, at: code.at,
      Phrase(
        cs: "Kód \(code.value) už nese jiný záznam.",
        en: "The code \(code.value) is already taken by another record."),
      fix: Phrase(
        cs: "Dejte záznamu další volný kód; kódy hotových záznamů neměňte.",
        en: "Give the record the next free code; leave the codes of settled records alone."))
  }

  private static func reused(_ code: Located<Code>) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.codes, at: code.at,
      Phrase(
        cs: "Kód \(code.value) je mezi zrušenými kódy.",
        en: "The code \(code.value) is among the retired codes."),
      fix: Phrase(
        cs: "Dejte záznamu jiný kód. Zrušený kód by si čtenáři spletli se starým záznamem.",
        en: "Choose another code. Readers would take it for the old record."))
  }

  private static func strange(_ record: Coded, _ plan: Plan) -> Diagnostic {
    let example = plan.numbering.example(of: record.tier)
    return Diagnostic(
      PlanningDiagnostics.codes, at: record.code.at,
      Phrase(
        cs: "Kód „\(record.code.value)“ neodpovídá číslování úrovně "
          + "„\(name(record.tier, plan))“ (například \(example)).",
        en: "The code “\(record.code.value)” does not follow the scheme of the level "
          + "“\(name(record.tier, plan))” (for example \(example))."),
      fix: Phrase(
        cs: "Opravte kód, nebo upravte klíč cislovani v plan.yaml.",
        en: "Correct the code, or change the key cislovani in plan.yaml."))
  }

  private static func misplaced(_ record: Coded, under parent: Code) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.codes, at: record.code.at,
      Phrase(
        cs: "Kód \(record.code.value) stojí pod \(parent), ale nezačíná jeho čísly.",
        en: "The code \(record.code.value) stands below \(parent), but does not begin with it."),
      fix: Phrase(
        cs: "Opravte kód, nebo záznam přesuňte pod správný nadřazený záznam.",
        en: "Correct the code, or move the record below its right parent."))
  }
}
