package import Core

/// A rule that plans have to keep.
package struct Rule: Sendable {
  /// The code that people quote: `V01`.
  package let code: String
  /// On which floor it is checked.
  package let stage: Stage
  /// What it demands, in one sentence.
  package let summary: Phrase
  /// The parts of the plan that must be whole for its findings to hold: those in which it looks
  /// things up or counts. A value that is judged by itself needs nothing else.
  package let needs: Set<PlanPart>
  /// Finds what breaks it.
  package let check: @Sendable (Plan, Codelists) -> [Diagnostic]

  /// Declares a rule; code, stage and summary are those of its first kind of finding.
  init(
    _ kind: DiagnosticKind, needs: Set<PlanPart>,
    check: @escaping @Sendable (Plan, Codelists) -> [Diagnostic]
  ) {
    self.code = kind.code
    self.stage = kind.stage
    self.summary = kind.summary
    self.needs = needs
    self.check = check
  }

  /// Every rule of the model, in the order of checking.
  package static let all: [Rule] = [
    .sums, .structure, .duties, .time, .codes, .companyNumbers, .postcodes, .telephones,
    .municipalityCodes, .codelistValues, .serviceForms, .links, .comments, .approvedText, .origins,
    .analyses, .ideas, .programmes, .catalogue, .implementers, .idleProviders, .capacities, .counts,
    .tableSums, .secretStreets,
    .references,
    .people, .supply,
    .uniqueness, .circles, .datesInOrder, .licences,
  ]
}

/// The kinds of findings made on the model.
package enum PlanningDiagnostics {
  /// Sums that disagree.
  package static let sums = DiagnosticKind(
    "V01", .error, .model, cs: "Součty peněz nesouhlasí.", en: "Sums of money disagree.")
  /// A strategy with a gap.
  package static let structure = DiagnosticKind(
    "V02", .error, .model, cs: "Priority, opatření a aktivity na sebe nenavazují.",
    en: "Priorities, measures and activities do not hang together.")
  /// A measure without activities.
  package static let emptyMeasure = DiagnosticKind(
    "V02-1", .warning, .model, cs: "Opatření nemá žádnou aktivitu.",
    en: "A measure has no activity.")
  /// An activity that does not say who, when, for how much, or how success is seen.
  package static let duties = DiagnosticKind(
    "V03", .error, .model, cs: "Aktivita neříká kdo, kdy, za kolik nebo s jakým výsledkem.",
    en: "An activity does not say who, when, for how much or to what effect.")
  /// Something outside the period of the plan.
  package static let time = DiagnosticKind(
    "V04", .error, .model, cs: "Termín nebo rok leží mimo období plánu.",
    en: "A term or year lies outside the period of the plan.")
  /// A code that breaks the scheme.
  package static let codes = DiagnosticKind(
    "V05", .error, .model, cs: "Kód se opakuje, nepatří do číslování nebo už byl zrušen.",
    en: "A code recurs, breaks the scheme or was retired.")
  /// An IČO that is none.
  package static let companyNumber = DiagnosticKind(
    "V06", .error, .model, cs: "IČO není platné.", en: "A company number is not valid.")
  /// A PSČ that is none.
  package static let postcode = DiagnosticKind(
    "V07", .error, .model, cs: "PSČ není platné.", en: "A postcode is not valid.")
  /// A municipality of another territory.
  package static let municipality = DiagnosticKind(
    "V09", .error, .model, cs: "Obec nepatří do území plánu.",
    en: "A municipality is not of the territory.")
  /// A comment without an answer.
  package static let comments = DiagnosticKind(
    "V14", .error, .model, cs: "Připomínka není vypořádaná.", en: "A comment is not settled.")
  /// A table or figure that does not say where it comes from.
  package static let origin = DiagnosticKind(
    "V16", .error, .model, cs: "Tabulka nebo obrázek nemá zdroj nebo datum.",
    en: "A table or figure lacks its source or date.")
  /// An abbreviation that the list lacks.
  package static let abbreviation = DiagnosticKind(
    "V16-1", .warning, .model, cs: "Zkratka chybí v seznamu zkratek.",
    en: "An abbreviation is missing from the list.")
  /// Counts that disagree.
  package static let counts = DiagnosticKind(
    "V22", .error, .model, cs: "Součty počtů nesouhlasí.", en: "Counts do not add up.")
  /// A value that no codelist has.
  package static let codelist = DiagnosticKind(
    "V10", .error, .model, cs: "Hodnota není v číselníku platném k datu textu.",
    en: "A value is not in the codelist valid on the date of the text.")
  /// A reference to a record that does not exist.
  package static let missing = DiagnosticKind(
    "R01", .error, .model, cs: "Záznam odkazuje na něco, co v plánu není.",
    en: "A record refers to something that the plan does not have.")
  /// Two records of one identifier.
  package static let duplicate = DiagnosticKind(
    "R02", .error, .model, cs: "Dva záznamy mají stejné označení.",
    en: "Two records share one identifier.")
  /// Costs that are within each other in a circle.
  package static let circular = DiagnosticKind(
    "R03", .error, .model, cs: "Náklady „v rámci“ se točí v kruhu.",
    en: "Costs “within” each other go round in a circle.")

  /// All kinds, for the catalogue.
  package static let all =
    [
      sums, structure, emptyMeasure, duties, time, codes, companyNumber, postcode, municipality,
      codelist, comments, origin, abbreviation, counts, tableSums, missing, duplicate, circular,
    ] + wholeModel
}
