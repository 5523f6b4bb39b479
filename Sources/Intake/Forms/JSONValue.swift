/// A value of JSON whose keys keep the order in which people should read them.
package indirect enum JSONValue: Sendable, Equatable {
  /// Keys with values, in order.
  case object([(String, JSONValue)])
  /// A list.
  case array([JSONValue])
  /// A text.
  case string(String)
  /// A whole number.
  case whole(Int)
  /// True or false.
  case flag(Bool)
  /// Nothing.
  case null

  package static func == (a: JSONValue, b: JSONValue) -> Bool { a.text == b.text }

  /// An object without the keys whose value is missing.
  package static func object(present pairs: [(String, JSONValue?)]) -> JSONValue {
    .object(pairs.compactMap { key, value in value.map { (key, $0) } })
  }

  /// A list of texts.
  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The value as text, indented by two spaces, without a line feed at its end.
  package var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .flag(let flag): out += flag ? "true" : "false"
    case .whole(let number): out += "\(number)"
    case .string(let text): JSONValue.quote(text, to: &out)
    case .array(let items):
      JSONValue.list(items, "[", "]", to: &out, indent) { item, out, indent in
        item.write(to: &out, indent: indent)
      }
    case .object(let pairs):
      JSONValue.list(pairs, "{", "}", to: &out, indent) { pair, out, indent in
        JSONValue.quote(pair.0, to: &out)
        out += ": "
        pair.1.write(to: &out, indent: indent)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to out: inout String, _ indent: Int,
    _ write: (Item, inout String, Int) -> Void
  ) {
    out += open
    for (position, item) in items.enumerated() {
      out += (position == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 2)
      write(item, &out, indent + 2)
    }
    if !items.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  /// Whether a sign would not be seen where it stands: controls, spaces of their own width, and
  /// characters without any.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value <= 0xFFFF else { return false }
    return scalar.value < 0x20 || scalar.value == 0x7F
      || (scalar.value > 0x7F
        && (scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint))
  }

  /// *Source:* RFC 8259 §7.
  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if isUnseen(scalar) {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    out += "\""
  }
}
