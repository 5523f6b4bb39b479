import Core
import Intake
import Planning
import Style

/// Tries what corrections would do to a project, without writing anything: the project is read with
/// the changed tables in place of its own and goes through every rule up to its documents.
struct TestBench {
  private let request: CorrectionRequest
  private let tables: ProjectTables
  private let source: ChoiceSource

  init(_ request: CorrectionRequest, tables: ProjectTables, offering source: ChoiceSource) {
    self.request = request
    self.tables = tables
    self.source = source
  }

  /// Marks the proposals that would give the project errors that it has not yet.
  ///
  /// An error is laid to each proposal that brings it about by itself. Where none does, those are to
  /// blame without which it would not be there; and all of them where there is no telling.
  func blame(_ proposals: inout [Proposal]) throws(OutputFailure) {
    let open = proposals.indices.filter { proposals[$0].state == .open }
    guard !open.isEmpty else { return }
    let before = try errors(with: [])
    let all = try errors(with: open.map { proposals[$0] })
    let new = all.filter { !before.holds($0) }
    guard !new.isEmpty else { return }
    var blamed: [Int: [Diagnostic]] = [:]
    var left = new
    func lay(_ found: [Diagnostic], on place: Int) {
      blamed[place, default: []] += found
      left.removeAll { found.holds($0) }
    }
    for place in open {
      let alone = try errors(with: [proposals[place]])
      lay(new.filter { alone.holds($0) }, on: place)
    }
    let unexplained = left
    if !unexplained.isEmpty {
      for place in open {
        let rest = try errors(with: open.filter { $0 != place }.map { proposals[$0] })
        lay(unexplained.filter { !rest.holds($0) }, on: place)
      }
    }
    let shared = left
    for place in open where blamed[place] != nil || !shared.isEmpty {
      let errors = blamed[place, default: []] + shared
      if !errors.isEmpty { proposals[place].state = .breaking(errors) }
    }
  }

  /// The errors that the project has with those proposals taken over.
  private func errors(with proposals: [Proposal]) throws(OutputFailure) -> [Diagnostic] {
    var changed = tables
    changed.accept(proposals)
    var workshop = Workshop(
      BuildRequest(
        home: request.home, folder: request.folder, only: nil, editions: nil, output: "",
        workers: 1))
    var errors: [Diagnostic] = []
    for draft in changed.drafts where draft.isChanged {
      let name = changed.fileName(of: draft)
      switch try newBytes(
        of: draft, at: request.folder + "/" + name, offering: source, in: request.tongue)
      {
      case .success(let bytes): workshop.replacing[name] = bytes
      case .failure(let rejected): errors += rejected.diagnostics
      }
    }
    do throws(Rejected) {
      _ = try workshop.documents(of: publications(in: workshop.layouts), isAsked: false)
    } catch {
      workshop.findings += error.diagnostics
    }
    return errors + workshop.findings.filter(\.isError)
  }
}

extension [Diagnostic] {
  /// Whether an error is among them, wherever it stands: a change moves what comes after it.
  fileprivate func holds(_ error: Diagnostic) -> Bool {
    contains { $0.kind == error.kind && $0.message == error.message }
  }
}
