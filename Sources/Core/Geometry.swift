/// A place on a page: x to the right, y downward, from the top left corner of the trimmed page.
public struct Point: Sendable, Hashable {
  /// Distance to the right.
  public var x: Length
  /// Distance downward.
  public var y: Length
  /// Makes a place.
  @inlinable public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
  /// The corner from which a page is measured.
  @inlinable public static var zero: Point { Point(x: .zero, y: .zero) }
}

/// A width and a height.
public struct Size: Sendable, Hashable {
  /// Extent to the right.
  public var width: Length
  /// Extent downward.
  public var height: Length
  /// Makes a size.
  @inlinable public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle; `x`, `y` is its top left corner.
public struct Rect: Sendable, Hashable {
  /// The left edge.
  public var x: Length
  /// The top edge.
  public var y: Length
  /// Extent to the right.
  public var width: Length
  /// Extent downward.
  public var height: Length
  /// Makes a rectangle.
  @inlinable public init(x: Length, y: Length, width: Length, height: Length) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
  /// The right edge.
  @inlinable public var maxX: Length { x + width }
  /// The bottom edge.
  @inlinable public var maxY: Length { y + height }

  /// The smallest rectangle that holds both.
  public func union(_ other: Rect) -> Rect {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rect(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// This rectangle grown by `distance` on all four sides.
  public func outset(by distance: Length) -> Rect {
    Rect(
      x: x - distance, y: y - distance, width: width + distance * 2, height: height + distance * 2)
  }
}
