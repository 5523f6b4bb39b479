import Core

/// A value of a layout file that still knows its place.
struct LayoutNode {
  /// What stands there.
  enum Value {
    /// A word, number or sentence; `isQuoted` tells `"12"` from `12`.
    case scalar(String, isQuoted: Bool)
    /// Values in order.
    case list([LayoutNode])
    /// Named values in the order of the file.
    case map([LayoutEntry])
  }
  /// What stands there.
  var value: Value
  /// Where.
  var at: SourceSpan

  /// Whether nothing was written after the colon.
  var isEmpty: Bool {
    if case .scalar(let text, isQuoted: false) = value { return text.isEmpty || text == "~" }
    return false
  }
}

/// A named value of a layout file.
struct LayoutEntry {
  /// The name.
  var key: String
  /// Where the name stands.
  var keyAt: SourceSpan
  /// The value.
  var value: LayoutNode
}

/// The named values of one place of a layout file.
struct Fields {
  /// The entries in the order of the file.
  var entries: [LayoutEntry]
  /// The place of the whole.
  var at: SourceSpan
  /// The value of a name.
  subscript(_ key: String) -> LayoutNode? { entries.first { $0.key == key }?.value }
}
