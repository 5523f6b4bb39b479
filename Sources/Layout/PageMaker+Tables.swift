import Core
import Display
import Style
import Typesetting

/// What page breaks inside tables add to a page: its sums so far.
extension PageMaker {
  /// The lines of sums at the head and at the foot of a page.
  struct CarriedLines {
    var brought: CarriedSetter.Line?
    var forward: CarriedSetter.Line?
  }

  /// Paints notes below the part of a table that calls them; what a page before said is repeated.
  mutating func paint(_ notes: [UInt32], at top: Length) {
    var top = top
    for number in notes {
      let note = galley.tableNotes[Int(number)]
      let isNew = notesSaid.insert(number).inserted
      top += PageFill.tableNoteGap
      paint(note.placed, at: top, as: isNew ? nil : .repetition)
      top += note.height
    }
  }

  /// Paints a line of sums with its rules: below a forward one the table's last, between a brought
  /// one and the rows the foot's.
  mutating func paint(_ line: CarriedSetter.Line?, at top: Length, isForward: Bool) {
    guard let line else { return }
    let style = plan[line.table.table].style
    let left = left(of: line.table.column) + line.table.x
    let y = shape.top + shift + top
    var rules: [(rule: Rule?, y: Length)] = [
      (style.ruleFoot, isForward ? y : y + line.table.height)
    ]
    if isForward { rules.append((style.ruleBottom, y + line.table.height)) }
    for (rule, y) in rules {
      guard let rule else { continue }
      let field = Rect(
        x: left, y: y - rule.width / 2, width: line.table.width, height: rule.width)
      page.paint(for: .artifact(.layout)) { $0.fill(field, rule.colour) }
    }
    for (paragraph, x) in line.words {
      guard let words = paragraph.lines.first else { continue }
      page.paint(
        words, of: paragraph, at: Point(x: left + x, y: y + line.baseline), as: .repetition)
    }
  }
}
