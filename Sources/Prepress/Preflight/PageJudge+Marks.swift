import Core

/// Where things stand, how thin they are, and what letters are printed in.
extension PageJudge {
  mutating func judge(text object: PaintedObject, size: Double) {
    let colour = object.colour
    let tenths = Int(((size.isFinite ? min(size, 100_000) : 0) * 10).rounded())
    let whole = tenths % 10 == 0
    let shown = Phrase(
      cs: "\(tenths / 10)" + (whole ? "" : ",\(tenths % 10)")
        + (whole && tenths != 10 ? " bodů" : " bodu"),
      en: "\(tenths / 10)" + (whole ? "" : ".\(tenths % 10)")
        + (tenths == 10 ? " point" : " points"))
    let inks = colour.process
    switch colour.space.base {
    case .cmyk:
      let chroma = inks[0] + inks[1] + inks[2]
      let isDark = inks[3] >= 0.6 && chroma > 0
      let isBuilt = min(inks[0], inks[1], inks[2]) > 0.5
      if (isDark || isBuilt) && size < 24 {
        note(
          PreflightDiagnostics.builtBlack,
          cs: "černý text \(shown.cs) je složen z více barev",
          en: "black text of \(shown.en) is built of several inks")
      } else if inks[3] >= 0.999, chroma == 0 {
        if !(object.overprints && object.overprintMode == 1) { blackKnocksOut() }
      } else if size < 9, (0..<4).count(where: { inks[$0] > 0.02 }) >= 3 {
        note(
          PreflightDiagnostics.smallColour,
          // Without its size: a colour is mended once, in whatever sizes it is set.
          cs: "drobný text (pod 9 bodů) ve třech a více barvách, \(colour.inkNames)",
          en: "small text (below 9 points) in three inks or more, \(colour.inkNames)")
      }
    case .gray where inks[3] >= 0.999: blackKnocksOut()
    case .foreign(_, 3) where colour.stated.count == 3 && colour.stated.allSatisfy({ $0 <= 0.2 }):
      note(
        PreflightDiagnostics.builtBlack,
        cs: "černý text \(shown.cs) v RGB vyjde ze čtyř barev",
        en: "black text of \(shown.en) in RGB will come out of four inks")
    default: break
    }
  }

  private mutating func blackKnocksOut() {
    note(
      PreflightDiagnostics.knockout, cs: "černý text se nepřetiskuje",
      en: "black text does not overprint")
  }

  /// A side of an area, in units of the page.
  mutating func thin(_ width: Double, _ colour: InkColour, in box: PageBox) {
    guard colour.isBlank else { return thin(width, colour) }
    if isThin(width), tile == nil, map.greatest(in: box) > PageJudge.ground { closes(width) }
  }

  /// A line, in units of the page.
  mutating func thin(_ width: Double, _ colour: InkColour) {
    guard !colour.isBlank, isThin(width) else { return }
    let points = PageJudge.points(width * (page?.unit ?? 1))
    note(
      PreflightDiagnostics.hairline, cs: "čára tenká \(points.cs) bodu",
      en: "a line of \(points.en) points")
  }

  /// A line of no ink, which is there only where ink surrounds it.
  mutating func thinWhite(_ object: PaintedObject, width: Double) {
    guard isThin(width) else { return }
    var most: Float = 0
    follow(object, width: width) { box in most = max(most, map.greatest(in: box)) }
    if most > PageJudge.ground { closes(width) }
  }

  /// Ink runs into what is thinner than a line may be.
  private mutating func closes(_ width: Double) {
    let points = PageJudge.points(width * (page?.unit ?? 1))
    note(
      PreflightDiagnostics.hairline,
      cs: "bílá čára tenká \(points.cs) bodu v barevné ploše se zalije",
      en: "a white line of \(points.en) points in colour will fill in")
  }

  private func isThin(_ width: Double) -> Bool {
    guard let page else { return false }
    return width * page.unit < profile.minimalLine.points - 0.001
  }

  private static func points(_ points: Double) -> Phrase {
    let hundredths = Int((points * 100).rounded())
    let rest = hundredths % 100
    let digits = rest < 10 ? "0\(rest)" : "\(rest)"
    return Phrase(
      cs: "\(hundredths / 100),\(digits)", en: "\(hundredths / 100).\(digits)")
  }

  mutating func judgeWhite(_ object: PaintedObject) {
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

  mutating func judgeBleed(_ page: PressPage) {
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

  // MARK: Places

  mutating func judgeEdges(_ bounds: PageBox, _ trim: PageBox) {
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

  mutating func judgeSafety(_ bounds: PageBox, _ trim: PageBox) {
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
