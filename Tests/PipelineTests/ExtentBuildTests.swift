import Core
import Foundation
import SazbaTesting
import Testing

@testable import Pipeline

/// Pages that a publication is to have, from the recipe to the file.
@Suite struct ExtentBuildTests {
  /// How a build by a recipe of its own came out.
  private struct Built {
    var result: BuildResult
    /// The pages of the file, counted by another program.
    var pages: Int?
  }

  private static let names = ["prvni", "druha", "treti"]

  private static func recipe(
    _ extent: String, optional: [Int], without: [Int], notes: Int, hasBack: Bool
  ) -> String {
    var text = "name: plan\ndesign: obec\n" + extent
    text += "parts:\n  - cover\n  - imprint\n  - contents\n"
    for (number, name) in names.enumerated() where !without.contains(number) {
      text += "  - kind: chapter\n    text: \(name)\n"
      if optional.contains(number) { text += "    optional: yes\n" }
    }
    if notes > 0 { text += "  - kind: notes\n    pages: \(notes)\n    optional: yes\n" }
    if hasBack { text += "  - kind: back-cover\n" }
    return text
  }

  /// Prose of so many paragraphs.
  private static func prose(_ name: String, _ paragraphs: Int, pointsTo target: String) -> String {
    var text = "# Kapitola \(name) {#\(name)}\n\n"
    for number in 0..<paragraphs {
      text += "Obce se dohodly, že péče o seniory, rodiny s dětmi i osoby s postižením zůstane "
      text += "dostupná po celý rok, a to i tam, kam autobus jezdí jen dvakrát denně. "
      if number % 2 == 0 {
        text += "O každé změně rozhoduje společná schůzka starostů, která se schází jednou za "
        text += "čtvrt roku vždy v jiné obci. "
      }
      text += number % 3 == 0 ? "Zápis se zveřejňuje.\n\n" : "Platí to od jara.\n\n"
    }
    if !target.isEmpty { text += "Viz stranu [strana](#\(target)).\n" }
    return text
  }

