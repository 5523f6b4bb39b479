import ArgumentParser
import Core
import Pipeline

/// `sazba explain`: what a code of a finding means.
struct ExplainCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Speech.say(
      cs: "Vysvětlí kód hlášení: proč na něm záleží, příklad a náprava.",
      en: "Explains the code of a finding: why it matters, an example, the mend."),
    discussion: Speech.say(
      cs: """
        Příklady:
          sazba explain V06                   vysvětlí hlášení V06
          sazba explain                       vypíše všechny kódy
        """,
      en: """
        Examples:
          sazba explain V06                   explains the finding V06
          sazba explain                       lists all codes
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(cs: "Kód z výpisu, například V06.", en: "A code of the report, such as V06."),
      valueName: Speech.say(cs: "kód", en: "code")))
  var code: String?

  @OptionGroup var shared: HomeOptions

  func run() async -> ExitStatus {
    guard let home = shared.findHome() else { return .wrongUsage }
    return Findings.print(explain(code, home: home, tongue: Speech.tongue))
  }
}
