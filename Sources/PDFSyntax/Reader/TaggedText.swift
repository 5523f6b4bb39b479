/// An element of a file's logical structure with what it says.
package struct TaggedElement: Sendable, Equatable {
  /// What an element holds, in reading order.
  package enum Kid: Sendable, Equatable {
    /// Text of a marked-content sequence: the page (from 0), the sequence, and what it says.
    case text(page: Int, sequence: Int, String)
    /// An element by its position.
    case element(Int)
    /// An annotation by its object number.
    case annotation(Int)
  }

  /// The number of its object; 0 for one written in place.
  package var object: Int
  /// Its type as it is written.
  package var type: String
  /// Its title.
  package var title: String?
  /// Its language.
  package var language: String?
  /// Its text for those who cannot see it.
  package var alternative: String?
  /// The text that replaces everything inside.
  package var replacement: String?
  /// The position of its parent; nothing for those under the root.
  package var parent: Int?
  /// What it holds.
  package var kids: [Kid] = []
}

/// The text of a file as its tags give it: what assistive technology reads.
package struct TaggedText: Sendable, Equatable {
  /// The elements in preorder.
  package var elements: [TaggedElement] = []
  /// The pages as marked, by page.
  package var pages: [MarkedText] = []
  /// Sequences that no element claims, or that several claim: page and number.
  package var disputed: [(page: Int, sequence: Int)] {
    var claims = pages.map { [Int](repeating: 0, count: $0.sequences.count) }
    for element in elements {
      for case .text(let page, let sequence, _) in element.kids { claims[page][sequence] += 1 }
    }
    return claims.enumerated().flatMap { page, counts in
      counts.enumerated().filter { sequence, count in
        pages[page].sequences[sequence] != nil && count != 1
      }.map { (page, $0.offset) }
    }
  }

  /// Everything an element says, in reading order, its children included.
  package func text(of element: Int) -> String {
    if let replacement = elements[element].replacement { return replacement }
    var text = ""
    for kid in elements[element].kids {
      switch kid {
      case .text(_, _, let words): text += words
      case .element(let child): text += self.text(of: child)
      case .annotation: break
      }
    }
    return text
  }

  /// The structure with its text in reading order, a line each, as goldens keep it.
  package func dump() -> String {
    var lines = ""
    for (position, element) in elements.enumerated() where element.parent == nil {
      dump(position, depth: 0, into: &lines)
    }
    return lines
  }

  private func dump(_ position: Int, depth: Int, into lines: inout String) {
    let element = elements[position]
    let indent = String(repeating: "  ", count: depth)
    lines += indent + element.type
    if let language = element.language { lines += " lang=\(language)" }
    if let title = element.title { lines += " title=\"\(title)\"" }
    if let alternative = element.alternative { lines += " alt=\"\(alternative)\"" }
    lines += "\n"
    for kid in element.kids {
      switch kid {
      case .text(let page, _, let words): lines += "\(indent)  \(page + 1) \"\(words)\"\n"
      case .annotation: lines += "\(indent)  (link)\n"
      case .element(let child): dump(child, depth: depth + 1, into: &lines)
      }
    }
  }
}

extension PDFReader {
  /// Reads the text of the whole file through its tags.
  ///
  /// *Throws:* `PDFFailure`; a structure that bites its tail is a `.loop`.
  package func taggedText() throws(PDFFailure) -> TaggedText {
    let pages = try pages()
    var result = TaggedText()
    var pageNumbers: [Int: Int] = [:]
    var content = ContentReader(self, depthLimit: 96)
    for (position, page) in pages.enumerated() {
      result.pages.append(try content.read(page.page))
      pageNumbers[page.number] = position
    }
    guard let root = try resolved(try catalog["StructTreeRoot"]).dictionary else { return result }
    var visited = [Bool](repeating: false, count: numberLimit)
    try readKids(
      of: root, parent: nil, page: nil, pageNumbers, &visited, into: &result, depth: 0)
    return result
  }

  private func readKids(
    of entries: PDFDictionary, parent: Int?, page: Int?, _ pages: [Int: Int],
    _ visited: inout [Bool], into result: inout TaggedText, depth: Int
  ) throws(PDFFailure) {
    guard depth < 256 else { throw PDFFailure(reason: .tooDeep, offset: 0) }
    let list: [PDFObject]
    switch try resolved(entries["K"]) {
    case .array(let kids): list = kids
    case .null: return
    // A single kid keeps its reference.
    default: list = [entries["K"]]
    }
    func claim(_ sequence: Int, on page: Int?) throws(PDFFailure) {
      guard let parent, let page, result.pages[page].sequences.indices.contains(sequence),
        let text = result.pages[page].sequences[sequence]
      else { throw PDFFailure(reason: .crossReference, offset: 0) }
      result.elements[parent].kids.append(.text(page: page, sequence: sequence, text))
    }
    for kid in list {
      if let sequence = kid.integer {
        try claim(sequence, on: page)
        continue
      }
      let number = kid.reference?.number ?? 0
      guard let child = try resolved(kid).dictionary else {
        throw PDFFailure(reason: .syntax, offset: 0)
      }
      let childPage = child["Pg"].reference.flatMap { pages[$0.number] } ?? page
      switch child["Type"].name {
      case "MCR":
        guard let sequence = child["MCID"].integer else {
          throw PDFFailure(reason: .syntax, offset: 0)
        }
        try claim(sequence, on: childPage)
      case "OBJR":
        if let parent {
          result.elements[parent].kids.append(.annotation(child["Obj"].reference?.number ?? 0))
        }
      default:
        if number > 0 {
          guard number < visited.count, !visited[number] else {
            throw PDFFailure(reason: .loop, offset: 0)
          }
          visited[number] = true
        }
        let position = result.elements.count
        result.elements.append(
          TaggedElement(
            object: number, type: try resolved(child["S"]).name ?? "",
            title: try resolved(child["T"]).text, language: try resolved(child["Lang"]).text,
            alternative: try resolved(child["Alt"]).text,
            replacement: try resolved(child["ActualText"]).text, parent: parent))
        if let parent { result.elements[parent].kids.append(.element(position)) }
        try readKids(
          of: child, parent: position, page: childPage, pages, &visited, into: &result,
          depth: depth + 1)
      }
    }
  }
}
