import ArgumentParser
import Core
import Pipeline

/// `sazba proof`: the folded product as a reader opens it.
struct ProofCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "proof",
    abstract: Speech.say(
      cs: "Ukáže složenou brožuru po dvoustranách.", en: "Shows the folded booklet as spreads."),
    discussion: Speech.say(
      cs: """
        Soubor jednotlivých stran i archy, které vyřadila Sazba; archy nejdřív složí.

        Příklad:
          sazba proof katalog-brozura.pdf
        """,
      en: """
        A file of single pages, or sheets that Sazba imposed; those are folded first.

        Example:
          sazba proof catalogue-brozura.pdf
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(cs: "PDF stran nebo archů.", en: "A PDF of pages or of sheets."),
      valueName: "soubor.pdf"))
  var file: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kam dvoustrany zapsat (jinak vedle souboru s příponou -nahled.pdf).",
        en: "Where to write the spreads (else beside the file, ending in -nahled.pdf)."),
      valueName: "soubor.pdf"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Jazyk hlášení: cs nebo en.", en: "Language of messages: cs or en.")))
  var lang: Tongue?

  func run() async -> ExitStatus {
    let result = proof(file: file, output: output ?? stem(of: file) + "-nahled.pdf")
    if let failure = PressReport.failure(of: result) { return failure }
    return PressReport.done(
      result,
      result.wasImposed
        ? Speech.say(cs: "Archy složeny podle svého plánu", en: "Sheets folded by their plan")
        : Speech.say(cs: "Strany v pořadí souboru", en: "Pages in the order of the file"))
  }
}
