import CCmark
import Core
import Planning

/// Lists of terms and what they mean, which CommonMark lacks:
///
///     Komunitní plánování
///     : způsob, jak obce, poskytovatelé a lidé společně
///       rozhodují o službách
///     Uživatel
///     : kdo službu potřebuje
///
/// A line that begins with „: “ says what the line before it means; a term may have several such
/// lines. What goes on in a further line is indented, or stands before no „: “.
extension NarrativeReader {
  /// A line of a paragraph, and whether the source indents it.
  private struct TextLine {
    var pieces: [MarkdownPiece]
    var isIndented: Bool
    var isMeaning: Bool
  }

  /// The terms that a paragraph explains; nil where it is an ordinary one.
  mutating func definitions(_ pieces: [MarkdownPiece]) -> [ProseDefinition]? {
    let lines = lines(of: pieces)
    guard lines.count > 1, lines.contains(where: \.isMeaning), !lines[0].isMeaning else {
      return nil
    }
    var found: [(term: [MarkdownPiece], meanings: [[MarkdownPiece]])] = []
    for (number, line) in lines.enumerated() {
      let names = number + 1 < lines.count && lines[number + 1].isMeaning && !line.isIndented
      if line.isMeaning, !found.isEmpty {
        found[found.count - 1].meanings.append(withoutMark(line.pieces))
      } else if found.isEmpty || (names && !found[found.count - 1].meanings.isEmpty) {
        found.append((line.pieces, []))
      } else {
        // A term over two lines, or a meaning that goes on.
        let last = found.count - 1
        let end = SourceSpan(
          file: source.file, start: line.pieces.first?.start ?? 0,
          end: line.pieces.first?.start ?? 0)
        let more = [.lineEnd(end)] + line.pieces
        if found[last].meanings.isEmpty {
          found[last].term += more
        } else {
          found[last].meanings[found[last].meanings.count - 1] += more
        }
      }
    }
    return found.map { term, meanings in
      let start = term.first?.start ?? 0
      let end = meanings.last?.last?.end ?? start
      return ProseDefinition(
        term: settle(term),
        meanings: meanings.map { pieces in
          ProseBlock(
            .paragraph(settle(pieces)),
            at: SourceSpan(
              file: source.file, start: pieces.first?.start ?? start,
              end: pieces.last?.end ?? end))
        }, at: SourceSpan(file: source.file, start: start, end: end))
    }
  }

  /// Notes a meaning that stands below no term, instead of printing its colon.
  mutating func checkStrayMeaning(_ pieces: [MarkdownPiece]) {
    guard let line = lines(of: pieces).first, line.isMeaning, let first = line.pieces.first else {
      return
    }
    refuse(
      at: source.span(Int(first.start), Int(first.start) + 1),
      Phrase(
        cs: "Výklad začínající „: “, nad kterým není pojem,", en: "A meaning “: …” below no term"),
      fix: Phrase(
        cs: "Pojem napište na řádek těsně nad něj, bez prázdného řádku mezi nimi.",
        en: "Write the term on the line directly above, with no empty line between."))
  }

  private func lines(of pieces: [MarkdownPiece]) -> [TextLine] {
    var parts: [[MarkdownPiece]] = [[]]
    for piece in pieces {
      if case .lineEnd = piece { parts.append([]) } else { parts[parts.count - 1].append(piece) }
    }
    return parts.map { part in
      let start = Int(part.first?.start ?? 0)
      let before = start > 0 && start <= source.bytes.count ? source.bytes[start - 1] : 0x0A
      var isMeaning = false
      if case .words(let bytes, _)? = part.first {
        isMeaning = bytes.starts(with: [0x3A, 0x20]) && before != 0x5C
      }
      return TextLine(
        pieces: part, isIndented: before == 0x20 || before == 0x09, isMeaning: isMeaning)
    }
  }

  /// What follows the „: “.
  private func withoutMark(_ pieces: [MarkdownPiece]) -> [MarkdownPiece] {
    guard case .words(let bytes, let offsets)? = pieces.first else { return pieces }
    let start = 1 + bytes.dropFirst().prefix { $0 == 0x20 }.count
    let rest = MarkdownPiece.words(Array(bytes[start...]), Array(offsets[start...]))
    return (start < bytes.count ? [rest] : []) + pieces.dropFirst()
  }
}
