package import Core
package import Intake
import Planning

/// What a user asks of `sazba import register`.
package struct RegisterRequest: Sendable {
  /// Sazba's own data.
  package var home: Home
  /// The register's open data: the file `rpss.json`.
  package var file: String
  /// The project folder.
  package var folder: String
  /// Whether the tables are written, or only what would change is told.
  package var writes: Bool
  /// The language of notes and lists in workbooks.
  package var tongue: Tongue

  /// Asks for an import.
  package init(home: Home, file: String, folder: String, writes: Bool, tongue: Tongue) {
    self.home = home
    self.file = file
    self.folder = folder
    self.writes = writes
    self.tongue = tongue
  }
}

/// How an import came out.
package struct RegisterResult: Sendable {
  /// What happens to the tables, in the order of the register's file.
  package var changes: [RegisterChange] = []
  /// How many registrations the file holds.
  package var read = 0
  /// How many of them concern the project.
  package var concerned = 0
  /// The files that change, or would.
  package var files: [String] = []
  /// Everything that was found; questions are warnings.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// Why nothing could be written, though the input was right.
  package var outputFailure: OutputFailure?
}

/// Merges the register into a project's tables; all files are written, or none.
package func importRegister(_ request: RegisterRequest) -> RegisterResult {
  var result = RegisterResult()
  do throws(Rejected) {
    let codelists = try readCodelists(request.home.codelists, sources: &result.sources)
    let tables = try openProjectTables(request.folder, sources: &result.sources)
    result.findings += tables.warnings
    // The plan gives its date; its own errors do not keep the register out.
    var aside = SourceTable()
    let plan = try? readProject(request.folder, codelists: codelists, sources: &aside).value
    let outcome = try importRegister(
      request.file, into: tables.value, codelists: codelists, on: plan?.textDate.value)
    result.findings += outcome.questions
    (result.read, result.concerned) = (outcome.read, outcome.concerned)
    result.changes = outcome.changes
    let source = ChoiceSource(
      tables: outcome.tables.drafts.map(\.filled), codelists: codelists, plan: plan)
    do throws(OutputFailure) {
      var output = AtomicOutput()
      let staged = try stage(
        outcome.tables, of: request.folder, offering: source, in: request.tongue, into: &output)
      result.findings += staged.findings
      result.files = staged.paths
      if request.writes, !staged.findings.contains(where: \.isError) { try output.commit() }
    } catch {
      result.outputFailure = error
      result.outputFailure?.hasChoice = false
    }
  } catch {
    result.findings += error.diagnostics
  }
  return result
}
