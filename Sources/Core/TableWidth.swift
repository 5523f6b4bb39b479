/// How wide the author of a table wants it to stand.
package enum TableWidth: String, Sendable, Hashable, CaseIterable {
  /// Nothing is asked for: the design and the content decide.
  case automatic
  /// As wide as the text.
  case column
  /// Over all columns of the page.
  case full
  /// On a page of its own, turned.
  case landscape
  /// Over all columns of the page, in parts that each repeat the columns which name the rows.
  case parts
}

/// Where the foot rows of a table stand that goes on over pages, as its author wants it.
package enum TableFootPlace: String, Sendable, Hashable, CaseIterable {
  /// As the design has it.
  case automatic
  /// On each page.
  case everyPage
  /// Once, where the table ends.
  case end
}
