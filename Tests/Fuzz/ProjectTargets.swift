import Core
import Foundation
import Manuscript
import Planning
import Publications
import SazbaTesting
import Style

@testable import Intake

/// What all projects are read with.
private struct Surroundings {
  var sources: SourceTable
  var codelists: Codelists
  var recipe: Recipe
  var phrases: Phrasebook

  static let shared: Surroundings = {
    do {
      var sources = SourceTable()
      let layouts = [Repository.path("Layouts")]
      let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
      let recipe = try readRecipe(named: "plan", in: layouts, sources: &sources)
      let phrases = try readPhrases(language: Language("cs"), in: layouts, sources: &sources)
      return Surroundings(
        sources: sources, codelists: codelists, recipe: recipe, phrases: phrases)
    } catch {
      broken("codelists and layouts of the checkout are good: \(error)")
    }
  }()
}

/// How a project came out, to be compared with the second time.
private struct Reading: Equatable {
  var plan: Plan?
  var findings: [Diagnostic]
  var sources: SourceTable
  var document: Document?
}

/// Reads a project, asks the rules, composes its document, and proves what must hold.
private func read(_ folder: String) -> Reading {
  let surroundings = Surroundings.shared
  var reading = Reading(
    plan: nil, findings: [], sources: surroundings.sources, document: nil)
  do throws(Rejected) {
    let read = try readProject(
      folder, codelists: surroundings.codelists, sources: &reading.sources)
    checkFindings(read.warnings, reading.sources, areRefusal: false)
    reading.plan = read.value
    reading.findings = read.warnings
    let valid = try validate(read.value, against: surroundings.codelists)
    checkFindings(valid.warnings, reading.sources, areRefusal: false)
    reading.findings += valid.warnings
    let composed = try composePlan(
      valid.value, recipe: surroundings.recipe, phrases: surroundings.phrases)
    checkFindings(composed.warnings, reading.sources, areRefusal: false)
    reading.findings += composed.warnings
    reading.document = composed.value
  } catch {
    checkFindings(error.diagnostics, reading.sources, areRefusal: true)
    reading.findings += error.diagnostics
  }
  return reading
}

private func checkProject(in folder: String) {
  let reading = read(folder)
  if let plan = reading.plan { checkSpans(of: plan, reading.sources) }
  demand(read(folder) == reading, "the same files read twice give the same")
}

extension FuzzTarget {
  /// One file with everything that YAML says of a plan.
  static let yaml: FuzzTarget = {
    let scratch = Scratch("yaml")
    return FuzzTarget(
      name: "yaml", longest: 16_384,
      words: [
        "nazev:", "typ: ", "obdobi: ", "uzemi:", "priority:", "opatreni:", "aktivity:", "kod: ",
        "naklady: ", "v rámci ", "1.1.2", "0", "zatím neznáme", "až", "2027-01-01", "osoby:",
        "skupiny:", "swot:", "- ", "? ", ": ", "|\n", ">-\n", "&a ", "*a", "<<: ", "!!str ",
        "\u{85}", "\u{2028}", "\u{FEFF}", "\r", "\"\\u0000\"", "---\n", "...\n", "%YAML 1.2\n",
      ],
      seeds: {
        let base = contents(filesOfCheckout(fixtures + "/zaklad", ".yaml"))
        return [Array(base.joined())] + contents(filesOfCheckout(fixtures, ".yaml"))
          + contents(filesOfCheckout("Data/dacice", ".yaml"))
      },
      run: { bytes in
        scratch.write(bytes, to: "plan.yaml")
        checkProject(in: scratch.path)
      })
  }()

  /// A whole project: YAML, tables and texts that refer to each other.
  static let project: FuzzTarget = {
    let scratch = Scratch("project")
    return FuzzTarget(
      name: "project", longest: 65_536,
      words: yaml.words + table.words + ["\n=== texty/uvod.md\n", "\n=== financovani.csv\n"],
      seeds: {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path(fixtures)))
        return (all ?? []).sorted().map {
          archive(of: [fixtures + "/zaklad", fixtures + "/" + $0])
        }
          + [archive(of: ["Data/dacice"])]
      },
      run: { bytes in
        scratch.clear()
        scratch.folder("texty")
        for file in unpacked(bytes, isPlainName) { scratch.write(file.bytes, to: file.name) }
        checkProject(in: scratch.path)
      })
  }()

  /// A file that stands for each of the codelists.
  static let codelist: FuzzTarget = {
    let scratch = Scratch("codelist")
    scratch.link("any", as: CodelistName.allCases.map { $0.rawValue + ".yaml" })
    return FuzzTarget(
      name: "codelist", longest: 8_192,
      words: ["nazev:", "polozky:", "- kod: ", "plati_od: ", "plati_do: ", "zkratka:"],
      seeds: { contents(filesOfCheckout("Data/Codelists", ".yaml")) },
      run: { bytes in
        scratch.write(bytes, to: "any")
        func read() -> ([Codelist], [Diagnostic]) {
          var sources = SourceTable()
          do throws(Rejected) {
            return (try readCodelists(scratch.path, sources: &sources).lists, [])
          } catch {
            checkFindings(error.diagnostics, sources, areRefusal: true)
            return ([], error.diagnostics)
          }
        }
        let (lists, findings) = read()
        let again = read()
        demand(lists == again.0 && findings == again.1, "codelists read twice are the same")
      })
  }()

  private static let fixtures = "Tests/IntakeTests/Fixtures"
}

// MARK: Archives

/// Folders as one input; the files of later folders replace those of earlier ones.
private func archive(of folders: [String]) -> [UInt8] {
  var files: [String: [UInt8]] = [:]
  for folder in folders {
    for path in filesOfCheckout(folder, "") {
      let name = String(path.dropFirst(folder.utf8.count + 1))
      guard isPlainName(name), let bytes = try? Repository.bytes(of: path) else { continue }
      files[name] = bytes
    }
  }
  return files.sorted { $0.key < $1.key }.flatMap { name, bytes in
    Array("=== \(name)\n".utf8) + bytes + (bytes.last == 0x0A ? [] : [0x0A])
  }
}

/// Whether a name is one of a project's files and stays in its folder.
private func isPlainName(_ name: String) -> Bool {
  let stem = name.hasPrefix("texty/") ? name.dropFirst(6) : name[...]
  return stem.utf8.count < 100 && !stem.hasPrefix(".") && !stem.hasPrefix("texty")
    && (name.hasSuffix(".yaml") || name.hasSuffix(".csv") || name.hasSuffix(".md"))
    && stem.utf8.allSatisfy { (0x61...0x7A).contains($0) || [0x2D, 0x2E, 0x5F].contains($0) }
}
