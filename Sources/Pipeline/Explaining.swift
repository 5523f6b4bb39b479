package import Core
import Intake
import Orthography
import Planning
import Style

/// Explains a code of a finding or a key of a design, or lists all codes.
///
/// - Parameter code: the code, or the key or its section, as the user typed it; nil for the list.
package func explain(_ code: String?, home: Home, tongue: Tongue) -> Answer {
  var answer = Answer()
  guard let code else {
    answer.text = ExplanationText.list(tongue)
    return answer
  }
  let wanted = code.uppercased()
  let isCode =
    wanted.prefix(1).allSatisfy(\.isLetter) && wanted.dropFirst().contains(where: \.isNumber)
  guard isCode, let subject = Subject.all.first(where: { codePlace($0.code) == codePlace(wanted) })
  else {
    let keys = DesignKeys.all.filter { $0.isNamed(code) }
    guard keys.isEmpty else { return explain(keys, home: home, tongue: tongue) }
    let guess =
      isCode
      ? nearest(to: wanted, among: Subject.all.map(\.code))
      : nearest(to: code, among: DesignKeys.all.flatMap { [$0, $0.lastKey] })
    answer.usage = Phrase(
      cs: "Kód ani klíč „\(code)“ neznáme." + (guess.map { " Nemělo to být „\($0)“?" } ?? "")
        + " Všechny kódy vypíše sazba explain.",
      en: "“\(code)” is neither a code nor a key that is known."
        + (guess.map { " Should it be “\($0)”?" } ?? "") + " sazba explain lists all codes.")
    return answer
  }
  do throws(Rejected) {
    let all = try readExplanations(home.explanations, sources: &answer.sources)
    answer.text = ExplanationText.page(
      subject, all.findings.first { $0.code == subject.code }, tongue)
  } catch {
    answer.findings = error.diagnostics
  }
  return answer
}

/// Explains keys of designs.
private func explain(_ keys: [String], home: Home, tongue: Tongue) -> Answer {
  var answer = Answer()
  do throws(Rejected) {
    let all = try readExplanations(home.explanations, sources: &answer.sources)
    answer.text = keys.map { key in
      ExplanationText.key(key, all.ofKeys.first { $0.key == key }?.meaning, tongue)
    }.joined()
  } catch {
    answer.findings = error.diagnostics
  }
  return answer
}

extension String {
  /// The key without its section.
  fileprivate var lastKey: String { split(separator: ".").last.map(String.init) ?? self }

  /// Whether a key is meant by a word: by all of it, by the key alone, or by its section.
  fileprivate func isNamed(_ word: String) -> Bool {
    let word = word.lowercased()
    return self == word || lastKey == word || hasPrefix(word + ".")
  }
}

/// The place of a code among others: the letter, the number, the number after the dash. `V6` stands
/// where `V06` does.
private func codePlace(_ code: String) -> (String, Int, Int) {
  let parts = code.dropFirst().split(separator: "-").map { Int($0) ?? 0 }
  return (String(code.prefix(1)), parts.first ?? 0, parts.count > 1 ? parts[1] : 0)
}

/// What has a page of its own: a kind of finding, or a typographic rule that finds nothing to tell.
private struct Subject {
  var code: String
  /// What it does, in a word.
  var effect: Phrase
  var name: Phrase
  /// Where it is kept.
  var place: Phrase
  var isWarning: Bool

  init(_ kind: DiagnosticKind) {
    code = kind.code
    effect =
      kind.severity == .error
      ? Phrase(cs: "chyba", en: "error") : Phrase(cs: "upozornění", en: "warning")
    name = kind.summary
    place = ExplanationText.stage(kind.stage)
    isWarning = kind.severity == .warning
  }

  init(_ rule: TypographicRule) {
    code = rule.rawValue
    name = Phrase(cs: rule.name.cs + ".", en: rule.name.en + ".")
    switch rule.effect {
    case .rewrites:
      effect = Phrase(cs: "upraví se samo", en: "put right")
      place = Phrase(
        cs: "v textu publikace, podle jazyka", en: "in the text of a publication, by its language")
    case .warns, .constrainsLayout:
      effect = Phrase(cs: "hlídá sazba", en: "seen to")
      place = Phrase(cs: "při sazbě", en: "while pages are made")
    }
    isWarning = false
  }

