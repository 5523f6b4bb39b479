import Core

/// Reads values of one layout file and collects what is wrong with them.
///
/// Every method returns a value or nil; nil always comes with a finding, so the caller may go on
/// with any substitute and report everything in one run.
struct LayoutReader {
  /// What was found so far, each once.
  private(set) var findings: [Diagnostic]
  private var seen: Set<Diagnostic>
  /// The file.
  let file: FileID
  /// The distance of baselines, for lengths in lines.
  var baseline: Length = .pt(12)

  /// Starts reading a file.
  init(file: FileID, findings: [Diagnostic]) {
    self.file = file
    self.findings = findings
    self.seen = Set(findings)
  }

  /// Adds a finding unless the same was made before (an inherited value is read by every heir).
  mutating func report(_ finding: Diagnostic) {
    if seen.insert(finding).inserted { findings.append(finding) }
  }

  /// The findings in the order of the file.
  var ordered: [Diagnostic] {
    findings.enumerated().sorted { a, b in
      (a.element.at?.start ?? 0, a.offset) < (b.element.at?.start ?? 0, b.offset)
    }.map(\.element)
  }

  // MARK: Shapes

  /// The named values of a map; unknown and missing names are reported.
  mutating func fields(
    _ node: LayoutNode, of owner: String, known: [String], required: [String] = []
  ) -> Fields? {
    guard let fields = self.freeFields(node, of: owner) else { return nil }
    check(fields, of: owner, known: known, required: required)
    return fields
  }

  /// The named values of a map whose names are free.
  mutating func freeFields(_ node: LayoutNode, of owner: String) -> Fields? {
    guard case .map(let entries) = node.value else {
      report(
        .wrongType(
          owner, at: node.at,
          expected: Phrase(cs: "skupina řádků „klíč: hodnota“", en: "a group of “key: value”")))
      return nil
    }
    return Fields(entries: entries, at: node.at)
  }

  /// Reports unknown and missing names.
  mutating func check(_ fields: Fields, of owner: String, known: [String], required: [String]) {
    for entry in fields.entries where !known.contains(entry.key) {
      report(
        .unknownKey(
          entry.key, at: entry.keyAt, nearest: Spelling.nearest(to: entry.key, among: known),
          known: known))
    }
    for key in required where fields[key] == nil {
      report(.missingKey(key, of: owner, at: fields.at))
    }
  }

  /// The members of a list; a single word counts as a list of one.
  mutating func list(_ node: LayoutNode, key: String) -> [LayoutNode]? {
    switch node.value {
    case .list(let values): return values
    case .scalar where !node.isEmpty: return [node]
    default:
      report(
        .wrongType(
          key, at: node.at,
          expected: Phrase(cs: "seznam, například [a, b]", en: "a list such as [a, b]")))
      return nil
    }
  }

  /// A word or sentence.
  mutating func text(_ node: LayoutNode, key: String) -> String? {
    if case .scalar(let text, _) = node.value, !node.isEmpty { return text }
    report(
      .wrongType(key, at: node.at, expected: Phrase(cs: "slovo nebo věta", en: "a word or text")))
    return nil
  }

  // MARK: Values

  /// A length; negative only where allowed.
  mutating func length(
    _ node: LayoutNode, key: String, allowsNegative: Bool = false
  ) -> Length? {
    guard let text = self.text(node, key: key) else { return nil }
    guard let written = WrittenLength(text) else {
      report(.wrongLength(text, key: key, at: node.at))
      return nil
    }
    guard let length = written.length(baseline: baseline),
      allowsNegative || length >= .zero
    else {
      report(.lengthOutOfRange(text, key: key, at: node.at))
      return nil
    }
    return length
  }

  /// `yes` or `no`.
  mutating func flag(_ node: LayoutNode, key: String) -> Bool? {
    guard let text = self.text(node, key: key) else { return nil }
    switch text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      report(.unknownChoice(text, key: key, at: node.at, known: ["yes", "no"]))
      return nil
    }
  }

  /// A whole number within bounds.
  mutating func integer(_ node: LayoutNode, key: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let text = self.text(node, key: key) else { return nil }
    guard let number = Int(text), bounds.contains(number) else {
      report(
        .wrongNumber(
          text, key: key, at: node.at,
          expected: Phrase(
            cs: "celé číslo od \(bounds.lowerBound) do \(bounds.upperBound)",
            en: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")))
      return nil
    }
    return number
  }

  /// A percentage (`62.5 %`) in thousandths, within bounds.
  mutating func thousandths(
    _ node: LayoutNode, key: String, in bounds: ClosedRange<Int> = -10_000...10_000
  ) -> Int? {
    guard let text = self.text(node, key: key) else { return nil }
    let parts = text.split(separator: " ")
    guard parts.count == 2, parts[1] == "%", let number = DecimalNumber(parts[0]),
      bounds.contains(Int(number.times(10)))
    else {
      let (low, high) = (bounds.lowerBound / 10, bounds.upperBound / 10)
      report(
        .wrongNumber(
          text, key: key, at: node.at,
          expected: Phrase(
            cs: "podíl v procentech od \(low) % do \(high) %, například „2.5 %“",
            en: "a share from \(low) % to \(high) %, such as 2.5 %")))
      return nil
    }
    return Int(number.times(10))
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: LayoutNode, key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = self.text(node, key: key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(.unknownChoice(text, key: key, at: node.at, known: type.allCases.map(\.rawValue)))
    return nil
  }
}
