package import Core

/// What a printer must know of a job besides its files.
package struct JobTicket: Sendable, Hashable {
  /// A file of the job.
  package struct File: Sendable, Hashable {
    /// What a file is for.
    package enum Content: String, Sendable, Hashable {
      /// Single pages in order.
      case pages
      /// A cover that lies flat.
      case cover
      /// Sheets with pages on them.
      case sheets
    }
    /// Its name.
    package var name: String
    /// What it is for.
    package var content: Content
    /// The standard that it meets.
    package var standard: String
    /// Its pages, or sides of sheets.
    package var pages: Int
    /// Its size.
    package var bytes: Int
    /// Its SHA-256.
    package var fingerprint: String

    /// Makes a file.
    package init(
      name: String, content: Content, standard: String, pages: Int, bytes: Int, fingerprint: String
    ) {
      self.name = name
      self.content = content
      self.standard = standard
      self.pages = pages
      self.bytes = bytes
      self.fingerprint = fingerprint
    }
  }
  /// The cover, where it is a file of its own.
  package struct Cover: Sendable, Hashable {
    /// The trimmed size, lying flat.
    package var size: Size
    /// The inks of the outer and the inner side.
    package var inks: [String]

    /// Makes a cover.
    package init(size: Size, inks: [String]) {
      self.size = size
      self.inks = inks
    }
  }
  /// The publication: `katalog`.
  package var publication: String
  /// Its title.
  package var title: String
  /// Who publishes it.
  package var publisher: String?
  /// The version of its text.
  package var version: String
  /// The date of its text.
  package var date: CivilDate
  /// Who prints it.
  package var printer: PrinterProfile
  /// The trimmed page.
  package var page: Size
  /// How far the pages bleed.
  package var bleed: Length
  /// The pages that are bound, those of a cover of its own not counted.
  package var pages: Int
  /// How many blank ones at the end are meant.
  package var blanks: Int
  /// The inks of the pages.
  package var inks: String
  /// The standard that its files meet.
  package var standard = ""
  /// The printing condition that colours are made for.
  package var condition: String
  /// Whether marks stand around the pages.
  package var hasMarks: Bool
  /// How many copies are printed.
  package var run: Int?
  /// How it is bound, where that is known.
  package var book: BoundBook?
  /// The cover of its own.
  package var cover: Cover?
  /// Who prints the sheets, where there are some.
  package var sheetPrinter: PrinterProfile?
  /// How the sheets are made, where there are some.
  package var sheets: ImpositionPlan?
  /// The files.
  package var files: [File] = []

  /// Makes a ticket of what it cannot do without.
  package init(
    publication: String, title: String, version: String, date: CivilDate, printer: PrinterProfile,
    page: Size, bleed: Length, pages: Int, blanks: Int, inks: String, condition: String,
    hasMarks: Bool
  ) {
    self.publication = publication
    self.title = title
    self.version = version
    self.date = date
    self.printer = printer
    self.page = page
    self.bleed = bleed
    self.pages = pages
    self.blanks = blanks
    self.inks = inks
    self.condition = condition
    self.hasMarks = hasMarks
  }
}

extension JobTicket? {
  /// One ticket of two for the same publication: what that of single pages says, and the files of both.
  package func joined(_ other: JobTicket?) -> JobTicket? {
    guard let mine = self, let other else { return self ?? other }
    var ticket = mine.sheets == nil ? mine : other
    ticket.files = mine.files + other.files
    ticket.sheets = mine.sheets ?? other.sheets
    ticket.sheetPrinter = mine.sheetPrinter ?? other.sheetPrinter
    return ticket
  }
}
