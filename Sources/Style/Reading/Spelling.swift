/// Finds what somebody meant who wrote something else.
enum Spelling {
  /// The nearest of the known words, or nil where none is near.
  ///
  /// *Source:* Damerau–Levenshtein distance (optimal string alignment), at most a third of the
  /// word; of equally near words the first one listed.
  static func nearest(to word: String, among known: [String]) -> String? {
    let written = fold(word)
    var best: (distance: Int, word: String)?
    for candidate in known {
      let other = fold(candidate)
      let limit = max(1, max(written.count, other.count) / 3)
      guard abs(other.count - written.count) <= limit else { continue }
      let distance = distance(written, other)
      if distance <= limit, distance < (best?.distance ?? Int.max) { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Lower case, with `_` and space like `-`.
  private static func fold(_ word: String) -> [UInt8] {
    word.utf8.prefix(64).map { byte in
      switch byte {
      case 0x41...0x5A: byte + 0x20
      case 0x5F, 0x20: 0x2D
      default: byte
      }
    }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
