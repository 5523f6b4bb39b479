import ArgumentParser
import Core
import Pipeline

/// `sazba preflight`: what a printer would find in a PDF.
struct PreflightCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "preflight",
    abstract: Speech.say(
      cs: "Zkontroluje PDF očima tiskárny.", en: "Checks a PDF as a printer would."),
    discussion: Speech.say(
      cs: """
        Profily tiskáren leží v Layouts/Profiles/Tiskarny.

        Příklady:
          sazba preflight katalog-tisk.pdf
          sazba preflight obalka.pdf --profile digital --format json
        """,
      en: """
        Profiles of printers lie in Layouts/Profiles/Tiskarny.

        Examples:
          sazba preflight catalogue.pdf
          sazba preflight cover.pdf --profile digital --format json
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(cs: "PDF pro tiskárnu, odkudkoli.", en: "A PDF for the printer, from anywhere."),
      valueName: "soubor.pdf"))
  var file: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Profil tiskárny: ofset-krida, ofset-natural, digital, kotouc, nebo vlastní.",
        en: "The printer's profile: ofset-krida, ofset-natural, digital, kotouc, or your own."),
      valueName: Speech.say(cs: "profil", en: "profile")))
  var profile: String = "ofset-krida"

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Podoba výpisu: text, nebo json.", en: "Form of the report: text, or json.")))
  var format: ImposeCommand.PlanFormat = .text

  @OptionGroup var common: HomeOptions
  @OptionGroup var workers: JobsOption

  func run() async -> ExitStatus {
    guard let home = common.findHome() else { return .wrongUsage }
    let answer = await preflight(
      file: file, printer: profile, home: home, workers: workers.count)
    if let usage = answer.usage {
      Terminal.err(Speech.say(cs: "Chyba: ", en: "Error: ") + usage[Speech.tongue] + "\n")
      return .wrongUsage
    }
    let hasErrors = answer.findings.contains(where: \.isError)
    guard let report = answer.report else {
      Findings.show(answer.findings, sources: answer.sources)
      return .inputHasErrors
    }
    let written: Bool
    switch format {
    case .json: written = Terminal.out(PreflightText.json(report, answer.findings) + "\n")
    case .text:
      guard
        Terminal.out(PreflightText.facts(report, Speech.tongue)),
        Findings.show(answer.findings, sources: answer.sources, on: .results)
      else { return .couldNotWrite }
      written = Terminal.out(Findings.summary(answer.findings) + "\n")
    }
    guard written else { return .couldNotWrite }
    return hasErrors ? .inputHasErrors : .fine
  }
}
