import Core
import PDFSyntax

/// A picture as it is placed.
struct PictureFacts {
  /// The number of its object; nil for one in the content.
  var number: Int?
  var width: Int
  var height: Int
  var bits: Int
  /// Pixels per inch on the page.
  var perInch = 0.0
  /// Its colour space; nil for masks and for spaces that make no sense.
  var space: InkSpace?
  /// Its inks; nil where they are not known.
  var ink: PictureInk?
  /// The darkest that a pixel of its kind can be; nil where even that is not known.
  var atMost: InkColour?
  /// The filter that it is coded with, as the file calls it.
  var coding: String?

  init(number: Int?, width: Int, height: Int, bits: Int) {
    // No honest side is longer; products of two must stay numbers.
    let limit = 1 << 24
    (self.number, self.bits) = (number, bits)
    (self.width, self.height) = (min(max(width, 0), limit), min(max(height, 0), limit))
  }
}

/// Judges what pages paint by a printer's profile and collects what it finds, page by page.
struct PageJudge {
  let profile: PrinterProfile
  /// What was found on the pages so far.
  var gathered: Gathered

  /// Where in the page's content the operator ends that paints just now.
  var offset = 0
  /// Whether what is followed is not printed.
  var isHidden = false

  var page: PressPage?
  var number = 0
  var bleed = PageBox(0, 0, 0, 0)
  /// Units of the page in a point.
  var scale = 1.0
  var shortSides: Set<Int> = []
  /// What reaches the trim, and whether it ends there.
  var edges: [(offset: Int, isShort: Bool)] = []
  var map = InkMap()
  /// The inks of pictures, by object; nil for those that cannot be read.
  var weighed: [Int: PictureInk?] = [:]
  private var isTransparent = false
  private var hasMarks = false
  /// The darkest colour of the tile that is followed.
  private(set) var tile: InkColour?

  /// Nothing finer is cut or seen.
  static let tolerance = 0.4
  /// Less ink than that does not run into a white line so that anybody sees it.
  static let ground: Float = 0.2
  /// The side of the cells in which inks are summed, in points.
  static let cell = 2.0

  init(_ profile: PrinterProfile, keepsSpots: Bool = false) {
    self.profile = profile
    gathered = Gathered(notes: PressNotes(keepsSpots: keepsSpots))
  }

  mutating func note(_ kind: DiagnosticKind, at offset: Int? = nil, cs: String, en: String) {
    gathered.notes.add(kind, number, at: offset ?? self.offset, cs: cs, en: en)
  }

  // MARK: Pages

  mutating func begin(_ page: PressPage, number: Int) {
    self.page = page
    self.number = number
    scale = 1 / page.unit
    bleed = page.trim.outset(by: profile.bleed.points * scale)
    shortSides = []
    edges = []
    (isTransparent, hasMarks, isHidden) = (false, false, false)
    tile = nil
    map.begin(bleed, cell: PageJudge.cell * scale)
  }

  mutating func end() {
    guard let page else { return }
    if isTransparent { gathered.transparentPages.append(number) }
    if hasMarks { gathered.markedPages.append(number) }
    judgeBleed(page)
  }

  mutating func take(_ fonts: [FontFacts]) { gathered.fonts = fonts }

  mutating func unreadable(_ failure: PDFFailure) {
    let isTooMuch = failure.reason == .tooLarge || failure.reason == .tooDeep
    note(
      isTooMuch ? PreflightDiagnostics.tooComplex : PrepressDiagnostics.content,
      cs: "obsah nelze celý posoudit: \(failure.message.cs)",
      en: "the content cannot be judged whole: \(failure.message.en)")
  }

  mutating func seesThrough() {
    if !isHidden { isTransparent = true }
  }

  mutating func usesTransferCurve() {
    note(
      PreflightDiagnostics.exchangeKeys, cs: "přenosová křivka (TR), kterou PDF/X zakazuje",
      en: "a transfer curve (TR), which PDF/X forbids")
  }

  mutating func usesPostScript() {
    note(
      PreflightDiagnostics.exchangeKeys, cs: "kód v PostScriptu, který PDF/X zakazuje",
      en: "PostScript code, which PDF/X forbids")
  }

  mutating func uses(font: Int, in fonts: [FontFacts]) {
    while gathered.fontPages.count <= font { gathered.fontPages.append([]) }
    if gathered.fontPages[font].last != number { gathered.fontPages[font].append(number) }
  }

  /// What laying an ink over a box costs, in operators.
  func cost(of box: PageBox) -> Int {
    isHidden || tile != nil ? 0 : map.cost(of: box.intersection(bleed)) / 512
  }

  /// What finding the inside of shapes costs: every row of cells looks at every corner.
  func cost(of shape: PathOutline?, _ clips: [PathOutline], in box: PageBox) -> Int {
    guard !isHidden, tile == nil else { return 0 }
    let corners = clips.reduce(shape?.points.count ?? 0) { $0 + $1.points.count }
    guard corners > 64 else { return 0 }
    return map.rows(of: box.intersection(bleed)) * corners / 128
  }

  // MARK: Tiles

  /// Begins to collect the colours of a tile; gives back what was collected before.
  mutating func beginTile() -> InkColour?? {
    let outer = tile
    tile = InkColour(space: .cmyk(isManaged: false), process: SIMD4(), stated: [0, 0, 0, 0])
    return .some(outer)
  }

