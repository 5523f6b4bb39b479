package import Core

/// How pages come onto sheets.
package enum ImpositionScheme: String, Sendable, Hashable, CaseIterable {
  /// Sheets lie in one another and are stitched through the fold.
  case saddle
  /// Sections lie one after another and are glued at the spine.
  case perfect
  /// Pages side by side in reading order, one side of each sheet.
  case nup
  /// Stacks of cut leaves that lie on one another in reading order.
  case cutstack
}

/// How a sheet is turned for its second side.
package enum SheetTurning: String, Sendable, Hashable, CaseIterable {
  /// Each side has a form of its own; the sheet is turned left over right.
  case sheetwise
  /// One form prints both sides: turned left over right, then cut in two.
  case workAndTurn = "work-and-turn"
  /// One form prints both sides: turned head over foot, then cut in two.
  case workAndTumble = "work-and-tumble"
}

/// Where the blank pages go that fill the last sheet.
package enum BlankPlace: String, Sendable, Hashable, CaseIterable {
  /// After the last page.
  case end
  /// Before the last page, which stays the back cover.
  case beforeCover = "before-cover"
}

/// What somebody asks of an imposition.
package struct ImpositionOrder: Sendable, Hashable {
  /// How pages come onto sheets.
  package var scheme: ImpositionScheme
  /// The sheet as it is named: `SRA3`, `320x450`.
  package var sheetName: String
  /// The sheet, upright or across; it is turned as the pages need it.
  package var sheet: Size
  /// How the sheet is turned.
  package var turning = SheetTurning.sheetwise
  /// Pages on both sides of a folded sheet: 4, 8 or 16.
  package var pagesPerSheet = 4
  /// Pages of a section of a glued book.
  package var pagesPerSection = 16
  /// Columns and rows of `nup` and `cutstack`.
  package var columns = 2
  /// Rows of `nup` and `cutstack`.
  package var rows = 1
  /// Whether leaves of a cut stack are printed on both sides.
  package var isDuplex = true
  /// The thickness of a leaf, for creep.
  package var paper: Length
  /// How far pages bleed.
  package var bleed: Length
  /// What the binder grinds off at the spine, each page.
  package var spineTrim: Length
  /// The distance between pages of `nup` and `cutstack`.
  package var gap = Length.zero
  /// What creep must leave of the bleed; printers ask for at least 2 mm.
  package var keptBleed = Length.mm(2)
  /// Where blank pages go.
  package var blanks = BlankPlace.end
  /// Whether marks, bar and labels are drawn.
  package var hasMarks = true

  /// Asks for an imposition; all else has its usual value.
  package init(scheme: ImpositionScheme, sheetName: String, sheet: Size) {
    self.scheme = scheme
    self.sheetName = sheetName
    self.sheet = sheet
    paper = .microMetres(100)
    bleed = .mm(3)
    spineTrim = scheme == .perfect ? .mm(3) : .zero
  }
}

extension ImpositionOrder {
  /// How the block of a book comes onto sheets; nil where there is no such sheet.
  package init?(of book: BoundBook, sheetName: String, bleed: Length) {
    guard let sheet = SheetSize.size(sheetName) else { return nil }
    self.init(
      scheme: book.binding.method == .saddle ? .saddle : .perfect, sheetName: sheetName,
      sheet: sheet)
    paper = book.paper.thickness
    self.bleed = bleed
  }

  /// How far the innermost leaves of a product of so many pages are pushed against creep.
  package func greatestCreep(pages: Int) -> Length {
    let leaves = (scheme == .saddle ? pages : min(pages, pagesPerSection)) / 2
    return scheme == .saddle || scheme == .perfect ? paper * max(0, (leaves - 1) / 2) : .zero
  }
}

/// The sheets of the trade.
///
/// *Source:* ISO 216 (A, B), ISO 217 (RA, SRA).
package enum SheetSize {
  /// Names and sides in millimetres, the shorter one first, from the smallest.
  package static let named: [(name: String, width: Int, height: Int)] = [
    ("A5", 148, 210), ("A4", 210, 297), ("RA4", 215, 305), ("SRA4", 225, 320), ("B4", 250, 353),
    ("A3", 297, 420), ("RA3", 305, 430), ("SRA3", 320, 450), ("B3", 353, 500), ("A2", 420, 594),
    ("RA2", 430, 610), ("SRA2", 450, 640), ("B2", 500, 707), ("A1", 594, 841), ("RA1", 610, 860),
    ("SRA1", 640, 900), ("B1", 707, 1_000), ("A0", 841, 1_189), ("B0", 1_000, 1_414),
  ]

  /// The size of a sheet by its name or by its sides in millimetres (`330x487`).
  package static func size(_ name: String) -> Size? {
    let wanted = name.uppercased()
    if let found = named.first(where: { $0.name == wanted }) {
      return Size(width: .mm(found.width), height: .mm(found.height))
    }
    let sides = wanted.split(whereSeparator: { $0 == "X" || $0 == "×" })
    guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]),
      (20...3_000).contains(width), (20...3_000).contains(height)
    else { return nil }
    return Size(width: .mm(width), height: .mm(height))
  }

  /// The smallest sheet with a name that holds a block either way.
  /// It is none that is no larger than the one given.
  static func smallest(holding block: Size, beyond given: Size) -> String? {
    let (short, long) = (min(block.width, block.height), max(block.width, block.height))
    return named.first { sheet in
      let (width, height) = (Length.mm(sheet.width), Length.mm(sheet.height))
      return width >= short && height >= long
        && (width > min(given.width, given.height) || height > max(given.width, given.height))
    }?.name
  }
}
