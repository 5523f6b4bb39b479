import ArgumentParser
import Core
import Pipeline

/// `sazba sheet`: the long tables as workbooks.
struct SheetCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: Speech.say(
      cs: "Zapíše dlouhé tabulky projektu jako sešity XLSX s nabídkami z číselníků.",
      en: "Writes the project's long tables as XLSX workbooks with lists from the codelists."),
    discussion: Speech.say(
      cs: """
        Příklady:
          sazba sheet nas-plan --output tabulky
          sazba sheet nas-plan --replace
          sazba sheet nas-plan --providers
          sazba sheet nas-plan --corrections overeni-99900017.xlsx
          sazba sheet nas-plan --corrections overeni-99900017.xlsx --accept
        """,
      en: """
        Examples:
          sazba sheet our-plan --output sheets
          sazba sheet our-plan --replace
          sazba sheet our-plan --providers
          sazba sheet our-plan --corrections overeni-99900017.xlsx
          sazba sheet our-plan --corrections overeni-99900017.xlsx --accept
        """))

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kam zapsat sešity (jinak Output/<projekt>/tabulky v pracovní složce).",
        en: "Where to write the workbooks (else Output/<project>/tabulky in the working folder)."),
      valueName: Speech.say(cs: "složka", en: "dir")))
  var output: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Nahradí v projektu soubory CSV sešity se stejnými údaji.",
        en: "Replaces the project's CSV files by workbooks with the same data.")))
  var replace = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Zapíše každému poskytovateli ověřovací list (PDF a XLSX) do Output/<projekt>/overeni.",
        en: "Writes for each provider a sheet to verify (PDF, XLSX) into Output/<project>/overeni.")
    ))
  var providers = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Speech.say(
        cs: "Přečte opravy z vrácených ověřovacích listů a vypíše, co navrhují.",
        en: "Reads the corrections of sheets that came back and lists what they propose."),
      valueName: Speech.say(cs: "soubor", en: "file")))
  var corrections: [String] = []

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Navržené opravy převezme do tabulek; nejde-li některá převzít, nepřevezme žádnou.",
        en: "Takes the corrections over into the tables; if one cannot be, none is.")))
  var accept = false

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Tvar výpisu oprav: text nebo json.", en: "Form of the list: text or json.")))
  var format: ReportFormat = .text

  @OptionGroup var jobs: JobsOption

  func validate() throws {
    if [replace, providers, !corrections.isEmpty].count(where: { $0 }) > 1 {
      throw ValidationError(
        Speech.say(
          cs: "Přepínače --replace, --providers a --corrections se vylučují.",
          en: "--replace, --providers and --corrections exclude each other."))
    }
    if accept, corrections.isEmpty {
      throw ValidationError(
        Speech.say(
          cs: "Přepínač --accept patří k --corrections.", en: "--accept goes with --corrections."))
    }
    if output?.isEmpty == true {
      throw ValidationError(
        Speech.say(
          cs: "Přepínač --output je prázdný; uveďte složku.",
          en: "--output is empty; name a folder."))
    }
    guard replace, output != nil else { return }
    throw ValidationError(
      Speech.say(
        cs: "Přepínače --replace a --output se vylučují: --replace zapisuje do projektu.",
        en: "--replace and --output exclude each other: --replace writes into the project."))
  }

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let folder = ProjectFolder(path: shared.folder)
    if !corrections.isEmpty { return readCorrections(home, folder) }
    if providers { return await writeProviderSheets(home, folder) }
    let result = writeSheets(
      SheetRequest(
        home: home, folder: folder.path,
        output: replace ? nil : output ?? "Output/\(folder.name)/tabulky", tongue: Speech.tongue))
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
    var text = ""
    for sheet in result.sheets {
      text += sheet.path + "  " + Counted.rows(sheet.rows)
      if let old = sheet.replaced {
        text += Speech.say(cs: ", místo \(old)", en: ", in place of \(old)")
      }
      text += "\n"
    }
    if result.sheets.isEmpty {
      text += Speech.say(
        cs: "Projekt nemá žádnou tabulku v CSV, není co nahradit.\n",
        en: "The project has no table in CSV, there is nothing to replace.\n")
    }
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}
