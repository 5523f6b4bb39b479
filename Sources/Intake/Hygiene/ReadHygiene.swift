import Core

/// The blemishes of a text file of a project, in the order of its bytes.
///
/// - Parameters:
///   - name: the name of the file, whose ending says how it is written.
///   - knows: whether a word list has a word; nil where none is asked.
func blemishes(
  of name: String, _ bytes: [UInt8], accepted: Set<String> = [], knows: ((String) -> Bool)? = nil
) -> [Blemish] {
  var search = BlemishSearch(knows: knows)
  var passage = Passage()
  forEachPassage(of: name, bytes, &passage) { search.search($0) }
  var found = search.found
  if !accepted.isEmpty { found.removeAll { $0.kind == .glued && accepted.contains($0.text) } }
  return found.sorted { ($0.at.lowerBound, $0.at.upperBound) < ($1.at.lowerBound, $1.at.upperBound) }
}

/// Gives each human text of a file to a body.
func forEachPassage(
  of name: String, _ bytes: [UInt8], _ passage: inout Passage, _ body: (Passage) -> Void
) {
  if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
    YAMLPassages(bytes).forEach(&passage, body)
  } else if name.hasSuffix(".md") {
    var passages = MarkdownPassages(bytes)
    passages.forEach(&passage, body)
  } else if name.hasSuffix(".csv") {
    CSVPassages(bytes).forEach(&passage, body)
  }
}

extension ReadingDesk {
  /// Looks at the texts of the files read since `first` for what no text should hold: rule V18.
  mutating func reportBlemishes(from first: Int) {
    let accepted = acceptedWords()
    for number in first..<max(first, sources.files.count) {
      let file = FileID(number)
      let source = sources[file]
      // A file that is no UTF-8 was noted already.
      if firstFault(in: source.bytes) != nil { continue }
      findings += blemishes(of: source.path, source.bytes, accepted: accepted)
        .map { $0.diagnostic(in: file) }
    }
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