  /// The darkest colour of the tile that was followed.
  mutating func endTile(_ outer: InkColour??) -> InkColour {
    defer { tile = outer ?? nil }
    return tile ?? .unknown
  }

  // MARK: Colour

  mutating func uses(_ space: InkSpace) {
    guard !isHidden else { return }
    switch space.base {
    case .foreign(let name, _):
      note(
        PreflightDiagnostics.foreignColour, cs: "přechod v barvách \(name)",
        en: "a shading in \(name)")
    default: meets(space)
    }
  }

  /// Remembers the inks of a space and whether it needs a profile.
  private mutating func meets(_ space: InkSpace) {
    switch space.base {
    case .inks(let names): for name in names { gathered.uses(spot: name) }
    case .cmyk(isManaged: true):
      if gathered.managedPages.last != number { gathered.managedPages.append(number) }
    default: break
    }
  }

  // MARK: Objects

  mutating func paint(_ object: PaintedObject) {
    guard let page, !isHidden else { return }
    let colour = object.colour
    if tile != nil {
      judgeSpace(of: object)
      if colour.sum > tile?.sum ?? 0 { tile = colour }
      return
    }
    let bounds = object.bounds
    guard bounds.meets(bleed) || isLine(bounds, on: bleed) else {
      if !colour.isBlank { hasMarks = true }
      return
    }
    if colour.isBlank {
      judgeWhite(object)
      if case .stroke(let width) = object.kind { thinWhite(object, width: width) }
      if object.kind == .fill { lay(object) }
      return
    }
    judgeSpace(of: object)
    switch object.kind {
    case .text(let size):
      judge(text: object, size: size * page.unit)
      if let width = object.outline { thin(width, colour) }
    case .stroke(let width): thin(width, colour)
    default: break
    }
    weigh(object)
    switch object.kind {
    case .fill, .image, .shading: judgeEdges(bounds, page.trim)
    case .text: judgeSafety(bounds, page.trim)
    case .stroke:
      if !bounds.meets(page.trim), !isLine(bounds, on: page.trim), bounds.meets(bleed) {
        note(
          PreflightDiagnostics.marks, cs: "čáry (značky?) leží ve spadu",
          en: "lines (marks?) lie in the bleed")
      }
    }
  }

  private mutating func judgeSpace(of object: PaintedObject) {
    guard case .foreign(let name, _) = object.colour.space.base else {
      meets(object.colour.space)
      return
    }
    let what = PageJudge.words(object.kind)
    note(
      PreflightDiagnostics.foreignColour, cs: "\(what.cs) v barvách \(name)",
      en: "\(what.en) in \(name)")
  }

  /// A rule of no height has no area and is still there.
  private func isLine(_ bounds: PageBox, on box: PageBox) -> Bool {
    (bounds.width == 0 || bounds.height == 0)
      && PageBox(
        bounds.left - 0.01, bounds.bottom - 0.01, bounds.right + 0.01, bounds.top + 0.01
      ).meets(box)
  }

  static func words(_ kind: PaintedObject.Kind) -> Phrase {
    switch kind {
    case .text: Phrase(cs: "text", en: "text")
    case .fill: Phrase(cs: "plocha", en: "an area")
    case .stroke: Phrase(cs: "čára", en: "a line")
    case .shading: Phrase(cs: "přechod", en: "a shading")
    case .image: Phrase(cs: "obrázek", en: "a picture")
    }
  }

  // MARK: Pictures

  /// Whether the ink of a picture is worth unpacking it.
  mutating func weighs(_ picture: PictureFacts) -> Bool {
    switch picture.space?.base {
    case .cmyk, .inks: break
    default: return false
    }
    guard !isHidden, let number = picture.number else { return !isHidden }
    return weighed[number] == nil
  }

  /// Judges a picture by itself.
  mutating func see(_ picture: PictureFacts) {
    guard let page, !isHidden else { return }
    let perInch = picture.perInch / page.unit
    if picture.width * picture.height > 1, tile == nil {
      gathered.leastResolution = min(gathered.leastResolution ?? perInch, perInch)
      let least =
        picture.bits == 1 ? profile.minimalBitmapResolution : profile.minimalResolution
      if perInch < Double(least) - 0.5 {
        let found = Int(perInch.rounded())
        note(
          PreflightDiagnostics.resolution,
          cs: "obrázek \(picture.width) × \(picture.height) bodů má \(found) ppi, "
            + "nejméně má mít \(least)",
          en: "a picture of \(picture.width) × \(picture.height) pixels has \(found) ppi, "
            + "at least \(least) are wanted")
      }
    }
    guard let space = picture.space else { return }
    if case .foreign(let name, _) = space.base {
      note(
        PreflightDiagnostics.foreignColour,
        cs: "obrázek \(picture.width) × \(picture.height) v barvách \(name)",
        en: "a picture of \(picture.width) × \(picture.height) in \(name)")
      return
    }
    meets(space)
    if let number = picture.number, weighs(picture) {
      // Copies of many pictures would fill the memory.
      if weighed.count >= 400 { weighed.removeAll(keepingCapacity: true) }
      weighed[number] = .some(picture.ink)
    }
  }

  /// Lays a picture on the page.
  mutating func paint(picture: PictureFacts, _ object: PaintedObject, placed: Transform) {
    guard let page, !isHidden, tile == nil else { return }
    guard object.bounds.meets(bleed) else {
      hasMarks = true
      return
    }
    weigh(picture, object, placed: placed)
    judgeEdges(object.bounds, page.trim)
  }
}
