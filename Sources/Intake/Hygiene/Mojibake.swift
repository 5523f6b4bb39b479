/// Czech letters that were read in the wrong encoding, and how to read them rightly.
///
/// Two accidents are common: CP1250 or ISO 8859-2 read as Latin-1 (`pøíspìvek`), and UTF-8 read as
/// CP1252 or CP1250 (`pÅ™Ã­spÄ›vek`, `pĹ™Ă­spÄ›vek`). *Source:* the tables of the Unicode
/// Consortium for the four encodings, as far as Czech letters go.
enum Mojibake {
  /// What a character of Latin-1 was in CP1250 or ISO 8859-2; nil where it is the same or no letter.
  static func central(_ scalar: UInt32) -> UInt32? { centralLetters[scalar] }

  private static let centralLetters = pairs(
    "øřìěèčùůïďòňØŘÌĚÈČÙŮÏĎÒŇ¹š¾ž»ť©Š®Ž«Ť")

  /// Letters that begin a Czech letter of UTF-8 read byte by byte.
  static func isLead(_ scalar: UInt32) -> Bool { leads.contains(scalar) }

  private static let leads = Set("ÃÅÄÂâĂĹ".unicodeScalars.map(\.value))

  private static func pairs(_ text: String) -> [UInt32: UInt32] {
    let scalars = text.unicodeScalars.map(\.value)
    var table: [UInt32: UInt32] = [:]
    for position in stride(from: 0, to: scalars.count - 1, by: 2) {
      table[scalars[position]] = scalars[position + 1]
    }
    return table
  }

  /// The character that the bytes of UTF-8 from `position` on mean when they were read one by one,
  /// and how many characters they take; nil where they mean nothing Czech.
  static func decoded(_ scalars: ArraySlice<UInt32>, at position: Int) -> (UInt32, Int)? {
    for table in [cp1252, cp1250] {
      guard let lead = byte(scalars[position], table) else { continue }
      let width = lead >= 0xE0 ? 3 : 2
      guard lead >= 0xC2, lead <= 0xE2, position + width <= scalars.endIndex else { continue }
      var value = UInt32(lead) & (width == 3 ? 0x0F : 0x1F)
      var isWhole = true
      for step in 1..<width {
        guard let next = byte(scalars[position + step], table), (0x80...0xBF).contains(next) else {
          isWhole = false
          break
        }
        value = value << 6 | UInt32(next & 0x3F)
      }
      if isWhole, isExpected(value) { return (value, width) }
    }
    return nil
  }

  /// Whether a character is one that Czech texts have, so that reading it so is no chance.
  private static func isExpected(_ scalar: UInt32) -> Bool {
    if scalar >= 0x80, Sign.isCzech(scalar) { return true }
    switch scalar {
    case 0xA0, 0xA7, 0xAD, 0xB0, 0xD7, 0xE4, 0xF6, 0xFC, 0xDF, 0x2013, 0x2014, 0x2018, 0x2019,
      0x201A, 0x201C, 0x201D, 0x201E, 0x2026, 0x20AC, 0x2022:
      return true
    default: return false
    }
  }

  private static func byte(_ scalar: UInt32, _ table: [UInt32: UInt8]) -> UInt8? {
    if let byte = table[scalar] { return byte }
    return scalar >= 0x80 && scalar < 0x100 ? UInt8(scalar) : nil
  }

  /// The bytes 0x80–0x9F of CP1252; the rest is Latin-1.
  private static let cp1252: [UInt32: UInt8] = row("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ", from: 0x80)

  /// The bytes of CP1250 that are not those of Latin-1.
  private static let cp1250: [UInt32: UInt8] = {
    var table = row("€ ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź", from: 0x80)
    table.merge(row("ˇ˘Ł Ą    Ş    Ż", from: 0xA1), uniquingKeysWith: { a, _ in a })
    table.merge(row("˛ł     ąş Ľ˝ľż", from: 0xB2), uniquingKeysWith: { a, _ in a })
    table.merge(row("Ă", from: 0xC3), uniquingKeysWith: { a, _ in a })
    table.merge(row("Ĺ", from: 0xC5), uniquingKeysWith: { a, _ in a })
    return table
  }()

  /// Characters in the order of their bytes; a space stands for a byte without a character.
  private static func row(_ text: String, from first: UInt8) -> [UInt32: UInt8] {
    var table: [UInt32: UInt8] = [:]
    for (position, scalar) in text.unicodeScalars.enumerated() where scalar != " " {
      table[scalar.value] = first + UInt8(position)
    }
    return table
  }

  /// A word read rightly: its letters of UTF-8 put together, or its letters of CP1250 exchanged.
  ///
  /// - Parameters:
  ///   - isWarned: whether the text around surely has such words, so that one letter is enough.
  ///   - knows: whether a word list has a word; nil where none is installed.
  static func read(
    _ word: ArraySlice<UInt32>, isWarned: Bool, knows: ((String) -> Bool)?
  ) -> String? {
    var whole: [UInt32] = []
    var position = word.startIndex
    var found = false
    while position < word.endIndex {
      if isLead(word[position]), let (scalar, width) = decoded(word, at: position) {
        whole.append(scalar)
        position += width
        found = true
      } else {
        whole.append(word[position])
        position += 1
      }
    }
    if found { return whole.contains(where: isLead) ? nil : string(whole) }
    return readCentral(word, isWarned: isWarned, knows: knows)
  }

  private static func readCentral(
    _ word: ArraySlice<UInt32>, isWarned: Bool, knows: ((String) -> Bool)?
  ) -> String? {
    var letters = 0
    var others = 0
    var whole: [UInt32] = []
    // „»tak«“ is quoted: guillemets on both sides are no letters.
    if let first = word.first, let last = word.last,
      first == 0xAB && last == 0xBB || first == 0xBB && last == 0xAB
    {
      return readCentral(word.dropFirst().dropLast(), isWarned: isWarned, knows: knows)
    }
    for scalar in word {
      if let letter = central(scalar) {
        letters += 1
        whole.append(letter)
      } else {
        if !Sign.isCzech(scalar) { return nil }
        if scalar >= 0x80 { others += 1 }
        whole.append(scalar)
      }
    }
    // Two such letters, or one beside a Czech one, stand in no language that Czech plans quote.
    guard letters > 0, word.count > 1 else { return nil }
    let text = string(whole)
    if letters + others >= 2 || isWarned { return text }
    guard let knows else { return nil }
    return knows(text) && !knows(string(word)) ? text : nil
  }
}
