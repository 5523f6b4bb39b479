import Core
package import Fonts
package import Style

/// Sets paragraphs into lines; one for each worker, everything in it is scratch.
///
/// Shape (runs, in font units) → places (UAX #14, the rules of the language, hyphenation) → items →
/// breaks → lines. Only where a chosen line ends in the middle of glyphs that depend on each other
/// are the two edges shaped again.
package struct Typesetter: ~Copyable {
  /// A stretch of glyphs of one run in one face.
  struct Segment {
    var run: Int
    var face: FaceID
    /// The first glyph; the next segment's first ends it.
    var glyph: Int
    /// The first byte.
    var byte: Int
    /// Bytes up to here.
    var end: Int
    var hyphen: Glyph
    var scale: Scale
  }

  /// From font units to scaled points.
  struct Scale {
    var size: Int64
    var unitsPerEm: Int64
    @inline(__always)
    func callAsFunction(_ units: Int32) -> Int32 {
      units == 0
        ? 0 : Int32(truncatingIfNeeded: Length.rounded(Int64(units) * size, over: unitsPerEm))
    }
  }

  /// What may happen before a byte of the text.
  enum Place {
    static let none: UInt8 = 0
    static let opportunity: UInt8 = 1
    static let forced: UInt8 = 2
    static let hyphenation: UInt8 = 3
    static let softHyphen: UInt8 = 4
    static let repeatedHyphen: UInt8 = 5
    static let keptHyphen: UInt8 = 6
    static let emergency: UInt8 = 7
    static let loosenedTie: UInt8 = 8
  }

  /// Where an item comes from.
  struct Spot {
    var glyph: UInt32
    var byte: UInt32
  }

  let fonts: FontBook
  let hyphenation: HyphenationBook
  let opportunities = BreakOpportunities()
  var shaper: Shaper
  var breaker = LineBreaker()
  var shaped: [ShapedGlyph] = []
  var glyphs: [Glyph] = []
  /// 1 where breaking before the glyph needs both edges shaped again.
  var unsafe: [UInt8] = []
  var segments: [Segment] = []
  var missing: [MissingGlyph] = []
  var places: [UInt8] = []
  var items: [Item] = []
  var spots: [Spot] = []
  var points: [UInt32] = []
  /// Addresses of the net, in which nothing is hyphenated.
  var addresses: [Range<Int>] = []
  var hyphenationScratch = HyphenationScratch()
  var hyphenated = HyphenationCache()
  /// The runs that are leaders.
  var leaders: [Int] = []
  var draft = LineDraft()
  var hangs: MarginHangs

  /// Makes a typesetter with the faces and patterns of a publication, and with what the design says
  /// of marks that hang, by face.
  package init(
    fonts: FontBook, hyphenation: HyphenationBook, protrusion: [Protrusion] = []
  ) {
    hangs = MarginHangs(protrusion, fonts: fonts)
    self.fonts = fonts
    self.hyphenation = hyphenation
    shaper = Shaper(fonts)
  }

  /// Sets a paragraph.
  ///
  /// - Nothing runs off the measure: where TeX would leave an overfull line, the paragraph is
  ///   broken once more with any badness allowed (`BreakPass.rescue`), and a word wider than the
  ///   measure is parted with hyphens, a code or an address without (`loosen`). What is still
  ///   too wide is a single letter, or ink in a measure of nothing, and is reported overfull.
  /// - Empty text gives no line.
  ///
  /// *Complexity:* linear in the text.
  package mutating func typeset(
    _ paragraph: ParagraphText, _ setting: ParagraphSetting
  ) -> TypesetParagraph {
    guard !paragraph.text.isEmpty, !paragraph.runs.isEmpty else { return TypesetParagraph() }
    let setting = prepare(paragraph, setting)
    let measure = Measure(setting)
    var result = BreakResult()
    if setting.variant == 0 {
      result = breaker.lines(
        of: items, shape: measure.shape, background: measure.background,
        parameters: measure.parameters)
    } else {
      result = variant(setting.variant, measure)
    }
    if isOverfull(result) { result = rescue(measure) }
    if setting.breaking.avoidsBlemishes { choose(&result, paragraph, measure) }
    if setting.breaking.balances { balance(&result, measure) }
    return set(result, paragraph, setting, measure)
  }

  /// Shapes the paragraph and makes its items; returns the setting as it applies.
  mutating func prepare(
    _ paragraph: ParagraphText, _ setting: ParagraphSetting
  ) -> ParagraphSetting {
    var setting = setting
    if setting.alignment != .justified {
      // Letters widen and spaces differ to fill a line, and ragged lines are not filled.
      setting.breaking.expansion = 0
      setting.breaking.letterSpacing = 0
      setting.breaking.evenness = 0
      setting.breaking.shortLastLineDemerits = 0
    }
    shape(paragraph)
    findPlaces(paragraph, setting)
    let measure = Measure(setting)
    loosen(below: measure.narrowest, paragraph)
    makeItems(paragraph, setting, measure)
    breaker.words.removeAll(keepingCapacity: true)
    if setting.breaking.avoidsBlemishes { numberEdgeWords(paragraph) }
    return setting
  }

  func isOverfull(_ result: BreakResult) -> Bool {
    result.lines.contains { $0.shortfall < -$0.shrink - $0.room }
  }

  /// Breaks the paragraph with ever more stretch in every line until nothing is too wide; at last
  /// with any badness allowed.
  private mutating func rescue(_ measure: Measure) -> BreakResult {
    var result = BreakResult()
    var parameters = measure.parameters
    parameters.pretolerance = -1
    parameters.emergencyStretch = .zero
    for share: Int64 in [32, 16, 8, 4] {
      if share == 4 { parameters.tolerance = Item.infinity }
      var background = measure.background
      background.stretch += max(
        Int64(measure.parameters.emergencyStretch.sp), measure.narrowest / share)
      result = breaker.lines(
        of: items, shape: measure.shape, background: background, parameters: parameters)
      if !isOverfull(result) { break }
    }
    result.pass = .rescue
    return result
  }
}

/// The measure of a paragraph as the breaker wants it.
struct Measure {
  var shape: LineShape
  var background: LineBackground
  var parameters: BreakParameters
  var narrowest: Int64

  init(_ setting: ParagraphSetting) {
    var first = setting.firstWidths.map { Int64($0.sp) }
    if setting.firstIndent != .zero {
      if first.isEmpty { first.append(Int64(setting.lineWidth.sp)) }
      first[0] -= Int64(setting.firstIndent.sp)
    }
    shape = LineShape(first: first, rest: Int64(setting.lineWidth.sp))
    background = LineBackground()
    parameters = setting.breaking
    narrowest = max(0, min(first.min() ?? shape.rest, shape.rest))
    if setting.alignment != .justified {
      // Ragged lines are optimised too: how far they end from the edge is stretch that is never
      // set. No more than a quarter of the measure, or narrow columns would take anything.
      let rag = setting.rag.map { Int64($0.sp) } ?? min(3 * Measure.em, narrowest / 4)
      background.stretch = max(rag, 1)
    }
  }

  /// The em by which a rag is judged if the setting does not say.
  static let em: Int64 = 11 * 65_536
}
