/// The order of Czech words: letters with their own place in the alphabet (č, ch, ř, š, ž) count
/// first, other accents only where all else is equal, and a space comes before every letter.
///
/// *Source:* ČSN 97 6030, ÚJČ „Abecední řazení“ (T35).
enum CzechOrder {
  /// Whether `a` stands before `b`.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let left = key(a)
    let right = key(b)
    if left.primary != right.primary {
      return left.primary.lexicographicallyPrecedes(right.primary)
    }
    if left.accents != right.accents {
      return left.accents.lexicographicallyPrecedes(right.accents)
    }
    let (small, large) = (capitals(a), capitals(b))
    if small != large { return small.lexicographicallyPrecedes(large) }
    return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  /// Which letters are capitals: of words that are alike otherwise, small ones come first.
  private static func capitals(_ word: String) -> [UInt8] {
    word.unicodeScalars.map { $0.properties.isUppercase ? 1 : 0 }
  }

  /// The places of the letters in the alphabet, and their accents.
  private static func key(_ word: String) -> (primary: [UInt32], accents: [UInt8]) {
    let scalars = Array(
      word.lowercased().unicodeScalars.drop(while: { "„“‚‘»«\"".unicodeScalars.contains($0) }))
    var primary: [UInt32] = []
    var accents: [UInt8] = []
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "c", position + 1 < scalars.count, scalars[position + 1] == "h" {
        primary.append(base("h") + 1)
        accents.append(0)
        position += 2
        continue
      }
      let (place, accent) = letter(scalar)
      primary.append(place)
      accents.append(accent)
      position += 1
    }
    return (primary, accents)
  }

  /// The letter under which a word stands in an index: `Č`, `Ch`; what begins with a figure stands
  /// under `0–9`. Accents that only break ties do not count: `Úřad` stands under `U`.
  static func letter(of word: String) -> String {
    let scalars = word.lowercased().unicodeScalars.filter { letter($0).0 >= base("0") }
    guard let first = scalars.first else { return "–" }
    if first == "c", scalars.dropFirst().first == "h" { return "Ch" }
    if ("0"..."9").contains(first) { return "0–9" }
    if "čřšž".unicodeScalars.contains(first) { return String(first).uppercased() }
    let place = letter(first).0 >> 2
    return UnicodeScalar(place).map { String($0).uppercased() } ?? String(first).uppercased()
  }

  /// Four places a letter, so that č fits behind c and ch behind h.
  private static func base(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value << 2 }

  /// The place of a letter, and its accent where that only breaks ties. Marks come before figures
  /// and letters, quotation marks count for nothing in front of them.
  private static func letter(_ scalar: Unicode.Scalar) -> (UInt32, UInt8) {
    switch scalar {
    case " ", "\u{A0}": (0, 0)
    case "č": (base("c") + 1, 0)
    case "ř": (base("r") + 1, 0)
    case "š": (base("s") + 1, 0)
    case "ž": (base("z") + 1, 0)
    case "á": (base("a"), 1)
    case "ä", "à", "â": (base("a"), 2)
    case "ď": (base("d"), 1)
    case "é": (base("e"), 1)
    case "ě", "è", "ë", "ę": (base("e"), 2)
    case "í": (base("i"), 1)
    case "ľ", "ĺ", "ł": (base("l"), 1)
    case "ň", "ń", "ñ": (base("n"), 1)
    case "ó", "ô": (base("o"), 1)
    case "ö", "ő": (base("o"), 2)
    case "ŕ": (base("r"), 1)
    case "ś": (base("s"), 1)
    case "ť": (base("t"), 1)
    case "ú": (base("u"), 1)
    case "ů", "ű": (base("u"), 2)
    case "ü": (base("u"), 3)
    case "ý": (base("y"), 1)
    case "ź", "ż": (base("z"), 1)
    default:
      // Dashes, quotation marks and the like of the whole of Unicode come before the figures.
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? (base(scalar), 0) : (1 + scalar.value % 64, 0)
    }
  }
}
