import Core
import Manuscript
import Planning

extension PartComposer {
  /// The groups and their members. Who did not consent is named nowhere: a stand-in is printed
  /// instead, without organisation and role, which could give the person away.
  static let groups = PartComposer(
    kind: "groups", place: .chapter, optional: ["anchor", "heading"], needs: .groups
  ) {
    recipe, builder, ledger in
    let groups = ledger.plan.groups
    ledger.section(
      ledger[.groupsTitle], anchor: recipe.settings["anchor"] ?? "skupiny",
      origin: groups.first?.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      for group in groups { add(group, to: &builder, &ledger) }
    }
  }

  private static func add(
    _ group: Group, to builder: inout DocumentBuilder, _ ledger: inout Ledger
  ) {
    builder.node(.section, origin: group.at) { builder in
      ledger.heading(
        HeadingWords(
          level: 3, title: group.name.value, anchor: "skupina-\(group.id.value)",
          isListed: false),
        origin: group.name.at, in: &builder)
      builder.paragraphs(group.remit)
      // A guarantor among the members is named there.
      if let guarantor = group.guarantor,
        !group.members.contains(where: { $0.person.value == guarantor.value }),
        let name = ledger.records.person(guarantor.value)?.printedName
      {
        builder.paragraph("\(ledger[.groupsGuarantor]): \(name)", origin: guarantor.at)
      }
      guard !group.members.isEmpty else { return }
      let exhibit = Exhibit(
        look: "members", columns: Array(repeating: ColumnSpec(.text), count: 3),
        anchor: "tab-skupina-\(group.id.value)", origin: group.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.memberName], ledger[.memberOrganisation], ledger[.memberSide],
        ])
        builder.node(.tableBody) { builder in
          for member in group.members { add(member, to: &builder, ledger) }
        }
      }
    }
  }

  private static func add(
    _ member: Membership, to builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let person = ledger.records.person(member.person.value)
    let name = person?.printedName
    builder.node(.row, origin: member.at) { builder in
      builder.node(.headerCell(.row, .single), origin: member.person.at) { builder in
        builder.node(.paragraph) { builder in
          guard let name else {
            builder.text(person?.standIn?.value ?? ledger[.memberWithheld])
            return
          }
          builder.text(name)
          guard let role = member.role else { return }
          builder.node(.span, look: "role", origin: role.at) {
            $0.text(", \(ledger.validated.name(.roles, role.value))")
          }
        }
      }
      builder.cell(
        name == nil ? nil : member.organisation?.value, origin: member.organisation?.at)
      builder.cell(
        ledger.validated.name(.sides, member.side.value), origin: member.side.at)
    }
  }
}
