import PDFSyntax

/// The layers of a file: which of them are not printed.
///
/// *Source:* ISO 32000-1 §8.11.
struct Layers: Sendable {
  /// How many there are.
  let count: Int
  private let off: Set<Int>

  /// How many are off.
  var hidden: Int { off.count }

  init(_ reader: PDFReader) {
    func look(_ object: PDFObject) -> PDFObject { (try? reader.resolved(object)) ?? .null }
    let catalog = (try? reader.catalog) ?? PDFDictionary()
    let properties = look(catalog["OCProperties"]).dictionary ?? PDFDictionary()
    func numbers(_ object: PDFObject) -> [Int] {
      (look(object).array ?? []).prefix(10_000).compactMap { $0.reference?.number }
    }
    let all = numbers(properties["OCGs"])
    let usual = look(properties["D"]).dictionary ?? PDFDictionary()
    count = all.count
    off =
      look(usual["BaseState"]).name == "OFF"
      ? Set(all).subtracting(numbers(usual["ON"])) : Set(numbers(usual["OFF"]))
  }

  /// Whether what belongs to a layer, or to several by a rule, is not printed.
  func isOff(_ object: PDFObject, _ reader: PDFReader) -> Bool {
    guard !off.isEmpty else { return false }
    if let number = object.reference?.number, off.contains(number) { return true }
    guard let entries = (try? reader.resolved(object))?.dictionary,
      entries["Type"].name == "OCMD"
    else { return false }
    let groups = entries["OCGs"]
    let list =
      groups.reference.flatMap { off.contains($0.number) ? [groups] : nil }
      ?? (try? reader.resolved(groups))?.array ?? [groups]
    let states = list.prefix(1_000).compactMap(\.reference).map { !off.contains($0.number) }
    guard !states.isEmpty else { return false }
    switch (try? reader.resolved(entries["P"]))?.name {
    case "AllOn": return states.contains(false)
    case "AnyOff": return !states.contains(false)
    case "AllOff": return states.contains(true)
    default: return !states.contains(true)
    }
  }
}
