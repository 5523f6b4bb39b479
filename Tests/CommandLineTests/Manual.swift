import Foundation

/// A manual as its blocks between lines of ``` say it, in order.
///
/// ```` ```sh ```` are commands of one step, `kód=1` after it the exit code that they end with, `instalace`
/// marks commands of the checkout. ```` ```text ```` is what the commands above print; a line `…` stands
/// for any lines. ```` ```diff FILE ```` changes a file: the lines with a minus become those with a plus;
/// without a minus they are added to its end. ```` ```yaml FILE ```` is a whole file, and with `ukázka:`
/// before the name a piece of that file of the sample.
struct Manual {
  enum Content {
    case commands([String], status: Int32, isInstallation: Bool)
    case output([String])
    case change(file: String, old: [String], new: [String])
    case file(String, text: String)
    case piece(file: String, text: String)
    /// A block that a reader could not tell from one that is run.
    case stray(String)
  }

  struct Block {
    /// The line of the manual that opens it.
    let line: Int
    let content: Content
  }

  let blocks: [Block]
  /// The commands that prose mentions, `sazba build nas-plan` and `make demo`, each once, in order.
  let mentions: [String]

  init(_ text: String) {
    var blocks: [Block] = []
    var mentions: [String] = []
    var open: (line: Int, info: [String], lines: [String])?
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      if let block = open {
        if line == "```" {
          blocks.append(Block(line: block.line, content: Manual.content(block.info, block.lines)))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        let info = line.dropFirst(3).split(separator: " ").map(String.init)
        open = (number + 1, info, [])
      } else if ["    make ", "    sazba "].contains(where: line.hasPrefix) {
        mentions.append(String(line.dropFirst(4).prefix { $0 != "#" }))
      } else {
        // Every second stretch between backticks is code.
        let code = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        mentions += code.filter { $0.hasPrefix("sazba ") || $0.hasPrefix("make ") }
      }
    }
    if let open { blocks.append(Block(line: open.line, content: .stray("…"))) }
    self.blocks = blocks
    self.mentions = mentions
  }

  private static func content(_ info: [String], _ lines: [String]) -> Content {
    let text = lines.map { $0 + "\n" }.joined()
    switch info.first {
    case "sh":
      let status = info.first { $0.hasPrefix("kód=") }.flatMap { Int32($0.dropFirst(4)) }
      return .commands(lines, status: status ?? 0, isInstallation: info.contains("instalace"))
    case "text" where info.count == 1: return .output(lines)
    case "diff" where info.count == 2:
      func side(_ sign: String) -> [String] {
        lines.filter { $0.hasPrefix(sign) }.map { String($0.dropFirst()) }
      }
      return .change(file: info[1], old: side("-"), new: side("+"))
    case "yaml", "csv", "markdown":
      if info.count == 2 { return .file(info[1], text: text) }
      if info.count == 3, info[1] == "ukázka:" { return .piece(file: info[2], text: text) }
      return .stray(info.joined(separator: " "))
    default: return .stray(info.joined(separator: " "))
    }
  }
}

/// What a command prints, as far as it is the same on every machine and in every edition of the design.
enum ManualOutput {
  private static let changing = [
    ("[0-9]+ stran[ay]?, [0-9]+ kB", "N stran, N kB"), ("za [0-9]+,[0-9]+ s", "za N s"),
  ]

  static func settled(_ line: String) -> String {
    // Manuals are typed with plain spaces.
    changing.reduce(line.replacingOccurrences(of: "\u{A0}", with: " ")) { line, change in
      line.replacingOccurrences(of: change.0, with: change.1, options: .regularExpression)
    }
  }

  /// The first line of `wanted` that `found` does not have at its place, or nothing. A line `…` stands
  /// for as few lines as possible.
  static func firstMissing(_ wanted: [String], in found: [String]) -> String? {
    let wanted = wanted.map(settled)
    let found = found.map(settled)
    var position = 0
    var isLoose = false
    for line in wanted {
      if line == "…" {
        isLoose = true
        continue
      }
      // Compared as bytes: Swift's strings hold é and e + U+0301 for equal.
      let rest = found[position...]
      let place = isLoose ? rest.firstIndex { same($0, line) } : rest.startIndex
      guard let place, place < found.count, same(found[place], line) else { return line }
      position = place + 1
      isLoose = false
    }
    return isLoose || position == found.count ? nil : "(end), not: " + found[position]
  }

  private static func same(_ one: String, _ other: String) -> Bool {
    Array(one.utf8) == Array(other.utf8)
  }
}
