import Core

/// What is found on pages, gathered: one finding for each thing, with all its pages.
struct PressNotes {
  /// One thing that is wrong.
  struct Note {
    var kind: DiagnosticKind
    var words: Phrase
    var pages: [Int]
  }

  private(set) var notes: [Note] = []
  private var places: [Key: Int] = [:]
  private var counts: [String: Int] = [:]

  private struct Key: Hashable {
    var code: String
    var words: String
  }

  /// So many different things of a kind are told apart; nobody reads more.
  private static let limit = 24

  /// Adds a page, or the whole file with page 0.
  mutating func add(_ kind: DiagnosticKind, _ page: Int, cs: String, en: String) {
    let key = Key(code: kind.code, words: cs)
    if let place = places[key] {
      if notes[place].pages.last != page { notes[place].pages.append(page) }
      return
    }
    let count = counts[kind.code, default: 0]
    counts[kind.code] = count + 1
    guard count < PressNotes.limit else {
      let rest = Key(code: kind.code, words: "")
      if let place = places[rest] {
        if notes[place].pages.last != page { notes[place].pages.append(page) }
      } else {
        places[rest] = notes.count
        notes.append(
          Note(
            kind: kind, words: Phrase(cs: "další podobné případy", en: "more of the same"),
            pages: [page]))
      }
      return
    }
    places[key] = notes.count
    notes.append(Note(kind: kind, words: Phrase(cs: cs, en: en), pages: [page]))
  }

  /// The findings: errors first, then by code, then as they were found.
  func findings() -> [Diagnostic] {
    let sorted = notes.enumerated().sorted { a, b in
      let (x, y) = (a.element.kind, b.element.kind)
      if x.severity != y.severity { return x.severity < y.severity }
      return (x.code, a.offset) < (y.code, b.offset)
    }
    return sorted.map { _, note in
      let pages = note.pages.filter { $0 > 0 }
      let list = Numbers.list(pages)
      let place =
        pages.isEmpty
        ? Phrase(cs: "", en: "")
        : pages.count == 1
          ? Phrase(cs: "Strana \(list): ", en: "Page \(list): ")
          : Phrase(cs: "Strany \(list): ", en: "Pages \(list): ")
      func sentence(_ place: String, _ words: String) -> String {
        let text = place.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : place + words
        return text.hasSuffix(".") ? text : text + "."
      }
      return Diagnostic(
        note.kind, at: nil,
        Phrase(
          cs: sentence(place.cs, note.words.cs), en: sentence(place.en, note.words.en)),
        fix: PreflightDiagnostics.fix(note.kind))
    }
  }
}
