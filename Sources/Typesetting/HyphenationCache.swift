import Glibc

/// Where words that were met before may be hyphenated; scratch of one worker.
///
/// Of words that share a slot the last one stays. What it gives is exactly what the patterns give.
struct HyphenationCache {
  /// No longer words are kept, in bytes.
  static let longest = 32
  private static let slotCount = 1 << 14

  /// The bytes of the words, slot by slot.
  private var words: [UInt8] = []
  /// How many bytes each word has; 0 where none is kept.
  private var lengths: [UInt8] = []
  /// The position of each word's language in the hyphenation book.
  private var languages: [UInt8] = []
  /// The bytes before which a word may be parted, as bits.
  private var points: [UInt32] = []

  /// The slot of a word of at most `longest` bytes.
  func slot(of word: UnsafeBufferPointer<UInt8>, language: Int) -> Int {
    // FNV-1a; it only chooses a slot.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: language)
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.slotCount - 1)
  }

  /// The points of a word, if it is the one in that slot.
  func points(
    of word: UnsafeBufferPointer<UInt8>, language: Int, in slot: Int
  ) -> UInt32? {
    guard !lengths.isEmpty, Int(lengths[slot]) == word.count, Int(languages[slot]) == language,
      let bytes = word.baseAddress
    else { return nil }
    return words.withUnsafeBytes { words in
      guard let known = words.baseAddress else { return nil }
      return memcmp(known + slot * Self.longest, bytes, word.count) == 0 ? points[slot] : nil
    }
  }

  /// Keeps the points of a word.
  mutating func keep(
    _ found: UInt32, of word: UnsafeBufferPointer<UInt8>, language: Int, in slot: Int
  ) {
    guard language <= Int(UInt8.max) else { return }
    if lengths.isEmpty {
      words = [UInt8](repeating: 0, count: Self.slotCount * Self.longest)
      lengths = [UInt8](repeating: 0, count: Self.slotCount)
      languages = lengths
      points = [UInt32](repeating: 0, count: Self.slotCount)
    }
    for (position, byte) in word.enumerated() { words[slot * Self.longest + position] = byte }
    lengths[slot] = UInt8(truncatingIfNeeded: word.count)
    languages[slot] = UInt8(truncatingIfNeeded: language)
    points[slot] = found
  }
}
