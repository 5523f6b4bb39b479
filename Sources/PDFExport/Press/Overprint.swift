import Core
import Display

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
