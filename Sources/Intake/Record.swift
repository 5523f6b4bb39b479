import Core
import Planning
import Yams

/// A mapping of a YAML file whose keys were checked.
struct Record {
  /// A key with its value.
  struct Field {
    var name: String
    var nameAt: SourceSpan
    var node: Node
    var file: FileID
  }
  /// The keys in the order of the file.
  var fields: [Field]
  /// Which keys it may have.
  let form: Form
  /// The place of the record.
  var at: SourceSpan

  /// The field of a key that the form has: no reader may know keys of its own.
  subscript(_ name: String) -> Field? {
    assert(form[name] != nil, "the form \(form.name.en) has no key \(name)")
    return fields.first { $0.name == name }
  }
}

/// A node and the file it stands in.
struct PlacedNode {
  var node: Node
  var file: FileID
}

extension ReadingDesk {
  /// Reads a mapping and notes unknown and missing keys.
  mutating func record(_ placed: PlacedNode, _ form: Form) -> Record? {
    guard case .mapping(let mapping) = placed.node else {
      reportShape(
        placed, Phrase(cs: "skupina řádků „klíč: hodnota“", en: "keys with values"))
      return nil
    }
    let at = span(of: placed.node, in: placed.file)
    let record = Record(fields: fields(of: mapping, in: placed.file), form: form, at: at)
    checkKeys(record, required: form.required)
    return record
  }

  /// The fields of a mapping as they stand; keys that are no plain text are noted.
  mutating func fields(of mapping: Node.Mapping, in file: FileID) -> [Record.Field] {
    var fields: [Record.Field] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        reportShape(PlacedNode(node: key, file: file), Phrase(cs: "název klíče", en: "a key"))
        continue
      }
      // Keys in the private use area are duplicates that were noted already.
      if let first = name.unicodeScalars.first, (0xE000...0xF8FF).contains(first.value) { continue }
      fields.append(
        Record.Field(
          name: normalised(name), nameAt: span(of: key, in: file), node: value, file: file))
    }
    return fields
  }

  /// Notes keys that the form of a record does not have, and those that are required and missing.
  mutating func checkKeys(_ record: Record, required: [String]) {
    let what = record.form.name
    let known = record.form.required + record.form.optional
    var misspelt: Set<String> = []
    let free = known.filter { record[$0] == nil }
    for field in record.fields.lazy.filter({ !known.contains($0.name) })
      .prefix(ReadingDesk.mostFindings)
    {
      let guess = nearest(to: field.name, among: free) ?? nearest(to: field.name, among: known)
      if let guess { misspelt.insert(guess) }
      let list = known.joined(separator: ", ")
      report(
        IntakeDiagnostics.unknownKey, at: field.nameAt,
        Phrase(
          cs: "\(what.cs): klíč „\(field.name)“ neznáme.",
          en: "\(what.en): the key “\(field.name)” is not known."),
        fix: guess.map {
          Phrase(cs: "Nemělo tu být „\($0)“?", en: "Should it be “\($0)”?")
        } ?? Phrase(cs: "Možné klíče: \(list).", en: "Possible keys: \(list)."))
    }
    for name in required where !misspelt.contains(name) {
      if let field = record[name], !isEmpty(field.node) { continue }
      report(
        IntakeDiagnostics.missingKey, at: record[name]?.nameAt ?? record.at,
        Phrase(
          cs: "\(what.cs): chybí povinný údaj „\(name)“.",
          en: "\(what.en): the required key “\(name)” is missing."),
        fix: Phrase(
          cs: "Doplňte řádek „\(name): …“.", en: "Add the line “\(name): …”."))
    }
  }

  /// Whether a value is left out, or made of characters that nobody sees.
  func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    if scalar.style == .plain, scalar.string == "~" { return true }
    return scalar.string.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Notes a value of the wrong shape.
  mutating func reportShape(_ placed: PlacedNode, _ expected: Phrase) {
    let found: Phrase
    switch placed.node {
    case .scalar: found = Phrase(cs: "jednoduchá hodnota", en: "a plain value")
    case .sequence: found = Phrase(cs: "seznam", en: "a list")
    default: found = Phrase(cs: "klíče s hodnotami", en: "keys with values")
    }
    report(
      IntakeDiagnostics.shape, at: span(of: placed.node, in: placed.file),
      Phrase(
        cs: "Tady má být \(expected.cs); zapsáno je něco jiného: \(found.cs).",
        en: "Expected here: \(expected.en); found: \(found.en)."),
      fix: Phrase(
        cs: "Podívejte se na stejný údaj v ukázkovém projektu Data/dacice.",
        en: "See the same field in the example project Data/dacice."))
  }

  /// The text of a plain value; paragraphs are separated by a line feed.
  mutating func passage(_ placed: PlacedNode) -> Located<String>? {
    guard let scalar = placed.node.scalar else {
      reportShape(placed, Phrase(cs: "text", en: "text"))
      return nil
    }
    if isEmpty(placed.node) { return nil }
    return Located(
      normalised(paragraphs(of: scalar).joined(separator: "\n")),
      at: span(of: placed.node, in: placed.file))
  }

  /// A literal block keeps its line ends, so only empty lines part paragraphs; the other styles
  /// were folded by YAML, which leaves one line feed for an empty line.
  private func paragraphs(of scalar: Node.Scalar) -> [String] {
    var paragraphs: [String] = []
    var words: [String] = []
    for line in scalar.string.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = PlainValue.trimmed(String(line))
      if !text.isEmpty { words.append(text) }
      if scalar.style != .literal || text.isEmpty {
        if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
        words = []
      }
    }
    if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
    return paragraphs
  }
}
