package import Core
package import Fonts
import PDFSyntax

/// Carries out a plan: the imposed file, each page of the source a form on its sheet.
///
/// The result depends on the file, the plan, the face and the words alone.
///
/// - Parameters:
///   - face: the face of the labels in the slug; nil leaves them out.
///   - name: the file's name for the labels.
///   - tongue: the language of the labels.
/// - Throws: K06 for pages whose content cannot be read.
package func writeSheets(
  of file: PressFile, by plan: ImpositionPlan, face: FontFace?, name: String, tongue: Tongue
) throws(Rejected) -> Outcome<[UInt8]> {
  var drafts: [SheetDraft] = []
  for sheet in plan.sheets {
    for side in sheet.sides {
      var draft = SheetDraft(
        size: plan.sheet, trim: box(side.trim, on: plan.sheet),
        bleed: box(side.trim.outset(by: plan.order.bleed), on: plan.sheet))
      // Bleed may reach over the paper's edge, a box may not.
      draft.bleed = draft.bleed.intersection(
        PageBox(0, 0, plan.sheet.width.points, plan.sheet.height.points))
      for cell in side.cells {
        guard let page = cell.page else { continue }
        draft.placements.append(placement(of: page - 1, in: cell, file, plan))
      }
      draft.marks = SheetMarks(side, of: plan)
      draft.label = plan.label(of: side, sheet, name: name, tongue)
      draft.cells = side.cells
      drafts.append(draft)
    }
  }
  let bytes = try SheetFile(
    file: file, sheets: drafts, face: face, keepsStandard: true,
    creep: plan.greatestCreep.points
  ).bytes()
  return Outcome(bytes, warnings: leftBehind(file))
}

/// What pages have that no sheet can carry.
private func leftBehind(_ file: PressFile) -> [Diagnostic] {
  var warnings: [Diagnostic] = []
  var pages: [Int] = []
  for (index, page) in file.pages.enumerated() {
    let annotations = (try? file.reader.resolved(page.found.entries["Annots"]))?.array ?? []
    // Links draw nothing; what draws something would be missing on the sheet.
    let draws = annotations.prefix(1_000).contains { annotation in
      let entries = (try? file.reader.resolved(annotation))?.dictionary
      return entries?["Subtype"].name != "Link" && entries?["Subtype"].name != "Popup"
        && entries?["AP"] != .null && entries != nil
    }
    if draws { pages.append(index + 1) }
  }
  if !pages.isEmpty { warnings.append(.annotationsLeft(pages)) }
  if file.standard == nil || !file.claims.isEmpty || !file.isOurs {
    warnings.append(.standardOfSheets(file))
  }
  return warnings
}

/// A rectangle of the plan in PDF's space.
func box(_ rect: Rect, on sheet: Size) -> PageBox {
  PageBox(
    rect.x.points, (sheet.height - rect.maxY).points, rect.maxX.points,
    (sheet.height - rect.y).points)
}

/// Puts a page into its cell: turned as it is shown and as the cell asks, in the middle, then pushed
/// against creep.
func placement(
  of index: Int, in cell: PlannedCell, _ file: PressFile, _ plan: ImpositionPlan
) -> Placement {
  let page = file.pages[index]
  let target = box(cell.trim, on: plan.sheet)
  let clip = box(cell.clip, on: plan.sheet)
  return Placement(
    page: index, clip: clip,
    transform: transform(
      page, trim: page.trim, turn: page.turn.then(cell.isInverted ? .half : .none), to: target,
      push: cell.creep.points))
}

/// From a page's space to a rectangle that its trimmed area fills, or in whose middle it stands.
func transform(
  _ page: PressPage, trim: PageBox, turn: QuarterTurn, to target: PageBox, push: Double
) -> Transform {
  let width = trim.width * page.unit
  let height = trim.height * page.unit
  let shown = turn.swapsSides ? (width: height, height: width) : (width: width, height: height)
  return Transform(1, 0, 0, 1, -trim.left, -trim.bottom)
    .then(Transform(page.unit, 0, 0, page.unit, 0, 0))
    .then(turn.transform(width: width, height: height))
    .then(
      Transform(
        1, 0, 0, 1, target.left + (target.width - shown.width) / 2 + push,
        target.bottom + (target.height - shown.height) / 2))
}
