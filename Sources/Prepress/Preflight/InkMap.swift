/// An ink as it is laid over what is there.
struct LaidInk {
  /// Cyan, magenta, yellow, black.
  var process: SIMD4<Float>
  /// The sum of spot inks.
  var spots: Float
  /// Which of the process inks it sets; the others stay as they are.
  var sets = SIMDMask<SIMD4<Int32>>(repeating: true)
  /// Whether it sets spot inks, too.
  var setsSpots = true
  /// How much of it covers.
  var alpha: Float = 1
  /// Whether it is mixed with what lies beneath, by multiplying or the like.
  var isMixed = false
  /// Whether it covers only parts of where it stands, so that either may be seen.
  var isPartial = false

  /// What it makes of the inks beneath it.
  func over(_ under: SIMD4<Float>, _ underSpots: Float) -> (process: SIMD4<Float>, spots: Float) {
    if isMixed {
      let product = 1 - (1 - under) * (1 - process * alpha)
      return (product, min(underSpots + spots * alpha, max(underSpots, 1) + 1))
    }
    let covered = process * alpha + under * (1 - alpha)
    let result = under.replacing(with: covered, where: sets)
    let resultSpots =
      setsSpots
      ? spots * alpha + underSpots * (1 - alpha) : max(underSpots, spots) + min(underSpots, spots)
    return (result, resultSpots)
  }
}

/// The inks of a page, cell by cell: each cell has those that lie at its middle.
///
/// Areas are told exactly at the middle of every cell of a few points; what is thinner than a cell,
/// letters and rules, is laid over the cells it meets to see what sum that makes, and leaves them as
/// they are.
///
/// *Source:* ISO 32000-1 §8.6.7 (overprint), §11.7.4 (overprinting and transparency).
struct InkMap {
  /// The side of a cell in units of the page.
  private(set) var side = 1.0
  private(set) var columns = 0
  private(set) var rows = 0
  private var origin = SIMD2<Double>(0, 0)
  private var process: [SIMD4<Float>] = []
  private var spots: [Float] = []
  /// Which operator painted the cell last.
  private var painters: [Int32] = []
  private var dirty = 0..<0

  /// More cells than this are not kept; those of posters are larger.
  private static let limit = 400_000

  /// The greatest sum that was made, and the operator that painted what lies beneath it.
  struct Sum {
    var most: Float = 0
    var under = -1
    /// How many cells had more than the limit.
    var cells = 0

    /// Takes account of what a cell comes to, over what its last painter left.
    @inline(__always)
    mutating func count(_ whole: Float, over painter: Int32, limit: Float) {
      if whole > most {
        most = whole
        under = Int(painter)
      }
      if whole > limit { cells += 1 }
    }
  }

  /// Forgets a page and begins another.
  mutating func begin(_ area: PageBox, cell: Double) {
    var side = max(cell, 0.001)
    while (area.width / side + 1) * (area.height / side + 1) > Double(InkMap.limit) { side *= 1.5 }
    let (columns, rows) = (Int(area.width / side) + 1, Int(area.height / side) + 1)
    origin = SIMD2(area.left, area.bottom)
    guard columns == self.columns, rows == self.rows, side == self.side else {
      (self.columns, self.rows, self.side) = (columns, rows, side)
      process = Array(repeating: .zero, count: columns * rows)
      spots = Array(repeating: 0, count: columns * rows)
      painters = Array(repeating: -1, count: columns * rows)
      dirty = 0..<0
      return
    }
    for cell in (dirty.lowerBound * columns)..<(dirty.upperBound * columns) {
      process[cell] = .zero
      spots[cell] = 0
      painters[cell] = -1
    }
    dirty = 0..<0
  }

  /// The cells of a row or column whose middles lie between two places.
  private func cells(_ low: Double, _ high: Double, from start: Double, count: Int) -> Range<Int> {
    let first = ((low - start) / side - 0.5).rounded(.up)
    let last = ((high - start) / side - 0.5).rounded(.down)
    guard first.isFinite, last.isFinite, last >= first else { return 0..<0 }
    let begin = Int(max(0, min(first, Double(count))))
    return begin..<max(begin, Int(max(-1, min(last, Double(count - 1)))) + 1)
  }

  /// Lays an ink over every cell in a shape.
  ///
  /// - Parameters:
  ///   - clips: shapes that limit it besides its box.
  ///   - limit: the sum from which cells are counted.
  mutating func lay(
    _ ink: LaidInk, on shape: PathOutline?, in box: PageBox, clips: [PathOutline], by painter: Int,
    limit: Float
  ) -> Sum {
    var sum = Sum()
    let range = cells(box.bottom, box.top, from: origin.y, count: rows)
    guard !range.isEmpty else { return sum }
    dirty =
      dirty.isEmpty
      ? range : min(dirty.lowerBound, range.lowerBound)..<max(dirty.upperBound, range.upperBound)
    for row in range {
      let y = origin.y + (Double(row) + 0.5) * side
      for span in spans(shape, box, clips, at: y) {
        for column in cells(span.lowerBound, span.upperBound, from: origin.x, count: columns) {
          lay(ink, onCell: row * columns + column, painter, limit, &sum)
        }
      }
    }
    return sum
  }

