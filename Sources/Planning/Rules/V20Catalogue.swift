import Core

extension Rule {
  /// V20: what the catalogue says was verified within twelve months of the date of the text, and
  /// plan and catalogue know the same services.
  ///
  /// A missing day is noted only where the table states such days at all, and a service outside the
  /// plan only where the table says that the catalogue lists it. A service that is yet to
  /// come (a demand by which it begins, or no capacity so far) need not be in the catalogue.
  static let catalogue = Rule(PlanningDiagnostics.verification, needs: [.strategy]) {
    plan, codelists in
    let hasDays = plan.services.contains { $0.verified != nil }
    let linked = Set(plan.activities.flatMap(\.services).map(\.value))
    return plan.services.flatMap { service -> [Diagnostic] in
      var findings: [Diagnostic] = []
      let isListed = service.isInCatalogue?.value ?? true
      if isListed, hasDays, let stale = stale(service, on: plan.textDate.value) {
        findings.append(stale)
      }
      // A project without a plan has nothing that the catalogue could differ from.
      if plan.isCatalogueOnly { return findings }
      let isPlanned = service.network != nil || linked.contains(service.key ?? "")
      let isToCome =
        service.demand.flatMap { codelists.anyEntry(.demands, $0.value)?.change } == .begins
        || (service.capacity?.value == 0 && service.target != nil)
      if isPlanned, !isListed, !isToCome { findings.append(lacking(service, catalogue: true)) }
      if service.isInCatalogue?.value == true, !isPlanned {
        findings.append(lacking(service, catalogue: false))
      }
      return findings
    }
  }

  private static func stale(_ service: Service, on day: CivilDate) -> Diagnostic? {
    let name = service.name.value
    if let verified = service.verified {
      let date = verified.value
      guard (date.year + 1, date.month, date.day) < (day.year, day.month, day.day) else {
        return nil
      }
      return Diagnostic(
        PlanningDiagnostics.verification, at: verified.at,
        Phrase(
          cs:
            "Služba „\(name)“ byla ověřena \(date.czech), datum textu je \(day.czech): je to víc než "
            + "12 měsíců.",
          en: "The service “\(name)” was verified on \(date), the date of the text is \(day): more "
            + "than 12 months."),
        fix: Phrase(
          cs: "Nechte údaje potvrdit poskytovatelem a opravte overeno_dne.",
          en: "Have the provider confirm the entry, and correct overeno_dne."))
    }
    return Diagnostic(
      PlanningDiagnostics.verification, at: service.at,
      Phrase(
        cs: "Služba „\(name)“ nemá datum ověření údajů.",
        en: "The service “\(name)” has no day of verification."),
      fix: Phrase(
        cs: "Nechte údaje potvrdit poskytovatelem a doplňte overeno_dne.",
        en: "Have the provider confirm the entry, and fill in overeno_dne."))
  }

  private static func lacking(_ service: Service, catalogue: Bool) -> Diagnostic {
    let name = service.name.value
    return Diagnostic(
      PlanningDiagnostics.catalogue, at: service.name.at,
      catalogue
        ? Phrase(
          cs: "Služba „\(name)“ je v plánu, ale v katalogu není (katalog: ne).",
          en: "The service “\(name)” is in the plan, but not in the catalogue (katalog: ne).")
        : Phrase(
          cs: "Služba „\(name)“ je v katalogu, ale plán ji nezařazuje do sítě a neuvádí ji žádná "
            + "aktivita.",
          en: "The service “\(name)” is in the catalogue, but has no place in the network, and no "
            + "activity names it."),
      fix: catalogue
        ? Phrase(
          cs: "Napište do sloupce katalog „ano“, nebo službu vyřaďte ze sítě.",
          en: "Write “ano” in the column katalog, or take the service out of the network.")
        : Phrase(
          cs: "Vyplňte sloupec sit, nebo napište do sloupce katalog „ne“.",
          en: "Fill in the column sit, or write “ne” in the column katalog."))
  }
}
