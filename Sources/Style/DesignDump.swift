import Core

extension DesignBook {
  /// The design as stable text: every style with all its values resolved, one to a line.
  package func dump() -> String {
    var out = "design \(name)\n"
    out += "page \(page.trim.width) × \(page.trim.height) bleed \(page.bleed)"
    out += " inner \(page.inner) outer \(page.outer) top \(page.top) bottom \(page.bottom)"
    out += " text \(page.textWidth) gutter \(page.gutter) margin \(page.marginWidth)"
    out += " baseline \(page.baseline)" + flags([("margin-faces-text", page.marginFacesText)])
    if page.runLong > .zero { out += " run-long \(page.runLong)" }
    if page.flush > .zero { out += " flush \(page.flush)" }
    out += " paper \(ink(paper))\n" + pageBreaking.dump()
    for (position, face) in faces.enumerated() {
      let isFallback = fallback.contains(FaceID(position)) ? " fallback" : ""
      out += "face \(position) \(face.family) \(face.weight)\(face.italic ? " italic" : "")"
      out += " \(face.file)\(isFallback)\n"
    }
    for (position, table) in protrusion.enumerated() where !table.marks.isEmpty {
      let marks = table.marks.map { "\(Unicode.Scalar($0.scalar) ?? " ") \($0.left) \($0.right)" }
      out += "protrusion \(position): \(marks.joined(separator: ", "))\n"
    }
    for name in masters.keys.sorted() {
      if let master = masters[name] { out += dump(master, name: name) }
    }
    for (position, style) in paragraphs.enumerated() {
      out += "paragraph \(style.name) [\(keys(paragraphKeys, of: position))]\n"
      out += dump(style)
    }
    for (position, style) in characters.enumerated() {
      out += "character \(position) [\(keys(characterKeys, of: position))]\n"
      out += dump(style)
    }
    for (position, style) in boxes.enumerated() {
      out += "box \(style.name) [\(keys(boxKeys, of: position))]\n"
      out += dump(style)
    }
    for (position, style) in tables.enumerated() {
      out += "table \(style.name) [\(keys(tableKeys, of: position))]\n"
      out += dump(style)
    }
    return out
  }

  private func keys(_ keys: [String: Int], of position: Int) -> String {
    keys.filter { $0.value == position }.keys.sorted().joined(separator: ", ")
  }

  // MARK: Parts of a line

  private func ink(_ colour: Colour) -> String {
    let inks = [
      ("C", colour.cyan), ("M", colour.magenta), ("Y", colour.yellow), ("K", colour.black),
    ]
    var press = inks.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
    if spots.indices.contains(Int(colour.spot) - 1) {
      press += " as \(spots[Int(colour.spot) - 1].name) \(colour.tint) %"
    }
    return "\(colour) (\(press.isEmpty ? "–" : press))"
  }

  private func text(_ style: TextStyle) -> String {
    let face = faces.indices.contains(style.face.int) ? faces[style.face.int] : nil
    var out = face.map { "\($0.family) \($0.weight)\($0.italic ? " italic" : "")" } ?? "?"
    out += " \(style.size) \(ink(style.colour))"
    if !style.features.isEmpty { out += " {\(style.features.joined(separator: " "))}" }
    if style.tracking != .zero { out += " tracking \(style.tracking)" }
    if style.rise != .zero { out += " rise \(style.rise)" }
    return out
  }

  private func rule(_ name: String, _ rule: Rule?) -> String {
    guard let rule else { return "" }
    let distance = rule.distance == .zero ? "" : " distance \(rule.distance)"
    return "  \(name) \(rule.width) \(ink(rule.colour))\(distance)\n"
  }

  private func area(_ rect: Rect) -> String {
    "\(rect.x) \(rect.y) \(rect.width) × \(rect.height)"
  }

  private func frame(_ frame: Frame?) -> String {
    guard let frame else { return "" }
    return "  frame \(area(frame.area)) \(frame.stand.rawValue)\n"
  }

  private func span(_ span: ColumnSpan) -> String {
    span == .automatic ? "" : " span \(span.rawValue)"
  }

  private func flags(_ flags: [(String, Bool)]) -> String {
    flags.filter(\.1).map { " " + $0.0 }.joined()
  }

  // MARK: Styles

  private func dump(_ master: PageMaster, name: String) -> String {
    var out = "master \(name)"
    if let top = master.top { out += " top \(top)" }
    if let bottom = master.bottom { out += " bottom \(bottom)" }
    out += "\n"
    for background in master.backgrounds {
      out += "  background \(area(background.area)) \(ink(background.colour))\n"
    }
    for (side, furniture) in [("recto", master.recto), ("verso", master.verso)] {
      for piece in furniture {
        let style =
          paragraphs.indices.contains(piece.style) ? paragraphs[piece.style].name : "?"
        out += "  \(side) \(piece.content.rawValue) \(piece.place.rawValue)"
        out += " \(piece.baseline) \(style)\n"
      }
    }
    return out
  }

