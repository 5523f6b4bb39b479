import Core
import Yams

extension ReadingDesk {
  /// Notes a line that the YAML parser refused, in words that say what to do.
  mutating func reportSyntax(_ error: any Error, _ file: FileID) {
    var place = SourceSpan.top(of: file)
    var problem = "\(error)"
    var context = ""
    // Where the key begins that the parser waits to see the end of.
    var unfinished: SourceSpan?
    switch error as? YamlError {
    case .scanner(let around, let text, let mark, _), .parser(let around, let text, let mark, _),
      .composer(let around, let text, let mark, _):
      place = span(mark, in: file)
      problem = text
      context = around?.text ?? ""
      // What is not closed is mended where it opens, not at the end of the file.
      if let around, context.contains("quoted scalar") { place = span(around.mark, in: file) }
      if let around, context.contains("simple key") { unfinished = span(around.mark, in: file) }
    case .reader(let text, _, let value, _):
      // Yams counts the offset in characters as people see them, of a text in which keys may be
      // disguised. The character itself is known, and its first occurrence is the one refused.
      place = firstPlace(of: value, in: file)
      problem = text
    default: break
    }
    let signs = ["expected ':'", "mapping values are not allowed", "document start"]
    if signs.contains(where: problem.contains),
      let key = keyWithoutSpace(at: unfinished ?? place, isItself: unfinished != nil)
    {
      reportMissingSpace(after: key)
      return
    }
    if problem.contains("expected ':'"), let unfinished { place = unfinished }
    let wording = explain(problem, context)
    report(IntakeDiagnostics.syntax, at: place, wording.message, fix: wording.fix)
  }

  /// The place of the first occurrence of a character; the top of the file where it is none.
  private func firstPlace(of value: Int32, in file: FileID) -> SourceSpan {
    let bytes = sources[file].bytes
    guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else {
      return .top(of: file)
    }
    let sought = Array(String(scalar).utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: sought) }
    return start.map {
      SourceSpan(file: file, start: UInt32($0), end: UInt32($0 + sought.count))
    } ?? .top(of: file)
  }

  /// The key with its colon of a line such as `verze:0.1.0`; nil where the line is another.
  ///
  /// - Parameter isItself: whether the line of `place` is meant, else the last one above it that is
  ///   neither empty nor a comment.
  private func keyWithoutSpace(at place: SourceSpan, isItself: Bool) -> SourceSpan? {
    let source = sources[place.file]
    var range = source.lineRange(at: place.start)
    func content(_ range: Range<Int>) -> Int? {
      range.first { ![0x20, 0x09, 0x0D, 0x0A].contains(source.bytes[$0]) }
    }
    if !isItself {
      repeat {
        guard range.lowerBound > 0 else { return nil }
        range = source.lineRange(at: UInt32(range.lowerBound - 1))
      } while content(range).map { source.bytes[$0] == UInt8(ascii: "#") } ?? true
    }
    guard var start = content(range) else { return nil }
    while start + 1 < range.upperBound, source.bytes[start] == UInt8(ascii: "-"),
      let next = content(start + 1..<range.upperBound), next > start + 1
    { start = next }
    let end =
      source.bytes[start..<range.upperBound].firstIndex { byte in
        !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && byte != UInt8(ascii: "_")
          && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      } ?? range.upperBound
    // Behind the colon of an address stand two strokes.
    guard end > start, end + 1 < range.upperBound, source.bytes[end] == UInt8(ascii: ":"),
      ![0x20, 0x09, 0x0D, 0x0A, UInt8(ascii: "/")].contains(source.bytes[end + 1])
    else { return nil }
    return SourceSpan(file: place.file, start: UInt32(start), end: UInt32(end + 1))
  }

  private mutating func reportMissingSpace(after key: SourceSpan) {
    let bytes = sources[key.file].bytes[Int(key.start)..<Int(key.end)]
    let name = String(decoding: bytes, as: UTF8.self)
    report(
      IntakeDiagnostics.syntax, at: key,
      Phrase(
        cs: "Za dvojtečkou chybí mezera: „\(name)“.",
        en: "The space after the colon is missing: “\(name)”."),
      fix: Phrase(
        cs: "Napište „\(name) “ a za mezeru hodnotu.",
        en: "Write “\(name) ” and the value after the space."))
  }

  private func explain(_ problem: String, _ context: String) -> (message: Phrase, fix: Phrase) {
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
        cs: "Zápisu na tomto řádku nejde rozumět.",
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
      "but found another document",
      Phrase(
        cs: "Řádek „---“ tu začíná nový dokument; soubor smí mít jen jeden.",
        en: "The line “---” begins a new document here; a file may hold one only."),
      Phrase(
        cs: "Řádek „---“ smažte, nebo zbytek přesuňte do jiného souboru .yaml.",
        en: "Delete the line “---”, or move the rest to another .yaml file.")
    ),
    (
      "nesting level",
      Phrase(cs: "Závorky jsou příliš hluboko v sobě.", en: "Brackets are nested too deep."),
      Phrase(cs: "Napište seznam na řádky s pomlčkami.", en: "Write the list as lines with dashes.")
    ),
  ]
}
