/// Finds the word that somebody probably meant.
///
/// The distance counts insertions, deletions, replacements and swaps of neighbours; case and
/// Czech diacritics cost nothing, because keys are written without them.
/// *Source:* Damerau 1964 (optimal string alignment).
package func nearest(to word: String, among candidates: [String]) -> String? {
  let wanted = plainScalars(word)
  // One sign is too little to guess from, and a wrong number is no misspelt one.
  guard (2...60).contains(wanted.count), !wanted.allSatisfy({ $0 < 0x61 }) else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let scalars = plainScalars(candidate)
    let allowed = max(1, max(wanted.count, scalars.count) / 3)
    let distance = alignmentDistance(wanted, scalars)
    guard distance <= allowed else { continue }
    if let found = best, found.distance <= distance { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// The scalars of a word in lower case and without diacritics.
private func plainScalars(_ word: String) -> [UInt32] {
  let accented: [UInt32: UInt32] = [
    0xE1: 0x61, 0xE4: 0x61, 0x10D: 0x63, 0x10F: 0x64, 0xE9: 0x65, 0x11B: 0x65, 0xED: 0x69,
    0x148: 0x6E, 0xF3: 0x6F, 0xF6: 0x6F, 0x159: 0x72, 0x161: 0x73, 0x165: 0x74, 0xFA: 0x75,
    0x16F: 0x75, 0xFC: 0x75, 0xFD: 0x79, 0x17E: 0x7A, 0x2D: 0x5F, 0x20: 0x5F,
  ]
  return word.lowercased().unicodeScalars.map { accented[$0.value] ?? $0.value }
}

private func alignmentDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
  var before = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for row in 1..<(a.count + 1) {
    var current = [Int](repeating: row, count: b.count + 1)
    for column in 1..<(b.count + 1) where !b.isEmpty {
      let same = a[row - 1] == b[column - 1]
      var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
        cost = min(cost, before[column - 2] + 1)
      }
      current[column] = cost
    }
    before = last
    last = current
  }
  return last[b.count]
}
