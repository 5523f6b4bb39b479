/// The text of a page, marked-content sequence by sequence.
package struct MarkedText: Sendable, Equatable {
  /// The text of each sequence that has a number; the position is the number.
  package var sequences: [String?] = []
  /// The text of artifacts, in the order of painting.
  package var artifacts: [String] = []
  /// Text that is neither tagged nor an artifact.
  package var unmarked = ""

  mutating func add(_ text: String, to sequence: Int?) {
    guard let sequence else {
      unmarked += text
      return
    }
    sequences[sequence] = (sequences[sequence] ?? "") + text
  }
}

/// Follows a content stream as far as text and its marks go.
///
/// *Source:* ISO 32000-1 §9.4 (text), §14.6 (marked content), §14.9.4 (replacement text).
struct ContentReader {
  private enum Mark {
    case sequence(Int)
    case artifact
    /// Its replacement was said; what is painted inside is not said again.
    case replaced
    case other
  }

  private static let operandLimit = 4_096
  private static let formDepth = 12

  let reader: PDFReader
  let depthLimit: Int
  private var fonts: [Int: CharacterMap] = [:]
  private var marks: [Mark] = []
  private var result = MarkedText()

  init(_ reader: PDFReader, depthLimit: Int) {
    self.reader = reader
    self.depthLimit = depthLimit
  }

  /// Reads a page; fonts are kept for the next one.
  mutating func read(_ page: PDFDictionary) throws(PDFFailure) -> MarkedText {
    result = MarkedText()
    marks = []
    var data: [UInt8] = []
    switch try reader.resolved(page["Contents"]) {
    case .null: return result
    case .array(let parts):
      for part in parts {
        data += try reader.data(of: part)
        data.append(0x0A)
      }
    default: data = try reader.data(of: page["Contents"])
    }
    var resources = page["Resources"]
    var node = page
    for _ in 0..<32 where resources == .null {
      guard let parent = try reader.resolved(node["Parent"]).dictionary else { break }
      node = parent
      resources = node["Resources"]
    }
    try follow(data, resources: try reader.resolved(resources).dictionary ?? PDFDictionary(), 0)
    return result
  }

  private mutating func follow(
    _ data: [UInt8], resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) {
    var lexer = Lexer(data, depthLimit: depthLimit)
    var operands: [PDFObject] = []
    var font = CharacterMap(width: 1)
    var saved: [CharacterMap] = []
    let marksBefore = marks.count
    while true {
      lexer.skipSpace()
      guard lexer.at < lexer.end else { break }
      switch try lexer.token(withReferences: false) {
      case .object(let object):
        guard operands.count < ContentReader.operandLimit else { throw lexer.failure(.tooDeep) }
        operands.append(object)
        continue
      case .word(let word):
        switch String(decoding: word, as: UTF8.self) {
        case "BDC": try open(operands, resources)
        case "BMC": try open(operands.count == 1 ? operands + [.null] : [], resources)
        case "EMC":
          guard marks.count > marksBefore else { throw lexer.failure(.syntax) }
          marks.removeLast()
        case "q": saved.append(font)
        case "Q": if let last = saved.popLast() { font = last }
        case "Tf":
          if let name = operands.first?.name { font = try self.font(name, resources) }
        case "Tj", "'", "\"":
          if let string = operands.last?.string { say(font.text(of: string)) }
        case "TJ":
          for item in operands.first?.array ?? [] {
            if let string = item.string { say(font.text(of: string)) }
          }
        case "Do":
          if let name = operands.first?.name { try form(name, resources, depth) }
        case "BI": skipImage(&lexer)
        default: break
        }
        operands.removeAll(keepingCapacity: true)
      }
    }
    marks.removeLast(marks.count - marksBefore)
  }

  private mutating func open(
    _ operands: [PDFObject], _ resources: PDFDictionary
  ) throws(PDFFailure) {
    var properties = operands.last?.dictionary
    if let name = operands.last?.name {
      let named = try reader.resolved(resources["Properties"]).dictionary
      properties = try reader.resolved(named?[named: name] ?? .null).dictionary
    }
    if let number = properties?["MCID"].integer {
      guard (0..<1_000_000).contains(number) else {
        throw PDFFailure(reason: .syntax, offset: 0)
      }
      if number >= result.sequences.count {
        result.sequences.append(
          contentsOf: repeatElement(nil, count: number + 1 - result.sequences.count))
      }
      result.sequences[number] = result.sequences[number] ?? ""
      marks.append(.sequence(number))
    } else if operands.first?.name == "Artifact" {
      result.artifacts.append("")
      marks.append(.artifact)
    } else {
      marks.append(.other)
    }
    if let replacement = properties?["ActualText"].text {
      say(replacement)
      marks[marks.count - 1] = .replaced
    }
  }

  private mutating func say(_ text: String) {
    for mark in marks.reversed() {
      switch mark {
      case .replaced: return
      case .other: continue
      case .artifact:
        if let last = result.artifacts.indices.last { result.artifacts[last] += text }
        return
      case .sequence(let number):
        result.add(text, to: number)
        return
      }
    }
    result.add(text, to: nil)
  }

  private mutating func font(
    _ name: String, _ resources: PDFDictionary
  ) throws(PDFFailure) -> CharacterMap {
    let list = try reader.resolved(resources["Font"]).dictionary ?? PDFDictionary()
    let object = list[named: name]
    if let number = object.reference?.number, let known = fonts[number] { return known }
    let entries = try reader.resolved(object).dictionary ?? PDFDictionary()
    let isComposite = entries["Subtype"].name == "Type0"
    var map = CharacterMap(width: isComposite ? 2 : 1)
    if case .stream = try reader.resolved(entries["ToUnicode"]) {
      map = try CharacterMap(try reader.data(of: entries["ToUnicode"]), depthLimit: depthLimit)
    }
    if let number = object.reference?.number { fonts[number] = map }
    return map
  }

  private mutating func form(
    _ name: String, _ resources: PDFDictionary, _ depth: Int
  ) throws(PDFFailure) {
    guard depth < ContentReader.formDepth else { throw PDFFailure(reason: .tooDeep, offset: 0) }
    let list = try reader.resolved(resources["XObject"]).dictionary ?? PDFDictionary()
    let object = try reader.resolved(list[named: name])
    guard case .stream(let entries, _) = object, entries["Subtype"].name == "Form" else { return }
    let own = try reader.resolved(entries["Resources"]).dictionary ?? resources
    try follow(try reader.data(of: object), resources: own, depth + 1)
  }

  /// Inline images: their data end with `EI` between white space.
  private func skipImage(_ lexer: inout Lexer) {
    while lexer.at < lexer.end {
      let start = lexer.at
      if lexer.isAt("EI"), start > 0, Lexer.isSpace(lexer.bytes[start - 1]),
        start + 2 == lexer.end || Lexer.isSpace(lexer.bytes[start + 2])
      {
        lexer.at += 2
        return
      }
      lexer.at += 1
    }
  }
}
