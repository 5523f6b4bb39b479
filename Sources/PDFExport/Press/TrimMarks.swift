import Core
import Display
import PDFSyntax

/// Marks around a single page, for printers that want them: where it is cut, and crosses by which
/// plates are laid over each other.
enum TrimMarks {
  /// How far they reach beyond the bleed.
  static let slug = Length.mm(8)
  /// They begin so far behind the bleed: never in it.
  private static let gap = Length.mm(1)
  private static let length = Length.mm(5)
  private static let line = Length.milliPoints(250)

  /// The lines of the marks in thousandths of a point from the trim's lower left corner.
  static func lines(
    width: Int64, height: Int64, bleed: Length
  ) -> [(x0: Int64, y0: Int64, x1: Int64, y1: Int64)] {
    // Printers cut three millimetres off: no mark is nearer.
    let near = Thousandths(max(bleed, .mm(2)) + gap).count
    let far = near + Thousandths(length).count
    var lines: [(x0: Int64, y0: Int64, x1: Int64, y1: Int64)] = []
    for x in [0, width] {
      lines.append((x, -near, x, -far))
      lines.append((x, height + near, x, height + far))
    }
    for y in [0, height] {
      lines.append((-near, y, -far, y))
      lines.append((width + near, y, width + far, y))
    }
    let middle = (near + far) / 2
    let arm = (far - near) / 2
    for (x, y) in [
      (width / 2, -middle), (width / 2, height + middle), (-middle, height / 2),
      (width + middle, height / 2),
    ] {
      lines.append((x - arm, y, x + arm, y))
      lines.append((x, y - arm, x, y + arm))
    }
    return lines
  }

  /// Their width.
  static var width: Thousandths { Thousandths(line) }
}

extension PageEncoder {
  /// Draws the marks in the colour of registration, which is on every plate.
  mutating func encodeMarks() {
    guard let press = context.press, press.hasMarks else { return }
    line("/N gs")
    line("/All CS 1 SCN")
    number(TrimMarks.width)
    line("w")
    let lines = TrimMarks.lines(
      width: Thousandths(page.trim.width).count, height: height.count,
      bleed: page.bleed)
    for mark in lines {
      number(Thousandths(mark.x0))
      number(Thousandths(mark.y0))
      line("m")
      number(Thousandths(mark.x1))
      number(Thousandths(mark.y1))
      line("l")
    }
    line("S")
  }
}
