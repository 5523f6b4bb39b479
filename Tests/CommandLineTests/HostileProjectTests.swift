import Foundation
import SazbaTesting
import Testing

/// Projects that somebody made to do harm: the program says what is wrong, soon and in bounds, and
/// neither reads nor writes anything outside.
@Suite struct HostileProjectTests {
  /// A copy of the templates beside a secret, both in one folder.
  private func withProject(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try #require(try Sazba.run("new", "p", in: folder.path).status == 0)
      try folder.write("tajne: SECRET\n", to: "venku/tajne.yaml")
      try folder.write("# SECRET\n", to: "venku/tajne.md")
      try body(folder)
    }
  }

  private func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: folder.path + "/" + name)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/" + name, withDestinationPath: target)
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  /// Builds and expects a refusal that names its code and nothing of the secret; nothing appears.
  private func refuses(
    _ folder: TemporaryFolder, _ code: String, _ words: String..., command: String = "build"
  ) throws {
    let before = try names(folder.path)
    let run = try Sazba.run(
      command == "build" ? [command, "p", "--output", "ven"] : [command, "p"], in: folder.path)
    #expect(run.status == 1, "\(run.errors)")
    let told = command == "check" ? run.text : run.errors
    #expect(told.contains(" \(code): "), "\(told)")
    for word in words { #expect(told.contains(word), "\(told)") }
    #expect(!run.errors.contains("SECRET") && !run.text.contains("SECRET"))
    #expect(try names(folder.path) == before)
  }

  @Test(arguments: ["strategie.yaml", "financovani.csv", "texty/organizace.md"])
  func linkedFilesAreNotRead(_ name: String) throws {
    try withProject { folder in
      let up = name.contains("/") ? "../../" : "../"
      let ending = name.split(separator: ".").last == "md" ? "md" : "yaml"
      try link(folder, "p/" + name, to: up + "venku/tajne." + ending)
      try refuses(folder, "I05", "vede mimo složku projektu")
    }
  }

  @Test func linkedFoldersAreNotRead() throws {
    try withProject { folder in
      try link(folder, "p/texty", to: "../venku")
      try refuses(folder, "I05", "vede mimo složku projektu")
    }
  }

  @Test func aLinkedFolderOfLayoutsIsRefused() throws {
    try withProject { folder in
      try link(folder, "p/Layouts", to: "../venku")
      try refuses(folder, "S22", "vede mimo projekt", "Zkopírujte složku Layouts")
    }
  }

  @Test(arguments: ["../venku/obr.png", "/etc/hostname", "obrazky/../../venku/obr.png"])
  func picturesStayInTheProject(_ path: String) throws {
    try withProject { folder in
      try folder.write(
        "# Organizace\n\n![obrázek](\(path))\n\nPopis: Obrázek\nZdroj: nikdo\n",
        to: "p/texty/organizace.md")
      try refuses(folder, "I05", "vede mimo složku projektu")
    }
  }

  @Test(arguments: ["../../../../etc/hostname", "/etc/hostname"])
  func fontsAndProfilesStayInTheirFolder(_ path: String) throws {
    try withProject { folder in
      let design = try String(
        contentsOfFile: Repository.path("Layouts/Designs/obec.yaml"), encoding: .utf8)
      let first = try #require(design.firstRange(of: "file: "))
      let end = try #require(design[first.upperBound...].firstIndex { $0 == " " || $0 == "," })
      try folder.write(
        design[..<first.upperBound] + path + design[end...], to: "p/Layouts/Designs/obec.yaml")
      try folder.write(
        String(contentsOfFile: Repository.path("Layouts/Profiles/web.yaml"), encoding: .utf8)
          .replacing(/profile: [^,}\n]*/, with: "profile: \(path)"),
        to: "p/Layouts/Profiles/web.yaml")
      try refuses(folder, "S05", "soubor ve složce písem")
    }
  }

  @Test(arguments: ["../../venku/tajne", "/etc/hostname"])
  func recipesNameNoPaths(_ name: String) throws {
    try withProject { folder in
      let recipe = try String(
        contentsOfFile: folder.path + "/p/Layouts/Publications/plan.yaml", encoding: .utf8)
      try folder.write(
        recipe.replacing("design: obec", with: "design: \(name)"),
        to: "p/Layouts/Publications/plan.yaml")
      try refuses(folder, "S18")
    }
  }

  @Test func namesAndValuesDoNotSteerTheTerminal() throws {
    try withProject { folder in
      try folder.write("neznamy_klic: x\n", to: "p/\u{1B}]0;zlo\u{07}\u{9B}2J.yaml")
      try folder.write("nazev: \u{1B}[2Jzlo\n", to: "p/zdroje.yaml")
      try folder.write("neznamy: \u{2066}x\n", to: "p/a\u{202E}gpj.yaml")
      let run = try Sazba.run("check", "p", in: folder.path)
      #expect(run.status == 1)
      for command in [
        ["check", "p"], ["fmt", "p", "--diff"], ["build", "p\u{1B}[2J"], ["\u{1B}[2J"],
        ["sheet", "p", "--corrections", "\u{1B}[2J.xlsx"], ["check", "p", "--format", "json"],
      ] {
        let run = try Sazba.run(command, in: folder.path)
        for text in [run.text, run.errors] {
          let steering = text.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F..<0xA0).contains($0.value)
              || $0.properties.isBidiControl
          }
          #expect(steering.isEmpty, "\(command)")
        }
      }
    }
  }

  @Test func bombsOfYAMLDoNotGoOff() throws {
    try withProject { folder in
      var bomb = "a: &a [\"x\",\"x\",\"x\",\"x\",\"x\",\"x\",\"x\",\"x\",\"x\"]\n"
      for (last, next) in zip("abcdefgh", "bcdefghi") {
        bomb +=
          "\(next): &\(next) [" + Array(repeating: "*\(last)", count: 9).joined(separator: ",")
        bomb += "]\n"
      }
      try folder.write(bomb, to: "p/bomba.yaml")
      try refuses(folder, "Y06", command: "check")
    }
  }

  @Test func tablesBeyondAllMeasureAreNotRead() throws {
    try withProject { folder in
      let path = try folder.write("aktivita;rok;zdroj;castka\n", to: "p/financovani.csv")
      let row = Data("1.1.1;2025;obce;100\n".utf8)
      var rows = Data(capacity: 50 << 20)
      while rows.count < 50 << 20 { rows.append(row) }
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: rows)
      try handle.close()
      try refuses(folder, "I04", "čteme nejvýše 16 MB", command: "check")
    }
  }

  /// A workbook of a few kilobytes that holds gigabytes.
  @Test func bombsInWorkbooksDoNotGoOff() throws {
    try withProject { folder in
      try FileManager.default.removeItem(atPath: folder.path + "/p/financovani.csv")
      try FileManager.default.copyItem(
        atPath: Repository.path("Tests/CommandLineTests/Hostile/bomba.xlsx"),
        toPath: folder.path + "/p/financovani.xlsx")
      try refuses(folder, "X04", command: "check")
    }
  }

  @Test func costsThatGoRoundAreNamed() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(atPath: Sazba.sample, toPath: folder.path + "/p")
      let path = folder.path + "/p/strategie.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let cost = try #require(text.ranges(of: /\n +naklady: [^\n]*/).last)
      let code = try #require(text[..<cost.lowerBound].ranges(of: /kod: [0-9.]+/).last)
      let own = text[code].dropFirst("kod: ".count)
      try folder.write(
        text.replacingCharacters(in: cost, with: "\n            naklady: v rámci \(own)"),
        to: "p/strategie.yaml")
      try refuses(folder, "R03", "v rámci", command: "check")
    }
  }
}
