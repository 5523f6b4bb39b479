package import Core

/// A community plan as its files state it, each fact with its place.
/// // Records are flat and keyed by code; the order of the arrays is the order of the files.
package struct Plan: Sendable, Equatable {
  /// The title: „Komunitní plán sociálních služeb Dačicka“.
  package var title: Located<String>
  /// A line under the title.
  package var subtitle: Located<String>?
  /// The kind of plan, a code of `CodelistName.planKinds`.
  package var kind: Located<String>
  /// The years it is made for.
  package var period: Located<Period>
  /// The territory it is made for.
  package var territory: Territory
  /// The version: `1.0.0`.
  package var version: Located<String>
  /// The state, a code of `CodelistName.planStates`.
  package var state: Located<String>
  /// The date of the text. Every rule measures time against it, never against a clock.
  package var textDate: Located<CivilDate>
  /// The language of the text.
  package var language: Located<Language>
  /// The plan that this one updates.
  package var predecessor: Predecessor?
  /// The project that paid for planning.
  package var project: Project?
  /// The colophon.
  package var imprint: Imprint
  /// How codes are built and what the levels are called.
  package var numbering: Numbering
  /// Codes that earlier versions used and nobody may use again.
  package var retired: [Located<Code>]
  /// The municipalities of the territory.
  package var municipalities: [Municipality]
  /// The people named in the plan.
  package var persons: [Person]
  /// The steering, coordinating and working groups.
  package var groups: [Group]
  /// The SWOT analyses.
  package var swots: [SWOT]
  /// The areas above priorities; empty where the scheme has none.
  package var areas: [Area]
  /// The priorities.
  package var priorities: [Priority]
  /// The measures (opatření).
  package var measures: [Measure]
  /// The activities; empty where the scheme ends with measures.
  package var activities: [Activity]
  /// The money by activity, year and source.
  package var funding: [FundingLine]
  /// The totals that the plan states, to be checked against `funding`.
  package var totals: StatedTotals?
  /// The narrative texts by file stem.
  package var narratives: [Narrative]
  /// The inhabitants by age, from `obce_vek.csv`.
  package var ages: [AgeStructure] = []
  /// The questions of the surveys.
  package var survey: [SurveyQuestion] = []
  /// The providers of services.
  package var providers: [Provider] = []
  /// The services.
  package var services: [Service] = []
  /// How the activities of the previous plan ended.
  package var evaluation: [EvaluatedActivity] = []
  /// The days in which comments were taken.
  package var consultation: Consultation?
  /// The comments on the draft.
  package var comments: [Comment] = []
  /// Who does what while the plan is carried out.
  package var responsibilities: [Responsibility] = []
  /// What the municipalities decided.
  package var approvals: [Approval] = []
  /// The abbreviations.
  package var abbreviations: [Abbreviation] = []
  /// The glossary.
  package var glossary: [GlossaryEntry] = []
  /// The works that the plan draws on.
  package var citations: [Citation] = []
  /// Where the figures of the long tables come from.
  package var origins: [DataOrigin] = []
  /// The projects that paid besides `project`.
  package var furtherProjects: [Project] = []
  /// Those who take part and are neither municipalities nor providers.
  package var organisations: [Organisation] = []
  /// What the strategic part rests on.
  package var analyses: [AnalysisBlock] = []
  /// Where services are given.
  package var facilities: [Facility] = []
  /// The capacities of services by form.
  package var capacities: [Capacity] = []
  /// The ideas of the store of projects; nil where the plan keeps none.
  package var ideas: [ProjectIdea]?
  /// The changes of the text.
  package var changes: [ChangeEntry] = []
  /// The meetings at which the plan was talked about.
  package var hearings: [Hearing] = []
  /// The plans of single years.
  package var actionPlans: [ActionPlan] = []
  /// How activities of this plan did.
  package var evaluations: [Evaluation] = []
  /// Where pictures come from.
  package var assets: [Asset] = []
  /// The warnings that are known and accepted.
  package var silences: [Silence] = []
  /// What printer its press edition is for. It is no part of what the plan says.
  package var press = PressOrder()
  /// How publications are printed and bound.
  package var pressJobs: [PressJob] = []
  /// The head of the main file.
  package var at: SourceSpan

  /// Makes it of its parts; records that only some plans have are empty until they are set.
  package init(
    title: Located<String>, subtitle: Located<String>?, kind: Located<String>,
    period: Located<Period>, territory: Territory, version: Located<String>,
    state: Located<String>, textDate: Located<CivilDate>, language: Located<Language>,
    predecessor: Predecessor?, project: Project?, imprint: Imprint, numbering: Numbering,
    retired: [Located<Code>], municipalities: [Municipality], persons: [Person], groups: [Group],
    swots: [SWOT], areas: [Area], priorities: [Priority], measures: [Measure],
    activities: [Activity], funding: [FundingLine], totals: StatedTotals?, narratives: [Narrative],
    at: SourceSpan
  ) {
    self.title = title
    self.subtitle = subtitle
    self.kind = kind
    self.period = period
    self.territory = territory
    self.version = version
    self.state = state
    self.textDate = textDate
    self.language = language
    self.predecessor = predecessor
    self.project = project
    self.imprint = imprint
    self.numbering = numbering
    self.retired = retired
    self.municipalities = municipalities
    self.persons = persons
    self.groups = groups
    self.swots = swots
    self.areas = areas
    self.priorities = priorities
    self.measures = measures
    self.activities = activities
    self.funding = funding
    self.totals = totals
    self.narratives = narratives
    self.at = at
  }
}

