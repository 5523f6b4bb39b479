/// What a printer says about something in a file.
package enum PrinterWish: String, Sendable, Hashable, CaseIterable {
  /// The file is refused without it.
  case wanted
  /// It is welcome or left alone.
  case allowed
  /// The file is refused with it.
  case forbidden
}

/// A standard of exchange that a printer accepts.
package enum ExchangeStandard: String, Sendable, Hashable, CaseIterable {
  /// ISO 15930-7: transparency and colour management live.
  case pdfX4 = "PDF/X-4"
  /// ISO 15930-4: CMYK and spots, everything flat.
  case pdfX1a = "PDF/X-1a"

  /// What a file claims that is exchanged by it.
  package var standard: Standard {
    switch self {
    case .pdfX4: .pdfX4
    case .pdfX1a: .pdfX1a
    }
  }
}

/// What a printer takes, as `Layouts/Profiles/Tiskarny` describes it.
package struct PrinterProfile: Sendable, Hashable {
  /// The name of its file.
  package var name: String
  /// What it is called.
  package var title: String
  /// The standards it accepts.
  package var accepts: [ExchangeStandard]
  /// The registered names of the printing conditions it prints by.
  package var conditions: [String]
  /// How far artwork must reach beyond the trim.
  package var bleed: Length
  /// How far text must keep inside the trim.
  package var safety: Length
  /// Crop and register marks.
  package var marks: PrinterWish
  /// Sheets in place of single pages.
  package var imposition: PrinterWish
  /// The number of which the count of pages must be a multiple.
  package var pageMultiple: Int
  /// The greatest sum of inks in percent.
  package var inkLimit: Int
  /// The thinnest line.
  package var minimalLine: Length
  /// The least resolution of pictures in pixels per inch.
  package var minimalResolution: Int
  /// The least resolution of pictures of one bit.
  package var minimalBitmapResolution: Int
  /// How many spot colours are printed.
  package var spots: Int
  /// Embedded colour profiles; where they are forbidden, a registered name stands for them.
  package var profiles = PrinterWish.allowed

  /// Makes a profile.
  package init(
    name: String, title: String, accepts: [ExchangeStandard], conditions: [String],
    bleed: Length, safety: Length, marks: PrinterWish, imposition: PrinterWish,
    pageMultiple: Int, inkLimit: Int, minimalLine: Length, minimalResolution: Int,
    minimalBitmapResolution: Int, spots: Int
  ) {
    self.name = name
    self.title = title
    self.accepts = accepts
    self.conditions = conditions
    self.bleed = bleed
    self.safety = safety
    self.marks = marks
    self.imposition = imposition
    self.pageMultiple = pageMultiple
    self.inkLimit = inkLimit
    self.minimalLine = minimalLine
    self.minimalResolution = minimalResolution
    self.minimalBitmapResolution = minimalBitmapResolution
    self.spots = spots
  }
}
