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
  /// The sum of inks that all but a thousandth of its pixels keep, 0…4; nil where it is not known.
  var ink: Double?

  init(number: Int?, width: Int, height: Int, bits: Int) {
    (self.number, self.width, self.height, self.bits) = (number, width, height, bits)
  }
}

/// Judges what pages paint by a printer's profile and collects what it finds, page by page.
struct PageJudge {
  let profile: PrinterProfile
  private(set) var notes: PressNotes
  private(set) var fonts: [FontFacts] = []
  /// By font: the pages that use it.
  private(set) var fontPages: [[Int]] = []
  private(set) var spots: [String] = []
  private(set) var greatestInk = 0.0
  private(set) var leastResolution: Double?
  private(set) var transparentPages: [Int] = []
  private(set) var markedPages: [Int] = []
  private(set) var unweighed = 0

  private var page: PressPage?
  private var number = 0
  private var bleed = PageBox(0, 0, 0, 0)
  /// Units of the page in a point.
  private var scale = 1.0
  private var shortSides: Set<Int> = []
  private var isTransparent = false
  private var hasMarks = false
  private var ground: [PaintedObject] = []
  private var weighed: [Int: Double] = [:]

  /// What lies beneath is remembered so far; more is a drawing whose parts nobody overprints.
  private static let groundLimit = 2_000
  /// Nothing finer is cut or seen.
  private static let tolerance = 0.4

  /// Where in the page's content the operator ends that paints just now.
  var offset = 0
  /// What reaches the trim, and whether it ends there.
  private var edges: [(offset: Int, isShort: Bool)] = []

  init(_ profile: PrinterProfile, keepsSpots: Bool = false) {
    self.profile = profile
    notes = PressNotes(keepsSpots: keepsSpots)
  }

  private mutating func note(_ kind: DiagnosticKind, cs: String, en: String) {
    notes.add(kind, number, at: offset, cs: cs, en: en)
  }

  // MARK: Pages

  mutating func begin(_ page: PressPage, number: Int) {
    self.page = page
    self.number = number
    scale = 1 / page.unit
    bleed = page.trim.outset(by: profile.bleed.points * scale)
    shortSides = []
    edges = []
    (isTransparent, hasMarks) = (false, false)
    ground.removeAll(keepingCapacity: true)
  }

  mutating func end() {
    guard let page else { return }
    if isTransparent { transparentPages.append(number) }
    if hasMarks { markedPages.append(number) }
    judgeBleed(page)
  }

  private mutating func judgeBleed(_ page: PressPage) {
    let isStated = page.bleed.holds(bleed) && page.statesBleed
    let millimetres = Phrase(
      cs: Millimetres.czech(points: profile.bleed.points),
      en: Millimetres.text(points: profile.bleed.points))
    if !shortSides.isEmpty {
      let names: [Phrase] = [
        Phrase(cs: "vlevo", en: "left"), Phrase(cs: "dole", en: "bottom"),
        Phrase(cs: "vpravo", en: "right"), Phrase(cs: "nahoře", en: "top"),
      ]
      let sides = shortSides.sorted().map { names[$0] }
      for edge in edges where edge.isShort {
        offset = edge.offset
        note(
          PreflightDiagnostics.bleed,
          cs: "barva končí u ořezu a nesahá \(millimetres.cs) mm za něj ("
            + sides.map(\.cs).joined(separator: ", ") + ")",
          en: "colour ends at the trim and does not reach \(millimetres.en) mm beyond ("
            + sides.map(\.en).joined(separator: ", ") + ")")
      }
    } else if !isStated {
      for edge in edges {
        offset = edge.offset
        note(
          PreflightDiagnostics.bleed,
          cs: "barva sahá k ořezu, ale soubor neuvádí spad \(millimetres.cs) mm (BleedBox)",
          en: "colour reaches the trim, but the file states no bleed of \(millimetres.en) mm "
            + "(BleedBox)")
      }
    }
  }

  mutating func take(_ fonts: [FontFacts]) { self.fonts = fonts }

  mutating func unreadable(_ failure: PDFFailure) {
    let isTooMuch = failure.reason == .tooLarge || failure.reason == .tooDeep
    note(
      isTooMuch ? PreflightDiagnostics.tooComplex : PrepressDiagnostics.content,
      cs: "obsah nelze celý posoudit: \(failure.message.cs)",
      en: "the content cannot be judged whole: \(failure.message.en)")
  }

  mutating func seesThrough() { isTransparent = true }

  mutating func uses(font: Int, in fonts: [FontFacts]) {
    while fontPages.count <= font { fontPages.append([]) }
    if fontPages[font].last != number { fontPages[font].append(number) }
  }

  // MARK: Colour

  mutating func uses(_ space: InkSpace) {
    switch space.base {
    case .foreign(let name, _):
      note(
        PreflightDiagnostics.foreignColour, cs: "přechod v barvách \(name)",
        en: "a shading in \(name)")
    case .inks(let names): for name in names { uses(spot: name) }
    default: break
    }
  }

