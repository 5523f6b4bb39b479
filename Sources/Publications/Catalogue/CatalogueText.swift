import Core
import Planning

extension CatalogueRecord {
  /// The records as a table: a head and a row for each service, fields divided by semicolons.
  ///
  /// A byte order mark stands first, so that spreadsheets take the text for UTF-8. *Source:*
  /// RFC 4180, but for the semicolon that Czech spreadsheets expect.
  static func csv(_ records: [CatalogueRecord]) -> [UInt8] {
    var text = "\u{FEFF}"
    guard let first = records.first else { return Array(text.utf8) }
    text += (first.provider + first.service).map(\.name).joined(separator: ";") + "\n"
    for record in records {
      let fields = (record.provider + record.service).map { quoted(flat($0.value)) }
      text += fields.joined(separator: ";") + "\n"
    }
    return Array(text.utf8)
  }

  /// A value in one field: lists divided by bars, records as their facts divided by commas.
  private static func flat(_ value: Value) -> String {
    switch value {
    case .text(let text): text ?? ""
    case .number(let number): String(number)
    case .flag(let flag): flag ? "ano" : "ne"
    case .list(let values): values.map(flat).joined(separator: " | ")
    case .record(let fields):
      fields.compactMap { field in
        // The only flag of a record is that its address is secret.
        if case .flag(let isSecret) = field.value { return isSecret ? "adresa je utajená" : nil }
        let text = flat(field.value)
        return text.isEmpty ? nil : text
      }.joined(separator: ", ")
    }
  }

  private static func quoted(_ field: String) -> String {
    let needs = field.utf8.contains { [0x22, 0x3B, 0x0A, 0x0D].contains($0) }
    guard needs else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// The records by provider, with the title and the day on which they hold.
  static func json(_ records: [CatalogueRecord], of ledger: Ledger) -> [UInt8] {
    var providers: [Value] = []
    for number in records.map(\.number).distinct {
      let own = records.filter { $0.number == number }
      guard let first = own.first else { continue }
      providers.append(
        .record(first.provider + [("sluzby", .list(own.map { .record($0.service) }))]))
    }
    let whole = Value.record([
      ("nazev", .text(ledger.title)), ("stav_k", .text("\(ledger.validated.asOf)")),
      ("poskytovatele", .list(providers)),
    ])
    var text = ""
    write(whole, indent: "", into: &text)
    return Array((text + "\n").utf8)
  }

  /// *Source:* RFC 8259.
  private static func write(_ value: Value, indent: String, into text: inout String) {
    let inner = indent + "  "
    switch value {
    case .text(nil): text += "null"
    case .text(let words?): text += literal(words)
    case .number(let number): text += String(number)
    case .flag(let flag): text += flag ? "true" : "false"
    case .list(let values):
      guard !values.isEmpty else {
        text += "[]"
        return
      }
      text += "["
      for (position, value) in values.enumerated() {
        text += (position > 0 ? "," : "") + "\n" + inner
        write(value, indent: inner, into: &text)
      }
      text += "\n" + indent + "]"
    case .record(let fields):
      text += "{"
      for (position, field) in fields.enumerated() {
        text += (position > 0 ? "," : "") + "\n" + inner + literal(field.name) + ": "
        write(field.value, indent: inner, into: &text)
      }
      text += "\n" + indent + "}"
    }
  }

  private static func literal(_ words: String) -> String {
    var text = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }
}
