import Core

extension LayoutReader {
  /// What a printer takes.
  mutating func printer(_ root: LayoutNode, name: String) -> PrinterProfile? {
    let known = [
      "name", "title", "accepts", "conditions", "bleed", "safety", "marks", "imposition", "pages",
      "ink", "line", "resolution", "bitmap", "spots",
    ]
    guard
      let fields = self.fields(
        root, of: name, known: known + ["profiles"], required: known)
    else { return nil }
    checkName(fields, name)
    var accepts: [ExchangeStandard] = []
    for node in fields["accepts"].flatMap({ list($0, key: "accepts") }) ?? [] {
      if let standard = choice(node, key: "accepts", of: ExchangeStandard.self) {
        accepts.append(standard)
      }
    }
    var conditions: [String] = []
    for node in fields["conditions"].flatMap({ list($0, key: "conditions") }) ?? [] {
      if let condition = text(node, key: "conditions") { conditions.append(condition) }
    }
    func read<Value>(
      _ key: String, _ value: (LayoutNode) -> Value?
    ) -> Value? { fields[key].flatMap(value) }
    let title = read("title") { text($0, key: "title") }
    let bleed = read("bleed") { length($0, key: "bleed") }
    let safety = read("safety") { length($0, key: "safety") }
    let line = read("line") { length($0, key: "line") }
    let marks = read("marks") { choice($0, key: "marks", of: PrinterWish.self) }
    let imposition = read("imposition") { choice($0, key: "imposition", of: PrinterWish.self) }
    let pages = read("pages") { integer($0, key: "pages", in: 1...64) }
    let ink = read("ink") { thousandths($0, key: "ink", in: 1_000...4_000) }
    let resolution = read("resolution") { integer($0, key: "resolution", in: 72...2_400) }
    let bitmap = read("bitmap") { integer($0, key: "bitmap", in: 72...4_800) }
    let spots = read("spots") { integer($0, key: "spots", in: 0...8) }
    var printer = PrinterProfile(
      name: name, title: title ?? "", accepts: accepts, conditions: conditions,
      bleed: bleed ?? .zero, safety: safety ?? .zero, marks: marks ?? .allowed,
      imposition: imposition ?? .allowed, pageMultiple: pages ?? 1, inkLimit: (ink ?? 0) / 10,
      minimalLine: line ?? .zero, minimalResolution: resolution ?? 0,
      minimalBitmapResolution: bitmap ?? 0, spots: spots ?? 0)
    if let profiles = read("profiles", { choice($0, key: "profiles", of: PrinterWish.self) }) {
      printer.profiles = profiles
    }
    return printer
  }
}
