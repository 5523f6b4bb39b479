import Core
import Manuscript

/// The words of one block of a document, flat; each byte knows which inline it is of.
///
/// What is no text stands as one byte: a forced line break or leader as a line feed, a page number,
/// which nobody knows yet, as a digit. A label stands as a line feed, since it was made, not typed;
/// the call of a footnote is left out, as if the words before and after it touched.
struct BlockText {
  /// What may be done to a stretch.
  enum Kind: UInt8 {
    /// Words: the rules hold.
    case words
    /// Words that are printed as typed.
    case verbatim
    /// No words.
    case opaque
  }

  /// The bytes of one inline.
  struct Stretch {
    /// The position of the inline in the document, or -1.
    var inline: Int32
    /// The byte after its last.
    var end: UInt32
    /// The position of its language in the document.
    var language: UInt16
    var kind: Kind
    /// Whether it is what a reference prints.
    var isReference: Bool
  }

  var bytes: [UInt8] = []
  var stretches: [Stretch] = []
  /// The kinds of all bytes and of all pairs of them.
  var sight = Sight.none
  /// Whether some rule asks more than usual: verbatim stretches, several languages, references.
  var isMixed = false

  static let barrier: UInt8 = 0x0A

  /// Takes the words of a block.
  mutating func gather(_ id: NodeID, of document: Document) {
    bytes.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    isMixed = false
    append(id, of: document, isVerbatim: false, isReference: false)
    look()
  }

  /// Takes words that are no inlines: an alternative, a short title.
  mutating func gather(_ range: TextRange, of document: Document, language: UInt16) {
    gather(document.text[range.bounds], language: language)
  }

  /// Takes words that stand nowhere in the document.
  mutating func gather(_ words: String, language: UInt16) {
    gather(Array(words.utf8), language: language)
  }

  private mutating func gather(_ words: some Collection<UInt8>, language: UInt16) {
    bytes.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    isMixed = false
    bytes.append(contentsOf: words)
    close(-1, language, .words, false)
    look()
  }

  private mutating func append(
    _ id: NodeID, of document: Document, isVerbatim: Bool, isReference: Bool
  ) {
    let node = document.nodes[id.int]
    for position in node.inlines {
      switch document.inlines[Int(position)] {
      case .text(let range):
        bytes.append(contentsOf: document.text[range.bounds])
        close(Int32(position), node.language, isVerbatim ? .verbatim : .words, isReference)
      case .lineBreak, .leader:
        bytes.append(Self.barrier)
        close(-1, node.language, .opaque, false)
      case .pageNumber:
        bytes.append(0x30)
        close(-1, node.language, .opaque, true)
      case .child(let child):
        let inner = document.nodes[child.int].role
        switch inner {
        case .noteReference: continue
        case .label:
          bytes.append(Self.barrier)
          close(-1, node.language, .opaque, false)
        case .verbatim: append(child, of: document, isVerbatim: true, isReference: isReference)
        case .reference: append(child, of: document, isVerbatim: isVerbatim, isReference: true)
        default: append(child, of: document, isVerbatim: isVerbatim, isReference: isReference)
        }
      }
    }
  }

  private mutating func close(_ inline: Int32, _ language: UInt16, _ kind: Kind, _ refers: Bool) {
    if kind != .words || refers || (stretches.last.map { $0.language != language } ?? false) {
      isMixed = true
    }
    stretches.append(
      Stretch(
        inline: inline, end: UInt32(bytes.count), language: language, kind: kind,
        isReference: refers))
  }

  /// The bytes as people are told of them: `#` for a page number.
  var shown: [UInt8] {
    guard isMixed else { return bytes }
    var shown = bytes
    for stretch in stretches where stretch.kind == .opaque && stretch.isReference {
      shown[Int(stretch.end) - 1] = 0x23
    }
    return shown
  }

  /// Looks at every byte once.
  mutating func look() {
    var all = Sight.none
    var hasLetter = false
    var last = Sight.space
    bytes.withUnsafeBufferPointer { text in
      for byte in text {
        if byte &- 0x61 < 26, last == .letter || last == .space {
          // The common case: a letter in or at the start of a word.
          hasLetter = true
          last = .letter
          continue
        }
        let now = Sight.of(byte)
        all.formUnion(now)
        all.formUnion(Sight.pair(last, now))
        last = now
      }
    }
    sight = hasLetter ? all.union(.letter) : all
  }

  /// The stretch that holds a byte.
  func stretch(at byte: Int) -> Stretch? {
    stretches.first { Int($0.end) > byte }
  }
}
