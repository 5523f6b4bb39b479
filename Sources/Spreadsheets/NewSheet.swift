package import Core

/// A sheet to be written.
package struct NewSheet: Sendable, Equatable {
  /// The name on its tab, at most 31 characters.
  package var name: String
  /// The columns; their titles make the header, which stays in view.
  package var columns: [Column]
  /// The rows below the header, each with a cell a column.
  package var rows: [[Cell]]
  /// Whether its cells are locked against changes, as those of sheets that are only looked at.
  package var isLocked: Bool
  /// What single cells offer, where that differs from row to row.
  package var offers: [Offer] = []
  /// How many rows below the data still have the columns' formats and choices, for new entries.
  package var spareRows: UInt32

  /// Plans a sheet.
  package init(
    name: String, columns: [Column], rows: [[Cell]], isLocked: Bool = false, spareRows: UInt32 = 0,
    offers: [Offer] = []
  ) {
    self.offers = offers
    self.name = name
    self.columns = columns
    self.rows = rows
    self.isLocked = isLocked
    self.spareRows = spareRows
  }

  /// A column to be written.
  package struct Column: Sendable, Equatable {
    /// The title in the header.
    package var title: String
    /// The remark at the title that shows when it is pointed at; empty for none.
    package var note: String
    /// Whether the title is set apart as one that has to be filled in.
    package var isRequired: Bool
    /// The width in characters.
    package var width: Double
    /// How its cells show numbers.
    package var format: Format
    /// What its cells offer; nil for free text.
    package var choices: Choices?
    /// Whether its cells are locked, though those of other columns may be filled in.
    package var isLocked = false

    /// Plans a column.
    package init(
      title: String, note: String = "", isRequired: Bool = false, width: Double,
      format: Format = .text, choices: Choices? = nil, isLocked: Bool = false
    ) {
      self.isLocked = isLocked
      self.title = title
      self.note = note
      self.isRequired = isRequired
      self.width = width
      self.format = format
      self.choices = choices
    }
  }

  /// A list that one cell offers.
  package struct Offer: Sendable, Equatable {
    /// The row below the header, from 0.
    package var row: Int
    /// The column, from 0.
    package var column: Int
    /// The list.
    package var choices: Choices

    /// Offers a list in a cell.
    package init(row: Int, column: Int, choices: Choices) {
      self.row = row
      self.column = column
      self.choices = choices
    }
  }

  /// How a cell shows its content.
  package enum Format: Sendable, Hashable {
    /// As text, so that no program turns a code into a date or drops zeros in front.
    case text
    /// A whole number as it is: a year.
    case plain
    /// A whole number with its digits in groups of three.
    case grouped
    /// A number with so many decimals at least and at most.
    case decimal(UInt8)
    /// A day.
    case date
  }

  /// A list that cells offer.
  package struct Choices: Sendable, Equatable {
    /// Where the list stands: a column of another sheet of the workbook.
    package var sheet: String
    /// The column that holds the list, from 0.
    package var column: UInt16
    /// How many entries it has below the header.
    package var count: Int
    /// Whether anything else is refused.
    package var isStrict: Bool

    /// Names a list.
    package init(sheet: String, column: UInt16, count: Int, isStrict: Bool) {
      self.sheet = sheet
      self.column = column
      self.count = count
      self.isStrict = isStrict
    }
  }

  /// A cell to be written.
  package enum Cell: Sendable, Equatable {
    /// Nothing.
    case empty
    /// Text.
    case text(String)
    /// A whole number.
    case whole(Int64)
    /// A number of so many digits behind the point.
    case decimal(digits: Int64, decimals: UInt8)
    /// A day.
    case date(CivilDate)
  }
}

/// A workbook to be written.
package struct NewWorkbook: Sendable, Equatable {
  /// Its title in the file's properties.
  package var title: String
  /// The day of its making in the file's properties: never the clock;
  /// nil for the first day that such files can name.
  package var created: CivilDate?
  /// The words at a refused entry.
  package var refusal: Refusal
  /// Its sheets; the first is the one shown.
  package var sheets: [NewSheet]

  /// What a person reads who enters what is not in a list.
  package struct Refusal: Sendable, Equatable {
    /// At most 32 characters.
    package var title: String
    /// At most 255 characters.
    package var message: String

    /// Words a refusal.
    package init(title: String, message: String) {
      self.title = title
      self.message = message
    }
  }

  /// Plans a workbook.
  package init(title: String, created: CivilDate?, refusal: Refusal, sheets: [NewSheet]) {
    self.title = title
    self.created = created
    self.refusal = refusal
    self.sheets = sheets
  }
}
