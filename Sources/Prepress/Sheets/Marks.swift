import Core

/// Where marks may stand on a sheet.
enum MarkGeometry {
  /// The usual length of a crop mark.
  static let length = Length.mm(5)
  /// Less is no mark.
  static let least = Length.mm(2)
  /// The width of lines: a quarter point, as the trade has it.
  static let line = Length.milliPoints(250)

  /// How far from the trim marks begin: behind the bleed, and 3 mm at least.
  static func start(_ plan: ImpositionPlan) -> Length { max(plan.order.bleed, .mm(3)) + .mm(1) }

  /// The least margin around the pages of any side.
  static func margin(of plan: ImpositionPlan) -> Length {
    var least = min(plan.sheet.width, plan.sheet.height)
    for sheet in plan.sheets {
      for side in sheet.sides {
        least = min(
          least, side.trim.x, side.trim.y, plan.sheet.width - side.trim.maxX,
          plan.sheet.height - side.trim.maxY)
      }
    }
    return least
  }
}

/// The marks of one side as paint in the sheet's space; y runs downward.
struct SheetMarks {
  /// A straight line.
  struct Line: Equatable {
    var x0, y0, x1, y1: Length
    var isDashed = false
  }
  /// A patch of the colour bar: four inks in percent.
  struct Patch: Equatable {
    var rect: Rect
    var inks: [Int]
  }
  /// Lines in the colour of registration.
  var lines: [Line] = []
  /// The centres of register crosses.
  var crosses: [Point] = []
  /// The colour bar.
  var patches: [Patch] = []
  /// The collating mark.
  var collating: Rect?
  /// Where the label begins, on its baseline; nil where there is no room.
  var label: Point?

  static let crossRadius = Length.microMetres(1_500)

  init(_ side: PlannedSide, of plan: ImpositionPlan) {
    collating = side.collating
    guard plan.order.hasMarks else { return }
    let sheet = plan.sheet
    let trim = side.trim
    let start = MarkGeometry.start(plan)
    let left = trim.x
    let right = sheet.width - trim.maxX
    let up = trim.y
    let down = sheet.height - trim.maxY
    /// How long a mark is in a margin; printers grip and cut the last two millimetres.
    func reach(_ margin: Length) -> Length? {
      let length = min(MarkGeometry.length, margin - start - .mm(1))
      return length >= MarkGeometry.least - .mm(1) ? length : nil
    }
    func upright(_ x: Length, isDashed: Bool) {
      if let length = reach(up) {
        lines.append(
          Line(x0: x, y0: trim.y - start, x1: x, y1: trim.y - start - length, isDashed: isDashed))
      }
      if let length = reach(down) {
        let y = trim.maxY + start
        lines.append(Line(x0: x, y0: y, x1: x, y1: y + length, isDashed: isDashed))
      }
    }
    func level(_ y: Length, isDashed: Bool) {
      if let length = reach(left) {
        lines.append(
          Line(x0: trim.x - start, y0: y, x1: trim.x - start - length, y1: y, isDashed: isDashed))
      }
      if let length = reach(right) {
        let x = trim.maxX + start
        lines.append(Line(x0: x, y0: y, x1: x + length, y1: y, isDashed: isDashed))
      }
    }
    for x in side.cutsAcross { upright(x, isDashed: false) }
    for y in side.cutsDown { level(y, isDashed: false) }
    for x in side.foldsAcross { upright(x, isDashed: true) }
    for y in side.foldsDown { level(y, isDashed: true) }

    let radius = SheetMarks.crossRadius
    let clear = start + radius + .microMetres(500)
    let middle = trim.y + trim.height / 2 + .mm(12)
    let quarter = trim.x + (side.cutsAcross.count > 1 ? plan.page.width / 2 : trim.width / 4)
    if left >= clear + radius { crosses.append(Point(x: trim.x - clear, y: middle)) }
    if right >= clear + radius { crosses.append(Point(x: trim.maxX + clear, y: middle)) }
    if up >= clear + radius { crosses.append(Point(x: quarter, y: trim.y - clear)) }
    if down >= clear + radius { crosses.append(Point(x: quarter, y: trim.maxY + clear)) }

    let patch = Length.mm(4)
    if right >= start + patch {
      let bars = [
        [100, 0, 0, 0], [0, 100, 0, 0], [0, 0, 100, 0], [0, 0, 0, 100], [50, 0, 0, 0],
        [0, 50, 0, 0], [0, 0, 50, 0], [0, 0, 0, 50], [50, 40, 40, 0],
      ]
      // Below the head's crop mark, above the cross of register.
      var y = trim.y + .mm(4)
      for inks in bars where y + patch <= middle - .mm(4) {
        patches.append(
          Patch(
            rect: Rect(x: trim.maxX + start, y: y, width: patch, height: patch), inks: inks))
        y += patch
      }
    }
    let label = start + MarkGeometry.length + .mm(3)
    if down >= label + .mm(1) {
      self.label = Point(x: trim.x, y: trim.maxY + label)
    } else if down >= start + .mm(3) {
      self.label = Point(x: quarter + .mm(4), y: trim.maxY + start + .mm(2))
    }
  }
}
