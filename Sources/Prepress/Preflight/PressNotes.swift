package import Core

/// A place of a page's content: what was painted there.
package struct PressSpot: Sendable, Hashable {
  /// The page, from 1.
  package var page: Int
  /// The byte of the page's content at which the painting operator ends.
  package var offset: Int
  /// Names a place.
  package init(page: Int, offset: Int) { (self.page, self.offset) = (page, offset) }
}

/// One thing that is wrong, with all its pages.
package struct PressNote: Sendable {
  /// What kind of finding it is.
  package var kind: DiagnosticKind
  /// What is wrong.
  package var words: Phrase
  /// The pages, from 1; 0 is the whole file.
  package var pages: [Int]
  /// Where it is painted, as far as that was to be kept.
  package var spots: [PressSpot] = []

  /// The finding that a reader gets.
  ///
  /// - Parameters:
  ///   - file: the name of the file, where there may be several.
  ///   - place: the record that caused it, if that is known.
  ///   - fix: how to mend it; the kind's own way if nothing is said.
  ///   - onSheets: whether the pages of the file are sides of sheets.
  package func finding(
    of file: String? = nil, at place: SourceSpan? = nil, fix: Phrase? = nil, onSheets: Bool = false
  ) -> Diagnostic {
    let pages = pages.filter { $0 > 0 }
    let list = Numbers.list(pages)
    let heads = [file.map { Phrase(cs: $0, en: $0) }, PressNote.head(pages, list, onSheets)]
      .compactMap { $0 }
    func sentence(_ tongue: Tongue) -> String {
      var text = heads.map { $0[tongue] }.joined(separator: ", ")
      text += (text.isEmpty ? "" : ": ") + words[tongue]
      if file == nil { text = text.prefix(1).uppercased() + text.dropFirst() }
      return text.hasSuffix(".") ? text : text + "."
    }
    return Diagnostic(
      kind, at: place, Phrase(cs: sentence(.cs), en: sentence(.en)),
      fix: fix ?? PreflightDiagnostics.fix(kind))
  }

  private static func head(_ pages: [Int], _ list: String, _ onSheets: Bool) -> Phrase? {
    switch (pages.count, onSheets) {
    case (0, _): nil
    case (1, false): Phrase(cs: "strana \(list)", en: "page \(list)")
    case (_, false): Phrase(cs: "strany \(list)", en: "pages \(list)")
    case (1, true): Phrase(cs: "strana archu \(list)", en: "sheet side \(list)")
    case (_, true): Phrase(cs: "strany archů \(list)", en: "sheet sides \(list)")
    }
  }
}

/// What is found on pages, gathered: one note for each thing, with all its pages.
struct PressNotes {
  private(set) var notes: [PressNote] = []
  private var places: [Key: Int] = [:]
  private var counts: [String: Int] = [:]
  /// Whether places of the content are kept, too.
  private let keepsSpots: Bool

  private struct Key: Hashable {
    var code: String
    var words: String
  }

  /// So many different things of a kind are told apart; nobody reads more.
  private static let limit = 24
  /// So many places of a note are kept.
  private static let spotLimit = 100_000

  init(keepsSpots: Bool = false) { self.keepsSpots = keepsSpots }

  /// Adds a page, or the whole file with page 0.
  mutating func add(
    _ kind: DiagnosticKind, _ page: Int, at offset: Int? = nil, cs: String, en: String
  ) {
    let spot = keepsSpots ? offset.map { PressSpot(page: page, offset: $0) } : nil
    add(
      PressNote(
        kind: kind, words: Phrase(cs: cs, en: en), pages: [page], spots: [spot].compactMap { $0 }))
  }

  /// Adds a note, joined to those that say the same.
  mutating func add(_ note: PressNote) {
    let key = Key(code: note.kind.code, words: note.words.cs)
    if let place = places[key] {
      join(note, to: place)
      return
    }
    let count = counts[note.kind.code, default: 0]
    counts[note.kind.code] = count + 1
    guard count < PressNotes.limit || keepsSpots else {
      let rest = Key(code: note.kind.code, words: "")
      var other = note
      other.words = Phrase(cs: "další podobné případy", en: "more of the same")
      if let place = places[rest] {
        join(other, to: place)
      } else {
        places[rest] = notes.count
        notes.append(other)
      }
      return
    }
    places[key] = notes.count
    notes.append(note)
  }

  private mutating func join(_ note: PressNote, to place: Int) {
    for page in note.pages where notes[place].pages.last != page { notes[place].pages.append(page) }
    guard notes[place].spots.count < PressNotes.spotLimit else { return }
    for spot in note.spots where notes[place].spots.last != spot { notes[place].spots.append(spot) }
  }

  /// The notes: errors first, then by code, then as they were found.
  func sorted() -> [PressNote] {
    notes.enumerated().sorted { a, b in
      let (x, y) = (a.element.kind, b.element.kind)
      if x.severity != y.severity { return x.severity < y.severity }
      return (x.code, a.offset) < (y.code, b.offset)
    }.map(\.element)
  }
}
