import Core

extension Rule {
  /// V21: where the planned capacity differs from the registered one, the plan says so aloud
  /// (`pozadavek`), and what it says fits the numbers as the codelist of demands tells; capacities by
  /// form add up to the service's.
  static let capacities = Rule(
    PlanningDiagnostics.capacity, needs: [.services, .capacities]
  ) { plan, codelists in
    let demands = codelists.entries(.demands, on: plan.textDate.value)
    return plan.services.flatMap { change($0, demands) + sums($0, plan) }
  }

  private static func change(_ service: Service, _ demands: [CodelistEntry]) -> [Diagnostic] {
    guard let now = service.capacity?.value, let target = service.target else { return [] }
    let name = service.name.value
    let numbers = Phrase(
      cs: "registrovaná kapacita je \(grouped(Int64(now))), plánovaná "
        + "\(grouped(Int64(target.value)))",
      en: "the registered capacity is \(grouped(Int64(now))), the planned one "
        + "\(grouped(Int64(target.value)))")
    let judged = demands.filter { $0.change != nil }
    // The likeliest first: what begins also grows, but that it begins says more.
    let fitting = CapacityChange.allCases.reversed().filter { $0.fits(from: now, to: target.value) }
      .flatMap { change in judged.filter { $0.change == change }.map(\.code) }
    guard let demand = service.demand else {
      guard now != target.value, let likeliest = fitting.first else { return [] }
      return [
        Diagnostic(
          PlanningDiagnostics.capacity, at: target.at,
          Phrase(
            cs: "Služba „\(name)“: \(numbers.cs), ale změna není výslovná.",
            en: "Service “\(name)”: \(numbers.en), but the change is not explicit."),
          fix: Phrase(
            cs: "Napište do sloupce pozadavek „\(likeliest)“, nebo opravte kapacitu.",
            en: "Write “\(likeliest)” in the column pozadavek, or correct the capacity."))
      ]
    }
    guard judged.contains(where: { $0.code == demand.value }), !fitting.contains(demand.value)
    else { return [] }
    return [
      Diagnostic(
        PlanningDiagnostics.capacity, at: demand.at,
        Phrase(
          cs: "Služba „\(name)“ má požadavek „\(demand.value)“, ale \(numbers.cs).",
          en: "Service “\(name)” has the demand “\(demand.value)”, but \(numbers.en)."),
        fix: Phrase(
          cs: "Opravte požadavek (\(fitting.joined(separator: ", "))), nebo kapacity.",
          en: "Correct the demand (\(fitting.joined(separator: ", "))) or the capacities."))
    ]
  }

  private static func sums(_ service: Service, _ plan: Plan) -> [Diagnostic] {
    let parts = plan.capacities(of: service).filter { $0.unit.value == service.unit?.value }
    guard let stated = service.capacity, !parts.isEmpty else { return [] }
    let sum = parts.reduce(0) { $0 + $1.count.value }
    guard sum != stated.value else { return [] }
    return [
      Diagnostic(
        PlanningDiagnostics.capacity, at: stated.at,
        Phrase(
          cs: "Služba „\(service.name.value)“: kapacita je \(grouped(Int64(stated.value))), ale "
            + "kapacity podle forem dávají \(grouped(Int64(sum))).",
          en:
            "Service “\(service.name.value)”: the capacity is \(grouped(Int64(stated.value))), but "
            + "the capacities by form add up to \(grouped(Int64(sum)))."),
        fix: Phrase(
          cs: "Opravte sloupec kapacita v tabulce sluzby, nebo řádky tabulky kapacity.",
          en: "Correct the column kapacita of the table sluzby, or the rows of the table kapacity.")
      )
    ]
  }
}
