/// A page as it was found, with what it has from the nodes above it.
package struct FoundPage: Sendable {
  /// The page's object number.
  package var number: Int
  /// The page's own entries.
  package var entries: PDFDictionary
  /// What it inherits: `Resources`, `MediaBox`, `CropBox`, `Rotate`, as far as it has none of its own.
  package var inherited: PDFDictionary

  /// An entry of the page or of the nodes above it.
  package subscript(_ key: StaticString) -> PDFObject {
    let own = entries[key]
    return own == .null ? inherited[key] : own
  }
}

extension PDFReader {
  /// The pages in order, each with its object number.
  ///
  /// *Throws:* `.loop` when the page tree bites its tail.
  package func pages() throws(PDFFailure) -> [(number: Int, page: PDFDictionary)] {
    try foundPages().map { ($0.number, $0.entries) }
  }

  /// The pages in order, each with what it inherits.
  ///
  /// *Throws:* `.loop` when the page tree bites its tail.
  /// *Source:* ISO 32000-1 §7.7.3.4.
  package func foundPages() throws(PDFFailure) -> [FoundPage] {
    var pages: [FoundPage] = []
    var visited = [Bool](repeating: false, count: numberLimit)
    var open: [(node: PDFObject, inherited: PDFDictionary)] = [
      (try catalog["Pages"], PDFDictionary())
    ]
    while let next = open.popLast() {
      guard let reference = next.node.reference, reference.number < visited.count else {
        throw PDFFailure(reason: .syntax, offset: 0)
      }
      guard !visited[reference.number] else { throw PDFFailure(reason: .loop, offset: 0) }
      visited[reference.number] = true
      guard let node = try resolved(next.node).dictionary else {
        throw PDFFailure(reason: .syntax, offset: 0)
      }
      guard let kids = try resolved(node["Kids"]).array else {
        pages.append(
          FoundPage(number: reference.number, entries: node, inherited: next.inherited))
        continue
      }
      var inherited = next.inherited
      for entry in node.entries
      where ["Resources", "MediaBox", "CropBox", "Rotate"].contains(entry.key) {
        inherited.entries.removeAll { $0.key == entry.key }
        inherited.entries.append(entry)
      }
      for kid in kids.reversed() { open.append((kid, inherited)) }
    }
    return pages
  }

  /// The content of a page, its streams joined.
  ///
  /// *Throws:* what `data(of:)` throws.
  package func content(of page: FoundPage) throws(PDFFailure) -> [UInt8] {
    switch try resolved(page.entries["Contents"]) {
    case .null: return []
    case .array(let parts):
      var data: [UInt8] = []
      for part in parts {
        // A missing part is an empty one, as every viewer has it.
        if try resolved(part) == .null { continue }
        data += try self.data(of: part)
        data.append(0x0A)
      }
      return data
    default: return try data(of: page.entries["Contents"])
    }
  }
}
