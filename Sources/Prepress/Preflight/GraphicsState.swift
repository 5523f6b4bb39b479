/// What operators of content streams change and `q` remembers.
///
/// *Source:* ISO 32000-1 §8.4.
struct GraphicsState {
  var transform: Transform
  var clip: PageBox
  var fill = InkColour.start
  var stroke = InkColour.start
  var lineWidth = 1.0
  var fillsOver = false
  var strokesOver = false
  var overprintMode = 0
  var fillAlpha = 1.0
  var strokeAlpha = 1.0
  /// Whether colours mix with what lies beneath.
  var isBlended = false
  var hasMask = false
  var font: Int?
  var fontSize = 0.0
  var leading = 0.0
  var letterSpace = 0.0
  var wordSpace = 0.0
  var stretch = 1.0
  var rise = 0.0
  var textMode = 0
}

/// Something painted on a page.
struct PaintedObject {
  enum Kind: Equatable {
    /// With its size in points.
    case text(Double)
    case fill
    /// With its width in points.
    case stroke(Double)
    case shading
    case image
  }
  var kind: Kind
  var colour: InkColour
  /// The upright rectangle around it, as far as it is not clipped; in the page's space.
  var bounds: PageBox
  var overprints: Bool
  var overprintMode: Int
  /// Whether it mixes with what lies beneath.
  var isBlended: Bool
}
