import Core
import Foundation
import Planning

@testable import Intake

/// A project that has every key and every column of the forms, each with its example.
struct FullProject {
  /// A value that stands in a file, and another of as many bytes that could stand there.
  struct Leaf: CustomStringConvertible {
    var file: String
    var path: String
    var range: Range<Int>
    var other: [UInt8]
    var description: String { "\(file): \(path)" }
  }

  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private(set) var leaves: [Leaf] = []
  private var text: [UInt8] = []
  private var file = ""

  init() {
    for form in ProjectFile.all {
      start(form.name + ".yaml")
      fields(form.fields, indent: "", path: "")
      end()
    }
    for table in LongTable.all {
      start(table.name + ".csv")
      text += Array(
        table.columns.map { $0.name + ($0.isYearly ? "2022" : "") }
          .joined(separator: ";").utf8)
      text.append(0x0A)
      for (position, column) in table.columns.enumerated() {
        if position > 0 { text.append(0x3B) }
        leaf(column.example, column.content, column.name, quoted: false)
      }
      text.append(0x0A)
      end()
    }
  }

  /// The bytes of a leaf's file with the other value in its place.
  func changed(_ leaf: Leaf) -> [UInt8] {
    var bytes = files.first { $0.name == leaf.file }?.bytes ?? []
    bytes.replaceSubrange(leaf.range, with: leaf.other)
    return bytes
  }

  private mutating func start(_ name: String) {
    file = name
    text = []
  }

  private mutating func end() { files.append((file, text)) }

  private mutating func fields(_ fields: [Field], indent: String, path: String) {
    for field in fields { self.field(field, indent: indent, path: path) }
  }

  private mutating func field(_ field: Field, indent: String, path: String) {
    let path = path + "/" + field.name
    text += Array((indent + field.name + ":").utf8)
    switch field.content {
    case .record(let form):
      text.append(0x0A)
      fields(form.fields, indent: indent + "  ", path: path)
    case .records(let form), .remarks(let form):
      text.append(0x0A)
      if case .remarks = field.content {
        text += Array((indent + "  - ").utf8)
        leaf(field.example, .text, path, quoted: true)
        text.append(0x0A)
      }
      text += Array((indent + "  -\n").utf8)
      fields(form.fields, indent: indent + "    ", path: path)
    case .yearAmounts, .codelistAmounts:
      let parts = field.example.split(separator: ":")
      text += Array(("\n" + indent + "  " + parts[0] + ": ").utf8)
      leaf(String(parts[1].dropFirst()), .amount, path, quoted: true)
      text.append(0x0A)
    default:
      text.append(0x20)
      leaf(field.example, field.content, path, quoted: true)
      text.append(0x0A)
    }
  }

  private mutating func leaf(_ value: String, _ content: Content, _ path: String, quoted: Bool) {
    let quote: [UInt8] = quoted ? [0x22] : []
    let start = text.count
    text += quote + Array(value.utf8) + quote
    let other = FullProject.other(than: value, content)
    let padding = max(0, value.utf8.count - other.utf8.count)
    leaves.append(
      Leaf(
        file: file, path: path, range: start..<text.count,
        other: quote + Array(other.utf8) + quote + Array(repeating: 0x20, count: padding)))
  }

  /// Another value of the same kind, not longer than the first.
  private static func other(than value: String, _ content: Content) -> String {
    switch content {
    case .flag: return value == "ano" ? "ne" : "ano"
    case .language: return "sk"
    case .choice(let words):
      return words.first { $0 != value && $0.utf8.count <= value.utf8.count } ?? value
    case .dataBox, .date, .period, .term, .time, .year:
      return replaced(value, from: { $0.lastIndex(where: $0.contains) })
    default: break
    }
    // A letter is another letter, a digit another digit; the first of them changes.
    return replaced(value, from: { $0.firstIndex(where: $0.contains) })
  }

  private struct Letters {
    var text: String.UnicodeScalarView
    let contains: (Unicode.Scalar) -> Bool = {
      $0.isASCII && ("0"..."9" ~= $0 || "a"..."z" ~= $0 || "A"..."Z" ~= $0)
    }
    func firstIndex(where test: (Unicode.Scalar) -> Bool) -> String.Index? {
      text.firstIndex(where: test)
    }
    func lastIndex(where test: (Unicode.Scalar) -> Bool) -> String.Index? {
      text.lastIndex(where: test)
    }
  }

  private static func replaced(_ value: String, from find: (Letters) -> String.Index?) -> String {
    let letters = Letters(text: value.unicodeScalars)
    guard let place = find(letters) else { return value }
    let old = value.unicodeScalars[place]
    let new: Unicode.Scalar =
      switch old {
      case "8": "7"
      case "9": "8"
      case "0"..."9": Unicode.Scalar(old.value + 1) ?? "1"
      case "b": "c"
      case "B": "C"
      default: old.properties.isLowercase ? "b" : "B"
      }
    var text = value.unicodeScalars
    text.replaceSubrange(place...place, with: [new])
    return String(text)
  }
}
