/// Writes a Markdown file anew in the house's form: `-` for items, one blank line between blocks and
/// around headings, no spaces at the ends of lines but the two that break one.
struct MarkdownFormat {
  /// Whether the marks of items become `-`.
  var changesBullets = true
  /// Whether blank lines are put in order.
  var changesBlankLines = true

  /// The file in the house's form. Whether it still says the same is for the caller to see.
  func inForm(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isComment = false
    var fence: UInt8?
    var lastIsBlank = true
    var lastIsHeading = false
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let isVerbatim = isComment || fence != nil
      let next = number + 1 < lines.count ? lines[number + 1] : []
      var text = trimmed(line, before: next)
      note(line, &isComment, &fence)
      if isVerbatim {
        out += text
        out.append(0x0A)
        (lastIsBlank, lastIsHeading) = (false, false)
        continue
      }
      if text.isEmpty {
        if !(changesBlankLines && lastIsBlank) { out.append(0x0A) }
        (lastIsBlank, lastIsHeading) = (true, false)
        continue
      }
      let isHeading = isHeading(text)
      if changesBlankLines, isHeading || lastIsHeading, !lastIsBlank { out.append(0x0A) }
      if changesBullets { changeBullets(&text) }
      out += text
      out.append(0x0A)
      (lastIsBlank, lastIsHeading) = (false, isHeading)
    }
    while out.count > 1, out[out.count - 1] == 0x0A, out[out.count - 2] == 0x0A {
      out.removeLast()
    }
    return out == [0x0A] ? [] : out
  }

  /// A line without spaces at its end, but with the two that break it within a paragraph.
  private func trimmed(_ line: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> [UInt8] {
    var end = line.endIndex
    while end > line.startIndex, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    let text = Array(line[line.startIndex..<end])
    let isBreak =
      line.endIndex - end >= 2 && line[end...].allSatisfy { $0 == 0x20 } && !text.isEmpty
      && next.contains { $0 != 0x20 && $0 != 0x09 }
    return isBreak && !isHeading(text) ? text + [0x20, 0x20] : text
  }

  private func isHeading(_ line: [UInt8]) -> Bool {
    let level = line.prefix { $0 == 0x23 }.count
    return (1...6).contains(level) && (line.count == level || line[level] == 0x20)
  }

  /// Notes where comments and blocks of code begin and end.
  private func note(_ line: ArraySlice<UInt8>, _ isComment: inout Bool, _ fence: inout UInt8?) {
    let text = line.drop { $0 == 0x20 }
    if let sign = fence {
      if text.starts(with: [sign, sign, sign]) { fence = nil }
      return
    }
    if !isComment, text.starts(with: [0x60, 0x60, 0x60]) || text.starts(with: [0x7E, 0x7E, 0x7E]) {
      fence = text.first
      return
    }
    var rest = text
    while !rest.isEmpty {
      if !isComment, rest.starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
        isComment = true
        rest = rest.dropFirst(4)
      } else if isComment, rest.starts(with: [0x2D, 0x2D, 0x3E]) {
        isComment = false
        rest = rest.dropFirst(3)
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  /// Writes `-` for `*` and `+` at the beginning of an item, within quotations and items, too.
  private func changeBullets(_ line: inout [UInt8]) {
    // `* * *` is a rule, no item.
    if line.allSatisfy({ $0 == 0x2A || $0 == 0x20 }) { return }
    var position = 0
    while position < line.count {
      let isMark = position + 1 < line.count && line[position + 1] == 0x20
      switch line[position] {
      case 0x20, 0x3E: position += 1
      case 0x2A where isMark, 0x2B where isMark:
        line[position] = 0x2D
        position += 2
      case 0x2D where isMark: position += 2
      default: return
      }
    }
  }
}
