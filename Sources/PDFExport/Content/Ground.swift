import Core
import Display

/// What was painted on a page so far, so that the ground under text is known.
///
/// The ground of a run is the last filled rectangle, or the box of the last filled outline, that
/// holds the run's body from baseline to capital height; where none does, it is the paper.
struct Ground {
  private var fills: [(box: Rect, colour: Colour)] = []

  mutating func add(_ box: Rect, _ colour: Colour) { fills.append((box, colour)) }

  func colour(under box: Rect) -> Colour {
    for fill in fills.reversed()
    where fill.box.x <= box.x && fill.box.y <= box.y && fill.box.maxX >= box.maxX
      && fill.box.maxY >= box.maxY
    {
      return fill.colour
    }
    return .white
  }

  /// The box of an outline's points: control points included, which only ever makes it larger.
  static func box(of steps: ArraySlice<PathStep>) -> Rect? {
    var box: Rect?
    func add(_ point: Point) {
      let dot = Rect(x: point.x, y: point.y, width: .zero, height: .zero)
      box = box?.union(dot) ?? dot
    }
    for step in steps {
      switch step {
      case .move(let to), .line(let to): add(to)
      case .curve(let first, let second, let to):
        add(first)
        add(second)
        add(to)
      case .close: break
      }
    }
    return box
  }
}
