import Core

extension DesignReader {
  /// The keys of characters, wherever they are set.
  static let textKeys = [
    "font", "weight", "italic", "size", "colour", "features", "tracking", "rise",
  ]

  static let paragraphProperties =
    textKeys + [
      "leading", "align", "indent-left", "indent-right", "first-indent", "space-before",
      "space-after", "stretch-after", "keep-with-next", "keep-after", "grid-end", "keep-together",
      "orphans",
      "widows", "hyphenate",
      "breaking", "grid", "placement", "span", "label", "label-text", "label-leading", "rule-above",
      "rule-below", "frame", "on",
    ]

  /// The keys that every design must set among paragraphs.
  static let requiredParagraphs = [
    "paragraph", "heading.1", "heading.2", "heading.3", "heading.4", "caption", "contentsEntry.1",
    "label",
  ]

  /// The paragraph styles and the keys they set.
  mutating func paragraphs(_ node: LayoutNode?) -> ([ParagraphStyle], [String: Int]) {
    let chains = self.chains(
      node, section: .paragraphs, known: DesignReader.paragraphProperties)
    let styles = chains.map { self.paragraph($0) }
    let claims = self.claims(
      of: chains, section: .paragraphs, required: DesignReader.requiredParagraphs, at: node?.at)
    return (styles, claims)
  }

  private mutating func paragraph(_ chain: StyleChain) -> ParagraphStyle {
    let text = textStyle(chain, layers: [])
    let ground = chain["on"].flatMap { colour($0, key: "on") } ?? paper
    var style = ParagraphStyle(
      name: chain.name, text: text, leading: requiredLength(chain, "leading"),
      alignment: chain["align"].flatMap { reader.choice($0, key: "align", of: Alignment.self) }
        ?? .left,
      indentLeft: length(chain, "indent-left", allowsNegative: true),
      indentRight: length(chain, "indent-right", allowsNegative: true),
      firstIndent: length(chain, "first-indent", allowsNegative: true),
      spaceBefore: length(chain, "space-before"), spaceAfter: length(chain, "space-after"),
      keepWithNext: flag(chain, "keep-with-next", otherwise: false),
      keepTogether: flag(chain, "keep-together", otherwise: false),
      orphans: integer(chain, "orphans", in: 1...20, otherwise: 2),
      widows: integer(chain, "widows", in: 1...20, otherwise: 2),
      hyphenate: flag(chain, "hyphenate", otherwise: true), breaking: breaking(chain),
      snapToGrid: flag(chain, "grid", otherwise: false),
      placement: placement(chain), label: label(chain),
      labelStyle: nil, ruleAbove: chain["rule-above"].flatMap { rule($0, key: "rule-above") },
      ruleBelow: chain["rule-below"].flatMap { rule($0, key: "rule-below") })
    style.labelLeading = chain["label-leading"].flatMap {
      reader.length($0, key: "label-leading")
    }
    style.snapsNext = flag(chain, "grid-end", otherwise: false)
    style.keepAfter = length(chain, "keep-after")
    style.stretchAfter = length(chain, "stretch-after")
    style.span = span(chain)
    style.frame = chain["frame"].flatMap { frame($0, key: "frame") }
    style.ground = ground
    // Heirs that change neither text nor ground would only repeat the complaint.
    if chain.own("colour") != nil || chain.own("on") != nil {
      checkContrast(text.colour, of: chain, ground: ground, at: chain["colour"]?.at ?? chain.at)
    }
    if let node = chain["label-text"], !isNone(node),
      let fields = reader.fields(node, of: "label-text", known: DesignReader.textKeys)
    {
      let label = textStyle(chain, layers: [fields])
      style.labelStyle = label
      if chain.own("label-text") != nil || chain.own("on") != nil {
        checkContrast(label.colour, of: chain, ground: ground, at: fields["colour"]?.at ?? node.at)
      }
    }
    return style
  }

  /// Where a block stands; the margin column only where the page has one.
  mutating func placement(_ chain: StyleChain) -> Placement {
    guard let node = chain["placement"],
      let placement = reader.choice(node, key: "placement", of: Placement.self)
    else { return .text }
    guard placement == .margin, !hasMarginColumn else { return placement }
    reader.report(
      .unknownChoice("margin", key: "placement", at: node.at, known: ["text", "full"]))
    return .text
  }

