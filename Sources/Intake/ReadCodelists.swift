package import Core
package import Planning

/// Reads every codelist of a folder: one YAML file a list, named by `CodelistName`.
///
/// - Parameters:
///   - folder: the folder, usually `Data/Codelists`.
///   - sources: takes in the files.
/// - Throws: everything that was found, when at least one finding is an error.
package func readCodelists(_ folder: String, sources: inout SourceTable) throws(Rejected)
  -> Codelists
{
  var desk = ReadingDesk(folder: folder, sources: sources)
  let lists = CodelistName.allCases.map { desk.readCodelist($0) }
  sources = desk.sources
  if desk.findings.contains(where: \.isError) { throw Rejected(desk.findings) }
  return Codelists(lists: lists)
}

extension ReadingDesk {
  fileprivate mutating func readCodelist(_ name: CodelistName) -> Codelist {
    guard let yaml = openYAML(name.rawValue + ".yaml"), let root = yaml.root,
      let top = record(
        PlacedNode(node: root, file: yaml.file), .codelist(name))
    else { return Codelist(name: name, entries: []) }
    var entries: [CodelistEntry] = []
    for item in items(top, "polozky") {
      guard let record = record(item, .codelistEntry(name))
      else { continue }
      let code = demand(record, "kod").value
      var entry = CodelistEntry(
        code: code, name: text(record, "nazev")?.value ?? code,
        short: text(record, "zkratka")?.value, group: text(record, "skupina")?.value,
        sign: text(record, "znak")?.value, from: value(record, "plati_od", .date)?.value,
        to: value(record, "plati_do", .date)?.value)
      entry.registerCodes = texts(record, "registr").map(\.value)
      if name == .serviceKinds { entry.usualForms = texts(record, "formy").map(\.value) }
      if name == .ages {
        entry.leastAge = value(record, "let_od", .whole).map { Int($0.value) }
        entry.greatestAge = value(record, "let_do", .whole).map { Int($0.value) }
      }
      if name == .capacityUnits { entry.countForms = texts(record, "tvary").map(\.value) }
      if name == .demands {
        entry.change = text(record, "zmena").flatMap { CapacityChange(rawValue: $0.value) }
      }
      if name == .programmes {
        entry.numberPatterns = texts(record, "vzor_cisla").map(\.value)
        entry.publicity = readPublicity(record)
      }
      entries.append(entry)
    }
    return Codelist(name: name, version: text(top, "verze")?.value, entries: entries)
  }

  private mutating func readPublicity(_ record: Record) -> Publicity? {
    guard let part = part(record, "publicita", .publicity)
    else { return nil }
    return Publicity(
      sentence: text(part, "veta")?.value, words: texts(part, "slova").map(\.value),
      logos: texts(part, "loga").map(\.value),
      leastHeight: value(part, "nejmensi_vyska_desetin_mm", .whole).map { Int($0.value) },
      zone: value(part, "ochranna_zona_procent", .whole).map { Int($0.value) },
      forbidden: texts(part, "bez_log").map(\.value))
  }
}
