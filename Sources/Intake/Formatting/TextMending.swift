import Core

/// A blemish that was mended, for the log.
package struct TextMend: Sendable, Equatable {
  /// The code of its kind, such as `V18`.
  package var code: String
  /// Where it began in the file before any mending, in bytes.
  package var offset: Int
  /// The text that was there.
  package var old: String
  /// The text that is there now.
  package var new: String

  /// The characters that differ by their numbers, from the first to the last: `U+0435 U+043B`.
  package var codePoints: (old: String, new: String) {
    let before = Array(old.unicodeScalars)
    let after = Array(new.unicodeScalars)
    let shorter = min(before.count, after.count)
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let kept = min(tail, shorter - head)
    func points(_ scalars: [Unicode.Scalar]) -> String {
      scalars[head..<(scalars.count - kept)].map { codePoint($0.value) }.joined(separator: " ")
    }
    return (points(before), points(after))
  }
}

/// Mends the blemishes of a file whose right text is certain, and only those.
struct TextMending {
  /// The mended text.
  private(set) var bytes: [UInt8]
  /// What was mended, in the order of the file.
  private(set) var mends: [TextMend] = []
  /// The language of the plan.
  private let language: Language
  /// The edits of the rounds before: where in the text of its round, and by how much it grew.
  private var growths: [[(end: Int, by: Int)]] = []

  /// Mends until nothing is left: a word may have two blemishes, which are mended one after the
  /// other. Four rounds are more than any word has needed.
  init(_ name: String, _ bytes: [UInt8], knows: ((String) -> Bool)?, language: Language = .czech) {
    self.language = language
    self.bytes = bytes
    for _ in 0..<4 where mendOnce(name, knows: knows) { continue }
    mends.sort { ($0.offset, $0.code) < ($1.offset, $1.code) }
  }

  private mutating func mendOnce(_ name: String, knows: ((String) -> Bool)?) -> Bool {
    guard let file = TextFile(name, bytes) else { return false }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var copied = 0
    var growth: [(end: Int, by: Int)] = []
    for blemish in file.blemishes(accepted: [], knows: knows, language: language) {
      guard let mend = blemish.mend, blemish.at.lowerBound >= copied, !blemish.at.isEmpty,
        Array(mend.utf8) != Array(blemish.text.utf8)
      else { continue }
      out += bytes[copied..<blemish.at.lowerBound]
      out += Array(mend.utf8)
      copied = blemish.at.upperBound
      growth.append((blemish.at.upperBound, mend.utf8.count - blemish.at.count))
      mends.append(
        TextMend(
          code: blemish.diagnostic(in: .init(0 as UInt32)).kind.code,
          offset: original(blemish.at.lowerBound), old: blemish.text, new: mend))
    }
    guard copied > 0 else { return false }
    out += bytes[copied...]
    bytes = out
    growths.append(growth)
    return true
  }

  /// The offset in the file as it was read.
  private func original(_ offset: Int) -> Int {
    var offset = offset
    for round in growths.reversed() {
      var moved = 0
      for edit in round where edit.end + moved + edit.by <= offset { moved += edit.by }
      offset -= moved
    }
    return offset
  }
}
