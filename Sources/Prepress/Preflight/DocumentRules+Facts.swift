import Core
import PDFSyntax

extension DocumentRules {
  /// The fonts that pages use, each once, by name.
  func fonts() -> [PressFont] {
    var list: [PressFont] = []
    for font in gathered.fonts {
      let shown = PressFont(
        name: font.name, kind: font.kind, isEmbedded: font.isEmbedded, isSubset: font.isSubset)
      if !list.contains(shown), list.count < 500 { list.append(shown) }
    }
    return list.sorted { ($0.name, $0.kind) < ($1.name, $1.kind) }
  }

  /// What the file is, in the order in which a printer asks.
  func facts() -> [PressFact] {
    var facts: [PressFact] = []
    func add(_ key: String, _ cs: String, _ en: String, _ value: Phrase) {
      facts.append(PressFact(key: key, name: Phrase(cs: cs, en: en), value: value))
    }
    func same(_ text: String) -> Phrase { Phrase(cs: text, en: text) }
    switch file.content {
    case .pages: add("pages", "stran", "pages", same("\(file.pages.count)"))
    case .sheets: add("pages", "stran archů", "sheet sides", same("\(file.pages.count)"))
    case .cover: add("pages", "stran obálky", "cover sides", same("\(file.pages.count)"))
    }
    let size = usualSize(of: file.pages)
    add(
      "trim", "čistý formát", "trimmed size",
      Phrase(
        cs: "\(Millimetres.czech(points: size.width.points)) × "
          + "\(Millimetres.czech(points: size.height.points)) mm",
        en: "\(size.width.millimetres) × \(size.height.millimetres) mm"))
    let claims = [file.standard?.rawValue].compactMap { $0 } + file.claims
    add(
      "standard", "norma podle souboru", "standard claimed",
      claims.isEmpty ? Phrase(cs: "žádná", en: "none") : same(claims.joined(separator: ", ")))
    add("version", "verze PDF", "PDF version", same("\(file.reader.version)"))
    add(
      "ink", "nejvíc barvy v objektu", "greatest ink of an object",
      same("\(Int((gathered.greatestInk * 100).rounded())) %"))
    if gathered.unweighed > 0 {
      add(
        "unweighed", "obrázků a přechodů, jejichž barvu nelze změřit",
        "pictures and shadings whose ink cannot be measured", same("\(gathered.unweighed)"))
    }
    if let least = gathered.leastResolution {
      add(
        "resolution", "nejmenší rozlišení obrázku", "least resolution of a picture",
        same("\(Int(least.rounded())) ppi"))
    }
    add(
      "spots", "přímé barvy", "spot colours",
      gathered.spots.isEmpty
        ? Phrase(cs: "žádné", en: "none") : same(gathered.spots.joined(separator: ", ")))
    add(
      "transparency", "stran s průhledností", "pages with transparency",
      same("\(gathered.transparentPages.count)"))
    if layers.count > 0 {
      add("layers", "vrstev", "layers", same("\(layers.count)"))
    }
    add("marks", "stran se značkami", "pages with marks", same("\(gathered.markedPages.count)"))
    return facts
  }
}
