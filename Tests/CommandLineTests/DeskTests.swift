import Foundation
import SazbaTesting
import Testing

/// `sazba new`, `schema`, `explain`, and what `check` gives to editors.
@Suite struct DeskTests {
  private func names(below folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.sorted()
  }

  @Test func aNewProjectIsCleanAndBuilds() throws {
    try withTemporaryFolder { folder in
      let made = try Sazba.run("new", "plan", in: folder.path)
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.text.contains("plan.yaml") && made.text.contains("sazba build plan"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["plan"])
      let check = try Sazba.run("check", "plan", in: folder.path)
      #expect(check.status == 0)
      #expect(check.text == "0 chyb, 0 upozornění\n", "\(check.errors)")
      let build = try Sazba.run("build", "plan", "--output", "out", in: folder.path)
      #expect(build.status == 0, "\(build.errors)")
      #expect(names(below: folder.path + "/out") == ["plan-web.pdf"])
      // Each file names a schema of the project itself.
      for name in names(below: folder.path + "/plan") where name.hasSuffix(".yaml") {
        guard !name.contains("/") else { continue }
        let text = try String(contentsOfFile: folder.path + "/plan/" + name, encoding: .utf8)
        let schema = "schemata/" + name.dropLast(5) + ".schema.json"
        #expect(text.hasPrefix("# yaml-language-server: $schema=\(schema)\n"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/plan/" + schema))
      }
    }
  }

  /// Two publications print the text; the fault is one.
  @Test func whatSeveralPublicationsFindIsToldOnce() throws {
    try withTemporaryFolder { folder in
      #expect(try Sazba.run("new", "plan", in: folder.path).status == 0)
      let file = folder.path + "/plan/texty/uzemi.md"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try (text + "\n- poradenství,\n- doprava\n- asistence.\n").write(
        toFile: file, atomically: true, encoding: .utf8)
      let check = try Sazba.run("check", "plan", in: folder.path)
      #expect(check.text.components(separatedBy: "T26:").count == 2, "\(check.text)")
    }
  }

  @Test func theExampleIsTheSample() throws {
    try withTemporaryFolder { folder in
      #expect(try Sazba.run("new", "--example", "ukazka", in: folder.path).status == 0)
      let copied = names(below: folder.path + "/ukazka").filter { !$0.hasPrefix("schemata") }
      #expect(copied == names(below: Sazba.sample))
      let dumps = try [folder.path + "/ukazka", Sazba.sample].map {
        try Sazba.run("dump", $0, "--stage", "document")
      }
      #expect(dumps.allSatisfy { $0.status == 0 })
      #expect(dumps[0].output == dumps[1].output)
    }
  }

  @Test func anEmptyFolderIsFilledAndATakenOneIsNot() throws {
    try withTemporaryFolder { folder in
      let here = try Sazba.run("new", ".", in: folder.path)
      #expect(here.status == 0, "\(here.errors)")
      #expect(FileManager.default.fileExists(atPath: folder.path + "/plan.yaml"))
      #expect(!names(below: folder.path).contains { $0.contains(".part") })
      let before = names(below: folder.path)
      let again = try Sazba.run("new", ".", in: folder.path)
      #expect(again.status == 2)
      #expect(again.errors.contains("není prázdná"))
      // `new` has no --output, and the system's English is not ours.
      let nowhere = try Sazba.run("new", "/proc/nikde")
      #expect(nowhere.status == 3 && !nowhere.errors.contains("--output"))
      #expect(nowhere.errors.contains("taková cesta není"), "\(nowhere.errors)")
      #expect(try Sazba.run("new", "plan.yaml", in: folder.path).status == 2)
      #expect(try Sazba.run("new", "plan.yaml/x", in: folder.path).status == 3)
      #expect(names(below: folder.path) == before)
    }
  }

  @Test func schemasAreWritten() throws {
    try withTemporaryFolder { folder in
      let run = try Sazba.run("schema", "--output", "s", in: folder.path)
      #expect(run.status == 0)
      let written = names(below: folder.path + "/s")
      #expect(run.text.split(separator: "\n").map { String($0.dropFirst(2)) }.sorted() == written)
      for name in written {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/s/" + name))
        #expect(data == Data(try Repository.bytes(of: "Data/Schemas/" + name)), "\(name)")
        #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
      }
      #expect(try Sazba.run("schema", "--output", "").status == 2)
      try folder.write("taken", to: "file")
      #expect(try Sazba.run("schema", "--output", "file", in: folder.path).status == 3)
    }
  }

