import Core
import Planning

/// What a part prints and a plan may lack.
enum Supply: Sendable {
  case municipalities, groups, swots, priorities, funding

  /// Whether a plan holds none of it.
  func isMissing(in plan: Plan) -> Bool {
    switch self {
    case .municipalities: plan.municipalities.isEmpty
    case .groups: plan.groups.isEmpty
    case .swots: plan.swots.isEmpty
    case .priorities: plan.priorities.isEmpty
    case .funding: plan.funding.isEmpty
    }
  }

  /// What it is and where coordinators write it.
  var words: Phrase {
    switch self {
    case .municipalities:
      Phrase(cs: "obce (soubor obce.csv)", en: "municipalities (the file obce.csv)")
    case .groups:
      Phrase(cs: "skupiny (soubor skupiny.yaml)", en: "groups (the file skupiny.yaml)")
    case .swots:
      Phrase(cs: "SWOT analýza (soubor swot.yaml)", en: "SWOT analysis (the file swot.yaml)")
    case .priorities:
      Phrase(cs: "priority (soubor strategie.yaml)", en: "priorities (the file strategie.yaml)")
    case .funding:
      Phrase(
        cs: "řádky financování (soubor financovani.csv)",
        en: "funding lines (the file financovani.csv)")
    }
  }
}
