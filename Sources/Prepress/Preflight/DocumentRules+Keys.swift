import Core
import PDFSyntax

/// The keys of PDF/X.
extension DocumentRules {
  mutating func judgeKeys() {
    func fault(_ cs: String, _ en: String) {
      notes.add(PreflightDiagnostics.exchangeKeys, 0, cs: cs, en: en)
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
    if file.standard == .pdfX1a { judgeFlatKeys() }
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
      judgeProfile(of: intent)
    }
    let information = look(reader.trailer["Info"]).dictionary ?? PDFDictionary()
    let trapped = look(information["Trapped"]).name
    if trapped != "True" && trapped != "False" {
      fault("chybí údaj Trapped (True, nebo False)", "the key Trapped (True or False) is missing")
    }
    if look(reader.trailer["ID"]).array?.count != 2 {
      fault("chybí identifikátor souboru (ID)", "the file's identifier (ID) is missing")
    }
    let trees = look(catalog["Names"]).dictionary ?? PDFDictionary()
    if trees["JavaScript"] != .null || look(catalog["OpenAction"]).dictionary != nil
      || catalog["AA"] != .null
    {
      fault("soubor obsahuje akce nebo JavaScript", "the file holds actions or JavaScript")
    }
    if trees["EmbeddedFiles"] != .null || catalog["AF"] != .null {
      fault("soubor má přílohy", "the file has attachments")
    }
  }
  /// *Source:* ISO 15930-7 §6.2.2; ICC.1:2010 §7.2 (the class and the space stand in the header).
  private mutating func judgeProfile(of intent: PDFDictionary) {
    let object = look(intent["DestOutputProfile"])
    guard case .stream = object else {
      guard file.standard == .pdfX4 else { return }
      notes.add(
        PreflightDiagnostics.exchangeKeys, 0, cs: "v tiskovém záměru chybí profil ICC",
        en: "the output intent has no ICC profile")
      return
    }
    guard let data = try? reader.data(of: object), data.count >= 128 else { return }
    let (kind, space) = (data[12..<16], data[16..<20])
    guard !kind.elementsEqual("prtr".utf8) || !space.elementsEqual("CMYK".utf8) else { return }
    notes.add(
      PreflightDiagnostics.exchangeKeys, 0,
      cs: "profil ICC tiskového záměru není profil tiskového stroje v CMYK",
      en: "the ICC profile of the output intent is not one of a press in CMYK")
  }

  /// *Source:* ISO 15930-4 (PDF/X-1a:2003): PDF 1.4 and nothing that needs a profile.
  private mutating func judgeFlatKeys() {
    func fault(_ cs: String, _ en: String, page: Int = 0) {
      notes.add(PreflightDiagnostics.exchangeKeys, page, cs: cs, en: en)
    }
    if reader.version > PDFVersion(1, 4) {
      fault(
        "verze PDF \(reader.version) je pro PDF/X-1a příliš nová (1.4)",
        "PDF version \(reader.version) is too new for PDF/X-1a (1.4)")
    }
    if reader.usesObjectStreams {
      fault(
        "objekty jsou v komprimovaných proudech, které PDF/X-1a nezná",
        "objects stand in compressed streams, which PDF/X-1a does not know")
    }
    if layers.count > 0 {
      fault("soubor má vrstvy, které PDF/X-1a nezná", "the file has layers, unknown to PDF/X-1a")
    }
    for page in gathered.managedPages {
      fault(
        "barvy s profilem ICC, které PDF/X-1a nedovolí",
        "colours with an ICC profile, which PDF/X-1a forbids", page: page)
    }
    let information = look(reader.trailer["Info"]).dictionary ?? PDFDictionary()
    let missing = ["Title", "CreationDate", "ModDate"].filter {
      look(information[named: $0]).string?.isEmpty ?? true
    }
    if !missing.isEmpty {
      fault(
        "v informacích o souboru chybí \(missing.joined(separator: ", "))",
        "the file's information lacks \(missing.joined(separator: ", "))")
    }
  }
}
