import Core

/// The records that only a whole plan has.
extension Plan {
  /// What the strategic part rests on, where services are given, what happens around the plan.
  func dumpWholeModel(_ lines: inout DumpLines) {
    for one in organisations {
      lines.list("organisation", [one.name.value] + texts(one.companyNumber, one.web))
    }
    for block in analyses {
      lines.line("analysis \(block.id.value) (\(block.kind.value)): \(block.name.value)")
      lines.depth += 1
      lines.list(
        "facts",
        [block.chapter.value] + texts(block.data, block.source) + days(block.date)
          + texts(block.alternative, block.finding))
      lines.list("for", block.links.map(\.value.text))
      lines.depth -= 1
    }
    for capacity in capacities {
      let target = capacity.target.map { " → \($0.value)" } ?? ""
      lines.line(
        "capacity \(capacity.service.value) \(capacity.form.value): \(capacity.count.value)\(target) "
          + capacity.unit.value)
    }
    for facility in facilities { facility.dump(&lines) }
    for idea in ideas ?? [] { idea.dump(&lines) }
    for change in changes {
      lines.list(
        "change \(change.id.value)",
        ["\(change.date.value)", change.part.value, change.text.value] + texts(change.kind))
    }
    for hearing in hearings {
      lines.line(
        "hearing \(hearing.date.value) (\(hearing.kind.value)): \(hearing.place.value)")
      lines.depth += 1
      lines.list("facts", texts(hearing.time, hearing.invitation, hearing.minutes))
      lines.field("attendance", hearing.attendance.map { "\($0.value)" })
      lines.list("programme", hearing.programme.map(\.value))
      lines.depth -= 1
    }
    for year in actionPlans {
      lines.list("action plan \(year.year.value)", days(year.approved))
      for item in year.items {
        let budget = item.budget.map { ["\($0.value)"] } ?? []
        lines.list(
          "action \(item.activity.value)", [item.state.value] + budget + texts(item.note))
      }
    }
    for row in evaluations {
      lines.list(
        "evaluation \(row.activity.value) \(row.year.value)",
        [row.state.value] + texts(row.done, row.deviation, row.comment))
    }
    for asset in assets {
      let size = [asset.width, asset.height].compactMap { $0.map { "\($0.value)" } }
      let alpha = asset.hasAlpha.map { ["alpha \($0.value)"] } ?? []
      lines.list(
        "asset \(asset.file.value)",
        texts(asset.licence, asset.author, asset.colourSpace, asset.alternative) + size + alpha)
    }
    for job in pressJobs {
      lines.list(
        "press \(job.publication.value)",
        texts(
          job.binding, job.paper, job.coverPaper, job.spine, job.sheet,
          job.bookletPrinter) + [job.run.map { "\($0.value)" }].compactMap { $0 })
    }
    for silence in silences {
      lines.list("silence \(silence.code.value)", texts(silence.record, silence.reason))
    }
  }
}

extension Service {
  /// What a catalogue says of a service.
  func dumpDetails(_ lines: inout DumpLines) {
    lines.list("ages", ages.map(\.value))
    lines.field("mission", mission?.value)
    lines.field("not for", exclusions?.value)
    lines.list("open", texts(hours, fee, access, accessNote, transport))
    lines.list("languages", languages.map(\.value))
    lines.list("days", days(verified, begins, ends))
    lines.field("in the catalogue", isInCatalogue.map { "\($0.value)" })
    lines.field("demand", demand?.value)
  }
}

extension Facility {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line("facility of \(service.value): \(name?.value ?? "–")")
    lines.depth += 1
    // A dump is an output too: a secret place is nowhere.
    if let place = printed {
      let degrees = [place.latitude, place.longitude].compactMap { $0.map(String.init) }
      lines.list(
        "at", texts(place.street, place.postcode, place.town) + texts(municipality) + degrees)
    } else {
      lines.line("at a secret place")
    }
    lines.list("facts", texts(telephone, email, hours, access, note))
    lines.depth -= 1
  }
}

extension ProjectIdea {
  fileprivate func dump(_ lines: inout DumpLines) {
    lines.line("idea: \(name.value)")
    lines.depth += 1
    lines.list("for", measures.map(\.value.text))
    lines.list("with", texts(proposer, contact) + partners.map(\.value))
    lines.list("why", texts(place, need, goals))
    lines.list("what", texts(activities, outputs, schedule, readiness))
    lines.field("budget", budget?.value.dump)
    lines.list("sources", sources.map(\.value))
    lines.depth -= 1
  }
}

/// The texts that are there.
private func texts(_ values: Located<String>?...) -> [String] { values.compactMap { $0?.value } }

/// The days that are there.
private func days(_ values: Located<CivilDate>?...) -> [String] {
  values.compactMap { $0.map { "\($0.value)" } }
}
