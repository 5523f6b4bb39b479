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
    let wishes = ledger.wishes(of: recipe)
    let order = CatalogueOrder(ledger.validated, by: wishes.division, first: wishes.first)
    guard !order.shelves.isEmpty else {
      ledger.findings.append(.emptyCatalogue(at: recipe.at))
      return
    }
    let homes = Homes(order)
    for (number, shelf) in order.shelves.enumerated() {
      builder.node(
        .part(.division), look: "n\(number + 1)", origin: shelf.entries.first?.provider.at
      ) { builder in
        ledger.heading(
          HeadingWords(
            level: 1, look: "division", label: String(number + 1), labelLook: "division",
            title: shelf.title,
            short: zip(wishes.first, wishes.tabs).first { $0.0 == shelf.title }?.1,
            anchor: shelf.anchor,
            isDivision: true),
          origin: nil, in: &builder)
        ledger.overview(of: shelf, in: &builder)
        builder.node(.section, look: "entries") { builder in
          for entry in shelf.entries { ledger.entry(entry, homes, in: &builder) }
        }
      }
    }
  }
}

/// How a catalogue is to be divided.
private struct CatalogueWishes {
  var division = CatalogueOrder.Division.groups
  /// The titles of divisions in the order wanted.
  var first: [String] = []
  /// Shorter titles of the same.
  var tabs: [String] = []
}

extension Ledger {
  /// What a recipe asks of the catalogue. What it asks wrongly is told and passed over: entries left
  /// out for its sake would leave all that refers to them without a target.
  fileprivate mutating func wishes(of recipe: PartRecipe) -> CatalogueWishes {
    var wishes = CatalogueWishes()
    if let choice = recipe.settings["by"] {
      let known = CatalogueOrder.Division.allCases.map(\.rawValue)
      guard let division = CatalogueOrder.Division(rawValue: choice) else {
        findings.append(.unknownValue(choice, of: "by", in: recipe, known: known))
        return wishes
      }
      wishes.division = division
    }
    let first = titles(recipe.settings["first"])
    let tabs = titles(recipe.settings["tabs"])
    let divisions = CatalogueOrder.titles(of: wishes.division, in: validated)
    var isWrong = false
    for title in first where !divisions.contains(title) {
      isWrong = true
      findings.append(.unknownValue(title, of: "first", in: recipe, known: divisions))
    }
    for title in first.distinct where first.count(where: { $0 == title }) > 1 {
      isWrong = true
      findings.append(.repeatedValue(title, of: "first", in: recipe))
    }
    if !tabs.isEmpty && tabs.count != first.count {
      isWrong = true
      findings.append(
        .badValue(
          recipe.settings["tabs"] ?? "", of: "tabs", in: recipe,
          wants: first.isEmpty
            ? Phrase(
              cs: "také řádek „first: …“ s názvy částí, které ouška zkracují, ve stejném pořadí",
              en: "a line “first: …”, too, with the titles that the tabs shorten, in their order")
            : Phrase(
              cs: "ke každému názvu z řádku „first“ jeden krátký, ve stejném pořadí a oddělené "
                + "svislicí |; názvů je tam \(first.count), oušek zde \(tabs.count)",
              en: "one short title for each of the line “first”, in their order and divided by "
                + "bars |; there are \(first.count) titles and \(tabs.count) tabs")))
    }
    if !isWrong { (wishes.first, wishes.tabs) = (first, tabs) }
    return wishes
  }

  /// The titles of a setting, divided by bars.
  private func titles(_ setting: String?) -> [String] {
    (setting ?? "").split(separator: "|").map { title in
      var title = title
      while title.first == " " { title.removeFirst() }
      while title.last == " " { title.removeLast() }
      return String(title)
    }
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
