package import Core

extension ImpositionPlan {
  /// The scheme in words.
  package var schemeWords: Phrase {
    switch order.scheme {
    case .saddle: Phrase(cs: "vazba V1 (sešitová)", en: "saddle stitch")
    case .perfect: Phrase(cs: "vazba V2 (lepená)", en: "perfect binding")
    case .nup: Phrase(cs: "soutisk stran", en: "pages side by side")
    case .cutstack: Phrase(cs: "stohy po rozřezání", en: "cut and stack")
    }
  }

  private var turningWords: Phrase {
    switch order.turning {
    case .sheetwise:
      Phrase(
        cs: "líc a rub zvlášť, arch se obrací zleva doprava",
        en: "front and back apart, the sheet is turned left over right")
    case .workAndTurn:
      Phrase(
        cs: "jedna forma pro líc i rub, arch se obrací zleva doprava a rozřízne",
        en: "work and turn, turned left over right and cut in two")
    case .workAndTumble:
      Phrase(
        cs: "jedna forma pro líc i rub, arch se překlápí přes hlavu a rozřízne",
        en: "work and tumble, turned head over foot and cut in two")
    }
  }

  /// What stands in the slug of a side.
  func label(of side: PlannedSide, _ sheet: PlannedSheet, name: String, _ tongue: Tongue) -> String
  {
    let cells = side.cells.map { cell in cell.page.map { "\($0)" } ?? "–" }
    let faces: Phrase =
      switch side.face {
      case .front: Phrase(cs: "líc", en: "front")
      case .back: Phrase(cs: "rub", en: "back")
      case .both: Phrase(cs: "líc i rub", en: "front and back")
      }
    let section =
      order.scheme == .perfect
      ? Phrase(
        cs: " · složka \(sheet.section)/\(sectionCount)",
        en: " · section \(sheet.section)/\(sectionCount)")
      : Phrase(cs: "", en: "")
    switch tongue {
    case .cs:
      return "\(name) · arch \(sheet.number)/\(sheets.count)\(section.cs) · \(faces.cs)"
        + " · strany \(cells.joined(separator: " "))"
    case .en:
      return "\(name) · sheet \(sheet.number)/\(sheets.count)\(section.en) · \(faces.en)"
        + " · pages \(cells.joined(separator: " "))"
    }
  }

  /// The plan for people: what it needs, then each side with its pages in their places.
  ///
  /// A page on its head is marked `↓`, a blank one `–`; lengths are millimetres.
  package func text(_ tongue: Tongue) -> String {
    func say(_ cs: String, _ en: String) -> String { tongue == .cs ? cs : en }
    func mm(_ length: Length) -> String {
      let text = length.millimetres
      return tongue == .cs ? String(text.map { $0 == "." ? "," : $0 }) : text
    }
    let blanks = filledCount - pageCount
    var out = "\(schemeWords[tongue]) · \(order.sheetName)"
    out += " \(mm(sheet.width)) × \(mm(sheet.height)) mm\n"
    out += say("strana ", "page ") + "\(mm(page.width)) × \(mm(page.height)) mm, "
    out += say("spad ", "bleed ") + "\(mm(order.bleed)) mm\n"
    out += say("stran ", "pages ") + "\(pageCount)"
    if blanks > 0 {
      out +=
        order.blanks == .end
        ? say(" + \(blanks) prázdné na konci", " + \(blanks) blank at the end")
        : say(
          " + \(blanks) prázdné před poslední stranou", " + \(blanks) blank before the last page")
    }
    out += say(", archů ", ", sheets ") + "\(sheets.count)"
    if order.scheme == .perfect { out += say(", složek ", ", sections ") + "\(sectionCount)" }
    if copies > 1 { out += say(", výtisků z archu ", ", copies from a sheet ") + "\(copies)" }
    out += "\n" + turningWords[tongue] + "\n"
    if order.scheme == .saddle || order.scheme == .perfect {
      out += say("papír ", "paper ") + "\(mm(order.paper)) mm, "
      out += say("největší posun proti vytlačování ", "greatest shift against creep ")
      out += "\(mm(greatestCreep)) mm\n"
      if order.spineTrim > .zero {
        out += say("frézování hřbetu ", "ground off at the spine ") + "\(mm(order.spineTrim)) mm\n"
      }
    }
    for sheet in sheets {
      for side in sheet.sides {
        let face =
          switch side.face {
          case .front: say("líc", "front")
          case .back: say("rub", "back")
          case .both: say("líc i rub", "front and back")
          }
        out += "\n" + say("arch ", "sheet ") + "\(sheet.number) \(face)"
        if order.scheme == .perfect { out += say(", složka ", ", section ") + "\(sheet.section)" }
        out += "\n"
        var row: Length?
        for cell in side.cells {
          if let row { out += row == cell.trim.y ? "  " : "\n" }
          if row != cell.trim.y { out += "  " }
          row = cell.trim.y
          let name = (cell.page.map { "\($0)" } ?? "–") + (cell.isInverted ? "↓" : "")
          let padding = String(repeating: " ", count: max(0, 4 - name.count))
          out += padding + name + " (\(mm(cell.trim.x)); \(mm(cell.trim.y))"
          if cell.creep != .zero { out += cell.creep > .zero ? "; +" : "; " }
          if cell.creep != .zero { out += mm(cell.creep) }
          out += ")"
        }
        out += "\n"
      }
    }
    return out
  }
}
