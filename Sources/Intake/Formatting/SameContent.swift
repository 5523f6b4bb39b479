import Core
import Planning
import Yams

/// Whether a file still says the same after it was written anew.
enum SameContent {
  /// Two trees of YAML alike in keys, values, kinds and order, whatever their notation.
  static func yaml(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    guard let before = tree(old), let after = tree(new) else { return false }
    return isSame(before, after, valuesToo: true)
  }

  /// Two trees of YAML alike in keys and shape; values may differ.
  static func yamlShape(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    guard let before = tree(old), let after = tree(new) else { return false }
    return isSame(before, after, valuesToo: false)
  }

  private static func tree(_ bytes: [UInt8]) -> Node?? {
    guard let node = try? Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)) else {
      return isBare(bytes) ? .some(nil) : nil
    }
    return .some(node)
  }

  /// Whether a file of YAML has comments and blank lines only.
  private static func isBare(_ bytes: [UInt8]) -> Bool {
    YAMLLines(bytes).lines.allSatisfy { $0.form == .blank || $0.form == .comment }
  }

  private static func isSame(_ a: Node?, _ b: Node?, valuesToo: Bool) -> Bool {
    switch (a, b) {
    case (nil, nil): return true
    case (.scalar(let a)?, .scalar(let b)?):
      guard valuesToo else { return true }
      return normalised(a.string) == normalised(b.string) && kind(a) == kind(b)
    case (.sequence(let a)?, .sequence(let b)?):
      return a.count == b.count
        && zip(a, b).allSatisfy { isSame($0, $1, valuesToo: valuesToo) }
    case (.mapping(let a)?, .mapping(let b)?):
      return a.count == b.count
        && zip(a, b).allSatisfy { one, other in
          isSame(one.key, other.key, valuesToo: true)
            && isSame(one.value, other.value, valuesToo: valuesToo)
        }
    default: return false
    }
  }

  /// What a program takes a value for: text, number, true, nothing.
  private static func kind(_ scalar: Node.Scalar) -> String {
    Resolver.default.resolveTag(of: .scalar(scalar)).rawValue
  }

  /// Two tables of the same fields.
  static func csv(_ old: [UInt8], _ new: [UInt8], valuesToo: Bool = true) -> Bool {
    let before = FieldTable(csv: old)
    let after = FieldTable(csv: new)
    guard before.rows == after.rows, after.faults.isEmpty else { return false }
    guard valuesToo else { return true }
    return zip(before.cells, after.cells).allSatisfy { one, other in
      Sheet.text(of: one, in: old) == Sheet.text(of: other, in: new)
    }
  }

  /// Two narratives of the same blocks and words.
  static func markdown(_ old: [UInt8], _ new: [UInt8]) -> Bool { prose(old) == prose(new) }

  /// Two narratives of the same blocks; their words may differ.
  static func markdownShape(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    func shape(_ bytes: [UInt8]) -> [Substring] {
      prose(bytes).split(separator: "\n").map { $0.prefix { $0 != ":" && $0 != "|" } }
    }
    return shape(old).count == shape(new).count
  }

  private static func prose(_ bytes: [UInt8]) -> String {
    var reader = NarrativeReader(file: FileID(0), bytes: bytes)
    return reader.read().dump()
  }
}
