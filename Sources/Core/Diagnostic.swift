/// The languages in which Sazba speaks to people.
package enum Tongue: String, Sendable, CaseIterable {
  /// Czech.
  case cs
  /// English.
  case en
}

/// A sentence in Czech and in English.
package struct Phrase: Sendable, Hashable {
  /// The Czech wording.
  package var cs: String
  /// The English wording.
  package var en: String
  /// Makes a sentence in both languages.
  package init(cs: String, en: String) {
    self.cs = cs
    self.en = en
  }
  /// The wording in one language.
  package subscript(_ tongue: Tongue) -> String { tongue == .cs ? cs : en }
}

/// How bad a finding is.
package enum Severity: String, Sendable, Comparable {
  /// Nothing is written.
  case error
  /// The output is written, but somebody should look.
  case warning

  package static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
}

/// On which floor a finding is made.
package enum Stage: String, Sendable, CaseIterable {
  /// While reading files (syntax, encoding, keys).
  case intake
  /// On the validated model.
  case model
  /// On the semantic document.
  case document
  /// On the laid out pages.
  case pages
  /// On the written file.
  case output
}

/// A kind of finding: its code and what it is about in general. Each target lists its own kinds.
package struct DiagnosticKind: Sendable, Hashable {
  /// The stable code that people quote: `V01`, `Y003`.
  package let code: String
  /// How bad such findings are.
  package let severity: Severity
  /// Where such findings are made.
  package let stage: Stage
  /// What such a finding means, in one sentence.
  package let summary: Phrase

  /// Declares a kind of finding.
  package init(_ code: String, _ severity: Severity, _ stage: Stage, cs: String, en: String) {
    self.code = code
    self.severity = severity
    self.stage = stage
    self.summary = Phrase(cs: cs, en: en)
  }
}

/// A finding: what is wrong, where, and how to mend it.
package struct Diagnostic: Sendable, Hashable {
  /// What kind of finding it is.
  package var kind: DiagnosticKind
  /// The place in the files, if the finding has one.
  package var at: SourceSpan?
  /// What is wrong here.
  package var message: Phrase
  /// How to mend it.
  package var fix: Phrase
  /// The word or letter that it is about, if that stands somewhere within its place.
  package var words: String?
  /// Why it is known and accepted; nil while it is to be told.
  package var silenced: String?

  /// Makes a finding; long names that its message quotes are cut.
  package init(
    _ kind: DiagnosticKind, at: SourceSpan?, _ message: Phrase, fix: Phrase, words: String? = nil
  ) {
    self.kind = kind
    self.at = at
    self.message = message.withQuotesCut
    self.fix = fix
    self.words = words
  }

  /// Whether the finding stops the build: it is an error that nobody accepted by name.
  package var isError: Bool { kind.severity == .error && silenced == nil }
}

/// The one error that crosses targets: everything that was found, at least one of it an error.
package struct Rejected: Error, Sendable, Equatable {
  /// The findings, errors and warnings.
  package var diagnostics: [Diagnostic]
  /// Refuses the input for these reasons.
  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// A result and what is to be said about it although it came out.
package struct Outcome<Value> {
  /// The result.
  package var value: Value
  /// Warnings, in the order of the input.
  package var warnings: [Diagnostic]
  /// Joins a result to its warnings.
  package init(_ value: Value, warnings: [Diagnostic] = []) {
    self.value = value
    self.warnings = warnings
  }
}
extension Outcome: Sendable where Value: Sendable {}