  @Test func codesAreExplainedInBothTongues() throws {
    let czech = try Sazba.run("explain", "v6")
    #expect(czech.status == 0)
    #expect(czech.text.hasPrefix("V06 · chyba · IČO není platné."))
    for heading in ["Proč na tom záleží", "Špatně", "Správně", "Jak to opravit"] {
      #expect(czech.text.contains("\n\(heading)\n"))
    }
    let english = try Sazba.run("explain", "V20", "--lang", "en")
    #expect(english.text.contains("Why it matters") && english.text.contains("ztisit"))
    let list = try Sazba.run("explain")
    #expect(list.status == 0)
    for code in ["V06", "Y03"] {
      #expect(
        list.text.split(separator: "\n").contains {
          $0.split(separator: " ").prefix(2) == [code[...], "chyba"]
        })
    }
  }

  @Test(arguments: ["W06", "", "nesmysl", "V9999"]) func unknownCodesAreTwo(_ code: String) throws {
    let run = try Sazba.run("explain", code)
    #expect(run.status == 2)
    #expect(run.output.isEmpty && run.errors.contains("neznáme"))
  }

  @Test func aCheckEndsWithAHint() throws {
    try withTemporaryFolder { folder in
      try folder.write("nazve: Plán\n", to: "plan.yaml")
      let run = try Sazba.run("check", folder.path)
      #expect(run.status == 1)
      #expect(run.text.contains("sazba explain Y03"))
      #expect(!run.text.contains("\u{1B}["))
    }
  }

  @Test func helpIsGroupedAndHasExamples() throws {
    let help = try Sazba.run("--help").text
    #expect(help.contains("PRÁCE NA PLÁNU:") && !help.contains("SUBCOMMANDS"))
    for command in ["new", "check", "explain", "build", "sheet", "schema", "dump", "inspect"] {
      #expect(help.contains("\n  \(command) "))
      #expect(try Sazba.run(command, "--help").text.contains("Příklad"), "\(command)")
      #expect(try Sazba.run(command, "--help", "--lang", "en").text.contains("Example"))
    }
  }
}

/// `sazba check --format sarif`.
@Suite struct SARIFTests {
  private func log(_ run: ToolRun) throws -> [String: Any] {
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test func findingsHaveRulesPlacesAndBothTongues() throws {
    try withTemporaryFolder { folder in
      try folder.write("nazve: Plán\nobdobi: loni\n", to: "p/plan.yaml")
      let run = try Sazba.run("check", "p", "--format", "sarif", in: folder.path)
      #expect(run.status == 1)
      let log = try log(run)
      let driver = try #require((log["tool"] as? [String: Any])?["driver"] as? [String: Any])
      let rules = try #require(driver["rules"] as? [[String: Any]])
      let results = try #require(log["results"] as? [[String: Any]])
      #expect(results.count > 2)
      for result in results {
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      }
      let first = try #require(results.first { $0["ruleId"] as? String == "Y03" })
      let place = try #require(
        ((first["locations"] as? [[String: Any]])?.first)?["physicalLocation"] as? [String: Any])
      #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "p/plan.yaml")
      #expect(
        place["region"] as? [String: Int]
          == ["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 6])
      let help = (rules.first { $0["id"] as? String == "Y03" }?["help"] as? [String: Any])
      #expect((help?["text"] as? String)?.contains("klíč") == true)
      let other = (log["translations"] as? [[String: Any]])?.first
      #expect(other?["language"] as? String == "en")
      // The same bytes whoever asks, and nothing of the machine.
      let again = try Sazba.run("check", "p", "--format", "sarif", "--jobs", "1", in: folder.path)
      #expect(again.output == run.output)
      #expect(!run.text.contains(folder.path))
      let absolute = try Sazba.run("check", folder.path + "/p", "--format", "sarif")
      #expect(!absolute.text.contains(folder.path))
    }
  }

  @Test func silencedFindingsAreSuppressed() throws {
    try withTemporaryFolder { folder in
      #expect(try Sazba.run("new", "p", in: folder.path).status == 0)
      let path = folder.path + "/p/swot.yaml"
      let swot = try String(contentsOfFile: path, encoding: .utf8)
      try folder.write(
        swot.replacing("        bez_vazby: mzdy v sociálních službách určuje stát\n", with: "")
          + "\nztisit:\n  - kod: V13\n    duvod: řeší stát\n", to: "p/swot.yaml")
      let run = try Sazba.run("check", "p", "--format", "sarif", in: folder.path)
      #expect(run.status == 0)
      let results = try #require(try log(run)["results"] as? [[String: Any]])
      let suppressed = try #require(results.first { $0["ruleId"] as? String == "V13" })
      let reason = (suppressed["suppressions"] as? [[String: Any]])?.first
      #expect(reason?["justification"] as? String == "řeší stát")
    }
  }

  @Test func cellsAreLogicalPlaces() throws {
    try withTemporaryFolder { folder in
      #expect(try Sazba.run("new", "p", in: folder.path).status == 0)
      try folder.write("kod_obce;nazev;psc\n999991;Ukázkov;123\n", to: "p/obce.csv")
      #expect(try Sazba.run("sheet", "p", "--replace", in: folder.path).status == 0)
      let run = try Sazba.run("check", "p", "--format", "sarif", in: folder.path)
      let results = try #require(try log(run)["results"] as? [[String: Any]])
      let wrong = try #require(results.first { $0["ruleId"] as? String == "V07" })
      let place = try #require((wrong["locations"] as? [[String: Any]])?.first)
      let logical = (place["logicalLocations"] as? [[String: Any]])?.first
      #expect(logical?["fullyQualifiedName"] as? String == "obce!C2")
      let physical = place["physicalLocation"] as? [String: Any]
      #expect(physical?["region"] == nil)
    }
  }
}
