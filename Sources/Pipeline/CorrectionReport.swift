package import Core
import Intake

/// What providers propose, in words or for programs.
package enum CorrectionReport {
  /// A line for each proposal with its place in the sheet.
  package static func text(_ result: CorrectionResult, tongue: Tongue) -> String {
    var text = ""
    for proposal in result.proposals {
      text += result.sources[proposal.at.file].place(of: proposal.at.start) + ": "
      text += proposal.record + (proposal.field.isEmpty ? "" : ", \(proposal.field)")
      if proposal.state != .remark {
        text += ": " + value(proposal.old)[tongue] + " → " + value(proposal.new)[tongue]
      }
      if let obstacle = obstacle(proposal) { text += "\n    " + obstacle[tongue] }
      if !proposal.note.isEmpty {
        text +=
          "\n    " + Phrase(cs: "poznámka: ", en: "remark: ")[tongue] + proposal.note
      }
      text += "\n"
    }
    return text + summary(result)[tongue] + "\n"
  }

  private static func value(_ text: String) -> Phrase {
    text.isEmpty ? Phrase(cs: "(nic)", en: "(nothing)") : Phrase(cs: "„\(text)“", en: "“\(text)”")
  }

  private static func obstacle(_ proposal: Proposal) -> Phrase? {
    switch proposal.state {
    case .open: nil
    case .conflict(let now):
      Phrase(
        cs: "nelze převzít: od odeslání listu se údaj změnil na \(value(now).cs)",
        en: "cannot be taken over: meanwhile the fact became \(value(now).en)")
    case .invalid(let why):
      Phrase(cs: "nelze převzít: " + why.cs, en: "cannot be taken over: " + why.en)
    case .lost:
      Phrase(
        cs: "nelze převzít: záznam nebo údaj v tabulkách už není",
        en: "cannot be taken over: the tables have no such record or fact any more")
    case .breaking(let errors):
      Phrase(
        cs: "nelze převzít: projekt by pak měl chyby, které teď nemá:"
          + errors.map { "\n      \($0.kind.code): \($0.message.cs) Náprava: \($0.fix.cs)" }
          .joined(),
        en: "cannot be taken over: the project would have errors that it has not now:"
          + errors.map { "\n      \($0.kind.code): \($0.message.en) Fix: \($0.fix.en)" }.joined())
    case .remark:
      proposal.note.isEmpty
        ? Phrase(
          cs: "není správně, oprava ale chybí: zeptejte se",
          en: "is not right, but there is no correction: ask") : nil
    }
  }

  private static func summary(_ result: CorrectionResult) -> Phrase {
    let open = result.proposals.count { $0.state == .open }
    let remarks = result.proposals.count { $0.state == .remark }
    let rest = result.proposals.count - open - remarks
    let head = Phrase(
      cs: "Návrhů: \(open), nelze převzít: \(rest), poznámek: \(remarks).",
      en: "Proposals: \(open), not to be taken over: \(rest), remarks: \(remarks).")
    let files = result.files.joined(separator: ", ")
    return result.files.isEmpty
      ? Phrase(
        cs: head.cs + " V tabulkách se nic nezměnilo.", en: head.en + " No table was changed.")
      : Phrase(cs: head.cs + " Zapsáno: \(files)", en: head.en + " Written: \(files)")
  }

  /// The same as JSON, its keys in a fixed order.
  package static func json(_ result: CorrectionResult) -> String {
    let proposals = result.proposals.map { proposal in
      JSONValue.object(present: [
        ("place", .string(result.sources[proposal.at.file].place(of: proposal.at.start))),
        ("table", .string(proposal.table)), ("key", .string(proposal.key)),
        ("field", .string(proposal.field)), ("old", .string(proposal.old)),
        ("new", proposal.state == .remark ? nil : .string(proposal.new)),
        ("state", .string(state(proposal.state))),
        ("reason", obstacle(proposal).map { .string($0.cs) }),
        ("note", proposal.note.isEmpty ? nil : .string(proposal.note)),
      ])
    }
    return JSONValue.object([
      ("proposals", .array(proposals)), ("written", .strings(result.files)),
    ]).text + "\n"
  }

  private static func state(_ state: Proposal.State) -> String {
    switch state {
    case .open: "open"
    case .conflict: "conflict"
    case .invalid: "invalid"
    case .lost: "lost"
    case .breaking: "breaking"
    case .remark: "remark"
    }
  }
}
