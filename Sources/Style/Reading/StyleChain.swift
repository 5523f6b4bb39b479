import Core

/// A style and those it is based on, nearest first.
struct StyleChain {
  /// The style's name.
  var name: String
  /// Where the name stands.
  var at: SourceSpan
  /// Its own values, then those of its forebears.
  var layers: [Fields]
  /// Whether a forebear could not be found, so that nothing can be said of what is missing.
  var isBroken: Bool

  /// Whether what is missing should be reported here: at the root of the family, once.
  var answersForMissing: Bool { layers.count == 1 && !isBroken }

  /// The value of a name, its own or inherited.
  subscript(_ key: String) -> LayoutNode? {
    for layer in layers {
      if let node = layer[key] { return node }
    }
    return nil
  }

  /// The style's own value of a name.
  func own(_ key: String) -> LayoutNode? { layers.first?[key] }
}

extension DesignReader {
  /// What a style of any section says: which roles it sets, from which style it inherits.
  static let heritage = ["sets", "based"]

  /// The styles of a section with their inheritance resolved, in the order of the file.
  mutating func chains(
    _ node: LayoutNode?, section: StyleKey.Section, known: [String]
  ) -> [StyleChain] {
    guard let node, let fields = reader.freeFields(node, of: section.rawValue) else { return [] }
    let names = fields.entries.map(\.key)
    let allKeys = DesignReader.heritage + known
    var own: [Fields] = []
    var parents: [Int?] = []
    for entry in fields.entries {
      let values = reader.fields(entry.value, of: entry.key, known: allKeys)
      own.append(values ?? Fields(entries: [], at: entry.value.at))
      parents.append(values.flatMap { parent(of: $0, among: names) })
    }
    reportRings(parents, names: names, own: own)
    return fields.entries.indices.map { position in
      var layers = [own[position]]
      var seen = [position]
      var next = parents[position]
      while let parent = next, !seen.contains(parent) {
        layers.append(own[parent])
        seen.append(parent)
        next = parents[parent]
      }
      let entry = fields.entries[position]
      let hasRoot = layers.last?["based"] == nil
      return StyleChain(name: entry.key, at: entry.keyAt, layers: layers, isBroken: !hasRoot)
    }
  }

  private mutating func parent(of fields: Fields, among names: [String]) -> Int? {
    guard let node = fields["based"], let name = reader.text(node, key: "based") else { return nil }
    if let position = names.firstIndex(of: name) { return position }
    reader.report(
      .unknownStyle(name, kind: Phrase(cs: "Styl", en: "style"), at: node.at, known: names))
    return nil
  }

  /// Reports each ring once, at the member that comes first in the file.
  private mutating func reportRings(_ parents: [Int?], names: [String], own: [Fields]) {
    var isReported = [Bool](repeating: false, count: names.count)
    for start in names.indices where !isReported[start] {
      var path = [start]
      var next = parents[start]
      while let parent = next, !path.contains(parent) {
        path.append(parent)
        next = parents[parent]
      }
      guard let end = next, end == start else { continue }
      for member in path { isReported[member] = true }
      reader.report(
        .cycle(
          (path + [start]).map { names[$0] }, at: own[start]["based"]?.at ?? own[start].at))
    }
  }

  /// The keys that the styles of a section claim in `sets`, checked and without rivals.
  mutating func claims(
    of chains: [StyleChain], section: StyleKey.Section, required: [String], at place: SourceSpan?
  ) -> [String: Int] {
    var keys: [String: Int] = [:]
    for (position, chain) in chains.enumerated() {
      guard let node = chain.own("sets") else { continue }
      for item in reader.list(node, key: "sets") ?? [] {
        guard let key = reader.text(item, key: "sets") else { continue }
        switch StyleKey.flaw(of: key, in: section) {
        case .unknown(let nearest):
          reader.report(
            .wrongStyleKey(
              key, at: item.at, section: section.rawValue, nearest: nearest, home: nil))
          continue
        case .misplaced(let home):
          reader.report(
            .wrongStyleKey(
              key, at: item.at, section: section.rawValue, nearest: nil, home: home))
          continue
        case nil: break
        }
        if let owner = keys[key] {
          reader.report(.contestedStyleKey(key, at: item.at, owner: chains[owner].name))
        } else {
          keys[key] = position
        }
      }
    }
    if let place {
      for key in required where keys[key] == nil {
        reader.report(.unsetStyleKey(key, section: section.rawValue, at: place))
      }
    }
    return keys
  }
}
