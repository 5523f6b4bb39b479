import Core
import Display
import Manuscript
import Style

/// Dots on a map, scaled into a field: each dot's area stands for its weight.
struct PointPattern {
  let artwork: Artwork
  /// What the map's extent is scaled to.
  let field: Rect
  /// Beyond which nothing is drawn; further than the field where it runs into the bleed.
  let limits: Rect
  /// Whether the map fills the field and is cropped, or fits into it.
  let isCropped: Bool

  /// The outlines of all dots, largest first, so that small ones stay visible.
  ///
  /// East is shortened by the cosine of the mid latitude, by its series: no floating point.
  func outlines() -> [PathStep] {
    guard case .points(let points) = artwork, !points.isEmpty else { return [] }
    var west = points[0].east
    var east = points[0].east
    var south = points[0].north
    var north = points[0].north
    var heaviest: Int32 = 1
    for point in points {
      west = min(west, point.east)
      east = max(east, point.east)
      south = min(south, point.north)
      north = max(north, point.north)
      heaviest = max(heaviest, point.weight)
    }
    let shrink = PointPattern.cosine(ofMicroDegrees: (Int64(south) + Int64(north)) / 2)
    let wide = max((Int64(east) - Int64(west)) * shrink / 1_000_000, 1)
    let tall = max(Int64(north) - Int64(south), 1)
    // The greatest dot's radius, as a part of the shorter side; room for it at the edges unless
    // the map is cropped.
    let shorter = Int64(min(field.width, field.height).sp)
    let greatest = shorter / (isCropped ? 7 : 16)
    let room = (
      width: max(Int64(field.width.sp) - (isCropped ? 0 : greatest * 2), 1),
      height: max(Int64(field.height.sp) - (isCropped ? 0 : greatest * 2), 1)
    )
    // Scale = numerator / denominator, the same both ways.
    let widthFirst = room.width * tall < room.height * wide
    let fitsWidth = isCropped ? !widthFirst : widthFirst
    let (numerator, denominator) = fitsWidth ? (room.width, wide) : (room.height, tall)
    let centre = (
      x: Int64(field.x.sp) + Int64(field.width.sp) / 2,
      y: Int64(field.y.sp) + Int64(field.height.sp) / 2
    )
    let order = points.indices.sorted {
      (points[$1].weight, $0) < (points[$0].weight, $1)
    }
    var steps: [PathStep] = []
    for number in order {
      let point = points[number]
      let dx = (Int64(point.east) - Int64(west)) * shrink / 1_000_000 - wide / 2
      let dy = tall / 2 - (Int64(point.north) - Int64(south))
      let root = PointPattern.squareRoot(Int64(max(point.weight, 1)) * 1_000_000 / Int64(heaviest))
      let radius = Length(clamping: max(greatest * root / 1_000, greatest / 14))
      let middle = Point(
        x: Length(clamping: centre.x + dx * numerator / denominator),
        y: Length(clamping: centre.y + dy * numerator / denominator))
      guard middle.x - radius >= limits.x, middle.x + radius <= limits.maxX,
        middle.y - radius >= limits.y, middle.y + radius <= limits.maxY
      else { continue }
      PointPattern.circle(around: middle, radius, to: &steps)
    }
    return steps
  }

  /// A circle of four curves. *Source:* the usual constant 0.5523, in ten-thousandths.
  static func circle(around m: Point, _ r: Length, to steps: inout [PathStep]) {
    let k = r.scaled(by: 5_523, over: 10_000)
    func at(_ x: Length, _ y: Length) -> Point { Point(x: m.x + x, y: m.y + y) }
    steps.append(.move(at(r, .zero)))
    steps.append(.curve(at(r, k), at(k, r), at(.zero, r)))
    steps.append(.curve(at(-k, r), at(-r, k), at(-r, .zero)))
    steps.append(.curve(at(-r, -k), at(-k, -r), at(.zero, -r)))
    steps.append(.curve(at(k, -r), at(r, -k), at(r, .zero)))
    steps.append(.close)
  }

  /// The integer square root.
  static func squareRoot(_ value: Int64) -> Int64 {
    var low: Int64 = 0
    var high: Int64 = 3_037_000_499
    while low < high {
      let middle = (low + high + 1) / 2
      if middle <= value / max(middle, 1) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The cosine in millionths, by its Taylor series to the eighth power.
  static func cosine(ofMicroDegrees angle: Int64) -> Int64 {
    let radians = angle * 31_415_927 / 1_800_000_000  // millionths of a radian
    let square = radians * radians / 1_000_000
    let fourth = square * square / 1_000_000
    let sixth = fourth * square / 1_000_000
    let eighth = sixth * square / 1_000_000
    return 1_000_000 - square / 2 + fourth / 24 - sixth / 720 + eighth / 40_320
  }
}
