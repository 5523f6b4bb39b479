import Core
import Pictures

extension ReadingDesk {
  /// Reads a picture that a text names, or notes why it cannot be set.
  mutating func readPicture(_ named: Located<String>) -> Picture? {
    let name = named.value
    if let known = pictures.first(where: { $0.name == name }) { return known }
    guard isInside(name, namedAt: named.at), let bytes = bytes(of: name, namedAt: named.at) else {
      return nil
    }
    do throws(PictureFailure) {
      let picture = try Pictures.readPicture(bytes, name: name)
      pictures.append(picture)
      return picture
    } catch {
      report(error, of: shown(name), at: named.at)
      return nil
    }
  }

  private mutating func report(_ failure: PictureFailure, of file: String, at place: SourceSpan) {
    switch failure {
    case .unknownFormat:
      report(
        IntakeDiagnostics.pictureFormat, at: place,
        Phrase(
          cs: "Soubor \(file) není obrázek JPEG ani PNG, ať se jmenuje jakkoli.",
          en: "The file \(file) is neither a JPEG nor a PNG picture, whatever its name."),
        fix: Phrase(
          cs: "Otevřete ho v prohlížeči obrázků a uložte jako JPEG (fotografie) nebo PNG (kresba).",
          en: "Open it in a picture viewer and save it as JPEG (a photograph) or PNG (a drawing)."))
    case .unsupportedJPEG:
      report(
        IntakeDiagnostics.pictureFormat, at: place,
        Phrase(
          cs: "Soubor \(file) je zvláštní druh JPEG (bezeztrátový, aritmetický nebo s 12 bity).",
          en: "The file \(file) is a special kind of JPEG (lossless, arithmetic or of 12 bits)."),
        fix: Phrase(
          cs: "Uložte ho znovu jako obyčejný JPEG.", en: "Save it again as an ordinary JPEG."))
    case .damaged:
      report(
        IntakeDiagnostics.pictureDamaged, at: place,
        Phrase(
          cs: "Obrázek \(file) je poškozený nebo neúplný.",
          en: "The picture \(file) is damaged or incomplete."),
        fix: Phrase(
          cs: "Zkopírujte ho znovu z původního zdroje a ověřte, že se celý zobrazí.",
          en: "Copy it again from where it came and see that all of it is shown."))
    case .tooLarge(let width, let height):
      report(
        IntakeDiagnostics.pictureTooLarge, at: place,
        Phrase(
          cs: "Obrázek \(file) má \(width) × \(height) bodů, čteme nejvýše 100 milionů bodů.",
          en: "The picture \(file) has \(width) × \(height) pixels, we read at most 100 million."),
        fix: Phrase(
          cs: "Zmenšete ho; na celou stranu A4 stačí 2480 × 3508 bodů.",
          en: "Make it smaller; 2480 × 3508 pixels are enough for a page of A4."))
    }
  }
}
