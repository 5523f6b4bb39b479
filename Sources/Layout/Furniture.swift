import Core
import Display
import Fonts
import Manuscript
import Style
import Typesetting

/// Sets running heads and folios: artifacts, made when the numbers of all pages are known.
struct FurnitureSetter: ~Copyable {
  let document: Document
  let design: DesignBook
  private var typesetter: Typesetter
  /// Lines set before, by their words and style: most pages share their heads.
  private var known: [Words: TypesetParagraph] = [:]
  /// Names set before, never shortened.
  private var whole: [Words: TypesetParagraph] = [:]
  /// What has no room.
  private(set) var findings: [Diagnostic] = []

  private struct Words: Hashable {
    var text: String
    var style: Int
  }

  init(document: Document, design: DesignBook, fonts: FontBook, hyphenation: HyphenationBook) {
    self.document = document
    self.design = design
    typesetter = Typesetter(
      fonts: fonts, hyphenation: hyphenation, protrusion: design.protrusion)
  }

  /// What is said of a page.
  struct Facts {
    var folio = ""
    var chapter = ""
    var section = ""
    /// The headings of the first and the last entry of a catalogue on it.
    var firstEntry: NodeID?
    var lastEntry: NodeID?
  }

  /// Furnishes a page.
  mutating func furnish(
    _ page: inout Page, master: PageMaster, isVerso: Bool, _ facts: Facts
  ) {
    let pieces = isVerso && !master.verso.isEmpty ? master.verso : master.recto
    for piece in pieces {
      guard piece.style < design.paragraphs.count else { continue }
      var words = ""
      var entry: NodeID?
      switch piece.content {
      case .folio: words = facts.folio
      case .title: words = document.metadata.title
      case .chapter: words = facts.chapter
      case .section: words = facts.section.isEmpty ? facts.chapter : facts.section
      case .firstEntry: entry = facts.firstEntry
      case .lastEntry: entry = facts.lastEntry
      }
      let paragraph: TypesetParagraph
      if let entry {
        guard let set = name(of: entry, style: piece.style) else { continue }
        paragraph = set
      } else {
        guard !words.isEmpty else { continue }
        paragraph = line(words, style: piece.style)
      }
      guard let line = paragraph.lines.first else { continue }
      let left =
        isVerso
        ? page.trim.width - design.page.inner - design.page.fullWidth : design.page.inner
      let room = design.page.fullWidth - line.width
      let x: Length
      switch (piece.place, isVerso) {
      case (.inner, false), (.outer, true): x = left
      case (.outer, false), (.inner, true): x = left + room
      case (.centre, _): x = left + room / 2
      }
      let artifact: Artifact = piece.baseline < page.trim.height / 2 ? .header : .footer
      page.paint(line, of: paragraph, at: Point(x: x, y: piece.baseline), as: artifact)
    }
  }

  /// The name of an entry in one line: its title, or the shorter wording that its author gave it
  /// where the title has no room. It is never cut: what has no room is left out and told.
  private mutating func name(of heading: NodeID, style: Int) -> TypesetParagraph? {
    let title = document.plainText(of: heading)
    let short = document[heading].short.map { document.string($0) }
    for words in [title, short].compactMap(\.self) {
      let paragraph = oneLine(words, style: style)
      if paragraph.lines.count == 1, paragraph.lines.first?.isOverfull == false { return paragraph }
    }
    tell(.longEntryName(title, hasShort: short != nil, at: document[heading].origin))
    return nil
  }

  /// Tells of something once, however many pages it is found on.
  mutating func tell(_ finding: Diagnostic) {
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// Words as they are, remembered.
  mutating func oneLine(_ words: String, style: Int) -> TypesetParagraph {
    let asked = Words(text: words, style: style)
    if let set = whole[asked] { return set }
    let paragraph = set(Array(words.utf8), style: style)
    whole[asked] = paragraph
    return paragraph
  }

  /// One line; words too long for it are cut at a space and end in an ellipsis (T33), never behind a
  /// preposition of one letter (T01), a dash or a comma.
  private mutating func line(_ words: String, style: Int) -> TypesetParagraph {
    let asked = Words(text: words, style: style)
    if let set = known[asked] { return set }
    var bytes = Array(words.utf8)
    var paragraph = set(bytes, style: style)
    while paragraph.lines.count > 1 || (paragraph.lines.first?.isOverfull ?? false) {
      guard let space = bytes.lastIndex(of: 0x20) else { break }
      bytes.removeSubrange(space...)
      FurnitureSetter.trim(&bytes)
      paragraph = set(bytes + [0xE2, 0x80, 0xA6], style: style)
    }
    known[asked] = paragraph
    return paragraph
  }

  /// Takes off what cannot stand before an ellipsis.
  private static func trim(_ bytes: inout [UInt8]) {
    while let last = bytes.last {
      let isLone = bytes.count > 1 && bytes[bytes.count - 2] == 0x20
      let isDash = bytes.suffix(3).elementsEqual([0xE2, 0x80, 0x93])
      if isDash {
        bytes.removeLast(3)
      } else if last == 0x20 || last == 0x2C || last == 0x3B || last == 0x3A || isLone {
        bytes.removeLast()
      } else if bytes.suffix(2).elementsEqual([0xC2, 0xA0]) {
        bytes.removeLast(2)
      } else {
        return
      }
    }
  }

  private mutating func set(_ bytes: [UInt8], style: Int) -> TypesetParagraph {
    typesetter.artifactLine(
      bytes, design.paragraphs[style], width: design.page.fullWidth,
      language: document.languages[0])
  }
}

/// Printed page numbers.
enum FolioDigits {
  /// The number in the digits of a scheme.
  static func text(_ number: Int, _ scheme: FolioScheme) -> String {
    switch scheme {
    case .none: ""
    case .arabic: String(number)
    case .roman: roman(number)
    }
  }

  private static func roman(_ number: Int) -> String {
    var rest = number
    var text = ""
    for (value, sign) in [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
