import Core
import Manuscript

extension LayoutReader {
  /// The sequence of parts of a publication.
  mutating func recipe(_ root: LayoutNode, name: String) -> Recipe? {
    let known = ["name", "design", "extent", "pictures", "kinds", "data", "parts"]
    guard
      let fields = self.fields(root, of: name, known: known, required: ["design", "parts"])
    else { return nil }
    checkName(fields, name)
    let design = fields["design"].flatMap { text($0, key: "design") } ?? ""
    var parts: [PartRecipe] = []
    if let node = fields["parts"] {
      let list = self.list(node, key: "parts") ?? []
      if list.isEmpty { report(.emptyList("parts", at: node.at)) }
      for node in list {
        if let part = self.part(node) { parts.append(part) }
      }
    }
    var recipe = Recipe(name: name, design: design, parts: parts)
    recipe.kinds = words(fields["kinds"], key: "kinds")
    recipe.data = words(fields["data"], key: "data")
    recipe.extent = extent(fields)
    recipe.at = recipe.extent?.at ?? fields["design"]?.at ?? root.at
    return recipe
  }

  /// The pages that the publication is to have: `48`, or `multiple of 4`.
  private mutating func extent(_ fields: Fields) -> ExtentWish? {
    let pictures = fields["pictures"].flatMap { bounds($0) }
    guard let node = fields["extent"] else {
      if let node = fields["pictures"] {
        report(.missingKey("extent", of: "pictures", at: node.at))
      }
      return nil
    }
    guard let written = text(node, key: "extent") else { return nil }
    let words = written.split(separator: " ")
    var extent: ExtentWish.Extent?
    if words.count == 1, let pages = Int(words[0]), (1...9_999).contains(pages) {
      extent = .pages(pages)
    } else if words.count == 3, words[0] == "multiple", words[1] == "of",
      let sheet = Int(words[2]), [2, 4, 8, 16, 32].contains(sheet)
    {
      extent = .multiple(of: sheet)
    }
    guard let extent else {
      report(
        .wrongNumber(
          written, key: "extent", at: node.at,
          expected: Phrase(
            cs: "počet stran, například 48, nebo „multiple of 4“ "
              + "(násobek 2, 4, 8, 16 nebo 32 stran)",
            en: "a number of pages such as 48, or “multiple of 4” (2, 4, 8, 16 or 32)")))
      return nil
    }
    return ExtentWish(extent: extent, pictures: pictures ?? 1_000...1_000, at: node.at)
  }

  /// How far pictures may shrink and grow: `85 % to 110 %`.
  private mutating func bounds(_ node: LayoutNode) -> ClosedRange<Int>? {
    guard let written = text(node, key: "pictures") else { return nil }
    let words = written.split(separator: " ").filter { $0 != "%" }
    if words.count == 3, words[1] == "to",
      let least = Int(words[0].filter { $0 != "%" }), let most = Int(words[2].filter { $0 != "%" }),
      (50...100).contains(least), (100...150).contains(most)
    {
      return least * 10...most * 10
    }
    report(
      .wrongNumber(
        written, key: "pictures", at: node.at,
        expected: Phrase(
          cs: "meze jako „85 % to 110 %“, dolní od 50 do 100, horní od 100 do 150",
          en: "bounds such as “85 % to 110 %”, "
            + "the lower from 50 to 100, the upper from 100 to 150")))
    return nil
  }

  /// The words of a list.
  private mutating func words(_ node: LayoutNode?, key: String) -> [String] {
    guard let node, let list = self.list(node, key: key) else { return [] }
    return list.compactMap { text($0, key: key) }
  }

  /// A part: `- kind: chapter` with settings below, or its kind alone: `- cover`.
  private mutating func part(_ node: LayoutNode) -> PartRecipe? {
    if case .scalar(let kind, _) = node.value, !node.isEmpty {
      return PartRecipe(kind: kind, settings: [:], at: node.at)
    }
    guard let fields = freeFields(node, of: "parts") else { return nil }
    guard let kindNode = fields["kind"] else {
      report(.missingKey("kind", of: "parts", at: node.at))
      return nil
    }
    guard let kind = text(kindNode, key: "kind") else { return nil }
    var settings: [String: String] = [:]
    var places: [String: SourceSpan] = [:]
    for entry in fields.entries where entry.key != "kind" && entry.key != "optional" {
      if let value = text(entry.value, key: entry.key) {
        settings[entry.key] = value
        places[entry.key] = entry.value.at
      }
    }
    var part = PartRecipe(kind: kind, settings: settings, at: kindNode.at)
    part.places = places
    part.isOptional = fields["optional"].flatMap { flag($0, key: "optional") } ?? false
    return part
  }

  /// Fixed words; those in groups are named `group.word`.
  mutating func phrases(_ root: LayoutNode) -> Phrasebook? {
    guard let fields = freeFields(root, of: "phrases") else { return nil }
    var words: [String: String] = [:]
    collect(fields, prefix: "", into: &words)
    return Phrasebook(words: words)
  }

  private mutating func collect(
    _ fields: Fields, prefix: String, into words: inout [String: String]
  ) {
    for entry in fields.entries {
      let key = prefix + entry.key
      if case .map(let entries) = entry.value.value {
        collect(
          Fields(entries: entries, at: entry.value.at), prefix: key + ".", into: &words)
        continue
      }
      guard let text = text(entry.value, key: key) else { continue }
      if words[key] != nil {
        report(.duplicateKey(key, at: entry.keyAt, firstLine: 1))
      } else {
        words[key] = text
      }
    }
  }
}
