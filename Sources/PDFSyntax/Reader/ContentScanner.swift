/// Reads a content stream operator by operator.
///
/// *Source:* ISO 32000-1 §7.8.2 (content streams), §8.9.7 (inline images).
package struct ContentScanner {
  private var lexer: Lexer
  /// The operands of the operator that was read last.
  package private(set) var operands: [PDFObject] = []
  /// The data of the inline image that was read last.
  package private(set) var imageData: ArraySlice<UInt8> = []

  /// Where the operator that was read last ends in the data.
  package var offset: Int { lexer.at }

  private static let operandLimit = 4_096

  /// Starts at the beginning of a stream's data.
  package init(_ data: [UInt8]) {
    lexer = Lexer(data, depthLimit: 48)
  }

  /// The next operator; nil at the end. An inline image is the operator `BI` whose only operand is
  /// its dictionary; its data are passed over.
  ///
  /// *Throws:* `.syntax`, `.truncated` or `.tooDeep` where something else stands.
  package mutating func next() throws(PDFFailure) -> String? {
    operands.removeAll(keepingCapacity: true)
    while true {
      lexer.skipSpace()
      guard lexer.at < lexer.end else { return nil }
      switch try lexer.token(withReferences: false) {
      case .object(let object):
        guard operands.count < ContentScanner.operandLimit else {
          throw lexer.failure(.tooDeep)
        }
        operands.append(object)
      case .word(let word):
        let name = String(decoding: word, as: UTF8.self)
        if name == "BI" { try inlineImage() }
        return name
      }
    }
  }

  private mutating func inlineImage() throws(PDFFailure) {
    var entries = PDFDictionary()
    while !lexer.take("ID") {
      guard case .object(.name(let key)) = try lexer.token(withReferences: false),
        case .object(let value) = try lexer.token(withReferences: false),
        entries.entries.count < 64
      else { throw lexer.failure(.syntax) }
      entries.entries.append(PDFDictionary.Entry(key: key, value: value))
    }
    let start = min(lexer.end, lexer.at + 1)
    imageData = []
    while lexer.at < lexer.end {
      let at = lexer.at
      if lexer.isAt("EI"), Lexer.isSpace(lexer.bytes[at - 1]),
        at + 2 == lexer.end || Lexer.isSpace(lexer.bytes[at + 2])
      {
        if at > start { imageData = lexer.bytes[start..<(at - 1)] }
        lexer.at += 2
        break
      }
      lexer.at += 1
    }
    operands = [.dictionary(entries)]
  }
}
