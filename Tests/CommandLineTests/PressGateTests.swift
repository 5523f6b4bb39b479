import Foundation
import SazbaTesting
import Testing

/// Press editions are judged by their printer before anything is written, and what is wrong is told
/// at the line that caused it. Each project here is the sample with one flaw.
@Suite struct PressGateTests {
  /// A short catalogue made of the sample's: a project to spoil.
  private struct Project {
    let folder: TemporaryFolder
    var path: String { folder.path + "/projekt" }

    init(in folder: TemporaryFolder) throws {
      self.folder = folder
      try FileManager.default.copyItem(
        atPath: Repository.path("Data/katalog"), toPath: folder.path + "/projekt")
      try folder.write(
        """
        name: katalog
        design: katalog
        kinds: [katalog]
        extent: multiple of 4
        parts:
          - kind: cover
          - kind: imprint
          - kind: front-matter
            text: uvodni-slovo
          - kind: notes
            pages: 4
            optional: yes

        """, to: "projekt/Layouts/Publications/katalog.yaml")
    }

    /// Changes a file of the project; one of Sazba's own is copied into it first.
    ///
    /// - Returns: the line on which the new words begin.
    @discardableResult
    func change(_ file: String, _ old: String, _ new: String) throws -> Int {
      let path = path + "/" + file
      if !FileManager.default.fileExists(atPath: path) {
        try folder.write(try Repository.text(of: file), to: "projekt/" + file)
      }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let range = try #require(text.range(of: old), "\(file): \(old)")
      try text.replacingCharacters(in: range, with: new).write(
        toFile: path, atomically: true, encoding: .utf8)
      return text[..<range.lowerBound].count { $0 == "\n" } + 1
    }

    /// The findings of `check`, as programs read them.
    func findings(_ more: String...) throws -> [[String: Any]] {
      let run = try Sazba.run(["check", path, "--edition", "tisk", "--format", "json"] + more)
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
      return try #require(report["findings"] as? [[String: Any]])
    }

    /// Expects a finding of a code at a line of a file that blocks the build, which says the same.
    func blocks(_ code: String, _ file: String, _ line: Int) throws {
      let all = try findings()
      let own = all.filter {
        $0["code"] as? String == code && ($0["file"] as? String)?.hasSuffix(file) == true
          && $0["line"] as? Int == line
      }
      #expect(own.count == 1, "\(all)")
      let fix = own.first?["fix"] as? [String: String]
      #expect(fix?["cs"]?.isEmpty == false && fix?["en"]?.isEmpty == false)
      let output = folder.path + "/hotovo"
      let build = try Sazba.run("build", path, "--edition", "tisk", "--output", output)
      #expect(build.status == 1 && build.errors.contains("\(file):\(line):"))
      #expect(build.errors.contains("chyba \(code): katalog-tisk.pdf"))
      let written = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
      #expect(written.isEmpty)
    }
  }

  private func spoilt(_ body: (Project) throws -> Void) throws {
    try withTemporaryFolder { folder in try body(Project(in: folder)) }
  }

  @Test func aGoodProjectIsWritten() throws {
    try spoilt { project in
      let output = project.folder.path + "/hotovo"
      let build = try Sazba.run("build", project.path, "--edition", "tisk", "--output", output)
      #expect(build.status == 0, "\(build.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
      #expect(names.contains("katalog-tisk.pdf") && names.contains("katalog-tisk-kontrola.txt"))
      let report = try String(
        contentsOfFile: output + "/katalog-tisk-kontrola.txt", encoding: .utf8)
      #expect(report.hasPrefix("katalog-tisk.pdf\nTiskárna: Archový ofset"))
      #expect(!report.contains(project.folder.path) && !report.contains("Zapsáno přesto"))
      let judged = try Sazba.run("preflight", output + "/katalog-tisk.pdf")
      #expect(judged.status == 0)
    }
  }

