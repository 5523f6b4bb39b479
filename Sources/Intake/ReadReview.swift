import Core
import Planning

extension ReadingDesk {
  /// Table `vyhodnoceni`: how the activities of the previous plan ended.
  mutating func readEvaluation() -> [EvaluatedActivity] {
    guard let sheet = openSheet(.evaluation)
    else { return [] }
    var rows: [EvaluatedActivity] = []
    for row in 1..<max(1, sheet.table.count) {
      let measure = demand(sheet, row: row, "opatreni")
      let activity = demand(sheet, row: row, "aktivita")
      let state = demand(sheet, row: row, "stav")
      guard let measure, let activity, let state else { continue }
      rows.append(
        EvaluatedActivity(
          measure: measure, activity: activity, planned: sheet.text(row: row, "plan"),
          done: sheet.text(row: row, "skutecnost"), state: state,
          comment: sheet.text(row: row, "komentar"), at: place(sheet, row: row)))
    }
    return rows
  }

  /// Table `pripominky`: the comments and their settlement.
  mutating func readComments() -> [Comment] {
    guard let sheet = openSheet(.comments)
    else { return [] }
    var comments: [Comment] = []
    for row in 1..<max(1, sheet.table.count) {
      let number = demand(sheet, row: row, "cislo")
      let received = demand(sheet, row: row, "doslo").flatMap { read($0, .date) }
      let text = demand(sheet, row: row, "zneni")
      let isPublic = sheet.text(row: row, "zverejnit").flatMap { read($0, .flag) }
      guard let number, let received, let text else { continue }
      var comment = Comment(
        number: number, received: received, channel: sheet.text(row: row, "kanal"),
        author: sheet.text(row: row, "autor"), isPublic: isPublic?.value ?? false,
        standIn: sheet.text(row: row, "oznaceni"), part: sheet.text(row: row, "cast"),
        text: text, settlement: sheet.text(row: row, "vyporadani"),
        reason: sheet.text(row: row, "zduvodneni"), change: sheet.text(row: row, "zmena"),
        at: place(sheet, row: row))
      comment.changeID = sheet.text(row: row, "zmena_id")
      comment.time = sheet.text(row: row, "cas").flatMap { read($0, .time) }
      comments.append(comment)
    }
    return comments
  }

  /// Table `odpovednosti`: who does what while the plan is carried out.
  mutating func readResponsibilities() -> [Responsibility] {
    guard let sheet = openSheet(.responsibilities)
    else { return [] }
    var rows: [Responsibility] = []
    for row in 1..<max(1, sheet.table.count) {
      guard let task = demand(sheet, row: row, "ukol"), let who = demand(sheet, row: row, "kdo")
      else { continue }
      rows.append(
        Responsibility(
          task: task, who: who, when: sheet.text(row: row, "kdy"),
          output: sheet.text(row: row, "vystup"), at: place(sheet, row: row)))
    }
    return rows
  }

  /// Table `schvaleni`: what the municipalities decided.
  mutating func readApprovals() -> [Approval] {
    guard let sheet = openSheet(.approvals)
    else { return [] }
    var rows: [Approval] = []
    for row in 1..<max(1, sheet.table.count) {
      let code = demand(sheet, row: row, "kod_obce")
      let body = demand(sheet, row: row, "organ")
      let date = sheet.text(row: row, "datum").flatMap { read($0, .date) }
      guard let code, let body else { continue }
      var approval = Approval(
        municipality: code, body: body, resolution: sheet.text(row: row, "usneseni"), date: date,
        result: sheet.text(row: row, "vysledek"), at: place(sheet, row: row))
      approval.fingerprint = sheet.text(row: row, "otisk")
      rows.append(approval)
    }
    return rows
  }
}
