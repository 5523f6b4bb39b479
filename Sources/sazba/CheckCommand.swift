import ArgumentParser
import Core
import Pipeline

/// `sazba check`: says what is wrong, writes nothing.
struct CheckCommand: ParsableCommand, Runnable {
  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Speech.say(
      cs: "Zkontroluje projekt, nic nezapíše.", en: "Checks the project, writes nothing."),
    discussion: Speech.say(
      cs: """
        Vypíše všechno, co je třeba opravit: nejdřív chyby, pak upozornění, podle souborů a míst.

        Příklady:
          sazba check nas-plan
          sazba check nas-plan --format sarif > nalezy.sarif
          sazba check nas-plan --typography > zmeny.txt
          sazba check nas-plan --edition tisk --printer digital
        """,
      en: """
        Tells everything that needs mending: errors first, then warnings, by file and place.

        Examples:
          sazba check our-plan
          sazba check our-plan --format sarif > findings.sarif
          sazba check our-plan --typography > changes.txt
          sazba check our-plan --edition tisk --printer digital
        """))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var workers: JobsOption

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Podoba výpisu: text, json, nebo sarif (pro editory a CI).",
        en: "Form of the report: text, json, or sarif (for editors and CI).")))
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Která vydání (jinak všechna kromě těch na vyžádání); tisk se posoudí očima tiskárny.",
        en: "Which editions (else all but those on request); tisk is judged as printers would."),
      valueName: "web,…"))
  var edition: String?

  @OptionGroup var press: PressOptions

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Hledá i překlepy; potřebuje český slovník nainstalovaný na počítači (hunspell-cs).",
        en: "Looks for misspelt words, too; needs a Czech word list on the machine (hunspell-cs)."))
  )
  var spelling = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Vypíše i to, co v textu mění pravidla sazby: pevné mezery, uvozovky, pomlčky.",
        en: "Lists what the typographic rules change: no-break spaces, quotation marks, dashes."))
  )
  var typography = false

  func validate() throws {
    guard typography, format == .sarif else { return }
    throw ValidationError(
      Speech.say(
        cs: "Změny pravidel sazby se vypisují jako text nebo json, ne jako sarif.",
        en: "Changes by typographic rules are listed as text or json, not as sarif."))
  }

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    var request = BuildRequest(
      home: home, folder: ProjectFolder(path: shared.folder).path, only: nil,
      editions: names(edition), output: "", workers: workers.count, judgesSpelling: spelling,
      listsTypography: typography)
    request.printer = press.printer
    request.inkProfile = press.icc
    let check = await Pipeline.check(request)
    let findings = DiagnosticText.sorted(check.findings)
    if let usage = check.usage {
      Terminal.err(usage[Speech.tongue] + "\n")
      return .wrongUsage
    }
    let written: Bool
    switch format {
    case .json:
      let changes = typography && check.text != nil ? check.changes : nil
      written = Terminal.out(
        DiagnosticText.json(findings, changes: changes, sources: check.sources) + "\n")
    case .text:
      guard Findings.show(findings, sources: check.sources, on: .results) else {
        return .couldNotWrite
      }
      let lines = [Findings.summary(findings), Findings.hint(findings)].compactMap { $0 }
      let changes =
        typography && check.text != nil
        ? TypographyText.lines(check.changes, sources: check.sources, tongue: Speech.tongue) : ""
      written = Terminal.out(changes + lines.map { $0 + "\n" }.joined())
    case .sarif:
      written = Terminal.out(
        sarif(
          of: check, sorted: findings, request, version: Sazba.version, in: Speech.tongue))
    }
    guard written else { return .couldNotWrite }
    return findings.contains(where: \.isError) ? .inputHasErrors : .fine
  }
}
