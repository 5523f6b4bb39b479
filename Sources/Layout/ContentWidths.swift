import Core

/// How narrow and how wide contents can be: the widest word, and all in one line.
struct ContentWidths: Sendable, Hashable {
  var minimal: Length
  var natural: Length
  /// The widest part of a number before its decimal comma or unit, and from there on.
  var integer = Length.zero
  var tail = Length.zero
  static let zero = ContentWidths(minimal: .zero, natural: .zero)

  mutating func widen(to other: ContentWidths) {
    minimal = max(minimal, other.minimal)
    natural = max(natural, other.natural)
    integer = max(integer, other.integer)
    tail = max(tail, other.tail)
  }

  func inset(by inset: Length) -> ContentWidths {
    guard inset != Length.max else { return self }
    return ContentWidths(
      minimal: minimal.adding(inset), natural: natural.adding(inset), integer: integer, tail: tail)
  }
}
