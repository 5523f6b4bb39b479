import Core
import SazbaTesting
import Style
import Testing

/// The layouts of this repository.
let layouts = [Repository.path("Layouts")]

/// Reads a design of this repository; what is wrong with it is printed and fails the test.
func sampleDesign(_ name: String) throws -> DesignBook {
  var sources = SourceTable()
  do {
    return try readDesign(named: name, in: layouts, sources: &sources)
  } catch {
    for finding in error.diagnostics { Issue.record("\(console(finding, sources))") }
    throw error
  }
}

/// A finding as the console prints its first line: `file:line:column: code message`.
func console(_ finding: Diagnostic, _ sources: SourceTable) -> String {
  guard let place = finding.at else { return "\(finding.kind.code) \(finding.message.en)" }
  let file = sources[place.file]
  let position = file.position(of: place.start)
  return
    "\(file.path):\(position.line):\(position.column): \(finding.kind.code) \(finding.message.en)"
}

@Suite struct SampleDesigns {
  @Test(arguments: ["obec", "prosty"]) func reads(_ name: String) throws {
    let book = try sampleDesign(name)
    #expect(book.masters["body"] != nil)
  }
}
