import Core

/// A text file of a project as far as its human text is asked for.
enum TextFile {
  case yaml([UInt8])
  case markdown([UInt8])
  case table(FieldTable, [UInt8])

  /// A file by the ending of its name; nil for one that holds no text.
  init?(_ name: String, _ bytes: [UInt8]) {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .yaml(bytes)
    } else if name.hasSuffix(".md") {
      self = .markdown(bytes)
    } else if name.hasSuffix(".csv") {
      self = .table(FieldTable(csv: bytes), bytes)
    } else {
      return nil
    }
  }

  /// Gives each human text to a body, one after the other.
  ///
  /// - Parameter language: the plan's.
  func forEachPassage(in language: Language, _ body: (Passage) -> Void) {
    var passage = Passage()
    passage.language = language
    switch self {
    case .yaml(let bytes): YAMLPassages(bytes).forEach(&passage, body)
    case .markdown(let bytes):
      var passages = MarkdownPassages(bytes)
      passages.forEach(&passage, body)
    case .table(let table, let bytes): FieldPassages(table, bytes).forEach(&passage, body)
    }
  }

  /// What no text should hold, in the order of the bytes.
  ///
  /// - Parameters:
  ///   - accepted: words that are right although they look glued.
  ///   - knows: whether a word list has a word; nil where none is asked.
  ///   - language: the plan's; rules of Czech are kept by Czech text alone.
  func blemishes(
    accepted: Set<String>, knows: ((String) -> Bool)? = nil, language: Language = .czech
  ) -> [Blemish] {
    var search = BlemishSearch(knows: knows)
    forEachPassage(in: language) { search.search($0) }
    return search.found.filter { $0.kind != .glued || !accepted.contains($0.text) }
      .sorted { ($0.at.lowerBound, $0.at.upperBound) < ($1.at.lowerBound, $1.at.upperBound) }
  }
}

extension ReadingDesk {
  /// Looks at the texts and tables read since `first` for what no text should hold: rule V18.
  mutating func reportBlemishes(from first: Int) {
    let accepted = acceptedWords()
    let language = languageOfPlan()
    for text in texts(from: first) {
      findings += text.content.blemishes(accepted: accepted, language: language)
        .map { $0.diagnostic(in: text.file) }
    }
  }

  /// The texts and tables read since `first`, in the order of reading.
  func texts(from first: Int) -> [(file: FileID, content: TextFile)] {
    (first..<max(first, sources.files.count)).compactMap { number in
      let file = FileID(number)
      let source = sources[file]
      // A file that cannot be read was noted already; where its texts end nobody knows.
      guard firstFault(in: source.bytes) == nil, !isBroken(file) else { return nil }
      if let table = tables.first(where: { $0.file == file }) {
        return (file, .table(table.table, source.bytes))
      }
      return TextFile(source.path, source.bytes).map { (file, $0) }
    }
  }

  private func isBroken(_ file: FileID) -> Bool {
    let kinds = [IntakeDiagnostics.syntax, IntakeDiagnostics.alias, IntakeDiagnostics.quotes]
    return findings.contains { $0.at?.file == file && kinds.contains($0.kind) }
  }

  /// The language that the plan says it is in, read off its line, so that a plan that cannot be read
  /// is judged as well; Czech where it says nothing.
  func languageOfPlan() -> Language {
    let path = shown("plan.yaml")
    let bytes =
      sources.files.last { $0.path == path }?.bytes
      ?? (try? PlainFile.read(path, greatest: ReadingDesk.largest(path)))
    for line in (bytes ?? []).split(separator: 0x0A) where line.starts(with: "jazyk:".utf8) {
      let value = line.dropFirst("jazyk:".utf8.count).prefix { $0 != 0x23 }
      let tag = String(decoding: value, as: UTF8.self)
        .filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      if !tag.isEmpty { return Language(tag.lowercased()) }
    }
    return .czech
  }

  /// The words of `slova.txt`, a line each; `#` begins a comment.
  mutating func acceptedWords() -> Set<String> {
    guard names().contains("slova.txt"), let file = open("slova.txt") else { return [] }
    var words: Set<String> = []
    for line in normalised(sources[file].bytes).split(whereSeparator: \.isNewline) {
      let word = PlainValue.trimmed(String(line.prefix { $0 != "#" }))
      if !word.isEmpty { words.insert(word) }
    }
    return words
  }
}
