import Core

extension DesignReader {
  static let pageKeys = [
    "size", "width", "height", "bleed", "inner", "outer", "top", "bottom", "text", "gutter",
    "margin", "baseline", "paper", "margin-faces-text", "run-long",
    "flush",
  ]

  /// The sizes that have names, in millimetres.
  ///
  /// *Source:* ISO 216; DL (a third of A4) as printers of leaflets cut it.
  private enum Sheet: String, CaseIterable {
    case a3 = "A3"
    case a4 = "A4"
    case a5 = "A5"
    case a6 = "A6"
    case dl = "DL"

    var size: Size {
      switch self {
      case .a3: Size(width: .mm(297), height: .mm(420))
      case .a4: Size(width: .mm(210), height: .mm(297))
      case .a5: Size(width: .mm(148), height: .mm(210))
      case .a6: Size(width: .mm(105), height: .mm(148))
      case .dl: Size(width: .mm(99), height: .mm(210))
      }
    }
  }

  /// The page and its columns.
  mutating func page(_ node: LayoutNode?) -> PageGeometry {
    let substitute = PageGeometry(
      trim: Size(width: .mm(210), height: .mm(297)), bleed: .zero, inner: .zero, outer: .zero,
      top: .zero, bottom: .zero, textWidth: .mm(210), gutter: .zero, marginWidth: .zero,
      baseline: .pt(12))
    guard let node,
      let fields = reader.fields(
        node, of: "page", known: DesignReader.pageKeys,
        required: ["inner", "outer", "top", "bottom", "text", "baseline"])
    else { return substitute }
    var page = substitute
    places.size = fields["size"]?.at ?? fields["width"]?.at ?? node.at
    places.bleed = fields["bleed"]?.at ?? node.at
    let baseline = self.length(fields, "baseline")
    if let baseline, baseline > .zero {
      page.baseline = baseline
    } else if let baseline, let node = fields["baseline"] {
      reader.report(.lengthOutOfRange("\(baseline)", key: "baseline", at: node.at))
    }
    reader.baseline = page.baseline
    let before = reader.findings.count
    page.trim = trim(fields) ?? substitute.trim
    page.bleed = length(fields, "bleed") ?? .zero
    let inner = length(fields, "inner")
    let outer = length(fields, "outer")
    let top = length(fields, "top")
    let bottom = length(fields, "bottom")
    let text = length(fields, "text")
    page.gutter = length(fields, "gutter") ?? .zero
    page.marginWidth = length(fields, "margin") ?? .zero
    page.runLong = length(fields, "run-long") ?? .zero
    page.flush = length(fields, "flush") ?? .zero
    page.marginFacesText =
      fields["margin-faces-text"].flatMap { reader.flag($0, key: "margin-faces-text") } ?? false
    guard let inner, let outer, let top, let bottom, let text else { return page }
    page.inner = inner
    page.outer = outer
    page.top = top
    page.bottom = bottom
    page.textWidth = text
    if reader.findings.count == before { checkSums(of: page, at: node.at) }
    return page
  }

  private mutating func length(_ fields: Fields, _ key: String) -> Length? {
    fields[key].flatMap { reader.length($0, key: key) }
  }

  private mutating func trim(_ fields: Fields) -> Size? {
    if let node = fields["size"] {
      return reader.choice(node, key: "size", of: Sheet.self)?.size
    }
    for key in ["width", "height"] where fields[key] == nil {
      reader.report(.missingKey(key, of: "page", at: fields.at))
    }
    guard let width = length(fields, "width"), let height = length(fields, "height") else {
      return nil
    }
    return Size(width: width, height: height)
  }

