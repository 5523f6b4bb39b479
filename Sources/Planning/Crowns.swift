/// Whole numbers as Czech prints them: `1 250 000`, groups of three tied by U+00A0.
///
/// *Source:* ČSN 01 6910, rule T04 of DOMAIN.md.
package func grouped(_ number: Int64) -> String {
  let digits = Array(String(number.magnitude).utf8)
  var bytes: [UInt8] = number < 0 ? Array("−".utf8) : []
  for (position, digit) in digits.enumerated() {
    if position > 0, (digits.count - position) % 3 == 0 { bytes += [0xC2, 0xA0] }
    bytes.append(digit)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Whole crowns as Czech prints them: `1 250 000 Kč`, tied.
package func crowns(_ amount: Int64) -> String { grouped(amount) + "\u{A0}Kč" }

extension Quantity: CustomStringConvertible {
  /// The number as Czech prints it: `1 250`, `1,5`.
  package var description: String {
    guard decimals > 0 else { return grouped(digits) }
    var scale: Int64 = 1
    for _ in 0..<decimals { scale *= 10 }
    let fraction = String((digits % scale).magnitude)
    let sign = digits < 0 && digits / scale == 0 ? "−" : ""
    return sign + grouped(digits / scale) + ","
      + String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
  }
}
