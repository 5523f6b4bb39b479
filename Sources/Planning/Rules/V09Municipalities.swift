import Core

extension Rule {
  /// V09: every code of a municipality belongs to the territory.
  static let municipalityCodes = Rule(PlanningDiagnostics.municipality, needs: [.municipalities]) {
    plan, _ in
    let known = plan.municipalities.map(\.code.value)
    let set = Set(known)
    let used =
      plan.ages.map(\.municipality) + plan.services.flatMap(\.municipalities)
      + plan.approvals.map(\.municipality) + plan.facilities.compactMap(\.municipality)
    return authority(plan)
      + used.filter { !set.contains($0.value) }.map { code in
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
              cs: "Použijte kód z tabulky obce, nebo do ní obec doplňte.",
              en: "Use a code of the table obce, or add the municipality to it."))
      }
  }

  /// The code of the ORP has four digits.
  private static func authority(_ plan: Plan) -> [Diagnostic] {
    guard let code = plan.territory.code, !code.value.isEmpty else { return [] }
    let isCode =
      code.value.utf8.count == 4 && code.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard !isCode else { return [] }
    return [
      Diagnostic(
        PlanningDiagnostics.municipality, at: code.at,
        Phrase(
          cs: "\(plan.territory.name.value): kód ORP „\(code.value)“ má mít čtyři číslice.",
          en: "\(plan.territory.name.value): the ORP code “\(code.value)” must have four digits."),
        fix: Phrase(
          cs: "Opište kód z číselníku ČSÚ, například 3104.",
          en: "Copy the code from the statistical office's list, for example 3104."))
    ]
  }
}
