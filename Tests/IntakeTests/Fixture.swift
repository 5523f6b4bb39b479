import Core
import Foundation
import Intake
import Planning
import SazbaTesting
import Testing

/// A project made of the base `Fixtures/zaklad` with some files replaced.
///
/// `priprava.txt` says what a folder of text files cannot: `neexistuje`, `prazdna`,
/// `slozka NAME`, `velky NAME BYTES`, `odkaz NAME TARGET`, `smaz NAME`, `neznama WORD …` (what the
/// word list lacks). `ocekavano.txt` lists what is found, one finding a line: `Y03 plan.yaml:6:1`.
struct Fixture: CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  /// The code that the fixture is for: `Y01` of `Y01.odsazeni`.
  var code: String { String(name.prefix { $0 != "." }) }

  /// Whether it shows what the rule lets pass: `V13.projde`.
  var passes: Bool { name.hasSuffix(".projde") }

  static let folder = "Tests/IntakeTests/Fixtures"

  static let all: [Fixture] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: Repository.path(folder))
    return (names ?? []).filter { $0 != "zaklad" }.sorted().map(Fixture.init)
  }()

  /// What reading and validating the fixture finds, and the files it read.
  func findings() throws -> (findings: [Diagnostic], sources: SourceTable, root: String) {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      let project = root + "/projekt"
      var target = project
      let files = FileManager.default
      let preparations = try preparations()
      if !preparations.contains(["prazdna"]) {
        try files.copyItem(atPath: Repository.path(Fixture.folder + "/zaklad"), toPath: project)
        try overlay(Repository.path(Fixture.folder + "/" + name), onto: project)
      } else {
        try files.createDirectory(atPath: project, withIntermediateDirectories: true)
      }
      for words in preparations {
        switch words[0] {
        case "neexistuje": target = root + "/neni"
        case "slozka":
          try files.createDirectory(
            atPath: project + "/" + words[1], withIntermediateDirectories: true)
        case "velky": truncate(project + "/" + words[1], off_t(words[2]) ?? 0)
        case "odkaz":
          try files.createSymbolicLink(
            atPath: project + "/" + words[1], withDestinationPath: words[2])
        case "smaz": try files.removeItem(atPath: project + "/" + words[1])
        default: break
        }
      }
      var sources = SourceTable()
      var silences: [Silence] = []
      var findings: [Diagnostic] = []
      do {
        let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
        let strangers = preparations.first { $0[0] == "neznama" }.map { Set($0.dropFirst()) }
        let speller = strangers.map { words in
          Speller(knows: { !words.contains($0.lowercased()) }, suggest: { _ in ["katalog"] })
        }
        let plan = try readProject(
          target, codelists: codelists, speller: speller, sources: &sources)
        silences = plan.value.silences
        findings = try plan.warnings + validate(plan.value, against: codelists).warnings
      } catch let rejected as Rejected {
        findings = rejected.diagnostics
      }
      let judged = silence(
        findings, by: silences, kinds: IntakeDiagnostics.all + PlanningDiagnostics.all,
        isWhole: true)
      return (judged, sources, project + "/")
    }
  }

  private func preparations() throws -> [[String]] {
    let path = Repository.path(Fixture.folder + "/" + name + "/priprava.txt")
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
  }

  private func overlay(_ from: String, onto project: String) throws {
    let files = FileManager.default
    for case let name as String in files.enumerator(atPath: from) ?? .init() {
      var isFolder: ObjCBool = false
      guard files.fileExists(atPath: from + "/" + name, isDirectory: &isFolder),
        !isFolder.boolValue, !name.hasSuffix(".txt")
      else { continue }
      if files.fileExists(atPath: project + "/" + name) {
        try files.removeItem(atPath: project + "/" + name)
      }
      try files.createDirectory(
        atPath: (project + "/" + name as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true)
      try files.copyItem(atPath: from + "/" + name, toPath: project + "/" + name)
    }
  }

  private func truncate(_ path: String, _ size: off_t) {
    #expect(Foundation.truncate(path, size) == 0)
  }
}
