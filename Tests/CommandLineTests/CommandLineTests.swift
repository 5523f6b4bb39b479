import Foundation
import SazbaTesting
import Testing

/// The program as the tests' own build made it, run as users run it.
struct Sazba {
  /// Runs `sazba` with these arguments in an environment without a language.
  static func run(
    _ arguments: String..., in folder: String? = nil, language: [String] = []
  ) throws -> ToolRun {
    try run(arguments, in: folder, language: language)
  }

  /// Runs `sazba` with these arguments in an environment without a language.
  static func run(
    _ arguments: [String], in folder: String? = nil, language: [String] = []
  ) throws -> ToolRun {
    let program = try #require(programPath)
    let clean = ["-u", "LC_ALL", "-u", "LC_MESSAGES", "-u", "LANG", "-u", "SAZBA_HOME"]
    return try runTool("env", clean + language + [program] + arguments, in: folder)
  }

  /// The program lies beside the bundle that holds these tests.
  static var programPath: String? {
    let bundle = ProcessInfo.processInfo.arguments[0]
    var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    for _ in 0..<4 {
      let path = folder.appendingPathComponent("sazba").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        return path
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  static let sample = Repository.path("Data/dacice")
}

@Suite struct ExitCodes {
  private static let sample = Sazba.sample

  @Test(arguments: [
    [], ["nonsense"], ["help", "nonsense"], ["build"], ["build", "--nonsense", "x"],
    ["build", "a", "b"],
    ["check", "x", "--format", "xml"], ["dump", "x", "--stage", "soup"], ["dump", "x"],
    ["inspect", "x"], ["inspect", "x", "--page", "first"], ["build", "x", "--jobs", "0"],
    ["build", "x", "--lang", "de"], ["build", "x", "--home", "/nonexistent"],
    ["build", sample, "--only", ""], ["build", sample, "--only", ","],
    ["build", sample, "--edition", ""], ["build", sample, "--output", ""],
  ])
  func wrongUsageIsTwo(arguments: [String]) throws {
    let run = try Sazba.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func unknownPublicationAndEditionAreWrongUsage() throws {
    let publication = try Sazba.run(
      "build", Sazba.sample, "--only", "nic", "--output", "/nonexistent")
    #expect(publication.status == 2)
    #expect(publication.errors.contains("plan"))
    let edition = try Sazba.run(
      "build", Sazba.sample, "--edition", "nic", "--output", "/nonexistent")
    #expect(edition.status == 2)
    #expect(edition.errors.contains("web"))
    let page = try Sazba.run("inspect", Sazba.sample, "--only", "plan", "--page", "9999")
    #expect(page.status == 2)
  }

  @Test func whatIsWrongIsNamed() throws {
    let command = try Sazba.run("bild", "x").errors
    #expect(command.contains("Příkaz „bild“ neznám") && command.contains("build"))
    let stage = try Sazba.run("dump", "x", "--stage", "soup").errors
    #expect(stage.contains("Použijte jednu z:") && !stage.contains("the following"))
    let file = try Sazba.run("check", Sazba.sample + "/plan.yaml")
    #expect(file.status == 1)
    #expect(file.text.contains("není složka"))
  }

  /// The first file opened must not take the number of a stream that messages go to.
  @Test func closedStreamsHarmNoOutput() throws {
    try withTemporaryFolder { folder in
      let open = try Sazba.run("build", Sazba.sample, "--output", "open", in: folder.path)
      #expect(open.status == 0)
      let program = try #require(Sazba.programPath)
      let script = "exec \"$0\" build \"$1\" --output closed <&- >&- 2>&-"
      let run = try runTool("sh", ["-c", script, program, Sazba.sample], in: folder.path)
      #expect(run.status == 3)
      let paths = ["open", "closed"].map { folder.path + "/\($0)/plan-web.pdf" }
      #expect(FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]))
    }
  }

  @Test func helpAndVersionAreFine() throws {
    let help = try Sazba.run("--help")
    #expect(help.status == 0)
    #expect(help.text.contains("POUŽITÍ"))
    #expect(help.text.contains("build"))
    #expect(try Sazba.run("build", "--help", "--lang", "en").text.contains("USAGE"))
    #expect(try Sazba.run("--version").text.hasPrefix("sazba "))
  }

  @Test func errorsInTheInputAreOne() throws {
    try withTemporaryFolder { folder in
      for command in ["build", "check"] {
        let empty = try Sazba.run(command, folder.path)
        #expect(empty.status == 1)
        #expect((empty.text + empty.errors).contains("plan.yaml"))
      }
      #expect(try Sazba.run("check", folder.path + "/missing").status == 1)
    }
  }

  @Test func timingsTellEveryStageOnTheErrorStream() throws {
    try withTemporaryFolder { folder in
      let run = try Sazba.run(
        "build", Sazba.sample, "--only", "plan", "--output", folder.path, "--timings", "--lang",
        "en")
      #expect(run.status == 0)
      #expect(!run.text.contains("CPU ms"))
      let rows = run.errors.split(separator: "\n").drop { !$0.contains("CPU ms") }
      #expect(rows.count == 16)
      for stage in ["reading the project", "typesetting paragraphs", "encoding pages", "in all"] {
        let row = rows.first { $0.hasPrefix(stage + " ") }
        let numbers = row?.split(separator: " ").suffix(3).compactMap { Double($0) } ?? []
        #expect(numbers.count == 3 && numbers.allSatisfy { $0 >= 0 }, "\(stage)")
      }
      let plain = try Sazba.run("build", Sazba.sample, "--only", "plan", "--output", folder.path)
      #expect(!plain.errors.contains(" ms"))
    }
  }

  /// A draft has the same words on other pages.
  @Test func aDraftCutsPagesAsTheyFill() throws {
    try withTemporaryFolder { folder in
      var files: [Data] = []
      for draft in [["--draft"], []] {
        let run = try Sazba.run(
          ["build", Sazba.sample, "--only", "plan", "--output", folder.path] + draft)
        #expect(run.status == 0)
        files.append(try Data(contentsOf: URL(filePath: folder.path + "/plan-web.pdf")))
      }
      #expect(files[0].starts(with: Array("%PDF-".utf8)) && files[0] != files[1])
    }
  }

  @Test func anOutputThatIsNoFolderIsThreeAndLeavesNothing() throws {
    try withTemporaryFolder { folder in
      let file = try folder.write("keep me", to: "taken")
      let run = try Sazba.run("build", Sazba.sample, "--output", file)
      #expect(run.status == 3)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "keep me")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
    }
  }
}

@Suite struct Tongues {
  @Test func czechUnlessTheEnvironmentSaysOtherwise() throws {
    #expect(try Sazba.run("nonsense").errors.contains("Chyba"))
    #expect(try Sazba.run("nonsense", language: ["LANG=C.UTF-8"]).errors.contains("Chyba"))
    #expect(try Sazba.run("nonsense", language: ["LANG=cs_CZ.UTF-8"]).errors.contains("Chyba"))
    #expect(try Sazba.run("nonsense", language: ["LANG=en_GB.UTF-8"]).errors.contains("Error"))
    #expect(
      try Sazba.run("nonsense", language: ["LC_ALL=cs_CZ", "LANG=en_GB"]).errors.contains("Chyba"))
  }

  @Test func theOptionWins() throws {
    #expect(
      try Sazba.run("nonsense", "--lang", "en", language: ["LANG=cs_CZ"]).errors.contains("Error"))
    #expect(try Sazba.run("check", "/nonexistent", "--lang=en").text.contains("error"))
    #expect(try Sazba.run("check", "/nonexistent", "--lang=cs").text.contains("chyba"))
  }
}

@Suite struct Sample {
  @Test func buildsFromAnyFolder() throws {
    try withTemporaryFolder { folder in
      let run = try Sazba.run("build", Sazba.sample, "--jobs", "2", in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.text.contains("Output/dacice/plan-web.pdf"))
      let file = folder.path + "/Output/dacice/plan-web.pdf"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(bytes.prefix(5) == Data("%PDF-".utf8))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output/dacice")
      #expect(left == ["plan-web.pdf"])
    }
  }

