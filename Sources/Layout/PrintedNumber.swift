/// A number as a table prints it: whole digits and how many of them are decimals.
///
/// Sums of such numbers are exact: nothing is rounded.
struct PrintedNumber: Sendable, Hashable {
  var digits: Int64
  var decimals: Int

  /// Nothing: a dash.
  static let zero = PrintedNumber(digits: 0, decimals: 0)

  init(digits: Int64, decimals: Int) {
    self.digits = digits
    self.decimals = decimals
  }

  /// Reads „1 250 000“, „−12,5“, or a dash alone, which is nothing; nil where the text says anything
  /// else, a unit included.
  init?(_ text: [UInt8]) {
    var place = 0
    var isNegative = false
    if let dash = text.dash(at: 0) {
      if dash == text.count {
        self = .zero
        return
      }
      isNegative = true
      place = dash
    }
    var digits: Int64 = 0
    var decimals = 0
    var count = 0
    var isDecimal = false
    while place < text.count {
      if text[place].isDigit {
        let (tens, isTooLong) = digits.multipliedReportingOverflow(by: 10)
        let (sum, isTooGreat) = tens.addingReportingOverflow(Int64(text[place] - 0x30))
        guard !isTooLong, !isTooGreat else { return nil }
        digits = sum
        count += 1
        if isDecimal { decimals += 1 }
        place += 1
      } else if text[place] == 0x2C, !isDecimal, count > 0 {
        isDecimal = true
        place += 1
      } else if let white = text.white(at: place), !isDecimal, count > 0,
        text.hasGroup(at: place + white)
      {
        place += white
      } else {
        return nil
      }
    }
    guard count > 0, !isDecimal || decimals > 0 else { return nil }
    self.digits = isNegative ? -digits : digits
    self.decimals = decimals
  }

  /// The digits with so many decimals, which are no fewer; nil where they have no room.
  func digits(at wanted: Int) -> Int64? {
    var digits = digits
    for _ in decimals..<max(wanted, decimals) {
      let (tens, isTooLong) = digits.multipliedReportingOverflow(by: 10)
      guard !isTooLong else { return nil }
      digits = tens
    }
    return digits
  }

  /// The number as Czech prints it: `1 250`, `−1,5`, groups tied.
  var words: String {
    var whole = String(digits.magnitude)
    if whole.utf8.count <= decimals {
      whole = String(repeating: "0", count: decimals + 1 - whole.utf8.count) + whole
    }
    let bytes = Array(whole.utf8)
    let point = bytes.count - decimals
    var out: [UInt8] = digits < 0 ? [0xE2, 0x88, 0x92] : []
    for place in bytes.indices {
      if place == point { out.append(0x2C) }
      if place > 0, place < point, (point - place) % 3 == 0 { out += [0xC2, 0xA0] }
      out.append(bytes[place])
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Where a hyphen, dash or minus that stands at a place ends.
  fileprivate func dash(at place: Int) -> Int? {
    guard place < count else { return nil }
    if self[place] == 0x2D { return place + 1 }
    guard place + 2 < count else { return nil }
    switch (self[place], self[place + 1], self[place + 2]) {
    case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x88, 0x92): return place + 3
    default: return nil
    }
  }

  /// Whether three digits and no more follow.
  fileprivate func hasGroup(at place: Int) -> Bool {
    guard place + 3 <= count, self[place..<place + 3].allSatisfy(\.isDigit) else { return false }
    return place + 3 == count || !self[place + 3].isDigit
  }
}
