/// Decodes UTF-8 forward and backward, without `Character`s.
public enum UTF8Walk {
  /// The scalar that starts at a byte and how many bytes it has; a broken byte stands for itself
  /// as U+FFFD.
  @inlinable @inline(__always)
  public static func scalar(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, Int) {
    let first = UInt32(text[start])
    if first < 0x80 { return (first, 1) }
    let left = text.count - start
    if first & 0xE0 == 0xC0, left >= 2 {
      return ((first & 0x1F) << 6 | UInt32(text[start + 1]) & 0x3F, 2)
    }
    if first & 0xF0 == 0xE0, left >= 3 {
      return (
        (first & 0x0F) << 12 | (UInt32(text[start + 1]) & 0x3F) << 6
          | UInt32(text[start + 2]) & 0x3F, 3
      )
    }
    if first & 0xF8 == 0xF0, left >= 4 {
      let high = (first & 0x07) << 18 | (UInt32(text[start + 1]) & 0x3F) << 12
      return (
        high | (UInt32(text[start + 2]) & 0x3F) << 6 | UInt32(text[start + 3]) & 0x3F, 4
      )
    }
    return (0xFFFD, 1)
  }

  /// The scalar that ends before a byte and how many bytes it has.
  @inlinable @inline(__always)
  public static func scalar(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> (UInt32, Int) {
    var start = end - 1
    while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = scalar(text, at: start)
    return length == end - start ? (value, length) : (0xFFFD, 1)
  }
}
