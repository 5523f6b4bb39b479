import Core
import PDFSyntax

/// The rules that concern the whole file, its boxes and its keys.
struct DocumentRules {
  let file: PressFile
  let profile: PrinterProfile
  let layers: Layers
  let gathered: Gathered
  var notes: PressNotes

  var reader: PDFReader { file.reader }

  init(_ file: PressFile, _ profile: PrinterProfile, _ layers: Layers, _ gathered: Gathered) {
    self.file = file
    self.profile = profile
    self.layers = layers
    self.gathered = gathered
    notes = gathered.notes
  }

  mutating func apply() {
    judgeFonts()
    judgeSpots()
    judgeBoxes()
    judgeAnnotations()
    judgeMarks()
    judgeCount()
    judgeKeys()
    judgeObjects()
    judgeTransparency()
    judgeLayers()
  }

  func look(_ object: PDFObject) -> PDFObject { (try? reader.resolved(object)) ?? .null }

  // MARK: Rules

  private mutating func judgeFonts() {
    for (index, font) in gathered.fonts.enumerated() {
      let pages = index < gathered.fontPages.count ? gathered.fontPages[index] : []
      for page in pages {
        if font.isType3 {
          notes.add(
            PreflightDiagnostics.type3, page, cs: "písmo Type 3 „\(font.name)“",
            en: "the Type 3 font “\(font.name)”")
        } else if !font.isEmbedded {
          notes.add(
            PreflightDiagnostics.fontMissing, page, cs: "písmo „\(font.name)“ není vložené",
            en: "the font “\(font.name)” is not embedded")
        } else if !font.isMapped {
          notes.add(
            PreflightDiagnostics.fontMap, page,
            cs: "písmo „\(font.name)“ nemá tabulku znaků (CIDToGIDMap)",
            en: "the font “\(font.name)” lacks its table of glyphs (CIDToGIDMap)")
        } else if !font.isSubset {
          notes.add(
            PreflightDiagnostics.wholeFont, page,
            cs: "písmo „\(font.name)“ je vložené celé, bez značky výřezu",
            en: "the font “\(font.name)” is embedded whole, without a subset's tag")
        }
      }
    }
  }

  private mutating func judgeSpots() {
    guard gathered.spots.count > profile.spots else { return }
    let names = gathered.spots.joined(separator: ", ")
    notes.add(
      PreflightDiagnostics.spots, 0,
      cs: "přímé barvy \(names); tiskárna jich tiskne nejvýše \(profile.spots)",
      en: "spot colours \(names); the printer prints \(profile.spots) at most")
  }

  private mutating func judgeBoxes() {
    let usual = usualSize(of: file.pages)
    let tolerance = Length.microMetres(500).sp
    for (index, page) in file.pages.enumerated() {
      let number = index + 1
      if !page.statesTrim {
        notes.add(
          PreflightDiagnostics.boxes, number, cs: "chybí čistý formát (TrimBox)",
          en: "the trimmed size (TrimBox) is missing")
      }
      if page.statesBleed, !page.bleed.holds(page.trim) {
        notes.add(
          PreflightDiagnostics.boxes, number, cs: "čistý formát přesahuje spad (BleedBox)",
          en: "the trimmed size reaches beyond the bleed (BleedBox)")
      }
      if page.statesTrim, !page.media.holds(page.trim.outset(by: -0.01)) || stray(page) {
        notes.add(
          PreflightDiagnostics.boxes, number, cs: "čistý formát přesahuje stránku (MediaBox)",
          en: "the trimmed size reaches beyond the page (MediaBox)")
      }
      if page.statesTrim, !page.crop.holds(page.trim) {
        notes.add(
          PreflightDiagnostics.boxes, number, cs: "CropBox ořezává čistý formát",
          en: "the CropBox cuts into the trimmed size")
      }
      if page.statesTrim, look(page.found.entries["TrimBox"]) != .null,
        look(page.found.entries["ArtBox"]) != .null
      {
        notes.add(
          PreflightDiagnostics.boxes, number,
          cs: "strana má TrimBox i ArtBox; PDF/X dovolí jen jeden z nich",
          en: "the page has both a TrimBox and an ArtBox; PDF/X allows one of them")
      }
      if page.unit != 1 {
        notes.add(
          PreflightDiagnostics.boxes, number, cs: "strana má vlastní jednotku (UserUnit)",
          en: "the page has a unit of its own (UserUnit)")
      }
      let size = page.size
      if abs(size.width.sp - usual.width.sp) > tolerance
        || abs(size.height.sp - usual.height.sp) > tolerance
      {
        notes.add(
          PreflightDiagnostics.sizes, number,
          cs: "čistý formát \(Millimetres.czech(points: size.width.points)) × "
            + "\(Millimetres.czech(points: size.height.points)) mm, jiné strany mají "
            + "\(Millimetres.czech(points: usual.width.points)) × "
            + "\(Millimetres.czech(points: usual.height.points)) mm",
          en: "trimmed size \(size.width.millimetres) × \(size.height.millimetres) mm, others "
            + "have \(usual.width.millimetres) × \(usual.height.millimetres) mm")
      }
    }
  }

