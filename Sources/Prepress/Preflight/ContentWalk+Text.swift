import PDFSyntax

/// Text: its fonts, where it stands, what glyphs drawn by procedures paint.
extension ContentWalk {
  mutating func font(_ object: PDFObject) {
    let number = object.reference?.number ?? -1
    if let known = fontNumbers[number], number >= 0 {
      state.font = known
      return
    }
    guard let entries = (try? reader.resolved(object))?.dictionary, fonts.count < 20_000 else {
      state.font = nil
      return
    }
    var facts = FontFacts(entries, reader)
    facts.number = number
    if number < 0, let same = fonts.firstIndex(of: facts) {
      state.font = same
      return
    }
    fonts.append(facts)
    fontNumbers[number] = fonts.count - 1
    state.font = fonts.count - 1
  }

  mutating func textOperator(
    _ word: String, _ operands: [PDFObject], _ n: [Double], _ resources: PDFDictionary,
    _ text: inout TextPlace, _ depth: Int
  ) throws(PDFFailure) {
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
    case "Tj": if let string = operands.first?.string { try show(string, &text, depth) }
    case "'":
      text.next(0, -state.leading)
      if let string = operands.first?.string { try show(string, &text, depth) }
    case "\"" where operands.count == 3:
      (state.wordSpace, state.letterSpace) = (n[0], n[1])
      text.next(0, -state.leading)
      if let string = operands[2].string { try show(string, &text, depth) }
    case "TJ":
      for item in operands.first?.array ?? [] {
        if let string = item.string {
          try show(string, &text, depth)
        } else if let shift = item.number {
          text.advance(-shift / 1_000 * state.fontSize * state.stretch)
        }
      }
    default: break
    }
  }

  private mutating func show(
    _ string: [UInt8], _ text: inout TextPlace, _ depth: Int
  ) throws(PDFFailure) {
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
    if let font = state.font, let glyphs = fonts[font].procedures {
      try draw(string, glyphs, font, at: place, depth)
    }
    let seen = state.font.map { fonts[$0].visible(string) } ?? string[...]
    guard !seen.isEmpty else { return }
    let bounds = place.bounds(
      PageBox(
        0, state.rise - 0.2 * size, seen.count == string.count ? whole : advance(seen),
        state.rise + 0.72 * size))
    if [1, 2, 5, 6].contains(state.textMode) {
      // Letters of which only the outline is painted are letters: their colours are judged so, too.
      let width = state.lineWidth * state.transform.leastScale
      if state.stroke.isBlank {
        paint(.stroke(width), state.stroke, bounds, fills: false)
      } else {
        paint(
          .text(size.magnitude * place.leastScale), state.stroke, bounds, fills: false,
          outline: width)
      }
    }
    if state.textMode != 1, state.textMode != 5 {
      paint(.text(size.magnitude * place.leastScale), state.fill, bounds, fills: true)
    }
  }

  /// Follows the procedures of glyphs, each once on a page: they may hold pictures and colours.
  ///
  /// *Source:* ISO 32000-1 §9.6.5.
  private mutating func draw(
    _ string: [UInt8], _ glyphs: GlyphProcedures, _ font: Int, at place: Transform, _ depth: Int
  ) throws(PDFFailure) {
    guard depth < Budget.depth else { throw PDFFailure(reason: .loop, offset: 0) }
    for code in string where drawnGlyphs.insert(font << 8 | Int(code)).inserted {
      guard let object = glyphs.streams[Int(code)] else { continue }
      let number = object.reference?.number ?? -1
      guard number < 0 || !openForms.contains(number) else {
        throw PDFFailure(reason: .loop, offset: 0)
      }
      let data = try reader.data(of: object)
      try spend(data.count)
      let before = state
      state.transform = glyphs.matrix.then(
        Transform(
          state.fontSize * state.stretch, 0, 0, state.fontSize, 0, state.rise)
      ).then(place)
      openForms.append(number)
      try follow(data, glyphs.resources, depth: depth + 1)
      openForms.removeLast()
      state = before
    }
  }
}
