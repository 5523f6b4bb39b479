package import Core

/// A page's place on a side of a sheet. Distances are from the sheet's upper left corner.
package struct PlannedCell: Sendable, Hashable {
  /// The page of the finished product, from 1.
  package var folio: Int
  /// The page of the file, from 1; nil for a blank one.
  package var page: Int?
  /// Whether the page stands on its head.
  package var isInverted: Bool
  /// The finished page.
  package var trim: Rect
  /// As far as the page's marks may reach.
  package var clip: Rect
  /// How far the page is pushed to the right (to the left if negative) against creep.
  package var creep: Length

  /// Makes a place.
  package init(
    folio: Int, page: Int?, isInverted: Bool, trim: Rect, clip: Rect, creep: Length
  ) {
    self.folio = folio
    self.page = page
    self.isInverted = isInverted
    self.trim = trim
    self.clip = clip
    self.creep = creep
  }
}

/// One printed side of a sheet.
package struct PlannedSide: Sendable, Hashable {
  /// Which side it is.
  package enum Face: String, Sendable, Hashable {
    /// The first side.
    case front
    /// The second side.
    case back
    /// One form that prints both.
    case both
  }
  /// Which side it is.
  package var face: Face
  /// The finished pages together.
  package var trim: Rect
  /// The pages, in rows from the upper left.
  package var cells: [PlannedCell]
  /// Upright folds: their distances from the left.
  package var foldsAcross: [Length] = []
  /// Level folds: their distances from the top.
  package var foldsDown: [Length] = []
  /// Upright cuts: their distances from the left, rising.
  package var cutsAcross: [Length] = []
  /// Level cuts: their distances from the top, rising.
  package var cutsDown: [Length] = []
  /// The mark by which gathered sections are told apart.
  package var collating: Rect?
}

/// A sheet with its sides.
package struct PlannedSheet: Sendable, Hashable {
  /// The sheet's number in the whole job, from 1.
  package var number: Int
  /// The section it belongs to, from 1.
  package var section: Int
  /// Its printed sides in order.
  package var sides: [PlannedSide]
}

/// Where every page goes: the imposition as a value that can be printed, compared and carried out.
package struct ImpositionPlan: Sendable, Hashable {
  /// What was asked for.
  package var order: ImpositionOrder
  /// The pages of the file.
  package var pageCount: Int
  /// The pages of the product, blank ones included.
  package var filledCount: Int
  /// The finished page.
  package var page: Size
  /// The sheet as it lies.
  package var sheet: Size
  /// The sections of the product.
  package var sectionCount: Int
  /// The sheets in the order of printing.
  package var sheets: [PlannedSheet]
  /// Copies of the product that one run of the sheets gives.
  package var copies: Int

  /// The greatest creep of all.
  package var greatestCreep: Length {
    var most = Length.zero
    for sheet in sheets {
      for side in sheet.sides {
        for cell in side.cells { most = max(most, Length(sp: abs(cell.creep.sp))) }
      }
    }
    return most
  }

  /// The printed sides, from 1 as the file of sheets has them, with a page whose creep is so.
  func sides(where isSuch: (Length) -> Bool) -> [Int] {
    let all = sheets.flatMap(\.sides)
    return all.indices.filter { index in
      all[index].cells.contains { isSuch(Length(sp: abs($0.creep.sp))) }
    }.map { $0 + 1 }
  }
}

/// Makes plans.
struct Imposer {
  let order: ImpositionOrder
  let page: Size
  let sequence: [Int?]

  /// - Parameter pages: how many pages the file has.
  init(_ order: ImpositionOrder, page: Size, pages: Int) {
    self.order = order
    self.page = page
    let filled = Imposer.filled(order, pages: pages)
    var sequence: [Int?] = (1...pages).map { $0 }
    let blanks = [Int?](repeating: nil, count: filled - pages)
    switch order.blanks {
    case .end: sequence += blanks
    case .beforeCover: sequence.insert(contentsOf: blanks, at: pages - 1)
    }
    self.sequence = sequence
  }

