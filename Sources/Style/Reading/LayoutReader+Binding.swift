import Core

extension LayoutReader {
  /// A paper.
  mutating func paper(_ root: LayoutNode, name: String) -> Paper? {
    let known = ["name", "title", "grammage", "thickness"]
    guard let fields = self.fields(root, of: name, known: known, required: known) else {
      return nil
    }
    checkName(fields, name)
    let title = fields["title"].flatMap { text($0, key: "title") }
    let grammage = fields["grammage"].flatMap { integer($0, key: "grammage", in: 20...600) }
    let thickness = fields["thickness"].flatMap { length($0, key: "thickness") }
    return Paper(
      name: name, title: title ?? "", grammage: grammage ?? 0, thickness: thickness ?? .zero)
  }

  /// A binding.
  mutating func binding(_ root: LayoutNode, name: String) -> Binding? {
    let required = ["name", "title", "method", "pages"]
    let known =
      required + ["also", "leaves", "block-least", "block-most", "spine-words", "spine-safety"]
    guard let fields = self.fields(root, of: name, known: known, required: required) else {
      return nil
    }
    checkName(fields, name)
    var aliases: [String] = []
    for node in fields["also"].flatMap({ list($0, key: "also") }) ?? [] {
      if let alias = text(node, key: "also") { aliases.append(alias) }
    }
    var limits: [Binding.LeafLimit] = []
    for node in fields["leaves"].flatMap({ list($0, key: "leaves") }) ?? [] {
      let parts = self.fields(
        node, of: "leaves", known: ["grammage", "most"], required: ["most"])
      guard let parts, let most = parts["most"].flatMap({ integer($0, key: "most", in: 1...1_000) })
      else { continue }
      let grammage = parts["grammage"].flatMap { integer($0, key: "grammage", in: 20...600) }
      limits.append(Binding.LeafLimit(grammage: grammage, leaves: most))
    }
    // Read before the value is made: each may report.
    let title = fields["title"].flatMap { text($0, key: "title") }
    let method = fields["method"].flatMap { choice($0, key: "method", of: Binding.Method.self) }
    let pages = fields["pages"].flatMap { integer($0, key: "pages", in: 1...64) }
    let least = fields["block-least"].flatMap { length($0, key: "block-least") }
    let most = fields["block-most"].flatMap { length($0, key: "block-most") }
    let words = fields["spine-words"].flatMap { length($0, key: "spine-words") }
    let safety = fields["spine-safety"].flatMap { length($0, key: "spine-safety") }
    return Binding(
      name: name, title: title ?? "", aliases: aliases, method: method ?? .saddle,
      pageMultiple: pages ?? 1, leafLimits: limits, leastBlock: least ?? .zero,
      greatestBlock: most, leastSpineForWords: words ?? .zero, spineSafety: safety ?? .zero)
  }
}
