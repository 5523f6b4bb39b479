import ArgumentParser
import Core
import Pipeline

/// `sazba check`: says what is wrong, writes nothing.
struct CheckCommand: ParsableCommand, Runnable {
  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Speech.say(
      cs: "Zkontroluje projekt, nic nezapíše.", en: "Checks the project, writes nothing."))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var workers: JobsOption

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Podoba výpisu: text nebo json.", en: "Form of the report: text or json.")))
  var format: Format = .text

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Hledá i překlepy; potřebuje český slovník nainstalovaný na počítači (hunspell-cs).",
        en: "Looks for misspelt words, too; needs a Czech word list on the machine (hunspell-cs)."))
  )
  var spelling = false

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let request = BuildRequest(
      home: home, folder: ProjectFolder(path: shared.folder).path, only: nil, editions: nil,
      output: "", workers: workers.count, judgesSpelling: spelling)
    let check = await Pipeline.check(request)
    let findings = DiagnosticText.sorted(check.findings)
    let written: Bool
    switch format {
    case .json: written = Terminal.out(DiagnosticText.json(findings, sources: check.sources) + "\n")
    case .text:
      Findings.show(findings, sources: check.sources)
      written = Terminal.out(Findings.summary(findings) + "\n")
    }
    guard written else { return .couldNotWrite }
    return findings.contains(where: \.isError) ? .inputHasErrors : .fine
  }
}
