import Core

/// A list of lines `key: value`, indented by two spaces a level.
struct DumpLines {
  var text = ""
  var depth = 0

  mutating func line(_ words: String) {
    text += String(repeating: "  ", count: depth) + words + "\n"
  }

  mutating func field(_ name: String, _ value: String?) {
    if let value { line("\(name): \(value)") }
  }

  mutating func list(_ name: String, _ values: [String]) {
    if !values.isEmpty { line("\(name): \(values.joined(separator: " | "))") }
  }
}

extension Plan {
  /// The plan as stable text, record by record in the order of the files, without places.
  package func dump() -> String {
    var lines = DumpLines()
    dumpHead(&lines)
    for town in municipalities {
      let population = town.population.map { "\($0.year)=\($0.count)" }
      let degrees = [town.latitude, town.longitude].compactMap { $0.map(String.init) }
      let words = [
        town.district, town.authority, town.postcode, town.companyNumber, town.dataBox, town.mayor,
      ]
      let facts = words.compactMap { $0?.value } + population + degrees
      lines.line(
        "municipality \(town.code.value) \(town.name.value): " + facts.joined(separator: " "))
    }
    dumpPeople(&lines)
    dumpStrategy(&lines)
    for line in funding {
      let rest = [line.state?.value, line.note?.value].compactMap { $0 }.joined(separator: ", ")
      lines.line(
        "funding \(line.activity.value) \(line.year.value) \(line.source.value) \(line.amount.value)"
          + (rest.isEmpty ? "" : " (\(rest))"))
    }
    if let totals {
      lines.field("total", totals.total.map { "\($0.value)" })
      for year in totals.years { lines.line("total \(year.year.value): \(year.amount.value)") }
      for source in totals.sources {
        lines.line("total \(source.source.value): \(source.amount.value)")
      }
    }
    dumpRecords(&lines)
    for narrative in narratives {
      lines.line("narrative \(narrative.stem)")
      lines.text += narrative.prose.dump(indent: 1)
    }
    return lines.text
  }

  private func dumpHead(_ lines: inout DumpLines) {
    lines.line("plan \(title.value)")
    lines.field("subtitle", subtitle?.value)
    lines.line("kind: \(kind.value), state: \(state.value), version: \(version.value)")
    lines.line("period: \(period.value), text: \(textDate.value), language: \(language.value.tag)")
    lines.field("predecessor", predecessor.map { "\($0.title.value) (\($0.period.value))" })
    let facts = [territory.name.value, territory.kind?.value, territory.code?.value]
    lines.list("territory", facts.compactMap { $0 })
    for project in projects {
      let facts = [project.name, project.registration, project.programme, project.recipient]
      lines.list("project", facts.compactMap { $0?.value } + project.partners.map(\.value))
      let term = [project.from, project.to].compactMap { $0.map { "\($0.value)" } }
      lines.list("budget", [project.budget.map { "\($0.value)" }].compactMap { $0 } + term)
      lines.field("publicity", project.publicity?.value)
      lines.list("logos", project.logos.map { "\($0.picture.name) “\($0.alternative.value)”" })
    }
    if let publisher = imprint.publisher {
      let facts = [publisher.name, publisher.address, publisher.companyNumber, publisher.web]
      lines.list("publisher", (facts + [publisher.email]).compactMap { $0?.value })
    }
    lines.field("compiler", imprint.compiler?.value)
    lines.field("methodologist", imprint.methodologist?.value)
    lines.list("editors", imprint.editors.map(\.value))
    lines.field("proofreading", imprint.proofreading?.value)
    lines.field("typesetting", imprint.typesetting?.value)
    lines.field("printing", imprint.printing?.value)
    lines.field("print run", imprint.printRun.map { "\($0.value)" })
    lines.field("edition", imprint.edition?.value)
    lines.field("isbn", imprint.isbn?.value)
    lines.field("photographs", imprint.photographs?.value)
    for note in imprint.notes { lines.line("note: \(note.value)") }
    for level in numbering.levels {
      lines.line(
        "level \(level.singular) (\(level.plural)): \(level.numerals.rawValue), example "
          + numbering.example(of: level.tier))
    }
    lines.list("retired", retired.map(\.value.text))
  }

  private func dumpPeople(_ lines: inout DumpLines) {
    for person in persons {
      // A dump is an output too: no name without consent.
      let name = person.printedName ?? person.standIn?.value ?? "–"
      lines.line("person \(person.id.value): \(name)")
    }
    for group in groups {
      lines.line("group \(group.id.value) (\(group.kind.value)): \(group.name.value)")
      lines.depth += 1
      lines.field("guarantor", group.guarantor?.value)
      lines.field("remit", group.remit?.value)
      for member in group.members {
        let facts = [member.person, member.side, member.role, member.organisation]
        let dates = [member.from, member.to].compactMap { $0.map { "\($0.value)" } }
        lines.list("member", facts.compactMap { $0?.value } + dates)
      }
      lines.depth -= 1
    }
    for swot in swots {
      lines.line("swot \(swot.group.value): \(swot.name.value)")
      lines.depth += 1
      for item in swot.items {
        let points = item.points.map { " [\($0.value)]" } ?? ""
        let links = item.links.map { " → \($0.value)" }.joined()
        let unanswered = item.unanswered.map { " (\($0.value))" } ?? ""
        lines.line("\(item.quadrant.rawValue): \(item.text.value)\(points)\(links)\(unanswered)")
      }
      lines.depth -= 1
    }
  }

  private func dumpStrategy(_ lines: inout DumpLines) {
    for area in areas { lines.line("area \(area.code.value): \(area.name.value)") }
    for priority in priorities {
      let area = priority.area.map { " of \($0.value)" } ?? ""
      lines.line("priority \(priority.code.value)\(area): \(priority.name.value)")
      lines.depth += 1
      lines.field("goal", priority.goal?.value)
      lines.depth -= 1
    }
    for measure in measures {
      lines.line(
        "measure \(measure.code.value) of \(measure.priority.value): \(measure.name.value)")
      lines.depth += 1
      lines.field("goal", measure.goal?.value)
      lines.field("description", measure.description?.value)
      lines.field("rationale", measure.rationale?.value)
      lines.list("for", measure.targetGroups.map(\.value))
      lines.field("risks", measure.risks?.value)
      lines.field("state", measure.state?.value)
      dump(measure.indicators, &lines)
      lines.depth -= 1
    }
    for activity in activities {
      lines.line(
        "activity \(activity.code.value) of \(activity.measure.value): \(activity.name.value)")
      lines.depth += 1
      lines.field("description", activity.description?.value)
      lines.list("by", activity.implementers.map(\.value))
      lines.list("with", activity.partners.map(\.value))
      lines.field("term", activity.term?.value.text)
      lines.field("overlaps", activity.overlaps.map { "\($0.value)" })
      lines.field("cost", activity.cost?.value.dump)
      lines.field("output", activity.output?.value)
      lines.list("services", activity.services.map(\.value))
      dump(activity.indicators, &lines)
      lines.depth -= 1
    }
  }

  private func dump(_ indicators: [Indicator], _ lines: inout DumpLines) {
    for indicator in indicators {
      let from = indicator.baseline.map { "\($0.value) → " } ?? ""
      let year = indicator.year.map { " by \($0.value)" } ?? ""
      let source = indicator.source.map { " (\($0.value))" } ?? ""
      lines.line(
        "indicator \(indicator.name.value): \(from)\(indicator.target.value) "
          + "\(indicator.unit.value)\(year)\(source)")
    }
  }
}
