import Core
import PDFSyntax

/// What no file for the press may hold, wherever it stands: things that are not in the file.
extension DocumentRules {
  /// What was found in the objects of a file, by the numbers of the objects.
  private struct Foreign {
    var outside: [Int] = []
    var replaced: [Int] = []
    var referred: [Int] = []
    var alternates: [Int] = []
    /// Values that may still be looked at; every object is read anew, and hostile ones are long.
    var left = 100_000_000
  }

  /// *Source:* ISO 15930-7 and ISO 15930-4: no data outside the file, no OPI, no reference XObjects,
  /// no alternate images.
  mutating func judgeObjects() {
    var found = Foreign()
    var number = 0
    while number < reader.numberLimit, found.left > 0 {
      found.left -= 8
      // What cannot be read is told where it is used.
      if let object = try? reader.object(number) { look(at: object, number, &found, depth: 0) }
      number += 1
    }
    if number < reader.numberLimit {
      notes.add(
        PreflightDiagnostics.tooComplex, 0, cs: "objekty souboru nelze všechny posoudit",
        en: "the objects of the file cannot all be judged")
    }
    func fault(_ numbers: [Int], _ cs: String, _ en: String) {
      guard !numbers.isEmpty else { return }
      let list = Numbers.list(numbers)
      let one = numbers.count == 1
      notes.add(
        PreflightDiagnostics.exchangeKeys, 0, cs: "\(cs) (\(one ? "objekt" : "objekty") \(list))",
        en: "\(en) (\(one ? "object" : "objects") \(list))")
    }
    fault(
      found.outside, "data jsou v jiném souboru (klíč F)", "data are in another file (the key F)")
    fault(
      found.replaced, "obrázek má nahradit jiný soubor (OPI)",
      "another file is to replace a picture (OPI)")
    fault(
      found.referred, "místo obsahu je odkaz na jiné PDF (klíč Ref)",
      "a reference to another PDF stands for content (the key Ref)")
    fault(
      found.alternates, "obrázek má náhradní podoby (klíč Alternates)",
      "a picture has alternates (the key Alternates)")
  }

  private func look(at object: PDFObject, _ number: Int, _ found: inout Foreign, depth: Int) {
    guard depth < 16, found.left > 0 else { return }
    switch object {
    case .array(let items):
      found.left -= items.count
      for item in items { look(at: item, number, &found, depth: depth + 1) }
    case .dictionary(let entries), .stream(let entries, _):
      found.left -= entries.entries.count
      if case .stream = object { judge(entries, number, &found) }
      for entry in entries.entries { look(at: entry.value, number, &found, depth: depth + 1) }
    case .string(let bytes): found.left -= bytes.count / 16
    default: break
    }
  }

  /// Looks for the keys of a stream.
  private func judge(_ stream: PDFDictionary, _ number: Int, _ found: inout Foreign) {
    if stream["F"] != .null { found.outside.append(number) }
    if stream["OPI"] != .null { found.replaced.append(number) }
    let kind = look(stream["Subtype"]).name
    if kind == "Form", stream["Ref"] != .null { found.referred.append(number) }
    if kind == "Image", stream["Alternates"] != .null { found.alternates.append(number) }
  }
}
