/// What operators of content streams change and `q` remembers.
///
/// *Source:* ISO 32000-1 §8.4.
struct GraphicsState {
  var transform: Transform
  /// The rectangle around the clip.
  var clip: PageBox
  /// The shapes of the clip that are no upright rectangles.
  var clipShapes: [PathOutline] = []
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

  /// Limits the clip to a path.
  mutating func clip(to outline: PathOutline) {
    guard let bounds = outline.bounds else { return }
    clip = clip.intersection(bounds)
    // More shapes than that limit nothing that boxes do not.
    if !outline.isBox, !outline.isRough, clipShapes.count < 8 { clipShapes.append(outline) }
  }
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
  /// How much of it covers, 0…1.
  var alpha = 1.0
  /// Whether a mask lets only parts of it be seen.
  var isMasked = false
  /// The width of the line, where letters are not filled but outlined.
  var outline: Double?
  /// Its shape, where it is no upright rectangle; the line that a stroke follows.
  var shape: PathOutline?
  /// The shapes that limit it.
  var clips: [PathOutline] = []

  /// Its ink as it is laid over what is there.
  ///
  /// *Source:* ISO 32000-1 §8.6.7: mode 1 concerns colours stated in DeviceCMYK, and no pictures.
  var laid: LaidInk {
    var ink = LaidInk(process: SIMD4<Float>(colour.process), spots: Float(colour.spots))
    ink.alpha = Float(alpha)
    ink.isMixed = isBlended
    ink.isPartial = isMasked
    guard overprints, !isBlended else { return ink }
    ink.setsSpots = false
    switch colour.space.base {
    case .cmyk(isManaged: false) where overprintMode == 1 && kind != .image:
      let isStated = ink.process .> 0
      ink.sets = isStated
    case .inks(let names):
      ink.sets = SIMDMask(repeating: names.contains("All"))
      for (plate, name) in ["Cyan", "Magenta", "Yellow", "Black"].enumerated()
      where names.contains(name) {
        ink.sets[plate] = true
      }
    default: break
    }
    return ink
  }
}
