package import Core

/// A sign that a design draws: a filled outline in a square field.
package struct Pictogram: Sendable, Hashable {
  /// A step of the outline; places count from the top left corner of the field, in thousandths of
  /// its side.
  package enum Step: Sendable, Hashable {
    case move(x: Int32, y: Int32)
    case line(x: Int32, y: Int32)
    case curve(x1: Int32, y1: Int32, x2: Int32, y2: Int32, x: Int32, y: Int32)
    case close
  }
  /// The look of the nodes that it draws: `wheelchair`.
  package var name: String
  /// Its outline, filled by the nonzero winding rule.
  package var steps: [Step]
  /// Makes a sign.
  package init(name: String, steps: [Step]) {
    self.name = name
    self.steps = steps
  }
}

/// The tabs at the fore-edge by which a book opens at its divisions, one position for each.
package struct ThumbTabs: Sendable, Hashable {
  /// How far they reach into the page; outwards they bleed.
  package var depth: Length
  /// The top of the first, from the top of the trimmed page.
  package var top: Length
  /// From the top of one to the top of the next.
  package var pitch: Length
  /// How tall they are.
  package var height: Length
  /// Their colours in turn.
  package var colours: [Colour]
  /// The paragraph style of their words, which run upwards.
  package var style: Int
  /// Makes tabs.
  package init(
    depth: Length, top: Length, pitch: Length, height: Length, colours: [Colour], style: Int
  ) {
    self.depth = depth
    self.top = top
    self.pitch = pitch
    self.height = height
    self.colours = colours
    self.style = style
  }
}

/// Which thumb tabs a page shows.
package enum TabDisplay: String, Sendable, Hashable, CaseIterable {
  /// None.
  case none
  /// That of the division it belongs to.
  case own
  /// All, as a key to them.
  case all
}
