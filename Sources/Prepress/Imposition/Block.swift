import Core

/// The pages of one side before they are put onto the sheet: from the block's upper left corner.
struct Block {
  var size: Size
  var cells: [PlannedCell]
  var foldsAcross: [Length] = []
  var foldsDown: [Length] = []
  var cutsAcross: [Length] = []
  var cutsDown: [Length] = []
  var collating: Rect?

  /// A side of a folded sheet.
  ///
  /// - Parameters:
  ///   - folios: the product's pages (from 0) of the folded sheet's pages.
  ///   - section: the product's pages of the section.
  init(
    folded: FoldedSheet, isBack: Bool, order: ImpositionOrder, page: Size, folios: [Int],
    section: Range<Int>, _ imposer: Imposer
  ) {
    // What a guillotine takes between two faces, heads or feet: the bleed of both.
    let waste = order.bleed * 2
    var columns: [Length] = []
    var x = Length.zero
    for column in 0..<folded.columns {
      columns.append(x)
      x += page.width
      guard column + 1 < folded.columns else { break }
      let boundary = isBack ? folded.columns - 2 - column : column
      let isSpine = folded.spines[boundary]
      let gap = isSpine ? order.spineTrim * 2 : waste
      foldsAcross.append(x + gap / 2)
      if !isSpine { cutsAcross += gap > .zero ? [x, x + gap] : [x] }
      x += gap
    }
    var rows: [Length] = []
    var y = Length.zero
    for row in 0..<folded.rows {
      rows.append(y)
      y += page.height
      guard row + 1 < folded.rows else { break }
      foldsDown.append(y + waste / 2)
      cutsDown += waste > .zero ? [y, y + waste] : [y]
      y += waste
    }
    size = Size(width: x, height: y)
    cutsAcross = [.zero] + cutsAcross + [x]
    cutsDown = [.zero] + cutsDown + [y]
    cells = []
    for (index, place) in folded.places.enumerated() where place.isBack == isBack {
      let folio = folios[index]
      let trim = Rect(
        x: columns[place.column], y: rows[place.row], width: page.width, height: page.height)
      // Towards the spine a page may reach to the fold and no further.
      let inner = min(order.bleed, order.spineTrim)
      let left = place.spineIsRight ? order.bleed : inner
      let right = place.spineIsRight ? inner : order.bleed
      let leaf = (folio - section.lowerBound) / 2
      let depth = min(leaf, section.count / 2 - 1 - leaf)
      let creep = order.paper * depth
      cells.append(
        PlannedCell(
          folio: folio + 1, page: imposer.sequence[folio], isInverted: place.isInverted, trim: trim,
          clip: Rect(
            x: trim.x - left, y: trim.y - order.bleed, width: trim.width + left + right,
            height: trim.height + order.bleed * 2),
          creep: place.spineIsRight ? creep : -creep))
    }
    sortCells()
  }

  /// Pages in columns and rows.
  init(grid order: ImpositionOrder, page: Size, folios: [Int], _ imposer: Imposer) {
    let stepX = page.width + order.gap
    let stepY = page.height + order.gap
    size = Size(
      width: stepX * order.columns - order.gap, height: stepY * order.rows - order.gap)
    let inner = min(order.bleed, order.gap / 2)
    cells = []
    for (index, folio) in folios.enumerated() {
      let column = index % order.columns
      let row = index / order.columns
      let trim = Rect(
        x: stepX * column, y: stepY * row, width: page.width, height: page.height)
      let left = column == 0 ? order.bleed : inner
      let right = column == order.columns - 1 ? order.bleed : inner
      let up = row == 0 ? order.bleed : inner
      let down = row == order.rows - 1 ? order.bleed : inner
      cells.append(
        PlannedCell(
          folio: folio + 1, page: imposer.sequence[folio], isInverted: false, trim: trim,
          clip: Rect(
            x: trim.x - left, y: trim.y - up, width: trim.width + left + right,
            height: trim.height + up + down),
          creep: .zero))
    }
    for column in 0..<order.columns {
      let x = stepX * column
      if order.gap > .zero || column == 0 { cutsAcross.append(x) }
      cutsAcross.append(x + page.width)
    }
    for row in 0..<order.rows {
      let y = stepY * row
      if order.gap > .zero || row == 0 { cutsDown.append(y) }
      cutsDown.append(y + page.height)
    }
    sortCells()
  }

  private mutating func sortCells() {
    cells.sort { ($0.trim.y, $0.trim.x) < ($1.trim.y, $1.trim.x) }
  }

  /// The collating mark on the fold between a section's last and first page; each section's is a
  /// step lower, so that the gathered book shows a flight of stairs, and a missing step at once.
  mutating func mark(section: Int, _ folios: [Int], _ order: ImpositionOrder, _ page: Size) {
    guard let first = cells.first(where: { $0.folio == (folios.first ?? 0) + 1 }) else { return }
    let width = max(.microMetres(1_500), min(order.spineTrim * 2, .mm(3)))
    let height = Length.mm(5)
    let steps = max(1, Int(((page.height - .mm(20)).sp) / height.sp))
    let step = (section - 1) % steps
    // The spine is at the left of an upright first page.
    let fold = first.isInverted ? first.trim.maxX + order.spineTrim : first.trim.x - order.spineTrim
    let top =
      first.isInverted
      ? first.trim.maxY - .mm(10) - height * (step + 1) : first.trim.y + .mm(10) + height * step
    collating = Rect(x: fold - width / 2, y: top, width: width, height: height)
  }

  /// The block stood on its head.
  func inverted() -> Block {
    func turned(_ rect: Rect) -> Rect {
      Rect(
        x: size.width - rect.maxX, y: size.height - rect.maxY, width: rect.width,
        height: rect.height)
    }
    var block = self
    block.cells = cells.map { cell in
      PlannedCell(
        folio: cell.folio, page: cell.page, isInverted: !cell.isInverted, trim: turned(cell.trim),
        clip: turned(cell.clip), creep: -cell.creep)
    }
    block.foldsAcross = foldsAcross.map { size.width - $0 }.sorted()
    block.foldsDown = foldsDown.map { size.height - $0 }.sorted()
    block.cutsAcross = cutsAcross.map { size.width - $0 }.sorted()
    block.cutsDown = cutsDown.map { size.height - $0 }.sorted()
    block.collating = collating.map(turned)
    block.sortCells()
    return block
  }

  /// The block in the middle of an area of the sheet.
  func placed(face: PlannedSide.Face, in area: Rect) -> PlannedSide {
    let x = area.x + (area.width - size.width) / 2
    let y = area.y + (area.height - size.height) / 2
    var side = PlannedSide(
      face: face, trim: Rect(x: x, y: y, width: size.width, height: size.height),
      cells: cells.map { cell in
        var cell = cell
        cell.trim = cell.trim.moved(x, y)
        cell.clip = cell.clip.moved(x, y)
        return cell
      })
    side.foldsAcross = foldsAcross.map { $0 + x }
    side.foldsDown = foldsDown.map { $0 + y }
    side.cutsAcross = cutsAcross.map { $0 + x }
    side.cutsDown = cutsDown.map { $0 + y }
    side.collating = collating?.moved(x, y)
    return side
  }
}
