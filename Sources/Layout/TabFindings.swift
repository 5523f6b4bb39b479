import Core

extension Diagnostic {
  /// Neither the title of a division nor its shorter wording has room on its tab.
  static func wordlessTab(
    _ division: Divisions.Division, height: Length, at place: SourceSpan?
  ) -> Diagnostic {
    let room = height.millimetres
    return Diagnostic(
      LayoutDiagnostics.wordlessTab, at: place,
      Phrase(
        cs: "Ouško části „\(division.title)“ zůstane bez nápisu: na \(room.cs) se nevejde.",
        en: "The tab of the division “\(division.title)” stays without words: "
          + "they have no room on \(room.en)."),
      fix: Phrase(
        cs: "Napište u části catalogue do „tabs“ kratší názvy, oddělené svislicí, "
          + "v pořadí částí.",
        en: "Write shorter titles into “tabs” of the part catalogue, divided by bars, in the "
          + "order of divisions."))
  }

  /// More divisions than a page has places, or the design colours, for tabs.
  static func tooManyTabs(
    _ count: Int, places: Int, colours: Int, design: String, at place: SourceSpan?
  ) -> Diagnostic {
    let short = places < count
    return Diagnostic(
      LayoutDiagnostics.tooManyTabs, at: place,
      Phrase(
        cs: short
          ? "Částí je \(count), ale pod sebe se na stránku vejde \(places) oušek; "
            + "další by ležela pod stránkou."
          : "Částí je \(count), ale vzhled má \(colours) barev oušek; barvy se opakují.",
        en: short
          ? "There are \(count) divisions, but a page has room for \(places) tabs; "
            + "further ones would lie below it."
          : "There are \(count) divisions, but the design has \(colours) colours of tabs; "
            + "colours recur."),
      fix: Phrase(
        cs: short
          ? "Ve vzhledu \(design) zmenšete v „tabs“ hodnoty pitch a height, nebo části spojte."
          : "Doplňte ve vzhledu \(design) v „tabs“ další barvy, nebo části spojte.",
        en: short
          ? "In the design \(design) make pitch and height of “tabs” smaller, or join divisions."
          : "In the design \(design) add colours to “tabs”, or join divisions."))
  }
}
