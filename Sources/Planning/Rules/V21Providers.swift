import Core

extension Rule {
  /// V21: whoever does an activity is known: a provider, a municipality or its office, or an
  /// organisation of the key `organizace`. Judged where the plan lists any of them.
  static let implementers = Rule(
    PlanningDiagnostics.implementer, needs: [.providers, .organisations, .municipalities]
  ) { plan, _ in
    let known = plan.providers.map(\.name.value) + plan.organisations.map(\.name.value)
    let names = Set(known.map(spaced))
    let towns = Set(plan.municipalities.map { spaced($0.name.value) })
    guard !names.isEmpty || !towns.isEmpty else { return [] }
    return plan.activities.flatMap { activity in
      activity.implementers.compactMap { who -> Diagnostic? in
        let name = spaced(who.value)
        guard !names.contains(name), !towns.contains(name), !isOffice(name, of: towns)
        else { return nil }
        var fix = Phrase(
          cs: "Opravte jméno podle tabulky poskytovatele, nebo ho doplňte pod klíč organizace.",
          en: "Correct the name after the table poskytovatele, or add it below the key organizace.")
        if let guess = nearest(to: name, among: known) {
          fix = Phrase(cs: "Nemělo tu být „\(guess)“?", en: "Should it be “\(guess)”?")
        }
        let code = activity.code.value
        return Diagnostic(
          PlanningDiagnostics.implementer, at: who.at,
          Phrase(
            cs: "Aktivita \(code): realizátor „\(who.value)“ není mezi poskytovateli, obcemi ani "
              + "organizacemi.",
            en: "Activity \(code): the implementer “\(who.value)” is no provider, municipality or "
              + "organisation."),
          fix: fix)
      }
    }
  }

  /// V21: who is listed as a provider provides something: a service, or else an activity.
  static let idleProviders = Rule(
    PlanningDiagnostics.idleProvider, needs: [.services, .strategy]
  ) { plan, _ in
    let busy = Set(plan.services.map(\.provider.value))
    let implementers = Set(plan.activities.flatMap(\.implementers).map { spaced($0.value) })
    // Where no table of services is kept, this says nothing about a provider.
    guard !plan.services.isEmpty else { return [] }
    return plan.providers.compactMap { provider -> Diagnostic? in
      let name = provider.name.value
      guard !busy.contains(provider.companyNumber.value), !implementers.contains(spaced(name))
      else { return nil }
      return Diagnostic(
        PlanningDiagnostics.idleProvider, at: provider.name.at,
        Phrase(
          cs: "Poskytovatel „\(name)“ nemá v tabulce sluzby žádnou službu, do katalogu se tedy "
            + "nedostane.",
          en: "The provider “\(name)” has no service in the table sluzby, so no catalogue lists it."
        ),
        fix: Phrase(
          cs: "Doplňte jeho služby s IČO \(provider.companyNumber.value) do tabulky sluzby, nebo "
            + "řádek z tabulky poskytovatele vyřaďte.",
          en:
            "Add its services with the number \(provider.companyNumber.value) to the table sluzby, "
            + "or take the line out of the table poskytovatele."))
    }
  }

  private static let offices = [
    "Město ", "Obec ", "Městys ", "Statutární město ", "Městský úřad ", "Obecní úřad ",
    "Úřad městyse ", "Magistrát města ",
  ]

  /// Whether a name is a municipality's or its office's: „Městský úřad Dačice, odbor …“.
  private static func isOffice(_ name: String, of towns: Set<String>) -> Bool {
    offices.contains { office in
      guard name.hasPrefix(office) else { return false }
      let rest = name.dropFirst(office.count)
      return towns.contains(String(rest)) || towns.contains(String(rest.prefix { $0 != "," }))
    }
  }

  private static func spaced(_ name: String) -> String {
    String(name.map { $0 == "\u{A0}" ? " " : $0 })
  }
}
