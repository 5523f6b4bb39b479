import Core
import Yams

/// Turns the text of a layout file into nodes with places, and collects what is wrong with it.
///
/// Yams refuses a file at its first repeated key. To report all of them at once, the repeated key
/// is masked by a private-use character of the same width, the text is read again, and the names
/// are restored on the way into our own nodes.
struct LayoutText {
  private let source: SourceFile
  private let file: FileID
  private var masks: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var left = 200_000
  /// What was found.
  private(set) var findings: [Diagnostic] = []

  private static let firstMask: UInt32 = 0xE000
  /// Each masked key costs another reading; beyond this only the next one is named.
  private static let greatestMaskCount = 50
  /// How many letters are read again in all, so that hostile files take no longer than honest ones.
  private static let greatestRereading = 1_000_000

  /// Starts reading a file of the table.
  init(file: FileID, source: SourceFile) {
    self.file = file
    self.source = source
  }

  /// The root of the file, or nil where it could not be read at all.
  mutating func read() -> LayoutNode? {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      findings.append(.notUTF8(at: firstInvalidByte()))
      return nil
    }
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars[0] = " " }
    while true {
      let masked = String(String.UnicodeScalarView(scalars))
      do {
        // Values stay texts: what is a number is not Yams' to guess.
        guard let root = try Yams.compose(yaml: masked, .basic) else {
          findings.append(.emptyFile(at: .top(of: file)))
          return nil
        }
        return node(root)
      } catch let error as YamlError {
        if case .duplicatedKeysInMapping(_, let context) = error,
          mask(context.mark, in: &scalars)
        {
          continue
        }
        findings.append(syntaxError(error))
        return nil
      } catch {
        findings.append(.syntax(at: .top(of: file), problem: "\(error)"))
        return nil
      }
    }
  }

  // MARK: Repeated keys

  private mutating func mask(_ mark: Mark, in scalars: inout [Unicode.Scalar]) -> Bool {
    guard masks.count < LayoutText.greatestMaskCount,
      masks.count * scalars.count < LayoutText.greatestRereading,
      let substitute = Unicode.Scalar(LayoutText.firstMask + UInt32(masks.count))
    else { return false }
    var position = 0
    var line = 1
    while line < mark.line, position < scalars.count {
      if scalars[position] == "\n" { line += 1 }
      position += 1
    }
    position += mark.column - 1
    if position < scalars.count, scalars[position] == "\"" || scalars[position] == "'" {
      position += 1
    }
    guard position < scalars.count, masks[scalars[position]] == nil,
      !["[", "{", "?", "&", "*", "!"].contains(scalars[position])
    else { return false }
    masks[substitute] = scalars[position]
    scalars[position] = substitute
    return true
  }

  private func unmasked(_ text: String) -> String {
    guard !masks.isEmpty, let first = text.unicodeScalars.first, let original = masks[first]
    else { return text }
    var scalars = Array(text.unicodeScalars)
    scalars[0] = original
    return String(String.UnicodeScalarView(scalars))
  }

  // MARK: Nodes

  private mutating func node(_ node: Node) -> LayoutNode {
    left -= 1
    guard left > 0 else {
      if left == 0 { findings.append(.tooMuch(at: .top(of: file))) }
      return LayoutNode(value: .list([]), at: .top(of: file))
    }
    switch node {
    case .scalar(let scalar):
      let quoted =
        scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        || scalar.style == .literal || scalar.style == .folded
      return LayoutNode(
        value: .scalar(scalar.string, isQuoted: quoted),
        at: span(scalar.mark, of: scalar.string, isQuoted: quoted))
    case .sequence(let sequence):
      var values: [LayoutNode] = []
      for value in sequence { values.append(self.node(value)) }
      return LayoutNode(value: .list(values), at: span(sequence.mark))
    case .mapping(let mapping):
      return LayoutNode(value: .map(entries(of: mapping)), at: span(mapping.mark))
    case .alias(let alias):
      return LayoutNode(value: .list([]), at: span(alias.mark))
    }
  }

  private mutating func entries(of mapping: Node.Mapping) -> [LayoutEntry] {
    var entries: [LayoutEntry] = []
    var places: [String: SourceSpan] = [:]
    for (keyNode, valueNode) in mapping {
      guard case .scalar(let scalar) = keyNode else {
        findings.append(.keyIsNoText(at: span(keyNode.mark)))
        continue
      }
      let key = unmasked(scalar.string)
      let at = span(scalar.mark, of: key, isQuoted: false)
      let value = node(valueNode)
      if let first = places[key] {
        findings.append(
          .duplicateKey(key, at: at, firstLine: source.position(of: first.start).line))
        continue
      }
      places[key] = at
      entries.append(LayoutEntry(key: key, keyAt: at, value: value))
    }
    return entries
  }

  // MARK: Places

  private func span(_ mark: Mark?) -> SourceSpan {
    guard let mark else { return .top(of: file) }
    let start = source.offset(line: mark.line, column: mark.column)
    return SourceSpan(file: file, start: start, end: min(start + 1, UInt32(source.bytes.count)))
  }

  private func span(_ mark: Mark?, of text: String, isQuoted: Bool) -> SourceSpan {
    var span = span(mark)
    let count = UInt32(text.utf8.count) + (isQuoted ? 2 : 0)
    let lineEnd = UInt32(source.lineRange(at: span.start).upperBound)
    span.end = max(span.start, min(span.start + max(count, 1), lineEnd))
    return span
  }

  private func firstInvalidByte() -> SourceSpan {
    var offset = 0
    var decoder = UTF8()
    var bytes = source.bytes.makeIterator()
    scan: while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: break scan
      }
    }
    let start = UInt32(min(offset, source.bytes.count))
    return SourceSpan(file: file, start: start, end: start)
  }

  private func syntaxError(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let whole = [context?.text, problem].compactMap { $0 }.joined(separator: ": ")
      return .syntax(at: span(mark), problem: whole)
    case .duplicatedKeysInMapping(let keys, let context):
      return .duplicateKey(
        keys.first ?? "", at: span(context.mark), firstLine: context.mark.line)
    case .reader(let problem, let offset, _, _):
      let start = UInt32(min(max(offset ?? 0, 0), source.bytes.count))
      return .syntax(at: SourceSpan(file: file, start: start, end: start), problem: problem)
    default:
      return .syntax(at: .top(of: file), problem: "YAML")
    }
  }
}
