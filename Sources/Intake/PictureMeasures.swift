import Core
import Planning

/// The lines „Šířka: …“, „Výřez: …“, „Sloupce: …“ and the like below a picture or table.
extension NarrativeReader {
  /// „sloupec“, „celá strana“, or „na šířku“.
  mutating func tableWidth(_ text: String, at place: SourceSpan) -> TableWidth? {
    switch measureWords(text) {
    case ["sloupec"]: return .column
    case ["celá", "strana"]: return .full
    case ["na", "šířku"]: return .landscape
    case ["po", "částech"]: return .parts
    default: break
    }
    report(
      IntakeDiagnostics.legend, at: place,
      Phrase(
        cs: "Šířce tabulky „\(text)“ nerozumím.",
        en: "The table's width “\(text)” makes no sense."),
      fix: Phrase(
        cs: "Napište „sloupec“, „celá strana“, „na šířku“ nebo „po částech“; bez řádku „Šířka: …“ "
          + "ji určí sazba.",
        en: "Write “sloupec” (column), “celá strana” (full page), “na šířku” (turned page) or “po "
          + "částech” (in parts); without the line “Šířka: …” the layout decides."))
    return nil
  }

  /// „otočené“ or „vodorovné“.
  mutating func headTurn(_ text: String, at place: SourceSpan) -> Bool? {
    switch measureWords(text) {
    case ["otočené"]: return true
    case ["vodorovné"]: return false
    default: break
    }
    report(
      IntakeDiagnostics.legend, at: place,
      Phrase(
        cs: "Záhlaví tabulky „\(text)“ nerozumím.",
        en: "The table's header “\(text)” makes no sense."),
      fix: Phrase(
        cs: "Napište „otočené“: slova nad sloupci čísel poběží zdola nahoru; nebo řádek smažte.",
        en: "Write “otočené” (rotated): the words above columns of numbers run upwards; or delete "
          + "the line."))
    return nil
  }

  /// „na každé straně“ or „na konci“.
  mutating func footPlace(_ text: String, at place: SourceSpan) -> TableFootPlace? {
    switch measureWords(text) {
    case ["na", "každé", "straně"], ["na", "každé", "stránce"]: return .everyPage
    case ["na", "konci"]: return .end
    default: break
    }
    report(
      IntakeDiagnostics.legend, at: place,
      Phrase(
        cs: "Zápatí tabulky „\(text)“ nerozumím.",
        en: "The table's footer “\(text)” makes no sense."),
      fix: Phrase(
        cs: "Napište „na každé straně“: poslední řádky (součet, vysvětlení) se zopakují na každé "
          + "straně tabulky; nebo „na konci“.",
        en: "Write “na každé straně” (on each page): the last rows (total, remarks) come back on "
          + "each page of the table; or “na konci” (at the end)."))
    return nil
  }

  /// „mapa“ or „obrázek“.
  mutating func pictureKind(_ text: String, at place: SourceSpan) -> PictureKind? {
    switch measureWords(text) {
    case ["mapa"]: return .map
    case ["obrázek"]: return .figure
    default: break
    }
    report(
      IntakeDiagnostics.legend, at: place,
      Phrase(
        cs: "Druhu obrázku „\(text)“ nerozumím.",
        en: "The picture's kind “\(text)” makes no sense."),
      fix: Phrase(
        cs: "Napište „mapa“: bude mít popisek „Mapa 1“ a bude v seznamu map; nebo řádek smažte.",
        en:
          "Write “mapa” (map): its caption will begin “Mapa 1” and the list of maps will name it; "
          + "or delete the line."))
    return nil
  }

  /// „20 mm, 1, 2, auto“: a length, a part of what remains, or what the content asks for.
  mutating func columnWidths(
    _ text: String, of count: Int, at place: SourceSpan
  ) -> [ColumnWidth]? {
    let entries = text.split(separator: text.contains(";") ? ";" : ",")
      .map { PlainValue.trimmed(String($0)) }
    let widths = entries.compactMap(columnWidth)
    if widths.count == entries.count, widths.count == count { return widths }
    let isCount = widths.count == entries.count
    report(
      IntakeDiagnostics.legend, at: place,
      isCount
        ? Phrase(
          cs: "Řádek „Sloupce: …“ má jiný počet šířek (\(entries.count)) než tabulka sloupců "
            + "(\(count)).",
          en: "The line “Sloupce: …” gives \(entries.count) widths, but the table has \(count) "
            + "columns.")
        : Phrase(
          cs: "Šířkám sloupců „\(text)“ nerozumím.",
          en: "The columns' widths “\(text)” make no sense."),
      fix: Phrase(
        cs:
          "Napište pro každý sloupec šířku od 3 do 400 mm, díl ze zbytku (celé číslo), nebo auto, "
          + "například „Sloupce: 20 mm, 1, 2, auto“; desetinnou čárku jen mezi středníky.",
        en: "Give each column a width from 3 to 400 mm, a part of what remains (a whole number) or "
          + "auto, such as “Sloupce: 20 mm, 1, 2, auto”; decimal commas only between semicolons."))
    return nil
  }

