import Foundation
import SazbaTesting
import Testing

/// What the sample keeps to itself, and how silenced warnings are told.
@Suite struct WholeModel {
  /// Nothing that people did not agree to print leaves by any door: no name without consent, no
  /// author of a comment who wished to stay unnamed, no secret address.
  @Test func nothingSecretLeavesTheProject() throws {
    let secrets = [
      "Smyšlená", "Vymyšlená", "Nepravý", "Neskutečný", "Zdánlivá", "Vybájený", "zahrada 7",
      "Tichý dvůr",
    ]
    for stage in ["plan", "document", "text", "tags"] {
      let run = try Sazba.run("dump", Sazba.sample, "--stage", stage)
      for secret in secrets { #expect(!run.text.contains(secret), "\(stage): \(secret)") }
    }
    try withTemporaryFolder { folder in
      let run = try Sazba.run("build", Sazba.sample, "--only", "plan", "--output", folder.path)
      #expect(run.status == 0)
      let file = folder.path + "/plan-web.pdf"
      for tool in [["pdftotext", "-enc", "UTF-8", file, "-"], ["pdfinfo", file]] {
        let words = try runTool(tool[0], Array(tool.dropFirst())).text
        #expect(!words.isEmpty)
        for secret in secrets { #expect(!words.contains(secret), "\(tool[0]): \(secret)") }
      }
    }
  }

  @Test func silencedWarningsAreCountedAndMarked() throws {
    try withTemporaryFolder { folder in
      let project = folder.path + "/projekt"
      try FileManager.default.copyItem(atPath: Sazba.sample, toPath: project)
      let table = project + "/sluzby.csv"
      var rows = try String(contentsOfFile: table, encoding: .utf8)
      for day in ["23. 9. 2024", "18. 9. 2024"] {
        rows = rows.replacing(day, with: day.replacing("2024", with: "2022"))
      }
      try rows.write(toFile: table, atomically: true, encoding: .utf8)
      let two = try Sazba.run("check", project)
      #expect(two.status == 0 && two.text.contains("0 chyb, 2 upozornění\n"))
      let silence = """
        ztisit:
          - kod: V20
            zaznam: Linka Blízko
            duvod: údaje potvrdí do konce roku

        """
      try silence.write(
        toFile: project + "/ztisit.yaml", atomically: true, encoding: .utf8)
      let one = try Sazba.run("check", project)
      #expect(one.status == 0 && one.text.contains("0 chyb, 1 upozornění, 1 ztišené\n"))
      #expect(!one.text.contains("Linka Blízko") && one.text.contains("Na dosah"))
      let json = try Sazba.run("check", project, "--format", "json")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
      #expect(report["warnings"] as? Int == 1 && report["silenced"] as? Int == 1)
      let reasons = (report["findings"] as? [[String: Any]])?.compactMap { $0["silenced"] }
      #expect(reasons as? [String] == ["údaje potvrdí do konce roku"])
      try silence.replacing("V20", with: "V19-1").write(
        toFile: project + "/ztisit.yaml", atomically: true, encoding: .utf8)
      let idle = try Sazba.run("check", project)
      #expect(idle.text.contains("0 chyb, 3 upozornění\n") && idle.text.contains("Z04"))
      // A floor that was not asked may have something to silence.
      #expect(!(try Sazba.run("dump", project, "--stage", "plan").errors.contains("Z04")))
    }
  }
}
