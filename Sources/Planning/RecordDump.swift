import Core

/// The records of the long tables and of the apparatus, each a function of its own.
extension Plan {
  /// Everything beside head, people, strategy, money and narratives, in the order of `Plan`.
  func dumpRecords(_ lines: inout DumpLines) {
    for record in ages { record.dump(&lines) }
    for record in survey { record.dump(&lines) }
    for record in providers { record.dump(&lines) }
    for record in services { record.dump(&lines) }
    for record in evaluation { record.dump(&lines) }
    consultation?.dump(&lines)
    for record in comments { record.dump(&lines) }
    for record in responsibilities { record.dump(&lines) }
    for record in approvals { record.dump(&lines) }
    for record in abbreviations { record.dump(&lines) }
    for record in glossary { record.dump(&lines) }
    for record in citations { record.dump(&lines) }
    for record in origins { record.dump(&lines) }
    dumpWholeModel(&lines)
  }
}

extension AgeStructure {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line(
      "ages \(municipality.value): \(total.value) = \(children.value) + \(adults.value) + "
        + "\(seniors.value)")
  }
}

extension SurveyQuestion {
  fileprivate func dump(_ lines: inout DumpLines) {
    let name = survey.map { " of \($0.value)" } ?? ""
    lines.line("question \(id.value)\(name): \(question.value)")
    lines.depth += 1
    lines.line("respondents: \(respondents.value)" + (isMultiple ? ", several answers each" : ""))
    for answer in answers { lines.line("answer \(answer.count.value): \(answer.text.value)") }
    lines.depth -= 1
  }
}

extension Provider {
  fileprivate func dump(_ lines: inout DumpLines) {
    let facts = [form, street, postcode, town, telephone, email, web, dataBox]
    lines.line("provider \(companyNumber.value): \(name.value)")
    lines.depth += 1
    lines.list("facts", facts.compactMap { $0?.value })
    lines.depth -= 1
  }
}

extension Service {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line("service \(key ?? "–") of \(provider.value): \(name.value)")
    lines.depth += 1
    lines.field("kind", kind.value)
    lines.list("forms", forms.map(\.value))
    lines.list("for", targetGroups.map(\.value))
    lines.field("unit", unit?.value)
    lines.field("capacity", capacity.map { "\($0.value)" })
    lines.field("target", target.map { "\($0.value)" })
    lines.field("staff", staff.map { "\($0.value)" })
    lines.field("costs", costs.map { "\($0.value)" })
    if isEverywhere { lines.line("in all municipalities") }
    lines.list("in", municipalities.map(\.value))
    lines.field("network", network?.value)
    dumpDetails(&lines)
    lines.depth -= 1
  }
}

extension EvaluatedActivity {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line("evaluated \(measure.value) / \(activity.value): \(state.value)")
    lines.depth += 1
    lines.field("planned", planned?.value)
    lines.field("done", done?.value)
    lines.field("comment", comment?.value)
    lines.depth -= 1
  }
}

extension Consultation {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line("consultation: \(from.map { "\($0.value)" } ?? "") to \(to.value)")
  }
}

extension Comment {
  fileprivate func dump(_ lines: inout DumpLines) {
    // A dump is an output too: no name without consent.
    let author = printedAuthor.map { " by \($0)" } ?? ""
    let way = channel.map { " by way of \($0.value)" } ?? ""
    lines.line("comment \(number.value) of \(received.value)\(way)\(author): \(text.value)")
    lines.depth += 1
    lines.field("part", part?.value)
    lines.field("settlement", settlement?.value)
    lines.field("reason", reason?.value)
    lines.field("change", change?.value)
    lines.field("in the log", changeID?.value)
    lines.field("at", time?.value)
    lines.depth -= 1
  }
}

extension Responsibility {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.list(
      "responsibility", [task, who].map(\.value) + [when, output].compactMap { $0?.value })
  }
}

extension Approval {
  fileprivate func dump(_ lines: inout DumpLines) {
    let facts = [
      resolution?.value, date.map { "\($0.value)" }, result?.value, fingerprint?.value,
    ]
    lines.list(
      "approval", [municipality.value, body.value] + facts.compactMap { $0 })
  }
}

extension Abbreviation {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line("abbreviation \(short.value): \(meaning.value)")
  }
}

extension GlossaryEntry {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line("glossary \(term.value): \(meaning.value)")
  }
}

extension Citation {
  fileprivate func dump(_ lines: inout DumpLines) {
    let facts = [author, host, edition, place, publisher, year, identifier, address]
    lines.line("citation \(id.value): \(title.value)")
    lines.depth += 1
    lines.list(
      "facts",
      facts.compactMap { $0?.value } + [accessed].compactMap { $0.map { "\($0.value)" } })
    lines.depth -= 1
  }
}

extension DataOrigin {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.list(
      "origin",
      [table.value] + [source?.value, date.map { "\($0.value)" }].compactMap { $0 })
  }
}
