/// A level of the numbering scheme.
package struct NumberingLevel: Sendable, Equatable {
  /// Which records it numbers.
  package var tier: Tier
  /// What one of them is called: „Priorita“.
  package var singular: String
  /// What several of them are called: „Priority“.
  package var plural: String
  /// The numerals of its own number.
  package var numerals: Numerals
  /// What stands before the whole code: `S␣`; usually empty.
  package var prefix: String
  /// Whether the code begins with the code of the level above: 1 → 1.1.
  package var continues: Bool

  /// Makes it of its parts.
  package init(
    tier: Tier, singular: String, plural: String, numerals: Numerals = .arabic,
    prefix: String = "", continues: Bool
  ) {
    self.tier = tier
    self.singular = singular
    self.plural = plural
    self.numerals = numerals
    self.prefix = prefix
    self.continues = continues
  }
}

/// How the codes of the strategic part are built and what its levels are called.
///
/// Two to four levels: an optional area, priority, measure, an optional activity. The scheme only
/// checks codes; it never makes or changes one.
package struct Numbering: Sendable, Equatable {
  /// The levels, outermost first.
  package var levels: [NumberingLevel]
  /// What stands between the numbers: a full stop.
  package var separator: String

  /// Makes a scheme.
  package init(levels: [NumberingLevel], separator: String = ".") {
    self.levels = levels
    self.separator = separator
  }

  /// Priorita 1 → Opatření 1.1 → Aktivita 1.1.1.
  package static let usual = Numbering(levels: [
    NumberingLevel(tier: .priority, singular: "Priorita", plural: "Priority", continues: false),
    NumberingLevel(tier: .measure, singular: "Opatření", plural: "Opatření", continues: true),
    NumberingLevel(tier: .activity, singular: "Aktivita", plural: "Aktivity", continues: true),
  ])

  /// The level that numbers such records, if the scheme has it.
  package func level(_ tier: Tier) -> NumberingLevel? { levels.first { $0.tier == tier } }

  /// The levels whose numbers make up the code of a tier, outermost first.
  package func chain(of tier: Tier) -> [NumberingLevel] {
    var chain: [NumberingLevel] = []
    for level in levels.reversed() where level.tier <= tier {
      guard let inner = chain.first else {
        if level.tier == tier { chain = [level] }
        continue
      }
      guard inner.continues else { break }
      chain.insert(level, at: 0)
    }
    return chain
  }

  /// The numbers that a code is made of, or nil where it does not follow the scheme.
  package func numbers(of code: Code, tier: Tier) -> [Int]? {
    guard let level = level(tier), code.text.hasPrefix(level.prefix) else { return nil }
    let parts = Numbering.split(code.text.dropFirst(level.prefix.count), at: separator)
    let chain = chain(of: tier)
    guard parts.count == chain.count else { return nil }
    var numbers: [Int] = []
    for (part, level) in zip(parts, chain) {
      guard let number = level.numerals.number(part) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// An example of a code of a tier, for messages: `1.1.1`.
  package func example(of tier: Tier) -> String {
    let signs = chain(of: tier).map { level in
      switch level.numerals {
      case .arabic: "1"
      case .roman: "I"
      case .letter: "A"
      }
    }
    return (level(tier)?.prefix ?? "") + signs.joined(separator: separator)
  }

  private static func split(_ text: Substring, at separator: String) -> [Substring] {
    guard let sign = separator.first, separator.count == 1 else { return [text] }
    return text.split(separator: sign, omittingEmptySubsequences: false)
  }
}
