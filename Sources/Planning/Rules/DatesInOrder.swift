import Core

extension Rule {
  /// R04: nothing ends before it begins.
  static let datesInOrder = Rule(PlanningDiagnostics.order, needs: []) { plan, _ in
    var spans: [(Located<CivilDate>?, Located<CivilDate>?, Phrase)] = []
    for project in plan.projects {
      let name = project.name.value
      spans.append(
        (project.from, project.to, Phrase(cs: "Projekt „\(name)“", en: "Project “\(name)”")))
    }
    if let consultation = plan.consultation {
      spans.append(
        (consultation.from, consultation.to, Phrase(cs: "Připomínkování", en: "Consultation")))
    }
    for group in plan.groups {
      for member in group.members {
        let id = member.person.value
        let name = group.name.value
        let what = Phrase(
          cs: "Členství „\(id)“ ve skupině „\(name)“", en: "Membership of “\(id)” in “\(name)”")
        spans.append((member.from, member.to, what))
      }
    }
    for service in plan.services {
      let name = service.name.value
      spans.append(
        (service.begins, service.ends, Phrase(cs: "Služba „\(name)“", en: "Service “\(name)”")))
    }
    return spans.compactMap { from, to, what in
      guard let from, let to, to.value < from.value else { return nil }
      return Diagnostic(
        PlanningDiagnostics.order, at: to.at,
        Phrase(
          cs: "\(what.cs): končí \(to.value.czech), ale začíná až \(from.value.czech).",
          en: "\(what.en): ends on \(to.value), but begins on \(from.value)."),
        fix: Phrase(cs: "Opravte jedno z dat.", en: "Correct one of the dates."))
    }
  }
}

extension CivilDate {
  /// The day as messages in Czech write it: `5. 11. 2024`.
  var czech: String { "\(day).\u{A0}\(month). \(year)" }
}
