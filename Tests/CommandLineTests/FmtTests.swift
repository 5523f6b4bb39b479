import Foundation
import SazbaTesting
import Testing

/// `sazba fmt` as people call it, on a copy of the sample that somebody worked on for a year.
@Suite struct FmtCommandTests {
  private func withProject(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(atPath: Sazba.sample, toPath: folder.path + "/p")
      try body(folder)
    }
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  @Test func whatIsInFormStays() throws {
    try withProject { folder in
      let run = try Sazba.run("fmt", "p", "--text", in: folder.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.text.contains("upraveno: p"))
    }
  }

  @Test func filesComeIntoFormOnce() throws {
    try withProject { folder in
      let terms = try text(folder, "p/pojmy.yaml")
      let wide = terms.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("  ") ? "   " + line : String(line)
      }.joined(separator: "\r\n")
      try folder.write(wide, to: "p/pojmy.yaml")
      try folder.write(
        "\u{FEFF}zkratka,vyznam\r\n\"ČR\",\"Česká republika\"\r\n", to: "p/zkratky.csv")
      chmod(folder.path + "/p/zkratky.csv", 0o600)
      let diff = try Sazba.run("fmt", "p", "--diff", in: folder.path)
      #expect(diff.text.contains("-⟨BOM⟩zkratka,vyznam␍\n"))
      #expect(diff.text.contains("+ČR;Česká republika\n"))
      let dry = try Sazba.run("fmt", "p", "--dry-run", in: folder.path)
      #expect(dry.text.contains("změnilo by se: p/pojmy.yaml\n"))
      #expect(try text(folder, "p/pojmy.yaml") == wide)
      let run = try Sazba.run("fmt", "p", in: folder.path)
      #expect(run.status == 0)
      #expect(run.text.contains("upraveno: p/pojmy.yaml\nupraveno: p/zkratky.csv\n"))
      #expect(try text(folder, "p/pojmy.yaml") == terms)
      #expect(try text(folder, "p/zkratky.csv") == "zkratka;vyznam\nČR;Česká republika\n")
      var facts = stat()
      #expect(stat(folder.path + "/p/zkratky.csv", &facts) == 0)
      #expect(facts.st_mode & 0o777 == 0o600)
      #expect(!(try Sazba.run("fmt", "p", in: folder.path).text.contains("upraveno: p")))
    }
  }

  @Test func mendsAreLoggedAndDoneOnce() throws {
    try withProject { folder in
      let broken = "# Konec\n\nPomoc uživat\u{435}\u{43B}ů -- slo\u{AD}vo... a [x -- y]{lang=en}.\n"
      try folder.write(broken, to: "p/texty/zaver.md")
      #expect(try Sazba.run("fmt", "p", in: folder.path).status == 0)
      #expect(try text(folder, "p/texty/zaver.md") == broken)
      let run = try Sazba.run("fmt", "p", "--text", in: folder.path)
      #expect(
        run.text.contains(
          "p/texty/zaver.md:3:7: V18 „uživat\u{435}\u{43B}ů“ → „uživatelů“ "
            + "(U+0435 U+043B → U+0065 U+006C)\n"))
      #expect(run.text.contains("p/texty/zaver.md:3:20: V18-12 „...“") == false)
      #expect(run.text.contains("(U+00AD → nic)"))
      #expect(
        try text(folder, "p/texty/zaver.md")
          == "# Konec\n\nPomoc uživatelů – slovo… a [x -- y]{lang=en}.\n")
      let again = try Sazba.run("fmt", "p", "--text", in: folder.path)
      #expect(!again.text.contains("V18"))
    }
  }

  @Test func linksAndOtherFoldersAreNeverWritten() throws {
    try withProject { folder in
      try folder.write("a :   1\n", to: "jinde.yaml")
      try folder.write("zkratka,vyznam\n", to: "jinde.csv")
      try FileManager.default.createDirectory(
        atPath: folder.path + "/jinde", withIntermediateDirectories: true)
      try folder.write("* a\n\n\n* b\n", to: "jinde/text.md")
      let links = FileManager.default
      try links.createSymbolicLink(
        atPath: folder.path + "/p/cizi.yaml", withDestinationPath: folder.path + "/jinde.yaml")
      try links.removeItem(atPath: folder.path + "/p/zkratky.csv")
      try links.createSymbolicLink(
        atPath: folder.path + "/p/zkratky.csv", withDestinationPath: "udaje.yaml")
      try links.removeItem(atPath: folder.path + "/p/texty")
      try links.createSymbolicLink(
        atPath: folder.path + "/p/texty", withDestinationPath: folder.path + "/jinde")
      let run = try Sazba.run("fmt", "p", "--text", in: folder.path)
      #expect(run.status == 1)
      #expect(run.errors.contains("I05") && run.errors.contains("U01"))
      #expect(try text(folder, "jinde.yaml") == "a :   1\n")
      #expect(try text(folder, "jinde/text.md") == "* a\n\n\n* b\n")
      #expect(
        try links.destinationOfSymbolicLink(atPath: folder.path + "/p/zkratky.csv") == "udaje.yaml")
    }
  }

  @Test func brokenFilesAreNamedAndTheRestIsDone() throws {
    try withProject { folder in
      try folder.write("a: \"b\nc: 1\n", to: "p/zlomeno.yaml")
      try folder.write("a: &x 1\nb :  2\n", to: "p/kotva.yaml")
      try folder.write("zkratka,vyznam\nČR,Česko\n", to: "p/zkratky.csv")
      let run = try Sazba.run("fmt", "p", in: folder.path)
      #expect(run.status == 1)
      #expect(run.errors.contains("Y01") && run.errors.contains("U02"))
      #expect(try text(folder, "p/zlomeno.yaml") == "a: \"b\nc: 1\n")
      #expect(try text(folder, "p/kotva.yaml") == "a: &x 1\nb :  2\n")
      #expect(try text(folder, "p/zkratky.csv") == "zkratka;vyznam\nČR;Česko\n")
      #expect(try Sazba.run("fmt", folder.path + "/neni").status == 1)
    }
  }

  /// Text in another script whose language is marked is set in a face that has it.
  @Test func markedForeignTextIsSetAsItIs() throws {
    try withProject { folder in
      let closing = try text(folder, "p/texty/zaver.md")
      try folder.write(
        closing + "\n[Українська мова: допомога людям]{lang=uk} i [ελληνικά]{lang=el}.\n",
        to: "p/texty/zaver.md")
      let run = try Sazba.run("check", "p", "--format", "json", in: folder.path)
      #expect(run.status == 0, "\(run.text)")
      #expect(!run.text.contains("L04") && !run.text.contains("V18"))
    }
  }

  /// The misspelt words of the field, in sentences of our own; skipped where no list is installed.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/hunspell/cs_CZ.dic")))
  func misspeltWordsAreFound() throws {
    try withProject { folder in
      try folder.write(
        "# Katolog\n\nProjednání, poznávka je na webu. Specifickými cíly jsou tři.\n\n"
          + "Plán sociálních služebna Dačicku.\n\n[A foreign wordd]{lang=en}.\n",
        to: "p/texty/zaver.md")
      let run = try Sazba.run("check", "p", "--spelling", in: folder.path)
      let found = run.text.split(separator: "\n").filter { $0.contains("texty/zaver.md:") }
      #expect(
        found.map { $0.split(separator: ":")[1...2].joined(separator: ":") }
          == ["1:3", "3:13", "3:47", "5:17"], "\(found)")
      #expect(run.text.contains("„Katalog“") && run.text.contains("„pozvánka“"))
      #expect(run.text.contains("„služeb na“"))
      try folder.write("Katolog\npoznávka # na webu\ncíly\n", to: "p/slova.txt")
      let accepted = try Sazba.run("check", "p", "--spelling", in: folder.path)
      #expect(!accepted.text.contains("zaver.md:1:3"))
    }
  }

  /// Without a word list nobody is told that the spelling is right.
  @Test(.enabled(if: !FileManager.default.fileExists(atPath: "/usr/share/hunspell/cs_CZ.dic")))
  func spellingWithoutAWordListIsRefused() throws {
    let run = try Sazba.run("check", Sazba.sample, "--spelling")
    #expect(run.status == 1 && run.errors.contains("O02"))
  }
}