  private mutating func uses(spot name: String) {
    guard !["All", "None", "Cyan", "Magenta", "Yellow", "Black"].contains(name) else { return }
    if !spots.contains(name), spots.count < 64 { spots.append(name) }
  }

  // MARK: Objects

  mutating func paint(_ object: PaintedObject) {
    guard let page else { return }
    let bounds = object.bounds
    guard bounds.meets(bleed) || isLine(bounds, on: bleed) else {
      if !object.colour.isBlank { hasMarks = true }
      return
    }
    let colour = object.colour
    if colour.isBlank {
      judgeWhite(object)
      if object.kind == .fill, !object.overprints { lay(object) }
      return
    }
    switch colour.space.base {
    case .foreign(let name, _):
      let what = PageJudge.words(object.kind)
      note(
        PreflightDiagnostics.foreignColour, cs: "\(what.cs) v barvách \(name)",
        en: "\(what.en) in \(name)")
    case .inks(let names): for name in names { uses(spot: name) }
    default: break
    }
    switch object.kind {
    case .text(let size): judge(text: object, size: size * page.unit)
    case .stroke(let width): thin(width, colour)
    default: break
    }
    weigh(object)
    switch object.kind {
    case .fill, .image, .shading:
      judgeEdges(bounds, page.trim)
      lay(object)
    case .text: judgeSafety(bounds, page.trim)
    case .stroke:
      if !bounds.meets(page.trim), !isLine(bounds, on: page.trim), bounds.meets(bleed) {
        note(
          PreflightDiagnostics.marks, cs: "čáry (značky?) leží ve spadu",
          en: "lines (marks?) lie in the bleed")
      }
    }
  }

  /// A rule of no height has no area and is still there.
  private func isLine(_ bounds: PageBox, on box: PageBox) -> Bool {
    (bounds.width == 0 || bounds.height == 0)
      && PageBox(
        bounds.left - 0.01, bounds.bottom - 0.01, bounds.right + 0.01, bounds.top + 0.01
      ).meets(box)
  }

  private mutating func lay(_ object: PaintedObject) {
    if ground.count >= PageJudge.groundLimit { ground.removeFirst(PageJudge.groundLimit / 4) }
    ground.append(object)
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

  private mutating func judgeWhite(_ object: PaintedObject) {
    guard object.overprints, object.kind != .image else { return }
    let vanishes: Bool
    switch object.colour.space.base {
    case .cmyk(let isManaged): vanishes = object.overprintMode == 1 && !isManaged
    case .inks: vanishes = true
    default: vanishes = false
    }
    guard vanishes else { return }
    let what = PageJudge.words(object.kind)
    note(
      PreflightDiagnostics.whiteOverprint, cs: "\(what.cs) v bílé s přetiskem zmizí",
      en: "\(what.en) in white set to overprint will vanish")
  }

  private mutating func judge(text object: PaintedObject, size: Double) {
    let colour = object.colour
    let tenths = Int((size * 10).rounded())
    let shown = Phrase(
      cs: "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ",\(tenths % 10)"),
      en: "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)"))
    let inks = colour.process
    switch colour.space.base {
    case .cmyk:
      let chroma = inks[0] + inks[1] + inks[2]
      let isDark = inks[3] >= 0.6 && chroma > 0
      let isBuilt = min(inks[0], inks[1], inks[2]) > 0.5
      if (isDark || isBuilt) && size < 24 {
        note(
          PreflightDiagnostics.builtBlack,
          cs: "černý text \(shown.cs) bodu je složen z více barev",
          en: "black text of \(shown.en) points is built of several inks")
      } else if inks[3] >= 0.999, chroma == 0 {
        if !(object.overprints && object.overprintMode == 1) { blackKnocksOut() }
      } else if size < 9, (0..<4).count(where: { inks[$0] > 0.02 }) >= 3 {
        note(
          PreflightDiagnostics.smallColour,
          cs: "drobný text \(shown.cs) bodu ve třech a více barvách",
          en: "small text of \(shown.en) points in three inks or more")
      }
    case .gray where inks[3] >= 0.999: blackKnocksOut()
    case .foreign(_, 3) where colour.stated.count == 3 && colour.stated.allSatisfy({ $0 <= 0.2 }):
      note(
        PreflightDiagnostics.builtBlack,
        cs: "černý text \(shown.cs) bodu v RGB vyjde ze čtyř barev",
        en: "black text of \(shown.en) points in RGB will come out of four inks")
    default: break
    }
  }

  private mutating func blackKnocksOut() {
    note(
      PreflightDiagnostics.knockout, cs: "černý text se nepřetiskuje",
      en: "black text does not overprint")
  }

  /// A line or a side of an area, in units of the page.
  mutating func thin(_ width: Double, _ colour: InkColour) {
    guard let page, !colour.isBlank else { return }
    let points = width * page.unit
    guard points < profile.minimalLine.points - 0.001 else { return }
    let hundredths = Int((points * 100).rounded())
    let rest = hundredths % 100
    let digits = rest < 10 ? "0\(rest)" : "\(rest)"
    note(
      PreflightDiagnostics.hairline,
      cs: "čára tenká \(hundredths / 100),\(digits) bodu",
      en: "a line of \(hundredths / 100).\(digits) points")
  }

