import Core
import PDFSyntax

/// Follows the content of a page with the state that a printer's rules need.
///
/// Every page has the same budget of operators, and the document one of its own, so hostile files end.
struct ContentWalk {
  /// How much is followed.
  struct Budget {
    var operators = 40_000_000
    var perPage = 4_000_000
    var unpacked = 2_000_000_000
    static let depth = 16
  }

  let reader: PDFReader
  var budget = Budget()
  var spaces: InkSpaces
  /// The fonts met, by the number of their object; fonts without one are told by their place.
  private(set) var fonts: [FontFacts] = []
  private var fontNumbers: [Int: Int] = [:]
  private var judge: PageJudge
  private var left = 0
  private var state: GraphicsState
  /// Forms being drawn, outermost first: one inside itself is a circle.
  private var openForms: [Int] = []
  /// Lists of resources that were read, by the number of their object; a few pages share them.
  private var lists: [Int: PDFDictionary] = [:]

  init(_ reader: PDFReader, judge: PageJudge) {
    self.reader = reader
    self.judge = judge
    spaces = InkSpaces(reader)
    state = GraphicsState(transform: .identity, clip: PageBox(0, 0, 0, 0))
  }

  /// What was found on all pages.
  consuming func finished() -> PageJudge {
    judge.take(fonts)
    return judge
  }

  /// Judges a page.
  mutating func page(_ page: PressPage, number: Int) {
    judge.begin(page, number: number)
    left = min(budget.perPage, budget.operators)
    let whole = left
    state = GraphicsState(transform: .identity, clip: page.media)
    openForms = []
    do throws(PDFFailure) {
      let data = try reader.content(of: page.found)
      try spend(data.count)
      let resources = try reader.resolved(page.found["Resources"]).dictionary ?? PDFDictionary()
      try follow(data, resources, depth: 0)
    } catch {
      judge.unreadable(error)
    }
    budget.operators -= max(1, whole - left)
    judge.end()
  }

  private mutating func spend(_ bytes: Int) throws(PDFFailure) {
    budget.unpacked -= bytes
    // A stream costs more than its operators: it is fetched, unpacked and read anew.
    left -= 256 + bytes / 4
    guard budget.unpacked > 0 else { throw PDFFailure(reason: .tooLarge, offset: 0) }
  }

  /// A resource's list and entry: `Font`, `F1`.
  private mutating func resource(
    _ key: StaticString, _ name: String, _ resources: PDFDictionary
  ) -> PDFObject {
    let list = resources[key]
    guard let number = list.reference?.number else {
      return list.dictionary?[named: name] ?? .null
    }
    if let known = lists[number] { return known[named: name] }
    guard let found = (try? reader.resolved(list))?.dictionary else { return .null }
    if lists.count >= 1_024 { lists.removeAll(keepingCapacity: true) }
    lists[number] = found
    return found[named: name]
  }

  // MARK: Operators

  private mutating func follow(
    _ data: [UInt8], _ resources: PDFDictionary, depth: Int
  ) throws(PDFFailure) {
    var scanner = ContentScanner(data)
    var saved: [GraphicsState] = []
    var path = PathBounds()
    var text = TextPlace()
    while let word = try scanner.next() {
      left -= 1
      if depth == 0 { judge.offset = scanner.offset }
      guard left > 0 else { throw PDFFailure(reason: .tooLarge, offset: 0) }
      let operands = scanner.operands
      let n = operands.map { $0.number ?? 0 }
      // Most of a text's page is text: it need not be compared with all the others first.
      if word.utf8.first == 0x54 {
        textOperator(word, operands, n, resources, &text)
        continue
      }
      switch word {
      case "q":
        guard saved.count < 512 else { throw PDFFailure(reason: .tooDeep, offset: 0) }
        saved.append(state)
      case "Q": if let last = saved.popLast() { state = last }
      case "cm" where n.count == 6:
        state.transform = Transform(n[0], n[1], n[2], n[3], n[4], n[5]).then(state.transform)
      case "w": if let width = n.first { state.lineWidth = width.magnitude }
      case "gs": try externalState(named: operands.first?.name, resources)
      case "g", "G", "rg", "RG", "k", "K": setDevice(word, n)
      case "cs", "CS": setSpace(word == "cs", operands.first, resources)
      case "sc", "scn", "SC", "SCN":
        try setColour(word.first == "s", operands, n, resources, depth)
      case "m" where n.count == 2, "l" where n.count == 2: path.add(n[0], n[1], state.transform)
      case "c" where n.count == 6:
        for at in [0, 2, 4] { path.add(n[at], n[at + 1], state.transform) }
      case "v" where n.count == 4, "y" where n.count == 4:
        for at in [0, 2] { path.add(n[at], n[at + 1], state.transform) }
      case "re" where n.count == 4: path.add(n[0], n[1], n[2], n[3], state.transform)
      case "W", "W*": path.clips = true
      case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n":
        finish(&path, word)
      case "sh": shade(operands.first?.name, resources)
      case "Do":
        if let name = operands.first?.name { try draw(name, resources, depth) }
      case "BI":
        if let entries = operands.first?.dictionary {
          image(entries, number: nil, data: nil, resources)
        }
      default: textOperator(word, operands, n, resources, &text)
      }
    }
    // What a stream opens and does not close ends with it.
    if let first = saved.first { state = first }
  }

