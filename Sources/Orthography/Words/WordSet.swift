/// Up to sixteen bytes of a word in two numbers, so that words are compared at once.
struct WordKey: Comparable {
  private(set) var high: UInt64 = 0
  private(set) var low: UInt64 = 0

  /// The key of no word.
  static let none = WordKey()

  /// The key of a word; `none` where it is empty or longer than sixteen bytes.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    let count = end - start
    guard count > 0, count <= 16 else { return }
    for position in start..<min(end, start + 8) { high = high << 8 | UInt64(text[position]) }
    if count < 8 {
      high <<= UInt64(8 * (8 - count))
      return
    }
    for position in (start + 8)..<max(start + 8, end) { low = low << 8 | UInt64(text[position]) }
    if count < 16 { low = count == 8 ? 0 : low << UInt64(8 * (16 - count)) }
  }

  /// The key of a word.
  init(_ word: [UInt8]) {
    self = word.withUnsafeBufferPointer { WordKey($0, 0, $0.count) }
  }

  private init() {}

  /// The key with a small first letter, if that is one of A–Z.
  var smallFirst: WordKey {
    let first = high >> 56
    guard first &- 0x41 < 26 else { return self }
    var key = self
    key.high |= 0x20 << 56
    return key
  }

  static func < (a: WordKey, b: WordKey) -> Bool {
    a.high == b.high ? a.low < b.low : a.high < b.high
  }
}

/// Words to be looked up, each of sixteen bytes at most.
struct WordSet {
  private let keys: [WordKey]

  /// Takes the words of a list, parted by spaces and line ends.
  init(_ list: StaticString) {
    let bytes = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    var keys: [WordKey] = []
    var start = 0
    for position in 0...bytes.count {
      let isEnd = position == bytes.count || bytes[position] == 0x20 || bytes[position] == 0x0A
      guard isEnd else { continue }
      precondition(position - start <= 16, "a word of more than sixteen bytes")
      if position > start { keys.append(WordKey(bytes, start, position)) }
      start = position + 1
    }
    self.keys = keys.sorted()
  }

  /// Whether a word is one of them.
  ///
  /// - Complexity: O(log n).
  func contains(_ key: WordKey) -> Bool {
    guard key != .none else { return false }
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }
}
