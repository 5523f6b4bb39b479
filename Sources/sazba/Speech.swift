import Core
import Foundation

/// The language in which this run speaks: `--lang`, then the environment, then Czech.
enum Speech {
  /// The language of everything printed.
  static let tongue = choose(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  /// A sentence in the language of this run.
  static func say(cs: String, en: String) -> String { tongue == .cs ? cs : en }

  static func choose(arguments: [String], environment: [String: String]) -> Tongue {
    for (position, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", position + 1 < arguments.count {
        if let tongue = Tongue(rawValue: arguments[position + 1]) { return tongue }
      } else if argument.hasPrefix("--lang=") {
        if let tongue = Tongue(rawValue: String(argument.dropFirst(7))) { return tongue }
      }
    }
    // The first variable that is set decides, as in POSIX; "C" names no language.
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      let language = value.prefix { $0.isLetter }.lowercased()
      if ["c", "posix"].contains(language) { return .cs }
      return ["cs", "sk"].contains(language) ? .cs : .en
    }
    return .cs
  }
}
