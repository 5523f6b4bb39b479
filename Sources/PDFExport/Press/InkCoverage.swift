import Core
import Display

/// Inks in percent, one above the other.
struct InkSum: Sendable, Hashable {
  var cyan, magenta, yellow, black: Int
  /// Inks of their own, by their tint.
  var spot = 0

  var whole: Int { colours + black }
  var colours: Int { cyan + magenta + yellow + spot }

  /// As the design writes it: `C90 M45 K100`.
  var description: String {
    [("C", cyan), ("M", magenta), ("Y", yellow), ("K", black)].filter { $0.1 > 0 }
      .map { "\($0.0)\($0.1)" }.joined(separator: " ") + (spot > 0 ? " + \(spot) %" : "")
  }
}

/// A place of a page that takes more ink than the press may.
struct InkFinding: Sendable, Hashable {
  /// The sum in percent.
  var sum: Int
  /// What is painted.
  var inks: InkSum
  /// The picture that takes so much, or that lies beneath.
  var picture: Int?
  /// What lies beneath, where the two together take too much.
  var beneath: InkSum?
  var owner: NodeID?
}

/// Adds up the inks of a page: of each object, and of black that is printed over another object.
///
/// What knocks out takes its own inks alone, whatever lies beneath. What overprints is black alone,
/// and it leaves the colours beneath it: there the sum is theirs and its black. What lies beneath is
/// known by its box, so a sum may be told of places that only nearly meet, but none is missed.
///
/// *Source:* ISO 32000-1 §8.6.7 (overprint mode 1).
struct InkCoverage {
  private struct Area {
    var box: Rect
    /// Whether the box is the area itself.
    var isWhole: Bool
    var inks: InkSum
    var picture: Int?
  }

  let inks: SpotInks
  let pictures: [Int: PictureInk]
  let limit: Int

  /// The inks of a colour as they are printed.
  func inks(of colour: Colour) -> InkSum {
    if inks.ink(of: colour) != nil {
      return InkSum(cyan: 0, magenta: 0, yellow: 0, black: 0, spot: Int(colour.tint))
    }
    return InkSum(
      cyan: Int(colour.cyan), magenta: Int(colour.magenta), yellow: Int(colour.yellow),
      black: Int(colour.black))
  }

  /// The places that take too much, each pair of inks once, and the greatest sum of the page.
  func findings(on page: Page) -> (found: [InkFinding], most: Int) {
    var areas: [Area] = []
    var found: [InkFinding] = []
    var most = 0
    func judge(_ finding: InkFinding) {
      most = max(most, finding.sum)
      guard finding.sum > limit,
        !found.contains(where: {
          $0.inks == finding.inks && $0.beneath == finding.beneath && $0.picture == finding.picture
        })
      else { return }
      found.append(finding)
    }
    for span in page.spans {
      var owner: NodeID?
      if case .node(let node) = span.owner { owner = node }
      for number in span.ops {
        let op = page.ops[Int(number)]
        guard let field = page.field(of: op) else { continue }
        let isTurned = page.turn?.ops.contains(number) == true
        let box = isTurned ? page.turn?.place(of: field) ?? field : field
        if case .image(let image, _, _) = op {
          // Grey pictures are black alone.
          let ink = pictures[image.int] ?? PictureInk(whole: 255, colours: 0)
          let whole = (ink.whole * 100 + 254) / 255
          let colours = InkSum(
            cyan: (ink.colours * 100 + 254) / 255, magenta: 0, yellow: 0,
            black: whole - (ink.colours * 100 + 254) / 255)
          judge(InkFinding(sum: whole, inks: colours, picture: image.int, owner: owner))
          areas.append(Area(box: box, isWhole: true, inks: colours, picture: image.int))
          continue
        }
        guard let colour = op.colour else { continue }
        let inks = inks(of: colour)
        guard colour.isBlackAlone, op.isFine, self.inks.ink(of: colour) == nil else {
          judge(InkFinding(sum: inks.whole, inks: inks, owner: owner))
          if case .glyphs = op { continue }
          let isWhole: Bool = if case .fill = op { true } else { false }
          if isWhole { areas.removeAll { box.holds($0.box) } }
          areas.append(Area(box: box, isWhole: isWhole, inks: inks))
          continue
        }
        judge(InkFinding(sum: inks.whole, inks: inks, owner: owner))
        for area in areas.reversed() where area.box.meets(box) {
          judge(
            InkFinding(
              sum: area.inks.colours + inks.black, inks: inks, picture: area.picture,
              beneath: area.inks, owner: owner))
          // What knocked out under the whole of it hides all that is beneath.
          if area.isWhole, area.box.holds(box) { break }
        }
      }
    }
    return (found, most)
  }
}

extension Colour {
  /// Whether it is printed in black alone, and so much of it that it may print over others.
  var isBlackAlone: Bool { cyan + magenta + yellow == 0 && black >= 80 && spot == 0 }
}

extension Op {
  /// Whether it is thin enough to overprint in black: letters, rules, lines.
  var isFine: Bool {
    switch self {
    case .glyphs, .path(_, .stroke): true
    case .fill(let rect, _): min(rect.width, rect.height) <= .pt(2)
    case .path(_, .fill), .image: false
    }
  }
}

extension Page {
  /// The box of what an operation paints; letters reach from their descent to their height.
  fileprivate func field(of op: Op) -> Rect? {
    switch op {
    case .fill(let rect, _): return rect
    case .image(_, _, let visible): return visible
    case .path(let range, let paint):
      let box = Ground.box(of: path[Int(range.lowerBound)..<Int(range.upperBound)])
      guard case .stroke(_, let width) = paint else { return box }
      return box?.outset(by: width / 2)
    case .glyphs(let run):
      let glyphs = glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)]
      let width = Length(clamping: glyphs.reduce(Int64(0)) { $0 + Int64($1.advance) })
      let (up, down) = (run.size * 3 / 4, run.size / 4)
      return run.rises
        ? Rect(x: run.origin.x - up, y: run.origin.y - width, width: up + down, height: width)
        : Rect(x: run.origin.x, y: run.origin.y - up, width: width, height: up + down)
    }
  }
}

extension Rect {
  /// Whether the other lies inside.
  fileprivate func holds(_ other: Rect) -> Bool {
    x <= other.x && y <= other.y && maxX >= other.maxX && maxY >= other.maxY
  }

  /// Whether the two share some area.
  fileprivate func meets(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
