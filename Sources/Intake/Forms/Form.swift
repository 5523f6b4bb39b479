package import Core
package import Planning

/// What a record of a YAML file holds: its keys in the order in which people should meet them.
///
/// Forms are the one place that says which keys and columns there are. The readers ask them which
/// keys they may accept, and schemas, templates, workbooks and the manual are written from them.
package struct Form: Sendable, Equatable {
  /// What a record is called in messages: „Aktivita“.
  package let name: Phrase
  /// The keys.
  package let fields: [Field]

  /// Declares a record.
  init(cs: String, en: String, _ fields: [Field]) {
    self.name = Phrase(cs: cs, en: en)
    self.fields = fields
  }

  /// The keys that a record cannot do without.
  package var required: [String] { fields.filter(\.isRequired).map(\.name) }
  /// The keys that it may leave out.
  package var optional: [String] { fields.filter { !$0.isRequired }.map(\.name) }
  /// The field of that key; nil for an unknown one.
  package subscript(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// A key of a record or a column of a table.
package struct Field: Sendable, Equatable {
  /// The key, or the name in the header; of a family of columns the part before the year.
  package let name: String
  /// Whether the record or table cannot do without it.
  package let isRequired: Bool
  /// What stands in it.
  package let content: Content
  /// What it means, for whoever fills it in.
  package let note: Phrase
  /// A value as people would write it; empty where the value is made of further records.
  package let example: String
  /// Whether it is a family of columns, one for each year: `obyvatel_2022`.
  package let isYearly: Bool

  /// Whether a name of a header means this column.
  package func holds(_ name: String) -> Bool {
    guard isYearly else { return name == self.name }
    return name.hasPrefix(self.name)
      && PlainValue.year(String(name.dropFirst(self.name.count))) != nil
  }

  static func required(
    _ name: String, _ content: Content, _ example: String = "", cs: String, en: String
  ) -> Field {
    Field(
      name: name, isRequired: true, content: content, note: Phrase(cs: cs, en: en),
      example: example, isYearly: false)
  }

  static func optional(
    _ name: String, _ content: Content, _ example: String = "", cs: String, en: String,
    isYearly: Bool = false
  ) -> Field {
    Field(
      name: name, isRequired: false, content: content, note: Phrase(cs: cs, en: en),
      example: example, isYearly: isYearly)
  }
}

/// What stands in a field.
package enum Content: Sendable, Equatable {
  /// Any text of one paragraph.
  case text
  /// Text of several paragraphs.
  case passage
  /// One text, or a list of texts.
  case texts
  /// So many digits, zeros in front included: an IČO, a PSČ.
  case digits(Int)
  /// A code such as `1.1.1`, that programs like to take for a date.
  case code
  /// Codes: one, several with commas between, or a list.
  case codes
  /// A whole number.
  case whole
  /// A year.
  case year
  /// Whole crowns, a range of them, or that nobody knows yet.
  case amount
  /// What an activity costs: an amount, a range, nothing, within another activity, or unknown.
  case cost
  /// A number with decimals as they were written.
  case quantity
  /// Degrees.
  case degrees
  /// A day.
  case date
  /// Years from–to.
  case period
  /// Months or years from–to, or without an end.
  case term
  /// A time of the day.
  case time
  /// The tag of a language.
  case language
  /// The name of a datová schránka.
  case dataBox
  /// Yes or no.
  case flag
  /// One of a few words that no codelist holds.
  case choice([String])
  /// A code of a codelist.
  case codelist(CodelistName)
  /// Codes of a codelist: in a table divided by `|`, in YAML one or a list.
  case codelists(CodelistName)
  /// A code of another table's column or another record's key, whose names stand in a third.
  case reference(table: String, column: String, label: String)
  /// Several of them: in a table divided by `|`, in YAML one or a list.
  case references(table: String, column: String, label: String)
  /// An activity of the plan.
  case activity
  /// A service by its identifier in the register or by its own.
  case service
  /// A record below the key.
  case record(Form)
  /// A list of records.
  case records(Form)
  /// A list of sentences, each of which may also be a record.
  case remarks(Form)
  /// Lines „year: amount“.
  case yearAmounts
  /// Lines „code of a codelist: amount“.
  case codelistAmounts(CodelistName)

  /// Whether a date or fraction in it is a code that a program mistook.
  package var isCode: Bool {
    switch self {
    case .digits, .code, .codelist, .codelists, .reference, .references, .activity, .service:
      true
    default: false
    }
  }

  /// The record that stands in it, alone or many times; nil for plain values.
  package var form: Form? {
    switch self {
    case .record(let form), .records(let form), .remarks(let form): form
    default: nil
    }
  }
}
