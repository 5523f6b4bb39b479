package import Core
import Intake

/// What an import did, in words or for programs.
package enum RegisterReport {
  /// A line for each record and each of its fields.
  package static func text(_ result: RegisterResult, isDry: Bool, tongue: Tongue) -> String {
    var text = ""
    var last: (table: String, record: String, name: String)?
    for change in result.changes {
      let isSame = last.map { $0 == (change.table, change.record, change.name) } ?? false
      if !isSame || change.field == nil {
        text += "\(change.table) \(change.record)"
        if !change.name.isEmpty { text += " (\(change.name))" }
        if change.field == nil { text += ": " + words(change)[tongue] }
        text += "\n"
      }
      last = (change.table, change.record, change.name)
      guard let field = change.field else { continue }
      text += "    \(field): "
      if change.kind == .differs {
        text +=
          Phrase(
            cs: "zůstává „\(change.old)“, v registru je „\(change.new)“",
            en: "“\(change.old)” stays, the register says “\(change.new)”")[tongue]
      } else if change.old.isEmpty {
        text += "„\(change.new)“"
      } else {
        text += "„\(change.old)“ → „\(change.new)“"
      }
      text += "\n"
    }
    return text + summary(result, isDry: isDry)[tongue] + "\n"
  }

  private static func words(_ change: RegisterChange) -> Phrase {
    switch change.kind {
    case .added: Phrase(cs: "nový řádek", en: "new row")
    case .changed, .differs: Phrase(cs: "změna", en: "change")
    case .ended:
      Phrase(
        cs: "podle registru skončilo \(change.new)",
        en: "ended on \(change.new) according to the register")
    case .vanished:
      Phrase(cs: "v registru není; řádek zůstává", en: "not in the register; the row stays")
    case .outside:
      Phrase(cs: "leží mimo území, nepřebírá se", en: "outside the territory, not taken over")
    }
  }

  private static func summary(_ result: RegisterResult, isDry: Bool) -> Phrase {
    let added = result.changes.count { $0.kind == .added }
    let changed = result.changes.count { $0.kind == .changed && !$0.old.isEmpty }
    let files = result.files.joined(separator: ", ")
    let questions = result.findings.count
    return Phrase(
      cs: "Registrací v souboru: \(result.read), týká se nás: \(result.concerned). "
        + "Nových řádků: \(added), změněných údajů: \(changed), otázek: \(questions).\n"
        + (result.files.isEmpty
          ? "V tabulkách není co měnit."
          : (isDry ? "Změnilo by se: " : "Zapsáno: ") + files),
      en: "Registrations in the file: \(result.read), concerning us: \(result.concerned). "
        + "New rows: \(added), changed fields: \(changed), questions: \(questions).\n"
        + (result.files.isEmpty
          ? "There is nothing to change in the tables."
          : (isDry ? "Would change: " : "Written: ") + files))
  }

  /// The same as JSON, its keys in a fixed order.
  package static func json(_ result: RegisterResult, isDry: Bool) -> String {
    let changes = result.changes.map { change in
      JSONValue.object(present: [
        ("kind", .string(change.kind.rawValue)), ("table", .string(change.table)),
        ("record", .string(change.record)),
        ("name", change.name.isEmpty ? nil : .string(change.name)),
        ("field", change.field.map { .string($0) }),
        ("old", change.field == nil ? nil : .string(change.old)),
        ("new", change.new.isEmpty ? nil : .string(change.new)),
      ])
    }
    let questions = result.findings.map { finding in
      JSONValue.object([
        ("code", .string(finding.kind.code)), ("message", .string(finding.message.cs)),
        ("fix", .string(finding.fix.cs)),
      ])
    }
    return JSONValue.object([
      ("registrations", .whole(result.read)), ("concerned", .whole(result.concerned)),
      ("written", .flag(!isDry && !result.files.isEmpty)), ("files", .strings(result.files)),
      ("changes", .array(changes)), ("questions", .array(questions)),
    ]).text + "\n"
  }
}
