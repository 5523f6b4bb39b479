import Colorimetry
package import Core
import Display

/// What cannot be made as the printer wants it. What he would say of the file is for preflight.
extension Findings {
  /// Inks that the printer has not, and profiles that are missing or too new.
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
    guard icc.isEmpty, press.conversion != nil || profile.isFlat else { return found }
    var told: Set<Int> = []
    for page in pages.pages {
      for (image, owner) in page.placedPictures where told.insert(image).inserted {
        let picture = pages.pictures[image]
        if picture.colours == .rgb || picture.colours == .palette {
          found.append(noInks(picture, owner))
        }
      }
    }
    return found
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
  /// The pictures of the page and their owners.
  var placedPictures: [(image: Int, owner: NodeID?)] {
    var placed: [(image: Int, owner: NodeID?)] = []
    for span in spans {
      var owner: NodeID?
      if case .node(let node) = span.owner { owner = node }
      for op in ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        if case .image(let image, _, _) = op { placed.append((image.int, owner)) }
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
