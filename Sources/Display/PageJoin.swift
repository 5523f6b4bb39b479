package import Core

extension Page {
  /// Adds the marks of another page, moved, and cut where they are fields or pictures; letters and
  /// outlines stay whole. Links are left behind, and so are turned stretches.
  ///
  /// - Parameters:
  ///   - other: the page whose marks are taken.
  ///   - left: where its left edge comes to stand.
  ///   - field: as far as its fields may reach on this page.
  ///   - fields: whether the fields behind everything are taken, too.
  package mutating func add(
    _ other: Page, at left: Length, within field: Rect, fields: Bool = true
  ) {
    let glyphBase = UInt32(glyphs.count)
    let textBase = UInt32(text.count)
    let pathBase = UInt32(path.count)
    text += other.text
    glyphs += other.glyphs.map { glyph in
      var glyph = glyph
      glyph.text += textBase
      return glyph
    }
    path += other.path.map { $0.moved(by: left) }
    func moved(_ rect: Rect) -> Rect {
      Rect(x: rect.x + left, y: rect.y, width: rect.width, height: rect.height)
    }
    for span in other.spans {
      let isField = span.owner == .artifact(.background)
      let start = UInt32(ops.count)
      for op in other.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        switch op {
        case .glyphs(var run):
          run.origin.x += left
          run.glyphs = run.glyphs.lowerBound + glyphBase..<run.glyphs.upperBound + glyphBase
          ops.append(.glyphs(run))
        case .fill where isField && !fields: continue
        case .fill(let rect, let colour):
          if let rect = moved(rect).common(with: field) { ops.append(.fill(rect, colour)) }
        case .path(let range, let paint):
          ops.append(.path(range.lowerBound + pathBase..<range.upperBound + pathBase, paint))
        case .image(let image, let whole, let visible):
          if let visible = moved(visible).common(with: field) {
            ops.append(.image(image, whole: moved(whole), visible: visible))
          }
        }
      }
      let end = UInt32(ops.count)
      if end > start { spans.append(OwnerSpan(ops: start..<end, owner: span.owner)) }
    }
  }

  /// The fields that are painted behind everything.
  package var backgrounds: [(area: Rect, colour: Colour)] {
    spans.filter { $0.owner == .artifact(.background) }.flatMap { span in
      ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)].compactMap { op in
        if case .fill(let rect, let colour) = op { return (rect, colour) }
        return nil
      }
    }
  }
}

extension PathStep {
  fileprivate func moved(by x: Length) -> PathStep {
    func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y) }
    return switch self {
    case .move(let point): .move(moved(point))
    case .line(let point): .line(moved(point))
    case .curve(let first, let second, let end):
      .curve(moved(first), moved(second), moved(end))
    case .close: .close
    }
  }
}

extension Rect {
  /// What two rectangles share; nil where that is nothing.
  package func common(with other: Rect) -> Rect? {
    let left = max(x, other.x)
    let top = max(y, other.y)
    let right = min(maxX, other.maxX)
    let bottom = min(maxY, other.maxY)
    guard left < right, top < bottom else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
