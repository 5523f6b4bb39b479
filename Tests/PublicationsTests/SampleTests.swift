import Core
import Foundation
import Manuscript
import Planning
import Publications
import Testing

@testable import Intake

/// The sample's own texts and recipe, set around the small plan.
@Suite struct SampleTests {
  private static let stems = [
    "financovani", "organizace", "realizace", "swot", "uvodni-slovo", "uzemi", "vize",
  ]

  private func narratives() throws -> [Narrative] {
    try Self.stems.enumerated().map { position, stem in
      let bytes = Array(try Checkout.text("Data/dacice/texty/\(stem).md").utf8)
      var reader = NarrativeReader(file: FileID(position), bytes: bytes)
      let prose = reader.read()
      #expect(reader.findings == [], "\(stem)")
      return Narrative(stem: stem, prose: prose, at: .top(of: FileID(position)))
    }
  }

  @Test func theTextsCompose() throws {
    let document = try compose(SmallPlan.plan(narratives()), Checkout.recipe())
    let dump = document.dump()
    if let path = ProcessInfo.processInfo.environment["SAZBA_DUMP"] {
      try dump.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let chapters = document.nodes.indices.compactMap { position -> String? in
      guard document.nodes[position].role == .heading(level: 1) else { return nil }
      return document.plainText(of: NodeID(position))
    }
    #expect(
      chapters == [
        "Obsah", "Úvodní slovo", "1 Organizace a průběh plánování", "2 Území a jeho obyvatelé",
        "3 SWOT analýza", "4 Strategická část", "5 Financování", "6 Realizace a monitoring",
      ])
    #expect(dump.contains("paragraph.signature “Ing. Petr Kolář⏎starosta města Dačice”"))
    #expect(dump.contains("tableFoot"))
  }

  /// What the texts say of the territory agrees with the published figures of its municipalities.
  @Test func theFiguresInTheTextAreThoseOfTheMunicipalities() throws {
    let text = try Checkout.text("Data/dacice/texty/uzemi.md")
    let rows = try Checkout.text("Data/dacice/obce.csv").split(whereSeparator: \.isNewline)
    let separator: Character = rows[0].contains(";") ? ";" : ","
    let header = rows[0].split(separator: separator, omittingEmptySubsequences: false)
    let column = try #require(header.firstIndex { $0.contains("2022") })
    let counts = rows.dropFirst().compactMap { row in
      Int(row.split(separator: separator, omittingEmptySubsequences: false)[column])
    }
    #expect(counts.count == 23)
    #expect(text.contains("23 obcí"))
    #expect(text.contains("\(plain(counts.reduce(0, +))) lidí"))
    let towns = counts.filter { $0 >= 1000 }
    #expect(towns.count == 3 && text.contains("\(plain(towns.reduce(0, +))) lidí"))
    let small = counts.filter { $0 < 500 }
    #expect(small.count == 14 && text.contains("\(plain(small.reduce(0, +))) lidí"))
    let smallest = counts.filter { $0 < 200 }
    #expect(smallest.count == 9 && text.contains("\(smallest.reduce(0, +)) obyvatel"))
  }

  private func plain(_ number: Int) -> String {
    grouped(Int64(number)).replacing("\u{A0}", with: " ")
  }
}
