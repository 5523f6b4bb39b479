package import Core
import Planning

/// A change that a provider proposes, or why what was written cannot be taken over.
package struct Proposal: Sendable, Equatable {
  /// What can be done with it.
  package enum State: Sendable, Equatable {
    /// It can be taken over.
    case open
    /// The table has changed since the sheet was made; its present text.
    case conflict(String)
    /// The value is not one that may stand there.
    case invalid(Phrase)
    /// There is no such record or field any more.
    case lost
    /// The project would have these errors with it, that it has not without.
    case breaking([Diagnostic])
    /// Somebody has to read it: a remark, or „ne“ without a correction.
    case remark
  }
  /// The cell of the correction.
  package var at: SourceSpan
  /// The table: `sluzby`.
  package var table: String
  /// The record's key.
  package var key: String
  /// The record as the sheet names it.
  package var record: String
  /// The column.
  package var field: String
  /// The text when the sheet was made.
  package var old: String
  /// The text proposed; empty to have it taken away.
  package var new: String
  /// What the provider remarks.
  package var note: String
  /// What can be done with it.
  package var state: State
}

/// Reads what providers corrected.
///
/// - Parameters:
///   - path: a workbook that `VerificationSheet` made.
///   - tables: the project's tables as they are now.
///   - source: the lists of choices.
///   - sources: takes in the sheet.
/// - Returns: the proposals in the order of the sheet; none where it was not touched.
/// - Throws: why it cannot be read.
package func readCorrections(
  _ path: String, for tables: ProjectTables, offering source: ChoiceSource,
  sources: inout SourceTable
) throws(Rejected) -> Outcome<[Proposal]> {
  let (folder, name) = VerificationSheet.place(of: path)
  var desk = ReadingDesk(folder: folder, sources: sources)
  defer { sources = desk.sources }
  let form = VerificationSheet.form
  let fix = Phrase(
    cs: "Uveďte sešit XLSX, který pro poskytovatele vytvořil příkaz sazba sheet --providers; "
      + "vrátil-li ho jako jiný soubor, otevřete ho v Excelu a uložte jako „Sešit Excelu (.xlsx)“.",
    en:
      "Name the XLSX workbook that sazba sheet --providers made for the provider; if it came back "
      + "as another file, open it in Excel and save it as “Excel Workbook (.xlsx)”.")
  guard let (file, table) = desk.openWorkbook(name, table: form.name, foreignFix: fix),
    let sheet = desk.sheet(form, file, table), !desk.findings.contains(where: \.isError)
  else { throw Rejected(desk.findings) }
  let keys = VerifiedTable.all.map { tables[$0.table].keys() }
  var proposals: [Proposal] = []
  for row in 1..<max(1, sheet.table.count) {
    if let proposal = proposal(of: row, sheet, tables, keys, source) { proposals.append(proposal) }
  }
  return Outcome(proposals, warnings: desk.findings)
}

extension VerificationSheet {
  /// The folder of a sheet and its name there.
  fileprivate static func place(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// Whether somebody filled anything in; nil where the workbook cannot be read as such a sheet.
  package static func isFilled(_ path: String) -> Bool? {
    let (folder, name) = place(of: path)
    var desk = ReadingDesk(folder: folder, sources: SourceTable())
    guard let (file, table) = desk.openWorkbook(name, table: form.name),
      let sheet = desk.sheet(form, file, table), !desk.findings.contains(where: \.isError)
    else { return nil }
    return (1..<max(1, sheet.table.count)).contains { row in
      toFill.contains { sheet.text(row: row, $0)?.value.isEmpty == false }
    }
  }
}

private func proposal(
  of row: Int, _ sheet: Sheet, _ tables: ProjectTables, _ keys: [[String]], _ source: ChoiceSource
) -> Proposal? {
  func text(_ column: String) -> String { sheet.text(row: row, column)?.value ?? "" }
  let correction = text("oprava")
  let note = text("poznámka")
  let isWrong = text("správně?") == "ne"
  guard !correction.isEmpty || !note.isEmpty || isWrong else { return nil }
  var proposal = Proposal(
    at: sheet.text(row: row, "oprava")?.at ?? sheet.text(row: row, "poznámka")?.at
      ?? sheet.place(row: row, column: sheet.columns["správně?"] ?? 0),
    table: text("tabulka"), key: text("klíč"), record: text("záznam"), field: text("sloupec"),
    old: text("hodnota"), new: "", note: note, state: .remark)
  guard !correction.isEmpty else { return proposal }
  let place = VerifiedTable.all.firstIndex { $0.table.name == proposal.table }
  guard let place, let at = keys[place].firstIndex(of: proposal.key),
    let field = VerifiedTable.all[place].columns(
      of: at, in: tables[VerifiedTable.all[place].table]
    ).first(where: { $0.name == proposal.field })
  else {
    proposal.new = correction
    proposal.state = .lost
    return proposal
  }
  let now = tables[VerifiedTable.all[place].table].text(at, proposal.field)
  if correction.lowercased() == VerificationSheet.deletion {
    proposal.state = field.isRequired ? .invalid(required) : .open
  } else {
    switch source.value(of: correction, in: field) {
    case .fault(let words):
      proposal.new = correction
      proposal.state = .invalid(words)
      return proposal
    case .value(let value):
      proposal.new = value
      proposal.state = .open
    }
  }
  // What was corrected in the table meanwhile needs no proposal.
  if proposal.new == now { return note.isEmpty ? nil : with(proposal, .remark) }
  if now != proposal.old { proposal.state = .conflict(now) }
  return proposal
}

private func with(_ proposal: Proposal, _ state: Proposal.State) -> Proposal {
  var proposal = proposal
  proposal.state = state
  return proposal
}

private let required = Phrase(
  cs: "údaj je povinný, smazat ho nelze", en: "the fact is required and cannot be taken away")

extension ProjectTables {
  /// Takes over the proposals that can be.
  package mutating func accept(_ proposals: [Proposal]) {
    let keys = VerifiedTable.all.map { self[$0.table].keys() }
    for proposal in proposals where proposal.state == .open {
      guard let place = VerifiedTable.all.firstIndex(where: { $0.table.name == proposal.table }),
        let row = keys[place].firstIndex(of: proposal.key)
      else { continue }
      self[VerifiedTable.all[place].table].set(row, proposal.field, proposal.new)
    }
  }
}
