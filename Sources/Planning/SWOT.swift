package import Core

/// The quadrants of a SWOT analysis, in the order of the matrix.
package enum Quadrant: String, Sendable, Hashable, CaseIterable {
  /// Silné stránky.
  case strengths
  /// Slabé stránky.
  case weaknesses
  /// Příležitosti.
  case opportunities
  /// Hrozby.
  case threats
}

/// A sentence in a quadrant.
package struct SWOTItem: Sendable, Equatable {
  /// Where it stands.
  package var quadrant: Quadrant
  /// What it says.
  package var text: Located<String>
  /// The points that the group gave it.
  package var points: Located<Int>?
  /// The measures and activities that answer it.
  package var links: [Located<Code>]
  /// Why nothing in the plan answers it, where that is meant.
  package var unanswered: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    quadrant: Quadrant, text: Located<String>, points: Located<Int>?, links: [Located<Code>],
    at: SourceSpan
  ) {
    self.quadrant = quadrant
    self.text = text
    self.points = points
    self.links = links
    self.at = at
  }
}

/// A SWOT analysis of one group.
package struct SWOT: Sendable, Equatable {
  /// The identifier of the group that made it.
  package var group: Located<String>
  /// What it is about: „Senioři“.
  package var name: Located<String>
  /// The items, quadrant by quadrant.
  package var items: [SWOTItem]
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(group: Located<String>, name: Located<String>, items: [SWOTItem], at: SourceSpan) {
    self.group = group
    self.name = name
    self.items = items
    self.at = at
  }
}

extension SWOT {
  /// The items of a quadrant, in the order of the file.
  package func items(_ quadrant: Quadrant) -> [SWOTItem] {
    items.filter { $0.quadrant == quadrant }
  }
}
