import Core
import Planning
import Yams

extension ReadingDesk {
  /// The key `osoby`.
  mutating func readPersons(_ top: Record) -> [Person] {
    var persons: [Person] = []
    for item in items(top, "osoby") {
      guard let record = record(item, .person)
      else { continue }
      persons.append(
        Person(
          id: demand(record, "id"), titleBefore: text(record, "titul_pred"),
          givenName: demand(record, "jmeno"), familyName: demand(record, "prijmeni"),
          titleAfter: text(record, "titul_za"),
          consent: value(record, "souhlas", .flag) ?? Located(false, at: record.at),
          standIn: text(record, "oznaceni"), at: record.at))
    }
    return persons
  }

  /// The key `skupiny`.
  mutating func readGroups(_ top: Record) -> [Group] {
    var groups: [Group] = []
    for item in items(top, "skupiny") {
      guard let record = record(item, .group)
      else { continue }
      var members: [Membership] = []
      for item in items(record, "clenove") {
        guard let member = self.record(item, .membership)
        else { continue }
        members.append(
          Membership(
            person: demand(member, "osoba"), role: text(member, "role"),
            side: demand(member, "strana"), organisation: text(member, "organizace"),
            from: value(member, "od", .date), to: value(member, "do", .date), at: member.at))
      }
      groups.append(
        Group(
          id: demand(record, "id"), kind: demand(record, "druh"), name: demand(record, "nazev"),
          guarantor: text(record, "garant"), remit: passage(record, "poslani"), members: members,
          at: record.at))
    }
    return groups
  }

  /// The key `swot`.
  mutating func readSWOTs(_ top: Record) -> [SWOT] {
    let quadrants: [(String, Quadrant)] = [
      ("silne_stranky", .strengths), ("slabe_stranky", .weaknesses),
      ("prilezitosti", .opportunities), ("hrozby", .threats),
    ]
    var analyses: [SWOT] = []
    for item in items(top, "swot") {
      guard let record = record(item, .swot)
      else { continue }
      var list: [SWOTItem] = []
      for (key, quadrant) in quadrants {
        for item in items(record, key) {
          if let found = swotItem(item, quadrant) { list.append(found) }
        }
      }
      analyses.append(
        SWOT(
          group: demand(record, "skupina"), name: demand(record, "nazev"), items: list,
          at: record.at))
    }
    return analyses
  }

  /// An item is a plain sentence, or a record with points and links.
  private mutating func swotItem(_ item: PlacedNode, _ quadrant: Quadrant) -> SWOTItem? {
    if case .scalar = item.node {
      return passage(item).map {
        SWOTItem(quadrant: quadrant, text: $0, points: nil, links: [], at: $0.at)
      }
    }
    guard let record = record(item, .swotItem)
    else { return nil }
    var found = SWOTItem(
      quadrant: quadrant, text: demand(record, "text"),
      points: value(record, "body", .whole)?.map { Int($0) }, links: codes(record, "vazby"),
      at: record.at)
    found.unanswered = text(record, "bez_vazby")
    return found
  }
}