  static let kinds = DiagnosticCatalogue.all.map { Subject($0) }
  static let rules = TypographicRule.allCases.filter { $0.effect != .warns }.map { Subject($0) }
  static var all: [Subject] { kinds + rules }
}

/// Prints explanations.
private enum ExplanationText {
  /// The greatest width of a line, in letters.
  private static let width = 80

  static func page(_ subject: Subject, _ explanation: Explanation?, _ tongue: Tongue) -> String {
    func say(_ cs: String, _ en: String) -> String { tongue == .cs ? cs : en }
    var out = "\(subject.code) · \(subject.effect[tongue]) · \(subject.name[tongue])\n"
    out += say("Kontroluje se: ", "Checked: ") + subject.place[tongue] + "\n"
    if let explanation {
      out += "\n" + say("Proč na tom záleží", "Why it matters") + "\n"
      out += wrapped(explanation.reason[tongue])
      out += "\n" + say("Špatně", "Wrong") + "\n" + indented(explanation.wrong)
      out += "\n" + say("Správně", "Right") + "\n" + indented(explanation.right)
      out += "\n" + say("Jak to opravit", "How to mend it") + "\n"
      out += wrapped(explanation.fix[tongue])
    }
    if subject.isWarning {
      out += "\n"
      out += wrapped(
        say(
          "Je to upozornění: výstup vznikne i s ním. Když o něm víte a nevadí vám, zapište ho "
            + "v plan.yaml pod klíč „ztisit“ s kódem a důvodem.",
          "It is a warning: the output is written all the same. If you know of it and accept it, "
            + "name it in plan.yaml below the key “ztisit” with its code and your reason."))
    }
    return out
  }

  static func key(_ key: String, _ meaning: Phrase?, _ tongue: Tongue) -> String {
    "\(key)\n" + (meaning.map { wrapped($0[tongue]) } ?? "")
  }

  static func list(_ tongue: Tongue) -> String {
    let all = Subject.all.sorted { codePlace($0.code) < codePlace($1.code) }
    let columns = all.map(\.code.count).max() ?? 0
    let words = all.map { $0.effect[tongue].count }.max() ?? 0
    var headings = Stage.allCases.map { stage($0) }
    for subject in Subject.rules where !headings.contains(subject.place) {
      headings.append(subject.place)
    }
    var out = ""
    for heading in headings {
      let found = all.filter { $0.place == heading }
      guard !found.isEmpty else { continue }
      out += (out.isEmpty ? "" : "\n") + heading[tongue] + "\n"
      for subject in found {
        let word = subject.effect[tongue]
        out += "  " + subject.code + spaces(columns - subject.code.count + 2)
        out += word + spaces(words - word.count + 2) + subject.name[tongue] + "\n"
      }
    }
    return out
  }

  static func stage(_ stage: Stage) -> Phrase {
    switch stage {
    case .intake: Phrase(cs: "při čtení souborů", en: "while files are read")
    case .model: Phrase(cs: "na údajích plánu", en: "on the plan's data")
    case .document: Phrase(cs: "při skládání publikace", en: "while a publication is composed")
    case .pages: Phrase(cs: "na vysázených stranách", en: "on the pages")
    case .output: Phrase(cs: "při zápisu PDF", en: "while the PDF is written")
    }
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func indented(_ lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
  }

  /// Paragraphs, each broken at spaces and set in by two of them.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n").map { paragraph in
      var lines: [String] = []
      var line = " "
      for word in paragraph.split(separator: " ") {
        if line.count > 1, line.count + 1 + word.count > width {
          lines.append(line)
          line = " "
        }
        line += " " + word
      }
      lines.append(line)
      return lines.joined(separator: "\n") + "\n"
    }.joined()
  }
}
