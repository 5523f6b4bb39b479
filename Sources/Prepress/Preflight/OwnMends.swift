import Core
import Style

extension OwnNote {
  /// How a finding of our own file is mended in the project; nil where the kind's own way is right.
  func fix(for cause: PressCause) -> Phrase? {
    let line = OwnNote.points(profile.minimalLine)
    let bleed = Phrase(
      cs: Millimetres.czech(points: profile.bleed.points),
      en: Millimetres.text(points: profile.bleed.points))
    switch note.kind {
    case PreflightDiagnostics.foreignColour where cause.picture != nil:
      return Phrase(
        cs: "Dodejte obrázek v CMYK (logo raději ve vektorech), nebo jej nechte převést profilem "
          + "tiskárny.",
        en: "Supply the picture in CMYK, or have it converted by the printer's profile.")
    case PreflightDiagnostics.resolution:
      return Phrase(
        cs: "Nahraďte soubor obrázkem s více body (aspoň \(profile.minimalResolution) na palec), "
          + "nebo jej v textu zmenšete.",
        en: "Replace the file by one with more pixels (at least \(profile.minimalResolution) per "
          + "inch), or make it smaller in the text.")
    case PreflightDiagnostics.ink where cause.picture == nil, PreflightDiagnostics.overlap:
      return Phrase(
        cs: "Zmenšete součet čísel za „press:“ na nejvýše \(profile.inkLimit).",
        en: "Bring the sum of the numbers after “press:” down to \(profile.inkLimit) at most.")
    case PreflightDiagnostics.builtBlack:
      return Phrase(
        cs:
          "Dejte této barvě „press: K100“; má-li zůstat sytá pro plochy, dejte textu jinou barvu.",
        en: "Give this colour “press: K100”; if areas need it, give text a colour of its own.")
    case PreflightDiagnostics.smallColour:
      return Phrase(
        cs:
          "Dejte drobnému textu barvu z jedné nebo dvou barev (třeba K60), nebo tuto barvu složte "
          + "z méně barev.",
        en: "Give small text a colour of one or two inks (such as K60), or mix this one of fewer.")
    case PreflightDiagnostics.hairline:
      return Phrase(
        cs: "Zesilte čáru v návrhu aspoň na \(line.cs) pt.",
        en: "Make the line in the design at least \(line.en) pt thick.")
    case PreflightDiagnostics.bleed where cause.at == origins.design.bleed:
      return Phrase(
        cs: "V návrhu napište pod page: „bleed: \(bleed.en) mm“.",
        en: "In the design write “bleed: \(bleed.en) mm” below page.")
    case PreflightDiagnostics.bleed:
      return Phrase(
        cs: "Protáhněte plochu v návrhu až k okraji strany (x nebo y 0, šířka a výška po ořez); "
          + "spad se přidá sám.",
        en: "Draw the field in the design to the page's edge (x or y 0, width and height to the "
          + "trim); bleed is added by itself.")
    case PreflightDiagnostics.safety:
      return Phrase(
        cs: "Zvětšete v návrhu okraj, nebo posuňte záhlaví a zápatí dál od ořezu.",
        en: "Widen the margin in the design, or move heads and feet away from the trim.")
    case PreflightDiagnostics.pageCount:
      return Phrase(
        cs: "Napište do receptu „extent: multiple of \(profile.pageMultiple)“ a přidejte strany na "
          + "poznámky, nebo obsah zkraťte.",
        en: "Write “extent: multiple of \(profile.pageMultiple)” in the recipe and add pages for "
          + "notes, or shorten the content.")
    default: return nil
    }
  }

  /// Points with up to two decimals.
  private static func points(_ length: Length) -> Phrase {
    let hundredths = Int((length.points * 100).rounded())
    let rest = hundredths % 100
    let digits =
      rest == 0 ? "" : rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    let whole = String(hundredths / 100)
    return digits.isEmpty
      ? Phrase(cs: whole, en: whole) : Phrase(cs: "\(whole),\(digits)", en: "\(whole).\(digits)")
  }
}
