package import Core
package import Planning
package import Spreadsheets

/// What the lists of choices of a project's workbooks are made of.
package struct ChoiceSource: Sendable {
  /// All long tables of the project.
  package var tables: [FilledTable]
  /// The codelists.
  package var codelists: Codelists
  /// The plan; nil where it cannot be read for its errors.
  package var plan: Plan?

  /// Joins the sources of choices.
  package init(tables: [FilledTable], codelists: Codelists, plan: Plan?) {
    self.tables = tables
    self.codelists = codelists
    self.plan = plan
  }

  /// The entries that a column offers: codes, and names where they say more; nil for free text.
  func entries(for content: LongTable.Content) -> [Entry]? {
    switch content {
    case .codelist(let name), .codelists(let name):
      var entries: [Entry] = []
      for entry in codelists.lists.first(where: { $0.name == name })?.entries ?? [] {
        // Without the plan's date every entry counts that ever was valid.
        guard plan.map({ entry.isValid(on: $0.textDate.value) }) ?? true,
          !entries.contains(where: { $0.code == entry.code })
        else { continue }
        entries.append(Entry(code: entry.code, name: entry.name))
      }
      return entries
    case .reference(let table, let column, let label),
      .references(let table, let column, let label):
      guard let table = tables.first(where: { $0.table.name == table }) else { return nil }
      let codes = table.texts(column)
      let names = table.texts(label)
      return codes.indices.compactMap { place in
        codes[place].isEmpty
          ? nil : Entry(code: codes[place], name: place < names.count ? names[place] : "")
      }
    case .service:
      guard let table = tables.first(where: { $0.table.name == "sluzby" }) else { return nil }
      let (numbers, own) = (table.texts("identifikator"), table.texts("id"))
      return zip(table.texts("nazev").indices, table.texts("nazev")).compactMap { place, name in
        let code = [numbers, own].compactMap { place < $0.count ? $0[place] : nil }
          .first { !$0.isEmpty }
        return code.map { Entry(code: $0, name: name) }
      }
    case .activity:
      return plan?.activities.map { Entry(code: $0.code.value.text, name: $0.name.value) }
    case .flag: return [Entry(code: "ano", name: ""), Entry(code: "ne", name: "")]
    default: return nil
    }
  }

  struct Entry {
    var code: String
    var name: String
  }
}

extension FilledTable {
  /// The rows below the data that are ready for new entries.
  private static let spareRows: UInt32 = 1_000

  /// The table as a workbook: the table itself, the choices of its columns, and what they mean.
  ///
  /// Reading the workbook gives the same values as reading the table's own file.
  package func workbook(offering source: ChoiceSource, in tongue: Tongue) -> NewWorkbook {
    var lists = ChoiceLists(name: Phrase(cs: "Číselníky", en: "Codelists")[tongue], tongue: tongue)
    let columns = header.map { name in column(name, source, &lists, tongue) }
    let contents = header.map { table.content(of: $0) ?? .text }
    let main = NewSheet(
      name: table.name, columns: columns,
      rows: rows.map { row in zip(row, contents).map { FilledTable.cell($0, as: $1) } },
      spareRows: FilledTable.spareRows)
    return NewWorkbook(
      title: table.name + " – " + table.about[tongue], created: source.plan?.textDate.value,
      refusal: NewWorkbook.Refusal(
        title: Phrase(cs: "Hodnota mimo číselník", en: "Not in the codelist")[tongue],
        message: Phrase(
          cs: "Vyberte hodnotu ze seznamu. Možné hodnoty s vysvětlením jsou na listu Číselníky.",
          en: "Choose from the list. All values with their meaning are on the sheet Codelists.")[
            tongue]),
      sheets: [main] + lists.sheets + [meanings(tongue)])
  }

  private func column(
    _ name: String, _ source: ChoiceSource, _ lists: inout ChoiceLists, _ tongue: Tongue
  ) -> NewSheet.Column {
    let facts = table.columns.first { $0.holds(name) }
    let content = facts?.content ?? .text
    let place = header.firstIndex(of: name) ?? 0
    let longest = rows.map { $0[place].count }.max() ?? 0
    return NewSheet.Column(
      title: name, note: facts?.note[tongue] ?? "", isRequired: facts?.isRequired ?? false,
      width: Double(min(40, max(longest, name.count, 10)) + 3), format: content.format,
      choices: source.entries(for: content).flatMap { entries in
        lists.add(
          name, entries.map { ($0.code, $0.name) }, isStrict: content.allowsOne)
      })
  }

