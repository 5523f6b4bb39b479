import Core
import Planning
import Yams

/// What happens around a plan in the course of time: meetings, changes, yearly plans, evaluations.
extension ReadingDesk {
  /// The key `projednani`: the meetings at which the plan was talked about.
  mutating func readHearings(_ top: Record) -> [Hearing] {
    var hearings: [Hearing] = []
    for item in items(top, "projednani") {
      guard
        let record = record(item, .hearing),
        let date = value(record, "datum", .date)
      else { continue }
      hearings.append(
        Hearing(
          kind: demand(record, "typ"), date: date, time: value(record, "cas", .time),
          place: demand(record, "misto"), programme: texts(record, "program"),
          invitation: text(record, "pozvanka"),
          attendance: value(record, "ucast", .whole)?.map { Int($0) },
          minutes: text(record, "zapis"), at: record.at))
    }
    return hearings
  }

  /// The key `akcni_plany`: what is to be done in single years.
  mutating func readActionPlans(_ top: Record) -> [ActionPlan] {
    var plans: [ActionPlan] = []
    for item in items(top, "akcni_plany") {
      guard let record = record(item, .actionPlan)
      else { continue }
      var list: [ActionItem] = []
      for item in items(record, "polozky") {
        guard let entry = self.record(item, .actionItem)
        else { continue }
        list.append(
          ActionItem(
            activity: demand(entry, "aktivita").map(Code.init), state: demand(entry, "stav"),
            budget: value(entry, "rozpocet", .money), note: text(entry, "poznamka"),
            at: entry.at))
      }
      let approved = value(record, "schvaleno", .date)
      guard let year = value(record, "rok", .year) else { continue }
      plans.append(ActionPlan(year: year, approved: approved, items: list, at: record.at))
    }
    return plans
  }

  /// Table `zmeny`: the changes of the text.
  mutating func readChanges() -> [ChangeEntry] {
    guard let sheet = openSheet(.changes)
    else { return [] }
    var changes: [ChangeEntry] = []
    for row in 1..<max(1, sheet.table.count) {
      let id = demand(sheet, row: row, "id")
      let date = demand(sheet, row: row, "datum").flatMap { read($0, .date) }
      let part = demand(sheet, row: row, "cast")
      let text = demand(sheet, row: row, "popis")
      guard let id, let date, let part, let text else { continue }
      changes.append(
        ChangeEntry(
          id: id, date: date, part: part, text: text, kind: sheet.text(row: row, "druh"),
          at: place(sheet, row: row)))
    }
    return changes
  }

  /// Table `hodnoceni`: how activities of this plan did.
  mutating func readEvaluations() -> [Evaluation] {
    guard let sheet = openSheet(.evaluations)
    else { return [] }
    var evaluations: [Evaluation] = []
    for row in 1..<max(1, sheet.table.count) {
      let activity = demand(sheet, row: row, "aktivita")
      let year = demand(sheet, row: row, "rok").flatMap { read($0, .year) }
      let state = demand(sheet, row: row, "stav")
      guard let activity, let year, let state else { continue }
      evaluations.append(
        Evaluation(
          activity: activity.map(Code.init), year: year, state: state,
          done: sheet.text(row: row, "skutecnost"), deviation: sheet.text(row: row, "odchylka"),
          comment: sheet.text(row: row, "komentar"), at: place(sheet, row: row)))
    }
    return evaluations
  }
}
