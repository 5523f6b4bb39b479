import Core
import Planning

/// Which services a catalogue prints, and in which order.
///
/// Each service is printed once: in the division of the first of its target groups, or of its kind.
/// Providers stand in Czech order, their services in the order of the law.
struct CatalogueOrder {
  /// By what the catalogue is divided.
  enum Division: String, CaseIterable {
    /// By the groups of target groups.
    case groups
    /// By the law's groups of kinds.
    case kinds

    /// The codelist whose entries say to which division a service belongs.
    var codelist: CodelistName { self == .groups ? .targetGroups : .serviceKinds }
  }

  /// A provider with those of its services that stand together.
  struct Entry {
    var provider: Provider
    var services: [Service]
    /// The name of its anchor; the first of a provider is `poskytovatel-IČO`.
    var anchor: String
  }

  /// A division with its entries.
  struct Shelf {
    var title: String
    var anchor: String
    var entries: [Entry]
    /// Services that help here, too, and are printed elsewhere.
    var elsewhere: [Service]
  }

  /// The divisions that have entries.
  private(set) var shelves: [Shelf] = []
  /// All services printed, in the order of the pages.
  var services: [Service] { shelves.flatMap { $0.entries.flatMap(\.services) } }

  /// Orders the services of a plan.
  ///
  /// - Parameter first: the titles of divisions in the order wanted; others follow in Czech order.
  init(_ validated: Validated<Plan>, by division: Division, first: [String]) {
    let plan = validated.value
    let printed = CatalogueOrder.printed(validated)
    func groups(of service: Service) -> [String] {
      let codes = division == .groups ? service.targetGroups.map(\.value) : [service.kind.value]
      return codes.map { code in
        let entry = validated.codelists.entry(division.codelist, code, on: validated.asOf)
        return entry?.group ?? entry?.name ?? code
      }
    }
    let homes = printed.map { groups(of: $0) }
    let titles = homes.flatMap { $0 }.distinct.sorted { a, b in
      let left = first.firstIndex(of: a) ?? first.count
      let right = first.firstIndex(of: b) ?? first.count
      return left != right ? left < right : CzechOrder.precedes(a, b)
    }
    let kinds = validated.codelists.entries(.serviceKinds, on: validated.asOf).map(\.code)
    func rank(_ service: Service) -> Int {
      kinds.firstIndex(of: service.kind.value) ?? kinds.count
    }
    var met: [String: Int] = [:]
    for title in titles {
      let own = zip(homes, printed).filter { $0.0.first == title }.map(\.1)
      let others = zip(homes, printed).filter { home, _ in
        home.first != title && home.contains(title)
      }.map(\.1)
      guard !own.isEmpty else { continue }
      let numbers = own.map(\.provider.value).distinct
      let providers = numbers.compactMap { plan.provider($0) }
        .sorted { CzechOrder.precedes($0.name.value, $1.name.value) }
      let entries = providers.map { provider in
        let number = provider.companyNumber.value
        met[number, default: 0] += 1
        let part = met[number] ?? 1
        return Entry(
          provider: provider,
          services: own.filter { $0.provider.value == number }.sorted { a, b in
            rank(a) != rank(b)
              ? rank(a) < rank(b) : CzechOrder.precedes(a.name.value, b.name.value)
          },
          anchor: "poskytovatel-\(number)" + (part > 1 ? "-\(part)" : ""))
      }
      shelves.append(
        Shelf(
          title: title, anchor: "cast-\(shelves.count + 1)", entries: entries,
          elsewhere: others.sorted { CzechOrder.precedes($0.name.value, $1.name.value) }))
    }
  }

  /// The titles that divisions can have, in the order of the codelist.
  static func titles(of division: Division, in validated: Validated<Plan>) -> [String] {
    validated.codelists.entries(division.codelist, on: validated.asOf)
      .map { $0.group ?? $0.name }.distinct
  }

  /// The services that a catalogue may print: those that have not ended, and not those that it is
  /// told to leave out.
  static func printed(_ validated: Validated<Plan>) -> [Service] {
    validated.value.services.filter { service in
      service.isInCatalogue?.value ?? true
        && !(service.ends.map { $0.value < validated.asOf } ?? false)
    }
  }
}

extension Service {
  /// The name of its anchor in a catalogue.
  var catalogueAnchor: String { "sluzba-\(key ?? "\(provider.value)-\(at.start)")" }
}