  /// How many pages the product has when its last sheet is filled.
  private static func filled(_ order: ImpositionOrder, pages: Int) -> Int {
    let cells = order.columns * order.rows
    switch order.scheme {
    case .saddle, .perfect: return (pages + 3) / 4 * 4
    case .nup: return (pages + cells - 1) / cells * cells
    case .cutstack:
      let perSheet = cells * (order.isDuplex ? 2 : 1)
      return (pages + perSheet - 1) / perSheet * perSheet
    }
  }

  /// The plan; the sheet lies as its pages fit best.
  ///
  /// - Throws: K10 when the pages do not fit on the sheet, K15 when the turning makes no sense.
  func plan(pages: Int) throws(Rejected) -> ImpositionPlan {
    if order.turning != .sheetwise,
      order.scheme == .nup || (order.scheme == .cutstack && !order.isDuplex)
    {
      throw Rejected([.nothingToTurn(order)])
    }
    let leaves = blocks()
    var widest = Size(width: .zero, height: .zero)
    for leaf in leaves {
      for block in leaf.sides {
        widest.width = max(widest.width, block.size.width)
        widest.height = max(widest.height, block.size.height)
      }
    }
    guard let sheet = lying(widest) else {
      throw Rejected([.sheetTooSmall(order, widest, needed: needed(widest))])
    }
    var sheets: [PlannedSheet] = []
    for (index, leaf) in leaves.enumerated() {
      sheets.append(
        PlannedSheet(
          number: index + 1, section: leaf.section,
          sides: sides(of: leaf, on: sheet)))
    }
    return ImpositionPlan(
      order: order, pageCount: pages, filledCount: sequence.count, page: page, sheet: sheet,
      sectionCount: leaves.last?.section ?? 1, sheets: sheets,
      copies: order.turning == .sheetwise ? 1 : 2)
  }

  // MARK: Sheets

  private struct Leaf {
    var section: Int
    var sides: [Block]
  }

  private func blocks() -> [Leaf] {
    switch order.scheme {
    case .saddle: return section(0..<sequence.count, number: 1, isGathered: false)
    case .perfect:
      var leaves: [Leaf] = []
      for (index, range) in sections().enumerated() {
        leaves += section(range, number: index + 1, isGathered: true)
      }
      return leaves
    case .nup:
      let count = order.columns * order.rows
      return stride(from: 0, to: sequence.count, by: count).map { first in
        Leaf(
          section: 1,
          sides: [Block(grid: order, page: page, folios: Array(first..<(first + count)), self)])
      }
    case .cutstack: return stacks()
    }
  }

  /// A short section is never the last one: it would come loose.
  private func sections() -> [Range<Int>] {
    let size = order.pagesPerSection
    var sizes = [Int](repeating: size, count: sequence.count / size)
    let rest = sequence.count % size
    if rest > 0 { sizes.insert(rest, at: max(0, sizes.count - 1)) }
    var start = 0
    return sizes.map { size in
      defer { start += size }
      return start..<(start + size)
    }
  }

  /// The sheets of a section from the outermost; what does not fill a sheet goes onto smaller ones.
  private func section(_ pages: Range<Int>, number: Int, isGathered: Bool) -> [Leaf] {
    var leaves: [Leaf] = []
    var outer = 0
    while outer * 2 < pages.count {
      var count = order.pagesPerSheet
      while count > pages.count - outer * 2 { count /= 2 }
      let half = count / 2
      let folios = (0..<count).map { index in
        index < half
          ? pages.lowerBound + outer + index : pages.upperBound - outer - count + index
      }
      let folded = FoldedSheet(pages: count)
      var sides = [false, true].map { isBack in
        Block(
          folded: folded, isBack: isBack, order: order, page: page, folios: folios,
          section: pages, self)
      }
      if isGathered, outer == 0 { sides[0].mark(section: number, folios, order, page) }
      leaves.append(Leaf(section: number, sides: sides))
      outer += half
    }
    return leaves
  }