  /// Lays the inks of a picture: each cell has the ink at its middle.
  mutating func lay(
    _ picture: PictureInk, _ ink: LaidInk, placed: Transform, in box: PageBox,
    clips: [PathOutline], by painter: Int, limit: Float
  ) -> Sum {
    var sum = Sum()
    guard let back = placed.inverse else { return sum }
    let range = cells(box.bottom, box.top, from: origin.y, count: rows)
    guard !range.isEmpty else { return sum }
    dirty =
      dirty.isEmpty
      ? range : min(dirty.lowerBound, range.lowerBound)..<max(dirty.upperBound, range.upperBound)
    var own = ink
    for row in range {
      let y = origin.y + (Double(row) + 0.5) * side
      for span in spans(nil, box, clips, at: y) {
        for column in cells(span.lowerBound, span.upperBound, from: origin.x, count: columns) {
          let (u, v) = back.point(origin.x + (Double(column) + 0.5) * side, y)
          guard u >= 0, u <= 1, v >= 0, v <= 1 else { continue }
          (own.process, own.spots) = picture.ink(u, 1 - v)
          lay(own, onCell: row * columns + column, painter, limit, &sum)
        }
      }
    }
    return sum
  }

  @inline(__always)
  private mutating func lay(
    _ ink: LaidInk, onCell cell: Int, _ painter: Int, _ limit: Float, _ sum: inout Sum
  ) {
    let (made, madeSpots) = ink.over(process[cell], spots[cell])
    let whole = made.sum() + madeSpots
    sum.count(whole, over: painters[cell], limit: limit)
    if ink.isPartial, whole < process[cell].sum() + spots[cell] { return }
    process[cell] = made
    spots[cell] = madeSpots
    painters[cell] = Int32(clamping: painter)
  }

  /// What an ink would make of the cells that a thin thing meets; they stay as they are.
  func test(_ ink: LaidInk, in box: PageBox, limit: Float) -> Sum {
    var sum = Sum()
    visit(box) { cell in
      guard painters[cell] >= 0 else { return }
      let (made, madeSpots) = ink.over(process[cell], spots[cell])
      let whole = made.sum() + madeSpots
      sum.count(whole, over: painters[cell], limit: limit)
    }
    return sum
  }

  /// The greatest sum of inks in the cells that a thin thing meets.
  func greatest(in box: PageBox) -> Float {
    var most: Float = 0
    visit(box) { cell in most = max(most, process[cell].sum() + spots[cell]) }
    return most
  }

  /// The cells whose middles lie in a box, or the nearest ones of a thin box.
  @inline(__always)
  private func visit(_ box: PageBox, _ look: (Int) -> Void) {
    var down = cells(box.bottom, box.top, from: origin.y, count: rows)
    if down.isEmpty { down = nearest((box.bottom + box.top) / 2, from: origin.y, count: rows) }
    var across = cells(box.left, box.right, from: origin.x, count: columns)
    if across.isEmpty {
      across = nearest((box.left + box.right) / 2, from: origin.x, count: columns)
    }
    down = down.clamped(to: dirty)
    for row in down {
      for cell in (row * columns + across.lowerBound)..<(row * columns + across.upperBound) {
        look(cell)
      }
    }
  }

  private func nearest(_ place: Double, from start: Double, count: Int) -> Range<Int> {
    let cell = ((place - start) / side).rounded(.down)
    guard cell >= 0, cell < Double(count) else { return 0..<0 }
    return Int(cell)..<(Int(cell) + 1)
  }

  /// The stretches of a line that lie in a shape, its box and all clips.
  private func spans(
    _ shape: PathOutline?, _ box: PageBox, _ clips: [PathOutline], at y: Double
  ) -> [ClosedRange<Double>] {
    guard box.right >= box.left else { return [] }
    var spans = [box.left...box.right]
    for outline in [shape].compactMap({ $0 }) + clips {
      let own = outline.spans(at: y, isEvenOdd: outline.isEvenOdd)
      var both: [ClosedRange<Double>] = []
      for a in spans {
        for b in own where a.overlaps(b) {
          both.append(max(a.lowerBound, b.lowerBound)...min(a.upperBound, b.upperBound))
        }
      }
      spans = both
      if spans.isEmpty { break }
    }
    return spans
  }

  /// How many rows of cells a box has.
  func rows(of box: PageBox) -> Int { Int(min(1e6, max(0, box.height / side))) }

  /// How many cells a box has, for what it costs.
  func cost(of box: PageBox) -> Int {
    Int(min(1e6, max(0, box.width / side) * max(0, box.height / side)))
  }
}

extension Transform {
  /// What undoes it; nothing where it flattens everything.
  var inverse: Transform? {
    let determinant = a * d - b * c
    guard determinant.isFinite, determinant.magnitude > 1e-12 else { return nil }
    return Transform(
      d / determinant, -b / determinant, -c / determinant, a / determinant,
      (c * f - d * e) / determinant, (b * e - a * f) / determinant)
  }
}
