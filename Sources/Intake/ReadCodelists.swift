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
  var lists: [Codelist] = []
  for name in CodelistName.allCases {
    lists.append(Codelist(name: name, entries: desk.readCodelist(name)))
  }
  sources = desk.sources
  if desk.findings.contains(where: \.isError) { throw Rejected(desk.findings) }
  return Codelists(lists: lists)
}

extension ReadingDesk {
  fileprivate mutating func readCodelist(_ name: CodelistName) -> [CodelistEntry] {
    guard let yaml = openYAML(name.rawValue + ".yaml"), let root = yaml.root,
      let top = record(
        PlacedNode(node: root, file: yaml.file), Phrase(cs: "Číselník", en: "Codelist"),
        required: ["nazev", "polozky"], optional: ["zdroj"])
    else { return [] }
    var entries: [CodelistEntry] = []
    for item in items(top, "polozky") {
      guard
        let record = record(
          item, Phrase(cs: "Položka číselníku", en: "Codelist entry"), required: ["kod"],
          optional: ["nazev", "zkratka", "skupina", "znak", "plati_od", "plati_do"])
      else { continue }
      let code = demand(record, "kod").value
      entries.append(
        CodelistEntry(
          code: code, name: text(record, "nazev")?.value ?? code,
          short: text(record, "zkratka")?.value, group: text(record, "skupina")?.value,
          sign: text(record, "znak")?.value, from: value(record, "plati_od", .date)?.value,
          to: value(record, "plati_do", .date)?.value))
    }
    return entries
  }
}
