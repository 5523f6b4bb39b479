/// What a character may mean to the searches for blemishes, in one number.
enum Glance {
  static let letter: UInt16 = 1
  static let upper: UInt16 = 2
  static let space: UInt16 = 4
  /// A tab or a space wider than a word's.
  static let oddSpace: UInt16 = 8
  /// A sign that closes a word or a sentence, or opens a bracket.
  static let stop: UInt16 = 16
  /// Hyphens, full stops, quotation marks, marks of Markdown.
  static let punctuation: UInt16 = 32
  /// A letter that Latin words of Europe have not, or a sign that is no punctuation.
  static let rare: UInt16 = 64
  /// A letter that the wrong encoding makes of a Czech one.
  static let mojibake: UInt16 = 128
  /// Two characters that may stand for a wrong space.
  static let spacing: UInt16 = 256
  /// Two characters that may be the seam of two words.
  static let gluing: UInt16 = 512

  /// What a character may mean. All but a few characters of a Czech text are in the table.
  static func of(_ scalar: UInt32) -> UInt16 {
    scalar < 0x180 ? table[Int(scalar)] : meaning(scalar)
  }

  private static let table: [UInt16] = (0..<0x180).map(meaning)

  private static func meaning(_ scalar: UInt32) -> UInt16 {
    var bits: UInt16 = 0
    if Sign.isLetter(scalar) { bits |= letter }
    if Sign.isUpper(scalar) { bits |= upper }
    if Sign.isSpace(scalar) { bits |= space }
    if scalar == 0x09 || scalar == 0x3000 { bits |= oddSpace }
    if [0x21, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F].contains(scalar) { bits |= stop }
    if [0x22, 0x2A, 0x2D, 0x2E, 0x5D, 0x5F, 0x60, 0x2013, 0x201D].contains(scalar) {
      bits |= punctuation
    }
    let isCommon = scalar == 0x2013 || (0x2018...0x201E).contains(scalar) || scalar == 0x2026
    if (scalar >= 0x250 && !isCommon) || [0xA7, 0xAD, 0xB7].contains(scalar) { bits |= rare }
    if Mojibake.central(scalar) != nil || Mojibake.isLead(scalar) { bits |= mojibake }
    return bits
  }
}
