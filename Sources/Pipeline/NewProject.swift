package import Core
import Foundation
import Intake

/// What a user asks of `sazba new`.
package struct NewProjectRequest: Sendable {
  /// Sazba's own data.
  package var home: Home
  /// The folder to be made.
  package var folder: String
  /// Whether to copy the complete sample instead of the templates.
  package var isExample: Bool

  /// Asks for a project.
  package init(home: Home, folder: String, isExample: Bool) {
    self.home = home
    self.folder = folder
    self.isExample = isExample
  }
}

/// How making files came out.
package struct MakingResult: Sendable {
  /// The files made, relative to the folder; empty if anything went wrong.
  package var files: [String] = []
  /// Everything that was found in Sazba's own data.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// What was asked for that cannot be.
  package var usage: Phrase?
  /// Why nothing could be written.
  package var outputFailure: OutputFailure?
}

/// The folder of a project that holds the schemas for editors.
private let schemaFolder = "schemata"

/// Makes a project that builds at once: the templates or the sample, and the schemas that their
/// first lines name. All of it appears, or nothing.
package func makeProject(_ request: NewProjectRequest) -> MakingResult {
  var result = MakingResult()
  if let taken = occupied(request.folder) {
    result.usage = taken
    return result
  }
  do throws(Rejected) {
    let codelists = try readCodelists(request.home.codelists, sources: &result.sources)
    let origin = request.isExample ? request.home.sample : request.home.templates
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names(below: origin) {
      let bytes = try readOwnFile(origin + "/" + name)
      files.append((name, name.hasSuffix(".yaml") ? pointed(bytes) : bytes))
    }
    for schema in SchemaBook(codelists).files {
      files.append((schemaFolder + "/" + schema.name, Array(schema.text.utf8)))
    }
    do throws(OutputFailure) {
      var folder = try AtomicFolder(at: request.folder)
      for file in files { try folder.add(file.bytes, at: file.name) }
      try folder.commit()
      result.files = files.map(\.name)
    } catch {
      result.outputFailure = error
      result.outputFailure?.hasChoice = false
    }
  } catch {
    result.findings = error.diagnostics
  }
  return result
}

/// Writes the schemas of every file into a folder, all or none.
package func writeSchemas(to folder: String, home: Home) -> MakingResult {
  var result = MakingResult()
  do throws(Rejected) {
    let codelists = try readCodelists(home.codelists, sources: &result.sources)
    do throws(OutputFailure) {
      var output = AtomicOutput()
      var names: [String] = []
      for schema in SchemaBook(codelists).files {
        try output.stage(Array(schema.text.utf8), at: folder + "/" + schema.name)
        names.append(schema.name)
      }
      try output.commit()
      result.files = names
    } catch {
      result.outputFailure = error
    }
  } catch {
    result.findings = error.diagnostics
  }
  return result
}

/// Why no project can be made there; nil where one can.
private func occupied(_ folder: String) -> Phrase? {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { return nil }
  guard isFolder.boolValue else {
    return Phrase(
      cs: "„\(folder)“ je soubor. Zvolte pro nový projekt jiné jméno složky.",
      en: "“\(folder)” is a file. Choose another name for the new project's folder.")
  }
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  guard !names.isEmpty else { return nil }
  return Phrase(
    cs: "Složka „\(folder)“ není prázdná. Nový projekt se zakládá do nové nebo prázdné složky.",
    en: "The folder “\(folder)” is not empty. A new project goes into a new or empty folder.")
}

/// The files below a folder as paths relative to it, sorted; hidden ones are left out.
private func names(below folder: String, _ inner: String = "") -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + inner)) ?? []
  return names.filter { !$0.hasPrefix(".") }
    .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    .flatMap { name -> [String] in
      let path = inner.isEmpty ? name : inner + "/" + name
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      return isFolder.boolValue ? Pipeline.names(below: folder, path) : [path]
    }
}

/// A YAML file of Sazba whose first line names its schema, made to name the project's own.
private func pointed(_ bytes: [UInt8]) -> [UInt8] {
  let mark = "# yaml-language-server: $schema="
  let text = String(decoding: bytes, as: UTF8.self)
  guard text.hasPrefix(mark), let end = text.firstIndex(of: "\n") else { return bytes }
  let name = text[..<end].split(separator: "/").last ?? ""
  return Array((mark + schemaFolder + "/" + name + text[end...]).utf8)
}
