import Core
import Display

extension PageList {
  /// The pages with the printer's bleed, where there is a printer that wants one.
  ///
  /// It is rounded up to whole points: programs that round boxes to pixels then never cut into it.
  func bleeding(as press: PressDemands?) -> PageList {
    guard let least = press?.bleed else { return self }
    let wanted = Length.pt((Int(least.sp) + 65_535) / 65_536)
    var list = self
    list.pages = pages.map { $0.bleeding(to: wanted) }
    return list
  }
}

extension Page {
  /// The page with a bleed as wide as the printer wants: what reaches the design's bleed is drawn out
  /// to it, and nothing else moves.
  ///
  /// Areas and outlines grow by what lies on the edge; pictures cannot grow, and turned marks stand
  /// inside the page.
  func bleeding(to wanted: Length) -> Page {
    guard wanted > bleed else {
      var page = self
      page.bleed = wanted
      return page
    }
    let edges = BleedEdges(page: self, wanted: wanted)
    var page = self
    for (number, op) in ops.enumerated() {
      if turn?.ops.contains(UInt32(number)) == true { continue }
      switch op {
      case .fill(let rect, let colour): page.ops[number] = .fill(edges.drawnOut(rect), colour)
      case .path(let range, .fill):
        for step in Int(range.lowerBound)..<Int(range.upperBound) {
          page.path[step] = edges.drawnOut(path[step])
        }
      case .path, .glyphs, .image: break
      }
    }
    page.bleed = wanted
    return page
  }
}

/// The edges of a page's bleed, as the design and as the printer has them.
private struct BleedEdges {
  let own: Rect
  let wanted: Rect

  init(page: Page, wanted: Length) {
    let trim = Rect(
      x: .zero, y: .zero, width: page.trim.width, height: page.trim.height)
    own = trim.outset(by: page.bleed)
    self.wanted = trim.outset(by: wanted)
  }

  func drawnOut(_ rect: Rect) -> Rect {
    let left = across(rect.x)
    let top = down(rect.y)
    return Rect(
      x: left, y: top, width: across(rect.maxX) - left, height: down(rect.maxY) - top)
  }

  func drawnOut(_ step: PathStep) -> PathStep {
    switch step {
    case .move(let to): .move(drawnOut(to))
    case .line(let to): .line(drawnOut(to))
    case .curve(let first, let second, let to):
      .curve(drawnOut(first), drawnOut(second), drawnOut(to))
    case .close: .close
    }
  }

  private func drawnOut(_ point: Point) -> Point { Point(x: across(point.x), y: down(point.y)) }

  private func across(_ x: Length) -> Length {
    x <= own.x ? min(x, wanted.x) : x >= own.maxX ? max(x, wanted.maxX) : x
  }

  private func down(_ y: Length) -> Length {
    y <= own.y ? min(y, wanted.y) : y >= own.maxY ? max(y, wanted.maxY) : y
  }
}
