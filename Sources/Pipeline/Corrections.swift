package import Core
package import Intake
import Planning

/// What a user asks of `sazba sheet --corrections`.
package struct CorrectionRequest: Sendable {
  /// Sazba's own data.
  package var home: Home
  /// The project folder.
  package var folder: String
  /// The workbooks that came back.
  package var files: [String]
  /// Whether what they propose is taken over into the tables.
  package var accepts: Bool
  /// The language of notes and lists in workbooks.
  package var tongue: Tongue

  /// Asks for corrections.
  package init(home: Home, folder: String, files: [String], accepts: Bool, tongue: Tongue) {
    self.home = home
    self.folder = folder
    self.files = files
    self.accepts = accepts
    self.tongue = tongue
  }
}

/// How corrections came out.
package struct CorrectionResult: Sendable {
  /// What is proposed, in the order of the files.
  package var proposals: [Proposal] = []
  /// The tables that were written.
  package var files: [String] = []
  /// Everything that was found.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings and places.
  package var sources = SourceTable()
  /// Why nothing could be written, though the input was right.
  package var outputFailure: OutputFailure?

  /// Whether something is proposed that cannot be taken over as it is.
  package var hasObstacles: Bool {
    proposals.contains { proposal in
      switch proposal.state {
      case .conflict, .invalid, .lost, .breaking: true
      case .open, .remark: false
      }
    }
  }
}

/// Reads what providers corrected, tries it against the rules of the whole project, and takes it over
/// where that is asked for: all of it, or nothing where anything cannot be.
package func readCorrections(_ request: CorrectionRequest) -> CorrectionResult {
  var result = CorrectionResult()
  do throws(Rejected) {
    let codelists = try readCodelists(request.home.codelists, sources: &result.sources)
    let read = try openProjectTables(request.folder, sources: &result.sources)
    result.findings += read.warnings
    var aside = SourceTable()
    let plan = try? readProject(request.folder, codelists: codelists, sources: &aside).value
    var tables = read.value
    let source = ChoiceSource(
      tables: tables.drafts.map(\.filled), codelists: codelists, plan: plan)
    for file in request.files {
      let outcome = try Intake.readCorrections(
        file, for: tables, offering: source, sources: &result.sources)
      result.findings += outcome.warnings
      result.proposals += outcome.value
    }
    settle(&result.proposals)
    do throws(OutputFailure) {
      try TestBench(request, tables: tables, offering: source).blame(&result.proposals)
      guard request.accepts, !result.hasObstacles else { return result }
      tables.accept(result.proposals)
      var output = AtomicOutput()
      let staged = try stage(
        tables, of: request.folder, offering: source, in: request.tongue, into: &output)
      result.findings += staged.findings
      guard !staged.findings.contains(where: \.isError) else { return result }
      try output.commit()
      result.files = staged.paths
    } catch {
      result.outputFailure = error
      result.outputFailure?.hasChoice = false
    }
  } catch {
    result.findings += error.diagnostics
  }
  return result
}

/// Two sheets that want different things of the same field are in conflict.
private func settle(_ proposals: inout [Proposal]) {
  for second in proposals.indices where proposals[second].state == .open {
    let earlier = proposals[..<second].first { first in
      first.state == .open && first.table == proposals[second].table
        && first.key == proposals[second].key && first.field == proposals[second].field
        && first.new != proposals[second].new
    }
    if let earlier { proposals[second].state = .conflict(earlier.new) }
  }
}
