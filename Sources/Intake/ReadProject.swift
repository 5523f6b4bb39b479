package import Core
import Foundation
package import Planning
import Yams

/// Reads a project: `plan.yaml` and the other YAML files of the folder, its long tables and its
/// texts. Nothing outside the folder is read.
///
/// - Parameters:
///   - folder: the project folder; messages show paths as they begin here.
///   - codelists: the codelists. Where the files have errors, the rules that hold despite them are
///     asked at once, so that one run finds as much as can be found.
///   - speller: a word list, where spelling is to be judged.
///   - sources: takes in every file that was read, also when the project is rejected.
/// - Throws: everything that was found in all files, when at least one finding is an error.
package func readProject(
  _ folder: String, codelists: Codelists, speller: Speller? = nil, sources: inout SourceTable
) throws(Rejected) -> Outcome<Plan> {
  let read = lookThrough(folder, codelists: codelists, speller: speller, sources: &sources)
  guard let plan = read.plan, !read.findings.contains(where: \.isError) else {
    throw Rejected(read.findings)
  }
  return Outcome(plan, warnings: read.findings)
}

/// What reading a project came to, whether it is right or not.
package struct LookThrough: Sendable {
  /// The plan as far as the files allow; nil where there is nothing to start from.
  package var plan: Plan?
  /// Everything that was found, in the files and, where they have errors, by those rules that hold
  /// despite them.
  package var findings: [Diagnostic]
  /// The parts of the plan that errors may have lost something of.
  package var damaged: Set<PlanPart>
}

/// Reads a project as far as that is possible.
///
/// - Parameter replacing: what stands in files of the project's folder once a change is made, by
///   their names; the files themselves are not read.
package func lookThrough(
  _ folder: String, codelists: Codelists, speller: Speller? = nil,
  replacing: [String: [UInt8]] = [:], sources: inout SourceTable
) -> LookThrough {
  var desk = ReadingDesk(folder: folder, sources: sources)
  desk.replacements = replacing
  let first = sources.files.count
  let (plan, damaged) = desk.readProjectFolder()
  desk.dropFollowUpsOfRaggedRows()
  desk.dropFollowUpsOfFaultyCells()
  desk.reportBlemishes(from: first)
  if let plan, let speller { desk.reportMisspellings(from: first, plan, speller) }
  sources = desk.sources
  var findings = desk.findings
  if let plan, findings.contains(where: \.isError) {
    // What could not be read rightly is not judged as well.
    let faulty = Set(findings.lazy.filter(\.isError).compactMap(\.at))
    findings += Planning.findings(on: plan, against: codelists, damaged: damaged).filter {
      finding in !(finding.at.map(faulty.contains) ?? false)
    }
  }
  return LookThrough(plan: plan, findings: findings, damaged: damaged)
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

  /// The plan as far as the files allow, nil where there is nothing to start from, and what errors
  /// damaged of it.
  fileprivate mutating func readProjectFolder() -> (plan: Plan?, damaged: Set<PlanPart>) {
    guard isFolderThere() else { return (nil, .whole) }
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
      return (nil, .whole)
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
      return (nil, .whole)
    }
    let plan = readPlan(top)
    return (plan, damaged(findings, in: top))
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
    // A catalogue needs neither.
    let isCatalogue = text(top, "druh")?.value == Plan.catalogueKind
    let required = Form.plan.required.filter {
      $0 != "priority" || (top["oblasti"] == nil && !isCatalogue)
    }
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
