import ArgumentParser
import Core
import Pipeline

/// `sazba new`: a project to begin with.
struct NewCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: Speech.say(
      cs: "Založí projekt, ze kterého jde hned vysadit PDF.",
      en: "Makes a project that can be set as PDF at once."),
    discussion: Speech.say(
      cs: """
        Složka musí být nová nebo prázdná. Soubory jsou okomentované; přepište v nich, co je vaše.

        Příklady:
          sazba new nas-plan                  začne nový plán
          sazba new --example ukazka          zkopíruje úplný ukázkový plán
          sazba build nas-plan                vysází ho
        """,
      en: """
        The folder must be new or empty. The files are commented; put your own data into them.

        Examples:
          sazba new our-plan                  begins a new plan
          sazba new --example sample          copies the complete sample plan
          sazba build our-plan                sets it
        """))

  @OptionGroup var shared: SharedOptions

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Místo začátku zkopíruje úplný ukázkový plán.",
        en: "Copies the complete sample plan instead of a beginning.")))
  var example = false

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let folder = ProjectFolder(path: shared.folder).path
    let result = makeProject(
      NewProjectRequest(home: home, folder: folder, isExample: example))
    if let failed = Findings.failure(of: result) { return failed }
    var text = Speech.say(cs: "Projekt je ve složce ", en: "The project is in the folder ")
    text += folder + ":\n"
    for file in result.files where !file.hasPrefix("schemata/") { text += "  " + file + "\n" }
    text += Speech.say(
      cs: "Začněte souborem plan.yaml. PDF vysází: sazba build \(folder)\n",
      en: "Begin with plan.yaml. To set the PDF: sazba build \(folder)\n")
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}

/// `sazba schema`: JSON Schemas for editors.
struct SchemaCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: Speech.say(
      cs: "Zapíše schémata všech souborů projektu, podle kterých editor napovídá a kontroluje.",
      en: "Writes the schemas of all files of a project, by which editors complete and check."),
    discussion: Speech.say(
      cs: """
        Soubory YAML na své schéma odkazují prvním řádkem, například
          # yaml-language-server: $schema=schemata/plan.schema.json
        Ve VS Code k tomu stačí rozšíření YAML.

        Příklad:
          sazba schema --output nas-plan/schemata
        """,
      en: """
        YAML files name their schema on the first line, for example
          # yaml-language-server: $schema=schemata/plan.schema.json
        VS Code needs the extension YAML for it.

        Example:
          sazba schema --output our-plan/schemata
        """))

  @OptionGroup var shared: HomeOptions

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kam schémata zapsat (jinak schemata v pracovní složce).",
        en: "Where to write the schemas (else schemata in the working folder)."),
      valueName: Speech.say(cs: "složka", en: "dir")))
  var output = "schemata"

  func validate() throws {
    guard output.isEmpty else { return }
    throw ValidationError(
      Speech.say(
        cs: "Přepínač --output je prázdný; uveďte složku.",
        en: "--output is empty; name a folder."))
  }

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let folder = ProjectFolder(path: output).path
    let result = writeSchemas(to: folder, home: home)
    if let failed = Findings.failure(of: result) { return failed }
    let text = result.files.map { folder + "/" + $0 + "\n" }.joined()
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}
