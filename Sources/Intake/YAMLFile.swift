import Core
import Yams

/// A YAML file as a tree whose nodes know line and column.
struct YAMLFile {
  /// The file.
  let file: FileID
  /// The tree; nil for a file of comments only.
  let root: Node?
}

/// A first occurrence of a key that was hidden from the parser so that it goes on.
private struct HiddenKey {
  var disguise: String
  var name: String
  var at: SourceSpan
}

extension ReadingDesk {
  /// How many bytes are read again in all for the sake of keys that stand twice.
  private static let mostRereading = 2 << 20

  /// Reads a YAML file, or notes what is wrong with it.
  mutating func openYAML(_ name: String, namedAt place: SourceSpan? = nil) -> YAMLFile? {
    guard let file = open(name, namedAt: place) else { return nil }
    return compose(file)
  }

  /// The tree of a YAML file that was read, or a note of what is wrong with it.
  mutating func compose(_ file: FileID) -> YAMLFile? {
    guard refuseLineEnds(file), refuseAliases(file) else { return nil }
    var text = String(decoding: sources[file].bytes, as: UTF8.self)
    var hidden: [HiddenKey] = []
    while true {
      do {
        // Values stay texts: what is a number or a date is not Yams' to guess.
        let root = try Yams.compose(yaml: text, .basic)
        if !hidden.isEmpty { reportDuplicates(root, file, hidden) }
        if let root { reportControls(in: root, of: file) }
        return YAMLFile(file: file, root: root)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        guard hidden.count < 200, hidden.count * text.utf8.count < ReadingDesk.mostRereading,
          let name = names.first,
          let (key, changed) = hide(name, context.mark, file, text, count: hidden.count)
        else {
          reportDuplicate(names.first ?? "?", at: span(context.mark, in: file), first: nil)
          return nil
        }
        hidden.append(key)
        text = changed
      } catch {
        reportSyntax(error, file)
        return nil
      }
    }
  }

  /// Replaces the key at `mark` by letters of the private use area, as many as it has.
  private func hide(_ name: String, _ mark: Mark, _ file: FileID, _ text: String, count: Int) -> (
    HiddenKey, String
  )? {
    let bytes = Array(text.utf8)
    let source = SourceFile(path: "", bytes: bytes)
    var start = Int(source.offset(line: mark.line, column: mark.column))
    if start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 { start += 1 }
    let end = start + name.utf8.count
    guard end <= bytes.count, Array(bytes[start..<end]) == Array(name.utf8),
      let sign = Unicode.Scalar(0xE000 + UInt32(count))
    else { return nil }
    let disguise = String(
      String.UnicodeScalarView(repeatElement(sign, count: name.unicodeScalars.count)))
    let changed =
      String(decoding: bytes[..<start], as: UTF8.self) + disguise
      + String(decoding: bytes[end...], as: UTF8.self)
    // Columns count scalars, and the disguise has as many, so the places in the file still hold.
    let first = sources[file].offset(line: mark.line, column: mark.column)
    let place = SourceSpan(file: file, start: first, end: first + UInt32(name.utf8.count))
    return (HiddenKey(disguise: disguise, name: name, at: place), changed)
  }

  /// Notes every occurrence of a key but the first, wherever in the tree it is.
  private mutating func reportDuplicates(_ node: Node?, _ file: FileID, _ hidden: [HiddenKey]) {
    switch node {
    case .mapping(let mapping):
      var places: [(name: String, at: SourceSpan)] = []
      for (key, value) in mapping {
        let text = key.scalar?.string ?? ""
        if let found = hidden.first(where: { $0.disguise == text }) {
          places.append((found.name, found.at))
        } else {
          places.append((text, span(of: key, in: file)))
        }
        reportDuplicates(value, file, hidden)
      }
      places.sort { $0.at.start < $1.at.start }
      for (position, place) in places.enumerated() {
        if let first = places[..<position].first(where: { $0.name == place.name }) {
          reportDuplicate(place.name, at: place.at, first: first.at)
        }
      }
    case .sequence(let sequence):
      for item in sequence { reportDuplicates(item, file, hidden) }
    default: break
    }
  }

