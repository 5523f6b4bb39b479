package import Core

/// Where a block stands across the page.
package enum Placement: String, Sendable, Hashable, CaseIterable {
  /// In the text column.
  case text
  /// Over text column, gutter and margin column.
  case full
  /// In the margin column, beside what follows.
  case margin
}

/// How a label (number, bullet, code) stands to its text.
package enum LabelPlacement: String, Sendable, Hashable, CaseIterable {
  /// In the line, followed by a space.
  case inline
  /// Hanging in the indent.
  case hanging
  /// In the margin column, on the same baseline.
  case margin
  /// On a line of its own above.
  case above
}

/// How a text-holding node is set.
package struct ParagraphStyle: Sendable, Hashable {
  /// The name in the design.
  package var name: String
  /// Its characters.
  package var text: TextStyle
  /// The distance of baselines.
  package var leading: Length
  /// How lines align.
  package var alignment: Alignment
  /// Indents of all lines.
  package var indentLeft: Length
  /// Indents of all lines.
  package var indentRight: Length
  /// Further indent of the first line, when a paragraph of the same style precedes.
  package var firstIndent: Length
  /// White above; the greater of neighbours counts.
  package var spaceBefore: Length
  /// White below.
  package var spaceAfter: Length
  /// Whether it must not end a page.
  package var keepWithNext: Bool
  /// How much of what follows should stand on its page too: a heading low on a page looks lost.
  package var keepAfter: Length = .zero
  /// How much white may be added below it, in whole lines, so that its page ends at the foot.
  package var stretchAfter: Length = .zero
  /// Whether it must not be split.
  package var keepTogether: Bool
  /// The least number of lines at a page's foot.
  package var orphans: Int
  /// The least number of lines at a page's head.
  package var widows: Int
  /// Whether words may be hyphenated.
  package var hyphenate: Bool
  /// The parameters of line breaking.
  package var breaking: BreakParameters
  /// Whether its first baseline is moved onto the grid.
  package var snapToGrid: Bool
  /// Whether it is moved down so that a line of text after it stands on the grid: a heading whose
  /// leading is not the text's keeps its distance to its text.
  package var snapsNext = false
  /// Where it stands across the page.
  package var placement: Placement
  /// How many columns it takes where it stands in some.
  package var span: ColumnSpan = .automatic
  /// Where its label stands.
  package var label: LabelPlacement
  /// How a label is set; the paragraph's own characters where nil.
  package var labelStyle: TextStyle?
  /// A rule above, as wide as the placement.
  package var ruleAbove: Rule?
  /// A rule below.
  package var ruleBelow: Rule?
  /// The distance from a label's baseline to the text's where it stands above; the paragraph's
  /// own leading where nil.
  package var labelLeading: Length?
  /// The fixed field it stands in; nil leaves it in the flow.
  package var frame: Frame?
  /// The colour it is meant to stand on, for contrast.
  package var ground: Colour
  /// Makes a style.
  package init(
    name: String, text: TextStyle, leading: Length, alignment: Alignment, indentLeft: Length,
    indentRight: Length, firstIndent: Length, spaceBefore: Length, spaceAfter: Length,
    keepWithNext: Bool, keepTogether: Bool, orphans: Int, widows: Int, hyphenate: Bool,
    breaking: BreakParameters, snapToGrid: Bool, placement: Placement, label: LabelPlacement,
    labelStyle: TextStyle?, ruleAbove: Rule?, ruleBelow: Rule?, labelLeading: Length? = nil,
    frame: Frame? = nil, ground: Colour = .white
  ) {
    self.name = name
    self.text = text
    self.leading = leading
    self.alignment = alignment
    self.indentLeft = indentLeft
    self.indentRight = indentRight
    self.firstIndent = firstIndent
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.keepWithNext = keepWithNext
    self.keepTogether = keepTogether
    self.orphans = orphans
    self.widows = widows
    self.hyphenate = hyphenate
    self.breaking = breaking
    self.snapToGrid = snapToGrid
    self.placement = placement
    self.label = label
    self.labelStyle = labelStyle
    self.ruleAbove = ruleAbove
    self.ruleBelow = ruleBelow
    self.labelLeading = labelLeading
    self.frame = frame
    self.ground = ground
  }
}
