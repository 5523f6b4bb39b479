import Core
import Planning

extension SmallPlan {
  /// A plan with a refuge: a service of the provider Charita Lhota in the house Tichý dvůr 4.
  static func withRefuge(_ plan: Plan, isHidden: Bool) throws -> Plan {
    var plan = plan
    var pen = Pen()
    plan.providers = [
      Provider(
        companyNumber: pen.write("99900017"), name: pen.write("Charita Lhota"), form: nil,
        street: nil, postcode: nil, town: nil, telephone: nil, email: nil, web: nil,
        at: pen.place())
    ]
    plan.services = [
      Service(
        register: pen.write("9000001"), provider: pen.write("99900017"),
        name: pen.write("Azylový dům"), kind: pen.write("57"), forms: [], targetGroups: [],
        capacity: nil, target: nil, unit: nil, staff: nil, costs: nil, isEverywhere: true,
        municipalities: [], network: pen.write("základní"), at: pen.place())
    ]
    plan.origins = [
      DataOrigin(
        table: pen.write("sluzby"), source: pen.write("poskytovatel"),
        date: pen.write(try day(2024, 6, 30)), at: pen.place())
    ]
    plan.facilities = [
      Facility(
        service: pen.write("9000001"), name: nil, municipality: nil, telephone: nil, email: nil,
        hours: nil, access: nil, note: nil, isHidden: isHidden,
        whereabouts: Facility.Whereabouts(
          street: pen.write("Tichý dvůr 4"), postcode: nil, town: nil, latitude: nil,
          longitude: nil), at: pen.place())
    ]
    return plan
  }
}