  @Test func checksClean() throws {
    let run = try Sazba.run("check", Sazba.sample, "--format", "json")
    #expect(run.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    #expect(report["errors"] as? Int == 0)
  }

  @Test(arguments: ["plan", "document", "text", "galley", "pages", "tags"])
  func dumpsAreStable(stage: String) throws {
    let first = try Sazba.run("dump", Sazba.sample, "--stage", stage, "--jobs", "1")
    let second = try Sazba.run("dump", Sazba.sample, "--stage", stage, "--jobs", "2")
    #expect(first.status == 0)
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
  }

  @Test func aPageExplainsItself() throws {
    let run = try Sazba.run("inspect", Sazba.sample, "--only", "plan", "--page", "6")
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
  }

  /// A flood of one kind does not bury the rest, and what is left out is counted.
  @Test func aFloodIsCutShort() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(atPath: Sazba.sample, toPath: folder.path + "/p")
      var rows = "aktivita;rok;zdroj;castka;stav\n"
      for _ in 0..<400 { rows += "1.1.1;2025;nic;x;y\n" }
      try folder.write(rows, to: "p/financovani.csv")
      let text = try Sazba.run("check", folder.path + "/p")
      #expect(text.status == 1)
      #expect(text.text.contains("a dalších "))
      let json = try Sazba.run("check", folder.path + "/p", "--format", "json")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
      let errors = report["errors"] as? Int ?? 0
      let told = report["findings"] as? [[String: Any]] ?? []
      let rest = report["omitted"] as? [[String: Any]] ?? []
      let left = rest.reduce(0) { $0 + ($1["count"] as? Int ?? 0) }
      #expect(errors >= 400 && told.count < 400 && left >= 200)
      #expect(errors + (report["warnings"] as? Int ?? 0) == told.count + left)
      #expect(rest.allSatisfy { ($0["file"] as? String)?.hasSuffix("financovani.csv") == true })
      #expect(text.text.split(separator: "\n").count { $0.contains("chyba ") } < 400)
    }
  }

  /// A letter that no font has is shown where it stands; a text that nothing prints is told.
  @Test func whatOnlyPagesShowIsNamedAtItsPlace() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(atPath: Sazba.sample, toPath: folder.path + "/p")
      let path = folder.path + "/p/texty/zaver.md"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try folder.write(text + "\nPoslední věta\nse znakem 漢 uvnitř.\n", to: "p/texty/zaver.md")
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).count + 2
      try folder.write("# Navíc\n\nVěta.\n", to: "p/texty/navic.md")
      let run = try Sazba.run("check", folder.path + "/p")
      #expect(run.status == 1)
      #expect(run.text.contains("zaver.md:\(line):11: chyba L04:"), "\(run.text)")
      #expect(run.text.contains("navic.md:1:1: upozornění D22:"))
    }
  }

  @Test func anErrorShowsItsLineWithACaret() throws {
    try withTemporaryFolder { folder in
      try folder.write("nazve: Plán\n", to: "plan.yaml")
      let run = try Sazba.run("check", folder.path)
      #expect(run.status == 1)
      #expect(run.text.contains("plan.yaml:1:1: chyba "))
      #expect(run.text.contains("1 | nazve: Plán\n"))
      #expect(run.text.contains("| ^^^^^\n"))
      #expect(run.text.contains("nazev"))
      #expect(run.text.contains("náprava:"))
      #expect(run.errors.isEmpty, "findings are the result of a check")
    }
  }
}
