import ArgumentParser
import Core
import Foundation
import Pipeline

/// What every command takes that works on a project.
struct SharedOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Speech.say(cs: "Složka projektu.", en: "The project folder."),
      valueName: Speech.say(cs: "složka", en: "dir")))
  var folder: String

  @OptionGroup var common: HomeOptions

  /// The home, or a complaint on standard error.
  func findHome() -> Home? { common.findHome() }
}

/// What every command takes.
struct HomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kde leží Fonts, Layouts a Data/Codelists (jinak SAZBA_HOME, místo instalace, zdroje).",
        en:
          "Where Fonts, Layouts and Data/Codelists lie (else SAZBA_HOME, install prefix, checkout)."
      ),
      valueName: Speech.say(cs: "složka", en: "dir")))
  var home: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Jazyk hlášení: cs nebo en.", en: "Language of messages: cs or en.")))
  var lang: Tongue?

  /// The home, or a complaint on standard error.
  func findHome() -> Home? {
    if let found = Home.find(named: home) { return found }
    Terminal.err(
      Speech.say(
        cs: "Nenašel jsem složky Fonts, Layouts a Data/Codelists. Uveďte je přepínačem --home.\n",
        en: "Cannot find the folders Fonts, Layouts and Data/Codelists. Name them with --home.\n"))
    return nil
  }
}

/// How many tasks run at once.
struct JobsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kolik úloh běží najednou (výsledek na tom nezávisí).",
        en: "How many tasks run at once (the result does not depend on it)."),
      valueName: "n"))
  var jobs: Int?

  /// The number of tasks: as asked for, else one a core.
  var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError(
        Speech.say(
          cs: "Hodnota přepínače --jobs musí být od 1 do 256.",
          en: "The value of --jobs must be from 1 to 256."))
    }
  }
}

/// Who prints, for commands that make or judge press editions.
struct PressOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Pro kterou tiskárnu jsou tisková vydání (jinak podle plan.yaml nebo vydání).",
        en: "Which printer press editions are for (else as plan.yaml or the edition says)."),
      valueName: "ofset-krida"))
  var printer: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Profil ICC od tiskárny, například pro FOGRA51 (jinak podle plan.yaml nebo vydání).",
        en: "The printer's ICC profile, such as one for FOGRA51 (else as plan.yaml says)."),
      valueName: Speech.say(cs: "soubor.icc", en: "file.icc")))
  var icc: String?
}