  private mutating func setDevice(_ word: String, _ n: [Double]) {
    let space: InkSpace =
      switch word {
      case "g", "G": .gray
      case "rg", "RG": .foreign("RGB", components: 3)
      default: .cmyk(isManaged: false)
      }
    let colour = InkColour(space, n)
    if word.first?.isLowercase == true { state.fill = colour } else { state.stroke = colour }
  }

  private mutating func setSpace(_ fills: Bool, _ name: PDFObject?, _ resources: PDFDictionary) {
    guard let name, let space = spaces.space(name, resources) else { return }
    if fills {
      state.fill = InkColour(first: space)
    } else {
      state.stroke = InkColour(first: space)
    }
  }

  private mutating func setColour(
    _ fills: Bool, _ operands: [PDFObject], _ n: [Double], _ resources: PDFDictionary,
    _ depth: Int
  ) throws(PDFFailure) {
    if let name = operands.last?.name {
      if fills { state.fill = .unknown } else { state.stroke = .unknown }
      try pattern(name, resources, depth)
      return
    }
    if fills {
      state.fill = InkColour(state.fill.space, n)
    } else {
      state.stroke = InkColour(state.stroke.space, n)
    }
  }

  /// What a tile paints counts where it is chosen; a shading's space counts as its own.
  private mutating func pattern(
    _ name: String, _ resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) {
    let object = resource("Pattern", name, resources)
    let found = try reader.resolved(object)
    guard let entries = found.dictionary else { return }
    if entries["PatternType"].integer == 2 {
      let shading = try reader.resolved(entries["Shading"]).dictionary
      if let space = shading.flatMap({ spaces.space($0["ColorSpace"], resources) }) {
        judge.uses(space)
      }
      return
    }
    guard case .stream = found, depth < Budget.depth,
      !openForms.contains(object.reference?.number ?? -1)
    else { return }
    let data = try reader.data(of: found)
    try spend(data.count)
    let before = state
    openForms.append(object.reference?.number ?? -1)
    let own = try reader.resolved(entries["Resources"]).dictionary ?? resources
    try follow(data, own, depth: depth + 1)
    openForms.removeLast()
    state = before
  }

  private mutating func externalState(
    named name: String?, _ resources: PDFDictionary
  ) throws(PDFFailure) {
    guard let name,
      let entries = try reader.resolved(resource("ExtGState", name, resources)).dictionary
    else { return }
    for entry in entries.entries {
      let value = try reader.resolved(entry.value)
      switch (entry.key, value) {
      case ("LW", _): if let width = value.number { state.lineWidth = width }
      case ("OP", .boolean(let on)):
        state.strokesOver = on
        if entries["op"] == .null { state.fillsOver = on }
      case ("op", .boolean(let on)): state.fillsOver = on
      case ("OPM", .integer(let mode)): state.overprintMode = mode
      case ("ca", _): state.fillAlpha = value.number ?? 1
      case ("CA", _): state.strokeAlpha = value.number ?? 1
      case ("BM", _):
        let mode = value.name ?? value.array?.first?.name ?? "Normal"
        state.isBlended = mode != "Normal" && mode != "Compatible"
      case ("SMask", _): state.hasMask = value.dictionary != nil
      case ("Font", .array(let list)) where list.count == 2:
        font(list[0])
        state.fontSize = (try reader.resolved(list[1])).number ?? 0
      default: continue
      }
    }
    if state.fillAlpha < 1 || state.strokeAlpha < 1 || state.isBlended || state.hasMask {
      judge.seesThrough()
    }
  }

  // MARK: Painting

  private mutating func paint(
    _ kind: PaintedObject.Kind, _ colour: InkColour, _ bounds: PageBox, fills: Bool
  ) {
    let visible = bounds.intersection(state.clip)
    guard visible.width > 0 || visible.height > 0 else { return }
    guard (fills ? state.fillAlpha : state.strokeAlpha) > 0.001 else { return }
    judge.paint(
      PaintedObject(
        kind: kind, colour: colour, bounds: visible,
        overprints: fills ? state.fillsOver : state.strokesOver,
        overprintMode: state.overprintMode, isBlended: state.isBlended))
  }

