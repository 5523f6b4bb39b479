import Core
import Planning

/// How JSON Schema says what may stand in a field of a YAML file.
///
/// YAML gives `1.1` and `2025` to editors as numbers and everything else as text, so that most plain
/// values may be either; what a text must look like is a pattern of ECMA 262.
struct ContentSchema {
  /// The codelists that give the words that are possible.
  let codelists: Codelists

  /// The keywords for a content that must be there; `nil` values of optional fields are added by
  /// `optional`.
  func keywords(for content: Content) -> [(String, JSONValue)] {
    switch content {
    case .text, .passage, .code, .reference, .activity, .service:
      [("type", .strings(["string", "number", "boolean"])), ("pattern", .string(Pattern.visible))]
    case .texts, .codes, .references:
      oneOrMore([("type", .strings(["string", "number", "boolean"]))])
    case .digits: plain(["string", "integer"], "[0-9][0-9 \u{A0}]*")
    case .whole: plain(["integer", "string"], Pattern.whole) + [("minimum", .whole(0))]
    case .year:
      plain(["integer", "string"], Pattern.year) + [
        ("minimum", .whole(1900)), ("maximum", .whole(2199)),
      ]
    case .amount: plain(["string", "integer"], Pattern.money) + [("minimum", .whole(0))]
    case .cost:
      plain(["string", "integer"], "v rámci\\s*\\S.*|" + Pattern.money) + [("minimum", .whole(0))]
    case .quantity:
      plain(["integer", "string"], Pattern.whole + "(,[0-9]{1,4})?") + [("minimum", .whole(0))]
    case .degrees: plain(["number", "string"], "-?[0-9]+([.,][0-9]*)?")
    case .date: plain(["string"], Pattern.date)
    case .period:
      plain(["string", "integer"], Pattern.year + "(\\s*([–—-]|až)\\s*" + Pattern.year + ")?")
    case .term:
      plain(
        ["string", "integer"],
        "průběžně|" + Pattern.month + "(\\s*([–—-]|až)\\s*" + Pattern.month + ")?")
    case .time:
      plain(["string", "number"], "([01]?[0-9]|2[0-3])[.:][0-5][0-9]") + [
        ("minimum", .whole(0)), ("exclusiveMaximum", .whole(24)),
      ]
    case .language: plain(["string"], "[A-Za-z0-9]{2,3}(-[A-Za-z0-9]{2,8})*")
    case .dataBox: plain(["string", "integer"], "[2-9a-km-np-z]{7}")
    case .flag: [("enum", .strings(["ano", "ne"]))]
    case .choice(let words): [("enum", .strings(words))]
    case .codelist(let name): words(of: name)
    case .codelists(let name): oneOrMore(words(of: name))
    case .record(let form): [("$ref", .string("#/definitions/" + SchemaBook.key(of: form)))]
    case .records(let form):
      [
        ("type", .string("array")),
        ("items", .object([("$ref", .string("#/definitions/" + SchemaBook.key(of: form)))])),
      ]
    case .remarks(let form):
      [
        ("type", .string("array")),
        (
          "items",
          .object([
            (
              "anyOf",
              .array([
                .object(keywords(for: .text)),
                .object([("$ref", .string("#/definitions/" + SchemaBook.key(of: form)))]),
              ])
            )
          ])
        ),
      ]
    case .yearAmounts: amounts([("pattern", .string("^" + Pattern.year + "$"))])
    case .codelistAmounts(let name): amounts(words(of: name))
    }
  }

  /// The same for a field that may stay empty.
  func optional(_ content: Content) -> [(String, JSONValue)] {
    var keywords = keywords(for: content)
    for (position, pair) in keywords.enumerated() {
      switch pair {
      case ("type", .array(let types)):
        keywords[position].1 = .array(types + [.string("null")])
        // An empty text is as good as none.
        if let place = keywords.firstIndex(where: { $0.0 == "pattern" }) {
          if case .string(Pattern.visible) = keywords[place].1 {
            keywords.remove(at: place)
          } else if case .string(let pattern) = keywords[place].1 {
            keywords[place].1 = .string("^\\s*$|" + pattern)
          }
        }
        return keywords
      case ("type", .string(let type)):
        keywords[position].1 = .strings([type, "null"])
        return keywords
      case ("enum", .array(let words)):
        keywords[position].1 = .array(words + [.null])
        return keywords
      case ("anyOf", .array(let kinds)):
        keywords[position].1 = .array(kinds + [.object([("type", .string("null"))])])
        return keywords
      case ("$ref", let target):
        return [
          (
            "anyOf",
            .array([.object([("$ref", target)]), .object([("type", .string("null"))])])
          )
        ]
      default: continue
      }
    }
    return keywords
  }

  private func plain(_ types: [String], _ pattern: String) -> [(String, JSONValue)] {
    [("type", .strings(types)), ("pattern", .string("^\\s*(" + pattern + ")\\s*$"))]
  }

  private func oneOrMore(_ one: [(String, JSONValue)]) -> [(String, JSONValue)] {
    [
      (
        "anyOf",
        .array([
          .object(one),
          .object([("type", .string("array")), ("items", .object(one))]),
        ])
      )
    ]
  }

  /// Every word that a list ever had: which of them hold is a matter of the plan's date of text.
  private func words(of name: CodelistName) -> [(String, JSONValue)] {
    let entries = codelists.lists.first { $0.name == name }?.entries ?? []
    var words: [JSONValue] = []
    var meanings: [JSONValue] = []
    for (position, entry) in entries.enumerated()
    where !entries[..<position].contains(where: { $0.code == entry.code }) {
      words.append(.string(entry.code))
      let until = entry.to.map { " (do \($0.day). \($0.month). \($0.year))" } ?? ""
      meanings.append(.string(entry.name + until))
    }
    return [("enum", .array(words)), ("enumDescriptions", .array(meanings))]
  }

  private func amounts(_ names: [(String, JSONValue)]) -> [(String, JSONValue)] {
    [
      ("type", .string("object")), ("propertyNames", .object(names)),
      ("additionalProperties", .object(optional(.amount))),
    ]
  }
}

/// The shapes of plain values, as `PlainValue` reads them.
private enum Pattern {
  private static let space = "[ \u{A0}\u{202F}\u{2009}]"
  static let whole = "[0-9](" + space + "*[0-9])*"
  static let crowns = whole + "\\s*(Kč)?"
  static let money = "nevyčísleno|bez nákladů|" + crowns + "(\\s*([–—-]|až)\\s*" + crowns + ")?"
  static let year = "[0-9]{4}"
  static let month = "((0?[1-9]|1[0-2])\\s*/\\s*)?" + year
  /// Something that people see: neither spaces nor characters without width.
  static let visible = "[^\\s\u{AD}\u{200B}\u{2060}\u{FEFF}]"
  private static let long =
    "0?1|0?3|0?5|0?7|0?8|10|12|ledna|března|května|července|srpna|října|prosince"
  private static let short = "0?4|0?6|0?9|11|dubna|června|září|listopadu"
  private static let dot = "[.\\s]+"
  /// Days that exist, but for 29 February, which depends on the year.
  static let date =
    "[0-9]{4}-[0-9]{2}-[0-9]{2}|("
    + "(0?[1-9]|[12][0-9])" + dot + "(" + long + "|" + short + "|0?2|února)"
    + "|30" + dot + "(" + long + "|" + short + ")|31" + dot + "(" + long + "))" + dot + year
}
