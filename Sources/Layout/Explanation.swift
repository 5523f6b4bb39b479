package import Core
package import Manuscript
import Style
package import Typesetting

/// Why the pages are as they are, for `sazba inspect`.
package struct Explanation: Sendable, Equatable {
  /// The pages, first to last.
  package var pages: [PageExplanation]
}

/// Why a page is as it is.
package struct PageExplanation: Sendable, Equatable {
  /// Its printed number.
  package var folio: String
  /// Whether it was inserted so that the next is a recto.
  package var isBlank: Bool
  /// Which boxes stand on it, and what ending it there costs.
  package var cut: PageBreak?
  /// Whether it ends its run.
  package var isLast = false
  /// What the penalty of its break is made of.
  package var reasons: BreakReasons = []
  /// What the next best break would have put on the next page first.
  package var alternative: NodeID?
  /// The paragraphs on it that have a line more or fewer, in the order of the break's `changes`.
  package var changed: [NodeID] = []
  /// What floats on it, or waits for a page after it.
  package var floats: [FloatExplanation] = []
  /// What stands on it.
  package var fragments: [FragmentExplanation] = []
  /// How the lines of all fragments came out.
  package var lines: [LineExplanation] = []

  init(folio: String, isBlank: Bool) {
    self.folio = folio
    self.isBlank = isBlank
  }
}

/// Lines of a paragraph on a page.
package struct FragmentExplanation: Sendable, Equatable {
  /// Its node.
  package var node: NodeID
  /// The name of its style.
  package var style: String
  /// Its first baseline, from the top of the trimmed page.
  package var y: Length
  /// Its measure.
  package var width: Length
  /// Its lines on this page, in the page's `lines`.
  package var lines: Range<Int>
}

/// Where something stands that does not stand where it is called.
package struct FloatExplanation: Sendable, Hashable {
  /// What it is.
  package var node: NodeID
  /// Where it is.
  package var place: Place

  /// A place beside the text.
  package enum Place: UInt8, Sendable {
    /// At the head of the page, called on one before.
    case head
    /// At the foot of the page of its call.
    case foot
    /// On a page to come.
    case later
  }

  /// All that floats on a page or waits there.
  static func all(on page: PageBreak, of galley: Galley) -> [FloatExplanation] {
    let choice = page.floats
    let before = choice.waiting + choice.foot - choice.lifted.count
    func explain(_ numbers: Range<Int>, _ place: Place) -> [FloatExplanation] {
      numbers.map { FloatExplanation(node: galley.floats[$0].node, place: place) }
    }
    let atFoot = choice.lifted.prefix(choice.foot)
    let waiting =
      choice.waiting == 0 ? 0..<0 : choice.lifted.lowerBound - before..<choice.lifted.upperBound
    return explain(choice.top, .head) + explain(atFoot, .foot)
      + explain(waiting.dropFirst(choice.foot), .later)
  }
}

/// How a line came out.
package struct LineExplanation: Sendable, Hashable {
  /// Its position in the paragraph, from 0.
  package var number: Int32
  /// How far its glue is stretched or shrunk, in 1/65 536ths.
  package var ratio: Int32
  /// TeX's badness.
  package var badness: Int32
  /// Its demerits.
  package var demerits: Int64
  /// The hyphen at its end.
  package var hyphen: LineHyphen
  /// What ends it.
  package var end: LineEnd
}

extension PageExplanation {
  /// The page in words, one fragment and one line a line.
  ///
  /// - Parameter document: what was laid out, for roles and words.
  package func text(in tongue: Tongue, of document: Document) -> String {
    func say(_ cs: String, _ en: String) -> String { tongue == .cs ? cs : en }
    if isBlank {
      return say(
        "prázdná strana, vložená, aby další byla pravá\n",
        "a blank page, inserted so that the next is a right-hand one\n")
    }
    var out = say("strana", "page") + " \(folio.isEmpty ? "–" : folio)\n"
    for fragment in fragments {
      let look = document.look(of: fragment.node)
      out += "  y \(fragment.y)  \(fragment.node) "
      out += StyleKey.name(of: document[fragment.node].role) + (look.isEmpty ? "" : ".\(look)")
      out += " [\(fragment.style)] \(fragment.width)"
      out += " „\(document.opening(of: fragment.node))“\n"
      for line in lines[fragment.lines] {
        out +=
          "    \(line.number + 1)  " + say("poměr", "ratio") + " \(Decimal3.text(sp: line.ratio))"
        out += "  b \(line.badness)  d \(line.demerits)"
        if line.hyphen != .none { out += "  " + say("dělení", "hyphen") }
        if line.end == .emergency { out += "  " + say("nouzově", "emergency") }
        out += "\n"
      }
    }
    return out + breakText(in: tongue, of: document)
  }
}

extension Document {
  /// The first words of a node, for messages: at most forty characters.
  func opening(of id: NodeID) -> String {
    var node = id
    while !self[node].role.holdsText && node.int + 1 < self[id].end.int {
      node = NodeID(node.int + 1)
    }
    let text = self[node].role.holdsText ? plainText(of: node) : ""
    var scalars = text.unicodeScalars.prefix(41).map { $0 }
    if scalars.count == 41 {
      while let last = scalars.last, last != " " { scalars.removeLast() }
      if scalars.isEmpty { scalars = text.unicodeScalars.prefix(40).map { $0 } }
      return String(String.UnicodeScalarView(scalars)) + "…"
    }
    return text
  }
}
