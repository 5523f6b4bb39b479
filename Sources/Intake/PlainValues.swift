import Core
import Planning

/// The plain forms in which people write numbers, dates and sums. All return nil for other text.
enum PlainValue {
  /// A whole number, groups of digits may be spaced: `1 250 000`.
  static func whole(_ text: String) -> Int64? {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, digit(first) != nil,
      digit(last) != nil
    else { return nil }
    var number: Int64 = 0
    for scalar in scalars {
      if isSpace(scalar) { continue }
      guard let digit = digit(scalar), number < 1_000_000_000_000 else { return nil }
      number = number * 10 + digit
    }
    return number <= 1_000_000_000_000 ? number : nil
  }

  /// Whole crowns, with or without „Kč“: `250 000 Kč`. At most a billion billions.
  static func amount(_ text: String) -> Int64? {
    var text = trimmed(text)
    if text.hasSuffix("Kč") { text = trimmed(String(text.dropLast(2))) }
    return whole(text)
  }

  /// A decimal number with a comma: `1,5`.
  static func quantity(_ text: String) -> Quantity? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard let whole = whole(parts[0]) else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? Quantity(digits: whole) : nil }
    let fraction = parts[1]
    guard (1...4).contains(fraction.utf8.count), let tail = self.whole(fraction),
      !fraction.unicodeScalars.contains(where: isSpace)
    else { return nil }
    var scale: Int64 = 1
    for _ in fraction.utf8 { scale *= 10 }
    let (digits, overflow) = whole.multipliedReportingOverflow(by: scale)
    return overflow ? nil : Quantity(digits: digits + tail, decimals: fraction.utf8.count)
  }

  /// Degrees with a decimal point or comma, in millionths: `49.079920`.
  static func degrees(_ text: String) -> Int32? {
    var bytes = Array(text.utf8)
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.removeFirst() }
    var value: Int64 = 0
    var decimals: Int?
    for byte in bytes {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        guard decimals == nil else { return nil }
        decimals = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      if let count = decimals {
        if count == 6 { continue }
        decimals = count + 1
      }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      guard value <= 180_000_000 else { return nil }
    }
    guard !bytes.isEmpty else { return nil }
    for _ in (decimals ?? 0)..<6 { value *= 10 }
    guard value <= 180_000_000 else { return nil }
    return Int32(negative ? -value : value)
  }

  /// The name of a datová schránka: seven letters and digits, never 0, 1, l or o.
  ///
  /// *Source:* provozní řád ISDS (the signs in use).
  static func dataBox(_ text: String) -> String? {
    let signs = text.utf8
    guard signs.count == 7 else { return nil }
    let isName = signs.allSatisfy { sign in
      (0x32...0x39).contains(sign) || (0x61...0x7A).contains(sign) && sign != 0x6C && sign != 0x6F
    }
    return isName ? text : nil
  }

  /// A time of the day: `16.30` or `16:30`.
  static func time(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = whole(String(parts[0])), let minute = whole(String(parts[1])), hour < 24,
      minute < 60
    else { return nil }
    return "\(hour).\(parts[1])"
  }

  /// A language by its tag: `cs`, `en-GB`. *Source:* BCP 47, the shapes in common use.
  static func language(_ tag: String) -> Language? {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
    let isTag = parts.allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    }
    return isTag ? Language(tag) : nil
  }

  /// A year of four digits.
  static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = whole(text), (1900...2199).contains(year) else {
      return nil
    }
    return Int(year)
  }

  /// A day: `5. 11. 2024`, `5.11.2024`, `5. listopadu 2024` or `2024-11-05`.
  static func date(_ text: String) -> CivilDate? {
    let bytes = Array(text.utf8)
    if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
      let parts = text.split(separator: "-").map { whole(String($0)) }
      guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
        return nil
      }
      return CivilDate(year: Int(year), month: Int(month), day: Int(day))
    }
    var fields: [String] = [""]
    for scalar in text.unicodeScalars {
      if scalar == "." || isSpace(scalar) {
        if fields[fields.count - 1] != "" { fields.append("") }
      } else {
        fields[fields.count - 1].unicodeScalars.append(scalar)
      }
    }
    guard fields.count == 3, let day = whole(fields[0]), let year = year(fields[2]) else {
      return nil
    }
    let month = months.firstIndex(of: fields[1]).map { Int64($0 + 1) } ?? whole(fields[1])
    guard let month, day < 32, month < 13 else { return nil }
    return CivilDate(year: year, month: Int(month), day: Int(day))
  }

  private static let months = [
    "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října",
    "listopadu", "prosince",
  ]

  /// Years from–to: `2025–2027`, with any dash, or one year.
  static func period(_ text: String) -> Period? {
    let parts = range(text)
    guard let first = parts.first.flatMap(year), let last = parts.last.flatMap(year),
      parts.count <= 2, first <= last
    else { return nil }
    return Period(first: first, last: last)
  }

  /// A term: `3/2025 – 12/2026`, `2025–2027`, `2026` or `průběžně`.
  static func term(_ text: String) -> Term? {
    if text == "průběžně" { return .ongoing }
    let points = range(text).map(point)
    guard points.count <= 2, let from = points.first ?? nil, let to = points.last ?? nil,
      (from.year, from.month ?? 1) <= (to.year, to.month ?? 12)
    else { return nil }
    return .span(from: from, to: to)
  }

  private static func point(_ text: String) -> TermPoint? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      trimmed(String($0))
    }
    if parts.count == 1 { return year(parts[0]).map { TermPoint(year: $0) } }
    guard parts.count == 2, let month = whole(parts[0]), (1...12).contains(month),
      let year = year(parts[1])
    else { return nil }
    return TermPoint(year: year, month: Int(month))
  }

  /// A cost: `250 000 Kč`, `100 000 – 150 000 Kč`, `0 Kč`, `v rámci 1.1.2` or `nevyčísleno`.
  static func cost(_ text: String) -> Cost? {
    if text == "nevyčísleno" { return .unknown }
    if text == "bez nákladů" { return .zero }
    if text.hasPrefix("v rámci") {
      let code = trimmed(String(text.dropFirst("v rámci".count)))
      return code.isEmpty ? nil : .within(Code(code))
    }
    let parts = range(text).map(amount)
    switch parts.count {
    case 1: return parts[0].map { $0 == 0 ? .zero : .amount($0) }
    case 2:
      guard let low = parts[0], let high = parts[1], low < high else { return nil }
      return .range(low, high)
    default: return nil
    }
  }

  /// So much money: `250 000 Kč`, `100 000 – 150 000 Kč` or `nevyčísleno`.
  static func money(_ text: String) -> Money? {
    switch cost(text) {
    case .amount(let crowns): Money(crowns)
    case .range(let low, let high): Money(from: low, to: high)
    case .zero: .zero
    case .unknown: .unknown
    case .within, nil: nil
    }
  }

  /// The parts of a range around a dash or „až“, trimmed.
  private static func range(_ text: String) -> [String] {
    var parts: [String] = [""]
    for scalar in text.unicodeScalars {
      if scalar == "–" || scalar == "-" || scalar == "—" {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    if parts.count == 1 {
      let words = parts[0].split(separator: " ", omittingEmptySubsequences: true)
      if let place = words.firstIndex(of: "až") {
        parts = [
          words[..<place].joined(separator: " "), words[(place + 1)...].joined(separator: " "),
        ]
      }
    }
    return parts.map(trimmed)
  }

  /// The text without spaces around it, no-break ones included.
  static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x202F, 0x2009: true
    default: false
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int64? {
    (0x30...0x39).contains(scalar.value) ? Int64(scalar.value - 0x30) : nil
  }
}
