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

  /// The four pages and a cover: 2 × 105 mm and a spine of 2 × 0.09 + 2 × 0.23 mm; 0.4 mm off.
  @Test(arguments: [(597.1, false), (596.0, true)]) func aCoverFitsAroundItsBlock(
    _ width: Double, _ isFaulty: Bool
  ) throws {
    try withPages { folder in
      let cover = PressCommandTests.pages
        .replacing("/Count 4/Kids[3 0 R 4 0 R 5 0 R 6 0 R]", with: "/Count 1/Kids[3 0 R]")
        .replacing("[0 0 314.65 436.53]", with: "[0 0 650 436.53]")
        .replacing("[8.5 8.5 306.14 428.03]", with: "[8.5 8.5 \(8.5 + width) 428.03]")
      try folder.write(cover, to: "obalka.pdf")
      let found = try Sazba.run(
        "preflight", "obalka.pdf", "--cover-of", "z.pdf", "--binding", "V2", "--paper",
        "krida-mat-115", "--cover-paper", "krida-mat-250", in: folder.path)
      #expect(found.text.contains("chyba K57: Strana 1: obálka má") == isFaulty)
      #expect(!isFaulty || found.text.contains("se hřbetem 0,64 mm patří 210,6"))
      // Two leaves are too thin a block to be glued; a cover need not be four pages.
      #expect(found.text.contains("K61") && !found.text.contains("K47"))
    }
  }

  @Test func aCoverNeedsItsPaper() throws {
    try withPages { folder in
      let bare = try Sazba.run("preflight", "z.pdf", "--cover-of", "z.pdf", in: folder.path)
      #expect(bare.status == 2 && bare.errors.contains("--paper"))
      let strange = try Sazba.run(
        "preflight", "z.pdf", "--cover-of", "z.pdf", "--paper", "krida-mat-115", "--binding", "V9",
        in: folder.path)
      #expect(strange.status == 2 && strange.errors.contains("V1, V2"))
      let paper = try Sazba.run(
        "preflight", "z.pdf", "--cover-of", "z.pdf", "--paper", "krida-mat-155", in: folder.path)
      #expect(paper.status == 1 && paper.text.contains("krida-mat-115"))
    }
  }

  @Test func whatThereIsForPrintingIsListed() throws {
    try withPages { folder in
      try folder.write(
        "name: lesk-90\ntitle: Lesklý papír\ngrammage: 90\nthickness: 0.065 mm\n",
        to: "plan/Layouts/Profiles/Papiry/lesk-90.yaml")
      let common = try Sazba.run("profiles", in: folder.path)
      #expect(common.status == 0)
      for word in [
        "ofset-krida", "FOGRA51", "Křídový papír matný 115 g/m²", "list 0,09 mm",
        "Vazba V2 (lepená)",
        "barva nejvýš 260 %", "Layouts/Profiles/Tiskarny/kotouc.yaml", "nejvýš 44 listů",
      ] { #expect(common.text.contains(word), "\(word)") }
      #expect(!common.text.contains("lesk-90"))
      let own = try Sazba.run("profiles", "plan", "--lang", "en", in: folder.path)
      #expect(own.text.contains("lesk-90") && own.text.contains("a leaf of 0.065 mm"))
      #expect(own.text.contains("plan/Layouts/Profiles/Papiry/lesk-90.yaml"))
      // A name that is nearly one of them, and a faulty file.
      let near = try Sazba.run("preflight", "z.pdf", "--profile", "ofset-kryda", in: folder.path)
      #expect(near.status == 1 && near.errors.contains("Mělo tu být „ofset-krida“?"))
      try folder.write("name: x\n", to: "plan/Layouts/Profiles/Vazby/V3.yaml")
      #expect(try Sazba.run("profiles", "plan", in: folder.path).status == 1)
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

  /// Neither command overwrites what it reads, by whatever name.
  @Test func theSourceIsNotOverwritten() throws {
    try withPages { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/odkaz.pdf", withDestinationPath: "z.pdf")
      let before = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/z.pdf"))
      for output in ["z.pdf", "./z.pdf", "odkaz.pdf"] {
        let sheets = try Sazba.run(
          "impose", "z.pdf", "--scheme", "saddle", "--output", output, in: folder.path)
        #expect(sheets.status == 2 && sheets.errors.contains("přepsal by svůj zdroj"))
        let spreads = try Sazba.run(
          "proof", "z.pdf", "--output", output, "--lang", "en", in: folder.path)
        #expect(spreads.status == 2 && spreads.errors.contains("overwrite its source"))
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/z.pdf")) == before)
      let one = try Sazba.run(
        "impose", "z.pdf", "--scheme", "nup", "--grid", "2x3", "--sheet", "SRA3", in: folder.path)
      #expect(one.text.contains("4 strany + 2 prázdné na 1 archu"), "\(one)")
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
    ["impose", "x.pdf", "--scheme", "nup", "--fold", "8"],
    ["impose", "x.pdf", "--scheme", "nup", "--simplex"],
    ["impose", "x.pdf", "--scheme", "saddle", "--section", "16"],
    ["impose", "x.pdf", "--scheme", "saddle", "--grid", "2x2"],
  ])
  func wrongUsageIsTwo(arguments: [String]) throws {
    let run = try Sazba.run(arguments)
    #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty)
  }
}
