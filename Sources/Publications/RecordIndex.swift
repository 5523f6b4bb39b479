import Core
import Planning

/// The flat records of a plan by what they belong to, so that composing stays linear.
///
/// The dictionaries are only looked into; order comes from the plan's arrays.
struct RecordIndex {
  private var measures: [Code: [Measure]] = [:]
  private var activities: [Code: [Activity]] = [:]
  private var lines: [Code: [FundingLine]] = [:]
  private var persons: [String: Person] = [:]
  private var tiers: [Code: Tier] = [:]
  /// The years that money tables show: those of the period, and any other that a line names.
  let years: [Int]

  init(_ plan: Plan) {
    for measure in plan.measures { measures[measure.priority.value, default: []].append(measure) }
    for activity in plan.activities {
      activities[activity.measure.value, default: []].append(activity)
    }
    for line in plan.funding { lines[line.activity.value, default: []].append(line) }
    for area in plan.areas { tiers[area.code.value] = .area }
    for priority in plan.priorities { tiers[priority.code.value] = .priority }
    for measure in plan.measures { tiers[measure.code.value] = .measure }
    for activity in plan.activities { tiers[activity.code.value] = .activity }
    for person in plan.persons { persons[person.id.value] = person }
    let named = Set(plan.funding.map(\.year.value)).union(plan.period.value.years)
    years = named.sorted()
  }

  /// The measures of a priority, in the order of the files.
  func measures(of priority: Priority) -> [Measure] { measures[priority.code.value] ?? [] }

  /// The activities of a measure, in the order of the files.
  func activities(of measure: Measure) -> [Activity] { activities[measure.code.value] ?? [] }

  /// The lines of funding of an activity, in the order of the files.
  func funding(of activity: Activity) -> [FundingLine] { lines[activity.code.value] ?? [] }

  /// The lines of funding of a measure's activities.
  func funding(of measure: Measure) -> [FundingLine] {
    activities(of: measure).flatMap { funding(of: $0) }
  }

  /// What kind of record a code names.
  func tier(of code: Code) -> Tier? { tiers[code] }

  /// The person of an identifier.
  func person(_ id: String) -> Person? { persons[id] }
}
