import Core

/// How the words above columns of numbers stand.
private enum TableHeadTurn: String, CaseIterable {
  case upright
  case rotated
}

extension DesignReader {
  static let characterProperties = [
    "font", "weight", "italic", "scale", "rise", "colour", "features",
  ]

  /// The character styles and the keys they set.
  mutating func characters(_ node: LayoutNode?) -> ([CharacterStyle], [String: Int]) {
    let chains = self.chains(
      node, section: .characters, known: DesignReader.characterProperties)
    let styles = chains.map { chain in
      CharacterStyle(
        family: chain["font"].flatMap { family($0, key: "font") },
        weight: chain["weight"].flatMap { reader.integer($0, key: "weight", in: 100...1000) },
        italic: chain["italic"].flatMap { reader.flag($0, key: "italic") },
        scale: chain["scale"].flatMap { reader.thousandths($0, key: "scale") },
        rise: chain["rise"].flatMap { reader.thousandths($0, key: "rise") },
        colour: chain["colour"].flatMap { optionalColour($0, key: "colour") },
        features: chain["features"].map { features($0) } ?? [])
    }
    return (styles, claims(of: chains, section: .characters, required: [], at: node?.at))
  }

  static let boxProperties = [
    "space-before", "space-after", "padding", "indent-left", "background", "rule-above",
    "rule-below", "placement", "span", "flow", "label-width", "columns", "column-gap", "notes",
    "gap",
    "item-gap",
    "keep-together", "keep-with-previous", "float", "keep-cost", "keep-ends", "height", "branches",
    "writing-lines",
    "below-table",
    "continued",
    "start", "opening", "master", "folio", "stand", "frame", "ink",
  ]

  /// The keys that every design must set among boxes: the root, whose style steps in for all that
  /// has none, and the parts, whose masters differ.
  static let requiredBoxes = [
    "document", "part.cover", "part.imprint", "part.contents", "part.chapter",
  ]

  /// The box styles and the keys they set.
  mutating func boxes(_ node: LayoutNode?) -> ([BoxStyle], [String: Int]) {
    let chains = self.chains(node, section: .boxes, known: DesignReader.boxProperties)
    let styles = chains.map { box($0) }
    return (
      styles,
      claims(of: chains, section: .boxes, required: DesignReader.requiredBoxes, at: node?.at)
    )
  }

  private mutating func box(_ chain: StyleChain) -> BoxStyle {
    let master = chain["master"].flatMap { self.master($0, key: "master") } ?? "body"
    var style = BoxStyle(
      name: chain.name, spaceBefore: length(chain, "space-before"),
      spaceAfter: length(chain, "space-after"), padding: length(chain, "padding"),
      indentLeft: length(chain, "indent-left", allowsNegative: true))
    style.background = chain["background"].flatMap { optionalColour($0, key: "background") }
    style.ruleAbove = chain["rule-above"].flatMap { rule($0, key: "rule-above") }
    style.ruleBelow = chain["rule-below"].flatMap { rule($0, key: "rule-below") }
    style.placement = placement(chain)
    style.flow =
      chain["flow"].flatMap { reader.choice($0, key: "flow", of: BoxStyle.Flow.self) } ?? .stack
    style.labelWidth = length(chain, "label-width")
    style.columns = integer(chain, "columns", in: 1...12, otherwise: 1)
    style.columnGap = chain["column-gap"].flatMap { reader.length($0, key: "column-gap") }
    style.columnNotes =
      chain["notes"].flatMap { reader.choice($0, key: "notes", of: ColumnNotes.self) } ?? .page
    style.span = span(chain)
    style.gap = length(chain, "gap")
    style.itemGap = length(chain, "item-gap")
    style.keepTogether = flag(chain, "keep-together", otherwise: false)
    style.keepWithPrevious = flag(chain, "keep-with-previous", otherwise: false)
    style.keepCost = Int32(integer(chain, "keep-cost", in: 0...9_000, otherwise: 0))
    style.keepEnds = length(chain, "keep-ends")
    style.height = length(chain, "height")
    style.branches = chain["branches"].flatMap { rule($0, key: "branches") }
    style.writingLines = chain["writing-lines"].flatMap { rule($0, key: "writing-lines") }
    style.standsBelowTable = flag(chain, "below-table", otherwise: false)
    style.saysContinued = flag(chain, "continued", otherwise: false)
    style.floats = flag(chain, "float", otherwise: false)
    style.start =
      chain["start"].flatMap { reader.choice($0, key: "start", of: BoxStyle.Start.self) } ?? .here
    style.master = master
    style.openingMaster = chain["opening"].flatMap { self.master($0, key: "opening") } ?? master
    style.folio =
      chain["folio"].flatMap { reader.choice($0, key: "folio", of: FolioScheme.self) } ?? .arabic
    style.stand =
      chain["stand"].flatMap { reader.choice($0, key: "stand", of: Stand.self) } ?? .head
    style.frame = chain["frame"].flatMap { frame($0, key: "frame") }
    style.ink = chain["ink"].flatMap { optionalColour($0, key: "ink") }
    return style
  }

