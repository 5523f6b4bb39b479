package import Core
import Orthography

/// A change that the typographic rules made to what was typed, for `sazba check --typography`.
package struct TypographicChange: Sendable, Hashable {
  /// The code of the rule: `T05`.
  package var code: String
  /// What the rule is about.
  package var name: Phrase
  /// Why it is kept.
  package var reason: Phrase
  /// Where the words were typed; nil for those that Sazba puts there itself.
  package var at: SourceSpan?
  /// The words as typed.
  package var before: String
  /// The words as set; no-break spaces are U+00A0.
  package var after: String

  private init(_ correction: Correction, at place: SourceSpan?) {
    code = correction.rule.rawValue
    name = correction.rule.name
    reason = correction.rule.reason
    at = place
    before = correction.before
    after = correction.after
  }

  /// The changes with the places of their words, by file and place, each told once however often the
  /// words are printed; those of words that stand in no file come last.
  static func list(_ corrections: [Correction], in sources: SourceTable) -> [TypographicChange] {
    var finder = PlaceFinder(sources)
    var found: [TypographicChange] = []
    var unfound: [TypographicChange] = []
    for correction in corrections {
      let place = finder.place(of: correction)
      if let place {
        found.append(TypographicChange(correction, at: place))
      } else {
        unfound.append(TypographicChange(correction, at: correction.origin))
      }
    }
    // A heading is printed again in the contents, far from where it was typed.
    var told = Set(found.map(\.words))
    for change in unfound where told.insert(change.words).inserted { found.append(change) }
    func isBefore(_ a: TypographicChange, _ b: TypographicChange) -> Bool {
      guard let first = a.at, let second = b.at else { return a.at != nil && b.at == nil }
      return (first.file.raw, first.start, first.end, a.code, a.after)
        < (second.file.raw, second.start, second.end, b.code, b.after)
    }
    var seen: Set<TypographicChange> = []
    return found.sorted(by: isBefore).filter { seen.insert($0).inserted }
  }

  private struct Words: Hashable {
    var code: String
    var before: String
    var after: String
  }

  private var words: Words { Words(code: code, before: before, after: after) }
}

/// Finds the words of corrections in the sources, one after the other within each record.
private struct PlaceFinder {
  private let sources: SourceTable
  /// Where the words of a record are looked for next.
  private var cursors: [SourceSpan: Int] = [:]
  /// How often words were not found in a record: what is computed stands in no file.
  private var misses: [SourceSpan: Int] = [:]
  private static let mostMisses = 200

  init(_ sources: SourceTable) { self.sources = sources }

  mutating func place(of correction: Correction) -> SourceSpan? {
    guard let origin = correction.origin, misses[origin, default: 0] < Self.mostMisses else {
      return nil
    }
    let bytes = sources[origin.file].bytes
    let words = Array(correction.before.utf8)
    let end = end(of: origin, in: bytes)
    let first = Int(origin.start)
    let cursor = cursors[origin] ?? first
    guard
      let found = find(words, in: bytes, cursor, end) ?? find(words, in: bytes, first, end)
    else {
      misses[origin, default: 0] += 1
      return nil
    }
    // The words of two changes may overlap.
    cursors[origin] = found.lowerBound + 1
    return SourceSpan(
      file: origin.file, start: UInt32(found.lowerBound), end: UInt32(found.upperBound))
  }

  /// The end of a record: a value of YAML may go on in lines that are set in deeper.
  private func end(of origin: SourceSpan, in bytes: [UInt8]) -> Int {
    var end = min(Int(origin.end), bytes.count)
    let file = sources[origin.file]
    guard file.cells == nil, end < bytes.count else { return end }
    let first = file.lineRange(at: origin.start).lowerBound
    func indent(_ start: Int) -> Int {
      var position = start
      while position < bytes.count, bytes[position] == 0x20 { position += 1 }
      return position - start
    }
    let depth = indent(first)
    while true {
      var next = end
      while next < bytes.count, bytes[next] != 0x0A { next += 1 }
      end = next
      guard next + 1 < bytes.count, bytes[next + 1] == 0x0A || indent(next + 1) > depth else {
        return end
      }
      end = next + 1
    }
  }

  private func find(_ words: [UInt8], in bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    guard let first = words.first else { return nil }
    var position = start
    while position < end {
      if bytes[position] == first,
        position == start || !isLetter(bytes[position - 1]) || !isLetter(first),
        let match = match(words, in: bytes, position, end)
      {
        return position..<match
      }
      position += 1
    }
    return nil
  }

  /// The end of words that start at a byte: a space may be a line end, marks of Markdown are no words.
  private func match(_ words: [UInt8], in bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var position = start
    for (number, byte) in words.enumerated() {
      if byte == 0x20 {
        let before = position
        while position < end, isBlank(bytes[position]) || isMark(bytes[position]) { position += 1 }
        guard position > before else { return nil }
        continue
      }
      if number > 0 {
        while position < end, isMark(bytes[position]), bytes[position] != byte { position += 1 }
      }
      guard position < end, bytes[position] == byte else { return nil }
      position += 1
    }
    if position < end, let last = words.last, isLetter(last), isLetter(bytes[position]) {
      return nil
    }
    return position
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// `* _ [ ] > \`
  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x5F, 0x5B, 0x5D, 0x3E, 0x5C: true
    default: false
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }
}
