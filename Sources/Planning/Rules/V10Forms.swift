import Core

extension Rule {
  /// V10-1 and V10-2: a service is given in a form that is usual for its kind, a capacity belongs to
  /// a form that the service has, and the service has not ended. Warnings: laws change, and a
  /// register knows exceptions.
  static let serviceForms = Rule(PlanningDiagnostics.unusualForm, needs: [.services]) {
    plan, codelists in
    let day = plan.textDate.value
    return plan.services.flatMap { service -> [Diagnostic] in
      var findings = unusual(service, plan, codelists, day)
      if let ends = service.ends, ends.value < day { findings.append(ended(service, ends, day)) }
      return findings
    }
  }

  private static func unusual(
    _ service: Service, _ plan: Plan, _ codelists: Codelists, _ day: CivilDate
  ) -> [Diagnostic] {
    let kind = codelists.entry(.serviceKinds, service.kind.value, on: day)
    let usual = kind?.usualForms ?? []
    let own = service.forms.map(\.value)
    let odd = usual.isEmpty ? [] : service.forms.filter { !usual.contains($0.value) }
    let foreign = plan.capacities(of: service).map(\.form).filter { !own.contains($0.value) }
    return odd.map { form in
      finding(
        form,
        Phrase(
          cs: "Služba „\(service.name.value)“: forma \(form.value) není u druhu "
            + "„\(kind?.name ?? service.kind.value)“ obvyklá (\(usual.joined(separator: ", "))).",
          en: "Service “\(service.name.value)”: the form \(form.value) is unusual for the kind "
            + "“\(kind?.name ?? service.kind.value)” (\(usual.joined(separator: ", ")))."))
    }
      + foreign.map { form in
        finding(
          form,
          Phrase(
            cs:
              "Kapacita služby „\(service.name.value)“ je ve formě \(form.value), služba má formy "
              + "\(own.joined(separator: ", ")).",
            en: "A capacity of service “\(service.name.value)” is of the form \(form.value), the "
              + "service has the forms \(own.joined(separator: ", "))."))
      }
  }

  private static func finding(_ form: Located<String>, _ message: Phrase) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.unusualForm, at: form.at, message,
      fix: Phrase(
        cs: "Ověřte formu v registru poskytovatelů; je-li správně, upozornění ztište s důvodem.",
        en: "Verify the form in the register; if it is right, silence the warning with a reason."))
  }

  private static func ended(
    _ service: Service, _ ends: Located<CivilDate>, _ day: CivilDate
  ) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.endedService, at: ends.at,
      Phrase(
        cs:
          "Služba „\(service.name.value)“ skončila \(ends.value.czech), datum textu je \(day.czech).",
        en: "The service “\(service.name.value)” ended on \(ends.value), the date of the text is "
          + "\(day)."),
      fix: Phrase(
        cs: "Katalog ji vynechá. Službu z tabulky vyřaďte, nebo opravte platnost_do.",
        en: "The catalogue leaves it out. Take the service out of the table, or correct "
          + "platnost_do."))
  }
}