  private mutating func finish(_ path: inout PathBounds, _ word: String) {
    defer { path = PathBounds() }
    guard let bounds = path.bounds else { return }
    if path.clips { state.clip = state.clip.intersection(bounds) }
    guard word != "n" else { return }
    if word != "S" && word != "s" {
      paint(.fill, state.fill, bounds, fills: true)
      for side in path.thinnest { judge.thin(side, state.fill) }
    }
    if word != "f" && word != "F" && word != "f*" {
      let width = state.lineWidth * state.transform.leastScale
      paint(.stroke(width), state.stroke, bounds.outset(by: width / 2), fills: false)
    }
  }

  private mutating func shade(_ name: String?, _ resources: PDFDictionary) {
    let list = (try? reader.resolved(resources["Shading"]))?.dictionary
    guard let name, let entries = (try? reader.resolved(list?[named: name] ?? .null))?.dictionary
    else { return }
    if let space = spaces.space(entries["ColorSpace"], resources) { judge.uses(space) }
    paint(.shading, .unknown, state.clip, fills: true)
  }

  private mutating func draw(
    _ name: String, _ resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) {
    let object = resource("XObject", name, resources)
    let found = try reader.resolved(object)
    guard case .stream(let entries, _) = found else { return }
    let number = object.reference?.number
    if entries["Subtype"].name == "Image" {
      image(entries, number: number, data: found, resources)
      return
    }
    guard entries["Subtype"].name == "Form" else { return }
    guard depth < Budget.depth, number.map({ !openForms.contains($0) }) ?? true else {
      throw PDFFailure(reason: .loop, offset: 0)
    }
    let data = try reader.data(of: found)
    try spend(data.count)
    let before = state
    let m = (try reader.resolved(entries["Matrix"]).array ?? []).compactMap(\.number)
    if m.count == 6 {
      state.transform = Transform(m[0], m[1], m[2], m[3], m[4], m[5]).then(state.transform)
    }
    let b = (try reader.resolved(entries["BBox"]).array ?? []).compactMap(\.number)
    if b.count == 4 {
      state.clip = state.clip.intersection(
        state.transform.bounds(PageBox(b[0], b[1], b[2], b[3])))
    }
    openForms.append(number ?? -1)
    let own = try reader.resolved(entries["Resources"]).dictionary ?? resources
    try follow(data, own, depth: depth + 1)
    openForms.removeLast()
    state = before
  }

  private mutating func image(
    _ entries: PDFDictionary, number: Int?, data: PDFObject?, _ resources: PDFDictionary
  ) {
    func entry(_ long: StaticString, _ short: StaticString) -> PDFObject {
      let own = entries[long]
      return (try? reader.resolved(own == .null ? entries[short] : own)) ?? .null
    }
    let isMask = entry("ImageMask", "IM") == .boolean(true)
    var picture = PictureFacts(
      number: number, width: entry("Width", "W").integer ?? 0,
      height: entry("Height", "H").integer ?? 0,
      bits: isMask ? 1 : entry("BitsPerComponent", "BPC").integer ?? 8)
    let m = state.transform
    picture.perInch = min(
      Double(picture.width) * 72 / max(0.01, (m.a * m.a + m.b * m.b).squareRoot()),
      Double(picture.height) * 72 / max(0.01, (m.c * m.c + m.d * m.d).squareRoot()))
    if !isMask {
      let stated = entries["ColorSpace"] == .null ? entries["CS"] : entries["ColorSpace"]
      picture.space = spaces.space(stated, resources)
    }
    if case .stream = entry("SMask", "SMask") { judge.seesThrough() }
    paint(
      .image, isMask ? state.fill : .unknown, m.bounds(PageBox(0, 0, 1, 1)), fills: true)
    if judge.weighs(picture), let data { weigh(&picture, data, entry("Decode", "D")) }
    judge.see(picture)
  }

