import Core
import Manuscript

/// T26: the items of a list are all sentences, or all fragments that end alike but for the last.
enum ListItems {
  /// How an item ends.
  private enum Ending { case nothing, comma, stop }

  /// Whether items of a list end in nothing and in a comma or full stop by turns.
  static func disagree(_ list: NodeID, of document: Document) -> Bool {
    var endings: [Ending] = []
    for item in document.children(of: list) {
      guard let ending = ending(item, of: document) else { return false }
      endings.append(ending)
    }
    guard endings.count > 2 else { return false }
    let all = endings.dropLast()
    return all.contains(.nothing) && all.contains { $0 != .nothing }
  }

  /// How an item of one paragraph ends; nil for any other.
  private static func ending(_ item: NodeID, of document: Document) -> Ending? {
    guard document[item].role == .item else { return nil }
    for body in document.children(of: item) where document[body].role == .body {
      var blocks = document.children(of: body)
      guard let only = blocks.next(), blocks.next() == nil, document[only].role == .paragraph else {
        return nil
      }
      return ending(lastByte(only, of: document))
    }
    return nil
  }

  private static func ending(_ last: UInt8) -> Ending {
    switch last {
    case 0x2C, 0x3B: .comma
    case 0x2E, 0x21, 0x3F, 0x3A, 0xA6: .stop
    default: .nothing
    }
  }

  /// The last byte of a paragraph that is no space.
  private static func lastByte(_ id: NodeID, of document: Document) -> UInt8 {
    for position in document[id].inlines.reversed() {
      switch document.inlines[Int(position)] {
      case .text(let range):
        if let last = document.text[range.bounds].last(where: { $0 != 0x20 }) { return last }
      case .child(let child):
        if case .noteReference = document[child].role { continue }
        let last = lastByte(child, of: document)
        if last != 0 { return last }
      case .lineBreak, .leader, .pageNumber: continue
      }
    }
    return 0
  }
}
