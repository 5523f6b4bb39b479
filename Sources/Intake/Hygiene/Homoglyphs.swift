/// Letters of Cyrillic and Greek that stand in Latin words: by their look, or by their sound after a
/// keyboard was switched.
///
/// *Source:* the shapes by UTS #39 (confusables), the sounds by the scientific transliteration of
/// Cyrillic (ISO 9).
enum Homoglyphs {
  /// The Latin letters that a letter may stand for, the likeliest first; none for a letter that
  /// only foreign words have.
  static func readings(of scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0xFF21...0xFF3A: return [scalar - 0xFF21 + 0x41]
    case 0xFF41...0xFF5A: return [scalar - 0xFF41 + 0x61]
    default: return table[scalar] ?? []
    }
  }

  /// The text of a ligature that old fonts had as a character of its own.
  static func ligature(_ scalar: UInt32) -> [UInt32]? {
    switch scalar {
    case 0xFB00: [0x66, 0x66]
    case 0xFB01: [0x66, 0x69]
    case 0xFB02: [0x66, 0x6C]
    case 0xFB03: [0x66, 0x66, 0x69]
    case 0xFB04: [0x66, 0x66, 0x6C]
    case 0xFB05, 0xFB06: [0x73, 0x74]
    default: nil
    }
  }

  private static let table: [UInt32: [UInt32]] = {
    let lines = [
      "аa", "еe", "оo", "іi", "јj", "ѕs", "ԁd", "ԛq", "ԝw", "ӏl", "һh", "кk", "мm", "тt", "лl",
      "зz", "бb", "дd", "фf", "рpr", "сcs", "уyu", "хxh", "вvb", "нnh", "пpn", "иiu", "гgr", "йj",
      "ёe", "ыy", "эe", "ћc", "ђd",
      "АA", "ЕE", "ОO", "ІI", "ЈJ", "ЅS", "КK", "МM", "ТT", "ЛL", "ЗZ", "БB", "ДD", "ФF", "РPR",
      "СCS", "УYU", "ХXH", "ВBV", "НHN", "ПPN", "ИIU", "ГGR", "ЙJ", "ЁE",
      "αa", "οo", "ιi", "κk", "τt", "ϲc", "ϳj", "νvn", "ρpr", "υuy", "χxh", "ηnh", "ωwo", "γyg",
      "ΑA", "ΒB", "ΕE", "ΖZ", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΤT", "ΗHE", "ΡPR", "ΥYU", "ΧXH",
    ]
    var table: [UInt32: [UInt32]] = [:]
    for line in lines {
      let scalars = line.unicodeScalars.map(\.value)
      table[scalars[0]] = Array(scalars.dropFirst())
    }
    return table
  }()

  /// The Latin word that is meant, where that is certain.
  ///
  /// - Parameter knows: whether a word list has a word; nil where none is installed. Without a list
  ///   only letters with one reading count.
  static func latin(_ word: ArraySlice<UInt32>, knows: ((String) -> Bool)?) -> String? {
    var candidates: [[UInt32]] = [[]]
    var isAmbiguous = false
    for scalar in word {
      if let letters = ligature(scalar) {
        for index in candidates.indices { candidates[index] += letters }
        continue
      }
      let script = Script(scalar)
      let isPlain = (script == .latin && scalar < 0xFB00) || script == .none
      let readings = isPlain ? [scalar] : readings(of: scalar)
      guard !readings.isEmpty, candidates.count * readings.count <= 64 else { return nil }
      if readings.count > 1 { isAmbiguous = true }
      candidates = readings.flatMap { reading in candidates.map { $0 + [reading] } }
    }
    guard isAmbiguous else { return candidates.first.map(string) }
    guard let knows else { return nil }
    let known = candidates.map(string).filter(knows)
    return known.count == 1 ? known[0] : nil
  }
}
