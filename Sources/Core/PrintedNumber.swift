/// A number as a table prints it: whole digits and how many of them are decimals.
///
/// Sums of such numbers are exact: nothing is rounded.
package struct PrintedNumber: Sendable, Hashable {
  /// Its digits as a whole number.
  package var digits: Int64
  /// How many of them are decimals.
  package var decimals: Int
  /// Makes a number.
  package init(digits: Int64, decimals: Int) {
    self.digits = digits
    self.decimals = decimals
  }

  /// Nothing: a dash.
  package static let zero = PrintedNumber(digits: 0, decimals: 0)

  /// The digits with so many decimals, which are no fewer; nil where they have no room.
  package func digits(at wanted: Int) -> Int64? {
    var digits = digits
    for _ in decimals..<max(wanted, decimals) {
      let (tens, isTooLong) = digits.multipliedReportingOverflow(by: 10)
      guard !isTooLong else { return nil }
      digits = tens
    }
    return digits
  }

  /// The number as a column writes such: `1 250`, `−1,5 Kč`, groups tied.
  package func words(in form: NumberForm) -> String {
    var whole = String(digits.magnitude)
    if whole.utf8.count <= decimals {
      whole = String(repeating: "0", count: decimals + 1 - whole.utf8.count) + whole
    }
    let bytes = Array(whole.utf8)
    let point = bytes.count - decimals
    var out: [UInt8] = digits < 0 ? form.minus : digits > 0 ? form.plus : []
    for place in bytes.indices {
      if place == point { out.append(0x2C) }
      if place > 0, place < point, point >= form.groupsFrom, (point - place) % 3 == 0 {
        out += form.group
      }
      out.append(bytes[place])
    }
    return String(decoding: out + form.unit, as: UTF8.self)
  }
}

/// How a column writes its numbers.
package struct NumberForm: Sendable, Hashable {
  /// What stands between groups of three digits.
  package var group: [UInt8] = [0xC2, 0xA0]
  /// Whole numbers of so many digits and more are grouped.
  package var groupsFrom = 4
  /// The sign of what is less than nothing.
  package var minus: [UInt8] = [0xE2, 0x88, 0x92]
  /// The sign of what is more, where the column writes one.
  package var plus: [UInt8] = []
  /// What follows each number, white before it included.
  package var unit: [UInt8] = []
  /// Makes the form of columns that have no signs and units.
  package init() {}
}

/// A number as somebody wrote it.
package struct WrittenNumber: Sendable, Hashable {
  /// What it is.
  package var number: PrintedNumber
  /// Its sign, if it has one.
  package var sign: [UInt8] = []
  /// How many digits it has before the decimal comma.
  package var whole = 0
  /// What stands between its groups; nil where it has none.
  package var group: [UInt8]?
  /// What follows it, white before it included; no digit.
  package var unit: [UInt8] = []

  /// Nothing: a dash, or no word at all.
  package static let nothing = WrittenNumber(number: .zero)

  private init(number: PrintedNumber) { self.number = number }

  /// Reads „1 250 000“, „−12,5“, „1 200 Kč“, or a dash alone, which is nothing; nil where the text
  /// says anything else.
  package init?(_ text: [UInt8]) {
    self = .nothing
    var place = 0
    if let dash = text.dash(at: 0) ?? (text.first == 0x2B ? 1 : nil) {
      if dash == text.count, text.first != 0x2B { return }
      sign = Array(text[..<dash])
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
      } else if text[place] == 0x2C, !isDecimal, count > 0, place + 1 < text.count,
        text[place + 1].isDigit
      {
        isDecimal = true
        place += 1
      } else if let white = text.white(at: place), !isDecimal, count > 0,
        text.hasGroup(at: place + white)
      {
        if group == nil { group = Array(text[place..<place + white]) }
        place += white
      } else {
        break
      }
    }
    guard count > 0 else { return nil }
    unit = Array(text[place...])
    guard !unit.contains(where: \.isDigit), unit.count <= WrittenNumber.longestUnit else {
      return nil
    }
    let isNegative = !sign.isEmpty && sign != [0x2B]
    number = PrintedNumber(digits: isNegative ? -digits : digits, decimals: decimals)
    whole = count - decimals
  }

  /// What is longer is no unit but words.
  private static let longestUnit = 24
}

extension NumberForm {
  /// How numbers of a column are written; nil where they have different units, so that nothing can
  /// be their sum. The last is their total.
  package init?(of numbers: [WrittenNumber]) {
    var units: [[UInt8]] = []
    for number in numbers where !number.unit.isEmpty && !units.contains(number.unit) {
      units.append(number.unit)
    }
    guard units.count < 2 else { return nil }
    // A unit that the total alone has is said of it alone.
    unit = numbers.dropLast().first { $0.number.digits != 0 }?.unit ?? []
    if let minus = numbers.first(where: { $0.number.digits < 0 })?.sign { self.minus = minus }
    if let plus = numbers.dropLast().first(where: { $0.number.digits > 0 })?.sign {
      self.plus = plus
    }
    if let group = numbers.lazy.compactMap(\.group).first, group != [0x20] { self.group = group }
    for number in numbers where number.group == nil && number.whole > 3 {
      // „1250“ beside „12 500“ is a use of its own; where „12500“ stands, nothing is grouped.
      groupsFrom = max(groupsFrom, number.whole > 4 ? Int.max : 5)
    }
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

extension UInt8 {
  /// Whether it is a digit of ASCII.
  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension [UInt8] {
  /// The bytes of a space that groups digits, where one stands: plain, no-break, narrow, thin.
  package func white(at place: Int) -> Int? {
    if self[place] == 0x20 { return 1 }
    if self[place] == 0xC2, place + 1 < count, self[place + 1] == 0xA0 { return 2 }
    if self[place] == 0xE2, place + 2 < count, self[place + 1] == 0x80,
      self[place + 2] == 0xAF || self[place + 2] == 0x89
    {
      return 3
    }
    return nil
  }
}
