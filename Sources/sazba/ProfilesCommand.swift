import ArgumentParser
import Core
import Pipeline

/// `sazba profiles`: what there is for printing.
struct ProfilesCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: Speech.say(
      cs: "Vypíše tiskárny, tiskové podmínky, papíry a vazby.",
      en: "Lists printers, printing conditions, papers and bindings."),
    discussion: Speech.say(
      cs: """
        Jména patří do plan.yaml (tisk:) a za --printer, --profile, --paper a --binding. Vlastní
        přidáte do složky Layouts/Profiles svého projektu.

        Příklady:
          sazba profiles                      co je v sazbě
          sazba profiles nas-plan             i s tím, co má projekt navíc
        """,
      en: """
        The names belong in plan.yaml (tisk:) and behind --printer, --profile, --paper and --binding.
        Your own go into the folder Layouts/Profiles of your project.

        Examples:
          sazba profiles                      what comes with sazba
          sazba profiles our-plan             with what the project has besides
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(
        cs: "Složka projektu, má-li vlastní.", en: "A project's folder, if it has its own."),
      valueName: Speech.say(cs: "složka", en: "dir")))
  var project: String?

  @OptionGroup var common: HomeOptions

  func run() async -> ExitStatus {
    guard let home = common.findHome() else { return .wrongUsage }
    let answer = printShopText(project: project, home: home, tongue: Speech.tongue)
    guard let text = answer.text else {
      Findings.show(answer.findings, sources: answer.sources)
      return .inputHasErrors
    }
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}
