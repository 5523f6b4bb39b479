/// The rectangle around a path, and how thin its rectangles are.
struct PathBounds {
  private(set) var bounds: PageBox?
  private(set) var thinnest: [Double] = []
  var clips = false

  mutating func add(_ x: Double, _ y: Double, _ transform: Transform) {
    let (px, py) = transform.point(x, y)
    guard px.isFinite, py.isFinite else { return }
    let point = PageBox(px, py, px, py)
    bounds = bounds?.union(point) ?? point
  }

  mutating func add(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ transform: Transform
  ) {
    add(x, y, transform)
    add(x + width, y, transform)
    add(x, y + height, transform)
    add(x + width, y + height, transform)
    let across = (transform.a * transform.a + transform.b * transform.b).squareRoot()
    let up = (transform.c * transform.c + transform.d * transform.d).squareRoot()
    if thinnest.count < 64 {
      thinnest.append(min(width.magnitude * across, height.magnitude * up))
    }
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