  private func build(
    _ extent: String = "", optional: [Int] = [], without: [Int] = [], notes: Int = 0,
    hasBack: Bool = false,
    pointsTo target: String = ""
  ) async throws -> Built {
    try await withTemporaryFolderAwaiting { scratch in
      let project = scratch.path + "/plan"
      try FileManager.default.copyItem(atPath: Repository.path("Data/dacice"), toPath: project)
      for (name, count) in [("prvni", 15), ("druha", 9), ("treti", 22)] {
        try scratch.write(
          Self.prose(name, count, pointsTo: name == "prvni" ? target : ""),
          to: "plan/texty/\(name).md")
      }
      try scratch.write(
        Self.recipe(
          extent, optional: optional, without: without, notes: notes, hasBack: hasBack),
        to: "plan/Layouts/Publications/plan.yaml")
      let home = try #require(Home.find(named: Repository.path("")))
      let result = await Pipeline.build(
        BuildRequest(
          home: home, folder: project, only: ["plan"], editions: ["web"],
          output: scratch.path + "/out", workers: 2)
      ) { _ in }
      guard let file = result.files.first else { return Built(result: result, pages: nil) }
      let run = try runTool("qpdf", ["--show-npages", file.path])
      return Built(
        result: result, pages: Int(run.text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
  }

  @Test func pagesForNotesFillUp() async throws {
    let natural = try #require(try await build().pages)
    let built = try await build("extent: \(natural + 3)\n", notes: 4)
    #expect(built.pages == natural + 3)
    let traded = try #require(built.result.files.first?.traded)
    #expect(traded.natural == natural)
    #expect(traded.words.map(\.cs).contains { $0.hasPrefix("strany na poznámky navíc: ") })
    // A multiple is met as well, and without a wish nothing is added.
    let sheet = try #require(try await build("extent: multiple of 8\n", notes: 8).pages)
    #expect(sheet % 8 == 0)
    #expect(try await build(notes: 4).pages == natural)
  }

  /// A back cover is a left-hand page: where what stands before it ends on one, a page for notes
  /// takes the place of the blank one between.
  @Test func pagesForNotesStandWhereABlankOneWould() async throws {
    let inner = try #require(try await build().pages)
    let whole = try #require(try await build(hasBack: true).pages)
    // With one or two pages of notes before it, whichever leaves a blank page.
    let fixed = whole - inner == 2 ? 0 : 1
    let extent = "extent: \(whole + 2 * fixed)\n"
    let built = try await build(extent, notes: 4, hasBack: true)
    #expect(built.pages == whole + 2 * fixed)
    let words = built.result.files.first?.traded?.words.map(\.cs) ?? []
    #expect(words == ["strany na poznámky navíc: \(1 + fixed)"], "\(words)")
    // With fewer allowed than that, pages stay as they are.
    let bare = try await build("extent: \(whole)\n", hasBack: true)
    #expect(bare.pages == whole && bare.result.files.first?.traded?.words.isEmpty == true)
  }

  @Test func optionalPartsAreLeftOut() async throws {
    let natural = try #require(try await build().pages)
    let least = natural - 2
    let built = try await build("extent: \(least)\n", optional: [1], notes: 4)
    #expect(built.pages == least)
    let words = built.result.files.first?.traded?.words.map(\.cs) ?? []
    #expect(words.first == "vynechána část „druha“", "\(words)")
  }

  /// Of all ways to leave optional parts out the one that loses least is taken: the fewest, and of as
  /// many the last; found here by building them all.
  @Test func theLeastLossIsFoundAmongOptionalParts() async throws {
    let ways = [[2], [1], [0], [1, 2], [0, 2], [0, 1]]
    var pages: [Int] = []
    for way in ways { pages.append(try #require(try await build(without: way).pages)) }
    let natural = try #require(try await build().pages)
    for wish in Set(pages).sorted() where wish < natural {
      let built = try await build("extent: \(wish)\n", optional: [0, 1, 2])
      #expect(built.pages == wish)
      let words = built.result.files.first?.traded?.words.map(\.cs) ?? []
      let out = Self.names.indices.filter { words.contains("vynechána část „\(Self.names[$0])“") }
      let rank = out.isEmpty ? -1 : try #require(ways.firstIndex(of: out), "\(words)")
      let least = try #require(pages.firstIndex(of: wish))
      #expect(rank <= least, "\(wish): \(words)")
      // What loses less than leaving out alone does so by lines.
      if rank < least { #expect(words.contains { $0.hasPrefix("o řádek") }, "\(words)") }
    }
  }

  /// Where not even that does, the error says what each way came to.
  @Test func anErrorSaysWhatWasTried() async throws {
    let natural = try #require(try await build().pages)
    let built = try await build("extent: \(natural - 1)\n", optional: [2])
    let finding = try #require(built.result.findings.first { $0.kind.code == "L09" })
    for words in [
      "je o 1 stranu delší.", "Muselo by ubýt asi ", "odstavce", "Bez části „treti“ má ",
    ] {
      #expect(finding.message.cs.contains(words), "\(finding.message.cs)")
    }
    #expect(finding.message.cs.contains("(„"))
  }

  /// What cannot be met is an error at the key that says by how much, and nothing is written.
  @Test func whatCannotBeIsAnErrorThatSaysByHowMuch() async throws {
    let natural = try #require(try await build().pages)
    for (extent, czech) in [
      ("\(natural + 20)", "je o 20 stran"), ("2", "je o \(natural - 2)"),
      ("multiple of 32", "násobek 32"),
    ] {
      let built = try await build("extent: \(extent)\n")
      let finding = try #require(built.result.findings.first { $0.kind.code == "L09" })
      #expect(finding.message.cs.contains(czech), "\(finding.message.cs)")
      #expect(finding.message.cs.contains("řád"))
      // There are no pictures in these chapters that could be smaller or larger.
      #expect(!finding.fix.cs.contains("obrázk"), "\(finding.fix.cs)")
      let place = try #require(finding.at)
      let bytes = built.result.sources[place.file].bytes[Int(place.start)..<Int(place.end)]
      #expect(String(decoding: bytes, as: UTF8.self).contains(extent))
      #expect(built.result.files.isEmpty)
    }
  }

  /// A part that something refers to is not left out, and the error says so.
  @Test func whatIsReferredToStays() async throws {
    let natural = try #require(try await build(pointsTo: "druha").pages)
    let built = try await build(
      "extent: \(natural - 2)\n", optional: [1], notes: 1, pointsTo: "druha")
    let codes = built.result.findings.filter(\.isError).map(\.kind.code)
    #expect(codes == ["L09"])
    let words = built.result.findings.first { $0.kind.code == "L09" }?.message.cs ?? ""
    #expect(words.contains("protože na to vede odkaz: druha"), "\(words)")
  }
}
