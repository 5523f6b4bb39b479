import ArgumentParser
import Core
import Pipeline

extension DumpStage: ExpressibleByArgument {}

/// `sazba dump`: the values between the floors as stable text.
struct DumpCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: Speech.say(
      cs: "Vypíše mezivýsledek jako stálý text.", en: "Prints an intermediate value as stable text."
    ),
    discussion: Speech.say(
      cs: "Příklad:\n  sazba dump nas-plan --stage document",
      en: "Example:\n  sazba dump our-plan --stage document"))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var workers: JobsOption

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Který mezivýsledek: plan, document, text, galley, pages, tags.",
        en: "Which value: plan, document, text, galley, pages, tags.")))
  var stage: DumpStage

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Která publikace.", en: "Which publication."), valueName: "plan"))
  var only: String = "plan"

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let request = BuildRequest(
      home: home, folder: ProjectFolder(path: shared.folder).path, only: [only], editions: nil,
      output: "", workers: workers.count)
    return Findings.print(await Pipeline.dump(request, stage: stage))
  }
}

/// `sazba inspect`: explains a page.
struct InspectCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: Speech.say(
      cs: "Vysvětlí stranu: uzly, styly a zlomy s jejich cenou.",
      en: "Explains a page: nodes, styles, breaks with their demerits."),
    discussion: Speech.say(
      cs: "Příklad:\n  sazba inspect nas-plan --page 12\n  sazba inspect nas-plan --costs",
      en: "Example:\n  sazba inspect our-plan --page 12\n  sazba inspect our-plan --costs"))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var workers: JobsOption

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Která publikace.", en: "Which publication."), valueName: "plan"))
  var only: String = "plan"

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Která strana v pořadí od začátku souboru, od 1.",
        en: "Which page, counted from the start of the file, from 1."),
      valueName: "n"))
  var page: Int?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Místo jedné strany: kolik stojí zlomy všech stran a oč je to lepší nebo horší než "
          + "jiné způsoby lámání.",
        en: "Instead of one page: what the breaks of all pages cost, compared with other ways to "
          + "break them.")))
  var costs = false

  func validate() throws {
    if page != nil && costs {
      throw ValidationError(
        Speech.say(
          cs: "Volby --page a --costs nejdou dohromady.", en: "Use either --page or --costs."))
    }
    if page == nil && !costs {
      throw ValidationError(
        Speech.say(
          cs: "Napište, kterou stranu: --page n, nebo --costs pro všechny.",
          en: "Say which page: --page n, or --costs for all."))
    }
  }

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let request = BuildRequest(
      home: home, folder: ProjectFolder(path: shared.folder).path, only: [only], editions: nil,
      output: "", workers: workers.count)
    guard let page else {
      return Findings.print(await Pipeline.inspectCosts(request, tongue: Speech.tongue))
    }
    return Findings.print(await Pipeline.inspect(request, page: page, tongue: Speech.tongue))
  }
}
