import Core
import PDFSyntax

/// The rules that concern the whole file, its boxes and its keys.
struct DocumentRules {
  let file: PressFile
  let judge: PageJudge
  var notes: PressNotes

  private var profile: PrinterProfile { judge.profile }
  private var reader: PDFReader { file.reader }

  init(_ file: PressFile, _ judge: PageJudge) {
    self.file = file
    self.judge = judge
    notes = judge.notes
  }

  mutating func apply() {
    judgeFonts()
    judgeSpots()
    judgeBoxes()
    judgeAnnotations()
    judgeMarks()
    judgeCount()
    judgeKeys()
    judgeTransparency()
  }

  private func look(_ object: PDFObject) -> PDFObject { (try? reader.resolved(object)) ?? .null }

  // MARK: Rules

  private mutating func judgeFonts() {
    for (index, font) in judge.fonts.enumerated() {
      let pages = index < judge.fontPages.count ? judge.fontPages[index] : []
      for page in pages {
        if font.isType3 {
          notes.add(
            PreflightDiagnostics.type3, page, cs: "písmo Type 3 „\(font.name)“",
            en: "the Type 3 font “\(font.name)”")
        } else if !font.isEmbedded {
          notes.add(
            PreflightDiagnostics.fontMissing, page, cs: "písmo „\(font.name)“ není vložené",
            en: "the font “\(font.name)” is not embedded")
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
    guard judge.spots.count > profile.spots else { return }
    let names = judge.spots.joined(separator: ", ")
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
      for page in judge.markedPages {
        notes.add(
          PreflightDiagnostics.marks, page, cs: "mimo spad jsou značky; tiskárna je nechce",
          en: "there are marks outside the bleed; the printer does not want them")
      }
    case .wanted:
      for page in file.pages.indices where !judge.markedPages.contains(page + 1) {
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
    guard count % profile.pageMultiple != 0 else { return }
    let missing = profile.pageMultiple - count % profile.pageMultiple
    notes.add(
      PreflightDiagnostics.pageCount, 0,
      cs: "\(count) stran není násobek \(profile.pageMultiple); chybí \(missing)",
      en: "\(count) pages are no multiple of \(profile.pageMultiple); \(missing) are missing")
  }

  private mutating func judgeTransparency() {
    let isFlat = file.standard == .pdfX1a || !profile.accepts.contains(.pdfX4)
    guard isFlat else { return }
    for page in judge.transparentPages {
      notes.add(
        PreflightDiagnostics.transparency, page, cs: "průhlednost, kterou PDF/X-1a nezná",
        en: "transparency, which PDF/X-1a does not know")
    }
  }

  private mutating func judgeKeys() {
    func fault(_ cs: String, _ en: String) {
      notes.add(PreflightDiagnostics.keys, 0, cs: cs, en: en)
    }
    let accepted = profile.accepts.map(\.rawValue).joined(separator: ", ")
    switch file.standard {
    case nil:
      fault(
        "soubor neříká, že je PDF/X; tiskárna přijímá \(accepted)",
        "the file does not claim to be PDF/X; the printer takes \(accepted)")
    case .some(let standard) where !profile.accepts.contains { $0.rawValue == standard.rawValue }:
      fault(
        "soubor je \(standard.rawValue), tiskárna přijímá \(accepted)",
        "the file is \(standard.rawValue), the printer takes \(accepted)")
    default: break
    }
    if file.standard == .pdfX4, reader.version > PDFVersion(1, 6) {
      fault(
        "verze PDF \(reader.version) je pro PDF/X-4 příliš nová (1.6)",
        "PDF version \(reader.version) is too new for PDF/X-4 (1.6)")
    }
    if file.standard == .pdfX1a, reader.version > PDFVersion(1, 4) {
      fault(
        "verze PDF \(reader.version) je pro PDF/X-1a příliš nová (1.4)",
        "PDF version \(reader.version) is too new for PDF/X-1a (1.4)")
    }
    let catalog = (try? reader.catalog) ?? PDFDictionary()
    let intents = (look(catalog["OutputIntents"]).array ?? []).compactMap { look($0).dictionary }
    let own = intents.filter { look($0["S"]).name == "GTS_PDFX" }
    if own.count != 1 {
      fault(
        own.isEmpty ? "chybí tiskový záměr (OutputIntent GTS_PDFX)" : "tiskových záměrů je víc",
        own.isEmpty ? "the output intent (GTS_PDFX) is missing" : "there are several output intents"
      )
    }
    if let intent = own.first {
      let condition = look(intent["OutputConditionIdentifier"]).text ?? ""
      if !profile.conditions.contains(where: { condition.hasPrefix($0) }) {
        let wanted = profile.conditions.joined(separator: ", ")
        fault(
          "tisková podmínka „\(condition)“, tiskárna tiskne podle \(wanted)",
          "the printing condition “\(condition)”, the printer works by \(wanted)")
      }
      if file.standard == .pdfX4, look(intent["DestOutputProfile"]).dictionary == nil {
        fault(
          "v tiskovém záměru chybí profil ICC", "the output intent has no ICC profile")
      }
    }
    let information = look(reader.trailer["Info"]).dictionary ?? PDFDictionary()
    let trapped = look(information["Trapped"]).name
    if trapped != "True" && trapped != "False" {
      fault("chybí údaj Trapped (True, nebo False)", "the key Trapped (True or False) is missing")
    }
    if look(reader.trailer["ID"]).array?.count != 2 {
      fault("chybí identifikátor souboru (ID)", "the file's identifier (ID) is missing")
    }
    let names = look(catalog["Names"]).dictionary ?? PDFDictionary()
    if names["JavaScript"] != .null || look(catalog["OpenAction"]).dictionary != nil
      || catalog["AA"] != .null
    {
      fault("soubor obsahuje akce nebo JavaScript", "the file holds actions or JavaScript")
    }
    if names["EmbeddedFiles"] != .null || catalog["AF"] != .null {
      fault("soubor má přílohy", "the file has attachments")
    }
  }
}
