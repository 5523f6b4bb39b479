import Core
import Foundation
import SazbaTesting
import Style
import Testing

@testable import Typesetting

/// TeX's recorded paragraphs (Tests/Oracles/linebreaks/tex.json), read untyped.
struct RecordedParagraph {
  let id: Int
  let text: String
  let nodes: [[Any]]
  let cases: [[String: Any]]

  static func all() throws -> [RecordedParagraph] {
    let bytes = try Checkout.bytes("Tests/Oracles/linebreaks/tex.json")
    let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let paragraphs = json?["paragraphs"] as? [[String: Any]] ?? []
    return paragraphs.map {
      RecordedParagraph(
        id: $0["id"] as? Int ?? 0, text: $0["text"] as? String ?? "",
        nodes: $0["nodes"] as? [[Any]] ?? [], cases: $0["cases"] as? [[String: Any]] ?? [])
    }
  }

  static func number(_ value: Any?) -> Int { (value as? NSNumber)?.intValue ?? 0 }

  /// TeX's own nodes as items, one each, so that positions agree.
  var items: [Item] {
    nodes.map { node in
      func field(_ position: Int) -> Int32 { Int32(Self.number(node[position])) }
      switch node[0] as? String {
      case "c", "k": return .box(field(1))  // Only font kerns occur; they do not vanish.
      case "g":
        return .glue(
          field(1), stretch: field(2), shrink: field(4), isInfinite: field(3) > 0)
      case "p": return .penalty(Int16(field(1)))
      case "d":
        return .discretionary(
          before: field(2), after: field(3), width: field(4), penalty: Int16(field(1)),
          flags: node[8] as? String == "regular" ? [.flagged, .hyphenation] : .flagged)
      default: return .box(0)
      }
    }
  }
}

@Suite struct LineBreakOracleTests {
  @Test("210 paragraphs of LuaTeX: breaks, pass, demerits and set glue")
  func tex() throws {
    var cases = 0
    var breaker = LineBreaker()
    for paragraph in try RecordedParagraph.all() {
      let items = paragraph.items
      for recorded in paragraph.cases {
        cases += 1
        var parameters = BreakParameters()
        parameters.emergencyStretch = Length(
          sp: Int32(RecordedParagraph.number(recorded["emergencystretch"])))
        let result = breaker.lines(
          of: items, shape: LineShape(rest: Int64(RecordedParagraph.number(recorded["hsize"]))),
          parameters: parameters)
        let place: Comment = "paragraph \(paragraph.id), \(recorded["hsize_mm"] ?? "") mm"
        var breaks = result.lines.map { Int($0.end) }
        // TeX names the parfillskip before the end.
        if let last = breaks.popLast() { breaks.append(last - 1) }
        #expect(breaks == (recorded["breaks"] as? [NSNumber])?.map(\.intValue), place)
        #expect("\(result.pass)" == recorded["pass"] as? String, place)
        #expect(
          result.demerits == Int64(RecordedParagraph.number(recorded["total_demerits"])), place)
        let set = (recorded["glue_set"] as? [NSNumber])?.map(\.doubleValue) ?? []
        for (line, expected) in zip(result.lines, set) {
          let ratio: Double
          if line.shortfall >= 0 {
            let stretch = line.infinite != 0 ? line.infinite : line.stretch
            ratio = stretch == 0 ? 0 : Double(line.shortfall) / Double(stretch)
          } else {
            ratio = line.shrink == 0 ? 0 : max(-1, Double(line.shortfall) / Double(line.shrink))
          }
          // Six decimals of a 32-bit float.
          #expect(abs(ratio - expected) < 1e-6 + abs(expected) * 1.2e-7, place)
        }
        #expect(set.count == result.lines.count)
      }
    }
    #expect(cases == 210)
  }
}
