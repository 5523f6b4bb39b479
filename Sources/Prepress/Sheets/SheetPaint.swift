import Core
import PDFSyntax

/// Writes the content of a sheet.
struct SheetPaint {
  private(set) var bytes: [UInt8] = []
  private let height: Length

  init(height: Length) { self.height = height }

  private mutating func number(_ value: Double) {
    bytes.append(Thousandths(Int64((value * 1_000).rounded())))
    bytes.append(0x20)
  }
  private mutating func numbers(_ values: Double...) { for value in values { number(value) } }
  private mutating func word(_ text: String) { bytes.append(contentsOf: (text + "\n").utf8) }

  /// Shows a page of the source in its place.
  mutating func show(_ placement: Placement) {
    let clip = placement.clip
    word("q")
    numbers(clip.left, clip.bottom, clip.width, clip.height)
    word("re W n")
    let t = placement.transform
    numbers(t.a, t.b, t.c, t.d, t.e, t.f)
    word("cm")
    word("/P\(placement.page + 1) Do Q")
  }

  /// A hairline where a spread is folded.
  mutating func spine(_ x: Double, height: Length) {
    word("q /K gs 0 0 0 .3 K .25 w")
    numbers(x, 0)
    word("m")
    numbers(x, height.points)
    word("l S Q")
  }

  /// Draws marks, the bar and the label. Lines are in the colour of registration.
  mutating func draw(_ marks: SheetMarks, label: String?, _ font: LabelFont?) {
    func y(_ value: Length) -> Double { height.points - value.points }
    word("q /K gs")
    for patch in marks.patches {
      for ink in patch.inks { number(Double(ink) / 100) }
      word("k")
      numbers(
        patch.rect.x.points, y(patch.rect.maxY), patch.rect.width.points, patch.rect.height.points)
      word("re f")
    }
    if let rect = marks.collating {
      word("0 0 0 1 k")
      numbers(rect.x.points, y(rect.maxY), rect.width.points, rect.height.points)
      word("re f")
    }
    word("/All CS 1 SCN .25 w")
    for line in marks.lines {
      word(line.isDashed ? "[3 1.5] 0 d" : "[] 0 d")
      numbers(line.x0.points, y(line.y0))
      word("m")
      numbers(line.x1.points, y(line.y1))
      word("l S")
    }
    if !marks.crosses.isEmpty { word("[] 0 d") }
    for cross in marks.crosses { draw(cross, y(cross.y)) }
    if let label, let place = marks.label, let font {
      word("0 0 0 1 k BT /L 7 Tf")
      numbers(place.x.points, y(place.y))
      word("Td")
      bytes.append(contentsOf: font.string(label))
      word("Tj ET")
    }
    word("Q")
  }

  /// A circle of four curves with a cross through it.
  private mutating func draw(_ cross: Point, _ y: Double) {
    let x = cross.x.points
    let r = SheetMarks.crossRadius.points
    // Four Bézier curves come this near to a circle.
    let k = r * 0.5523
    let arm = r * 1.3
    numbers(x + r, y)
    word("m")
    for (a, b, c, d, e, f) in [
      (r, k, k, r, 0.0, r), (-k, r, -r, k, -r, 0.0), (-r, -k, -k, -r, 0.0, -r),
      (k, -r, r, -k, r, 0.0),
    ] {
      numbers(x + a, y + b, x + c, y + d, x + e, y + f)
      word("c")
    }
    numbers(x - arm, y)
    word("m")
    numbers(x + arm, y)
    word("l")
    numbers(x, y - arm)
    word("m")
    numbers(x, y + arm)
    word("l S")
  }
}
