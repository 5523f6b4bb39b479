package import Core
package import Display
package import Fonts
package import Style
package import Typesetting

/// What a cover that lies flat is made of.
package struct CoverOrder: Sendable {
  /// The width of the spine; nothing where there is none.
  package var spine: Length
  /// Whether the spine is thick enough for words.
  package var carriesWords: Bool
  /// How far words keep from the folds.
  package var safety: Length
  /// The title on the spine.
  package var title: String
  /// The period that goes with it; empty where the book has none.
  package var period: String
  /// The language of both.
  package var language: Language

  /// Makes an order.
  package init(
    spine: Length, carriesWords: Bool, safety: Length, title: String, period: String,
    language: Language
  ) {
    self.spine = spine
    self.carriesWords = carriesWords
    self.safety = safety
    self.title = title
    self.period = period
    self.language = language
  }
}

/// What became of the words of a spine.
package enum SpineWords: Sendable, Hashable {
  /// They stand there, in letters so large.
  case set(size: Length)
  /// The spine is too thin for words, or the design has none.
  case none
  /// They are too long or too large for the spine.
  case tooLong
}

/// A cover that lies flat: back, spine and front side by side.
package struct CoverSheet: Sendable {
  /// The outer side.
  package var outside: Page
  /// The inner side, where anything stands on it.
  package var inside: Page?
  /// What became of the words of the spine.
  package var words: SpineWords
}

/// Lays the pages of a cover side by side as its printer gets them, one trimmed area without gaps.
///
/// Fields of one colour that meet at a fold become one, so that nothing shows where the fold moves.
///
/// - Parameters:
///   - front: the front cover, a recto.
///   - back: the back cover, a verso.
///   - insides: what stands inside the front and the back cover.
package func coverSheet(
  front: Page, back: Page, insides: (front: Page?, back: Page?), _ order: CoverOrder,
  design: DesignBook, fonts: FontBook, hyphenation: HyphenationBook
) -> CoverSheet {
  let width = front.trim.width
  let fore = width + order.spine
  func flat() -> Page {
    Page(
      trim: Size(width: fore + width, height: front.trim.height), bleed: front.bleed)
  }
  /// As far as the marks of a leaf may reach: into the bleed, but not over the fold.
  func reach(isLeft: Bool) -> Rect {
    Rect(
      x: isLeft ? -front.bleed : fore, y: -front.bleed, width: width + front.bleed,
      height: front.trim.height + front.bleed * 2)
  }
  var outside = flat()
  let leaves = [(back, Length.zero, reach(isLeft: true)), (front, fore, reach(isLeft: false))]
  var fields = leaves.flatMap { page, left, reach in
    page.backgrounds.compactMap { field -> Background? in
      let area = Rect(
        x: field.area.x + left, y: field.area.y, width: field.area.width,
        height: field.area.height)
      return area.common(with: reach).map { Background(area: $0, colour: field.colour) }
    }
  }
  var words = SpineWords.none
  var spine: SpineSetter?
  if let style = design.spine, order.spine > .zero {
    fields += style.fields.map { field in
      let top = field.y <= .zero ? -front.bleed : field.y
      let end = field.y + field.height
      let bottom = end >= front.trim.height ? front.trim.height + front.bleed : end
      return Background(
        area: Rect(x: width, y: top, width: order.spine, height: bottom - top),
        colour: field.colour)
    }
    spine = SpineSetter(style: style, order: order, height: front.trim.height, left: width)
  }
  outside.paint(for: .artifact(.background)) { brush in
    for field in joined(fields) { brush.fill(field.area, field.colour) }
  }
  for (page, left, reach) in leaves {
    outside.add(page, at: left, within: reach, fields: false)
  }
  if let spine, order.carriesWords {
    var typesetter = Typesetter(
      fonts: fonts, hyphenation: hyphenation, protrusion: design.protrusion)
    words = spine.set(on: &outside, design, &typesetter)
  }
  var inside: Page?
  if [insides.front, insides.back].contains(where: { $0?.ops.isEmpty == false }) {
    var page = flat()
    if let front = insides.front { page.add(front, at: .zero, within: reach(isLeft: true)) }
    if let back = insides.back { page.add(back, at: fore, within: reach(isLeft: false)) }
    inside = page
  }
  return CoverSheet(outside: outside, inside: inside, words: words)
}

/// Fields of one height and colour that meet, as one. What is painted later stays above.
private func joined(_ fields: [Background]) -> [Background] {
  var joined: [Background] = []
  for field in fields {
    let neighbours = joined.indices.filter { index in
      let other = joined[index]
      return other.colour == field.colour && other.area.y == field.area.y
        && other.area.height == field.area.height
        && (other.area.maxX == field.area.x || other.area.x == field.area.maxX)
    }
    guard let first = neighbours.first else {
      joined.append(field)
      continue
    }
    for index in neighbours.reversed() {
      joined[first].area = joined[first].area.union(joined[index].area).union(field.area)
      if index != first { joined.remove(at: index) }
    }
  }
  return joined
}

/// Sets the words of a spine.
private struct SpineSetter {
  let style: SpineStyle
  let order: CoverOrder
  /// The trimmed height.
  let height: Length
  /// The left fold.
  let left: Length

  /// How far letters reach from their baseline, in hundredths of their size: capitals with their
  /// accents above, descenders below. Their middle is what stands in the middle of the spine.
  private static let (above, below): (Int64, Int64) = (76, 22)

  /// Sets title and period in the largest style that fits; too long words are left out.
  func set(
    on page: inout Page, _ design: DesignBook, _ typesetter: inout Typesetter
  ) -> SpineWords {
    let room = height - style.head - style.foot
    let depth = order.spine - order.safety * 2
    for (title, period) in zip(style.titles, style.periods) {
      let size = design.paragraphs[title].text.size
      guard size.scaled(by: SpineSetter.above + SpineSetter.below, over: 100) <= depth else {
        continue
      }
      var parts: [TypesetParagraph] = []
      var length = Length.zero
      for (words, number) in [(order.title, title), (order.period, period)] where !words.isEmpty {
        let paragraph = typesetter.artifactLine(
          Array(words.utf8), design.paragraphs[number], width: room, language: order.language)
        if !parts.isEmpty { length += size }
        length += paragraph.lines.reduce(.zero) { $0 + $1.width }
        parts.append(paragraph)
      }
      guard length <= room, parts.allSatisfy({ $0.lines.count == 1 }) else { continue }
      paint(parts, size: size, length: length, room: room, on: &page)
      return .set(size: size)
    }
    return .tooLong
  }

  private func paint(
    _ parts: [TypesetParagraph], size: Length, length: Length, room: Length, on page: inout Page
  ) {
    let spare = room - length
    // From the head to the nearer end of the words.
    let white: Length =
      switch style.stand {
      case .head: .zero
      case .centre: spare / 2
      case .foot: spare
      }
    let rise = size.scaled(by: (SpineSetter.above - SpineSetter.below) / 2, over: 100)
    let middle = left + order.spine / 2
    let top = style.head + white
    switch style.direction {
    case .up:
      var y = top + length
      for part in parts {
        guard let line = part.lines.first else { continue }
        page.paint(
          line, of: part, at: Point(x: middle + rise, y: y), as: .layout, rises: true)
        y -= line.width + size
      }
    case .down:
      page.turned(about: Point(x: middle, y: top), headTo: .right) { page in
        var x = Length.zero
        for part in parts {
          guard let line = part.lines.first else { continue }
          page.paint(line, of: part, at: Point(x: x, y: rise), as: .layout)
          x += line.width + size
        }
      }
    }
  }
}
