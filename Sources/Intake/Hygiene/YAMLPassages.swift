/// The human text of a YAML file: its values. Keys, comments and notation are left out.
struct YAMLPassages {
  private let file: YAMLLines

  init(_ bytes: [UInt8]) { file = YAMLLines(bytes) }

  /// Gives each value to a body, one after the other.
  func forEach(_ passage: inout Passage, _ body: (Passage) -> Void) {
    for scalar in file.scalars {
      passage.begin(.plain)
      switch scalar.style {
      case .plain, .block:
        for (number, piece) in scalar.pieces.enumerated() {
          if number > 0 { passage.appendLineEnd(at: piece.lowerBound) }
          passage.append(file.bytes, piece)
        }
      case .single, .double: appendQuoted(scalar, &passage)
      case .flow: appendFlow(scalar, &passage, body)
      }
      if passage.count > 0 { body(passage) }
    }
  }

  private func appendQuoted(_ scalar: YAMLLines.Scalar, _ passage: inout Passage) {
    for (number, piece) in scalar.pieces.enumerated() {
      if number > 0 { passage.appendLineEnd(at: piece.lowerBound) }
      let isLast = number == scalar.pieces.count - 1
      let start = number == 0 ? piece.lowerBound + 1 : piece.lowerBound
      appendUnescaped(
        start..<max(start, isLast ? piece.upperBound - 1 : piece.upperBound), &passage,
        isDouble: scalar.style == .double)
    }
  }

  private func appendUnescaped(_ range: Range<Int>, _ passage: inout Passage, isDouble: Bool) {
    let bytes = file.bytes
    var position = range.lowerBound
    while position < range.upperBound {
      if !isDouble, bytes[position] == 0x27, position + 1 < range.upperBound {
        passage.append(0x27, position, position + 2)
        position += 2
      } else if isDouble, bytes[position] == 0x5C, position + 1 < range.upperBound {
        let (scalar, width) = escaped(at: position, before: range.upperBound)
        passage.append(scalar, position, position + width)
        position += width
      } else {
        let (scalar, width) = Passage.scalar(of: bytes, at: position)
        passage.append(scalar, position, position + width)
        position += width
      }
    }
  }

  /// The character that an escape stands for. *Source:* YAML 1.2.2 §5.7.
  private func escaped(at position: Int, before end: Int) -> (UInt32, Int) {
    let bytes = file.bytes
    var digits = 0
    switch bytes[position + 1] {
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    case 0x5F: return (0xA0, 2)
    case 0x4C: return (0x2028, 2)
    case 0x50: return (0x2029, 2)
    case 0x6E, 0x72, 0x74, 0x4E: return (0x0A, 2)
    default:
      return Passage.scalar(of: bytes, at: position + 1).1 == 1
        ? (UInt32(bytes[position + 1]), 2) : (0x20, 1)
    }
    var value: UInt32 = 0
    for place in (position + 2)..<min(position + 2 + digits, end) {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else { break }
      value = value << 4 | UInt32(digit)
    }
    return (value, min(2 + digits, end - position))
  }

  /// The values within brackets, one passage each; the last is left for the caller.
  private func appendFlow(
    _ scalar: YAMLLines.Scalar, _ passage: inout Passage, _ body: (Passage) -> Void
  ) {
    var quote: UInt8 = 0
    for piece in scalar.pieces {
      var position = piece.lowerBound
      while position < piece.upperBound {
        let byte = file.bytes[position]
        let isEdge =
          quote == 0
          ? [0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x22, 0x27].contains(byte)
            || (byte == 0x3A
              && (position + 1 == piece.upperBound || file.bytes[position + 1] == 0x20))
          : byte == quote
        if isEdge {
          if byte == 0x22 || byte == 0x27 { quote = quote == 0 ? byte : 0 }
          if passage.count > 0 { body(passage) }
          passage.begin(.plain)
          position += 1
          continue
        }
        let (value, width) = Passage.scalar(of: file.bytes, at: position)
        passage.append(value, position, position + width)
        position += width
      }
    }
  }
}