  /// Each length was rounded by itself: five of them may be off by as many scaled points.
  private mutating func checkSums(of page: PageGeometry, at place: SourceSpan) {
    let across = page.inner + page.fullWidth + page.outer
    if (across - page.trim.width).sp.magnitude > 5 {
      reader.report(
        .pageSum(
          across, of: page.trim.width,
          kind: Phrase(
            cs: "Okraje inner a outer, sloupce text a margin a mezera gutter",
            en: "Margins inner and outer, columns text and margin, and the gutter"),
          at: place))
    }
    if page.textHeight < page.baseline {
      reader.report(
        .pageSum(
          page.top + page.bottom, of: page.trim.height,
          kind: Phrase(
            cs: "Okraje top a bottom nenechávají místo pro text",
            en: "Margins top and bottom leave no room for text"),
          at: place))
    }
  }

  // MARK: Masters

  static let masterKeys = ["top", "bottom", "recto", "verso", "backgrounds", "tabs"]
  static let furnitureKeys = ["shows", "place", "baseline", "style"]

  /// The page masters.
  mutating func masters(_ node: LayoutNode?) -> [String: PageMaster] {
    guard let node, let fields = reader.freeFields(node, of: "masters") else { return [:] }
    var masters: [String: PageMaster] = [:]
    for entry in fields.entries {
      guard let parts = reader.fields(entry.value, of: entry.key, known: DesignReader.masterKeys)
      else { continue }
      var backgrounds: [Background] = []
      let list = parts["backgrounds"].flatMap { reader.list($0, key: "backgrounds") }
      for node in list ?? [] {
        if let background = self.background(node) { backgrounds.append(background) }
      }
      var master = PageMaster(
        recto: furniture(parts, "recto"), verso: furniture(parts, "verso"),
        backgrounds: backgrounds, top: length(parts, "top"), bottom: length(parts, "bottom"))
      master.tabs =
        parts["tabs"].flatMap { reader.choice($0, key: "tabs", of: TabDisplay.self) } ?? .none
      masters[entry.key] = master
    }
    if masters["body"] == nil { reader.report(.missingKey("body", of: "masters", at: node.at)) }
    return masters
  }

  private mutating func background(_ node: LayoutNode) -> Background? {
    let sides = DesignReader.sides + ["colour"]
    guard
      let fields = reader.fields(node, of: "backgrounds", known: sides, required: sides),
      let area = area(fields),
      let colour = fields["colour"].flatMap({ self.colour($0, key: "colour") })
    else { return nil }
    places.fields.append(DesignPlaces.Field(area: area, colour: colour, at: fields.at))
    return Background(area: area, colour: colour)
  }

  private mutating func furniture(_ fields: Fields, _ key: String) -> [Furniture] {
    var furniture: [Furniture] = []
    let list = fields[key].flatMap { reader.list($0, key: key) } ?? []
    let known = DesignReader.furnitureKeys
    for node in list {
      guard let parts = reader.fields(node, of: key, known: known, required: known) else {
        continue
      }
      let content = parts["shows"].flatMap {
        reader.choice($0, key: "shows", of: Furniture.Content.self)
      }
      let place = parts["place"].flatMap {
        reader.choice($0, key: "place", of: Furniture.Place.self)
      }
      let baseline = length(parts, "baseline")
      let style = parts["style"].flatMap { paragraph($0, key: "style") }
      guard let content, let place, let baseline, let style else { continue }
      furniture.append(
        Furniture(content: content, place: place, baseline: baseline, style: style))
    }
    return furniture
  }

  /// The position of a paragraph style by its name.
  mutating func paragraph(_ node: LayoutNode, key: String) -> Int? {
    guard let name = reader.text(node, key: key) else { return nil }
    if let position = paragraphNames.firstIndex(of: name) { return position }
    reader.report(
      .unknownStyle(
        name, kind: Phrase(cs: "Styl odstavce", en: "paragraph style"), at: node.at,
        known: paragraphNames))
    return nil
  }

  /// The name of a master that the design has.
  mutating func master(_ node: LayoutNode, key: String) -> String? {
    guard let name = reader.text(node, key: key) else { return nil }
    if masterNames.contains(name) { return name }
    reader.report(
      .unknownStyle(
        name, kind: Phrase(cs: "Vzor stránky", en: "page master"), at: node.at,
        known: masterNames))
    return nil
  }
}
