import Core
import Planning
import Yams

/// Reading the fields of a record: nil where the field is missing, empty or was noted as faulty.
extension ReadingDesk {
  /// Text of several paragraphs.
  mutating func passage(_ record: Record, _ name: String) -> Located<String>? {
    record[name].flatMap { passage(PlacedNode(node: $0.node, file: $0.file)) }
  }

  /// Text of one paragraph.
  mutating func text(_ record: Record, _ name: String) -> Located<String>? {
    passage(record, name).map(oneLine)
  }

  /// Text that is known to be demanded: an empty one stands in for what was noted as missing.
  mutating func demand(_ record: Record, _ name: String) -> Located<String> {
    text(record, name) ?? Located("", at: record.at)
  }

  private func oneLine(_ passage: Located<String>) -> Located<String> {
    passage.map { $0.split(separator: "\n").joined(separator: " ") }
  }

  /// One text, or a list of texts.
  mutating func texts(_ record: Record, _ name: String) -> [Located<String>] {
    guard let field = record[name] else { return [] }
    if case .sequence(let sequence) = field.node {
      return sequence.compactMap { passage(PlacedNode(node: $0, file: field.file)).map(oneLine) }
    }
    return text(record, name).map { [$0] } ?? []
  }

  /// Codes: one, several with commas between, or a list.
  mutating func codes(_ record: Record, _ name: String) -> [Located<Code>] {
    texts(record, name).flatMap { text in
      var place = text.at
      return text.value.split(separator: ",", omittingEmptySubsequences: false).compactMap { part in
        let code = PlainValue.trimmed(String(part))
        // The text is as it stands in the file unless it was quoted or folded.
        let lead = UInt32(part.utf8.prefix { $0 == 0x20 }.count)
        let at = SourceSpan(
          file: place.file, start: place.start + lead,
          end: place.start + lead + UInt32(code.utf8.count))
        place.start += UInt32(part.utf8.count + 1)
        return code.isEmpty ? nil : Located(Code(code), at: at)
      }
    }
  }

  /// The items of a list of records.
  mutating func items(_ record: Record, _ name: String) -> [PlacedNode] {
    guard let field = record[name], !isEmpty(field.node) else { return [] }
    guard case .sequence(let sequence) = field.node else {
      reportShape(
        PlacedNode(node: field.node, file: field.file),
        Phrase(cs: "seznam, každá položka s pomlčkou (- …)", en: "a list, each item with a dash"))
      return []
    }
    return sequence.map { PlacedNode(node: $0, file: field.file) }
  }

  /// A nested record.
  mutating func part(_ record: Record, _ name: String, _ form: Form) -> Record? {
    guard let field = record[name], !isEmpty(field.node) else { return nil }
    return self.record(PlacedNode(node: field.node, file: field.file), form)
  }

  /// A value in one of the plain forms.
  mutating func value<Value>(
    _ record: Record, _ name: String, _ form: PlainForm<Value>
  ) -> Located<Value>? {
    text(record, name).flatMap { read($0, form) }
  }

  /// Reads a text in one of the plain forms, or notes that it is not in it.
  mutating func read<Value>(_ text: Located<String>, _ form: PlainForm<Value>) -> Located<Value>? {
    if let value = form.read(PlainValue.trimmed(text.value)) { return Located(value, at: text.at) }
    report(
      form.kind, at: text.at,
      Phrase(
        cs: "„\(text.value)“ není \(form.name.cs).", en: "“\(text.value)” is not \(form.name.en)."),
      fix: Phrase(
        cs: "Napište například: \(form.examples.joined(separator: " nebo ")).",
        en: "Write for example: \(form.examples.joined(separator: " or "))."))
    return nil
  }

  /// One of a few words.
  mutating func choice<Value>(_ record: Record, _ name: String, _ words: [(String, Value)])
    -> Located<Value>?
  {
    guard let text = text(record, name) else { return nil }
    if let word = words.first(where: { $0.0 == text.value }) { return Located(word.1, at: text.at) }
    let all = words.map(\.0).joined(separator: ", ")
    let guess = nearest(to: text.value, among: words.map(\.0))
    report(
      IntakeDiagnostics.choice, at: text.at,
      Phrase(
        cs: "Hodnota „\(text.value)“ u „\(name)“ není dovolena.",
        en: "The value “\(text.value)” of “\(name)” is not allowed."),
      fix: guess.map { Phrase(cs: "Nemělo tu být „\($0)“?", en: "Should it be “\($0)”?") }
        ?? Phrase(cs: "Použijte: \(all).", en: "Use: \(all)."))
    return nil
  }
}

