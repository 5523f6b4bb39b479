/// What a page break may cost for: the terms that the breaker of pages weighs against each other.
///
/// The raw value is the position of its weight.
package enum BreakTerm: Int, Sendable, Hashable, CaseIterable {
  /// White at the foot of a page: what a sixth of its height costs; it grows with the cube.
  case white
  /// Each whole line of it, so that pages are full rather than all a little short.
  case whiteLine
  /// Feet of facing pages that differ: for each line.
  case facing
  /// White spread over the page in whole lines: for each line.
  case flush
  /// What floats and does not stand where it is called; again for each page further on.
  case float
  /// What floats below the heading of a later section than that which speaks of it.
  case pastHeading
  /// A table or figure that stands before the turned pages of one numbered before it.
  case beforeTurned
  /// Between a paragraph's lines.
  case paragraph
  /// A hyphen at the end of a page (T23).
  case hyphen
  /// Between the rows of a table.
  case row
  /// One row of a table alone.
  case loneRow
  /// One or two rows of a table, which has more, at the foot of a page.
  case fewRows
  /// Inside a row.
  case splitRow
  /// Between the fields of a card or the items of a list.
  case field
  /// One field or item alone.
  case loneField
  /// Parting what a colon announces from the announcement.
  case announced
  /// A heading with little text below it at a page's foot.
  case lowHeading
  /// Between what stands side by side in a matrix.
  case quadrant
  /// The same where all of it would fit on a page.
  case wholeQuadrant
  /// Inside an item of a matrix.
  case item
  /// A footnote that goes on overleaf.
  case splitNote
  /// A last page on which nothing stands; it shrinks with the square up to an eighth of a page.
  case shortEnd
  /// A last page that is longer than the others by what the design allows.
  case longEnd

  /// Its key below `page-breaking` in a design.
  package var key: String {
    var key = ""
    for letter in "\(self)".unicodeScalars {
      if (0x41...0x5A).contains(letter.value), let small = Unicode.Scalar(letter.value + 0x20) {
        key += "-"
        key.unicodeScalars.append(small)
      } else {
        key.unicodeScalars.append(letter)
      }
    }
    return key
  }
}

/// The weights of page breaking. Ten thousand prohibits: it is paid only in need.
package struct PageBreakCosts: Sendable, Hashable {
  /// The weights by the position of their terms.
  private var weights: [Int32]
  /// What the feet of facing pages cost at most, however much they differ.
  package var facingMost: Int32 = 120
  /// How many demerits of a paragraph with a line more or fewer weigh as much as one point here.
  package var demerits: Int32 = 4_000
  /// By how many lines in all the paragraphs of a page may grow or shrink.
  package var looseness = 2
  /// From which cost on it is asked whether a page would be better with a line more or fewer, or
  /// with something that floats elsewhere.
  package var trouble: Int32 = 120

  /// What a term costs.
  package subscript(_ term: BreakTerm) -> Int32 {
    get { weights[term.rawValue] }
    set { weights[term.rawValue] = newValue }
  }

  /// The weights of the house: of every design that says nothing else.
  package static let house = PageBreakCosts()

  private init() {
    weights = BreakTerm.allCases.map { term in
      switch term {
      case .white: 100
      case .whiteLine: 30
      case .facing: 30
      case .flush: 5
      case .float: 60
      case .pastHeading: 500
      case .beforeTurned: 5_000
      case .paragraph: 30
      case .hyphen: 10_000
      case .row: 60
      case .loneRow: 4_000
      case .fewRows: 300
      case .splitRow: 1_500
      case .field: 20
      case .loneField: 4_000
      case .announced: 4_000
      case .lowHeading: 900
      case .quadrant: 600
      case .wholeQuadrant: 2_000
      case .item: 200
      case .splitNote: 1_500
      case .shortEnd: 1_500
      case .longEnd: 50
      }
    }
  }
}

extension PageBreakCosts {
  /// The weights that are not the house's, as a line of stable text.
  func dump() -> String {
    if self == .house { return "" }
    var out = "page-breaking"
    for term in BreakTerm.allCases where self[term] != PageBreakCosts.house[term] {
      out += " \(term.key) \(self[term])"
    }
    out += " facing-most \(facingMost) demerits \(demerits) looseness \(looseness)"
    return out + " trouble \(trouble)\n"
  }
}
