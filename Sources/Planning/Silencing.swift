package import Core

/// Marks the warnings that a plan silences, and reports silences that are none.
///
/// - Parameters:
///   - silences: what the plan wishes silent.
///   - findings: everything that was found, errors included.
///   - kinds: every kind that can be found, to tell misspelt codes.
///   - isWhole: whether every floor was asked; only then can a silence be said to silence nothing.
/// - Returns: the findings, marked, and the findings on the silences themselves.
package func silence(
  _ findings: [Diagnostic], by silences: [Silence], kinds: [DiagnosticKind], isWhole: Bool
) -> [Diagnostic] {
  var findings = findings
  var faults: [Diagnostic] = []
  let hasErrors = findings.contains(where: \.isError)
  for silence in silences {
    if let fault = fault(of: silence, kinds) {
      faults.append(fault)
      continue
    }
    guard let reason = silence.reason?.value else { continue }
    var hits = 0
    for position in findings.indices where silence.covers(findings[position]) {
      hits += 1
      findings[position].silenced = findings[position].silenced ?? reason
    }
    // Where something stopped the run, the warnings of later floors never came up.
    if hits == 0, isWhole, !hasErrors { faults.append(idle(silence)) }
  }
  return findings + faults
}

extension Silence {
  /// Whether it silences a finding: a warning of its code that names its record.
  fileprivate func covers(_ finding: Diagnostic) -> Bool {
    guard finding.kind.severity == .warning, finding.kind.code == code.value else { return false }
    guard let record else { return true }
    return finding.message.cs.names(record.value)
  }
}

extension String {
  /// Whether a record is named in it as a whole word: `1.1` is not in `1.1.2`.
  fileprivate func names(_ record: String) -> Bool {
    let text = Array(utf8)
    let word = Array(record.utf8)
    guard !word.isEmpty, text.count >= word.count else { return false }
    for start in 0...(text.count - word.count)
    where text[start..<(start + word.count)].elementsEqual(word) {
      let before = start > 0 ? text[start - 1] : 0x20
      let end = start + word.count
      let after = end < text.count ? text[end] : 0x20
      // A full stop ends a sentence, but between figures it goes on with the code.
      let next = end + 1 < text.count ? text[end + 1] : 0x20
      let goesOn = after == 0x2E && (0x30...0x39).contains(next)
      if !before.isWord, before != 0x2E, !after.isWord, !goesOn { return true }
    }
    return false
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII, or part of another sign of UTF-8 that is a letter.
  ///
  /// Quotation marks and dashes begin with 0xE2 and no-break spaces with 0xC2; both end a word.
  fileprivate var isWord: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xC3...0xDF: true
    default: false
    }
  }
}

private func fault(of silence: Silence, _ kinds: [DiagnosticKind]) -> Diagnostic? {
  let code = silence.code.value
  guard let kind = kinds.first(where: { $0.code == code }) else {
    let guess = nearest(to: code, among: kinds.map(\.code))
    return Diagnostic(
      PlanningDiagnostics.silenceCode, at: silence.code.at,
      Phrase(cs: "Kód „\(code)“ neznáme.", en: "The code “\(code)” is not known."),
      fix: guess.map { Phrase(cs: "Nemělo tu být „\($0)“?", en: "Should it be “\($0)”?") }
        ?? Phrase(
          cs: "Opište kód z výpisu upozornění, například V13.",
          en: "Copy the code from the report, for example V13."))
  }
  if kind.severity == .error {
    return Diagnostic(
      PlanningDiagnostics.silencedError, at: silence.code.at,
      Phrase(
        cs: "\(code) je chyba, tu ztišit nelze: \(kind.summary.cs)",
        en: "\(code) is an error and cannot be silenced: \(kind.summary.en)"),
      fix: Phrase(
        cs: "Chybu opravte a ztišení smažte.", en: "Mend the error and delete the silence."))
  }
  guard silence.reason == nil else { return nil }
  return Diagnostic(
    PlanningDiagnostics.silenceReason, at: silence.at,
    Phrase(
      cs: "Ztišení upozornění \(code) nemá důvod.",
      en: "The silence of \(code) gives no reason."),
    fix: Phrase(
      cs: "Doplňte řádek „duvod: …“, ať po čase víte, proč vám upozornění nevadí.",
      en: "Add the line “duvod: …”, so that you will know later why you accept it."))
}

private func idle(_ silence: Silence) -> Diagnostic {
  let code = silence.code.value
  let record = silence.record.map { " (\($0.value))" } ?? ""
  return Diagnostic(
    PlanningDiagnostics.idleSilence, at: silence.at,
    Phrase(
      cs: "Ztišení \(code)\(record) nic neztišuje, takové upozornění není.",
      en: "The silence of \(code)\(record) silences nothing, there is no such warning."),
    fix: Phrase(
      cs: "Smažte ho, nebo opravte kód a záznam.",
      en: "Delete it, or correct its code and record."))
}