  // MARK: Ink

  private mutating func weigh(_ object: PaintedObject) {
    let sum = object.colour.sum
    guard object.kind != .image, object.kind != .shading else { return }
    greatestInk = max(greatestInk, sum)
    let limit = Double(profile.inkLimit) / 100 + 0.005
    if sum > limit {
      let what = PageJudge.words(object.kind)
      let percent = Int((sum * 100).rounded())
      note(
        PreflightDiagnostics.ink,
        cs: "\(what.cs) má \(percent) % barvy, tiskárna dovolí \(profile.inkLimit) %",
        en: "\(what.en) has \(percent) % of ink, the printer allows \(profile.inkLimit) %")
      return
    }
    guard object.overprints || object.isBlended else { return }
    let whole = overlap(of: object)
    greatestInk = max(greatestInk, whole)
    guard whole > limit else { return }
    let percent = Int((whole * 100).rounded())
    note(
      PreflightDiagnostics.overlap,
      cs: "přetisk dává dohromady až \(percent) % barvy, tiskárna dovolí \(profile.inkLimit) %",
      en: "overprinting adds up to \(percent) % of ink, the printer allows \(profile.inkLimit) %")
  }

  /// The greatest sum that an object makes with what it lies on, down to what hides the rest.
  private func overlap(of object: PaintedObject) -> Double {
    var most = 0.0
    let own = object.colour
    for under in ground.reversed() where under.bounds.meets(object.bounds) {
      var inks = under.colour.process
      for ink in 0..<4 {
        let adds: Bool
        switch own.space.base {
        case .cmyk: adds = object.overprintMode == 1 && own.process[ink] == 0
        case .inks: adds = own.process[ink] == 0
        default: adds = false
        }
        if object.isBlended {
          inks[ink] = min(1, inks[ink] + own.process[ink])
        } else if !adds {
          inks[ink] = own.process[ink]
        }
      }
      most = max(most, inks.sum() + under.colour.spots + own.spots)
      if !under.overprints, under.bounds.holds(object.bounds) { break }
    }
    return most
  }

  // MARK: Pictures

  /// Whether the ink of a picture is worth unpacking it.
  mutating func weighs(_ picture: PictureFacts) -> Bool {
    guard case .cmyk = picture.space, let number = picture.number else { return false }
    return weighed[number] == nil
  }

  mutating func see(_ picture: PictureFacts) {
    guard let page else { return }
    let perInch = picture.perInch / page.unit
    if picture.width * picture.height > 1 {
      leastResolution = min(leastResolution ?? perInch, perInch)
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
    switch space.base {
    case .foreign(let name, _):
      note(
        PreflightDiagnostics.foreignColour,
        cs: "obrázek \(picture.width) × \(picture.height) v barvách \(name)",
        en: "a picture of \(picture.width) × \(picture.height) in \(name)")
    case .inks(let names): for name in names { uses(spot: name) }
    case .cmyk:
      if let own = picture.number, picture.ink != nil { weighed[own] = picture.ink }
      guard let ink = picture.ink ?? picture.number.flatMap({ weighed[$0] }) else {
        unweighed += 1
        return
      }
      greatestInk = max(greatestInk, ink)
      if ink > Double(profile.inkLimit) / 100 + 0.02 {
        note(
          PreflightDiagnostics.ink,
          cs: "obrázek \(picture.width) × \(picture.height) má až "
            + "\(Int((ink * 100).rounded())) % barvy, tiskárna dovolí \(profile.inkLimit) %",
          en: "a picture of \(picture.width) × \(picture.height) has up to "
            + "\(Int((ink * 100).rounded())) % of ink, the printer allows \(profile.inkLimit) %")
      }
    default: break
    }
  }

  // MARK: Places

  private mutating func judgeEdges(_ bounds: PageBox, _ trim: PageBox) {
    guard bounds.meets(trim) else { return }
    let near = PageJudge.tolerance * scale
    let far = profile.bleed.points * scale - near
    let distances = [
      bounds.left - trim.left, bounds.bottom - trim.bottom, trim.right - bounds.right,
      trim.top - bounds.top,
    ]
    for (side, distance) in distances.enumerated() where distance <= near {
      let isShort = distance > -far
      if isShort { shortSides.insert(side) }
      if edges.count < 10_000 { edges.append((offset, isShort)) }
    }
  }

  private mutating func judgeSafety(_ bounds: PageBox, _ trim: PageBox) {
    guard bounds.meets(trim) else { return }
    let safe = trim.outset(by: -profile.safety.points * scale)
    guard !safe.holds(bounds) else { return }
    let distance = min(
      bounds.left - trim.left, bounds.bottom - trim.bottom, trim.right - bounds.right,
      trim.top - bounds.top)
    let points = max(0, distance) / scale
    note(
      PreflightDiagnostics.safety,
      cs: "text je \(Millimetres.czech(points: points)) mm od ořezu",
      en: "text is \(Millimetres.text(points: points)) mm from the trim")
  }
}
