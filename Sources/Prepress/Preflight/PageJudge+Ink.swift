import Core

/// How much ink lies where.
extension PageJudge {
  private var limit: Double { Double(profile.inkLimit) / 100 + 0.005 }

  /// Judges the ink of an object by itself and over what lies beneath it.
  mutating func weigh(_ object: PaintedObject) {
    let sum = object.colour.sum
    gathered.greatestInk = max(gathered.greatestInk, sum)
    let isTooMuch = sum > limit
    if isTooMuch {
      let what =
        object.colour.isRegistration
        ? Phrase(cs: "registrační barva", en: "the registration colour")
        : PageJudge.words(object.kind)
      let percent = Int((sum * 100).rounded())
      note(
        PreflightDiagnostics.ink,
        cs: "\(what.cs) má \(percent) % barvy, tiskárna dovolí \(profile.inkLimit) %",
        en: "\(what.en) has \(percent) % of ink, the printer allows \(profile.inkLimit) %")
    }
    let made: InkMap.Sum
    switch object.kind {
    case .fill, .shading, .image: made = laid(object)
    case .text:
      guard object.overprints || object.isBlended else { return }
      made = map.test(object.laid, in: heart(of: object.bounds), limit: Float(limit))
    case .stroke(let width):
      guard object.overprints || object.isBlended else { return }
      made = tested(along: object, width: width)
    }
    if !isTooMuch { judge(made, beneath: sum) }
  }

  /// What of the box of a text is looked at: a rule that it all but touches shares its outer cells.
  private func heart(of bounds: PageBox) -> PageBox {
    bounds.outset(by: -min(map.side, 0.45 * min(bounds.width, bounds.height)))
  }

  /// Says that inks add up to too much.
  private mutating func judge(_ made: InkMap.Sum, beneath own: Double) {
    // What an object has by itself was judged before.
    guard made.under >= 0, Double(made.most) > own + 0.001 else { return }
    gathered.greatestInk = max(gathered.greatestInk, Double(made.most))
    guard made.cells > 0 else { return }
    let percent = Int((made.most * 100).rounded())
    note(
      PreflightDiagnostics.overlap, at: made.under,
      cs: "přetisk dává dohromady až \(percent) % barvy, tiskárna dovolí \(profile.inkLimit) %",
      en: "overprinting adds up to \(percent) % of ink, the printer allows \(profile.inkLimit) %")
  }

  /// Lays an area over what is there.
  mutating func lay(_ object: PaintedObject) { _ = laid(object) }

  private mutating func laid(_ object: PaintedObject) -> InkMap.Sum {
    map.lay(
      object.laid, on: object.shape, in: object.bounds, clips: object.clips, by: offset,
      limit: Float(limit))
  }

  /// What a line would make of the cells along it.
  private func tested(along object: PaintedObject, width: Double) -> InkMap.Sum {
    let ink = object.laid
    var sum = InkMap.Sum()
    follow(object, width: width) { box in
      let here = map.test(ink, in: box, limit: Float(limit))
      if here.most > sum.most { (sum.most, sum.under) = (here.most, here.under) }
      sum.cells += here.cells
    }
    return sum
  }

  /// Goes along a line, cell by cell; of one that is not known whole the box around it is looked at.
  func follow(_ object: PaintedObject, width: Double, _ look: (PageBox) -> Void) {
    let half = max(width / 2, 0)
    guard let shape = object.shape, !shape.isRough else { return look(object.bounds) }
    for (index, start) in shape.starts.enumerated() {
      let end = index + 1 < shape.starts.count ? shape.starts[index + 1] : shape.points.count
      for at in start..<max(start, end - 1) {
        let (from, to) = (shape.points[at], shape.points[at + 1])
        let way = to - from
        let length = (way * way).sum().squareRoot()
        let steps = min(2_000, max(1, Int(min(length / map.side, 2_000))))
        for step in 0...steps {
          let point = from + way * (Double(step) / Double(steps))
          let box = PageBox(point.x - half, point.y - half, point.x + half, point.y + half)
          if box.meets(object.bounds) || half == 0 { look(box) }
        }
      }
    }
  }

  /// Judges the inks of a picture where it stands.
  mutating func weigh(_ picture: PictureFacts, _ object: PaintedObject, placed: Transform) {
    var object = object
    guard let ink = picture.ink ?? picture.number.flatMap({ weighed[$0] ?? nil }) else {
      bound(picture, &object)
      lay(object)
      return
    }
    gathered.greatestInk = max(gathered.greatestInk, ink.most)
    if ink.most > Double(profile.inkLimit) / 100 + 0.02 { tooMuch(in: picture, ink.most) }
    object.colour.space = picture.space ?? .pattern
    let made = map.lay(
      ink, object.laid, placed: placed, in: object.bounds, clips: object.clips, by: offset,
      limit: Float(limit))
    if object.overprints || object.isBlended { judge(made, beneath: ink.most) }
  }

  private mutating func tooMuch(in picture: PictureFacts, _ sum: Double) {
    let percent = Int((sum * 100).rounded())
    note(
      PreflightDiagnostics.ink,
      cs: "obrázek \(picture.width) × \(picture.height) má až \(percent) % barvy, "
        + "tiskárna dovolí \(profile.inkLimit) %",
      en: "a picture of \(picture.width) × \(picture.height) has up to \(percent) % of ink, "
        + "the printer allows \(profile.inkLimit) %")
  }

  /// Judges a picture whose pixels are not read by the darkest that they can be.
  private mutating func bound(_ picture: PictureFacts, _ object: inout PaintedObject) {
    guard let most = picture.atMost else {
      switch picture.space?.base {
      case .cmyk, .inks, .gray: cannotWeigh(picture, nil)
      default: break
      }
      return
    }
    if picture.bits == 1, picture.space?.components == 1 {
      // Of two colours the darker one is there, else the picture would be blank.
      gathered.greatestInk = max(gathered.greatestInk, most.sum)
      if most.sum > limit { tooMuch(in: picture, most.sum) }
    } else if most.sum > limit {
      cannotWeigh(picture, most.sum)
      // That it may be as dark as that is no proof against what lies over it.
      return
    }
    (object.colour.process, object.colour.spots) = (most.process, most.spots)
    object.colour.space = picture.space ?? .pattern
  }

  private mutating func cannotWeigh(_ picture: PictureFacts, _ sum: Double?) {
    gathered.unweighed += 1
    let percent = sum.map { Int(($0 * 100).rounded()) }
    let coding = picture.coding.map { " (\($0))" } ?? ""
    note(
      PreflightDiagnostics.unweighed,
      cs: "barvu obrázku \(picture.width) × \(picture.height)\(coding) nelze změřit"
        + (percent.map { "; může jí být až \($0) %, tiskárna dovolí \(profile.inkLimit) %" } ?? ""),
      en: "the ink of a picture of \(picture.width) × \(picture.height)\(coding) cannot be measured"
        + (percent.map { "; it may be up to \($0) %, the printer allows \(profile.inkLimit) %" }
          ?? ""))
  }

  /// Says that a shading's darkest place cannot be told.
  mutating func cannotWeighShading(in space: InkSpace?) {
    guard !isHidden else { return }
    // Colours of a screen are a finding already.
    if case .foreign = space?.base { return }
    gathered.unweighed += 1
    note(
      PreflightDiagnostics.unweighed, cs: "barvu přechodu nelze změřit",
      en: "the ink of a shading cannot be measured")
  }
}
