import CExpat
import Core

/// What a part of a workbook says, piece by piece; namespaces are left out of the names.
struct XMLEvent {
  /// The kinds of pieces.
  enum Kind { case start, end, text }
  var kind: Kind
  /// The element's name without its namespace; empty for text.
  var name: String
  /// Of a start its attributes, of text its bytes.
  var range: Range<Int>
}

/// An attribute of an element.
struct XMLAttribute {
  var name: String
  var value: String
}

/// The pieces that Expat has found in the bytes fed so far.
private struct Tape {
  let parser: XML_Parser
  var events: [XMLEvent] = []
  var attributes: [XMLAttribute] = []
  var text: [UInt8] = []
  var depth = 0
  /// Whether a document type came, or elements deeper than any workbook has.
  var hasDoctype = false
  var isTooDeep = false
}

/// Reads XML a stretch at a time, so that memory is that of the stretch.
///
/// A document type is refused: workbooks have none, and entities that grow or reach out of the file
/// need one. *Source:* XML 1.0; ISO/IEC 29500-2 §6.1.4 forbids document types in packages.
struct XMLScanner: ~Copyable {
  private let parser: XML_Parser
  private let tape: UnsafeMutablePointer<Tape>
  private let bytes: [UInt8]
  private let part: String
  private var position = 0
  private var next = 0
  private static let stretch = 1 << 16

  /// Starts on a part's bytes; messages call it by the name.
  init(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    guard let parser = XML_ParserCreateNS(nil, 0x7C) else {
      throw .damaged(Phrase(cs: "nedostává se paměti", en: "there is no memory"))
    }
    self.parser = parser
    self.bytes = bytes
    self.part = part
    tape = .allocate(capacity: 1)
    tape.initialize(to: Tape(parser: parser))
    XML_SetUserData(parser, UnsafeMutableRawPointer(tape))
    XML_SetElementHandler(parser, started, ended)
    XML_SetCharacterDataHandler(parser, said)
    XML_SetStartDoctypeDeclHandler(parser) { tape, _, _, _, _ in
      guard let tape = tape?.assumingMemoryBound(to: Tape.self) else { return }
      tape.pointee.hasDoctype = true
      XML_StopParser(tape.pointee.parser, 0)
    }
  }

  deinit {
    XML_ParserFree(parser)
    tape.deinitialize(count: 1)
    tape.deallocate()
  }

  /// The next piece; nil at the end of the part.
  mutating func nextEvent() throws(WorkbookFault) -> XMLEvent? {
    while next == tape.pointee.events.count {
      guard try feed() else { return nil }
    }
    defer { next += 1 }
    return tape.pointee.events[next]
  }

  /// The attributes of the start that came last.
  borrowing func attributes(of event: XMLEvent) -> ArraySlice<XMLAttribute> {
    tape.pointee.attributes[event.range]
  }

  /// An attribute of the start that came last.
  borrowing func attribute(_ name: String, of event: XMLEvent) -> String? {
    for attribute in tape.pointee.attributes[event.range] where attribute.name == name {
      return attribute.value
    }
    return nil
  }

  /// The bytes of the text that came last, in UTF-8.
  borrowing func text(of event: XMLEvent) -> ArraySlice<UInt8> { tape.pointee.text[event.range] }

  /// Reads on; returns false at the end.
  private mutating func feed() throws(WorkbookFault) -> Bool {
    guard position <= bytes.count else { return false }
    tape.pointee.events.removeAll(keepingCapacity: true)
    tape.pointee.attributes.removeAll(keepingCapacity: true)
    tape.pointee.text.removeAll(keepingCapacity: true)
    next = 0
    let end = min(bytes.count, position + XMLScanner.stretch)
    let isLast = end == bytes.count
    let status = bytes.withUnsafeBufferPointer { buffer in
      let start = buffer.baseAddress.map { UnsafeRawPointer($0 + position) }
      return XML_Parse(
        parser, start?.assumingMemoryBound(to: CChar.self), Int32(end - position), isLast ? 1 : 0)
    }
    position = isLast ? bytes.count + 1 : end
    if tape.pointee.hasDoctype { throw .doctype(part) }
    guard status == XML_STATUS_OK, !tape.pointee.isTooDeep else { throw .ill(part) }
    return true
  }
}

/// The bytes of a C text after its namespace.
private func localName(_ text: UnsafePointer<CChar>) -> String {
  var start = text
  var position = text
  while position.pointee != 0 {
    if position.pointee == 0x7C { start = position + 1 }
    position += 1
  }
  return String(cString: start)
}

private let started: XML_StartElementHandler = { tape, name, list in
  guard let tape = tape?.assumingMemoryBound(to: Tape.self), let name, var list else { return }
  tape.pointee.depth += 1
  guard tape.pointee.depth <= 64 else {
    tape.pointee.isTooDeep = true
    XML_StopParser(tape.pointee.parser, 0)
    return
  }
  let first = tape.pointee.attributes.count
  while let name = list.pointee, let value = (list + 1).pointee {
    tape.pointee.attributes.append(
      XMLAttribute(name: localName(name), value: String(cString: value)))
    list += 2
  }
  tape.pointee.events.append(
    XMLEvent(
      kind: .start, name: localName(name), range: first..<tape.pointee.attributes.count))
}

private let ended: XML_EndElementHandler = { tape, name in
  guard let tape = tape?.assumingMemoryBound(to: Tape.self), let name else { return }
  tape.pointee.depth -= 1
  tape.pointee.events.append(XMLEvent(kind: .end, name: localName(name), range: 0..<0))
}

private let said: XML_CharacterDataHandler = { tape, text, length in
  guard let tape = tape?.assumingMemoryBound(to: Tape.self), let text else { return }
  let start = tape.pointee.text.count
  text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
    tape.pointee.text.append(contentsOf: UnsafeBufferPointer(start: $0, count: Int(length)))
  }
  tape.pointee.events.append(
    XMLEvent(kind: .text, name: "", range: start..<tape.pointee.text.count))
}

extension WorkbookFault {
  fileprivate static func doctype(_ part: String) -> WorkbookFault {
    hostile(
      Phrase(
        cs: "Část „\(part)“ má definici typu dokumentu (DOCTYPE); těmi se dělají XML bomby.",
        en: "The part “\(part)” has a document type (DOCTYPE); XML bombs are made of those."))
  }

  fileprivate static func ill(_ part: String) -> WorkbookFault {
    damaged(Phrase(cs: "část „\(part)“ není platné XML", en: "the part “\(part)” is no valid XML"))
  }
}
