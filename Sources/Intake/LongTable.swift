package import Core
package import Planning

/// What a long table holds: its columns in the order in which `sazba sheet` writes them.
package struct LongTable: Sendable, Equatable {
  /// The table's name, which is its file's: `sluzby`.
  package let name: String
  /// What the table is about.
  package let about: Phrase
  /// The columns.
  package let columns: [Column]

  /// A column.
  package struct Column: Sendable, Equatable {
    /// The name in the header; of a family the part before the year.
    package let name: String
    /// Whether the table cannot do without it.
    package let isRequired: Bool
    /// What stands in it.
    package let content: Content
    /// What it means, for whoever fills it in.
    package let note: Phrase
    /// Whether it is a family of columns, one for each year: `obyvatel_2022`.
    package let isYearly: Bool
  }

  /// What stands in the fields of a column.
  package enum Content: Sendable, Equatable {
    /// Any text.
    case text
    /// So many digits, zeros in front included: an IČO, a PSČ.
    case digits(Int)
    /// A code such as `1.1.1`, that programs like to take for a date.
    case code
    /// A whole number.
    case whole
    /// A year.
    case year
    /// Whole crowns.
    case amount
    /// A number with decimals as they were written.
    case quantity
    /// Degrees.
    case degrees
    /// A day.
    case date
    /// Yes or no.
    case flag
    /// A code of a codelist.
    case codelist(CodelistName)
    /// Codes of a codelist, divided by `|`.
    case codelists(CodelistName)
    /// A code of another table's column, whose names stand in a third column.
    case reference(table: String, column: String, label: String)
    /// Codes of another table's column, divided by `|`.
    case references(table: String, column: String, label: String)
    /// An activity of the plan.
    case activity

    /// Whether a date or fraction in it is a code that a program mistook.
    package var isCode: Bool {
      switch self {
      case .digits, .code, .codelist, .codelists, .reference, .references, .activity: true
      default: false
      }
    }
  }

  /// The table of that name; nil where there is none.
  package static func named(_ name: String) -> LongTable? { all.first { $0.name == name } }

  /// What stands in a column by its name in a header; nil for an unknown one.
  package func content(of name: String) -> Content? {
    columns.first { $0.holds(name) }?.content
  }
}

extension LongTable.Column {
  /// Whether a name of a header means this column.
  package func holds(_ name: String) -> Bool {
    guard isYearly else { return name == self.name }
    return name.hasPrefix(self.name)
      && PlainValue.year(String(name.dropFirst(self.name.count))) != nil
  }

  static func required(
    _ name: String, _ content: LongTable.Content, cs: String, en: String
  ) -> LongTable.Column {
    LongTable.Column(
      name: name, isRequired: true, content: content, note: Phrase(cs: cs, en: en), isYearly: false)
  }

  static func optional(
    _ name: String, _ content: LongTable.Content, cs: String, en: String, isYearly: Bool = false
  ) -> LongTable.Column {
    LongTable.Column(
      name: name, isRequired: false, content: content, note: Phrase(cs: cs, en: en),
      isYearly: isYearly)
  }
}
