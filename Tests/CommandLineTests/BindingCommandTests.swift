import Foundation
import SazbaTesting
import Testing

/// Covers, bindings, booklets and job tickets of `build`, on a new project.
@Suite struct BindingCommandTests {
  /// Makes a new project, adds files to it and builds it for the press.
  private func built(
    editions: String = "tisk", _ files: [String: String],
    _ body: (ToolRun, URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      #expect(try Sazba.run("new", "p", in: folder.path).status == 0)
      for (name, text) in files { try folder.write(Array(text.utf8), to: "p/" + name) }
      let run = try Sazba.run(
        "build", "p", "--edition", editions, "--output", "out", in: folder.path)
      try body(run, URL(fileURLWithPath: folder.path + "/out"))
    }
  }

  private func names(_ folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
  }

  /// A board so thick that a few leaves make a spine for words.
  private let board = """
    name: lepenka
    title: Lepenka
    grammage: 90
    thickness: 1.2 mm
    """

  private func job(_ lines: String, printer: String = "kopirka") -> String {
    "tisk:\n  tiskarna: \(printer)\n  svazky:\n    - publikace: plan\n"
      + lines.split(separator: "\n").map { "      \($0)\n" }.joined()
  }

  @Test func aGluedBookHasItsCoverApart() throws {
    try built([
      "tisk.yaml": job("vazba: lepená\npapir: lepenka\npapir_obalky: krida-mat-300\nnaklad: 120"),
      "Layouts/Profiles/Papiry/lepenka.yaml": board,
    ]) { run, out in
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.errors.contains("upozornění"), "\(run.errors)")
      let files = names(out)
      for name in ["plan-tisk.pdf", "plan-obalka-tisk.pdf", "plan-zakazka.txt"] {
        #expect(files.contains(name), "\(files)")
      }
      let json = try JSONSerialization.jsonObject(
        with: Data(contentsOf: out.appendingPathComponent("plan-zakazka.json")))
      let ticket = try #require(json as? [String: Any])
      let pages = try #require(ticket["pages"] as? Int)
      let spine = try #require(ticket["spine"] as? Double)
      #expect(pages % 4 == 0)
      #expect(abs(spine - (Double(pages / 2) * 1.2 + 0.56)) < 0.011)
      #expect(ticket["run"] as? Int == 120)
      let cover = try #require(ticket["cover"] as? [String: Any])
      #expect(abs(try #require(cover["width"] as? Double) - 420 - spine) < 0.011)
      for file in try #require(ticket["files"] as? [[String: Any]]) {
        let name = try #require(file["name"] as? String)
        let sum = try runTool("sha256sum", [out.appendingPathComponent(name).path])
        #expect(sum.text.hasPrefix(try #require(file["sha256"] as? String)))
      }
      let info = try runTool(
        "pdfinfo", ["-box", out.appendingPathComponent("plan-obalka-tisk.pdf").path])
      let trim = info.text.split(separator: "\n").first { $0.hasPrefix("TrimBox") } ?? ""
      let width = Double(trim.split(separator: " ").dropFirst(3).first ?? "") ?? 0
      #expect(abs(width - (420 + spine) * 72 / 25.4) < 0.05)
    }
  }

  /// What the template of plan.yaml has behind `#` is right as it stands, for each binding.
  @Test(arguments: ["V1", "V2"]) func aNewProjectPassesAsItsTemplateSays(binding: String) throws {
    let template = try Repository.text(of: "Data/Templates/plan.yaml")
    let start = try #require(template.range(of: "# tisk:\n"))
    var lines = template[start.lowerBound...].split(separator: "\n").map { String($0.dropFirst(2)) }
    if binding == "V2" {
      lines = lines.map {
        $0.replacingOccurrences(of: "vazba: V1", with: "vazba: V2")
          .replacingOccurrences(of: "# papir_obalky", with: "papir_obalky")
          .replacingOccurrences(of: "papir: krida-mat-135", with: "papir: lepenka")
      }
    }
    try built(
      editions: "tisk,tisk-x1a",
      [
        "tisk.yaml": lines.joined(separator: "\n"),
        "Layouts/Profiles/Papiry/lepenka.yaml": board,
      ]
    ) { run, out in
      #expect(run.status == 0 && !run.errors.contains("upozornění"), "\(run.errors)")
      #expect(names(out).contains("plan-obalka-tisk.pdf") == (binding == "V2"))
    }
  }

  /// A cover whose back stays white is told.
  @Test func aMissingBackIsTold() throws {
    let recipe = try Repository.text(of: "Data/Templates/Layouts/Publications/plan.yaml")
      .replacingOccurrences(of: "  - kind: back-cover\n", with: "")
    try built([
      "tisk.yaml": job("vazba: V2\npapir: lepenka\npapir_obalky: krida-mat-300"),
      "Layouts/Profiles/Papiry/lepenka.yaml": board,
      "Layouts/Publications/plan.yaml": recipe,
    ]) { run, _ in
      #expect(run.status == 0 && run.errors.contains("K65"), "\(run.errors)")
    }
  }

  @Test func aBookletIsFoldedOfTheSamePages() throws {
    try built(
      editions: "brozura,tisk", ["tisk.yaml": job("vazba: V1\npapir: ofset-90\narch: SRA3")]
    ) {
      run, out in
      #expect(run.status == 0, "\(run.errors)")
      let files = names(out)
      #expect(files.contains("plan-brozura.pdf") && files.contains("plan-tisk.pdf"))
      let text = try String(
        contentsOf: out.appendingPathComponent("plan-zakazka.txt"), encoding: .utf8)
      #expect(text.contains("Vazba V1") && text.contains("SRA3") && text.contains("plan-brozura"))
    }
  }

  /// What cannot be bound is told with its place and its mend, and nothing is written.
  @Test(arguments: [
    ("K60", "tisk", "vazba: V1\npapir: ofset-90"),
    ("K61", "tisk", "vazba: V2\npapir: ofset-90\npapir_obalky: krida-mat-250"),
    ("K62", "tisk", "vazba: V3\npapir: ofset-90"),
    ("K63", "tisk", "vazba: V2\npapir: lepenka"),
    ("K66", "tisk", "vazba: V2\npapir: lepenka\npapir_obalky: krida-mat-250\nhrbet: LONG"),
    ("K69", "brozura", "vazba: V3\npapir: lepenka\narch: velký"),
    ("S07", "tisk", "vazba: kroužková\npapir: ofset-90"),
  ]) func whatCannotBeBoundIsTold(code: String, edition: String, lines: String) throws {
    let long = String(repeating: "Velmi dlouhý nápis na hřbet ", count: 12)
    var files = [
      "tisk.yaml": job(lines.replacingOccurrences(of: "LONG", with: long)),
      "Layouts/Profiles/Papiry/lepenka.yaml": board,
      // Stitches that hold two leaves.
      "Layouts/Profiles/Vazby/V1.yaml": """
      name: V1
      title: Vazba V1
      method: saddle
      pages: 4
      leaves: [{ most: 2 }]
      """,
      "Layouts/Profiles/Vazby/V3.yaml": """
      name: V3
      title: Vazba V3
      method: saddle
      pages: \(code == "K62" ? 64 : 4)
      """,
    ]
    if code == "K62" { files["Layouts/Profiles/Vazby/V1.yaml"] = nil }
    try built(editions: edition, files) { run, out in
      #expect(run.errors.contains(code), "\(run.errors)")
      #expect(run.status == (code == "K66" ? 0 : 1))
      if code != "K66" { #expect(names(out).isEmpty) }
    }
  }

  @Test func aPrinterWhoImposesGetsNoSheets() throws {
    try built(
      editions: "brozura", ["tisk.yaml": job("vazba: V1\npapir: ofset-90", printer: "ofset-krida")]
    ) {
      run, out in
      #expect(run.status == 1 && run.errors.contains("K67") && names(out).isEmpty)
    }
    try built(editions: "brozura", ["tisk.yaml": "tisk:\n  tiskarna: kopirka\n"]) { run, out in
      #expect(run.status == 1 && run.errors.contains("K68") && names(out).isEmpty)
    }
  }

  /// Divisions by kind of service want short words for their tabs, and a colour each.
  @Test func tabsWithoutWordsAreTold() throws {
    let recipe = try Repository.text(of: "Layouts/Publications/katalog.yaml")
    let design = try Repository.text(of: "Layouts/Designs/katalog.yaml")
    let byKind = recipe.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("    first:") && !$0.hasPrefix("    tabs:")
    }.joined(separator: "\n").replacingOccurrences(of: "by: groups", with: "by: kinds")
    let short = byKind.replacingOccurrences(
      of: "    by: kinds",
      with: "    by: kinds\n"
        + "    first: Sociální poradenství | Služby sociální péče | Služby sociální prevence\n"
        + "    tabs: Poradenství | Péče | Prevence")
    let colours = design.replacingOccurrences(
      of: "colours: [brick, moss, plum, slate, petrol, sea]", with: "colours: [brick, moss]")
    for (recipe, design, codes) in [
      (byKind, design, ["L23"]), (short, colours, ["L24"]), (short, design, []),
    ] {
      let run = try withTemporaryFolder { folder in
        let project = folder.path + "/katalog"
        try FileManager.default.copyItem(atPath: Repository.path("Data/katalog"), toPath: project)
        for (name, text) in [("Publications", recipe), ("Designs", design)] {
          try folder.write(Array(text.utf8), to: "katalog/Layouts/\(name)/katalog.yaml")
        }
        return try Sazba.run("check", project)
      }
      #expect(run.status == 0, "\(run.errors)")
      for code in ["L23", "L24"] {
        #expect(
          (run.text + run.errors).contains(code) == codes.contains(code), "\(code) \(run.text)")
      }
    }
  }

  /// A recipe whose cover does not come first has none to print apart.
  @Test func aCoverMustComeFirst() throws {
    try built([
      "tisk.yaml": job("vazba: V2\npapir: lepenka\npapir_obalky: krida-mat-250"),
      "Layouts/Profiles/Papiry/lepenka.yaml": board,
      "Layouts/Publications/plan.yaml": """
      name: plan
      design: obec
      parts:
        - kind: front-matter
          text: uvodni-slovo
        - kind: chapter
          text: organizace
      """,
    ]) { run, out in
      #expect(run.status == 1 && run.errors.contains("K64") && names(out).isEmpty)
    }
  }
}
