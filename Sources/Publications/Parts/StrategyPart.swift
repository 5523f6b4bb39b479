import Core
import Manuscript
import Planning

extension PartComposer {
  /// The strategic part: a section per area (where the scheme has areas) and priority; the
  /// priority, its measures and their activities as cards.
  static let strategy = PartComposer(
    kind: "strategy", place: .chapter, needs: .priorities
  ) { _, builder, ledger in
    let plan = ledger.plan
    for area in plan.areas {
      builder.node(.section, origin: area.at) { builder in
        ledger.heading(
          ledger.words(.area, area.code.value, area.name.value, level: 2), origin: area.at,
          in: &builder)
        for priority in plan.priorities where priority.area?.value == area.code.value {
          ledger.add(priority, level: 3, to: &builder)
        }
      }
    }
    let homeless = plan.priorities.filter { priority in
      !plan.areas.contains { $0.code.value == priority.area?.value }
    }
    for priority in homeless { ledger.add(priority, level: 2, to: &builder) }
  }
}

extension Ledger {
  /// The heading of a strategic record: „Opatření 1.1“ and its name.
  fileprivate func words(_ tier: Tier, _ code: Code, _ name: String, level: Int) -> HeadingWords {
    let kind = plan.numbering.level(tier)?.singular
    return HeadingWords(
      level: level, look: tier.look, label: kind.map { "\($0)\u{A0}\(code.text)" } ?? code.text,
      labelLook: "code", number: code.text, title: name, anchor: tier.anchor(of: code), tier: tier)
  }

  fileprivate mutating func add(
    _ priority: Priority, level: Int, to builder: inout DocumentBuilder
  ) {
    builder.node(.section, origin: priority.at) { builder in
      builder.node(.group(.card), look: Tier.priority.look, origin: priority.at) { builder in
        heading(
          words(.priority, priority.code.value, priority.name.value, level: level),
          origin: priority.at, in: &builder)
        builder.paragraphs(priority.goal, look: "goal")
      }
      for measure in records.measures(of: priority) {
        builder.node(.section, origin: measure.at) { builder in
          add(measure, level: level + 1, to: &builder)
          for activity in records.activities(of: measure) {
            add(activity, level: level + 2, to: &builder)
          }
        }
      }
    }
  }

  private mutating func add(_ measure: Measure, level: Int, to builder: inout DocumentBuilder) {
    builder.node(.group(.card), look: Tier.measure.look, origin: measure.at) { builder in
      heading(
        words(.measure, measure.code.value, measure.name.value, level: level),
        origin: measure.at, in: &builder)
      builder.paragraphs(measure.goal, look: "goal")
      builder.paragraphs(measure.description)
      let groups = measure.targetGroups.map { group in
        group.map { validated.name(.targetGroups, $0) }
      }
      let state = measure.state.map { $0.map { validated.name(.measureStates, $0) } }
      if measure.rationale != nil || !groups.isEmpty || measure.risks != nil || state != nil {
        builder.node(.list(.descriptions), look: "fields") { builder in
          if let rationale = measure.rationale {
            builder.field(self[.rationale], origin: rationale.at) { $0.paragraphs(rationale) }
          }
          builder.field(self[.targetGroups], groups)
          builder.field(self[.risks], measure.risks)
          builder.field(self[.state], state)
        }
      }
      indicators(measure.indicators, in: &builder)
    }
  }

  private mutating func add(_ activity: Activity, level: Int, to builder: inout DocumentBuilder) {
    builder.node(.group(.card), look: Tier.activity.look, origin: activity.at) { builder in
      heading(
        words(.activity, activity.code.value, activity.name.value, level: level),
        origin: activity.at, in: &builder)
      builder.paragraphs(activity.description)
      builder.node(.list(.descriptions), look: "fields") { builder in
        builder.field(self[.implementers], activity.implementers)
        builder.field(self[.partners], activity.partners)
        if let term = activity.term {
          let goesOn = activity.overlaps?.value == true ? " (\(self[.termOverlaps]))" : ""
          builder.field(self[.term], words(of: term.value) + goesOn, origin: term.at)
        }
        builder.field(self[.output], activity.output)
        // Money by year and source stands in a table of its own, with its total.
        if let cost = activity.cost, records.funding(of: activity).isEmpty {
          builder.field(self[.cost], origin: cost.at) { add(cost.value, to: &$0) }
        }
      }
      indicators(activity.indicators, in: &builder)
      costs(of: activity, in: &builder)
    }
  }

  /// Adds a cost as a paragraph; „v rámci“ refers to the activity that pays.
  func add(_ cost: Cost, to builder: inout DocumentBuilder) {
    switch cost {
    case .within(let code):
      builder.node(.paragraph, look: "regime") { builder in
        builder.text("\(self[.costWithin])\u{A0}")
        // A publication without the strategic part has no card to point to.
        if hasStrategy {
          builder.reference(to: Tier.activity.anchor(of: code)) { $0.text(code.text) }
        } else {
          builder.text(code.text)
        }
      }
    case .amount, .range: builder.paragraph(words(of: cost))
    case .zero, .unknown: builder.paragraph(words(of: cost), look: "regime")
    }
  }
}

extension Tier {
  /// The look of cards and headings of such records.
  fileprivate var look: String {
    switch self {
    case .area: "area"
    case .priority: "priority"
    case .measure: "measure"
    case .activity: "activity"
    }
  }
}
