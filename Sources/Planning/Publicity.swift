/// What a programme that pays demands of whatever it paid for. All of it is dated data.
package struct Publicity: Sendable, Equatable {
  /// The sentence to be printed; nil where the programme leaves the wording to the recipient.
  package var sentence: String?
  /// Words that the printed sentence must contain, whatever else it says.
  package var words: [String]
  /// The logos in their order, by name.
  package var logos: [String]
  /// The least height of a logo in tenths of a millimetre.
  package var leastHeight: Int?
  /// The protected zone around a logo in hundredths of its height.
  package var zone: Int?
  /// Whose logos must not stand beside them.
  package var forbidden: [String]

  /// Makes it of its parts.
  package init(
    sentence: String?, words: [String], logos: [String], leastHeight: Int?, zone: Int?,
    forbidden: [String]
  ) {
    self.sentence = sentence
    self.words = words
    self.logos = logos
    self.leastHeight = leastHeight
    self.zone = zone
    self.forbidden = forbidden
  }
}

/// Whether a number follows a pattern in which `#` stands for any digit: `CZ.1.04/#.#.##/##.#####`.
///
/// A pattern without repetition is matched in one pass, whatever anybody writes into a codelist.
package func follows(_ number: String, pattern: String) -> Bool {
  let digits = Array(number.utf8)
  let signs = Array(pattern.utf8)
  guard digits.count == signs.count else { return false }
  return zip(digits, signs).allSatisfy { digit, sign in
    sign == UInt8(ascii: "#")
      ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) : digit == sign
  }
}
