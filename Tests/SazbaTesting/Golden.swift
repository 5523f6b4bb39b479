import Foundation
package import Testing

/// Compares a dump with the recorded text of `file` (a path in the checkout).
///
/// `SAZBA_ACCEPT=1` records the text instead, to be reviewed as a diff and committed. The first line
/// that differs is shown with its number.
package func expectGolden(
  _ text: String, _ file: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let path = Repository.path(file)
  if ProcessInfo.processInfo.environment["SAZBA_ACCEPT"] == "1" {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return
  }
  guard FileManager.default.fileExists(atPath: path) else {
    Issue.record(
      "\(file) is not recorded: run the test with SAZBA_ACCEPT=1", sourceLocation: sourceLocation)
    return
  }
  if let difference = firstDifference(between: try Repository.text(of: file), and: text) {
    Issue.record(
      "\(file):\(difference); accept by SAZBA_ACCEPT=1", sourceLocation: sourceLocation)
  }
}

/// The first line in which two texts differ, as `12: recorded "a", now "b"`, or nothing.
package func firstDifference(between recorded: String, and now: String) -> String? {
  // Compared as bytes: Swift's strings hold é and e + U+0301 for equal.
  guard Array(recorded.utf8) != Array(now.utf8) else { return nil }
  let old = recorded.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
  let new = now.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
  let line = zip(old, new).prefix { $0 == $1 }.count
  func shown(_ lines: [[UInt8]]) -> String {
    line < lines.count ? "\"\(String(decoding: lines[line], as: UTF8.self))\"" : "the end"
  }
  return "\(line + 1): recorded \(shown(old)), now \(shown(new))"
}
