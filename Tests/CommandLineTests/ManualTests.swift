import Foundation
import SazbaTesting
import Testing

/// The manuals are done step by step, as a reader would: what they promise is what happens.
@Suite struct ManualTests {
  private static let walk = "README.cs.md"
  private static let files = "Data/README.cs.md"

  /// Does what a manual says and returns what went otherwise.
  ///
  /// - Parameter project: the folder that files of the manual lie in, from where its commands run.
  private func follow(_ text: String, project: String = ".") throws -> [String] {
    try withTemporaryFolder { folder in
      // What a reader would have from elsewhere.
      let given = [
        "Tests/IntakeTests/Register/rpss.json": "rpss.json",
        "Tests/CommandLineTests/Manual/overeni-99900017.xlsx": "vracene/overeni-99900017.xlsx",
      ]
      for (from, to) in given { try folder.write(try Repository.bytes(of: from), to: to) }
      var failures: [String] = []
      var printed: [String]?
      for block in Manual(text).blocks {
        func fail(_ what: String) { failures.append("\(block.line): \(what)") }
        switch block.content {
        case .commands(let commands, let status, let isInstallation):
          let run = try perform(commands, in: isInstallation ? Repository.root : folder.path)
          printed = run.text.components(separatedBy: "\n").dropLast()
          if run.status != status { fail("ended with \(run.status): \(run.text)") }
        case .output(let wanted):
          guard let found = printed else {
            fail("no commands stand above this output")
            continue
          }
          if let line = ManualOutput.firstMissing(wanted, in: found) {
            fail("not printed: \(line)\n" + found.joined(separator: "\n"))
          }
          printed = nil
        case .change(let file, let old, let new):
          let path = folder.path + "/" + file
          var content = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
          func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
          if old.isEmpty {
            content += lines(new)
          } else {
            let parts = content.components(separatedBy: lines(old))
            if parts.count != 2 { fail("\(parts.count - 1) such lines in \(file)") }
            content = parts.joined(separator: lines(new))
          }
          try folder.write(content, to: file)
        case .file(let name, let text):
          try folder.write(text, to: project + "/" + name)
          if text.contains("](obrazky/mapa.png)") {
            let picture = try Repository.bytes(of: "Data/dacice/obrazky/obce.png")
            try folder.write(picture, to: project + "/obrazky/mapa.png")
          }
        case .piece(let file, let text):
          if !(try Repository.text(of: "Data/dacice/" + file)).contains(text) {
            fail("the sample's \(file) does not say so")
          }
        case .stray(let info): fail("a block of no known kind: \(info)")
        }
      }
      return failures
    }
  }

  /// Runs the commands of a step as a shell does, the program being on the path. What would build the
  /// program is only looked at.
  private func perform(_ commands: [String], in folder: String) throws -> ToolRun {
    let program = try #require(Sazba.programPath)
    let bin = URL(fileURLWithPath: program).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let lines = commands.map { $0.hasPrefix("make ") ? "make -n" + $0.dropFirst(4) : $0 }
    let script = (["exec 2>&1", "set -e"] + lines).joined(separator: "\n")
    let clean = ["-u", "LC_ALL", "-u", "LC_MESSAGES", "-u", "LANG", "-u", "SAZBA_HOME"]
    return try runTool(
      "env", clean + ["PATH=\(bin):\(path)", "sh", "-c", script], in: folder)
  }

  @Test func stepByStepItGoesAsSaid() throws {
    let text = try Repository.text(of: ManualTests.walk)
    #expect(try follow(text).joined(separator: "\n") == "")
  }

  @Test func examplesOfFilesMakeAPlan() throws {
    let text = try Repository.text(of: ManualTests.files)
    #expect(try follow(text, project: "nas-plan").joined(separator: "\n") == "")
  }

  /// Each file that the forms know, told by the headings of the generated tables, has its example.
  @Test func everyFileHasAnExample() throws {
    let text = try Repository.text(of: ManualTests.files)
    let examples = Manual(text).blocks.compactMap { block in
      switch block.content {
      case .file(let name, _), .piece(let name, _): name
      default: nil
      }
    }
    let tables = text.components(separatedBy: "<!-- formuláře -->")
    let names = try #require(tables.last).components(separatedBy: "\n")
      .filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
    #expect(names.count >= 28)
    for name in names {
      #expect(examples.contains(name) || examples.contains(name + ".csv"), "\(name)")
    }
  }

  /// Commands that prose and tables mention exist, with their options.
  @Test(arguments: [walk, files, "README.md"]) func mentionedCommandsExist(_ manual: String) throws
  {
    let mentions = Manual(try Repository.text(of: manual)).mentions
    #expect(mentions.contains { $0.hasPrefix("sazba ") })
    var pages: [String: String] = [:]
    for mention in mentions {
      let words = mention.split { " []|\\,".contains($0) }.map(String.init)
      if words[0] == "make" {
        let run = try perform(["make " + words[1]], in: Repository.root)
        #expect(run.status == 0, "\(mention)")
        continue
      }
      let command = words[1] == "import" ? ["import", "register"] : [words[1]]
      if words[1].hasPrefix("-") { continue }
      let name = command.joined(separator: " ")
      if pages[name] == nil {
        let page = try Sazba.run(command + ["--help"])
        #expect(page.status == 0 && !page.text.contains("default:"), "\(mention)")
        pages[name] = page.text
      }
      for option in words.dropFirst(2) where option.hasPrefix("--") {
        #expect(pages[name]?.contains(option + " ") == true, "\(mention)")
      }
    }
  }

  /// A manual that says something else than what happens is caught.
  @Test(arguments: [
    ("(rozdíl 10 000 Kč)", "(rozdíl 11 000 Kč)"), ("```sh kód=1", "```sh"),
    ("sazba check nas-plan\n", "sazba chek nas-plan\n"),
    ("-  celkem: 750 000 Kč", "-  celkem: 770 000 Kč"), ("```text\n0 chyb", "```tekst\n0 chyb"),
    ("0 chyb, 0 upozornění\n```", "0 chyb, 0 upozornění\nHotovo.\n```"),
    ("1 chyba, 0 upozornění\nProč na tom", "Proč na tom"),
  ])
  func aWrongManualIsCaught(_ right: String, _ wrong: String) throws {
    let text = try Repository.text(of: ManualTests.walk)
    let start = try #require(text.range(of: "## Úpravy souborů"))
    let end = try #require(text.range(of: "## Úklid zápisu"))
    let steps = "```sh\nsazba new nas-plan\n```\n" + text[start.lowerBound..<end.lowerBound]
    #expect(steps.contains(right))
    #expect(try follow(steps) == [])
    #expect(try follow(steps.replacingOccurrences(of: right, with: wrong)) != [])
  }

  /// An example that the program does not understand is caught, and one that contradicts another.
  @Test(arguments: [
    ("druh: komunitní plán", "druh: komunální plán"),
    ("1.1.4;2027;kraj;100 000", "1.1.4;2027;kraj;110 000"),
    ("{lang=uk}", "{jazyk=uk}"), ("licence: MIT", "licence: GPL"), ("termin: 2027", "termín: 2027"),
  ])
  func aWrongExampleIsCaught(_ right: String, _ wrong: String) throws {
    let text = try Repository.text(of: ManualTests.files)
    let end = try #require(text.range(of: "## Ověření u poskytovatelů"))
    let examples = text[..<end.lowerBound]
    #expect(examples.contains(right))
    let altered = examples.replacingOccurrences(of: right, with: wrong)
    #expect(try follow(altered, project: "nas-plan") != [])
  }
}
