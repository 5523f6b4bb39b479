/// A place on a page: x to the right, y downward, from the top left corner of the trimmed page.
package struct Point: Sendable, Hashable {
  /// Distance to the right.
  package var x: Length
  /// Distance downward.
  package var y: Length
  /// Makes a place.
  @inlinable package init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
  /// The corner from which a page is measured.
  package static let zero = Point(x: .zero, y: .zero)
}

/// A width and a height.
package struct Size: Sendable, Hashable {
  /// Extent to the right.
  package var width: Length
  /// Extent downward.
  package var height: Length
  /// Makes a size.
  @inlinable package init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle; `x`, `y` is its top left corner.
package struct Rect: Sendable, Hashable {
  /// The left edge.
  package var x: Length
  /// The top edge.
  package var y: Length
  /// Extent to the right.
  package var width: Length
  /// Extent downward.
  package var height: Length
  /// Makes a rectangle.
  @inlinable package init(x: Length, y: Length, width: Length, height: Length) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
  /// The right edge.
  package var maxX: Length { x + width }
  /// The bottom edge.
  package var maxY: Length { y + height }

  /// The smallest rectangle that holds both.
  package func union(_ other: Rect) -> Rect {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rect(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// This rectangle grown by `distance` on all four sides.
  package func outset(by distance: Length) -> Rect {
    Rect(
      x: x - distance, y: y - distance, width: width + distance * 2, height: height + distance * 2)
  }
}
