/// A street with its number as the table writes it, to be found however a text writes it.
///
/// Czech declines both words of „Tichá stráň“, so words are compared by their stems.
struct SecretStreet: Sendable {
  private let name: [SpokenWords.Word]
  private let numbers: [[UInt32]]
  /// The digits of each number, as bits.
  private let digits: [UInt16]

  /// Reads a street; nil where it has no word, as where a village numbers its houses only.
  init?(_ street: String) {
    var name: [SpokenWords.Word] = []
    var numbers: [[UInt32]] = []
    for word in SpokenWords(street).words {
      if word.isNumber {
        numbers.append(word.letters)
      } else if numbers.isEmpty, !SecretStreet.markers.contains(word.letters),
        !SecretStreet.generic.contains(word.letters)
      {
        name.append(word)
      }
    }
    guard name.contains(where: { $0.letters.count > 2 }) else { return nil }
    self.name = name
    self.numbers = numbers
    digits = numbers.map { number in
      number.reduce(0) { (0x30...0x39).contains($1) ? $0 | 1 << UInt16($1 - 0x30) : $0 }
    }
  }

  /// Whether a text that has only some digits may tell the street with its number: most have not
  /// even those, and need not be taken apart.
  func mayBeTold(with digits: UInt16) -> Bool {
    numbers.isEmpty || self.digits.contains { $0 & ~digits == 0 }
  }

  /// Whether both name the same street, whatever the numbers.
  func isSameStreet(as other: SecretStreet) -> Bool {
    name.map(\.letters) == other.name.map(\.letters)
  }

  /// Whether both have a number in common.
  func sharesNumber(with other: SecretStreet) -> Bool {
    numbers.contains { other.numbers.contains($0) }
  }

  /// Whether a text names the street with its number within two words of it. A street without
  /// number is given away by its name.
  func isTold(in text: SpokenWords) -> Bool {
    if numbers.isEmpty { return isNamed(in: text) }
    return text.words.indices.contains { start -> Bool in
      guard let end = end(of: text.words, from: start) else { return false }
      return hasNumber(text.words, from: start, after: end)
    }
  }

  /// Whether a text names the street, with or without number.
  func isNamed(in text: SpokenWords) -> Bool {
    text.words.indices.contains { start -> Bool in
      guard let end = end(of: text.words, from: start) else { return false }
      guard name.count == 1 else { return true }
      // One word is a name only where it is written as one: „nová ulice“ is no „Nová“.
      let word = text.words[start]
      let leadsOn = end < text.words.count && text.words[end].followsSpace
      return word.isCapital && !(word.opensSentence && leadsOn)
    }
  }

  // MARK: Comparing

  /// The end of the street's name that begins with a word of a text.
  private func end(of words: [SpokenWords.Word], from start: Int) -> Int? {
    guard start + name.count <= words.count else { return nil }
    for (offset, wanted) in name.enumerated() {
      let word = words[start + offset]
      if offset > 0, word.followsBreak { return nil }
      guard isForm(word, of: wanted) else { return nil }
    }
    return start + name.count
  }

  private func hasNumber(_ words: [SpokenWords.Word], from start: Int, after end: Int) -> Bool {
    var sawMarker = false
    var between = 0
    for position in end..<min(end + 5, words.count) where between < 3 {
      let word = words[position]
      if word.followsBreak { return false }
      if numbers.contains(word.letters) {
        // A word without capital is a name only where what follows can be nothing but a number
        // of a house.
        return name.count > 1 || words[start].isCapital || sawMarker
          || (position == end && word.letters.count > 2)
      }
      if word.isNumber {
        guard position + 1 < words.count, words[position + 1].followsStroke else { return false }
      } else if SecretStreet.markers.contains(word.letters) {
        sawMarker = true
      } else if name.count == 1 {
        return false
      } else {
        between += 1
      }
    }
    return false
  }

  /// Whether a word may be a form of another: the same stem, and an ending no longer than Czech has.
  private func isForm(_ word: SpokenWords.Word, of wanted: SpokenWords.Word) -> Bool {
    if word.letters == wanted.letters { return true }
    if let short = SecretStreet.shortened(wanted.letters) {
      return SecretStreet.shortened(word.letters) == short
    }
    let length = wanted.letters.count
    guard length > 2, word.letters.count <= length + 3 else { return false }
    let kept = length - dropped(wanted.letters)
    return word.letters.starts(with: wanted.letters.prefix(kept))
      || word.letters.starts(with: wanted.declined.prefix(kept))
  }

  /// How many of its last letters a word may change. One word alone has to be more alike than
  /// words that follow one another.
  private func dropped(_ letters: [UInt32]) -> Int {
    if name.count > 1 {
      switch letters.count {
      case ...3: return 0
      case 4: return 1
      case 5...6: return 2
      default: return 3
      }
    }
    let ending = letters.suffix(2).map { $0 }
    let changing = ["ka", "ha", "ga", "ra", "ek", "ec", "en"].map(SecretStreet.scalars)
    if letters.count > 4, changing.contains(ending) { return 2 }
    let vowels = SecretStreet.scalars("aeiouy")
    return letters.count > 3 && (ending.last.map(vowels.contains) ?? false) ? 1 : 0
  }

  // MARK: Words of addresses

  private static func scalars(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }

  /// What stands between a street and its number.
  private static let markers = [
    "c", "p", "cp", "ev", "ce", "cislo", "cisle", "cisla", "cislem", "popisne", "popisnem",
    "orientacni", "dum", "domu", "dome", "v", "no",
  ].map(scalars)

  /// What stands before a street and is left out as often.
  private static let generic = ["ul", "ulice", "ulici"].map(scalars)

  /// What is written short: „nám. Míru“, „náměstí Míru“.
  private static func shortened(_ letters: [UInt32]) -> String? {
    for (short, long) in [("nam", "namest"), ("tr", "trid"), ("nabr", "nabrez")]
    where letters == scalars(short) || letters.starts(with: scalars(long)) {
      return short
    }
    return nil
  }
}
