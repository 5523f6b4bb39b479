import Core
import Display
import Fonts

/// Says what is wrong with pages that are to be written.
struct Findings {
  let pages: PageList
  let fonts: FontBook
  let profile: Profile
  /// Where nodes come from in the sources, by node; may be shorter than the structure.
  let origins: [SourceSpan?]

  func origin(_ node: NodeID?) -> SourceSpan? {
    guard let node, origins.indices.contains(node.int) else { return nil }
    return origins[node.int]
  }

  func folio(_ page: Int) -> Phrase {
    Phrase(cs: "Strana \(page + 1)", en: "Page \(page + 1)")
  }

  /// What the structure and the links lack; seen before anything is encoded.
  func beforeEncoding() -> [Diagnostic] {
    var found: [Diagnostic] = []
    if pages.information.title.allSatisfy({ $0 == " " }) {
      found.append(
        Diagnostic(
          PDFExportDiagnostics.untitled, at: origin(NodeID(0)),
          Phrase(cs: "Dokument nemá název.", en: "The document has no title."),
          fix: Phrase(cs: "Doplňte název plánu.", en: "Give the plan a name.")))
    }
    if pages.pages.isEmpty {
      found.append(
        Diagnostic(
          PDFExportDiagnostics.noPages, at: nil,
          Phrase(cs: "Dokument nemá žádnou stranu.", en: "The document has no pages."),
          fix: Phrase(
            cs: "Zkontrolujte, zda publikace má aspoň jednu část s obsahem.",
            en: "Check that the publication has at least one part with content.")))
    }
    let elements = pages.structure.elements
    for (index, element) in elements.enumerated()
    where element.type == .figure && isBlank(element.alternative) {
      found.append(
        Diagnostic(
          PDFExportDiagnostics.silentFigure, at: origin(NodeID(index)),
          Phrase(
            cs: "Obrázek nemá alternativní text, čtečka o něm nic neřekne.",
            en: "A picture has no alternative text, so a screen reader says nothing of it."),
          fix: Phrase(
            cs: "Popište jednou větou, co obrázek ukazuje.",
            en: "Say in one sentence what the picture shows.")))
    }
    for (number, page) in pages.pages.enumerated() {
      let place = folio(number)
      for span in page.spans {
        guard case .node(let node) = span.owner else { continue }
        if !elements.indices.contains(node.int) || elements[node.int].type == .none {
          found.append(
            Diagnostic(
              PDFExportDiagnostics.untaggedOwner, at: origin(node),
              Phrase(
                cs: "\(place.cs): obsah patří uzlu \(node), který není ve struktuře dokumentu.",
                en: "\(place.en): marks belong to node \(node), which is not in the structure."),
              fix: Phrase(
                cs: "Nahlaste tuto chybu programu: obsah má patřit prvku, nebo být artefaktem.",
                en: "Report this fault: marks must belong to an element or be an artifact.")))
        }
      }
      for link in page.links {
        if isBlank(link.contents) {
          found.append(
            Diagnostic(
              PDFExportDiagnostics.silentLink, at: origin(link.owner),
              Phrase(
                cs: "\(place.cs): odkaz nemá popis pro čtečky.",
                en: "\(place.en): a link has no description for screen readers."),
              fix: Phrase(
                cs: "Doplňte odkazu text, který říká, kam vede.",
                en: "Give the link words that say where it leads.")))
        }
        if case .anchor(let anchor) = link.target, !pages.destinations.indices.contains(anchor.int)
        {
          found.append(
            Diagnostic(
              PDFExportDiagnostics.deadLink, at: origin(link.owner),
              Phrase(
                cs: "\(place.cs): odkaz „\(link.contents)“ nikam nevede.",
                en: "\(place.en): the link “\(link.contents)” leads nowhere."),
              fix: Phrase(
                cs: "Opravte kotvu, na kterou odkaz míří.",
                en: "Mend the anchor that the link names.")))
        }
        if !elements.indices.contains(link.owner.int) || elements[link.owner.int].type != .link {
          found.append(
            Diagnostic(
              PDFExportDiagnostics.linkOwner, at: origin(link.owner),
              Phrase(
                cs: "\(place.cs): aktivní plocha patří uzlu \(link.owner), který není odkazem.",
                en: "\(place.en): an active area belongs to node \(link.owner), which is no link."),
              fix: Phrase(
                cs: "Nahlaste tuto chybu programu: aktivní plocha má patřit prvku Link.",
                en: "Report this fault: an active area must belong to a Link element.")))
        }
      }
    }
    return found
  }

