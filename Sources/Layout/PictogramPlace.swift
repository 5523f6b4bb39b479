import Core
import Display
import Manuscript
import Style
import Typesetting

/// A sign among words: how much room it takes in its line, and its outline there.
enum PictogramPlace {
  /// What keeps its room in the line: figures, which no line break parts, and a tie to the words
  /// behind it. They are never painted.
  static let keeper: [UInt8] = [0x30, 0x30, 0xC2, 0xA0]

  /// The outline of a sign where the keeper's room begins, standing on the baseline's descent; of a
  /// square as tall as the em.
  static func outline(
    of sign: Pictogram, at origin: Point, width: Length, size: Length
  ) -> [PathStep] {
    let top = origin.y - size.scaled(by: 85, over: 100)
    func at(_ x: Int32, _ y: Int32) -> Point {
      Point(
        x: origin.x + size.scaled(by: Int64(x), over: 1_000),
        y: top + size.scaled(by: Int64(y), over: 1_000))
    }
    return sign.steps.map { step in
      switch step {
      case .move(let x, let y): .move(at(x, y))
      case .line(let x, let y): .line(at(x, y))
      case .curve(let x1, let y1, let x2, let y2, let x, let y):
        .curve(at(x1, y1), at(x2, y2), at(x, y))
      case .close: .close
      }
    }
  }
}

extension DesignBook {
  /// The sign that draws nodes of a look.
  func pictogram(_ look: String) -> Pictogram? { pictograms.first { $0.name == look } }
}

extension Document {
  /// The signs that the document uses and a design does not draw, each with its first place.
  func undrawnPictograms(in design: DesignBook) -> [Diagnostic] {
    var missing: [String] = []
    var findings: [Diagnostic] = []
    for position in nodes.indices where nodes[position].role == .pictogram {
      let name = look(of: NodeID(position))
      guard design.pictogram(name) == nil, !missing.contains(name) else { continue }
      missing.append(name)
      findings.append(
        .undrawnPictogram(
          name, known: design.pictograms.map(\.name), at: nodes[position].origin))
    }
    return findings
  }
}
