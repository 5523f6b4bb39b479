import Glibc

/// Words as they were shaped before, each between its spaces; scratch of one shaper.
///
/// What it gives is exactly what shaping gives (`SpaceRules`); that it is bounded and forgets
/// everything when full changes nothing but the time. Offsets are those of the word's own text.
struct WordCache {
  /// A word with the space before it, if there is one.
  struct Word {
    /// Its glyphs in `glyphs`.
    var glyphs: Range<Int>
    /// The flags of the space after it: whether a line may end before it.
    var endFlags: UInt16
  }

  /// The key of a word, apart from its text.
  struct Kind: Equatable {
    /// Face, features and language, numbered by the shaper.
    var setting: UInt16
    var hasSpaceBefore: Bool
    var hasSpaceAfter: Bool
  }

  private struct Entry {
    var hash: UInt32
    var kind: Kind
    var text: UInt32
    var glyphs: UInt32
    var textCount: UInt8
    var glyphCount: UInt8
    var endFlags: UInt16
  }

  /// How many words are kept: as many as a book of a thousand pages has different ones.
  private static let limit = 1 << 15
  /// No longer words are kept.
  static let longest = 64

  /// The glyphs of all words, clusters counted from each word's start.
  private(set) var glyphs: [ShapedGlyph] = []
  private var texts: [UInt8] = []
  private var entries: [Entry] = []
  /// Numbers of entries plus one, by hash; 0 is free.
  private var slots: [UInt16] = []

  /// How many words are kept.
  var count: Int { entries.count }

  /// The word, if it is known.
  func word(_ text: UnsafeBufferPointer<UInt8>, _ kind: Kind, hash: UInt32) -> Word? {
    guard !slots.isEmpty else { return nil }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.kind == kind, Int(entry.textCount) == text.count,
        isText(at: Int(entry.text), text)
      {
        let start = Int(entry.glyphs)
        return Word(glyphs: start..<start + Int(entry.glyphCount), endFlags: entry.endFlags)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isText(at start: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    texts.withUnsafeBytes { texts in
      guard let mine = texts.baseAddress, let other = text.baseAddress else { return text.isEmpty }
      return memcmp(mine + start, other, text.count) == 0
    }
  }

  /// Keeps a word, unless it is longer than words are.
  mutating func keep(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: Kind, hash: UInt32,
    glyphs new: ArraySlice<ShapedGlyph>, endFlags: UInt16
  ) {
    guard text.count <= WordCache.longest, new.count <= Int(UInt8.max) else { return }
    if entries.count >= WordCache.limit { clear() }
    if slots.isEmpty { slots = [UInt16](repeating: 0, count: WordCache.limit * 2) }
    entries.append(
      Entry(
        hash: hash, kind: kind, text: UInt32(texts.count), glyphs: UInt32(glyphs.count),
        textCount: UInt8(text.count), glyphCount: UInt8(new.count), endFlags: endFlags))
    texts.append(contentsOf: text)
    glyphs.append(contentsOf: new)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(entries.count)
  }

  private mutating func clear() {
    glyphs.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  // FNV-1a, folded; it only chooses a slot. Whoever looks for the word's end hashes on the way.

  /// The hash of no text.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash after one more byte.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a word of a kind.
  @inline(__always)
  static func finish(_ hash: UInt64, _ kind: Kind) -> UInt32 {
    let sides: UInt64 = (kind.hasSpaceBefore ? 1 : 0) | (kind.hasSpaceAfter ? 2 : 0)
    let whole = (hash ^ (UInt64(kind.setting) << 2 | sides)) &* 0x100_0000_01B3
    return UInt32(truncatingIfNeeded: whole ^ whole >> 32)
  }
}
