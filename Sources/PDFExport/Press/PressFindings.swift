import Colorimetry
package import Core
import Display

/// What a printer would say of pages, before anything is written.
extension Findings {
  /// Colours without inks, and pictures too coarse.
  func ofPress(_ press: PressDemands, inks: SpotInks, icc: [UInt8]) -> [Diagnostic] {
    var found = inks.replaced.map { replaced($0, press) }
    if profile.isFlat, profile.outputIntent.isEmbedded, (ColourProfile(icc)?.version ?? 2) > 2 {
      found.append(
        Diagnostic(
          PDFExportDiagnostics.newProfile, at: nil,
          Phrase(
            cs: "Profil ICC podmínky \(profile.outputIntent.condition) je verze 4, do PDF/X-1a smí "
              + "jen verze 2.",
            en: "The ICC profile of \(profile.outputIntent.condition) is of version 4, PDF/X-1a "
              + "takes version 2."),
          fix: Phrase(
            cs: "Vyžádejte si od tiskárny profil verze 2, nebo sestavte vydání tisk (PDF/X-4).",
            en: "Ask the printer for one of version 2, or build the edition tisk (PDF/X-4).")))
    }
    let converts = press.conversion != nil || profile.isFlat
    // Each picture is told once; it may stand larger elsewhere.
    var (bare, coarse): (Set<Int>, Set<Int>) = ([], [])
    for (number, page) in pages.pages.enumerated() {
      for (image, whole, owner) in page.placedPictures {
        let picture = pages.pictures[image]
        if converts, icc.isEmpty, picture.colours == .rgb || picture.colours == .palette,
          bare.insert(image).inserted
        {
          found.append(noInks(picture, owner))
        }
        if let finding = self.coarse(picture, whole, press, page: number, owner),
          coarse.insert(image).inserted
        {
          found.append(finding)
        }
      }
    }
    return found
  }

  /// Places that take too much ink; each pair of inks is told once, where it is met first.
  func ofInks(_ pages: [[InkFinding]], press: PressDemands) -> [Diagnostic] {
    var told: [InkFinding] = []
    var found: [Diagnostic] = []
    for (number, findings) in pages.enumerated() {
      for finding in findings
      where !told.contains(where: {
        $0.inks == finding.inks && $0.beneath == finding.beneath && $0.picture == finding.picture
      }) {
        told.append(finding)
        found.append(tooMuch(finding, press, page: number))
      }
    }
    return found
  }

  private func tooMuch(_ finding: InkFinding, _ press: PressDemands, page: Int) -> Diagnostic {
    let place = folio(page)
    var what = Phrase(cs: finding.inks.description, en: finding.inks.description)
    if let picture = finding.picture {
      let name = pages.pictures[picture].name
      what = Phrase(cs: "obrázek „\(name)“", en: "the picture “\(name)”")
      if finding.beneath != nil {
        what = Phrase(
          cs: "\(finding.inks.description) přes \(what.cs)",
          en: "\(finding.inks.description) over \(what.en)")
      }
    } else if let beneath = finding.beneath {
      what = Phrase(
        cs: "\(finding.inks.description) přes \(beneath.description)",
        en: "\(finding.inks.description) over \(beneath.description)")
    }
    return Diagnostic(
      PDFExportDiagnostics.ink, at: origin(finding.owner),
      Phrase(
        cs: "\(place.cs): součet barev \(finding.sum) % (\(what.cs)), tiskárna \(press.printer) "
          + "dovoluje \(press.inkLimit) %.",
        en: "\(place.en): the inks add up to \(finding.sum) % (\(what.en)), the printer "
          + "\(press.printer) allows \(press.inkLimit) %."),
      fix: finding.picture == nil
        ? Phrase(
          cs: "Zesvětlete v návrhu (Layouts) některou z barev.",
          en: "Lighten one of the colours in the design (Layouts).")
        : Phrase(
          cs: "Dodejte obrázek v RGB (převedeme ho sami), nebo v CMYK s menším součtem barev.",
          en: "Supply the picture in RGB, which we convert, or in CMYK with less ink."))
  }

  private func noInks(_ picture: Picture, _ owner: NodeID?) -> Diagnostic {
    Diagnostic(
      PDFExportDiagnostics.noInks, at: origin(owner),
      Phrase(
        cs:
          "Obrázek „\(picture.name)“ je v RGB a pro podmínku \(profile.outputIntent.condition) není "
          + "profil ICC, podle kterého by se převedl.",
        en: "The picture “\(picture.name)” is in RGB, and there is no ICC profile of "
          + "\(profile.outputIntent.condition) by which it could be converted."),
      fix: Phrase(
        cs:
          "Uveďte profil od tiskárny (--icc soubor.icc); do souboru se nevloží, pokud to tiskárna "
          + "nechce.",
        en:
          "Name the printer's profile (--icc file.icc); it stays out of the file where the printer "
          + "wants it so."))
  }

