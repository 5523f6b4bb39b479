import Core

extension Rule {
  /// V19: the registration number of a project has the shape that its programme gives, and the
  /// sentence of publicity says what the programme demands.
  static let programmes = Rule(PlanningDiagnostics.registration, needs: []) {
    plan, codelists in
    plan.projects.flatMap { project -> [Diagnostic] in
      guard let code = project.programme,
        let programme = codelists.entry(.programmes, code.value, on: plan.textDate.value)
      else { return [] }
      return [number(of: project, programme), publicity(of: project, programme)].compactMap { $0 }
    }
  }

  private static func number(of project: Project, _ programme: CodelistEntry) -> Diagnostic? {
    let patterns = programme.numberPatterns
    guard let number = project.registration, !patterns.isEmpty,
      !patterns.contains(where: { follows(number.value, pattern: $0) })
    else { return nil }
    let shapes = patterns.joined(separator: ", ")
    return Diagnostic(
      PlanningDiagnostics.registration, at: number.at,
      Phrase(
        cs: "Projekt „\(project.name.value)“: číslo „\(number.value)“ nemá tvar čísel programu "
          + "\(programme.name): \(shapes) (# je číslice).",
        en: "Project “\(project.name.value)”: the number “\(number.value)” has not the shape of "
          + "\(programme.name): \(shapes) (# is a digit)."),
      fix: Phrase(
        cs: "Opište číslo z rozhodnutí o dotaci, nebo opravte program.",
        en: "Copy the number from the grant decision, or correct the programme."))
  }

  private static func publicity(of project: Project, _ programme: CodelistEntry) -> Diagnostic? {
    guard let rules = programme.publicity else { return nil }
    let said = project.publicity?.value.lowercased() ?? ""
    let missing = rules.words.filter { !said.contains($0.lowercased()) }
    guard !missing.isEmpty || (said.isEmpty && rules.sentence != nil) else { return nil }
    let words = missing.map { "„\($0)“" }.joined(separator: ", ")
    let sentence = rules.sentence ?? ""
    return Diagnostic(
      PlanningDiagnostics.publicity, at: project.publicity?.at ?? project.at,
      said.isEmpty
        ? Phrase(
          cs: "Projekt „\(project.name.value)“ nemá větu publicity, kterou žádá \(programme.name).",
          en: "The project “\(project.name.value)” lacks the publicity sentence that "
            + "\(programme.name) demands.")
        : Phrase(
          cs: "Projekt „\(project.name.value)“: ve větě publicity chybí \(words), jak žádá "
            + "\(programme.name).",
          en: "Project “\(project.name.value)”: the publicity sentence lacks \(words), which "
            + "\(programme.name) demands."),
      fix: Phrase(
        cs: "Doplňte k projektu řádek publicita"
          + (sentence.isEmpty ? "." : ", například „\(sentence)“."),
        en: "Add the line publicita to the project"
          + (sentence.isEmpty ? "." : ", for example “\(sentence)”.")))
  }
}