  private func stacks() -> [Leaf] {
    let cells = order.columns * order.rows
    let perLeaf = order.isDuplex ? 2 : 1
    let sheets = sequence.count / (cells * perLeaf)
    return (0..<sheets).map { sheet in
      let front = (0..<cells).map { ($0 * sheets + sheet) * perLeaf }
      guard order.isDuplex else {
        return Leaf(section: 1, sides: [Block(grid: order, page: page, folios: front, self)])
      }
      // The back is seen turned left over right: columns change places.
      let back = (0..<cells).map { cell in
        let mirrored =
          cell / order.columns * order.columns + order.columns - 1 - cell % order.columns
        return front[mirrored] + 1
      }
      return Leaf(
        section: 1,
        sides: [front, back].map { Block(grid: order, page: page, folios: $0, self) })
    }
  }

  // MARK: Sides

  /// What a block takes of the sheet: twice as much where one form prints both sides.
  private func needed(_ block: Size) -> Size {
    var needed = block
    if order.turning == .workAndTurn { needed.width = (block.width + order.bleed * 2) * 2 }
    if order.turning == .workAndTumble { needed.height = (block.height + order.bleed * 2) * 2 }
    return needed
  }

  /// How the sheet lies so that the least margin is greatest; nil where nothing fits.
  private func lying(_ block: Size) -> Size? {
    let needed = needed(block)
    let ways = [
      order.sheet, Size(width: order.sheet.height, height: order.sheet.width),
    ]
    func margin(_ sheet: Size) -> Length {
      min(sheet.width - needed.width, sheet.height - needed.height)
    }
    guard let best = ways.max(by: { margin($0) < margin($1) }), margin(best) >= .zero else {
      return nil
    }
    return best
  }

  private func sides(of leaf: Leaf, on sheet: Size) -> [PlannedSide] {
    switch order.turning {
    case .sheetwise:
      return leaf.sides.enumerated().map { index, block in
        block.placed(
          face: index == 0 ? .front : .back, in: Rect(sheet: sheet))
      }
    case .workAndTurn:
      let half = sheet.width / 2
      let left = leaf.sides[0].placed(
        face: .both, in: Rect(x: .zero, y: .zero, width: half, height: sheet.height))
      let right = leaf.sides[1].placed(
        face: .both,
        in: Rect(x: half, y: .zero, width: sheet.width - half, height: sheet.height))
      return [left.joined(right, cutAcross: half, cutDown: nil)]
    case .workAndTumble:
      let half = sheet.height / 2
      let upper = leaf.sides[0].placed(
        face: .both, in: Rect(x: .zero, y: .zero, width: sheet.width, height: half))
      let lower = leaf.sides[1].inverted().placed(
        face: .both,
        in: Rect(x: .zero, y: half, width: sheet.width, height: sheet.height - half))
      return [upper.joined(lower, cutAcross: nil, cutDown: half)]
    }
  }
}

extension Rect {
  init(sheet: Size) {
    self.init(x: .zero, y: .zero, width: sheet.width, height: sheet.height)
  }

  /// This rectangle elsewhere.
  func moved(_ x: Length, _ y: Length) -> Rect {
    Rect(x: self.x + x, y: self.y + y, width: width, height: height)
  }
}

extension PlannedSide {
  /// Two halves of one form.
  fileprivate func joined(
    _ other: PlannedSide, cutAcross: Length?, cutDown: Length?
  ) -> PlannedSide {
    func merged(_ a: [Length], _ b: [Length], _ c: Length?) -> [Length] {
      var all = (a + b + (c.map { [$0] } ?? [])).sorted()
      var last: Length?
      all.removeAll { length in
        defer { last = length }
        return last == length
      }
      return all
    }
    var side = self
    side.trim = trim.union(other.trim)
    side.cells += other.cells
    side.foldsAcross = merged(foldsAcross, other.foldsAcross, nil)
    side.foldsDown = merged(foldsDown, other.foldsDown, nil)
    side.cutsAcross = merged(cutsAcross, other.cutsAcross, cutAcross)
    side.cutsDown = merged(cutsDown, other.cutsDown, cutDown)
    return side
  }
}