  /// The ink of a picture in four colours, where it is not coded as JPEG.
  private mutating func weigh(
    _ picture: inout PictureFacts, _ object: PDFObject, _ decode: PDFObject
  ) {
    guard picture.bits == 8, picture.width > 0, picture.height > 0,
      picture.width * picture.height <= 100_000_000, budget.unpacked > 500_000_000,
      let samples = try? reader.data(of: object),
      samples.count >= picture.width * picture.height * 4
    else { return }
    budget.unpacked -= samples.count
    let isInverted = decode.array?.first?.number == 1
    var histogram = [Int](repeating: 0, count: 1_021)
    samples.withUnsafeBufferPointer { samples in
      for pixel in 0..<(picture.width * picture.height) {
        var sum = 0
        for ink in 0..<4 { sum += Int(samples[pixel * 4 + ink]) }
        histogram[isInverted ? 1_020 - sum : sum] += 1
      }
    }
    // A thousandth of the pixels may be noise.
    var above = picture.width * picture.height / 1_000
    var sum = 1_020
    while sum > 0, above >= histogram[sum] {
      above -= histogram[sum]
      sum -= 1
    }
    picture.ink = Double(sum) / 255
  }

  // MARK: Text

  private mutating func font(_ object: PDFObject) {
    let number = object.reference?.number ?? -1
    if let known = fontNumbers[number], number >= 0 {
      state.font = known
      return
    }
    guard let entries = (try? reader.resolved(object))?.dictionary, fonts.count < 20_000 else {
      state.font = nil
      return
    }
    let facts = FontFacts(entries, reader)
    if number < 0, let same = fonts.firstIndex(of: facts) {
      state.font = same
      return
    }
    fonts.append(facts)
    fontNumbers[number] = fonts.count - 1
    state.font = fonts.count - 1
  }

  private mutating func textOperator(
    _ word: String, _ operands: [PDFObject], _ n: [Double], _ resources: PDFDictionary,
    _ text: inout TextPlace
  ) {
    switch word {
    case "BT": text = TextPlace()
    case "Tf" where operands.count == 2:
      if let name = operands[0].name { font(resource("Font", name, resources)) }
      state.fontSize = n[1]
    case "Tc": state.letterSpace = n.first ?? 0
    case "Tw": state.wordSpace = n.first ?? 0
    case "Tz": state.stretch = (n.first ?? 100) / 100
    case "TL": state.leading = n.first ?? 0
    case "Ts": state.rise = n.first ?? 0
    case "Tr": state.textMode = Int(min(max(n.first ?? 0, 0), 7))
    case "Tm" where n.count == 6:
      text.line = Transform(n[0], n[1], n[2], n[3], n[4], n[5])
      text.now = text.line
    case "Td" where n.count == 2: text.next(n[0], n[1])
    case "TD" where n.count == 2:
      state.leading = -n[1]
      text.next(n[0], n[1])
    case "T*": text.next(0, -state.leading)
    case "Tj": if let string = operands.first?.string { show(string, &text) }
    case "'":
      text.next(0, -state.leading)
      if let string = operands.first?.string { show(string, &text) }
    case "\"" where operands.count == 3:
      (state.wordSpace, state.letterSpace) = (n[0], n[1])
      text.next(0, -state.leading)
      if let string = operands[2].string { show(string, &text) }
    case "TJ":
      for item in operands.first?.array ?? [] {
        if let string = item.string {
          show(string, &text)
        } else if let shift = item.number {
          text.advance(-shift / 1_000 * state.fontSize * state.stretch)
        }
      }
    default: break
    }
  }

  private mutating func show(_ string: [UInt8], _ text: inout TextPlace) {
    guard !string.isEmpty else { return }
    let size = state.fontSize
    func advance(_ string: ArraySlice<UInt8>) -> Double {
      let measured =
        state.font.map { fonts[$0].measure(string) }
        ?? (codes: string.count, width: Double(string.count) / 2, spaces: 0)
      return
        (measured.width * size + Double(measured.codes) * state.letterSpace
        + Double(measured.spaces) * state.wordSpace) * state.stretch
    }
    let whole = advance(string[...])
    let place = text.now.then(state.transform)
    text.advance(whole)
    if let font = state.font { judge.uses(font: font, in: fonts) }
    // 3 and 7 paint nothing. *Source:* ISO 32000-1 §9.3.6.
    guard state.textMode != 3, state.textMode != 7 else { return }
    let seen = state.font.map { fonts[$0].visible(string) } ?? string[...]
    guard !seen.isEmpty else { return }
    let bounds = place.bounds(
      PageBox(
        0, state.rise - 0.2 * size, seen.count == string.count ? whole : advance(seen),
        state.rise + 0.72 * size))
    if [1, 2, 5, 6].contains(state.textMode) {
      let width = state.lineWidth * state.transform.leastScale
      paint(.stroke(width), state.stroke, bounds, fills: false)
    }
    if state.textMode != 1, state.textMode != 5 {
      paint(.text(size.magnitude * place.leastScale), state.fill, bounds, fills: true)
    }
  }
}
