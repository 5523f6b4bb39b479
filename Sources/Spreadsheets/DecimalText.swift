/// The digits of a number cell as a person sees them: fifteen significant ones, no exponent.
///
/// Files hold `0.10000000000000001` and `9.9900017E7`; programs show `0.1` and `99900017`. Worked on
/// digits alone, so that no floating point decides. *Source:* ISO/IEC 29500-1 §18.18.11 with the
/// precision of Excel; IEEE 754 doubles keep fifteen decimal digits.
enum DecimalText {
  /// The plain text of an XML number; nil where it is none.
  static func plain(_ text: ArraySlice<UInt8>) -> String? {
    guard var number = parse(text) else { return nil }
    number.round(to: 15)
    return number.text
  }

  private struct Number {
    var isNegative = false
    /// The digits, the first one not 0.
    var digits: [UInt8] = []
    /// How many digits stand before the point; may be negative.
    var point = 0

    mutating func round(to count: Int) {
      if digits.count > count {
        var carries = digits[count] >= 5
        digits.removeLast(digits.count - count)
        var position = count - 1
        while carries, position >= 0 {
          carries = digits[position] == 9
          digits[position] = carries ? 0 : digits[position] + 1
          position -= 1
        }
        if carries {
          digits.insert(1, at: 0)
          point += 1
        }
      }
      while digits.last == 0 { digits.removeLast() }
    }

    var text: String {
      guard !digits.isEmpty else { return "0" }
      var bytes: [UInt8] = isNegative ? [0x2D] : []
      if point <= 0 {
        bytes += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -point)
      }
      for (position, digit) in digits.enumerated() {
        if position == point, point > 0 { bytes.append(0x2E) }
        bytes.append(0x30 + digit)
      }
      if point > digits.count {
        bytes += [UInt8](repeating: 0x30, count: point - digits.count)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func parse(_ text: ArraySlice<UInt8>) -> Number? {
    var number = Number()
    var rest = text
    if rest.first == 0x2D || rest.first == 0x2B { number.isNegative = rest.removeFirst() == 0x2D }
    var hasPoint = false
    var hasDigits = false
    while let byte = rest.first, byte != 0x45, byte != 0x65 {
      rest.removeFirst()
      if byte == 0x2E, !hasPoint {
        hasPoint = true
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      hasDigits = true
      let isLeading = number.digits.isEmpty && byte == 0x30
      if !isLeading { number.digits.append(byte - 0x30) }
      if !hasPoint, !isLeading { number.point += 1 }
      if hasPoint, isLeading { number.point -= 1 }
    }
    guard hasDigits else { return nil }
    if rest.first != nil {
      rest.removeFirst()
      guard let exponent = Int(String(decoding: rest, as: UTF8.self)), abs(exponent) <= 400 else {
        return nil
      }
      number.point += exponent
    }
    // Beyond these no double lies, and no number of a plan.
    guard abs(number.point) <= 400 else { return nil }
    return number
  }
}
