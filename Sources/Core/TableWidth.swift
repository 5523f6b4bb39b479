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
