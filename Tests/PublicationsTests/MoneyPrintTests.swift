import Core
import Manuscript
import Planning
import Publications
import Testing

/// Ranges, what is within another and what is not yet known are printed and summed as such.
@Suite struct MoneyPrintTests {
  private func plan() throws -> Plan {
    var scribe = Scribe()
    var plan = try SmallPlan.plan([scribe.narrative("k", [scribe.heading(1, "K")])])
    plan.activities[0].cost?.value = .range(1_200_000, 1_300_000)
    plan.funding[0].amount.value = Money(from: 250_000, to: 300_000)
    var line = plan.funding[2]
    line.activity.value = Code("1.1.3")
    line.amount.value = .unknown
    plan.funding.append(line)
    return plan
  }

  private func rows(_ document: Document, _ look: String) -> [[String]] {
    document.nodes.indices.filter { document.look(of: NodeID($0)) == look }.map { row in
      document.children(of: NodeID(row)).map { cell in
        document.children(of: cell).map { document.plainText(of: $0) }.joined()
      }
    }
  }

  @Test func sumsAreIntervalsAndSayWhatTheyLeaveOut() throws {
    let document = try compose(
      plan(), [.part("chapter", ["text": "k"]), .part("funding-by-source")])
    let totals = rows(document, "total")
    let sum = [
      "Celkem", "850\u{A0}000–900\u{A0}000", "400\u{A0}000\u{A0}+",
      "1\u{A0}250\u{A0}000–1\u{A0}300\u{A0}000\u{A0}+",
    ]
    #expect(totals == [sum])
    let text = String(decoding: document.text, as: UTF8.self)
    #expect(text.contains("jsou neúplné: 1\u{A0}položka zatím není vyčíslena."))
    #expect(text.contains("rozmezí"))
  }
}