  /// Whether a stated trim box is not the one that counts, because it had to be cut to the medium.
  private func stray(_ page: PressPage) -> Bool {
    let stated = (look(page.found.entries["TrimBox"]).array ?? []).compactMap { look($0).number }
    guard stated.count == 4 else { return false }
    return !page.media.holds(PageBox(stated[0], stated[1], stated[2], stated[3]))
  }

  private mutating func judgeAnnotations() {
    for (index, page) in file.pages.enumerated() {
      let area = page.bleed.union(page.trim)
      for annotation in (look(page.found.entries["Annots"]).array ?? []).prefix(2_000) {
        let entries = look(annotation).dictionary ?? PDFDictionary()
        let kind = look(entries["Subtype"]).name ?? "?"
        guard kind != "TrapNet", kind != "PrinterMark" else { continue }
        let edges = (look(entries["Rect"]).array ?? []).compactMap { look($0).number }
        guard edges.count == 4, PageBox(edges[0], edges[1], edges[2], edges[3]).meets(area) else {
          continue
        }
        notes.add(
          PreflightDiagnostics.annotation, index + 1,
          cs: "poznámka nebo odkaz (\(kind)) v ploše strany",
          en: "an annotation or link (\(kind)) inside the page")
      }
    }
  }

  private mutating func judgeMarks() {
    switch profile.marks {
    case .forbidden:
      for page in gathered.markedPages {
        notes.add(
          PreflightDiagnostics.marks, page, cs: "mimo spad jsou značky; tiskárna je nechce",
          en: "there are marks outside the bleed; the printer does not want them")
      }
    case .wanted:
      for page in file.pages.indices where !gathered.markedPages.contains(page + 1) {
        notes.add(
          PreflightDiagnostics.marks, page + 1, cs: "chybějí značky ořezu, tiskárna je chce",
          en: "crop marks are missing, the printer wants them")
      }
    case .allowed: break
    }
    guard profile.imposition == .forbidden else { return }
    for (index, page) in file.pages.enumerated() {
      let pieces = look(page.found.entries["PieceInfo"]).dictionary
      guard pieces?["Sazba"] != .null, pieces != nil else { continue }
      notes.add(
        PreflightDiagnostics.imposed, index + 1,
        cs: "vyřazený arch, tiskárna chce jednotlivé strany",
        en: "an imposed sheet, the printer wants single pages")
    }
  }

  private mutating func judgeCount() {
    let count = file.pages.count
    // Sheets and covers are no single pages that somebody binds.
    guard file.content == .pages, count % profile.pageMultiple != 0 else { return }
    let missing = profile.pageMultiple - count % profile.pageMultiple
    notes.add(
      PreflightDiagnostics.pageCount, 0,
      cs: "\(Numbers.pages(count)) \((2...4).contains(count) ? "nejsou" : "není") násobek "
        + "\(profile.pageMultiple); chybí \(missing)",
      en: "\(count) \(count == 1 ? "page is" : "pages are") no multiple of "
        + "\(profile.pageMultiple); \(missing) \(missing == 1 ? "is" : "are") missing")
  }

  private mutating func judgeTransparency() {
    let isFlat = file.standard == .pdfX1a || !profile.accepts.contains(.pdfX4)
    guard isFlat else { return }
    for page in gathered.transparentPages {
      notes.add(
        PreflightDiagnostics.transparency, page, cs: "průhlednost, kterou PDF/X-1a nezná",
        en: "transparency, which PDF/X-1a does not know")
    }
  }

  private mutating func judgeLayers() {
    guard layers.hidden > 0 else { return }
    notes.add(
      PreflightDiagnostics.layers, 0,
      cs: "soubor má vrstvy, které se netisknou: \(layers.hidden) z \(layers.count)",
      en: "the file has layers that are not printed: \(layers.hidden) of \(layers.count)")
  }
}
