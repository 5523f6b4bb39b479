package import Core
import Foundation
package import Planning
import Yams

/// Reads a project: `plan.yaml` and the other YAML files of the folder, its long tables and its
/// texts. Nothing outside the folder is read.
///
/// - Parameters:
///   - folder: the project folder; messages show paths as they begin here.
///   - codelists: the codelists. Where the files have errors, the rules that judge single values
///     are asked at once, so that one run finds as much as can be found.
///   - speller: a word list, where spelling is to be judged.
///   - sources: takes in every file that was read, also when the project is rejected.
/// - Throws: everything that was found in all files, when at least one finding is an error.
package func readProject(
  _ folder: String, codelists: Codelists, speller: Speller? = nil, sources: inout SourceTable
) throws(Rejected) -> Outcome<Plan> {
  var desk = ReadingDesk(folder: folder, sources: sources)
  let first = sources.files.count
  let plan = desk.readProjectFolder()
  let isWhole = !desk.findings.contains(where: \.isError)
  desk.reportBlemishes(from: first)
  if let plan, let speller { desk.reportMisspellings(from: first, plan, speller) }
  sources = desk.sources
  guard let plan else { throw Rejected(desk.findings) }
  if desk.findings.contains(where: \.isError) {
    // Blemishes hide no fact: where they are the only errors, every rule has all that it asks for.
    let rules = Rule.all.filter { isWhole || $0.judgesSingly }
    throw Rejected(desk.findings + rules.flatMap { $0.check(plan, codelists) })
  }
  return Outcome(plan, warnings: desk.findings)
}

extension ReadingDesk {
  /// Whether the project folder is there; a finding says what is there instead.
  mutating func isFolderThere() -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    if exists, isFolder.boolValue { return true }
    report(
      IntakeDiagnostics.noFolder, at: nil,
      exists
        ? Phrase(cs: "\(folder) není složka.", en: "\(folder) is not a folder.")
        : Phrase(
          cs: "Složka „\(folder)“ neexistuje.", en: "The folder “\(folder)” does not exist."),
      fix: Phrase(
        cs: "Zadejte složku projektu; nový projekt založí sazba new nas-plan.",
        en: "Name the folder of a project; sazba new nas-plan makes a new one."))
    return false
  }

  /// The plan as far as the files allow; nil where there is nothing to start from.
  fileprivate mutating func readProjectFolder() -> Plan? {
    guard isFolderThere() else { return nil }
    let files = names().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    guard files.contains("plan.yaml") else {
      report(
        IntakeDiagnostics.noPlan, at: nil,
        Phrase(
          cs: "Ve složce \(folder) chybí soubor plan.yaml.",
          en: "The folder \(folder) has no file plan.yaml."),
        fix: Phrase(
          cs: "Zadejte složku projektu; nový projekt založí sazba new nas-plan.",
          en: "Name the folder of a project; sazba new nas-plan makes a new one."))
      return nil
    }
    reportStrayTables()
    // plan.yaml first, so that a key that stands twice is noted in the other file.
    guard let top = merge(["plan.yaml"] + files.filter { $0 != "plan.yaml" }) else {
      // Tables and texts are looked at all the same, so that one run finds everything.
      _ = readMunicipalities()
      _ = readFunding()
      _ = readAges()
      _ = readProviders()
      _ = readServices()
      _ = readEvaluation()
      _ = readComments()
      _ = readResponsibilities()
      _ = readApprovals()
      _ = readAbbreviations()
      _ = readFacilities()
      _ = readCapacities()
      _ = readChanges()
      _ = readEvaluations()
      _ = readNarratives()
      return nil
    }
    return readPlan(top)
  }

  /// The keys of the first level of several files as one record; nil where a file was refused.
  private mutating func merge(_ files: [String]) -> Record? {
    var top = Record(
      fields: [], form: .plan, at: SourceSpan(file: FileID(0 as UInt32), start: 0, end: 0))
    var isWhole = true
    var firsts: [String: SourceSpan] = [:]
    for name in files {
      guard let yaml = openYAML(name) else {
        isWhole = false
        continue
      }
      if name == "plan.yaml" { top.at = .top(of: yaml.file) }
      guard let root = yaml.root else { continue }
      guard case .mapping(let mapping) = root else {
        reportShape(
          PlacedNode(node: root, file: yaml.file),
          Phrase(cs: "skupina řádků „klíč: hodnota“", en: "keys with values"))
        isWhole = false
        continue
      }
      for field in fields(of: mapping, in: yaml.file) {
        if let first = firsts[field.name] {
          reportDuplicate(field.name, at: field.nameAt, first: first)
        } else {
          firsts[field.name] = field.nameAt
          top.fields.append(field)
        }
      }
    }
    // Areas hold the priorities where the scheme has areas.
    let required = Form.plan.required.filter { $0 != "priority" || top["oblasti"] == nil }
    // A file that could not be read may hold what seems to be missing.
    checkKeys(top, required: isWhole ? required : [])
    return isWhole ? top : readRest(top)
  }

  /// Looks at what can be read of a broken project, for its findings only.
  private mutating func readRest(_ top: Record) -> Record? {
    _ = readStrategy(top)
    _ = readPersons(top)
    _ = readGroups(top)
    _ = readSWOTs(top)
    return nil
  }
}