  private func columnWidth(_ entry: String) -> ColumnWidth? {
    if entry == "auto" { return .automatic }
    if let share = UInt16(entry) {
      return ColumnWidth.shareRange.contains(share) ? .share(share) : nil
    }
    let words = entry.replacing("mm", with: " mm").split { $0 == " " || $0 == "\u{A0}" }
    guard words.count == 2, words[1] == "mm", let width = length(inMillimetres: String(words[0]))
    else {
      return nil
    }
    return ColumnWidth.fixedRange.contains(width) ? .fixed(width) : nil
  }

  private func length(inMillimetres text: String) -> Length? {
    guard let number = PlainValue.quantity(text.replacing(".", with: ",")), number.decimals <= 3,
      var micrometres = Optional(number.digits), (0...1_000_000).contains(micrometres)
    else { return nil }
    for _ in number.decimals..<3 { micrometres *= 10 }
    return micrometres <= 1_000_000 ? .microMetres(Int(micrometres)) : nil
  }

  /// „sloupec“, „celá strana“, or a part of the column: „60 %“.
  mutating func pictureWidth(_ text: String, at place: SourceSpan) -> PictureWidth? {
    let words = measureWords(text)
    switch words {
    case ["sloupec"]: return .column(1_000)
    case ["celá", "strana"]: return .full
    default:
      if let (part, rest) = percentage(words[...]), rest.isEmpty, part >= 10, part <= 100 {
        return .column(part * 10)
      }
    }
    report(
      IntakeDiagnostics.legend, at: place,
      Phrase(
        cs: "Šířce obrázku „\(text)“ nerozumím.",
        en: "The picture's width “\(text)” makes no sense."),
      fix: Phrase(
        cs: "Napište „sloupec“, „celá strana“, nebo část sloupce od „10 %“ do „100 %“.",
        en: "Write “sloupec” (column), “celá strana” (full page), or from “10 %” to “100 %”."))
    return nil
  }

  /// „10 % shora, 5 % zleva“.
  mutating func pictureCrop(_ text: String, at place: SourceSpan) -> PictureCrop? {
    var crop = PictureCrop()
    var words = measureWords(text)[...]
    var isUnderstood = !words.isEmpty
    while isUnderstood, !words.isEmpty {
      guard let (part, rest) = percentage(words), let side = rest.first, part <= 90 else {
        isUnderstood = false
        break
      }
      switch side {
      case "shora": crop.top = part * 10
      case "zdola": crop.bottom = part * 10
      case "zleva": crop.left = part * 10
      case "zprava": crop.right = part * 10
      default: isUnderstood = false
      }
      words = rest.dropFirst()
      if words.first == "a" { words = words.dropFirst() }
    }
    if isUnderstood, crop.remainingWidth >= 100, crop.remainingHeight >= 100 { return crop }
    report(
      IntakeDiagnostics.legend, at: place,
      Phrase(
        cs: "Výřezu „\(text)“ nerozumím, nebo z obrázku nic nezbude.",
        en: "The crop “\(text)” makes no sense, or leaves nothing of the picture."),
      fix: Phrase(
        cs: "Napište například „10 % shora, 5 % zleva“; strany jsou shora, zdola, zleva, zprava.",
        en: "Write for example “10 % shora, 5 % zleva” (top, left); zdola is bottom, zprava right.")
    )
    return nil
  }

  /// The words without commas; a per cent sign stands alone.
  private func measureWords(_ text: String) -> [String] {
    var spread = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case ",", "\u{A0}", "\u{202F}": spread.append(" ")
      case "%": spread.append(contentsOf: " % ".unicodeScalars)
      default: spread.append(scalar)
      }
    }
    return String(spread).split(separator: " ").map(String.init)
  }

  /// A whole number before a per cent sign, and the words behind it.
  private func percentage(_ words: ArraySlice<String>) -> (Int, ArraySlice<String>)? {
    guard let first = words.first, let number = Int(first), number >= 0,
      words.dropFirst().first == "%"
    else { return nil }
    return (number, words.dropFirst(2))
  }
}
