import Core
import Manuscript
import SazbaTesting
import Style
import Testing

/// Recipes, phrases, profiles, and where they are looked for.
@Suite struct LayoutFiles {
  private func expect(
    _ kind: String, _ name: String, _ marked: String, _ wanted: [String],
    _ read: ([String], inout SourceTable) throws(Rejected) -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let source = MarkedSource(marked)
    let result = try findings(kind, name, source.bytes, read)
    expectFindings(
      result.found, in: source, path: result.path, sources: result.sources, wanted,
      sourceLocation: sourceLocation)
  }

  private func expectRecipe(_ marked: String, _ wanted: [String]) throws {
    try expect("Publications", "plan", marked, wanted) { folders, sources throws(Rejected) in
      _ = try readRecipe(named: "plan", in: folders, sources: &sources)
    }
  }

  private func expectProfile(_ marked: String, _ wanted: [String]) throws {
    try expect("Profiles", "web", marked, wanted) { folders, sources throws(Rejected) in
      _ = try readProfile(named: "web", in: folders, sources: &sources)
    }
  }

  @Test func profileOfTheWeb() throws {
    var sources = SourceTable()
    let profile = try readProfile(named: "web", in: layouts, sources: &sources)
    #expect(profile.name == "web")
    #expect(profile.standards == [.pdfA2a, .pdfUA1])
    #expect(profile.outputIntent.profile == "ICC/sRGB.icc")
    #expect(profile.maximalBytes == 10_000_000)
    #expect(profile.minimalContrast == 4.5)
    #expect(!profile.isPrinted && !profile.isOnRequest)
    #expect(editions(in: layouts) == ["brozura", "tisk", "tisk-x1a", "web"])
    let press = try readProfile(named: "tisk", in: layouts, sources: &sources)
    #expect(press.isPrinted && press.isOnRequest && press.outputIntent.condition == "FOGRA39")
  }

  @Test func printers() throws {
    var sources = SourceTable()
    let usual = try readPrinter(named: "ofset-krida", in: layouts, sources: &sources)
    #expect(usual.accepts == [.pdfX4, .pdfX1a] && usual.inkLimit == 300)
    #expect(usual.bleed == .mm(3) && usual.minimalLine == .milliPoints(250))
    #expect(usual.imposition == .forbidden && usual.pageMultiple == 4)
    #expect(try readPrinter(named: "ofset-natural", in: layouts, sources: &sources).inkLimit == 280)
    #expect(try readPrinter(named: "digital", in: layouts, sources: &sources).marks == .forbidden)
    #expect(try readPrinter(named: "kotouc", in: layouts, sources: &sources).accepts == [.pdfX1a])
    try withTemporaryFolder { folder in
      let text = """
        name: tiskar
        title: x
        accepts: [PDF/X-9]
        conditions: [FOGRA39]
        bleed: 3 mm
        safety: 4 mm
        marks: maybe
        imposition: allowed
        pages: 0
        ink: 500 %
        line: 0.25 pt
        resolution: 250
        bitmap: 600
        spots: 0
        """
      try folder.write(text, to: "Profiles/Tiskarny/tiskar.yaml")
      do throws(Rejected) {
        _ = try readPrinter(named: "tiskar", in: [folder.path], sources: &sources)
        Issue.record("four faults were passed over")
      } catch {
        #expect(error.diagnostics.count == 4)
      }
    }
  }

  @Test func recipes() throws {
    try withTemporaryFolder { folder in
      let text = """
        design: obec
        parts:
          - cover
          - kind: contents
            depth: 3
        """
      try folder.write(text, to: "Publications/plan.yaml")
      var sources = SourceTable()
      let recipe = try readRecipe(named: "plan", in: [folder.path], sources: &sources)
      #expect(recipe.name == "plan")
      #expect(recipe.design == "obec")
      #expect(recipe.parts.map(\.kind) == ["cover", "contents"])
      #expect(recipe.parts[1].settings == ["depth": "3"])
      let place = try #require(recipe.parts[1].at)
      #expect(sources[place.file].position(of: place.start) == (4, 11))
    }
    try expectRecipe("1️⃣desgin: obec\nparts: [cover]", ["S03@1", "S04@1"])
    try expectRecipe("design: obec\nparts: 1️⃣[]", ["S24@1"])
    try expectRecipe("design: obec\nname: 1️⃣plán\nparts:\n  - 2️⃣text: a", ["S07@1", "S04@2"])
    try expectRecipe("design: obec\nparts:\n  - kind: swot\n    title: 1️⃣[a]", ["S05@1"])
    try expectRecipe("1️⃣- a", ["S05@1"])
  }

