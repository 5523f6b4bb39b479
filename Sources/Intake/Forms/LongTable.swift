package import Core
import Planning

/// What a long table holds: its columns in the order in which `sazba sheet` writes them.
package struct LongTable: Sendable, Equatable {
  /// A column.
  package typealias Column = Field
  /// What stands in the fields of a column.
  package typealias Content = Intake.Content

  /// The table's name, which is its file's: `sluzby`.
  package let name: String
  /// What the table is about.
  package let about: Phrase
  /// How many rows such a table can have in a district; more are a mistake, and would be set on
  /// thousands of pages.
  package let greatest: Int
  /// The columns.
  package let columns: [Column]

  init(_ name: String, cs: String, en: String, greatest: Int = 10_000, _ columns: [Column]) {
    self.name = name
    self.about = Phrase(cs: cs, en: en)
    self.greatest = greatest
    self.columns = columns
  }

  /// The table of that name; nil where there is none.
  package static func named(_ name: String) -> LongTable? { all.first { $0.name == name } }

  /// What stands in a column by its name in a header; nil for an unknown one.
  package func content(of name: String) -> Content? {
    columns.first { $0.holds(name) }?.content
  }

  /// The columns that the table cannot do without.
  package var required: [String] { columns.filter(\.isRequired).map(\.name) }
  /// The columns of one name that it may leave out.
  package var optional: [String] {
    columns.filter { !$0.isRequired && !$0.isYearly }.map(\.name)
  }
}
