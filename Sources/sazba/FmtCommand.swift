import ArgumentParser
import Core
import Pipeline

/// `sazba fmt`: brings the files of a project into the house's form.
struct FmtCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: Speech.say(
      cs: "Srovná zápis souborů projektu; poznámky, pořadí a obsah nechá.",
      en: "Puts the notation of a project's files in order; comments, order and content stay."),
    discussion: Speech.say(
      cs: """
        Příklady:
          sazba fmt nas-plan --diff           ukáže, co by se změnilo
          sazba fmt nas-plan --text           srovná zápis a opraví text, kde je to jisté
        """,
      en: """
        Examples:
          sazba fmt our-plan --diff           shows what would change
          sazba fmt our-plan --text           puts files in order and mends what is certain
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(cs: "Složka projektu.", en: "The project folder."),
      valueName: Speech.say(cs: "složka", en: "dir")))
  var folder: String

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Opraví i text (V18), kde je oprava jistá; každou opravu vypíše.",
        en: "Mends the text, too (V18), where the mend is certain; lists every mend.")))
  var text = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Nic nezapíše, jen vypíše, které soubory by se změnily.",
        en: "Writes nothing, only lists the files that would change.")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Nic nezapíše, vypíše řádky, které by se změnily.",
        en: "Writes nothing, prints the lines that would change.")))
  var diff = false

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Jazyk hlášení: cs nebo en.", en: "Language of messages: cs or en.")))
  var lang: Tongue?

  func run() async -> ExitStatus {
    let writes = !dryRun && !diff
    let request = FormatRequest(
      folder: ProjectFolder(path: folder).path, mendsText: text, writes: writes)
    let result = Pipeline.format(request)
    Findings.show(result.findings, sources: result.sources)
    if let failure = result.outputFailure {
      Terminal.err(
        Speech.say(
          cs: "Soubor „\(failure.path)“ nelze zapsat (\(failure.reason.cs)); nezměnilo se nic.\n",
          en: "Cannot write “\(failure.path)” (\(failure.reason.en)); nothing was changed.\n"))
      return .couldNotWrite
    }
    guard Terminal.out(report(result, writes: writes)) else { return .couldNotWrite }
    return result.findings.contains(where: \.isError) ? .inputHasErrors : .fine
  }

  private func report(_ result: FormatResult, writes: Bool) -> String {
    var report = ""
    for file in result.files {
      for mend in file.mends { report += line(of: mend, in: file) }
    }
    for file in result.files {
      if diff {
        report += LineDiff.unified(path: file.path, old: file.old, new: file.new)
      } else {
        report +=
          (writes
            ? Speech.say(cs: "upraveno: ", en: "changed: ")
            : Speech.say(cs: "změnilo by se: ", en: "would change: ")) + file.path + "\n"
      }
    }
    if text, result.wordList == nil, !result.findings.contains(where: \.isError) {
      report += Speech.say(
        cs: "Český slovník na počítači není, nejasná slova zůstala (balíček hunspell-cs).\n",
        en: "No Czech word list is installed; unclear words were left (package hunspell-cs).\n")
    }
    return report
      + Speech.say(
        cs: "Souborů prohlédnuto: \(result.seen), \(writes ? "upraveno" : "ke změně"): "
          + "\(result.files.count)\n",
        en: "Files seen: \(result.seen), \(writes ? "changed" : "to change"): "
          + "\(result.files.count)\n")
  }

  /// `texty/uvod.md:3:14: V18 „uživatelů“ → „uživatelů“ (U+0435 … → U+0065 …)`
  private func line(of mend: Mend, in file: ChangedFile) -> String {
    "\(file.path):\(mend.line):\(mend.column): \(mend.code) „\(mend.old)“ → „\(mend.new)“ "
      + "(\(points(mend.oldPoints)) → \(points(mend.newPoints)))\n"
  }

  private func points(_ points: String) -> String {
    points.isEmpty ? Speech.say(cs: "nic", en: "nothing") : points
  }
}