  @Test func aLogoInScreenColours() throws {
    try spoilt { project in
      try FileManager.default.copyItem(
        atPath: Repository.path("Data/dacice/loga"), toPath: project.path + "/loga")
      let line = try project.change(
        "plan.yaml", "\ntiraz:",
        "\n  loga:\n    - soubor: loga/projekt.png\n      popis: Značka projektu\n\ntiraz:")
      // An edition that leaves pictures as they are.
      let profile = try Repository.text(of: "Layouts/Profiles/tisk.yaml")
      let kept = profile.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !["pictures:", "  intent: relative", "  intent: perceptual", "  black-point:", "  greys:"]
          .contains(
            where: $0.hasPrefix)
      }
      try project.folder.write(
        kept.joined(separator: "\n"), to: "projekt/Layouts/Profiles/tisk.yaml")
      try project.blocks("K33", "plan.yaml", line + 2)
    }
  }

  @Test func aPictureOfFewPixels() throws {
    try spoilt { project in
      try project.folder.write(
        greyPNG(width: 96, height: 96), to: "projekt/obrazky/znak.png")
      let line = try project.change(
        "texty/uvodni-slovo.md", "Milé čtenářky, milí čtenáři,",
        "Milé čtenářky, milí čtenáři,\n\n![Znak města na kameni](obrazky/znak.png)\nPopis: Znak {#znak}\nZdroj: městský úřad"
      )
      try project.blocks("K39", "uvodni-slovo.md", line + 2)
    }
  }

  @Test func textInFourColours() throws {
    try spoilt { project in
      let line = try project.change(
        "Layouts/Designs/katalog.yaml", "press: K95", "press: C60 M50 Y40 K95, rich: yes")
      try project.blocks("K35", "katalog.yaml", line)
    }
  }

  @Test func aFieldThatEndsAtTheTrim() throws {
    try spoilt { project in
      let line = try project.change(
        "Layouts/Designs/katalog.yaml", "{ x: 0 mm, y: 0 mm, width: 148 mm, height: 177 mm",
        "{ x: 0.1 mm, y: 0 mm, width: 147.9 mm, height: 177 mm")
      try project.blocks("K41", "katalog.yaml", line)
    }
  }

  @Test func fortyNinePages() throws {
    try spoilt { project in
      // Bound books are filled up with blank pages; here nobody says how it is bound.
      let plan = try String(contentsOfFile: project.path + "/plan.yaml", encoding: .utf8)
      let start = try #require(plan.range(of: "  svazky:\n"))
      let end = try #require(plan.range(of: "tiskarna_brozury: kopirka\n"))
      try project.folder.write(
        plan.replacingCharacters(in: start.lowerBound..<end.upperBound, with: ""),
        to: "projekt/plan.yaml")
      let notes = "  - kind: notes\n    pages: 16\n"
      let line = try project.change(
        "Layouts/Publications/katalog.yaml", "extent: multiple of 4\n", "extent: 49\n")
      try project.change(
        "Layouts/Publications/katalog.yaml", "  - kind: notes\n    pages: 4\n",
        notes + notes + "  - kind: notes\n    pages: 16\n")
      try project.blocks("K47", "katalog.yaml", line)
    }
  }

  @Test func aLineOfATenthOfAPoint() throws {
    try spoilt { project in
      let line = try project.change(
        "Layouts/Designs/katalog.yaml", "rule-row: { width: 0.25 pt", "rule-row: { width: 0.1 pt")
      try project.change(
        "texty/uvodni-slovo.md", "Milé čtenářky, milí čtenáři,",
        "| Kdo | Kam |\n|:--|:--|\n| obec | úřad |\n| kraj | krajský úřad |\n| stát | úřad práce |\n\n"
          + "Popis: Kam jít {#tab-kam}\nZdroj: městský úřad\nStav k: 31. 12. 2023")
      try project.blocks("K40", "katalog.yaml", line)
    }
  }

  @Test func whatIsForcedIsWrittenAndRecorded() throws {
    try spoilt { project in
      try project.change(
        "Layouts/Designs/katalog.yaml", "press: K95", "press: C60 M50 Y40 K95, rich: yes")
      let output = project.folder.path + "/hotovo"
      let other = try Sazba.run(
        "build", project.path, "--edition", "tisk", "--output", output, "--force", "K33")
      #expect(other.status == 1)
      let build = try Sazba.run(
        "build", project.path, "--edition", "tisk", "--output", output, "--force", "K35")
      #expect(build.status == 0 && build.text.contains("zapsáno přes závady K35"))
      let report = try String(
        contentsOfFile: output + "/katalog-tisk-kontrola.txt", encoding: .utf8)
      #expect(report.contains("Zapsáno přesto, že kontrola našla závady: K35"))
      #expect(report.contains("Layouts/Designs/katalog.yaml:"))
      // What was written before stays when the next build is blocked.
      let before = try Data(contentsOf: URL(fileURLWithPath: output + "/katalog-tisk.pdf"))
      let again = try Sazba.run("build", project.path, "--edition", "tisk", "--output", output)
      #expect(again.status == 1)
      let after = try Data(contentsOf: URL(fileURLWithPath: output + "/katalog-tisk.pdf"))
      #expect(before == after)
    }
  }

  @Test(arguments: ["K42", "V20", "nic"])
  func onlyWhatBlocksCanBeForced(code: String) throws {
    let run = try Sazba.run("build", Sazba.sample, "--edition", "tisk", "--force", code)
    #expect(run.status == 2 && run.errors.contains("--force"))
  }

  @Test func sheetsAreJudgedForTheirOwnPrinter() throws {
    try spoilt { project in
      let output = project.folder.path + "/hotovo"
      let good = try Sazba.run("build", project.path, "--edition", "brozura", "--output", output)
      #expect(good.status == 0, "\(good.errors)")
      let report = try String(
        contentsOfFile: output + "/katalog-brozura-kontrola.txt", encoding: .utf8)
      // The file that lies beside it: sheets with marks, for the copy shop.
      #expect(report.contains("(kopirka)") && report.contains("296 × 210 mm"))
      #expect(report.contains("stran archů: ") && !report.contains("stran se značkami: 0"))
      let judged = try Sazba.run(
        "preflight", output + "/katalog-brozura.pdf", "--profile", "kopirka")
      #expect(judged.status == 0, "\(judged.text)")
      // 298 % are right for the offset printer of the pages, not for the copy shop's 260 %.
      let line = try project.change(
        "Layouts/Designs/katalog.yaml", "press: C90 M45 Y45 K35", "press: C99 M55 Y70 K74")
      #expect(
        try Sazba.run("check", project.path, "--edition", "tisk").text.contains("K37") == false)
      let strict = try Sazba.run("build", project.path, "--edition", "brozura", "--output", output)
      #expect(strict.status == 1 && strict.errors.contains("chyba K37: katalog-brozura.pdf"))
      #expect(strict.errors.contains("katalog.yaml:\(line):"))
    }
  }

  @Test func thePrinterDecides() throws {
    try spoilt { project in
      // Its greatest sum of inks is 240 %, a division's opening page has more.
      try project.change(
        "Layouts/Designs/katalog.yaml", "press: C90 M45 Y45 K35", "press: C99 M55 Y55 K45")
      #expect(try project.findings().allSatisfy { $0["code"] as? String != "K37" })
      let strict = try project.findings("--printer", "digital")
      #expect(strict.contains { $0["code"] as? String == "K37" })
    }
  }
}