  /// How many columns something takes where it stands in some.
  mutating func span(_ chain: StyleChain) -> ColumnSpan {
    chain["span"].flatMap { reader.choice($0, key: "span", of: ColumnSpan.self) } ?? .automatic
  }

  private mutating func label(_ chain: StyleChain) -> LabelPlacement {
    guard let node = chain["label"],
      let label = reader.choice(node, key: "label", of: LabelPlacement.self)
    else { return .inline }
    guard label == .margin, !hasMarginColumn else { return label }
    reader.report(
      .unknownChoice(
        "margin", key: "label", at: node.at, known: ["inline", "hanging", "above"]))
    return .inline
  }

  /// The least contrast of text on its ground.
  ///
  /// *Source:* WCAG 2.1, 1.4.3 (AA), without its allowance for large text.
  static let leastContrast = 4.5

  private mutating func checkContrast(
    _ text: Colour, of chain: StyleChain, ground: Colour, at place: SourceSpan
  ) {
    guard chain["colour"] != nil, text.contrast(with: ground) < DesignReader.leastContrast else {
      return
    }
    reader.report(.lowContrast(of: chain.name, text: text, ground: ground, at: place))
  }

  // MARK: Characters

  /// Characters from the layers, then from the chain.
  private mutating func textStyle(_ chain: StyleChain, layers: [Fields]) -> TextStyle {
    func value(_ key: String) -> LayoutNode? {
      for layer in layers {
        if let node = layer[key] { return node }
      }
      return chain[key]
    }
    for key in ["font", "size", "colour"] where value(key) == nil && chain.answersForMissing {
      reader.report(.missingKey(key, of: chain.name, at: chain.at))
    }
    let family = value("font").flatMap { self.family($0, key: "font") }
    let weight =
      value("weight").flatMap { reader.integer($0, key: "weight", in: 100...1000) } ?? 400
    let italic = value("italic").flatMap { reader.flag($0, key: "italic") } ?? false
    let place = value("italic")?.at ?? chain.at
    let face = family.flatMap {
      self.face($0, weight: weight, italic: italic, at: value("weight")?.at ?? place)
    }
    let size = value("size").flatMap { positiveLength($0, key: "size") } ?? .pt(10)
    let colour = value("colour").flatMap { self.colour($0, key: "colour") } ?? .black
    return TextStyle(
      face: face ?? FaceID(0), size: size, colour: fineInks.colour(colour, at: size),
      features: value("features").map { features($0) } ?? [],
      tracking: value("tracking").flatMap {
        reader.length($0, key: "tracking", allowsNegative: true)
      } ?? .zero,
      rise: value("rise").flatMap { reader.length($0, key: "rise", allowsNegative: true) }
        ?? .zero)
  }

  /// The features of a list, sorted by tag.
  mutating func features(_ node: LayoutNode) -> [String] {
    if isNone(node) { return [] }
    var features: [String] = []
    if case .list(let values) = node.value, values.isEmpty { return [] }
    for item in reader.list(node, key: "features") ?? [] {
      guard let feature = reader.text(item, key: "features") else { continue }
      let isOff = feature.hasPrefix("-")
      let tag = isOff ? String(feature.dropFirst()) : feature
      guard OpenTypeFeatures.tags.contains(tag) else {
        let nearest = Spelling.nearest(to: tag, among: OpenTypeFeatures.tags)
        reader.report(
          .unknownFeature(feature, at: item.at, nearest: nearest.map { isOff ? "-" + $0 : $0 }))
        continue
      }
      if !features.contains(feature) { features.append(feature) }
    }
    return features.sorted { a, b in
      let first = a.hasPrefix("-") ? String(a.dropFirst()) : a
      let second = b.hasPrefix("-") ? String(b.dropFirst()) : b
      return first == second ? a < b : first < second
    }
  }

  // MARK: Line breaking

  static let breakingKeys = [
    "pretolerance", "tolerance", "line-penalty", "hyphen-penalty", "ex-hyphen-penalty",
    "adjacent-demerits", "double-hyphen-demerits", "final-hyphen-demerits", "looseness",
    "emergency-stretch", "protrusion", "expansion", "letter-spacing", "balance", "avoid-blemishes",
    "evenness",
    "short-last-line-demerits", "river-demerits", "stacked-word-demerits", "hyphen-ladder",
    "ladder-demerits", "tie-penalty",
  ]

  /// Letters that are widened by more than this look it.
  private static let widest = 30
  /// Letters that stand further apart, in thousandths of the em, look spaced.
  private static let farthest = 10

