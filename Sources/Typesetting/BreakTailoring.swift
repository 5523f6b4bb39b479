package import Core

/// Rules of a language that take back opportunities of UAX #14, or add some.
package enum BreakTailoring {
  /// Whether a hyphen at a line's end is repeated at the start of the next line (T20).
  ///
  /// *Source:* ÚJČ, Zalomení řádků; the same holds in Slovak and Polish.
  package static func repeatsHyphen(in language: Language) -> Bool {
    let primary = language.tag.utf8.prefix { $0 != 0x2D }
    return primary.elementsEqual("cs".utf8) || primary.elementsEqual("sk".utf8)
      || primary.elementsEqual("pl".utf8)
  }

  /// Whether a word may be broken after the hyphen that ends before `position`: at least two
  /// letters stand on either side, so `e-mail` stays whole and `chcete-li` may part.
  static func hyphen(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    var before = position - 1
    var letters = 0
    while before > 0, letters < 2 {
      let (scalar, length) = UTF8Walk.scalar(text, before: before)
      guard LetterCase.isLetter(scalar) else { break }
      letters += 1
      before -= length
    }
    guard letters == 2 else { return false }
    var after = position
    letters = 0
    while after < text.count, letters < 2 {
      let (scalar, length) = UTF8Walk.scalar(text, at: after)
      guard LetterCase.isLetter(scalar) else { break }
      letters += 1
      after += length
    }
    return letters == 2
  }
}
