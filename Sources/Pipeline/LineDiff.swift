/// The lines in which two texts differ, as `diff -u` shows them.
package enum LineDiff {
  private enum Step {
    case same
    case old
    case new
  }
  /// So many pairs of lines are compared; beyond that everything between the first and the last
  /// difference counts as changed.
  private static let greatestTable = 4_000_000
  private static let context = 3

  /// The differences of a file; empty where there are none.
  package static func unified(path: String, old: [UInt8], new: [UInt8]) -> String {
    let before = lines(old)
    let after = lines(new)
    let steps = steps(before, after)
    var text = "--- \(path)\n+++ \(path)\n"
    var position = 0
    var at = (old: 0, new: 0)
    var isEmpty = true
    while position < steps.count {
      guard steps[position] != .same else {
        position += 1
        at = (at.old + 1, at.new + 1)
        continue
      }
      isEmpty = false
      let lead = min(context, at.old)
      let start = position - lead
      var end = position
      var quiet = 0
      var last = position
      while end < steps.count, quiet <= 2 * context {
        if steps[end] == .same {
          quiet += 1
        } else {
          quiet = 0
          last = end
        }
        end += 1
      }
      let stop = min(steps.count, last + 1 + context)
      var counts = (old: 0, new: 0)
      var body = ""
      var place = (old: at.old - lead, new: at.new - lead)
      let first = place
      for step in steps[start..<stop] {
        switch step {
        case .same:
          body += " \(before[place.old])\n"
          place = (place.old + 1, place.new + 1)
          counts = (counts.old + 1, counts.new + 1)
        case .old:
          body += "-\(before[place.old])\n"
          place.old += 1
          counts.old += 1
        case .new:
          body += "+\(after[place.new])\n"
          place.new += 1
          counts.new += 1
        }
      }
      text += "@@ -\(first.old + 1),\(counts.old) +\(first.new + 1),\(counts.new) @@\n" + body
      at = place
      position = stop
    }
    return isEmpty ? "" : text
  }

  /// The lines of a text; what editors do not show is made visible.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line, as: UTF8.self).replacing("\r", with: "␍")
        .replacing("\u{FEFF}", with: "⟨BOM⟩")
    }
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += "⟨EOF⟩" }
    return lines
  }

  private static func steps(_ a: [String], _ b: [String]) -> [Step] {
    let shorter = min(a.count, b.count)
    // Compared as scalars: Swift's strings hold é and e + U+0301 for equal.
    func isSame(_ i: Int, _ j: Int) -> Bool { a[i].utf8.elementsEqual(b[j].utf8) }
    var head = 0
    while head < shorter, isSame(head, head) { head += 1 }
    var tail = 0
    while tail < shorter - head, isSame(a.count - 1 - tail, b.count - 1 - tail) { tail += 1 }
    let rows = a.count - head - tail
    let columns = b.count - head - tail
    var steps = [Step](repeating: .same, count: head)
    if rows * columns > greatestTable || rows == 0 || columns == 0 {
      steps += [Step](repeating: .old, count: rows) + [Step](repeating: .new, count: columns)
    } else {
      // The longest common subsequence from each pair of lines on.
      var table = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
      for i in stride(from: rows - 1, through: 0, by: -1) {
        for j in stride(from: columns - 1, through: 0, by: -1) {
          table[i * (columns + 1) + j] =
            isSame(head + i, head + j)
            ? table[(i + 1) * (columns + 1) + j + 1] + 1
            : max(table[(i + 1) * (columns + 1) + j], table[i * (columns + 1) + j + 1])
        }
      }
      var (i, j) = (0, 0)
      while i < rows || j < columns {
        if i < rows, j < columns, isSame(head + i, head + j) {
          steps.append(.same)
          (i, j) = (i + 1, j + 1)
        } else if j == columns
          || (i < rows && table[(i + 1) * (columns + 1) + j] >= table[i * (columns + 1) + j + 1])
        {
          steps.append(.old)
          i += 1
        } else {
          steps.append(.new)
          j += 1
        }
      }
    }
    return steps + [Step](repeating: .same, count: tail)
  }
}
