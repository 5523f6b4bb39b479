import ArgumentParser
import Core
import Pipeline

/// The program: parses its arguments, runs a command, returns a status.
@main
struct Program {
  static func main() async {
    standardStreamsHeld()
    signalsIgnored()
    returnLargeArrays()
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    exitProcess(status.rawValue)
  }

  static func run(_ arguments: [String]) async -> ExitStatus {
    // `sazba help bild`: the parser would answer with the general page and call it fine.
    if arguments.first == "help", let stranger = unknownCommand(Array(arguments.dropFirst())) {
      Terminal.err(stranger + "\n")
      return .wrongUsage
    }
    do {
      var command = try Sazba.parseAsRoot(arguments)
      guard let runnable = command as? any Runnable else {
        if command is Sazba {
          // `sazba` alone: say what it can do.
          Terminal.err(UsageText.translated(Sazba.helpMessage(), into: Speech.tongue) + "\n")
          return .wrongUsage
        }
        // The parser's own help command, which answers by throwing the help page.
        try command.run()
        return .fine
      }
      return await runnable.run()
    } catch {
      let message = UsageText.translated(Sazba.fullMessage(for: error), into: Speech.tongue)
      if Sazba.exitCode(for: error).isSuccess {
        return Terminal.out(message + "\n") ? .fine : .couldNotWrite
      }
      Terminal.err((unknownCommand(arguments) ?? message) + "\n")
      return .wrongUsage
    }
  }

  /// What to say about `sazba bild`: the parser would only count its arguments as too many.
  private static func unknownCommand(_ arguments: [String]) -> String? {
    let known = Sazba.configuration.subcommands.map { $0._commandName }
    guard let word = arguments.first, !word.hasPrefix("-"), !known.contains(word), word != "help"
    else { return nil }
    let list = known.joined(separator: ", ")
    return Speech.say(
      cs: "Chyba: Příkaz „\(word)“ neznám. Jsou tu: \(list).",
      en: "Error: There is no command “\(word)”. There are: \(list).")
  }
}

/// A command that was called rightly and can be run.
protocol Runnable: Sendable {
  func run() async -> ExitStatus
}

/// `sazba`: the root of the commands.
struct Sazba: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sazba",
    abstract: Speech.say(
      cs: "Sazba komunitních plánů: ze souborů, které upravuje koordinátor, do hotového PDF.",
      en: "Sets community plans: from files that a coordinator edits to the finished PDF."),
    discussion: Speech.say(
      cs: """
        Začátek:
          sazba new nas-plan                  založí projekt
          sazba check nas-plan                řekne, co opravit
          sazba build nas-plan                vysází PDF
        """,
      en: """
        To begin:
          sazba new our-plan                  makes a project
          sazba check our-plan                tells what to mend
          sazba build our-plan                sets the PDF
        """),
    version: "sazba " + Sazba.version,
    groupedSubcommands: [
      CommandGroup(
        name: Speech.say(cs: "Práce na plánu", en: "Work on a plan"),
        subcommands: [
          NewCommand.self, CheckCommand.self, ExplainCommand.self, FmtCommand.self,
          BuildCommand.self,
        ]),
      CommandGroup(
        name: Speech.say(cs: "Tabulky a editory", en: "Sheets and editors"),
        subcommands: [SheetCommand.self, ImportCommand.self, SchemaCommand.self]),
      CommandGroup(
        name: Speech.say(cs: "Pro tiskárnu", en: "For the printer"),
        subcommands: [
          PreflightCommand.self, ImposeCommand.self, ProofCommand.self, ProfilesCommand.self,
        ]),
      CommandGroup(
        name: Speech.say(cs: "Pohled dovnitř", en: "Looking inside"),
        subcommands: [DumpCommand.self, InspectCommand.self]),
    ])

  /// The version that the program gives itself.
  static let version = "0.1.0"
}

extension Tongue: ExpressibleByArgument {}
