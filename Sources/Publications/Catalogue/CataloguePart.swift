import Core
import Manuscript
import Planning

extension PartComposer {
  /// The entries of a catalogue under their divisions. `by`: `groups` (if not given) or `kinds`;
  /// `first`: the titles of divisions in the order wanted, divided by bars; `tabs`: shorter titles
  /// of the same, for thumb tabs.
  static let catalogue = PartComposer(
    kind: "catalogue", place: .book, optional: ["by", "first", "tabs"], needs: .services
  ) { recipe, builder, ledger in
    let choice = recipe.settings["by"] ?? CatalogueOrder.Division.groups.rawValue
    guard let division = CatalogueOrder.Division(rawValue: choice) else {
      let known = CatalogueOrder.Division.allCases.map(\.rawValue).joined(separator: ", ")
      ledger.findings.append(
        .badValue(choice, of: "by", wants: Phrase(cs: known, en: known), at: recipe.at))
      return
    }
    let first = (recipe.settings["first"] ?? "").split(separator: "|").map(trimmed)
    let tabs = (recipe.settings["tabs"] ?? "").split(separator: "|").map(trimmed)
    guard tabs.isEmpty || tabs.count == first.count else {
      ledger.findings.append(
        .badValue(
          recipe.settings["tabs"] ?? "", of: "tabs",
          wants: Phrase(
            cs: "tolik názvů, kolik jich má nastavení first (\(first.count))",
            en: "as many titles as the setting first has (\(first.count))"), at: recipe.at))
      return
    }
    let order = CatalogueOrder(ledger.validated, by: division, first: first)
    let homes = Homes(order)
    for (number, shelf) in order.shelves.enumerated() {
      builder.node(
        .part(.division), look: "n\(number + 1)", origin: shelf.entries.first?.provider.at
      ) { builder in
        ledger.heading(
          HeadingWords(
            level: 1, look: "division", label: String(number + 1), labelLook: "division",
            title: shelf.title,
            short: zip(first, tabs).first { $0.0 == shelf.title }?.1, anchor: shelf.anchor,
            isDivision: true),
          origin: nil, in: &builder)
        ledger.overview(of: shelf, in: &builder)
        builder.node(.section, look: "entries") { builder in
          for entry in shelf.entries { ledger.entry(entry, homes, in: &builder) }
        }
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// In which entries the services of a provider stand.
struct Homes {
  private var anchors: [String: [String]] = [:]

  init(_ order: CatalogueOrder) {
    for shelf in order.shelves {
      for entry in shelf.entries {
        anchors[entry.provider.companyNumber.value, default: []].append(entry.anchor)
      }
    }
  }

  /// The anchors of the other entries of a provider, in the order of the pages.
  func others(than entry: CatalogueOrder.Entry) -> [String] {
    (anchors[entry.provider.companyNumber.value] ?? []).filter { $0 != entry.anchor }
  }
}

extension Ledger {
  /// What a division holds, and what helps here and is printed elsewhere, with pages.
  fileprivate mutating func overview(
    of shelf: CatalogueOrder.Shelf, in builder: inout DocumentBuilder
  ) {
    let own = shelf.entries.flatMap(\.services)
      .sorted { CzechOrder.precedes($0.name.value, $1.name.value) }
    for (key, services) in [
      (PhraseKey.catalogueInside, own), (.catalogueElsewhere, shelf.elsewhere),
    ]
    where !services.isEmpty {
      builder.node(.section, look: "overview") { builder in
        heading(
          HeadingWords(
            level: 2, look: "overview", title: self[key],
            anchor: "\(shelf.anchor)-\(key == .catalogueInside ? "zde" : "jinde")",
            isListed: false),
          origin: nil, in: &builder)
        indexList(services.map { IndexLine($0, self).alone }, look: "overview", in: &builder)
      }
    }
  }
}