  private func coarse(
    _ picture: Picture, _ whole: Rect, _ press: PressDemands, page: Int, _ owner: NodeID?
  ) -> Diagnostic? {
    let (width, height) = picture.upright
    func perInch(_ pixels: Int, _ length: Length) -> Int {
      length.sp > 0 ? Int(Int64(pixels) * 72 * 65_536 / Int64(length.sp)) : 0
    }
    let resolution = min(perInch(width, whole.width), perInch(height, whole.height))
    let least = picture.bits == 1 ? press.minimalBitmapResolution : press.minimalResolution
    guard resolution < least else { return nil }
    let place = folio(page)
    let wanted = Length.rounded(Int64(width) * Int64(least), over: Int64(max(1, resolution)))
    return Diagnostic(
      PDFExportDiagnostics.coarsePicture, at: origin(owner),
      Phrase(
        cs:
          "\(place.cs): obrázek „\(picture.name)“ má v této velikosti \(resolution) bodů na palec, "
          + "tiskárna \(press.printer) chce nejméně \(least).",
        en: "\(place.en): the picture “\(picture.name)” has \(resolution) pixels per inch at this "
          + "size, the printer \(press.printer) wants \(least) at least."),
      fix: Phrase(
        cs: "Dodejte soubor široký aspoň \(wanted) bodů, nebo obrázek vysázejte užší.",
        en: "Supply a file at least \(wanted) pixels wide, or set the picture narrower."))
  }

  private func replaced(_ spot: SpotColour, _ press: PressDemands) -> Diagnostic {
    Diagnostic(
      PDFExportDiagnostics.replacedSpot, at: nil,
      Phrase(
        cs: "Přímou barvu „\(spot.name)“ tiskárna \(press.printer) netiskne; vytiskne se ze čtyř "
          + "základních barev.",
        en:
          "The printer \(press.printer) does not print the spot colour “\(spot.name)”; it is made "
          + "of the four process inks."),
      fix: Phrase(
        cs:
          "Odsouhlaste si náhradu na nátisku, nebo se s tiskárnou domluvte na přímé barvě a zvyšte "
          + "v jejím profilu „spots“.",
        en:
          "Approve the substitute on a proof, or agree with the printer on the spot colour and raise "
          + "“spots” in its profile."))
  }
}

extension Page {
  /// The pictures of the page with their whole sizes and their owners.
  var placedPictures: [(image: Int, whole: Rect, owner: NodeID?)] {
    var placed: [(image: Int, whole: Rect, owner: NodeID?)] = []
    for span in spans {
      var owner: NodeID?
      if case .node(let node) = span.owner { owner = node }
      for op in ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        if case .image(let image, let whole, _) = op { placed.append((image.int, whole, owner)) }
      }
    }
    return placed
  }
}

/// Looks at a profile that the user gave for the press.
///
/// - Parameters:
///   - file: its name as messages show it.
///   - place: where it is named.
/// - Returns: what it calls itself.
/// - Throws: why it cannot be an output intent.
package func inkDescription(
  of profile: [UInt8], file: String, at place: SourceSpan?
) throws(Rejected) -> String {
  do throws(ColourProfileFault) {
    return try ColourProfile.description(ofPress: profile)
  } catch {
    let reason =
      switch error {
      case .noProfile:
        Phrase(
          cs: "není to profil ICC, nebo mu chybí konec", en: "it is none, or its end is missing")
      case .tooLarge: Phrase(cs: "je příliš velký", en: "it is far too large")
      case .wrongClass(let kind):
        Phrase(
          cs: "není to profil tiskového stroje (je druhu \(kind))",
          en: "it is not for a press (its class is \(kind))")
      case .wrongColours(let colours):
        Phrase(cs: "není pro CMYK (je pro \(colours))", en: "it is not for CMYK (but \(colours))")
      case .unusable:
        Phrase(cs: "chybějí v něm převodní tabulky", en: "it lacks the tables of conversion")
      }
    throw Rejected([
      Diagnostic(
        PDFExportDiagnostics.inkProfile, at: place,
        Phrase(
          cs: "Soubor „\(file)“ nelze použít jako profil tiskárny: \(reason.cs).",
          en: "The file “\(file)” is no profile of a press: \(reason.en)."),
        fix: Phrase(
          cs: "Vyžádejte si od tiskárny profil ICC pro její papír (soubor .icc) a uveďte ten.",
          en: "Ask the printer for the ICC profile of its paper (an .icc file) and name that one."))
    ])
  }
}
