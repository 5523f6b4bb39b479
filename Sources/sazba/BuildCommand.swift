import ArgumentParser
import Core
import Foundation
import Pipeline

/// `sazba build`: from a project folder to finished files.
struct BuildCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: Speech.say(
      cs: "Vysází publikace projektu do PDF.", en: "Sets the project's publications as PDF."),
    discussion: Speech.say(
      cs: """
        Příklady:
          sazba build nas-plan
          sazba build nas-plan --only plan --output hotovo
        """,
      en: """
        Examples:
          sazba build our-plan
          sazba build our-plan --only plan --output done
        """))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var workers: JobsOption

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Které publikace (čárkami oddělené; jinak všechny, které k projektu patří).",
        en: "Which publications (separated by commas; else all that suit the project)."),
      valueName: "plan,…"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Která vydání (čárkami oddělená; jinak všechna kromě těch na vyžádání, jako je tisk).",
        en: "Which editions (separated by commas; else all but those on request, such as tisk)."),
      valueName: "web,…"))
  var edition: String?

  @OptionGroup var press: PressOptions

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Zapíše tiskové vydání i s těmito závadami, které by tiskárna vrátila (kódy čárkami).",
        en: "Writes the press edition in spite of these blocking faults (codes, by commas)."),
      valueName: "K47,…"))
  var force: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kam zapsat hotové soubory (jinak Output/<projekt> v pracovní složce).",
        en: "Where to write the files (else Output/<project> in the working folder)."),
      valueName: Speech.say(cs: "složka", en: "dir")))
  var output: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Koncept: stránky láme jednu po druhé, jak se plní; rychleji, ale hůř.",
        en: "A draft: cuts pages one after another as they fill; quicker, but less well.")))
  var draft = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Vypíše, kolik času vzal který krok.", en: "Says how much time each stage took.")))
  var timings = false

  func validate() throws {
    let codes = forceableCodes
    if let unknown = names(force)?.first(where: { !codes.contains($0) }) {
      let known = codes.joined(separator: ", ")
      throw ValidationError(
        Speech.say(
          cs: "Kód „\(unknown)“ nelze přepínačem --force přejít. Lze: \(known).",
          en: "--force cannot pass over “\(unknown)”. It can: \(known)."))
    }
    // "" + "/plan-web.pdf" would be a file in the root of the machine.
    guard output?.isEmpty == true else { return }
    throw ValidationError(
      Speech.say(
        cs: "Přepínač --output je prázdný; uveďte složku.",
        en: "--output is empty; name a folder."))
  }

  /// What was traded for the number of pages.
  private static func text(of traded: TradedExtent, pages: Int) -> String {
    let words = traded.words.map { $0[Speech.tongue] }.joined(separator: ", ")
    if words.isEmpty {
      return Speech.say(
        cs: "  počet stran vyšel sám\n", en: "  the number of pages came out by itself\n")
    }
    if traded.natural == pages {
      return Speech.say(
        cs: "  místo prázdné stránky: \(words)\n", en: "  in place of a blank page: \(words)\n")
    }
    return Speech.say(
      cs: "  počet stran vyšel takto (jinak by jich bylo \(traded.natural)): \(words)\n",
      en: "  how the pages came out (else there would be \(traded.natural)): \(words)\n")
  }

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    let folder = ProjectFolder(path: shared.folder)
    var request = BuildRequest(
      home: home, folder: folder.path, only: names(only), editions: names(edition),
      output: output ?? "Output/\(folder.name)", workers: workers.count)
    request.printer = press.printer
    request.forced = names(force) ?? []
    request.inkProfile = press.icc
    request.isDraft = draft
    let clock = ContinuousClock()
    let start = clock.now
    let progress = ProgressLine()
    let build = await Pipeline.build(request) { progress.show($0) }
    progress.clear()
    Findings.show(build.findings, sources: build.sources)
    if let usage = build.usage {
      Terminal.err(usage[Speech.tongue] + "\n")
      return .wrongUsage
    }
    if let failure = build.outputFailure {
      Terminal.err(
        Speech.say(cs: "chyba: ", en: "error: ") + failure.message[Speech.tongue] + "\n")
      return .couldNotWrite
    }
    guard !build.findings.contains(where: \.isError) else {
      Terminal.err(Findings.summary(build.findings) + "\n")
      return .inputHasErrors
    }
    let elapsed = clock.now - start
    if timings { Terminal.err(Timings.text(build.times)) }
    var text = ""
    for file in build.files {
      text += file.path + "  "
      if file.pages > 0 { text += Counted.pages(file.pages) + ", " }
      text += Counted.bytes(file.bytes) + "\n"
      if !file.forced.isEmpty {
        let codes = file.forced.joined(separator: ", ")
        text += Speech.say(
          cs: "  zapsáno přes závady \(codes); stojí v souboru -kontrola.txt\n",
          en: "  written in spite of \(codes); see the file -kontrola.txt\n")
      }
      if let traded = file.traded { text += BuildCommand.text(of: traded, pages: file.pages) }
    }
    text += Speech.say(cs: "Hotovo za ", en: "Done in ") + Counted.seconds(elapsed) + ", "
    text += Findings.summary(build.findings) + "\n"
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}

/// Splits `plan,katalog` into names.
func names(_ list: String?) -> [String]? {
  list?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
}

/// The folder that the user named, and the project's name.
struct ProjectFolder {
  /// The path without a slash at its end.
  let path: String
  /// The last part of its absolute path.
  let name: String

  init(path: String) {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
    let name = URL(fileURLWithPath: trimmed).standardizedFileURL.lastPathComponent
    self.name = name == "/" || name.isEmpty ? "projekt" : name
  }
}
