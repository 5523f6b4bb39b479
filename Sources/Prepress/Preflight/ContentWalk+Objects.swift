import Core
import PDFSyntax

/// What content draws by name: forms, pictures, patterns, shadings, annotations.
extension ContentWalk {
  mutating func draw(
    _ name: String, _ resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) {
    let object = resource("XObject", name, resources)
    let found = try reader.resolved(object)
    guard case .stream(let entries, _) = found else { return }
    let number = object.reference?.number
    let isOff = entries["OC"] != .null && layers.isOff(entries["OC"], reader)
    if isOff { hidden += 1 }
    defer { if isOff { hidden -= 1 } }
    switch entries["Subtype"].name {
    case "Image": image(entries, number: number, data: found, inline: nil, resources)
    case "Form": try form(found, entries, number: number, resources, depth)
    case "PS": judge.usesPostScript()
    default: break
    }
  }

  /// Follows a form with the state as it is.
  mutating func form(
    _ stream: PDFObject, _ entries: PDFDictionary, number: Int?, _ resources: PDFDictionary,
    _ depth: Int
  ) throws(PDFFailure) {
    guard depth < Budget.depth, number.map({ !openForms.contains($0) }) ?? true else {
      throw PDFFailure(reason: .loop, offset: 0)
    }
    let data = try reader.data(of: stream)
    try spend(data.count)
    let before = state
    state.transform = try matrix(entries["Matrix"]).then(state.transform)
    let b = try numbers(entries["BBox"])
    if b.count == 4 {
      var outline = PathOutline()
      outline.rectangle(b[0], b[1], b[2] - b[0], b[3] - b[1], state.transform)
      state.clip(to: outline)
    }
    openForms.append(number ?? -1)
    let own = try reader.resolved(entries["Resources"]).dictionary ?? resources
    try follow(data, own, depth: depth + 1)
    openForms.removeLast()
    state = before
  }

  private func numbers(_ object: PDFObject) throws(PDFFailure) -> [Double] {
    var numbers: [Double] = []
    for entry in (try reader.resolved(object).array ?? []).prefix(8) {
      if let number = try reader.resolved(entry).number { numbers.append(number) }
    }
    return numbers
  }

  private func matrix(_ object: PDFObject) throws(PDFFailure) -> Transform {
    let m = try numbers(object)
    return m.count == 6 ? Transform(m[0], m[1], m[2], m[3], m[4], m[5]) : .identity
  }

  // MARK: Patterns and shadings

  /// What a pattern paints: of a tile the darkest of its colours, of a shading its darkest place.
  mutating func pattern(
    _ name: String, _ resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) -> InkColour {
    let object = resource("Pattern", name, resources)
    let found = try reader.resolved(object)
    guard let entries = found.dictionary else { return .unknown }
    if entries["PatternType"].integer == 2 {
      return shadingInk(entries["Shading"], resources).colour ?? .unknown
    }
    guard case .stream = found, depth < Budget.depth,
      !openForms.contains(object.reference?.number ?? -1)
    else { return .unknown }
    let data = try reader.data(of: found)
    try spend(data.count)
    let before = state
    state.transform = try matrix(entries["Matrix"])
    state.clip = PageBox(-1e6, -1e6, 1e6, 1e6)
    state.clipShapes = []
    openForms.append(object.reference?.number ?? -1)
    let outer = judge.beginTile()
    let own = try reader.resolved(entries["Resources"]).dictionary ?? resources
    do throws(PDFFailure) {
      try follow(data, own, depth: depth + 1)
    } catch {
      _ = judge.endTile(outer)
      throw error
    }
    openForms.removeLast()
    state = before
    return judge.endTile(outer)
  }

  private mutating func shadingInk(
    _ object: PDFObject, _ resources: PDFDictionary
  ) -> ShadingInk {
    guard let found = try? reader.resolved(object), let entries = found.dictionary else {
      return ShadingInk()
    }
    let space = spaces.space(entries["ColorSpace"], resources)
    if let space { judge.uses(space) }
    let number = object.reference?.number
    let known = number.flatMap { shadings[$0] }
    let ink = known ?? spaces.darkest(of: found, resources)
    if known == nil {
      left -= ink.cost / 16
      budget.unpacked -= ink.cost
      if shadings.count >= 4_096 { shadings.removeAll(keepingCapacity: true) }
      if let number { shadings[number] = ink }
    }
    if ink.colour == nil { judge.cannotWeighShading(in: space) }
    return ink
  }

  mutating func shade(_ name: String?, _ resources: PDFDictionary) {
    guard let name else { return }
    let ink = shadingInk(resource("Shading", name, resources), resources)
    var visible = state.clip
    if let box = ink.box { visible = visible.intersection(state.transform.bounds(box)) }
    paint(.shading, ink.colour ?? .unknown, visible, fills: true)
  }

  // MARK: Pictures

