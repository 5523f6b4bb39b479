import Core
import Manuscript
import Style

extension Galley {
  /// The galley as stable text: one box, glue or penalty a line.
  package func dump() -> String {
    var out = ""
    for (number, box) in boxes.enumerated() {
      if number > 0 {
        if box.penalty != 0 { out += "penalty \(box.penalty)\n" }
        if box.space != .zero { out += "glue \(box.space)\n" }
      }
      for aside in box.asides {
        out += "margin \(asides[Int(aside)].height)\n"
        out += dump(asides[Int(aside)].placed)
      }
      for block in box.framed {
        let field = framed[Int(block)].frame.area
        out += "field \(field.x) \(field.y) \(field.width)×\(field.height)\n"
        out += dump(framed[Int(block)].placed)
      }
      out += "box \(number): \(box.height)"
      if box.snaps { out += " snap \(box.baseline)" }
      if box.isFull { out += " full" }
      if box.head >= 0 { out += " head \(box.head)" }
      if box.padding > .zero { out += " padding \(box.padding)" }
      if box.carried >= 0 { out += " carries \(carried[Int(box.carried)].rows) rows" }
      if box.columns >= 0 {
        out += " in \(columnSets[Int(box.columns)].count) columns"
        if box.columnPenalty != box.penalty { out += " break \(box.columnPenalty)" }
      }
      out += "\n" + dump(box.placed)
      for sheet in box.sheets {
        out += "turned sheet \(sheet)\n" + sheets[Int(sheet)].dump() + "end of sheet \(sheet)\n"
      }
      for note in box.notes {
        for slice in notes[Int(note)].slices {
          out += "note \(notes[Int(note)].node): \(slice.height)\n" + dump(slice.placed)
        }
      }
    }
    for decoration in decorations where !decoration.boxes.isEmpty {
      out += "tint \(decoration.boxes.lowerBound)..<\(decoration.boxes.upperBound)"
      out += " \(decoration.background.map { "\($0)" } ?? "none") padding \(decoration.padding)\n"
    }
    return out
  }

  private func dump(_ range: Range<UInt32>) -> String {
    var out = ""
    for number in range {
      let item = placed[Int(number)]
      let at = "\(item.column.rawValue) \(item.x),\(item.y)"
      switch item.thing {
      case .line(let job, let line): out += "  line \(job).\(line) of \(item.node) at \(at)\n"
      case .risingLine(let job, let line):
        out += "  line \(job).\(line) of \(item.node) upwards at \(at)\n"
      case .fill(let width, let height, let colour):
        out += "  fill \(width)×\(height) \(colour) at \(at)\n"
      case .artwork(_, let width, let height, _, _):
        out += "  picture \(width)×\(height) of \(item.node) at \(at)\n"
      }
    }
    return out
  }
}
