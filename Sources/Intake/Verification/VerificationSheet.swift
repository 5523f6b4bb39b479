import Core
import Planning
package import Spreadsheets

/// The sheet in which a provider confirms or corrects what the catalogue will say about it.
package enum VerificationSheet {
  /// The name of the sheet that is read back.
  static let name = "Ověření"
  /// What to write in order to have a value taken away.
  static let deletion = "smazat"

  /// The columns, in Czech whatever the language of messages: providers fill them in.
  static let form = LongTable(
    "ověření", cs: "ověření údajů", en: "verification of data",
    [
      .required("záznam", .text, cs: "O čem údaj je.", en: "What the fact is about."),
      .required("údaj", .text, cs: "Který údaj to je.", en: "Which fact it is."),
      .required("co máme", .text, cs: "Co bude v katalogu.", en: "What the catalogue will say."),
      .required(
        "správně?", .choice(["ano", "ne"]),
        cs: "Vyberte ano, nebo ne. Co necháte prázdné, platí tak, jak je.",
        en: "Choose ano (yes) or ne (no). What is left empty counts as it is."),
      .required(
        "oprava", .text,
        cs: "Jak to má být správně. Více hodnot oddělte svislicí |; údaj, který má zmizet: smazat.",
        en: "What is right. Divide several values by |; write smazat to have a value taken away."),
      .required(
        "poznámka", .text, cs: "Cokoli k tomu chcete vzkázat.", en: "Whatever you want to add."),
      .required("tabulka", .text, cs: "Neměňte.", en: "Do not change."),
      .required("klíč", .text, cs: "Neměňte.", en: "Do not change."),
      .required("sloupec", .text, cs: "Neměňte.", en: "Do not change."),
      .required("hodnota", .text, cs: "Neměňte.", en: "Do not change."),
    ])

  private static let widths: [String: Double] = [
    "záznam": 34, "údaj": 40, "co máme": 48, "správně?": 11, "oprava": 48, "poznámka": 34,
  ]
  static let toFill = ["správně?", "oprava", "poznámka"]

  /// The providers of a project by their IČO, in the order of the table.
  package static func providers(of tables: ProjectTables) -> [String] {
    tables[.providers].filled.texts("ico").filter { !$0.isEmpty }
  }

  /// The workbook for a provider.
  package static func workbook(
    for provider: String, of tables: ProjectTables, offering source: ChoiceSource
  ) -> NewWorkbook {
    var lists = ChoiceLists(name: "Číselníky", tongue: .cs)
    let answers = lists.add("správně?", [("ano", ""), ("ne", "")], isStrict: true)
    var rows: [[NewSheet.Cell]] = []
    var offers: [NewSheet.Offer] = []
    var offered: [(column: String, choices: NewSheet.Choices)] = []
    let column = form.columns.firstIndex { $0.name == "oprava" } ?? 0
    for (table, row) in tables.rows(of: provider) {
      let draft = tables[table.table]
      let key = draft.keys()[row]
      let record = title(of: row, key: key, table, draft)
      for field in table.columns(of: row, in: draft) {
        let text = draft.text(row, field.name)
        if let choices = offered.first(where: { $0.column == field.name })?.choices {
          offers.append(NewSheet.Offer(row: rows.count, column: column, choices: choices))
        } else if let labels = source.labels(for: field.content),
          let choices = lists.add(field.name, labels.map { ($0, "") }, isStrict: false)
        {
          offered.append((field.name, choices))
          offers.append(NewSheet.Offer(row: rows.count, column: column, choices: choices))
        }
        rows.append(
          [
            record, label(of: field), source.words(of: text, as: field.content), "", "", "",
            table.table.name, key, field.name, text,
          ].map { $0.isEmpty ? .empty : .text($0) })
      }
      if table.isHidden(row, in: draft) {
        rows.append([.text(record), .text("Adresa"), .text("adresa je utajená")])
      }
    }
    let columns = form.columns.map { field in
      NewSheet.Column(
        title: field.name, note: field.note.cs, isRequired: toFill.contains(field.name),
        width: widths[field.name] ?? 12, choices: field.name == "správně?" ? answers : nil,
        isLocked: !toFill.contains(field.name))
    }
    let padded = rows.map { $0 + Array(repeating: .empty, count: columns.count - $0.count) }
    return NewWorkbook(
      title: "Ověření údajů – \(provider)", created: source.plan?.textDate.value,
      refusal: NewWorkbook.Refusal(
        title: "Vyberte ano, nebo ne", message: "Opravu napište do sloupce „oprava“."),
      sheets: [NewSheet(name: name, columns: columns, rows: padded, offers: offers)]
        + lists.sheets + [help])
  }

  /// „Služba 9000001 – Pečovatelská služba Javořice“.
  static func title(
    of row: Int, key: String, _ table: VerifiedTable, _ draft: TableDraft
  ) -> String {
    let name = draft.text(row, "nazev")
    // The key of a facility ends with its name already.
    let isNamed = name.isEmpty || key.contains(name)
    return "\(table.noun.cs) \(key)" + (isNamed ? "" : " – \(name)")
  }

  /// What a column means, as a line of a form.
  static func label(of field: Field) -> String {
    field.note.cs.hasSuffix(".") ? String(field.note.cs.dropLast()) : field.note.cs
  }

  private static var help: NewSheet {
    let lines = [
      "Každý řádek listu Ověření je jeden údaj, který o vás bude v katalogu.",
      "Je-li správně, vyberte ve sloupci „správně?“ ano, nebo řádek nechte, jak je.",
      "Je-li špatně, napište správné znění do sloupce „oprava“.",
      "U některých údajů se v buňce nabízí seznam; jiné hodnoty u nich převzít neumíme.",
      "Více hodnot (skupiny, formy, obce, jazyky) oddělte svislicí: senioři | pečující osoby",
      "Má-li údaj zmizet, napište do sloupce „oprava“: smazat",
      "Čemu sloupce nestačí, to napište do sloupce „poznámka“; čte ji člověk.",
      "Ostatní sloupce jsou zamčené, podle nich opravy zařadíme.",
    ]
    return NewSheet(
      name: "Nápověda",
      columns: [NewSheet.Column(title: "Jak sešit vyplnit", isRequired: true, width: 90)],
      rows: lines.map { [.text($0)] }, isLocked: true)
  }
}
