import Core
import Display
import Manuscript
import Style
import Typesetting

/// The divisions of a document in order, as thumb tabs name them.
struct Divisions {
  /// A division: its part, and the words of its heading.
  struct Division {
    var part: NodeID
    var title: String
    /// A shorter wording, where there is one.
    var short: String?
  }

  /// The look of the headings that name divisions.
  static let look = "division"

  private(set) var all: [Division] = []

  /// Finds the divisions of a document.
  init(of document: Document) {
    for part in document.children(of: NodeID(0)) where document[part].role == .part(.division) {
      guard
        let heading = document.children(of: part).first(where: { document[$0].role.isHeading })
      else { continue }
      all.append(
        Division(
          part: part, title: document.plainText(of: heading),
          short: document[heading].short.map { document.string($0) }))
    }
  }

  /// The number of a division, from 0.
  func number(of part: NodeID?) -> Int? { all.firstIndex { $0.part == part } }
}

extension FurnitureSetter {
  /// Paints the tabs of a page at the fore-edge.
  mutating func tab(
    _ page: inout Page, _ display: TabDisplay, division: Int?, of divisions: Divisions,
    isVerso: Bool
  ) {
    guard let tabs = design.tabs else { return }
    tellCrowd(tabs, divisions)
    let shown: [Int] =
      switch display {
      case .none: []
      case .own: division.map { [$0] } ?? []
      case .all: Array(divisions.all.indices)
      }
    for number in shown {
      let colour = tabs.colours[number % tabs.colours.count]
      let top = tabs.top + tabs.pitch * number
      let outer = page.trim.width + page.bleed
      let area = Rect(
        x: isVerso ? -page.bleed : page.trim.width - tabs.depth, y: top,
        width: isVerso ? tabs.depth + page.bleed : outer - (page.trim.width - tabs.depth),
        height: tabs.height)
      page.paint(for: .artifact(.layout)) { $0.fill(area, colour) }
    }
    // Words run upwards, in the middle of what is seen of the tab.
    let left = isVerso ? Length.zero : page.trim.width - tabs.depth
    let size = design.paragraphs[tabs.style].text.size
    for number in shown {
      let division = divisions.all[number]
      guard
        let paragraph = tabWords(division, room: tabs.height, style: tabs.style),
        let line = paragraph.lines.first
      else {
        tell(.wordlessTab(division, height: tabs.height, at: document[division.part].origin))
        continue
      }
      let middle = tabs.top + tabs.pitch * number + tabs.height / 2
      page.paint(
        line, of: paragraph,
        at: Point(
          x: left + tabs.depth / 2 + size.scaled(by: 24, over: 100), y: middle + line.width / 2),
        as: .layout, rises: true)
    }
  }

  /// Tells of divisions beyond the foot of the page, and of those that share a colour.
  private mutating func tellCrowd(_ tabs: ThumbTabs, _ divisions: Divisions) {
    let room = design.page.trim.height - tabs.top - tabs.height
    let places = room < .zero ? 0 : Int(room.sp / max(1, tabs.pitch.sp)) + 1
    let most = min(places, tabs.colours.count)
    guard divisions.all.count > most else { return }
    let first = divisions.all[most]
    tell(
      .tooManyTabs(
        divisions.all.count, places: places, colours: tabs.colours.count, design: design.name,
        at: document[first.part].origin))
  }

  /// What a tab says: the shorter wording that its author gave the title, the title, or nothing where
  /// neither fits.
  private mutating func tabWords(
    _ division: Divisions.Division, room: Length, style: Int
  ) -> TypesetParagraph? {
    for words in [division.short, division.title].compactMap(\.self) {
      let paragraph = oneLine(words, style: style)
      if let line = paragraph.lines.first, paragraph.lines.count == 1, line.width <= room {
        return paragraph
      }
    }
    return nil
  }
}
