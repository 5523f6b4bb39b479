import Core

/// Reads a design: the page, its palette, its fonts and its styles.
///
/// What is named elsewhere in the file (colours, faces, styles, masters) is read first, so the
/// order of the sections does not matter.
struct DesignReader {
  /// The values and findings.
  var reader: LayoutReader
  /// The palette in the order of the file.
  var palette: [NamedColour] = []
  /// The spot colours in the order of the file.
  var spots: [NamedSpot] = []
  /// What colours of several inks are in small letters.
  var fineInks = FineInks()
  /// The faces in the order of the file.
  var faces: [FaceSpec] = []
  /// The families in the order of the file.
  var families: [String] = []
  /// The names of the paragraph styles in the order of the file.
  var paragraphNames: [String] = []
  /// The names of the masters in the order of the file.
  var masterNames: [String] = []
  /// Whether the page has a margin column.
  var hasMarginColumn = true
  /// The colour of the paper.
  var paper: Colour = .white
  /// Where what pages are painted with is stated.
  var places = DesignPlaces()

  static let sections = [
    "name", "page", "palette", "fonts", "paragraphs", "characters", "boxes", "tables", "masters",
  ]
  static let optionalSections = ["page-breaking", "pictograms", "tabs", "spine", "spots"]

  /// Starts reading a file.
  init(reader: LayoutReader) { self.reader = reader }

  /// Reads the whole; nil where the file is no design at all.
  mutating func design(_ root: LayoutNode) -> DesignBook? {
    guard
      let top = reader.fields(
        root, of: "design", known: DesignReader.sections + DesignReader.optionalSections,
        required: DesignReader.sections)
    else { return nil }
    let name = top["name"].flatMap { reader.text($0, key: "name") } ?? ""
    places.head = root.at
    let page = self.page(top["page"])
    reader.baseline = page.baseline
    hasMarginColumn = page.marginWidth > .zero
    readSpots(top["spots"])
    readPalette(top["palette"])
    if let paperNode = top["page"].flatMap({ fieldsOnly($0)?["paper"] }) {
      paper = colour(paperNode, key: "paper") ?? .white
    }
    let (fallback, protrusion) = fonts(top["fonts"])
    paragraphNames = names(top["paragraphs"])
    masterNames = names(top["masters"])
    let (paragraphs, paragraphKeys) = self.paragraphs(top["paragraphs"])
    let (characters, characterKeys) = self.characters(top["characters"])
    let (boxes, boxKeys) = self.boxes(top["boxes"])
    let (tables, tableKeys) = self.tables(top["tables"])
    let masters = self.masters(top["masters"])
    var book = DesignBook(
      name: name, page: page, masters: masters, faces: faces, fallback: fallback,
      protrusion: protrusion, paragraphs: paragraphs, characters: characters, boxes: boxes,
      tables: tables,
      paragraphKeys: paragraphKeys, characterKeys: characterKeys, boxKeys: boxKeys,
      tableKeys: tableKeys, paper: paper)
    book.pageBreaking = pageBreaking(top["page-breaking"])
    book.pictograms = pictograms(top["pictograms"])
    book.tabs = tabs(top["tabs"])
    book.spine = spine(top["spine"])
    book.places = places
    book.spots = spots.map(\.colour)
    book.fineInks = fineInks
    return book
  }

  /// The entries of a map without any check.
  func fieldsOnly(_ node: LayoutNode) -> Fields? {
    guard case .map(let entries) = node.value else { return nil }
    return Fields(entries: entries, at: node.at)
  }

  private func names(_ node: LayoutNode?) -> [String] {
    node.flatMap { fieldsOnly($0)?.entries.map(\.key) } ?? []
  }

  // MARK: Rules and fields

  /// Whether the value is the word `none`, by which an heir drops what it inherits.
  func isNone(_ node: LayoutNode) -> Bool {
    if case .scalar("none", isQuoted: false) = node.value { return true }
    return false
  }

  /// A rule, or `none`.
  mutating func rule(_ node: LayoutNode, key: String) -> Rule? {
    if isNone(node) { return nil }
    guard
      let fields = reader.fields(
        node, of: key, known: ["width", "colour", "distance"], required: ["width", "colour"])
    else { return nil }
    let width = fields["width"].flatMap { reader.length($0, key: "width") }
    let colour = fields["colour"].flatMap { self.colour($0, key: "colour") }
    let distance = fields["distance"].flatMap { reader.length($0, key: "distance") } ?? .zero
    guard let width, let colour else { return nil }
    let place = fields["width"]?.at ?? node.at
    places.add(DesignPlaces.Line(width: width, colour: colour, at: place))
    return Rule(width: width, colour: colour, distance: distance)
  }

  /// A fixed field of the page, or `none`.
  mutating func frame(_ node: LayoutNode, key: String) -> Frame? {
    if isNone(node) { return nil }
    let sides = ["x", "y", "width", "height"]
    guard let fields = reader.fields(node, of: key, known: sides + ["stand"], required: sides)
    else { return nil }
    let stand = fields["stand"].flatMap { reader.choice($0, key: "stand", of: Stand.self) }
    guard let area = area(fields) else { return nil }
    return Frame(area: area, stand: stand ?? .head)
  }

  /// The rectangle of `x`, `y`, `width`, `height`.
  mutating func area(_ fields: Fields) -> Rect? {
    let x = fields["x"].flatMap { reader.length($0, key: "x", allowsNegative: true) }
    let y = fields["y"].flatMap { reader.length($0, key: "y", allowsNegative: true) }
    let width = fields["width"].flatMap { reader.length($0, key: "width") }
    let height = fields["height"].flatMap { reader.length($0, key: "height") }
    guard let x, let y, let width, let height else { return nil }
    return Rect(x: x, y: y, width: width, height: height)
  }
}
