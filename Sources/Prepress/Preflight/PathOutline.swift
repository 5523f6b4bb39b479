/// A path in the page's space: straight pieces, the rectangle around it, how thin its boxes are.
struct PathOutline {
  private(set) var bounds: PageBox?
  /// The shorter sides of its rectangles and other four-sided pieces, and where these are.
  private(set) var thinnest: [(side: Double, box: PageBox)] = []
  /// The corners of all pieces, one after the other.
  private(set) var points: [SIMD2<Double>] = []
  /// Where each piece begins in `points`.
  private(set) var starts: [Int] = []
  /// Whether it has so many corners that only the rectangle around it is known.
  private(set) var isRough = false
  /// Whether it becomes a part of the clip when it is painted.
  var clips = false
  /// Whether that clip is told by even and odd crossings.
  var clipsEvenOdd = false
  /// Whether what lies inside is told by even and odd crossings.
  var isEvenOdd = false

  /// Whether the piece that was begun last is one of `re`, and whether it was ended.
  private var (isRectangle, isClosed) = (true, false)

  private static let limit = 50_000
  /// So many straight pieces stand for a curve.
  private static let steps = 8

  /// Whether it is one upright rectangle.
  var isBox: Bool {
    guard !isRough, starts.count == 1, let bounds, points.count == 4 || points.count == 5 else {
      return false
    }
    return points.allSatisfy { point in
      (point.x == bounds.left || point.x == bounds.right)
        && (point.y == bounds.bottom || point.y == bounds.top)
    }
  }

  mutating func move(_ x: Double, _ y: Double, _ transform: Transform) {
    close()
    // One of several pieces is a letter's or a drawing's.
    if !isRectangle { thinnest.removeAll() }
    (isRectangle, isClosed) = (false, false)
    starts.append(points.count)
    add(x, y, transform)
  }

  mutating func line(_ x: Double, _ y: Double, _ transform: Transform) {
    if starts.isEmpty { starts.append(points.count) }
    add(x, y, transform)
  }

  /// A curve by two control points and its end; the first point is the one before.
  mutating func curve(
    _ first: SIMD2<Double>, _ second: SIMD2<Double>, _ end: SIMD2<Double>, _ transform: Transform
  ) {
    func placed(_ point: SIMD2<Double>) -> SIMD2<Double> {
      let (x, y) = transform.point(point.x, point.y)
      return SIMD2(x, y)
    }
    if starts.isEmpty { starts.append(points.count) }
    let from = points.last ?? placed(first)
    let (a, b, c) = (placed(first), placed(second), placed(end))
    for step in 1...PathOutline.steps {
      let t = Double(step) / Double(PathOutline.steps)
      let s = 1 - t
      let near: SIMD2<Double> = from * (s * s * s) + a * (3 * s * s * t)
      let far: SIMD2<Double> = b * (3 * s * t * t) + c * (t * t * t)
      append(near + far)
    }
  }

  /// The last point, which `v` takes for a control point; it is already in the page's space.
  var last: SIMD2<Double>? { points.last }

  mutating func curve(
    fromLastTo second: SIMD2<Double>, _ end: SIMD2<Double>, _ transform: Transform
  ) {
    guard let from = points.last else { return curve(second, second, end, transform) }
    let (bx, by) = transform.point(second.x, second.y)
    let (cx, cy) = transform.point(end.x, end.y)
    let (b, c) = (SIMD2(bx, by), SIMD2(cx, cy))
    for step in 1...PathOutline.steps {
      let t = Double(step) / Double(PathOutline.steps)
      let s = 1 - t
      let near: SIMD2<Double> = from * (s * s * s + 3 * s * s * t)
      append(near + b * (3 * s * t * t) + c * (t * t * t))
    }
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ transform: Transform
  ) {
    move(x, y, transform)
    isRectangle = true
    add(x + width, y, transform)
    add(x + width, y + height, transform)
    add(x, y + height, transform)
  }

  private mutating func add(_ x: Double, _ y: Double, _ transform: Transform) {
    let (px, py) = transform.point(x, y)
    append(SIMD2(px, py))
  }

  private mutating func append(_ point: SIMD2<Double>) {
    guard point.x.isFinite, point.y.isFinite else { return }
    let box = PageBox(point.x, point.y, point.x, point.y)
    bounds = bounds?.union(box) ?? box
    guard points.count < PathOutline.limit else {
      isRough = true
      return
    }
    points.append(point)
  }

  /// Ends the piece that was begun and sees whether it is a thin one.
  mutating func close() {
    guard let start = starts.last, !isRough, thinnest.count < 64, !isClosed else { return }
    isClosed = true
    guard isRectangle || starts.count == 1 else { return }
    var count = points.count - start
    if count == 5, points[start] == points[start + 4] { count = 4 }
    guard count == 4 else { return }
    func length(_ a: Int, _ b: Int) -> Double {
      let d = points[start + b] - points[start + a]
      return (d * d).sum().squareRoot()
    }
    let piece = points[start..<(start + 4)]
    let least = piece.reduce(piece[start]) { pointwiseMin($0, $1) }
    let most = piece.reduce(piece[start]) { pointwiseMax($0, $1) }
    thinnest.append(
      (
        side: min(max(length(0, 1), length(2, 3)), max(length(1, 2), length(3, 0))),
        box: PageBox(least.x, least.y, most.x, most.y)
      ))
  }

  /// The stretches of a horizontal line that lie inside, from left to right.
  ///
  /// *Source:* ISO 32000-1 §8.5.3.3 (the nonzero winding rule and the even-odd rule).
  func spans(at y: Double, isEvenOdd: Bool) -> [ClosedRange<Double>] {
    guard let bounds, y >= bounds.bottom, y <= bounds.top else { return [] }
    if isRough || isBox { return [bounds.left...bounds.right] }
    var crossings: [(x: Double, turn: Int)] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : points.count
      guard end - start > 2 else { continue }
      var from = points[end - 1]
      for at in start..<end {
        let to = points[at]
        if (from.y <= y) != (to.y <= y) {
          let x = from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)
          crossings.append((x, to.y > from.y ? 1 : -1))
        }
        from = to
      }
    }
    crossings.sort { $0.x < $1.x }
    var spans: [ClosedRange<Double>] = []
    var winding = 0
    var left = 0.0
    for crossing in crossings {
      let was = isEvenOdd ? winding & 1 : winding
      winding += crossing.turn
      let now = isEvenOdd ? winding & 1 : winding
      if was == 0, now != 0 { left = crossing.x }
      if was != 0, now == 0 { spans.append(left...max(left, crossing.x)) }
    }
    return spans
  }
}

/// Where the next string begins.
struct TextPlace {
  var line = Transform.identity
  var now = Transform.identity

  mutating func next(_ x: Double, _ y: Double) {
    line = Transform(1, 0, 0, 1, x, y).then(line)
    now = line
  }

  mutating func advance(_ distance: Double) {
    guard distance.isFinite else { return }
    now = Transform(1, 0, 0, 1, distance, 0).then(now)
  }
}
