import Foundation
import SazbaTesting
import Testing

/// The register and the verification sheets as users meet them.
@Suite struct RegisterCommands {
  private static let register = Repository.path("Tests/IntakeTests/Register/rpss.json")

  private func withProject<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      let project = folder.path + "/projekt"
      let files = FileManager.default
      try files.copyItem(
        atPath: Repository.path("Tests/IntakeTests/Fixtures/zaklad"), toPath: project)
      let tables = Repository.path("Tests/IntakeTests/Register/projekt")
      for name in try files.contentsOfDirectory(atPath: tables) {
        try files.copyItem(atPath: tables + "/" + name, toPath: project + "/" + name)
      }
      return try body(project)
    }
  }

  private func contents(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: folder + "/" + name).map { (name, $0) }
      })
  }

  @Test func dryRunWritesNothingAndSecondRunChangesNothing() throws {
    try withProject { project in
      let before = try contents(project)
      let dry = try Sazba.run(
        "import", "register", RegisterCommands.register, project, "--dry-run")
      #expect(dry.status == 0)
      #expect(dry.text.contains("kapacita: „120“ → „130“"))
      #expect(dry.text.contains("Změnilo by se: "))
      #expect(try contents(project) == before)

      let first = try Sazba.run("import", "register", RegisterCommands.register, project)
      #expect(first.status == 0)
      #expect(first.text.contains("Zapsáno: "))
      #expect(first.errors.contains("CilovaSkupinaOsoby/12"))
      let after = try contents(project)
      #expect(after != before)

      let second = try Sazba.run(
        "import", "register", RegisterCommands.register, project, "--format", "json")
      #expect(second.status == 0)
      #expect(try contents(project) == after)
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(second.output)) as? [String: Any])
      #expect(report["written"] as? Bool == false)
      #expect((report["files"] as? [String])?.isEmpty == true)
      for run in [dry, first, second] {
        #expect(!(run.text + run.errors).contains("Statutární"))
        #expect(!(run.text + run.errors).contains("Tajná"))
      }
    }
  }

  /// A project whose tables are workbooks keeps workbooks.
  @Test func workbooksStayWorkbooks() throws {
    try withProject { project in
      #expect(try Sazba.run("sheet", project, "--replace").status == 0)
      let first = try Sazba.run("import", "register", RegisterCommands.register, project)
      #expect(first.status == 0)
      #expect(first.text.contains("sluzby.xlsx") && first.text.contains("kapacity.xlsx"))
      let second = try Sazba.run("import", "register", RegisterCommands.register, project)
      #expect(second.text.contains("není co měnit"))
    }
  }

  @Test func brokenRegisterIsRefused() throws {
    try withProject { project in
      let before = try contents(project)
      let path = project + "/../rozbity.json"
      try Data("{\"polozky\": [{".utf8).write(to: URL(fileURLWithPath: path))
      let broken = try Sazba.run("import", "register", path, project)
      #expect(broken.status == 1)
      #expect(broken.errors.contains("J01") && broken.errors.contains("řádek 1"))
      let missing = try Sazba.run("import", "register", project + "/neni.json", project)
      #expect(missing.status == 1)
      #expect(try contents(project) == before)
    }
  }

  @Test func sheetsOfProvidersAndTheirCorrections() throws {
    try withTemporaryFolder { folder in
      let made = try Sazba.run(
        "sheet", Sazba.sample, "--providers", "--output", "listy", in: folder.path)
      #expect(made.status == 0)
      #expect(made.text.contains("listy/overeni-99900017.pdf"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/listy")
      #expect(names.count == 34)
      #expect(names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
      let read = try Sazba.run(
        "sheet", Sazba.sample, "--corrections", "listy/overeni-99900017.xlsx",
        "listy/overeni-99900025.xlsx", in: folder.path)
      #expect(read.status == 0)
      #expect(read.text.hasPrefix("Návrhů: 0,"))
      let again = try Sazba.run(
        "sheet", Sazba.sample, "--providers", "--output", "znovu", "--jobs", "1",
        in: folder.path)
      #expect(again.status == 0)
      #expect(try contents(folder.path + "/listy") == contents(folder.path + "/znovu"))
    }
  }

  @Test(arguments: [
    ["sheet", "x", "--providers", "--replace"], ["sheet", "x", "--accept"],
    ["sheet", "x", "--corrections"], ["import", "register", "x"], ["import", "neco"],
    ["sheet", "x", "--providers", "--corrections", "y"],
  ])
  func wrongUsage(_ arguments: [String]) throws {
    let run = try Sazba.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }
}
