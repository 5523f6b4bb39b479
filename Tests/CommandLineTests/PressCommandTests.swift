import Foundation
import SazbaTesting
import Testing

/// `preflight`, `impose` and `proof` as a printer's customer types them.
@Suite struct PressCommandTests {
  /// A file of four A6 pages with 3 mm of bleed.
  private static let pages: String = {
    var text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    text += "2 0 obj<</Type/Pages/Count 4/Kids[3 0 R 4 0 R 5 0 R 6 0 R]>>endobj\n"
    for number in 3...6 {
      text += "\(number) 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 314.65 436.53]"
      text += "/BleedBox[0 0 314.65 436.53]/TrimBox[8.5 8.5 306.14 428.03]>>endobj\n"
    }
    return text + "trailer<</Root 1 0 R>>\n"
  }()

  private func withPages(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try folder.write(PressCommandTests.pages, to: "z.pdf")
      try body(folder)
    }
  }

  @Test func sheetsAndSpreadsLieBesideTheFile() throws {
    try withPages { folder in
      let imposed = try Sazba.run(
        "impose", "z.pdf", "--scheme", "saddle", "--sheet", "SRA4", in: folder.path)
      #expect(imposed.status == 0)
      #expect(imposed.text.contains("z-brozura.pdf  2 strany"))
      // The file had no table, and it is no PDF/X.
      #expect(imposed.errors.contains("K04") && imposed.errors.contains("K19"))
      let proof = try Sazba.run("proof", "z-brozura.pdf", "--lang", "en", in: folder.path)
      #expect(proof.status == 0 && proof.text.contains("Sheets folded by their plan"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["z-brozura-nahled.pdf", "z-brozura.pdf", "z.pdf"])
    }
  }

  @Test func aPlanIsOnlyPrinted() throws {
    try withPages { folder in
      let plan = try Sazba.run(
        "impose", "z.pdf", "--scheme", "saddle", "--sheet", "SRA4", "--plan", "--format", "json",
        in: folder.path)
      #expect(plan.status == 0)
      let whole = try #require(
        try JSONSerialization.jsonObject(with: Data(plan.text.utf8)) as? [String: Any])
      #expect(whole["filledPages"] as? Int == 4 && whole["sheet"] as? String == "SRA4")
      let text = try Sazba.run(
        "impose", "z.pdf", "--scheme", "saddle", "--sheet", "SRA4", "--plan", in: folder.path)
      #expect(text.text.contains("arch 1 líc"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["z.pdf"])
    }
  }

  @Test func aFaultyFileIsOne() throws {
    try withPages { folder in
      let found = try Sazba.run("preflight", "z.pdf", in: folder.path)
      #expect(found.status == 1 && found.text.contains("chyba K48"))
      let json = try Sazba.run(
        "preflight", "z.pdf", "--profile", "digital", "--format", "json", in: folder.path)
      let whole = try #require(
        try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
      #expect(whole["profile"] as? String == "digital")
      // Sheets that are too small are refused before anything is written.
      let small = try Sazba.run(
        "impose", "z.pdf", "--scheme", "saddle", "--sheet", "A6", in: folder.path)
      #expect(small.status == 2)
      let narrow = try Sazba.run(
        "impose", "z.pdf", "--scheme", "saddle", "--sheet", "105x148", in: folder.path)
      #expect(narrow.status == 1 && narrow.errors.contains("K10"))
    }
  }

  @Test(arguments: [
    ["impose", "x.pdf"], ["impose", "x.pdf", "--scheme", "roll"],
    ["impose", "x.pdf", "--scheme", "saddle"], ["proof", "x.pdf"], ["preflight", "x.pdf"],
    ["impose", "x.pdf", "--scheme", "saddle", "--fold", "6"],
    ["impose", "x.pdf", "--scheme", "perfect", "--section", "10"],
    ["impose", "x.pdf", "--scheme", "nup", "--grid", "0x3"],
    ["impose", "x.pdf", "--scheme", "saddle", "--paper", "-1"],
    ["impose", "x.pdf", "--scheme", "saddle", "--output", ""],
  ])
  func wrongUsageIsTwo(arguments: [String]) throws {
    let run = try Sazba.run(arguments)
    #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty)
  }
}
