package import Core

/// Where a design states what pages are painted with, so that a fault that is found on a page leads
/// back to the line that caused it.
package struct DesignPlaces: Sendable, Equatable {
  /// A colour of the palette.
  package struct Ink: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// The colour.
    package var colour: Colour
    /// Where its inks stand.
    package var at: SourceSpan
  }
  /// A line: a rule, a frame, a branch.
  package struct Line: Sendable, Equatable {
    /// How thick it is.
    package var width: Length
    /// Its colour.
    package var colour: Colour
    /// Where its width stands.
    package var at: SourceSpan
  }
  /// A coloured field of a page master.
  package struct Field: Sendable, Equatable {
    /// The field as it stands there.
    package var area: Rect
    /// Its colour.
    package var colour: Colour
    /// Where it stands.
    package var at: SourceSpan
  }

  /// The head of the file.
  package var head: SourceSpan?
  /// The page's size, or the page.
  package var size: SourceSpan?
  /// The page's bleed, or the page where it has none.
  package var bleed: SourceSpan?
  /// The palette.
  package var inks: [Ink] = []
  /// The lines, each place once.
  package private(set) var lines: [Line] = []
  /// The fields of masters.
  package var fields: [Field] = []

  /// Knows nothing.
  package init() {}

  /// Adds a line; what several styles inherit stands in one place.
  mutating func add(_ line: Line) {
    if !lines.contains(line) { lines.append(line) }
  }
}
