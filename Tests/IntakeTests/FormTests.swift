import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

@Suite struct FormTests {
  private static let forms: [Form] = {
    var found: [Form] = []
    func visit(_ fields: [Field]) {
      for case let form? in fields.map(\.content.form)
      where !found.contains(where: { $0.name == form.name }) {
        found.append(form)
        visit(form.fields)
      }
    }
    visit(ProjectFile.all.flatMap(\.fields))
    return found
  }()

  private static var fields: [Field] {
    ProjectFile.all.flatMap(\.fields) + forms.flatMap(\.fields) + LongTable.all.flatMap(\.columns)
  }

  private func read(_ folder: String) throws -> Plan {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    return try readProject(folder, codelists: codelists, sources: &sources).value
  }

  @Test func everyFieldIsExplainedInBothLanguages() {
    for field in FormTests.fields {
      #expect(!field.note.cs.isEmpty && !field.note.en.isEmpty, "\(field.name)")
      #expect(field.note.cs.hasSuffix("."), "\(field.name): \(field.note.cs)")
      let isPlain = field.content.form == nil
      #expect(isPlain != field.example.isEmpty || !isPlain, "\(field.name) has no example")
    }
    let names = ProjectFile.all.flatMap(\.fields).map(\.name)
    #expect(Set(names).count == names.count)
    for fields in FormTests.forms.map(\.fields) + LongTable.all.map(\.columns) {
      #expect(Set(fields.map(\.name)).count == fields.count)
    }
  }

  /// Both directions at once: a project with every key of the forms is read without a complaint
  /// (the readers' forms have them all, and `Record` stops whoever asks for another), and each value
  /// that changes changes the plan (a reader asks for it).
  @Test func readersReadWhatFormsSay() throws {
    let full = FullProject()
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      try FileManager.default.copyItem(
        atPath: Repository.path("Data/dacice/loga"), toPath: folder + "/loga")
      try FileManager.default.createDirectory(
        atPath: folder + "/tisk", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Repository.path("Fonts/ICC/FOGRA39L_coated.icc"),
        toPath: folder + "/tisk/PSOcoated_v3.icc")
      for file in full.files {
        try Data(file.bytes).write(to: URL(fileURLWithPath: folder + "/" + file.name))
      }
      let plan = try read(folder)
      // For whoever fills the table in: neither read nor printed.
      let remarks = ["obce_vek.csv: nazev"]
      for leaf in full.leaves where !remarks.contains(leaf.description) {
        let path = URL(fileURLWithPath: folder + "/" + leaf.file)
        try Data(full.changed(leaf)).write(to: path)
        // A file that is named may be missing now: then it was looked for.
        if let changed = try? read(folder) { #expect(changed != plan, "\(leaf) is not read") }
        try Data(full.files.first { $0.name == leaf.file }?.bytes ?? []).write(to: path)
      }
    }
  }

  @Test func schemasAreUpToDate() throws {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let files = SchemaBook(codelists).files
    for file in files { try expectGolden(file.text, "Data/Schemas/" + file.name) }
    let present = try FileManager.default.contentsOfDirectory(
      atPath: Repository.path("Data/Schemas"))
    #expect(present.sorted() == files.map(\.name).sorted())
  }

  /// Sample and templates name their schemas, which lie where they say.
  @Test(arguments: ["Data/dacice", "Data/Templates"]) func filesNameTheirSchemas(_ folder: String)
    throws
  {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.path(folder))
    for name in names.sorted() where name.hasSuffix(".yaml") {
      let first = try Repository.text(of: folder + "/" + name).split(separator: "\n").first ?? ""
      let stem = name.dropLast(5)
      #expect(first == "# yaml-language-server: $schema=../Schemas/\(stem).schema.json", "\(name)")
      #expect(ProjectFile.all.contains { $0.name == stem })
    }
  }

  /// The tables of the manual are those of the forms; `SAZBA_ACCEPT=1` writes them anew.
  @Test func manualIsUpToDate() throws {
    let path = "Data/README.cs.md"
    let marks = ["<!-- formuláře -->\n", "<!-- konec formulářů -->\n"]
    let old = try Repository.text(of: path)
    let before = try #require(old.range(of: marks[0]))
    let after = try #require(old.range(of: marks[1]))
    let now = old[..<before.upperBound] + Handbook.text + old[after.lowerBound...]
    try expectGolden(String(now), path)
  }
}
