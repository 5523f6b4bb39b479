package import Core
package import Manuscript

/// A document as a typesetter sets it, and what was changed for that.
package struct Corrected: Sendable, Equatable {
  /// The document.
  package var document: Document
  /// The changes in the order of the text; empty unless they were asked for.
  package var corrections: [Correction]
}

/// A change of what was typed.
package struct Correction: Sendable, Hashable {
  /// The rule that asked for it.
  package var rule: TypographicRule
  /// The block whose words they are.
  package var node: NodeID
  /// Where the words come from, if the block knows.
  package var origin: SourceSpan?
  /// The words that are changed, as typed.
  package var before: String
  /// The same after this change; no-break spaces are U+00A0.
  package var after: String
}

/// Puts what people typed into what a typesetter sets, by the rules of each run's language.
///
/// Words are changed only within the blocks that print them: never in a `verbatim` span, an address,
/// or what a code of the plan says of itself (labels). Structure, order and owners stay.
///
/// - Parameter keepsLog: whether the changes are to be told one by one.
/// - Returns: the document, and warnings of what only its author can decide.
/// - Complexity: linear in the text.
package func correct(_ document: Document, keepsLog: Bool = false) -> Outcome<Corrected> {
  var corrector = Corrector(document, keepsLog: keepsLog)
  corrector.run()
  return Outcome(
    Corrected(document: corrector.document, corrections: corrector.corrections),
    warnings: corrector.findings)
}