/// A plain form: how it is read and what is said of text that is not in it.
struct PlainForm<Value> {
  let kind: DiagnosticKind
  let name: Phrase
  let examples: [String]
  let read: (String) -> Value?
}

extension PlainForm {
  static var whole: PlainForm<Int64> {
    PlainForm<Int64>(
      kind: IntakeDiagnostics.number, name: Phrase(cs: "celé číslo", en: "a whole number"),
      examples: ["1 250"], read: PlainValue.whole)
  }
  static var amount: PlainForm<Int64> {
    PlainForm<Int64>(
      kind: IntakeDiagnostics.number,
      name: Phrase(cs: "částka v celých korunách", en: "an amount of whole crowns"),
      examples: ["250 000 Kč"], read: PlainValue.amount)
  }
  static var quantity: PlainForm<Quantity> {
    PlainForm<Quantity>(
      kind: IntakeDiagnostics.number, name: Phrase(cs: "číslo", en: "a number"),
      examples: ["120", "1,5"],
      read: PlainValue.quantity)
  }
  static var degrees: PlainForm<Int32> {
    PlainForm<Int32>(
      kind: IntakeDiagnostics.number,
      name: Phrase(cs: "zeměpisná souřadnice", en: "a geographic coordinate"),
      examples: ["49.079920"], read: PlainValue.degrees)
  }
  static var year: PlainForm<Int> {
    PlainForm<Int>(
      kind: IntakeDiagnostics.number, name: Phrase(cs: "rok", en: "a year"), examples: ["2025"],
      read: PlainValue.year)
  }
  static var date: PlainForm<CivilDate> {
    PlainForm<CivilDate>(
      kind: IntakeDiagnostics.date, name: Phrase(cs: "platné datum", en: "a valid date"),
      examples: ["5. 11. 2024"], read: PlainValue.date)
  }
  static var period: PlainForm<Period> {
    PlainForm<Period>(
      kind: IntakeDiagnostics.period,
      name: Phrase(cs: "období v celých letech", en: "a period of whole years"),
      examples: ["2025–2027"], read: PlainValue.period)
  }
  static var term: PlainForm<Term> {
    PlainForm<Term>(
      kind: IntakeDiagnostics.term, name: Phrase(cs: "termín", en: "a term"),
      examples: ["3/2025 – 12/2026", "2025–2027", "průběžně"], read: PlainValue.term)
  }
  static var cost: PlainForm<Cost> {
    PlainForm<Cost>(
      kind: IntakeDiagnostics.cost, name: Phrase(cs: "údaj o nákladech", en: "a cost"),
      examples: ["250 000 Kč", "100 000 – 150 000 Kč", "0 Kč", "v rámci 1.1.2", "nevyčísleno"],
      read: PlainValue.cost)
  }
  static var money: PlainForm<Money> {
    PlainForm<Money>(
      kind: IntakeDiagnostics.number,
      name: Phrase(
        cs: "částka v celých korunách, rozmezí ani „nevyčísleno“",
        en: "an amount of whole crowns, a range or “nevyčísleno”"),
      examples: ["250 000 Kč", "100 000 – 150 000 Kč", "nevyčísleno"], read: PlainValue.money)
  }
  static var dataBox: PlainForm<String> {
    PlainForm<String>(
      kind: IntakeDiagnostics.dataBox,
      name: Phrase(cs: "označení datové schránky", en: "the name of a datová schránka"),
      examples: ["abc2d3e"], read: PlainValue.dataBox)
  }
  static var time: PlainForm<String> {
    PlainForm<String>(
      kind: IntakeDiagnostics.time, name: Phrase(cs: "čas", en: "a time of the day"),
      examples: ["16.30"], read: PlainValue.time)
  }
  static var language: PlainForm<Language> {
    PlainForm<Language>(
      kind: IntakeDiagnostics.choice,
      name: Phrase(cs: "značka jazyka", en: "the tag of a language"),
      examples: ["cs", "en"], read: PlainValue.language)
  }
  static var flag: PlainForm<Bool> {
    PlainForm<Bool>(
      kind: IntakeDiagnostics.flag, name: Phrase(cs: "ano ani ne", en: "yes or no (ano, ne)"),
      examples: ["ano", "ne"], read: { $0 == "ano" ? true : ($0 == "ne" ? false : nil) })
  }
}
