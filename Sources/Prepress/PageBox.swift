package import Core

/// A rectangle in a page's own space: points from the lower left, as PDF measures.
///
/// Foreign files state decimals of any kind, so these are floating point; nothing but sums,
/// products and comparisons is done with them.
package struct PageBox: Sendable, Hashable {
  /// The left edge.
  package var left: Double
  /// The lower edge.
  package var bottom: Double
  /// The right edge.
  package var right: Double
  /// The upper edge.
  package var top: Double

  /// Makes a rectangle of two corners, whichever they are.
  package init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    left = min(x0, x1)
    bottom = min(y0, y1)
    right = max(x0, x1)
    top = max(y0, y1)
  }

  /// Extent to the right in points.
  package var width: Double { right - left }
  /// Extent upward in points.
  package var height: Double { top - bottom }
  /// Whether it has any area.
  package var isEmpty: Bool { !(width > 0 && height > 0) }

  /// What both cover; empty where they do not meet.
  package func intersection(_ other: PageBox) -> PageBox {
    let left = max(self.left, other.left)
    let bottom = max(self.bottom, other.bottom)
    return PageBox(
      left, bottom, max(left, min(right, other.right)), max(bottom, min(top, other.top)))
  }

  /// The smallest rectangle that holds both.
  package func union(_ other: PageBox) -> PageBox {
    PageBox(
      min(left, other.left), min(bottom, other.bottom), max(right, other.right),
      max(top, other.top))
  }

  /// This rectangle grown on all sides.
  package func outset(by distance: Double) -> PageBox {
    guard width + 2 * distance > 0, height + 2 * distance > 0 else {
      return PageBox(left, bottom, left, bottom)
    }
    return PageBox(left - distance, bottom - distance, right + distance, top + distance)
  }

  /// Whether another lies inside, a hundredth of a point aside.
  package func holds(_ other: PageBox) -> Bool {
    other.left >= left - 0.01 && other.bottom >= bottom - 0.01 && other.right <= right + 0.01
      && other.top <= top + 0.01
  }

  /// Whether both share some area.
  package func meets(_ other: PageBox) -> Bool {
    left < other.right && other.left < right && bottom < other.top && other.bottom < top
  }
}

/// The six numbers of a transformation, as content streams state them.
///
/// *Source:* ISO 32000-1 §8.3.3.
package struct Transform: Sendable, Hashable {
  /// The first row.
  package var a, b: Double
  /// The second row.
  package var c, d: Double
  /// The shift.
  package var e, f: Double

  /// Makes a transformation.
  package init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// What changes nothing.
  package static let identity = Transform(1, 0, 0, 1, 0, 0)

  /// This transformation first, then another.
  package func then(_ n: Transform) -> Transform {
    Transform(
      a * n.a + b * n.c, a * n.b + b * n.d, c * n.a + d * n.c, c * n.b + d * n.d,
      e * n.a + f * n.c + n.e, e * n.b + f * n.d + n.f)
  }

  /// Where a point goes.
  package func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// The upright rectangle around what a rectangle becomes.
  package func bounds(_ box: PageBox) -> PageBox {
    let first = point(box.left, box.bottom)
    var result = PageBox(first.x, first.y, first.x, first.y)
    for corner in [
      point(box.right, box.bottom), point(box.left, box.top), point(box.right, box.top),
    ] {
      result = result.union(PageBox(corner.x, corner.y, corner.x, corner.y))
    }
    return result
  }

  /// The smallest factor by which any length is scaled.
  package var leastScale: Double {
    let s = a * a + b * b + c * c + d * d
    let determinant = a * d - b * c
    let inner = max(0, s * s - 4 * determinant * determinant)
    return (max(0, (s - inner.squareRoot()) / 2)).squareRoot()
  }
}

/// How far something is turned, clockwise.
package enum QuarterTurn: Int, Sendable, Hashable, CaseIterable {
  /// Not at all.
  case none = 0
  /// A quarter to the right.
  case right = 90
  /// Head down.
  case half = 180
  /// A quarter to the left.
  case left = 270

  /// One turn after another.
  package func then(_ other: QuarterTurn) -> QuarterTurn {
    QuarterTurn(rawValue: (rawValue + other.rawValue) % 360) ?? .none
  }
  /// Whether width and height change places.
  package var swapsSides: Bool { self == .right || self == .left }

  /// Takes a box of that size, its corner at the origin, into the turned box with its corner there.
  package func transform(width: Double, height: Double) -> Transform {
    switch self {
    case .none: .identity
    case .right: Transform(0, -1, 1, 0, 0, width)
    case .half: Transform(-1, 0, 0, -1, width, height)
    case .left: Transform(0, 1, -1, 0, height, 0)
    }
  }
}

extension Length {
  /// The nearest length to a count of points.
  package init(points: Double) {
    self.init(clamping: Int64((Swift.min(Swift.max(points, -40_000), 40_000) * 65_536).rounded()))
  }
  /// The length in points.
  package var points: Double { Double(sp) / 65_536 }
  /// The length in millimetres, rounded to hundredths: `3.05`.
  package var millimetres: String { Millimetres.text(points: points) }
}

/// Prints millimetres.
package enum Millimetres {
  /// Points as millimetres with at most two decimals; a thickness with three.
  package static func text(points: Double, isThickness: Bool = false) -> String {
    let unit: UInt64 = isThickness ? 1_000 : 100
    let parts = Int64((points * 25.4 * Double(unit) / 72).rounded())
    let magnitude = parts.magnitude
    var text = (parts < 0 ? "-" : "") + String(magnitude / unit)
    var rest = magnitude % unit
    guard rest > 0 else { return text }
    var digits = isThickness ? 3 : 2
    while rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    let written = String(rest)
    text += "." + String(repeating: "0", count: digits - written.count) + written
    return text
  }

  /// The same with the decimal comma of Czech.
  package static func czech(points: Double) -> String {
    String(text(points: points).map { $0 == "." ? "," : $0 })
  }
}
