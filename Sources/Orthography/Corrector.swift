import Core
import Manuscript

/// Goes through the blocks of a document; everything but the document is scratch.
struct Corrector {
  var document: Document
  let keepsLog: Bool
  var corrections: [Correction] = []
  var findings: [Diagnostic] = []
  private let books: [LanguageBook]
  private var block = BlockText()
  private var proof = Proof()
  private var edition = Edition()
  /// Where each byte of the block stood when it was typed; kept only for the log.
  private var places: [UInt32] = []
  private var typed: [UInt8] = []
  private var log: [(place: UInt32, entry: Correction)] = []

  init(_ document: Document, keepsLog: Bool) {
    self.document = document
    self.keepsLog = keepsLog
    books = document.languages.map { LanguageBook($0) }
  }

  mutating func run() {
    correctTitle()
    for position in document.nodes.indices {
      let id = NodeID(position)
      let node = document.nodes[position]
      if node.short != nil || node.alternative != nil { correctAsides(of: id) }
      switch node.role {
      case .heading, .caption, .contentsEntry:
        correct(id, place: .title)
      case .paragraph:
        correct(id, place: isColumnHead(node.parent) ? .columnHead : .prose)
      case .list(let kind) where kind != .descriptions && language(of: node).keeps(.listItems):
        // A list with a look of its own is made of records: works cited end as they end.
        if node.look.raw == 0, ListItems.disagree(id, of: document) {
          findings.append(.unevenItems(at: node.origin))
        }
      default: continue
      }
    }
  }

  /// Corrects the title that running heads and the file's own data show. It comes from the same
  /// record as the title page, so nothing is said of it twice.
  private mutating func correctTitle() {
    block.gather(document.metadata.title, language: 0)
    let (logged, found) = (corrections.count, findings.count)
    if correctBlock(NodeID(0), .title) {
      document.metadata.title = String(decoding: block.bytes, as: UTF8.self)
    }
    corrections.removeSubrange(logged...)
    findings.removeSubrange(found...)
  }

  private func language(of node: Node) -> LanguageBook { books[Int(node.language)] }

  private func isColumnHead(_ cell: NodeID) -> Bool {
    if case .headerCell(.column, _) = document[cell].role { return true }
    return false
  }

  /// Corrects the words of a block.
  private mutating func correct(_ id: NodeID, place: Proof.Place) {
    guard !document[id].inlines.isEmpty else { return }
    block.gather(id, of: document)
    guard correctBlock(id, place) else { return }
    var start = 0
    for stretch in block.stretches {
      let end = Int(stretch.end)
      if stretch.inline >= 0, stretch.kind == .words {
        document.inlines[Int(stretch.inline)] = .text(store(start..<end))
      }
      start = end
    }
  }

  /// Corrects the short title and the alternative of a node.
  private mutating func correctAsides(of id: NodeID) {
    let node = document[id]
    if let short = node.short {
      block.gather(short, of: document, language: node.language)
      if correctBlock(id, .title) { document.nodes[id.int].short = store(0..<block.bytes.count) }
    }
    if let alternative = node.alternative {
      block.gather(alternative, of: document, language: node.language)
      if correctBlock(id, .prose) {
        document.nodes[id.int].alternative = store(0..<block.bytes.count)
      }
    }
  }

  private mutating func store(_ range: Range<Int>) -> TextRange {
    let start = UInt32(document.text.count)
    document.text.append(contentsOf: block.bytes[range])
    return TextRange(start: start, end: UInt32(document.text.count))
  }

  /// Corrects the words gathered; whether anything was changed.
  private mutating func correctBlock(_ id: NodeID, _ place: Proof.Place) -> Bool {
    // One word or whole number alone in its cell asks for nothing.
    if block.sight.isSubset(of: [.letter, .capital]) || block.sight == .digit { return false }
    if keepsLog {
      typed = block.shown
      places = block.bytes.indices.map { UInt32($0) }
    }
    proof.place = place
    var isChanged = false
    var next = 0
    while next < Step.all.count {
      Corrector.read(block, from: &next, place, books, into: &proof)
      if !proof.marks.isEmpty, apply(to: id) { isChanged = true }
    }
    if keepsLog { closeLog() }
    return isChanged
  }

  /// Takes steps from `next` on until one of them marks something.
  private static func read(
    _ block: BlockText, from next: inout Int, _ place: Proof.Place, _ books: [LanguageBook],
    into proof: inout Proof
  ) {
    while next < Step.all.count, !Step.all[next].isWanted(block.sight, place) { next += 1 }
    block.bytes.withUnsafeBufferPointer { text in
      proof.take(text, of: block)
      while next < Step.all.count, proof.marks.isEmpty {
        let step = Step.all[next]
        next += 1
        if step.isWanted(block.sight, place) { step.mark(&proof, block, books) }
      }
    }
  }

  /// Carries out what is marked; whether any byte was changed.
  private mutating func apply(to id: NodeID) -> Bool {
    edition.order(&proof.marks)
    for mark in proof.marks where mark.isWarning { report(mark, id) }
    guard proof.marks.contains(where: { !$0.isWarning }) else { return false }
    if keepsLog { note(id) }
    edition.apply(proof.marks, ink: proof.ink, to: &block, places: &places)
    return true
  }

  private mutating func report(_ mark: Proof.Mark, _ id: NodeID) {
    let words = String(decoding: block.bytes[mark.start..<mark.end], as: UTF8.self)
    let better = String(decoding: proof.ink[mark.ink], as: UTF8.self)
    findings.append(.doubt(mark.rule, words, better, at: document[id].origin))
  }

  // MARK: - The log

  private mutating func note(_ id: NodeID) {
    let shown = block.shown
    for mark in proof.marks where !mark.isWarning {
      var window = block.bytes.withUnsafeBufferPointer { Edition.window(of: mark, in: $0) }
      window = whole(window)
      let from = Int(places[window.lowerBound])
      let to = window.upperBound < places.count ? Int(places[window.upperBound]) : typed.count
      let after =
        shown[window.lowerBound..<mark.start] + proof.ink[mark.ink]
        + shown[mark.end..<window.upperBound]
      log.append(
        (
          UInt32(from),
          Correction(
            rule: mark.rule, node: id, origin: document[id].origin,
            before: Edition.trimmed(typed[from..<max(from, to)]), after: Edition.trimmed(after))
        ))
    }
  }

  /// What a step before has put there belongs together.
  private func whole(_ window: Range<Int>) -> Range<Int> {
    var start = window.lowerBound
    var end = window.upperBound
    while start > 0, start < places.count, places[start - 1] == places[start] { start -= 1 }
    while end > 0, end < places.count, places[end - 1] == places[end] { end += 1 }
    return start..<end
  }

  private mutating func closeLog() {
    guard !log.isEmpty else { return }
    let ordered = log.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    corrections += ordered.map(\.element.entry)
    log.removeAll(keepingCapacity: true)
  }
}
