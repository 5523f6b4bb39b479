import Core
import Display
import Manuscript
import Style
import Typesetting

/// What surrounds the boxes of a page: their tints, the heads of tables that come back, footnotes, and
/// blocks in fixed fields.
extension PageMaker {
  /// Looks which tints reach onto a page.
  mutating func enter(_ cut: PageBreak) {
    guard !cut.boxes.isEmpty else { return }
    while nextDecoration < galley.decorations.count,
      Int(galley.decorations[nextDecoration].boxes.lowerBound) < cut.boxes.upperBound
    {
      active.append(nextDecoration)
      nextDecoration += 1
    }
    active.removeAll {
      let tint = galley.decorations[$0]
      return Int(min(tint.boxes.upperBound, tint.contentEnd)) <= cut.boxes.lowerBound
    }
  }

  /// Paints the tints of boxes one below the other; a tint that a break splits is padded at the
  /// edge.
  mutating func decorate(_ stretch: Stretch) {
    let boxes = stretch.boxes
    // The paddings of all tints that the edges split; outer tints lie further out.
    var above = stretch.padding(ofBreakBefore: boxes.lowerBound, of: galley)
    if let head = stretch.head(of: galley) { above += head.tinted + head.belowSums }
    var below = stretch.padding(ofBreakBefore: boxes.upperBound, of: galley)
    let active = self.active.filter {
      galley.decorations[$0].columns == stretch.set
        && boxes.overlaps(galley.decorations[$0].visible)
    }
    for (position, number) in active.enumerated() {
      let decoration = galley.decorations[number]
      // Tints side by side share their edges.
      let isBeside =
        position + 1 < active.count
        && galley.decorations[active[position + 1]].boxes == decoration.boxes
        && galley.decorations[active[position + 1]].x != decoration.x
      guard let colour = decoration.background, !decoration.boxes.isEmpty else { continue }
      let first = Int(decoration.boxes.lowerBound)
      let end = Int(decoration.boxes.upperBound)
      var top: Length
      if first < boxes.lowerBound {
        top = stretch.top(of: boxes.lowerBound) - above
        if !isBeside { above -= decoration.padding }
      } else {
        top = stretch.top(of: first)
      }
      if top < .zero { top = .zero }
      var foot: Length
      if end > boxes.upperBound {
        foot = stretch.foot(of: boxes.upperBound - 1) + below
        if !isBeside { below -= decoration.padding }
      } else {
        foot = stretch.foot(of: end - 1)
      }
      let isSplit = first < boxes.lowerBound || end > boxes.upperBound
      let last = Int(decoration.contentEnd) - 1
      if isSplit && last < boxes.upperBound {
        foot = stretch.top(of: last) + decoration.contentFoot + decoration.padding
      }
      foot = max(foot, top)
      let field = Rect(
        x: left(of: decoration.column) + stretch.left + decoration.x, y: shape.top + shift + top,
        width: decoration.width, height: foot - top)
      page.paint(for: .artifact(.layout)) { $0.fill(field, colour) }
    }
  }

  /// Paints the head rows of a table that runs over from the page or column before.
  mutating func repeatHead(_ stretch: Stretch) {
    guard let rows = stretch.head(of: galley) else { return }
    let first = stretch.boxes.lowerBound
    let top = stretch.top(of: first) - stretch.padding(ofBreakBefore: first, of: galley)
    paint(
      rows.placed, at: top - rows.belowSums - rows.height, right: stretch.left, as: .repetition)
  }

  mutating func paintNotes(_ fill: PageFill, _ cut: PageBreak) {
    guard !fill.notes.isEmpty else { return }
    let foot = max(shape.height, fill.height(padding: .zero, rest: cut.rest))
    paintNotes(
      fill.notes.filter { note in cut.rest.map { note.note <= $0.note } ?? true }, rest: cut.rest,
      at: foot - fill.notesHeight(rest: cut.rest) - shift, right: .zero)
  }

  /// Paints the notes of columns at their feet; of those that stand last on the page at its foot.
  mutating func paintNotes(of columns: [Stretch], _ fill: PageFill, _ cut: PageBreak) {
    for column in columns where column.notesHeight > .zero {
      var foot = column.bandFoot
      if column.band == fill.bands.count - 1, fill.bands[column.band].end == cut.boxes.upperBound {
        let notes = fill.notes.isEmpty ? .zero : fill.notesHeight(rest: cut.rest) + PageFill.noteGap
        foot = max(foot, shape.height - notes - shift)
      }
      paintNotes(
        column.notes.map { ($0, 0) }, rest: nil, at: foot - column.notesHeight + PageFill.noteGap,
        right: column.left)
    }
  }

  /// Paints notes one below the other, the rule above them; the last up to where it goes on.
  private mutating func paintNotes(
    _ notes: [(note: Int, slice: Int)], rest: NoteRest?, at top: Length, right: Length
  ) {
    var y = top
    let first = notes.first.flatMap { galley.notes[$0.note].slices.first?.placed.first }
    let column = first.map { galley.placed[Int($0)].column } ?? .text
    let rule = Rect(
      x: left(of: column) + right, y: shape.top + shift + y - Length.pt(5),
      width: design.page.textWidth / 4, height: Length.milliPoints(400))
    let colour = design.paragraphs[plan.jobs.first?.style ?? 0].text.colour
    page.paint(for: .artifact(.layout)) { $0.fill(rule, colour) }
    var isFirst = true
    for note in notes {
      var slices = galley.notes[note.note].slices[note.slice...]
      if let rest, rest.note == note.note { slices = slices.prefix(upTo: rest.slice) }
      for (number, slice) in slices.enumerated() {
        if number > 0 || !isFirst { y += slice.space }
        isFirst = false
        paint(slice.placed, at: y, right: right)
        y += slice.height
      }
    }
  }

  /// Paints what stands in fixed fields, field by field.
  mutating func framedBlocks(_ cut: PageBreak) {
    shift = -shape.top
    for field in FramedField.all(of: cut, in: galley) {
      let area = isVerso ? mirrored(field.frame.area) : field.frame.area
      var y = area.y
      switch field.frame.stand {
      case .head: break
      case .centre: y += (area.height - field.height) / 2
      case .foot: y += area.height - field.height
      }
      for (number, block) in field.blocks.enumerated() {
        if number > 0 { y += block.space }
        paint(block.placed, at: y, left: area.x)
        y += block.height
      }
    }
    shift = .zero
  }
}
