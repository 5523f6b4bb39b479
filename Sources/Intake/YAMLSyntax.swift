import Core
import Yams

extension ReadingDesk {
  /// Notes a line that the YAML parser refused, in words that say what to do.
  mutating func reportSyntax(_ error: any Error, _ file: FileID) {
    var place = SourceSpan.top(of: file)
    var problem = "\(error)"
    var context = ""
    switch error as? YamlError {
    case .scanner(let around, let text, let mark, _), .parser(let around, let text, let mark, _),
      .composer(let around, let text, let mark, _):
      place = span(mark, in: file)
      problem = text
      context = around?.text ?? ""
      // What is not closed is mended where it opens, not at the end of the file.
      if let around, context.contains("quoted scalar") { place = span(around.mark, in: file) }
    case .reader(let text, let offset, _, _):
      // libyaml counts the offset in bytes of the text that it was given.
      let start = min(UInt32(offset ?? 0), UInt32(sources[file].bytes.count))
      place = SourceSpan(file: file, start: start, end: start)
      problem = text
    default: break
    }
    let wording = explain(problem, context, at: place)
    report(IntakeDiagnostics.syntax, at: place, wording.message, fix: wording.fix)
  }

  private func explain(_ problem: String, _ context: String, at place: SourceSpan) -> (
    message: Phrase, fix: Phrase
  ) {
    if context.contains("quoted scalar") {
      return (
        Phrase(
          cs: "Uvozovky, které tu začínají, nejsou uzavřené, nebo je v nich chyba.",
          en: "The quotation mark that opens here is not closed, or its text is faulty."),
        Phrase(
          cs: "Doplňte uvozovky na konec hodnoty; zpětné lomítko v nich zdvojte.",
          en: "Add the closing quotation mark; double a backslash inside.")
      )
    }
    for (part, message, fix) in YAMLWords.table where problem.contains(part) {
      return (message, fix)
    }
    return (
      Phrase(
        cs: "Řádku tu nejde rozumět (parser hlásí: \(problem)).",
        en: "The line cannot be understood (the parser says: \(problem))."),
      Phrase(
        cs: "Zkontrolujte odsazení a dvojtečky na tomto řádku a na řádku nad ním.",
        en: "See the indentation and the colons of this line and of the one above.")
    )
  }
}

/// What libyaml says, in words for people who do not know it.
private enum YAMLWords {
  static let table: [(String, Phrase, Phrase)] = [
    (
      "mapping values are not allowed",
      Phrase(
        cs: "Dvojtečka tu stojí uprostřed hodnoty, nebo je řádek špatně odsazený.",
        en: "A colon stands inside a value, or the line is indented wrongly."),
      Phrase(
        cs: "Hodnotu s dvojtečkou dejte do uvozovek; jinak srovnejte odsazení s řádky okolo.",
        en: "Quote a value with a colon in it; else align the line with its neighbours.")
    ),
    (
      "cannot start any token",
      Phrase(
        cs: "Hodnota začíná znakem, kterým začínat nesmí (tabulátor, %, @ nebo `).",
        en: "A value begins with a sign it must not begin with (tab, %, @ or `)."),
      Phrase(
        cs: "Místo tabulátoru použijte mezery; jinou hodnotu dejte do uvozovek.",
        en: "Use spaces instead of the tab; quote any other value.")
    ),
    (
      "tab character",
      Phrase(
        cs: "Řádek je odsazený tabulátorem.", en: "The line is indented with a tab."),
      Phrase(cs: "Místo tabulátoru použijte mezery.", en: "Use spaces instead of the tab.")
    ),
    (
      "could not find expected ':'",
      Phrase(
        cs: "Za klíčem chybí dvojtečka.",
        en: "The colon after a key is missing."),
      Phrase(
        cs: "Napište „klíč: hodnota“; delší text odsaďte pod klíč.",
        en: "Write “key: value”; indent longer text below its key.")
    ),
    (
      "did not find expected key",
      Phrase(
        cs: "Řádek je odsazený jinak než jeho sousedé, nebo za uzavřenou hodnotou něco přebývá.",
        en: "The line is indented unlike its neighbours, or something follows a closed value."),
      Phrase(
        cs: "Srovnejte klíče pod sebe mezerami; uvozovky uvnitř hodnoty pište „české“.",
        en: "Align the keys with spaces; use „Czech“ quotation marks inside a value.")
    ),
    (
      "did not find expected '-' indicator",
      Phrase(
        cs: "V seznamu stojí řádek bez pomlčky, nebo je špatně odsazený.",
        en: "A line of a list lacks its dash, or is indented wrongly."),
      Phrase(
        cs: "Každou položku seznamu začněte „- “ ve stejném sloupci.",
        en: "Begin every item of the list with “- ” in one column.")
    ),
    (
      "did not find expected ',' or",
      Phrase(cs: "Závorka není uzavřená.", en: "A bracket is not closed."),
      Phrase(
        cs: "Doplňte závorku, nebo seznam napište na řádky s pomlčkami.",
        en: "Close the bracket, or write the list as lines with dashes.")
    ),
    (
      "unexpected end of stream",
      Phrase(cs: "Soubor končí uprostřed hodnoty.", en: "The file ends inside a value."),
      Phrase(
        cs: "Uzavřete uvozovky nebo závorku, která tu začíná.",
        en: "Close the quotation mark or bracket that begins here.")
    ),
    (
      "control characters are not allowed",
      Phrase(
        cs: "V souboru je neviditelný řídicí znak.", en: "The file holds a control character."),
      Phrase(
        cs: "Smažte znak na tomto místě a napište text znovu.",
        en: "Delete the character at this place and type the text again.")
    ),
    (
      "nesting level",
      Phrase(cs: "Závorky jsou příliš hluboko v sobě.", en: "Brackets are nested too deep."),
      Phrase(cs: "Napište seznam na řádky s pomlčkami.", en: "Write the list as lines with dashes.")
    ),
  ]
}
