package import Core

/// Days and times as sheets count them. *Source:* ISO/IEC 29500-1 §18.17.4.
enum SerialDate {
  /// The text of a date cell: `2024-10-07`, with `14:30` where its time is shown and is not
  /// midnight; nil where the number is no day.
  ///
  /// - Parameters:
  ///   - digits: the number in plain digits with a decimal point.
  ///   - from1904: whether days are counted from 1904, as old Macs did.
  static func text(of digits: String, from1904: Bool, showsTime: Bool) -> String? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
    var day = whole
    var minutes = parts.count == 2 ? minutes(ofDay: parts[1]) : 0
    if minutes == 24 * 60 {
      minutes = 0
      day += 1
    }
    guard let date = date(day, from1904: from1904) else { return nil }
    guard showsTime, minutes > 0 else { return date.description }
    return date.description + " " + clock(minutes)
  }

  /// The text of a time cell: `14:30`; nil where the number is no part of a day.
  static func time(of digits: String) -> String? {
    guard digits == "0" || digits.hasPrefix("0.") else { return nil }
    return clock(minutes(ofDay: digits.dropFirst(2)) % (24 * 60))
  }

  private static func clock(_ minutes: Int) -> String {
    "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }

  /// The day of a number; nil for the day that never was, and beyond the years 1900 to 9999.
  static func date(_ serial: Int, from1904: Bool) -> CivilDate? {
    if from1904 {
      guard (0...2_957_003).contains(serial) else { return nil }
      return CivilDate(daysSince1970: serial - 24_107)
    }
    // Excel counts a 29 February 1900, as Lotus did; before it numbers are one less.
    guard (1...2_958_465).contains(serial), serial != 60 else { return nil }
    return CivilDate(daysSince1970: serial - 25_569 + (serial < 60 ? 1 : 0))
  }

  /// Minutes of the day from the decimals of a number, rounded.
  private static func minutes(ofDay decimals: Substring) -> Int {
    var numerator = 0
    var scale = 1
    for byte in decimals.utf8.prefix(12) {
      numerator = numerator * 10 + Int(byte) - 0x30
      scale *= 10
    }
    return (numerator * 24 * 60 + scale / 2) / scale
  }
}

extension CivilDate {
  /// The day that so many days follow 1 January 1970; nil beyond the years 1 to 9999.
  ///
  /// *Source:* Fliegel and Van Flandern, “A machine algorithm for processing calendar dates”,
  /// CACM 11 (1968), with years that begin in March.
  package init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    // Eras of 400 years from 1 March of the year 0.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: yearOfEra + era * 400 + (month >= 10 ? 1 : 0),
      month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// How many days it follows 1 January 1970.
  package var daysSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
