package import Core

/// Plans where each page of a file goes.
///
/// - Throws: K10…K12, K15.
package func planImposition(
  of file: PressFile, _ order: ImpositionOrder
) throws(Rejected) -> Outcome<ImpositionPlan> {
  let page = usualSize(of: file.pages)
  var warnings: [Diagnostic] = []
  var errors: [Diagnostic] = []
  let tolerance = Length.microMetres(500)
  var odd: [Int] = []
  var tooLarge: [Int] = []
  for (index, found) in file.pages.enumerated() {
    let size = found.size
    if size.width > page.width + tolerance || size.height > page.height + tolerance {
      tooLarge.append(index + 1)
    } else if size.width + tolerance < page.width || size.height + tolerance < page.height {
      odd.append(index + 1)
    }
  }
  if !tooLarge.isEmpty { errors.append(.pagesTooLarge(tooLarge, page)) }
  if !odd.isEmpty { warnings.append(.pagesDiffer(odd, page)) }
  guard errors.isEmpty else { throw Rejected(errors + warnings) }
  let plan = try Imposer(order, page: page, pages: file.pages.count).plan(
    pages: file.pages.count)
  // Whoever declares white margins has no bleed to lose.
  if order.bleed > .zero {
    let kept = min(order.keptBleed, order.bleed)
    let sides = plan.sides(where: { $0 > .zero && order.bleed - $0 < kept })
    if !sides.isEmpty { warnings.append(.creepIntoBleed(plan, sides)) }
  }
  let margin = MarkGeometry.margin(of: plan)
  if order.hasMarks, margin < MarkGeometry.start(plan) + MarkGeometry.least {
    warnings.append(.noRoomForMarks(plan))
  }
  // Whoever prints to the edge of the paper has no bleed to check.
  if order.bleed > .zero {
    let wanted = order.bleed.points - 0.1
    let short = file.pages.indices.filter { index in
      let page = file.pages[index]
      return !page.bleed.holds(page.trim.outset(by: wanted / page.unit))
    }
    if !short.isEmpty { warnings.append(.bleedMissing(short.map { $0 + 1 }, order)) }
  }
  return Outcome(plan, warnings: warnings)
}

/// The size that most pages have; of equals the earlier one.
func usualSize(of pages: [PressPage]) -> Size {
  var sizes: [(size: Size, count: Int)] = []
  let tolerance = Length.microMetres(500).sp
  for page in pages {
    let size = page.size
    let known = sizes.firstIndex { other in
      abs(other.size.width.sp - size.width.sp) <= tolerance
        && abs(other.size.height.sp - size.height.sp) <= tolerance
    }
    if let known {
      sizes[known].count += 1
    } else if sizes.count < 64 {
      sizes.append((size, 1))
    }
  }
  var best = sizes[0]
  for other in sizes where other.count > best.count { best = other }
  return best.size
}