  @Test func extents() throws {
    func wish(_ lines: String) throws -> ExtentWish? {
      try withTemporaryFolder { folder in
        try folder.write(
          "design: obec\n\(lines)\nparts:\n  - cover\n  - kind: notes\n    optional: yes\n",
          to: "Publications/plan.yaml")
        var sources = SourceTable()
        let recipe = try readRecipe(named: "plan", in: [folder.path], sources: &sources)
        #expect(recipe.parts.map(\.isOptional) == [false, true])
        #expect(recipe.parts[1].settings.isEmpty)
        return recipe.extent
      }
    }
    #expect(try wish("") == nil)
    #expect(try wish("extent: 48")?.extent == .pages(48))
    #expect(try wish("extent: 48")?.pictures == 1_000...1_000)
    #expect(try wish("extent: multiple of 16")?.extent == .multiple(of: 16))
    #expect(try wish("extent: 8\npictures: 85 % to 110 %")?.pictures == 850...1_100)
    #expect(try wish("extent: 8\npictures: 90% to 100%")?.pictures == 900...1_000)
    for extent in ["0", "48 stran", "multiple of 5", "multiple", "-4", "4.5"] {
      try expectRecipe("design: obec\nextent: 1️⃣\(extent)\nparts: [cover]", ["S16@1"])
    }
    for pictures in ["85 %", "110 % to 85 %", "40 % to 110 %", "85 % to 200 %"] {
      try expectRecipe(
        "design: obec\nextent: 8\npictures: 1️⃣\(pictures)\nparts: [cover]", ["S16@1"])
    }
    try expectRecipe("design: obec\npictures: 1️⃣85 % to 110 %\nparts: [cover]", ["S04@1"])
  }

  @Test func phrases() throws {
    try withTemporaryFolder { folder in
      try folder.write("obsah: Obsah\nswot:\n  silne: Silné stránky\n", to: "Phrases/cs.yaml")
      var sources = SourceTable()
      let phrases = try readPhrases(language: .czech, in: [folder.path], sources: &sources)
      #expect(phrases.words == ["obsah": "Obsah", "swot.silne": "Silné stránky"])
      #expect(phrases["neni"] == "⟨neni⟩")
    }
    try expect("Phrases", "cs", "obsah: Obsah\n1️⃣obsah: Přehled\nprazdne: 2️⃣[]", ["S02@1", "S05@2"]) {
      folders, sources throws(Rejected) in
      _ = try readPhrases(language: .czech, in: folders, sources: &sources)
    }
  }

  @Test func profileMistakes() throws {
    try expectProfile(
      """
      name: web
      standards: [PDF/A-2a, 1️⃣PDF/UA1]
      intent: 2️⃣{ profile: ICC/sRGB.icc }
      limits: { size: 3️⃣10 megabajtů, contrast: 4️⃣45 }
      """, ["S07@1", "S04@2", "S16@3", "S16@4"])
  }

  @Test func missingFilesNameTheNearest() throws {
    var sources = SourceTable()
    do throws(Rejected) {
      _ = try readDesign(named: "obce", in: layouts, sources: &sources)
      Issue.record("there is no such design")
    } catch {
      #expect(error.diagnostics.map(\.kind) == [StyleDiagnostics.missingFile])
      #expect(error.diagnostics.first?.fix.cs == "Mělo tu být „obec“?")
    }
    // No name leads out of the folders.
    #expect(throws: Rejected.self) {
      _ = try readProfile(named: "../Designs/obec", in: layouts, sources: &sources)
    }
    #expect(sources.files.isEmpty)
  }

  @Test func foldersAreNoFiles() throws {
    try withTemporaryFolder { folder in
      try folder.write("x", to: "Designs/obec.yaml/x")
      var sources = SourceTable()
      do throws(Rejected) {
        _ = try readDesign(named: "obec", in: [folder.path], sources: &sources)
        Issue.record("a folder was read")
      } catch {
        #expect(error.diagnostics.map(\.kind) == [StyleDiagnostics.unreadableFile])
      }
    }
  }

  @Test func projectsOverrideFileByFile() throws {
    try withTemporaryFolder { folder in
      let text = minimalDesign.components(of: "name: Malý").joined(separator: "name: Náš")
      try folder.write(text, to: "Designs/obec.yaml")
      try folder.write("design: obec\nparts: [cover]\n", to: "Publications/zprava.yaml")
      try folder.write("", to: "Publications/.hidden.yaml")
      let folders = [folder.path, layouts[0]]
      var sources = SourceTable()
      #expect(try readDesign(named: "obec", in: folders, sources: &sources).name == "Náš")
      #expect(try readDesign(named: "prosty", in: folders, sources: &sources).name == "Prostý")
      #expect(try readProfile(named: "web", in: folders, sources: &sources).name == "web")
      let names = publications(in: folders)
      #expect(names.contains("zprava") && names == names.sorted() && !names.contains(".hidden"))
      #expect(publications(in: ["/nonexistent"]).isEmpty)
    }
  }

  @Test func everyKindSpeaksBothLanguages() {
    let codes = StyleDiagnostics.all.map(\.code)
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
    for kind in StyleDiagnostics.all {
      #expect(!kind.summary.cs.isEmpty && !kind.summary.en.isEmpty)
      #expect(kind.severity == .error || kind == StyleDiagnostics.foreignCondition)
    }
  }
}
