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

    /// What a file of so many pages may ask for.
    init(pages: Int) { operators += 2_000 * pages }

    private init(operators: Int, perPage: Int, unpacked: Int) {
      (self.operators, self.perPage, self.unpacked) = (operators, perPage, unpacked)
    }

    /// What one of so many workers may follow.
    func part(of count: Int) -> Budget {
      Budget(operators: operators / count, perPage: perPage, unpacked: unpacked / count)
    }
  }

  let reader: PDFReader
  var budget = Budget(pages: 0)
  var spaces: InkSpaces
  /// The fonts met, by the number of their object; fonts without one are told by their place.
  var fonts: [FontFacts] = []
  var fontNumbers: [Int: Int] = [:]
  var judge: PageJudge
  var left = 0
  var state: GraphicsState
  /// Forms being drawn, outermost first: one inside itself is a circle.
  var openForms: [Int] = []
  /// How many layers that are off, and masks, surround what is followed: it is not printed.
  var hidden = 0 { didSet { judge.isHidden = hidden > 0 } }
  /// Glyphs drawn by procedures that were followed on this page.
  var drawnGlyphs: Set<Int> = []
  let layers: Layers
  /// Shadings that were looked at, by the number of their object.
  var shadings: [Int: ShadingInk] = [:]
  /// Lists of resources that were read, by the number of their object; a few pages share them.
  private var lists: [Int: PDFDictionary] = [:]

  init(_ reader: PDFReader, layers: Layers, judge: PageJudge) {
    self.reader = reader
    self.layers = layers
    self.judge = judge
    spaces = InkSpaces(reader)
    state = GraphicsState(transform: .identity, clip: PageBox(0, 0, 0, 0))
  }

  /// What was found on all pages.
  consuming func finished() -> Gathered {
    judge.take(fonts)
    return judge.gathered
  }

  /// Judges a page.
  mutating func page(_ page: PressPage, number: Int) {
    judge.begin(page, number: number)
    left = min(budget.perPage, budget.operators)
    let whole = left
    state = GraphicsState(transform: .identity, clip: page.media)
    openForms = []
    hidden = 0
    drawnGlyphs.removeAll(keepingCapacity: true)
    do throws(PDFFailure) {
      let data = try reader.content(of: page.found)
      try spend(data.count)
      let resources = try reader.resolved(page.found["Resources"]).dictionary ?? PDFDictionary()
      try follow(data, resources, depth: 0)
      judge.offset = .max
      state = GraphicsState(transform: .identity, clip: page.media)
      try appearances(on: page)
    } catch {
      judge.unreadable(error)
    }
    budget.operators -= max(1, whole - left)
    judge.end()
  }

  mutating func spend(_ bytes: Int) throws(PDFFailure) {
    budget.unpacked -= bytes
    // A stream costs more than its operators: it is fetched, unpacked and read anew.
    left -= 256 + bytes / 4
    guard budget.unpacked > 0 else { throw PDFFailure(reason: .tooLarge, offset: 0) }
  }

  /// A resource's list and entry: `Font`, `F1`.
  mutating func resource(
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

  private static let colourWords: Set<String> = [
    "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh",
  ]

  mutating func follow(
    _ data: [UInt8], _ resources: PDFDictionary, depth: Int
  ) throws(PDFFailure) {
    var scanner = ContentScanner(data)
    var saved: [GraphicsState] = []
    var path = PathOutline()
    var text = TextPlace()
    /// By marked content that is open: whether it is a layer that is off.
    var marked: [Bool] = []
    /// A glyph whose procedure says so has the colour of its text, whatever it sets.
    var isStencil = false
    defer { hidden -= marked.count { $0 } }
    while let word = try scanner.next() {
      left -= 1
      if depth == 0 { judge.offset = scanner.offset }
      guard left > 0 else { throw PDFFailure(reason: .tooLarge, offset: 0) }
      let operands = scanner.operands
      let n = operands.map { $0.number ?? 0 }
      // Most of a text's page is text: it need not be compared with all the others first.
      if word.utf8.first == 0x54 {
        try textOperator(word, operands, n, resources, &text, depth)
        continue
      }
      if isStencil, ContentWalk.colourWords.contains(word) { continue }
      switch word {
      case "q":
        guard saved.count < 512 else { throw PDFFailure(reason: .tooDeep, offset: 0) }
        saved.append(state)
      case "Q": if let last = saved.popLast() { state = last }
      case "cm" where n.count == 6:
        state.transform = Transform(n[0], n[1], n[2], n[3], n[4], n[5]).then(state.transform)
      case "w": if let width = n.first { state.lineWidth = width.magnitude }
      case "gs": try externalState(named: operands.first?.name, resources, depth)
      case "g", "G", "rg", "RG", "k", "K": setDevice(word, n)
      case "cs", "CS": setSpace(word == "cs", operands.first, resources)
      case "sc", "scn", "SC", "SCN":
        try setColour(word.first == "s", operands, n, resources, depth)
      case "m" where n.count == 2: path.move(n[0], n[1], state.transform)
      case "l" where n.count == 2: path.line(n[0], n[1], state.transform)
      case "c" where n.count == 6:
        path.curve(SIMD2(n[0], n[1]), SIMD2(n[2], n[3]), SIMD2(n[4], n[5]), state.transform)
      case "v" where n.count == 4:
        path.curve(fromLastTo: SIMD2(n[0], n[1]), SIMD2(n[2], n[3]), state.transform)
      case "y" where n.count == 4:
        path.curve(SIMD2(n[0], n[1]), SIMD2(n[2], n[3]), SIMD2(n[2], n[3]), state.transform)
      case "re" where n.count == 4: path.rectangle(n[0], n[1], n[2], n[3], state.transform)
      case "h": path.close()
      case "W", "W*":
        path.clips = true
        path.clipsEvenOdd = word == "W*"
      case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n":
        finish(&path, word)
      case "sh": shade(operands.first?.name, resources)
      case "Do":
        if let name = operands.first?.name { try draw(name, resources, depth) }
      case "BI":
        if let entries = operands.first?.dictionary {
          image(entries, number: nil, data: nil, inline: scanner.imageData, resources)
        }
      case "BMC", "BDC":
        guard marked.count < 4_096 else { throw PDFFailure(reason: .tooDeep, offset: 0) }
        let isOff = word == "BDC" && isLayerOff(operands, resources)
        marked.append(isOff)
        if isOff { hidden += 1 }
      case "EMC": if marked.popLast() == true { hidden -= 1 }
      case "d1": isStencil = true
      default: try textOperator(word, operands, n, resources, &text, depth)
      }
    }
    // What a stream opens and does not close ends with it.
    if let first = saved.first { state = first }
  }

  /// Whether marked content belongs to a layer that is off: `/OC /MC0 BDC`.
  private mutating func isLayerOff(_ operands: [PDFObject], _ resources: PDFDictionary) -> Bool {
    guard operands.count == 2, operands[0].name == "OC", let name = operands[1].name else {
      return false
    }
    return layers.isOff(resource("Properties", name, resources), reader)
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
      let colour = try pattern(name, resources, depth)
      if fills { state.fill = colour } else { state.stroke = colour }
      return
    }
    if fills {
      state.fill = InkColour(state.fill.space, n)
    } else {
      state.stroke = InkColour(state.stroke.space, n)
    }
  }

  private mutating func externalState(
    named name: String?, _ resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) {
    guard let name,
      let entries = try reader.resolved(resource("ExtGState", name, resources)).dictionary
    else { return }
    for entry in entries.entries {
      let value = try reader.resolved(entry.value)
      switch (entry.key, value) {
      case ("LW", _): if let width = value.number { state.lineWidth = width.magnitude }
      case ("OP", .boolean(let on)):
        state.strokesOver = on
        if entries["op"] == .null { state.fillsOver = on }
      case ("op", .boolean(let on)): state.fillsOver = on
      case ("OPM", .integer(let mode)): state.overprintMode = mode
      case ("ca", _): state.fillAlpha = min(max(value.number ?? 1, 0), 1)
      case ("CA", _): state.strokeAlpha = min(max(value.number ?? 1, 0), 1)
      case ("BM", _):
        let mode = value.name ?? value.array?.first?.name ?? "Normal"
        state.isBlended = mode != "Normal" && mode != "Compatible"
      case ("SMask", _):
        state.hasMask = value.dictionary != nil
        if let mask = value.dictionary { try look(throughMask: mask, resources, depth) }
      case ("TR", .name("Identity")), ("TR2", .name("Default")), ("TR2", .name("Identity")): break
      case ("TR", _), ("TR2", _): judge.usesTransferCurve()
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

  /// The group of a mask is not printed, but its fonts must be there, and it must end.
  private mutating func look(
    throughMask mask: PDFDictionary, _ resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) {
    let group = try reader.resolved(mask["G"])
    guard case .stream(let entries, _) = group else { return }
    hidden += 1
    defer { hidden -= 1 }
    try form(group, entries, number: mask["G"].reference?.number, resources, depth)
  }

  // MARK: Painting

  mutating func paint(
    _ kind: PaintedObject.Kind, _ colour: InkColour, _ bounds: PageBox, fills: Bool,
    shape: PathOutline? = nil, outline: Double? = nil
  ) {
    let visible = bounds.intersection(state.clip)
    guard visible.width > 0 || visible.height > 0 else { return }
    let alpha = fills ? state.fillAlpha : state.strokeAlpha
    guard alpha > 0.001 else { return }
    left -= judge.cost(of: visible) + judge.cost(of: shape, state.clipShapes, in: visible)
    judge.paint(
      PaintedObject(
        kind: kind, colour: colour, bounds: visible,
        overprints: fills ? state.fillsOver : state.strokesOver,
        overprintMode: state.overprintMode, isBlended: state.isBlended, alpha: alpha,
        isMasked: state.hasMask, outline: outline, shape: shape, clips: state.clipShapes))
  }

  private mutating func finish(_ path: inout PathOutline, _ word: String) {
    path.close()
    defer { path = PathOutline() }
    guard let bounds = path.bounds else { return }
    if word != "n" {
      if word != "S" && word != "s" {
        path.isEvenOdd = word.hasSuffix("*")
        left -= path.points.count / 4
        if hidden == 0 {
          // Before it is painted: what is white leaves nothing of its ground.
          for thin in path.thinnest {
            judge.thin(thin.side, state.fill, in: thin.box.intersection(state.clip))
          }
        }
        paint(.fill, state.fill, bounds, fills: true, shape: path.isBox ? nil : path)
      }
      if word != "f" && word != "F" && word != "f*" {
        let width = state.lineWidth * state.transform.leastScale
        paint(
          .stroke(width), state.stroke, bounds.outset(by: width / 2), fills: false, shape: path)
      }
    }
    guard path.clips else { return }
    path.isEvenOdd = path.clipsEvenOdd
    state.clip(to: path)
  }
}
