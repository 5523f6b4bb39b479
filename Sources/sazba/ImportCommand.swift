import ArgumentParser
import Core
import Pipeline

/// `sazba import`: data of others.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Speech.say(
      cs: "Převezme do tabulek projektu data jiných.",
      en: "Takes data of others into the project's tables."),
    subcommands: [ImportRegisterCommand.self])
}

/// `sazba import register`: the open data of the register of providers.
struct ImportRegisterCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: Speech.say(
      cs: "Doplní a opraví poskytovatele, služby a zařízení podle registru poskytovatelů.",
      en: "Adds and updates providers, services and facilities from the public register."),
    discussion: Speech.say(
      cs: """
        Soubor rpss.json stáhnete z https://data.mpsv.cz/od/soubory/rpss/rpss.json. Přebírají se \
        služby, které působí v obcích projektu; nic se nemaže, kontakty se jen doplňují. Čemu \
        registr nerozumíme jistě, na to se zeptáme.

        Příklady:
          sazba import register rpss.json nas-plan --dry-run
          sazba import register rpss.json nas-plan
        """,
      en: """
        Download rpss.json from https://data.mpsv.cz/od/soubory/rpss/rpss.json. Services that act \
        in the project's municipalities are taken over; nothing is deleted, contacts are only \
        filled in. What is not certain is asked.

        Examples:
          sazba import register rpss.json our-plan --dry-run
          sazba import register rpss.json our-plan
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(cs: "Otevřená data registru (rpss.json).", en: "The register's open data."),
      valueName: Speech.say(cs: "soubor", en: "file")))
  var file: String

  @OptionGroup var shared: SharedOptions

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Nic nezapíše, jen vypíše, co by se změnilo.",
        en: "Writes nothing, only tells what would change.")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Tvar výpisu: text nebo json.", en: "Form of the report: text or json.")))
  var format: ReportFormat = .text

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let result = importRegister(
      RegisterRequest(
        home: home, file: file, folder: ProjectFolder(path: shared.folder).path, writes: !dryRun,
        tongue: Speech.tongue))
    Findings.show(result.findings, sources: result.sources)
    if let failure = result.outputFailure {
      Terminal.err(
        Speech.say(cs: "chyba: ", en: "error: ") + failure.message[Speech.tongue] + "\n")
      return .couldNotWrite
    }
    guard !result.findings.contains(where: \.isError) else {
      Terminal.err(Findings.summary(result.findings) + "\n")
      return .inputHasErrors
    }
    let text =
      format == .json
      ? RegisterReport.json(result, isDry: dryRun)
      : RegisterReport.text(result, isDry: dryRun, tongue: Speech.tongue)
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}

/// How a report is printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