  mutating func image(
    _ entries: PDFDictionary, number: Int?, data: PDFObject?, inline: ArraySlice<UInt8>?,
    _ resources: PDFDictionary
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
    let bounds = m.bounds(PageBox(0, 0, 1, 1))
    if isMask {
      judge.see(picture)
      let before = state.hasMask
      state.hasMask = true
      paint(.image, state.fill, bounds, fills: true)
      state.hasMask = before
      return
    }
    let stated = entries["ColorSpace"] == .null ? entries["CS"] : entries["ColorSpace"]
    picture.space = spaces.space(stated, resources)
    var isMasked = false
    if case .stream = entry("SMask", "SMask") {
      judge.seesThrough()
      isMasked = true
    }
    if entry("Mask", "Mask") != .null { isMasked = true }
    let filter = entry("Filter", "F")
    picture.coding = filter.name ?? filter.array?.last.flatMap { try? reader.resolved($0) }?.name
    if picture.coding == "JPXDecode", let data {
      let head = (try? reader.coded(data)).flatMap { JPXHeader($0.data) }
      picture.bits = head?.bits ?? picture.bits
      // What the file says of the colours comes before what the picture says.
      picture.space = picture.space ?? head?.space
      if head?.hasOpacity == true, (entry("SMaskInData", "SMaskInData").integer ?? 0) > 0 {
        judge.seesThrough()
        isMasked = true
      }
    }
    let decode = (entry("Decode", "D").array ?? []).compactMap(\.number)
    picture.atMost = picture.space.flatMap {
      InkColour(darkestOf: $0, bits: picture.bits, decode: decode)
    }
    if judge.weighs(picture), budget.unpacked > 500_000_000 {
      picture.ink = ink(of: picture, entries, data, inline, decode)
    }
    judge.see(picture)
    let visible = bounds.intersection(state.clip)
    guard visible.width > 0, visible.height > 0, state.fillAlpha > 0.001 else { return }
    left -= judge.cost(of: visible)
    judge.paint(
      picture: picture,
      PaintedObject(
        kind: .image, colour: .unknown, bounds: visible, overprints: state.fillsOver,
        overprintMode: state.overprintMode, isBlended: state.isBlended, alpha: state.fillAlpha,
        isMasked: isMasked || state.hasMask, clips: state.clipShapes),
      placed: m)
  }

  private mutating func ink(
    of picture: PictureFacts, _ entries: PDFDictionary, _ data: PDFObject?,
    _ inline: ArraySlice<UInt8>?, _ decode: [Double]
  ) -> PictureInk? {
    guard let space = picture.space, picture.width > 0, picture.height > 0,
      picture.width <= 100_000_000 / picture.height, [1, 2, 4, 8, 16].contains(picture.bits)
    else { return nil }
    let coded =
      inline.map { try? reader.coded(inline: $0, entries) } ?? data.map { try? reader.coded($0) }
    guard let coded = coded.flatMap({ $0 }) else { return nil }
    // Pixels cost as much as bytes that are unpacked.
    budget.unpacked -= picture.width * picture.height * max(1, space.components)
    left -= picture.width * picture.height / 64
    return PictureInk(
      data: coded.data, coding: coded.coding, space: space, width: picture.width,
      height: picture.height, bits: picture.bits, decode: decode)
  }

  // MARK: Annotations

  /// Follows what annotations look like: a printer's machine may print it.
  mutating func appearances(on page: PressPage) throws(PDFFailure) {
    guard let list = try reader.resolved(page.found.entries["Annots"]).array else { return }
    for annotation in list.prefix(500) {
      guard let entries = try reader.resolved(annotation).dictionary else { continue }
      // Hidden, or never seen. *Source:* ISO 32000-1 §12.5.3.
      let flags = try reader.resolved(entries["F"]).integer ?? 0
      guard flags & 0x22 == 0, entries["Subtype"].name != "Popup" else { continue }
      let looks = try reader.resolved(entries["AP"]).dictionary ?? PDFDictionary()
      var object = looks["N"]
      var found = try reader.resolved(object)
      if case .dictionary(let states) = found {
        object = states[named: try reader.resolved(entries["AS"]).name ?? "Off"]
        found = try reader.resolved(object)
      }
      guard case .stream(let form, _) = found else { continue }
      let rect = try numbers(entries["Rect"])
      let box = try numbers(form["BBox"])
      guard rect.count == 4, box.count == 4 else { continue }
      // *Source:* ISO 32000-1 §12.5.5, algorithm 8.1.
      let own = try matrix(form["Matrix"]).bounds(PageBox(box[0], box[1], box[2], box[3]))
      let place = PageBox(rect[0], rect[1], rect[2], rect[3])
      guard own.width > 0, own.height > 0 else { continue }
      let (x, y) = (place.width / own.width, place.height / own.height)
      let before = state
      state.transform = Transform(
        x, 0, 0, y, place.left - own.left * x, place.bottom - own.bottom * y)
      try self.form(found, form, number: object.reference?.number, PDFDictionary(), 1)
      state = before
    }
  }
}
