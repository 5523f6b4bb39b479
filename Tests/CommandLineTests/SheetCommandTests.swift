import Foundation
import SazbaTesting
import Testing

@Suite struct SheetCommandTests {
  private func withCopy(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(atPath: Sazba.sample, toPath: folder.path + "/plan")
      try body(folder)
    }
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func tablesGoBesideTheProjectUnlessAsked() throws {
    try withCopy { folder in
      let before = try names(folder.path + "/plan")
      let run = try Sazba.run("sheet", "plan", in: folder.path)
      #expect(run.status == 0)
      #expect(run.text.contains("Output/plan/tabulky/obce.xlsx  23 řádků"))
      #expect(try names(folder.path + "/plan") == before)
      let again = try Sazba.run("sheet", "plan", "--output", "jinam", in: folder.path)
      #expect(again.status == 0)
      for name in try names(folder.path + "/jinam") {
        #expect(
          FileManager.default.contentsEqual(
            atPath: folder.path + "/jinam/" + name,
            andPath: folder.path + "/Output/plan/tabulky/" + name))
      }
    }
  }

  /// Neither the project's own tables nor what somebody saved since are written over.
  @Test func nothingOfAnybodyIsWrittenOver() throws {
    try withCopy { folder in
      let before = try names(folder.path + "/plan")
      try FileManager.default.createDirectory(
        atPath: folder.path + "/odkaz", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/odkaz/plan", withDestinationPath: folder.path + "/plan")
      for output in ["plan", "./plan/", "plan/texty", "odkaz/plan"] {
        for more in [[], ["--providers"]] {
          let run = try Sazba.run(["sheet", "plan", "--output", output] + more, in: folder.path)
          #expect(run.status == 1 && run.errors.contains("O04"), "\(output)")
        }
      }
      #expect(try names(folder.path + "/plan") == before)

      #expect(try Sazba.run("sheet", "plan", "--output", "ven", in: folder.path).status == 0)
      // What we wrote from older data and nobody has touched may be written anew.
      let towns = folder.path + "/plan/poskytovatele.csv"
      let text = try String(contentsOfFile: towns, encoding: .utf8)
      try text.replacingOccurrences(of: "Javořice", with: "Javorka").write(
        toFile: towns, atomically: true, encoding: .utf8)
      #expect(try Sazba.run("sheet", "plan", "--output", "ven", in: folder.path).status == 0)
      let saved = Repository.path("Tests/IntakeTests/Workbooks/excel/financovani.xlsx")
      let place = folder.path + "/ven/sluzby.xlsx"
      try FileManager.default.removeItem(atPath: place)
      try FileManager.default.copyItem(atPath: saved, toPath: place)
      let kept = try names(folder.path + "/ven")
      let run = try Sazba.run("sheet", "plan", "--output", "ven", in: folder.path)
      #expect(run.status == 1 && run.text.isEmpty)
      #expect(run.errors.contains("O03") && run.errors.contains("ven/sluzby.xlsx"))
      #expect(!run.errors.contains("ven/obce.xlsx"))
      #expect(FileManager.default.contentsEqual(atPath: saved, andPath: place))
      #expect(try names(folder.path + "/ven") == kept)
    }
  }

  @Test func replacingLosesNothing() throws {
    try withCopy { folder in
      let before = try Sazba.run("dump", "plan", "--stage", "plan", in: folder.path)
      let run = try Sazba.run("sheet", "plan", "--replace", in: folder.path)
      #expect(run.status == 0 && run.text.contains("místo obce.csv"))
      #expect(try names(folder.path + "/plan").allSatisfy { !$0.hasSuffix(".csv") })
      let after = try Sazba.run("dump", "plan", "--stage", "plan", in: folder.path)
      #expect(before.status == 0 && before.output == after.output)
      let idle = try Sazba.run("sheet", "plan", "--replace", "--lang", "en", in: folder.path)
      #expect(idle.status == 0 && idle.text.contains("nothing to replace"))
    }
  }

  @Test func placesAreSheetsAndCells() throws {
    try withCopy { folder in
      #expect(try Sazba.run("sheet", "plan", "--replace", in: folder.path).status == 0)
      // An abbreviation without its meaning, as a workbook.
      try FileManager.default.removeItem(atPath: folder.path + "/plan/zkratky.xlsx")
      try folder.write("zkratka;vyznam\nČR;\n", to: "plan/zkratky.csv")
      #expect(try Sazba.run("sheet", "plan", "--replace", in: folder.path).status == 0)
      let text = try Sazba.run("check", "plan", in: folder.path)
      #expect(text.status == 1)
      #expect(text.text.contains("plan/zkratky.xlsx › zkratky › B2: chyba C07"))
      let json = try Sazba.run("check", "plan", "--format", "json", in: folder.path).text
      #expect(json.contains("\"cell\" : \"B2\"") && json.contains("\"sheet\" : \"zkratky\""))
    }
  }

  @Test func brokenTablesAreNotWritten() throws {
    try withCopy { folder in
      try folder.write("zkratka;vyznam\nČR;\"Česká\n", to: "plan/zkratky.csv")
      let run = try Sazba.run("sheet", "plan", "--output", "ven", in: folder.path)
      #expect(run.status == 1 && run.errors.contains("C05"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/ven"))
    }
  }

  @Test func textsBeyondACellAreRefused() throws {
    try withCopy { folder in
      let long = String(repeating: "slovo ", count: 6_000)
      try folder.write("zkratka;vyznam\nČR;\(long)\n", to: "plan/zkratky.csv")
      let run = try Sazba.run("sheet", "plan", "--replace", in: folder.path)
      #expect(run.status == 1 && run.errors.contains("X06") && run.errors.contains("B2"))
      #expect(try !names(folder.path + "/plan").contains { $0.hasSuffix(".xlsx") })
    }
  }

  @Test func folderThatIsNotThereGivesNoTables() throws {
    try withTemporaryFolder { folder in
      let run = try Sazba.run("sheet", "plna", in: folder.path)
      #expect(run.status == 1 && run.errors.contains("I01"))
      #expect(try names(folder.path).isEmpty)
    }
  }

  @Test func foldersThatCannotBeWritten() throws {
    #expect(
      try Sazba.run("sheet", Sazba.sample, "--output", "/dev/null/x").status == 3)
    #expect(
      try Sazba.run("sheet", Sazba.sample, "--output", "x", "--replace").status == 2)
    #expect(try Sazba.run("sheet", Sazba.sample, "--output", "").status == 2)
  }
}
