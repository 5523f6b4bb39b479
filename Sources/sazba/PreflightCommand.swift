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
        Tiskárny, papíry a vazby vypíše sazba profiles.

        Příklady:
          sazba preflight katalog-tisk.pdf
          sazba preflight letak.pdf --profile digital --format json
          sazba preflight obalka.pdf --cover-of blok.pdf --binding V2 \\
            --paper krida-mat-115 --cover-paper krida-mat-250
        """,
      en: """
        Printers, papers and bindings are listed by sazba profiles.

        Examples:
          sazba preflight catalogue.pdf
          sazba preflight leaflet.pdf --profile digital --format json
          sazba preflight cover.pdf --cover-of block.pdf --binding V2 \\
            --paper krida-mat-115 --cover-paper krida-mat-250
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

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Soubor je obálka tohoto bloku stran; zkontroluje se i šířka hřbetu.",
        en: "The file is the cover of this block of pages; the width of its spine is judged, too."),
      valueName: Speech.say(cs: "blok.pdf", en: "block.pdf")))
  var coverOf: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Vazba obálky: V1, V2.", en: "The cover's binding: V1, V2."),
      valueName: Speech.say(cs: "vazba", en: "binding")))
  var binding: String = "V2"

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Papír bloku (k --cover-of).", en: "The block's paper (with --cover-of)."),
      valueName: Speech.say(cs: "papír", en: "paper")))
  var paper: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Papír obálky, jinak týž jako blok.", en: "The cover's paper, else that of the block."),
      valueName: Speech.say(cs: "papír", en: "paper")))
  var coverPaper: String?

  @OptionGroup var common: HomeOptions
  @OptionGroup var workers: JobsOption

  func validate() throws {
    if coverOf == nil, paper == nil, coverPaper == nil { return }
    if coverOf != nil, paper != nil { return }
    throw ValidationError(
      Speech.say(
        cs: "Hřbet se spočítá, jen když jsou uvedeny --cover-of i --paper.",
        en: "A spine is computed only where both --cover-of and --paper are given."))
  }

  private var cover: CoverFit? {
    guard let coverOf, let paper else { return nil }
    return CoverFit(block: coverOf, binding: binding, paper: paper, coverPaper: coverPaper)
  }

  func run() async -> ExitStatus {
    guard let home = common.findHome() else { return .wrongUsage }
    let answer = await preflight(
      file: file, printer: profile, cover: cover, home: home, workers: workers.count)
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
