import Core
import Pipeline

/// What every reader promises about what it found.
///
/// Places lie inside their files, nothing is said without words, code and mend, a refusal names an
/// error, and each finding can be shown to people in both languages.
func checkFindings(_ findings: [Diagnostic], _ sources: SourceTable, areRefusal: Bool) {
  if areRefusal {
    demand(findings.contains(where: \.isError), "a refusal names an error")
  } else {
    demand(!findings.contains(where: \.isError), "warnings are no errors")
  }
  for finding in findings {
    if let span = finding.at { checkSpan(span, sources, "\(finding.kind.code)") }
    for tongue in Tongue.allCases {
      demand(!finding.message[tongue].isEmpty, "\(finding.kind.code) has words")
      demand(!finding.fix[tongue].isEmpty, "\(finding.kind.code) has a mend")
    }
  }
  // Many findings look alike; showing some of them proves the printer.
  for finding in findings.prefix(8) {
    let shown = DiagnosticText.lines(finding, sources: sources, tongue: .cs)
    demand(shown.utf8.count < 100_000, "a finding is short")
  }
}

/// A place lies inside its file.
func checkSpan(_ span: SourceSpan, _ sources: SourceTable, _ owner: @autoclosure () -> String) {
  demand(span.file.int < sources.files.count, "\(owner()): the file of a place exists")
  let source = sources[span.file]
  demand(span.start <= span.end, "\(owner()): \(span.start)..<\(span.end) runs forward")
  demand(
    span.end <= UInt32(source.bytes.count),
    "\(owner()): \(span.start)..<\(span.end) lies inside \(source.bytes.count) bytes")
  let position = source.position(of: span.start)
  demand(position.line >= 1 && position.column >= 1, "\(owner()): lines and columns begin at 1")
}

/// Every place inside a value lies inside its file.
func checkSpans(of value: Any, _ sources: SourceTable) {
  if let span = value as? SourceSpan {
    checkSpan(span, sources, "a fact")
    return
  }
  if value is String || value is Int || value is [UInt8] || value is Picture { return }
  for child in Mirror(reflecting: value).children { checkSpans(of: child.value, sources) }
}
