import ArgumentParser
import Core
import Pipeline

/// `sazba explain`: what a code of a finding means.
struct ExplainCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Speech.say(
      cs: "Vysvětlí kód hlášení (proč na něm záleží, příklad, náprava) nebo klíč návrhu.",
      en: "Explains the code of a finding (why it matters, an example, the mend) or a design's key."
    ),
    discussion: Speech.say(
      cs: """
        Příklady:
          sazba explain V06                   vysvětlí hlášení V06
          sazba explain tables.grid           vysvětlí klíč souborů návrhu (Layouts/Designs)
          sazba explain page-breaking         vysvětlí všechny klíče oddílu
          sazba explain                       vypíše všechny kódy
        """,
      en: """
        Examples:
          sazba explain V06                   explains the finding V06
          sazba explain tables.grid           explains a key of designs (Layouts/Designs)
          sazba explain page-breaking         explains all keys of a section
          sazba explain                       lists all codes
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kód z výpisu, například V06, nebo klíč návrhu.",
        en: "A code of the report, such as V06, or a design's key."),
      valueName: Speech.say(cs: "kód", en: "code")))
  var code: String?

  @OptionGroup var shared: HomeOptions

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    return Findings.print(explain(code, home: home, tongue: Speech.tongue))
  }
}
