import Core
import Display
import PDFSyntax

/// The active areas of all pages, one annotation for each rectangle.
struct Annotations: Sendable {
  /// One annotation.
  struct Area: Sendable {
    var page: Int32
    var rect: Rect
    var link: Link
  }

  let areas: [Area]
  /// By page: which areas are on it.
  let ranges: [Range<Int>]

  init(_ pages: [Page]) {
    var areas: [Area] = []
    var ranges: [Range<Int>] = []
    for (number, page) in pages.enumerated() {
      let start = areas.count
      for link in page.links {
        for rect in link.areas { areas.append(Area(page: Int32(number), rect: rect, link: link)) }
      }
      ranges.append(start..<areas.count)
    }
    self.areas = areas
    self.ranges = ranges
  }

  /// Writes the annotations.
  ///
  /// *Source:* ISO 32000-1 §12.5.6.5; flag 4 (print) is demanded by ISO 19005-2 §6.3.2.
  func write(
    plan: ObjectPlan, heights: [Thousandths], destinations: [Destination], firstKey: Int,
    to batch: inout ObjectBatch
  ) {
    for (number, area) in areas.enumerated() {
      let height = heights[Int(area.page)].count
      batch.dictionary(plan.annotation(number)) { entries in
        entries.name("Type", "Annot")
        entries.name("Subtype", "Link")
        entries.array("Rect") { rect in
          rect.real(Thousandths(area.rect.x))
          rect.real(Thousandths(height - Thousandths(area.rect.maxY).count))
          rect.real(Thousandths(area.rect.maxX))
          rect.real(Thousandths(height - Thousandths(area.rect.y).count))
        }
        entries.array("Border") { border in for _ in 0..<3 { border.integer(0) } }
        entries.integer("F", 4)
        entries.text("Contents", area.link.contents)
        entries.integer("StructParent", firstKey + number)
        switch area.link.target {
        case .anchor(let anchor):
          if destinations.indices.contains(anchor.int) {
            entries.string("Dest", Array(destinations[anchor.int].name.utf8))
          }
        case .address(let address):
          entries.dictionary("A") { action in
            action.name("S", "URI")
            action.string("URI", Annotations.ascii(address))
          }
        }
      }
    }
  }

  /// An address in ASCII: other bytes become `%XX`, blanks too.
  ///
  /// *Source:* ISO 32000-1 §12.6.4.7; RFC 3986 §2.1.
  static func ascii(_ address: String) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return address.utf8.flatMap { byte -> [UInt8] in
      (0x21...0x7E).contains(byte)
        ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