extension Plan {
  /// The narrative of a file stem: `uvodni-slovo`.
  package func narrative(_ stem: String) -> Narrative? { narratives.first { $0.stem == stem } }

  /// Where the figures of a long table come from.
  package func origin(of table: String) -> DataOrigin? {
    origins.first { $0.table.value == table }
  }

  /// The provider of an IČO.
  package func provider(_ companyNumber: String) -> Provider? {
    providers.first { $0.companyNumber.value == companyNumber }
  }

  /// The kind of a project that holds a catalogue of services and no plan.
  package static let catalogueKind = "katalog"

  /// Whether the project holds a catalogue of services and no plan: then nothing is asked of a
  /// strategy.
  package var isCatalogueOnly: Bool { kind.value == Plan.catalogueKind }

  /// The picture that a narrative names by that path.
  package func picture(_ name: String) -> Picture? {
    for narrative in narratives {
      if let picture = narrative.pictures.first(where: { $0.value.name == name }) {
        return picture.value
      }
    }
    return nil
  }

  /// The person of an identifier.
  package func person(_ id: String) -> Person? { persons.first { $0.id.value == id } }

  /// The measures of a priority, in the order of the files.
  package func measures(of priority: Code) -> [Measure] {
    measures.filter { $0.priority.value == priority }
  }

  /// The activities of a measure, in the order of the files.
  package func activities(of measure: Code) -> [Activity] {
    activities.filter { $0.measure.value == measure }
  }

  /// The funding lines of an activity, in the order of the files.
  package func funding(of activity: Code) -> [FundingLine] {
    funding.filter { $0.activity.value == activity }
  }

  /// Every project that paid, the first one first.
  package var projects: [Project] { (project.map { [$0] } ?? []) + furtherProjects }

  /// The service of a key.
  package func service(_ key: String) -> Service? { services.first { $0.key == key } }

  /// The capacities of a service by form, in the order of the file.
  package func capacities(of service: Service) -> [Capacity] {
    guard let key = service.key else { return [] }
    return capacities.filter { $0.service.value == key }
  }

  /// The places where a service is given, in the order of the file.
  package func facilities(of service: Service) -> [Facility] {
    guard let key = service.key else { return [] }
    return facilities.filter { $0.service.value == key }
  }
}
