import Core

/// A decimal number as it is written: `units / scale`, where `scale` is a power of ten.
struct DecimalNumber {
  /// The digits without the point.
  var units: Int64
  /// 1, 10 … ten thousand.
  var scale: Int64

  /// Reads `-12`, `10.3`; nil for anything else, more than five digits before and four after the point
  /// included (so that no product leaves 64 bits).
  init?(_ text: some StringProtocol) {
    var units: Int64 = 0
    var scale: Int64 = 1
    var digits = 0
    var decimals = 0
    var isNegative = false
    var hasPoint = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where position == 0: isNegative = true
      case 0x2E where !hasPoint && digits > 0: hasPoint = true
      case 0x30...0x39:
        units = units * 10 + Int64(byte - 0x30)
        if hasPoint {
          scale *= 10
          decimals += 1
        } else {
          digits += 1
        }
        guard digits <= 5, decimals <= 4 else { return nil }
      default: return nil
      }
    }
    guard digits > 0, !hasPoint || decimals > 0 else { return nil }
    self.units = isNegative ? -units : units
    self.scale = scale
  }

  /// The number times `numerator / denominator`, rounded to the nearest integer.
  func times(_ numerator: Int64, over denominator: Int64 = 1) -> Int64 {
    Length.rounded(units * numerator, over: scale * denominator)
  }
}

/// The units of a layout file.
enum LengthUnit: String, CaseIterable {
  /// Points of 1/72 in.
  case pt
  /// Millimetres.
  case mm
  /// Multiples of the baseline.
  case lines
  /// One baseline; the singular of `lines`.
  case line
}

/// A length as it is written: a decimal number and a unit.
struct WrittenLength {
  /// The number.
  var number: DecimalNumber
  /// The unit.
  var unit: LengthUnit

  /// Reads `10.3 pt`, `22 mm`, `1.5 lines`; a bare `0` is no length in any unit.
  init?(_ text: String) {
    if text == "0" {
      self.number = DecimalNumber(units: 0)
      self.unit = .pt
      return
    }
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, let number = DecimalNumber(parts[0]),
      let unit = LengthUnit(rawValue: String(parts[1]))
    else { return nil }
    self.number = number
    self.unit = unit
  }

  /// The length in scaled points, exact to the nearest one; nil beyond 5 000 mm or so.
  func length(baseline: Length) -> Length? {
    let sp: Int64
    switch unit {
    case .pt: sp = number.times(65_536)
    case .mm: sp = number.times(65_536 * 720, over: 254)
    case .lines, .line: sp = number.times(Int64(baseline.sp))
    }
    guard sp.magnitude < 1 << 30 else { return nil }
    return Length(clamping: sp)
  }
}

extension DecimalNumber {
  /// A whole number.
  fileprivate init(units: Int64) {
    self.units = units
    self.scale = 1
  }
}
