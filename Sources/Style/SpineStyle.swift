package import Core

/// How the spine of a cover looks: fields of colour that go around it, and one line of words.
package struct SpineStyle: Sendable, Hashable {
  /// A field across the whole spine.
  package struct Field: Sendable, Hashable {
    /// Its upper edge, from the trimmed head; one at the head or foot runs into the bleed.
    package var y: Length
    /// How tall it is.
    package var height: Length
    /// Its colour.
    package var colour: Colour

    /// Makes a field.
    package init(y: Length, height: Length, colour: Colour) {
      self.y = y
      self.height = height
      self.colour = colour
    }
  }
  /// Which way its words run.
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    /// From the foot upwards, as spines of Czech books are read.
    case up
    /// From the head downwards.
    case down
  }
  /// The fields.
  package var fields: [Field]
  /// Paragraph styles of the title, the largest first: the first that fits is taken.
  package var titles: [Int]
  /// Paragraph styles of the period that goes with each of them.
  package var periods: [Int]
  /// Which way words run.
  package var direction: Direction
  /// The end of the words nearest the head keeps so far from it.
  package var head: Length
  /// The end nearest the foot keeps so far from it.
  package var foot: Length
  /// Where words stand in between.
  package var stand: Stand

  /// Makes a spine.
  package init(
    fields: [Field], titles: [Int], periods: [Int], direction: Direction, head: Length,
    foot: Length, stand: Stand
  ) {
    self.fields = fields
    self.titles = titles
    self.periods = periods
    self.direction = direction
    self.head = head
    self.foot = foot
    self.stand = stand
  }
}