  static let tableProperties = [
    "space-before", "space-after", "placement", "span", "rule-top", "rule-head", "rule-row",
    "rule-foot",
    "rule-bottom", "zebra", "column-gap", "row-padding", "fills-width", "landscape", "keep-cost",
    "carry", "head",
    "continued", "repeat-foot", "grid", "columns",
  ]

  /// The table styles and the keys they set.
  mutating func tables(_ node: LayoutNode?) -> ([TableStyle], [String: Int]) {
    let chains = self.chains(node, section: .tables, known: DesignReader.tableProperties)
    let styles = chains.map { chain in
      var style = TableStyle(
        name: chain.name, spaceBefore: length(chain, "space-before"),
        spaceAfter: length(chain, "space-after"),
        placement: placement(chain),
        ruleTop: chain["rule-top"].flatMap { rule($0, key: "rule-top") },
        ruleHead: chain["rule-head"].flatMap { rule($0, key: "rule-head") },
        ruleRow: chain["rule-row"].flatMap { rule($0, key: "rule-row") },
        ruleFoot: chain["rule-foot"].flatMap { rule($0, key: "rule-foot") },
        ruleBottom: chain["rule-bottom"].flatMap { rule($0, key: "rule-bottom") },
        zebra: chain["zebra"].flatMap { optionalColour($0, key: "zebra") },
        columnGap: length(chain, "column-gap"), rowPadding: length(chain, "row-padding"),
        fillsWidth: flag(chain, "fills-width", otherwise: true),
        landscape: flag(chain, "landscape", otherwise: false))
      style.keepCost = Int32(integer(chain, "keep-cost", in: 0...9_000, otherwise: 0))
      let head = chain["head"].flatMap { reader.choice($0, key: "head", of: TableHeadTurn.self) }
      style.rotatesHead = head == .rotated
      style.continuesLabels = flag(chain, "continued", otherwise: false)
      style.repeatsFoot = flag(chain, "repeat-foot", otherwise: false)
      style.isOnGrid = flag(chain, "grid", otherwise: false)
      style.carries = flag(chain, "carry", otherwise: false)
      style.span = span(chain)
      style.columns = chain["columns"].map { columnWidths($0) } ?? []
      return style
    }
    return (styles, claims(of: chains, section: .tables, required: ["table"], at: node?.at))
  }

  /// The widths of a table's columns: lengths, shares of what they leave, `auto`.
  private mutating func columnWidths(_ node: LayoutNode) -> [ColumnWidth] {
    (reader.list(node, key: "columns") ?? []).compactMap { entry -> ColumnWidth? in
      guard let text = reader.text(entry, key: "columns") else { return nil }
      if text == "auto" { return .automatic }
      let shares = ColumnWidth.shareRange
      if Int(text) != nil {
        return reader.integer(
          entry, key: "columns", in: Int(shares.lowerBound)...Int(shares.upperBound)
        ).map { .share(UInt16(clamping: $0)) }
      }
      return reader.length(entry, key: "columns").map { .fixed($0) }
    }
  }
}
