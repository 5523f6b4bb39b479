/// A text as words without case, diacritics and signs, to find what people write in many ways.
struct SpokenWords: Sendable {
  /// A word.
  struct Word: Sendable {
    /// Its letters and digits in lower case without diacritics; `ů` is `u`.
    var letters: [UInt32]
    /// The same with `o` for every `ů`, which Czech changes into `o` when it declines: „dvůr, dvora“.
    var declined: [UInt32]
    /// Whether it begins with a capital.
    var isCapital: Bool
    /// Whether a sentence begins with it.
    var opensSentence: Bool
    /// Whether nothing but spaces lies between it and the word before.
    var followsSpace: Bool
    /// Whether a stroke joins it to the word before: „305/12“.
    var followsStroke: Bool
    /// Whether a sign lies before it that no address goes across: the cells of data.
    var followsBreak: Bool

    /// Whether it begins with a digit.
    var isNumber: Bool { letters.first.map { (0x30...0x39).contains($0) } ?? false }
  }

  /// The words in order.
  private(set) var words: [Word] = []

  /// Takes a text apart.
  init(_ text: some StringProtocol) {
    var pending = Word(
      letters: [], declined: [], isCapital: false, opensSentence: true, followsSpace: false,
      followsStroke: false, followsBreak: true)
    var isOpen = false
    func fresh() -> Word {
      Word(
        letters: [], declined: [], isCapital: false, opensSentence: false, followsSpace: true,
        followsStroke: false, followsBreak: false)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Hyphens that show at a line's end only, joiners and marks laid over a letter.
      case 0xAD, 0x200B...0x200D, 0x2060, 0x300...0x36F: continue
      default: break
      }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if !isOpen { pending.isCapital = scalar.properties.isUppercase }
        isOpen = true
        for small in scalar.properties.lowercaseMapping.unicodeScalars {
          let plain = SpokenWords.plain(small.value)
          pending.letters.append(plain)
          pending.declined.append(small.value == 0x16F ? 0x6F : plain)
        }
        continue
      }
      if isOpen {
        words.append(pending)
        pending = fresh()
        isOpen = false
      }
      switch scalar {
      case ".", "!", "?", ":": (pending.opensSentence, pending.followsSpace) = (true, false)
      case ";", "\"": (pending.followsBreak, pending.followsSpace) = (true, false)
      case "/": (pending.followsStroke, pending.followsSpace) = (true, false)
      default: if !scalar.properties.isWhitespace { pending.followsSpace = false }
      }
    }
    if isOpen { words.append(pending) }
  }

  private static func plain(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xE1, 0xE4: 0x61
    case 0x10D: 0x63
    case 0x10F: 0x64
    case 0xE9, 0x11B: 0x65
    case 0xED: 0x69
    case 0x13A, 0x13E: 0x6C
    case 0x148: 0x6E
    case 0xF3, 0xF4, 0xF6: 0x6F
    case 0x159, 0x155: 0x72
    case 0x161: 0x73
    case 0x165: 0x74
    case 0xFA, 0x16F, 0xFC: 0x75
    case 0xFD: 0x79
    case 0x17E: 0x7A
    default: scalar
    }
  }
}