  /// What was seen while pages were encoded. Contrast is told once for each pair of colours.
  func afterEncoding(_ encoded: [EncodedPage]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var pairs: [(colour: Colour, ground: Colour)] = []
    for (number, page) in encoded.enumerated() {
      let place = folio(number)
      for finding in page.unspeakable {
        let face = fonts[finding.face].name
        let character = Findings.shown(finding.text)
        found.append(
          finding.isMissing
            ? Diagnostic(
              PDFExportDiagnostics.missingGlyph, at: origin(finding.owner),
              Phrase(
                cs: "\(place.cs): písmo \(face) nemá znak \(character).",
                en: "\(place.en): the font \(face) lacks the character \(character)."),
              fix: Phrase(
                cs: "Nahraďte znak jiným, nebo přidejte náhradní písmo, které jej má.",
                en: "Replace the character or add a fallback font that has it."))
            : Diagnostic(
              PDFExportDiagnostics.privateUse, at: origin(finding.owner),
              Phrase(
                cs: "\(place.cs): znak \(character) nemá mimo své písmo žádný význam.",
                en: "\(place.en): the character \(character) means nothing outside its font."),
              fix: Phrase(
                cs: "Nahraďte znak takovým, který má v Unicode význam.",
                en: "Replace the character by one that Unicode knows.")))
      }
      for finding in page.contrasts
      where !pairs.contains(where: { $0.colour == finding.colour && $0.ground == finding.ground }) {
        pairs.append((finding.colour, finding.ground))
        let ratio = Findings.hundredths(finding.colour.contrast(with: finding.ground))
        let least = Findings.hundredths(profile.minimalContrast)
        found.append(
          Diagnostic(
            PDFExportDiagnostics.contrast, at: origin(finding.owner),
            Phrase(
              cs: "\(place.cs): text barvy \(finding.colour) na podkladu \(finding.ground) "
                + "má kontrast \(ratio):1, nejméně má být \(least):1.",
              en: "\(place.en): text of colour \(finding.colour) on \(finding.ground) "
                + "has a contrast of \(ratio):1, at least \(least):1 is wanted."),
            fix: Phrase(
              cs: "Změňte v návrhu (Layouts) barvu písma nebo podkladu.",
              en: "Change the colour of the text or of its ground in the design (Layouts).")))
      }
    }
    return found
  }

  /// Why a picture cannot be written; its place is that of the figure that shows it first.
  func refusal(_ refusal: PictureRefusal, of pages: PageList) -> Diagnostic {
    var owner: NodeID?
    for page in pages.pages where owner == nil {
      for span in page.spans {
        guard case .node(let node) = span.owner else { continue }
        for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
          if case .image(let image, _, _) = op, image.int == refusal.image, owner == nil {
            owner = node
          }
        }
      }
    }
    let name = pages.pictures[refusal.image].name
    switch refusal.reason {
    case .bareInks:
      return Diagnostic(
        PDFExportDiagnostics.bareInks, at: origin(owner),
        Phrase(
          cs: "Obrázek „\(name)“ je v CMYK a nemá barevný profil, takže není jasné, jaké barvy "
            + "na obrazovce má mít.",
          en: "The picture “\(name)” is in CMYK without a colour profile, so nobody can tell what "
            + "colours it has on a screen."),
        fix: Phrase(
          cs: "Uložte ho jako RGB, nebo ho uložte s vloženým profilem ICC.",
          en: "Save it as RGB, or save it with its ICC profile embedded."))
    case .broken:
      return Diagnostic(
        PDFExportDiagnostics.brokenPicture, at: origin(owner),
        Phrase(
          cs: "Body obrázku „\(name)“ nelze přečíst.",
          en: "The samples of the picture “\(name)” cannot be read."),
        fix: Phrase(
          cs: "Zkopírujte ho znovu z původního zdroje.", en: "Copy it again from where it came."))
    case .badProfile:
      return Diagnostic(
        PDFExportDiagnostics.pictureProfile, at: origin(owner),
        Phrase(
          cs:
            "Barvy obrázku „\(name)“ nelze převést do tiskových barev: jeho profil ICC nebo profil "
            + "tiskárny je poškozený.",
          en: "The colours of the picture “\(name)” cannot become inks: its ICC profile or that of "
            + "the press is damaged."),
        fix: Phrase(
          cs: "Uložte obrázek znovu v sRGB, nebo v CMYK podle tiskárny.",
          en: "Save it again in sRGB, or in CMYK as the printer says."))
    }
  }

  /// What is to be said of the finished file.
  func afterWriting(size: Int) -> [Diagnostic] {
    guard size > profile.maximalBytes else { return [] }
    // Decimal megabytes, as profiles state the limit.
    let megabytes = Findings.hundredths(Double(size) / 1_000_000)
    let limit = Findings.hundredths(Double(profile.maximalBytes) / 1_000_000)
    return [
      Diagnostic(
        PDFExportDiagnostics.size, at: nil,
        Phrase(
          cs: "Soubor má \(Findings.czech(megabytes)) MB, příjemci dovolují nejvýše "
            + "\(Findings.czech(limit)) MB.",
          en: "The file has \(megabytes) MB, receivers accept at most \(limit) MB."),
        fix: Phrase(
          cs: "Zmenšete obrázky, nebo rozdělte přílohy do zvláštních souborů.",
          en: "Make pictures smaller or move annexes to files of their own."))
    ]
  }

  private func isBlank(_ text: String?) -> Bool {
    text?.unicodeScalars.allSatisfy { $0.properties.isWhitespace } ?? true
  }

  /// A character and its number: `„☃“ (U+2603)`.
  private static func shown(_ text: String) -> String {
    let numbers = text.unicodeScalars.map { scalar -> String in
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }
    return "„\(text)“ (\(numbers.joined(separator: " ")))"
  }

  /// A number as Czech writes it: with a decimal comma.
  private static func czech(_ number: String) -> String {
    String(number.map { $0 == "." ? "," : $0 })
  }

  /// A ratio with two decimals, cut and not rounded, so that 4.499 is not told as 4.5.
  private static func hundredths(_ value: Double) -> String {
    let count = Int(value * 100)
    let rest = count % 100
    return rest == 0 ? "\(count / 100)" : "\(count / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