  private func dump(_ style: ParagraphStyle) -> String {
    var out = "  \(text(style.text)) / \(style.leading) \(style.alignment.rawValue)"
    out += " on \(style.ground)\n"
    out += "  indents \(style.indentLeft) \(style.indentRight) \(style.firstIndent)"
    out += " spaces \(style.spaceBefore) \(style.spaceAfter)"
    out += " orphans \(style.orphans) widows \(style.widows)"
    out += " \(style.placement.rawValue) label \(style.label.rawValue)"
    out += flags([
      ("keep-with-next", style.keepWithNext), ("keep-together", style.keepTogether),
      ("hyphenate", style.hyphenate), ("grid", style.snapToGrid), ("grid-end", style.snapsNext),
    ])
    out += span(style.span)
    if style.keepAfter > .zero { out += " keep-after \(style.keepAfter)" }
    if style.stretchAfter > .zero { out += " stretch-after \(style.stretchAfter)" }
    out += "\n"
    if let label = style.labelStyle { out += "  label-text \(text(label))\n" }
    if let leading = style.labelLeading { out += "  label-leading \(leading)\n" }
    out += rule("rule-above", style.ruleAbove) + rule("rule-below", style.ruleBelow)
    out += frame(style.frame)
    let breaking = style.breaking
    out += "  breaking \(breaking.pretolerance) \(breaking.tolerance) \(breaking.linePenalty)"
    out += " \(breaking.hyphenPenalty) \(breaking.exHyphenPenalty) \(breaking.adjacentDemerits)"
    out += " \(breaking.doubleHyphenDemerits) \(breaking.finalHyphenDemerits)"
    out += " \(breaking.looseness) \(breaking.emergencyStretch)"
    out += "\(breaking.protrudes ? " protrusion" : "") expansion \(breaking.expansion)‰"
    if breaking.letterSpacing > 0 { out += " letter-spacing \(breaking.letterSpacing)‰" }
    if breaking.tiePenalty < 10_000 { out += " tie \(breaking.tiePenalty)" }
    out += " even \(breaking.evenness)"
    out += " river \(breaking.riverDemerits) stacked \(breaking.stackedWordDemerits)"
    out += "\(breaking.balances ? " balance" : "")"
    out += "\(breaking.avoidsBlemishes ? " avoid-blemishes" : "")"
    out += " ladder \(breaking.hyphenLadder) \(breaking.ladderDemerits)"
    out += " short-last-line \(breaking.shortLastLineDemerits)\n"
    return out
  }

  private func dump(_ style: CharacterStyle) -> String {
    var parts: [String] = []
    if let family = style.family { parts.append(family) }
    if let weight = style.weight { parts.append("\(weight)") }
    if let italic = style.italic { parts.append(italic ? "italic" : "upright") }
    if let scale = style.scale { parts.append("scale \(scale)‰") }
    if let rise = style.rise { parts.append("rise \(rise)‰") }
    if let colour = style.colour { parts.append(ink(colour)) }
    if !style.features.isEmpty { parts.append("{\(style.features.joined(separator: " "))}") }
    return "  \(parts.isEmpty ? "as the text around" : parts.joined(separator: " "))\n"
  }

  private func dump(_ style: BoxStyle) -> String {
    var out = "  \(style.flow.rawValue) \(style.placement.rawValue)"
    out += " spaces \(style.spaceBefore) \(style.spaceAfter) padding \(style.padding)"
    out += " indent \(style.indentLeft) label \(style.labelWidth) columns \(style.columns)"
    out += " gap \(style.gap) \(style.itemGap)"
    if let gap = style.columnGap { out += " column-gap \(gap)" }
    if style.columnNotes != .page { out += " notes \(style.columnNotes.rawValue)" }
    out += span(style.span)
    out += " start \(style.start.rawValue) \(style.openingMaster) \(style.master)"
    out += " folio \(style.folio.rawValue) stand \(style.stand.rawValue)"
    out += flags([
      ("keep-together", style.keepTogether), ("keep-with-previous", style.keepWithPrevious),
      ("continued", style.saysContinued),
      ("float", style.floats),
      ("below-table", style.standsBelowTable),
    ])
    if style.keepCost > 0 { out += " keep-cost \(style.keepCost)" }
    if style.keepEnds > .zero { out += " keep-ends \(style.keepEnds)" }
    if style.height > .zero { out += " height \(style.height)" }
    out += "\n"
    if let background = style.background { out += "  background \(ink(background))\n" }
    if let colour = style.ink { out += "  ink \(ink(colour))\n" }
    out += rule("rule-above", style.ruleAbove) + rule("rule-below", style.ruleBelow)
    out += rule("branches", style.branches) + rule("writing-lines", style.writingLines)
    return out + frame(style.frame)
  }

  private func dump(_ style: TableStyle) -> String {
    var out = "  \(style.placement.rawValue) spaces \(style.spaceBefore) \(style.spaceAfter)"
    out += " column-gap \(style.columnGap) row-padding \(style.rowPadding)"
    out += flags([
      ("fills-width", style.fillsWidth), ("landscape", style.landscape), ("carry", style.carries),
      ("head-rotated", style.rotatesHead), ("continued", style.continuesLabels),
      ("repeat-foot", style.repeatsFoot), ("grid", style.isOnGrid),
    ])
    out += span(style.span)
    if style.keepCost > 0 { out += " keep-cost \(style.keepCost)" }
    if !style.columns.isEmpty {
      out += " columns \(style.columns.map(\.words).joined(separator: " "))"
    }
    out += "\n"
    out += rule("rule-top", style.ruleTop) + rule("rule-head", style.ruleHead)
    out += rule("rule-row", style.ruleRow) + rule("rule-foot", style.ruleFoot)
    out += rule("rule-bottom", style.ruleBottom)
    if let zebra = style.zebra { out += "  zebra \(ink(zebra))\n" }
    return out
  }
}
