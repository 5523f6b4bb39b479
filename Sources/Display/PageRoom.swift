import Core

extension Page {
  /// Makes room for about as many marks as another page has: neighbours are alike, and arrays that
  /// grow by doubling keep up to twice what they hold.
  package mutating func reserveRoom(as other: Page) {
    ops.reserveCapacity(other.ops.count + other.ops.count / 8)
    spans.reserveCapacity(other.spans.count + other.spans.count / 8)
    glyphs.reserveCapacity(other.glyphs.count + other.glyphs.count / 8)
    text.reserveCapacity(other.text.count + other.text.count / 8)
  }

  /// Gives back room that is not used, where it is more than a quarter.
  package mutating func trimRoom() {
    Page.trim(&ops)
    Page.trim(&spans)
    Page.trim(&glyphs)
    Page.trim(&text)
  }

  private static func trim<Element>(_ array: inout [Element]) {
    guard array.capacity > array.count + array.count / 4 + 64 else { return }
    array = Array(unsafeUninitializedCapacity: array.count) { target, count in
      count = array.withUnsafeBufferPointer { target.initialize(fromContentsOf: $0) }
    }
  }
}