  private func meanings(_ tongue: Tongue) -> NewSheet {
    let yes = Phrase(cs: "ano", en: "yes")[tongue]
    let no = Phrase(cs: "ne", en: "no")[tongue]
    return NewSheet(
      name: Phrase(cs: "Nápověda", en: "Help")[tongue],
      columns: [
        NewSheet.Column(
          title: Phrase(cs: "sloupec", en: "column")[tongue], isRequired: true, width: 18),
        NewSheet.Column(
          title: Phrase(cs: "povinný", en: "required")[tongue], isRequired: true, width: 10),
        NewSheet.Column(
          title: Phrase(cs: "co v něm je", en: "what it holds")[tongue], isRequired: true,
          width: 80),
      ],
      rows: table.columns.map { column in
        let name =
          column.isYearly ? column.name + Phrase(cs: "RRRR", en: "YYYY")[tongue] : column.name
        return [.text(name), .text(column.isRequired ? yes : no), .text(column.note[tongue])]
      }, isLocked: true)
  }

  /// The cell for a text: a number or day where the column holds those and the text is one.
  static func cell(_ text: String, as content: LongTable.Content) -> NewSheet.Cell {
    guard !text.isEmpty else { return .empty }
    switch content {
    case .whole, .year:
      if let number = PlainValue.whole(text) { return .whole(number) }
    case .amount:
      if let number = PlainValue.amount(text) { return .whole(number) }
    case .quantity:
      // Beyond fifteen digits a cell no longer keeps them all.
      if let number = PlainValue.quantity(text), abs(number.digits) < 1_000_000_000_000_000 {
        return .decimal(digits: number.digits, decimals: UInt8(number.decimals))
      }
    case .degrees:
      if let micro = PlainValue.degrees(text) { return .decimal(digits: Int64(micro), decimals: 6) }
    case .date:
      // Earlier days are counted otherwise in every program.
      if let day = PlainValue.date(text), day.year > 1900 { return .date(day) }
    default: break
    }
    return .text(text)
  }
}

extension LongTable.Content {
  /// How a sheet shows it.
  fileprivate var format: NewSheet.Format {
    switch self {
    case .whole, .amount: .grouped
    case .year: .plain
    case .quantity: .decimal(0)
    case .degrees: .decimal(6)
    case .date: .date
    default: .text
    }
  }

  /// Whether a field holds one entry of its list and nothing else.
  fileprivate var allowsOne: Bool {
    switch self {
    case .codelists, .references: false
    default: true
    }
  }
}

/// The lists of choices of a workbook, side by side on one sheet.
struct ChoiceLists {
  let name: String
  let tongue: Tongue
  private var columns: [NewSheet.Column] = []
  private var lists: [[String]] = []

  init(name: String, tongue: Tongue) {
    self.name = name
    self.tongue = tongue
  }

  /// The sheet; none where no column offers anything.
  var sheets: [NewSheet] {
    guard !columns.isEmpty else { return [] }
    let height = lists.map(\.count).max() ?? 0
    let rows = (0..<height).map { row in
      lists.map { list in
        row < list.count && !list[row].isEmpty ? NewSheet.Cell.text(list[row]) : .empty
      }
    }
    return [NewSheet(name: name, columns: columns, rows: rows, isLocked: true)]
  }

  /// Adds a list, with a column of names where they say more than the codes.
  mutating func add(
    _ title: String, _ entries: [(code: String, name: String)], isStrict: Bool
  ) -> NewSheet.Choices? {
    guard !entries.isEmpty else { return nil }
    let choices = NewSheet.Choices(
      sheet: name, column: UInt16(columns.count), count: entries.count, isStrict: isStrict)
    append(title, entries.map(\.code))
    if entries.contains(where: { !$0.name.isEmpty && $0.name != $0.code }) {
      append(title + Phrase(cs: " – význam", en: " – meaning")[tongue], entries.map(\.name))
    }
    return choices
  }

  private mutating func append(_ title: String, _ texts: [String]) {
    let longest = texts.map(\.count).max() ?? 0
    columns.append(
      NewSheet.Column(
        title: title, isRequired: true, width: Double(min(60, max(longest, title.count)) + 3)))
    lists.append(texts)
  }
}
