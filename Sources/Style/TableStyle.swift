package import Core

/// How a table is drawn.
package struct TableStyle: Sendable, Hashable {
  /// The name in the design.
  package var name: String
  /// White above and below the whole.
  package var spaceBefore: Length
  /// White below the whole.
  package var spaceAfter: Length
  /// Where it stands across the page.
  package var placement: Placement
  /// How many columns it takes where it stands in some.
  package var span: ColumnSpan = .automatic
  /// The rule above the head.
  package var ruleTop: Rule?
  /// The rule below the head.
  package var ruleHead: Rule?
  /// The rule between rows.
  package var ruleRow: Rule?
  /// The rule above the foot.
  package var ruleFoot: Rule?
  /// The rule at the end.
  package var ruleBottom: Rule?
  /// The tint of every second row.
  package var zebra: Colour?
  /// White between columns.
  package var columnGap: Length
  /// White above and below the text of a row.
  package var rowPadding: Length
  /// Whether the table takes all its width or only what its content needs.
  package var fillsWidth: Bool
  /// Whether it stands turned on pages of its own: a table wider than the page.
  package var landscape: Bool
  /// What a page break inside costs beyond the usual, where the whole would fit on a page.
  package var keepCost: Int32 = 0
  /// Whether the foot of a page on which it goes on says what its columns of numbers come to so far,
  /// and the head of the next page says it again; where the table has a row of totals.
  package var carries = false
  /// Whether the words above columns of numbers and signs run upwards, so that the columns are as
  /// narrow as what stands in them.
  package var rotatesHead = false
  /// Whether a label over several rows says overleaf that it goes on there.
  package var continuesLabels = false
  /// Whether its foot rows come back at the foot of each page on which it goes on.
  package var repeatsFoot = false
  /// Whether its rows are whole lines of the grid.
  package var isOnGrid = false
  /// How wide its columns are to be, where the table itself does not say; empty where the content
  /// decides.
  package var columns: [ColumnWidth] = []
  /// Makes a style.
  package init(
    name: String, spaceBefore: Length, spaceAfter: Length, placement: Placement, ruleTop: Rule?,
    ruleHead: Rule?, ruleRow: Rule?, ruleFoot: Rule?, ruleBottom: Rule?, zebra: Colour?,
    columnGap: Length, rowPadding: Length, fillsWidth: Bool,
    landscape: Bool = false
  ) {
    self.name = name
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.placement = placement
    self.ruleTop = ruleTop
    self.ruleHead = ruleHead
    self.ruleRow = ruleRow
    self.ruleFoot = ruleFoot
    self.ruleBottom = ruleBottom
    self.zebra = zebra
    self.columnGap = columnGap
    self.rowPadding = rowPadding
    self.fillsWidth = fillsWidth
    self.landscape = landscape
  }
}