  private mutating func breaking(_ chain: StyleChain) -> BreakParameters {
    var parameters = BreakParameters.house
    // Nearer layers come last, so they win value by value.
    for layer in chain.layers.reversed() {
      guard let node = layer["breaking"],
        let fields = reader.fields(node, of: "breaking", known: DesignReader.breakingKeys)
      else { continue }
      func number(_ key: String, in bounds: ClosedRange<Int>, _ value: inout Int32) {
        if let node = fields[key], let number = reader.integer(node, key: key, in: bounds) {
          value = Int32(number)
        }
      }
      let penalties = -10_000...10_000
      let demerits = 0...100_000_000
      number("pretolerance", in: -1...10_000, &parameters.pretolerance)
      number("tolerance", in: 1...10_000, &parameters.tolerance)
      number("line-penalty", in: penalties, &parameters.linePenalty)
      number("hyphen-penalty", in: penalties, &parameters.hyphenPenalty)
      number("ex-hyphen-penalty", in: penalties, &parameters.exHyphenPenalty)
      number("tie-penalty", in: 0...10_000, &parameters.tiePenalty)
      number("adjacent-demerits", in: demerits, &parameters.adjacentDemerits)
      number("double-hyphen-demerits", in: demerits, &parameters.doubleHyphenDemerits)
      number("final-hyphen-demerits", in: demerits, &parameters.finalHyphenDemerits)
      number("evenness", in: 0...10_000, &parameters.evenness)
      number("short-last-line-demerits", in: demerits, &parameters.shortLastLineDemerits)
      number("river-demerits", in: demerits, &parameters.riverDemerits)
      number("stacked-word-demerits", in: demerits, &parameters.stackedWordDemerits)
      number("looseness", in: -20...20, &parameters.looseness)
      number("hyphen-ladder", in: 0...100, &parameters.hyphenLadder)
      number("ladder-demerits", in: demerits, &parameters.ladderDemerits)
      if let node = fields["emergency-stretch"],
        let stretch = reader.length(node, key: "emergency-stretch")
      {
        parameters.emergencyStretch = stretch
      }
      if let node = fields["protrusion"], let flag = reader.flag(node, key: "protrusion") {
        parameters.protrudes = flag
      }
      if let node = fields["balance"], let flag = reader.flag(node, key: "balance") {
        parameters.balances = flag
      }
      if let node = fields["avoid-blemishes"],
        let flag = reader.flag(node, key: "avoid-blemishes")
      {
        parameters.avoidsBlemishes = flag
      }
      if let node = fields["expansion"],
        let share = reader.thousandths(node, key: "expansion", in: 0...DesignReader.widest)
      {
        parameters.expansion = Int32(share)
      }
      if let node = fields["letter-spacing"],
        let share = reader.thousandths(node, key: "letter-spacing", in: 0...DesignReader.farthest)
      {
        parameters.letterSpacing = Int32(share)
      }
    }
    return parameters
  }

  // MARK: Values of a chain

  /// A length, zero where none is given.
  mutating func length(
    _ chain: StyleChain, _ key: String, allowsNegative: Bool = false
  ) -> Length {
    chain[key].flatMap { reader.length($0, key: key, allowsNegative: allowsNegative) } ?? .zero
  }

  private mutating func requiredLength(_ chain: StyleChain, _ key: String) -> Length {
    guard let node = chain[key] else {
      if chain.answersForMissing {
        reader.report(.missingKey(key, of: chain.name, at: chain.at))
      }
      return reader.baseline
    }
    return positiveLength(node, key: key) ?? reader.baseline
  }

  private mutating func positiveLength(_ node: LayoutNode, key: String) -> Length? {
    guard let length = reader.length(node, key: key) else { return nil }
    if length > .zero { return length }
    reader.report(.lengthOutOfRange("\(length)", key: key, at: node.at))
    return nil
  }

  /// A flag, with what holds where none is given.
  mutating func flag(_ chain: StyleChain, _ key: String, otherwise: Bool) -> Bool {
    chain[key].flatMap { reader.flag($0, key: key) } ?? otherwise
  }

  /// A whole number, with what holds where none is given.
  mutating func integer(
    _ chain: StyleChain, _ key: String, in bounds: ClosedRange<Int>, otherwise: Int
  ) -> Int {
    chain[key].flatMap { reader.integer($0, key: key, in: bounds) } ?? otherwise
  }
}