  /// Notes a key that stands twice.
  mutating func reportDuplicate(_ name: String, at place: SourceSpan, first: SourceSpan?) {
    var elsewhere = Phrase(cs: "", en: "")
    if let first {
      let source = sources[first.file]
      let line = source.position(of: first.start).line
      let path = first.file == place.file ? "" : source.path
      elsewhere = Phrase(
        cs: path.isEmpty ? " Poprvé je na řádku \(line)." : " Poprvé je v \(path), řádek \(line).",
        en: path.isEmpty ? " The first is on line \(line)." : " The first is in \(path):\(line).")
    }
    report(
      IntakeDiagnostics.duplicateKey, at: place,
      Phrase(
        cs: "Klíč „\(name)“ tu je podruhé." + elsewhere.cs,
        en: "The key “\(name)” stands here again." + elsewhere.en),
      fix: Phrase(
        cs: "Ponechte jen jeden z nich, druhý smažte nebo přejmenujte.",
        en: "Keep one of them, delete or rename the other."))
  }

  /// Refuses anchors and aliases: people do not need them and a few lines of them expand to
  /// billions of nodes.
  private mutating func refuseAliases(_ file: FileID) -> Bool {
    let bytes = sources[file].bytes
    var anchors: Set<[UInt8]> = []
    var aliases: [(name: [UInt8], at: Int)] = []
    var startsValue = true
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if startsValue, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
        var end = position + 1
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
        let name = Array(bytes[(position + 1)..<end])
        if !name.isEmpty {
          if byte == UInt8(ascii: "&") {
            anchors.insert(name)
          } else {
            aliases.append((name, position))
          }
        }
        position = end
        startsValue = false
        continue
      }
      switch byte {
      case 0x0A, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "-"), UInt8(ascii: "?"):
        startsValue = true
      case 0x20, 0x09, 0x0D: break
      default: startsValue = false
      }
      position += 1
    }
    guard let alias = aliases.first(where: { anchors.contains($0.name) }) else { return true }
    let name = String(decoding: alias.name, as: UTF8.self)
    report(
      IntakeDiagnostics.alias,
      at: SourceSpan(
        file: file, start: UInt32(alias.at), end: UInt32(alias.at + 1 + alias.name.count)),
      Phrase(
        cs: "Odkaz *\(name) na jiné místo souboru není dovolen.",
        en: "The alias *\(name) of another place is not allowed."),
      fix: Phrase(
        cs: "Napište hodnotu znovu, nebo ji dejte do uvozovek, je-li to text.",
        en: "Write the value again, or quote it if it is text."))
    return false
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// The place of a mark: the rest of its line.
  func span(_ mark: Mark, in file: FileID) -> SourceSpan {
    let source = sources[file]
    let start = min(
      source.offset(line: mark.line, column: mark.column), UInt32(source.bytes.count))
    let line = source.lineRange(at: start)
    return SourceSpan(file: file, start: start, end: max(start, UInt32(line.upperBound)))
  }

  /// The place of a node: a scalar's own bytes, the first line of anything else.
  func span(of node: Node, in file: FileID) -> SourceSpan {
    guard let mark = node.mark else { return .top(of: file) }
    var place = span(mark, in: file)
    guard let scalar = node.scalar else { return place }
    let bytes = sources[file].bytes
    let start = Int(place.start)
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      guard start < bytes.count else { break }
      let quote = bytes[start]
      var end = start + 1
      while end < bytes.count, bytes[end] != quote {
        end += bytes[end] == 0x5C && quote == 0x22 ? 2 : 1
      }
      place.end = UInt32(min(end + 1, bytes.count))
    case .literal, .folded: break
    default:
      let text = Array(scalar.string.utf8)
      if start + text.count <= bytes.count, bytes[start..<(start + text.count)].elementsEqual(text)
      {
        place.end = UInt32(start + text.count)
      }
    }
    return place
  }
}
