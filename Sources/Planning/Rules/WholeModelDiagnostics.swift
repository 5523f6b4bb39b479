package import Core

/// The kinds of findings on what a whole plan holds beyond its strategy and its sums.
extension PlanningDiagnostics {
  /// Costs that no funding line carries.
  package static let unfunded = DiagnosticKind(
    "V01-1", .warning, .model, cs: "Náklady aktivity nejsou v tabulce financování.",
    en: "The cost of an activity is not in the funding table.")
  /// A flag that nothing needs.
  package static let needlessOverlap = DiagnosticKind(
    "V04-1", .warning, .model, cs: "Přesah je označen, ale nic období plánu nepřesahuje.",
    en: "An overlap is flagged, but nothing goes beyond the period.")
  /// A telephone number that is none.
  package static let telephone = DiagnosticKind(
    "V08", .error, .model, cs: "Telefonní číslo není platné.",
    en: "A telephone number is not valid.")
  /// A service in a form that its kind usually lacks.
  package static let unusualForm = DiagnosticKind(
    "V10-1", .warning, .model, cs: "Služba má formu, která u jejího druhu není obvyklá.",
    en: "A service has a form that is unusual for its kind.")
  /// A service that has ended.
  package static let endedService = DiagnosticKind(
    "V10-2", .warning, .model, cs: "Služba k datu textu skončila.",
    en: "A service has ended by the date of the text.")
  /// A weakness or threat that nothing answers.
  package static let unansweredItem = DiagnosticKind(
    "V13", .warning, .model, cs: "Na slabou stránku nebo hrozbu ze SWOT nic neodpovídá.",
    en: "Nothing answers a weakness or threat of the SWOT.")
  /// A measure that rests on no analysis.
  package static let ungroundedMeasure = DiagnosticKind(
    "V13-1", .warning, .model, cs: "Opatření se neopírá o analýzu ani o SWOT.",
    en: "A measure rests on neither analysis nor SWOT.")
  /// Another text was approved.
  package static let approvedText = DiagnosticKind(
    "V15", .error, .model, cs: "Schváleno bylo jiné znění plánu.",
    en: "Another text of the plan was approved.")
  /// A store of projects that is none.
  package static let ideas = DiagnosticKind(
    "V17", .error, .model, cs: "Zásobník projektů je neúplný.",
    en: "The store of project ideas is incomplete.")
  /// A registration number that the programme does not give.
  package static let registration = DiagnosticKind(
    "V19", .error, .model, cs: "Registrační číslo projektu neodpovídá programu.",
    en: "A registration number does not follow its programme.")
  /// A project without the sentence that its programme demands.
  package static let publicity = DiagnosticKind(
    "V19-1", .warning, .model, cs: "Chybí věta povinné publicity.",
    en: "The publicity sentence is missing.")
  /// A service that was not verified for a year.
  package static let verification = DiagnosticKind(
    "V20", .warning, .model, cs: "Údaje o službě nejsou za posledních 12 měsíců ověřené.",
    en: "A service was not verified within the last 12 months.")
  /// A service that is in the plan or in the catalogue only.
  package static let catalogue = DiagnosticKind(
    "V20-1", .warning, .model, cs: "Služba je jen v plánu, nebo jen v katalogu.",
    en: "A service is in the plan only, or in the catalogue only.")
  /// Somebody who does an activity and whom nobody knows.
  package static let implementer = DiagnosticKind(
    "V21", .error, .model, cs: "Realizátor není mezi poskytovateli, obcemi ani organizacemi.",
    en: "An implementer is no provider, municipality or organisation.")
  /// A provider of nothing.
  package static let idleProvider = DiagnosticKind(
    "V21-2", .warning, .model, cs: "Poskytovatel nemá v plánu žádnou službu ani aktivitu.",
    en: "A provider has neither a service nor an activity in the plan.")
  /// A change of capacity that nothing says aloud.
  package static let capacity = DiagnosticKind(
    "V21-1", .error, .model, cs: "Změna kapacity není výslovná, nebo čísla nesouhlasí.",
    en: "A change of capacity is not explicit, or numbers disagree.")
  /// A sum in a table of a text that its rows do not make.
  package static let tableSums = DiagnosticKind(
    "V22-1", .warning, .model, cs: "Součet v tabulce textu nesouhlasí s řádky.",
    en: "A sum in a table of a text is not that of its rows.")
  /// A last day before the first.
  package static let order = DiagnosticKind(
    "R04", .error, .model, cs: "Konec je dřív než začátek.", en: "An end lies before its beginning."
  )
  /// A picture of which nobody says whose it is.
  package static let licence = DiagnosticKind(
    "R05", .warning, .model, cs: "U obrázku chybí licence nebo autor, nebo nesedí rozměry.",
    en: "A picture lacks its licence or author, or its measures disagree.")
  /// A silence without a reason.
  package static let silenceReason = DiagnosticKind(
    "Z01", .error, .model, cs: "Ztišení nemá důvod.", en: "A silence has no reason.")
  /// A silence of a code that nobody knows.
  package static let silenceCode = DiagnosticKind(
    "Z02", .error, .model, cs: "Ztišení uvádí neznámý kód.", en: "A silence names an unknown code.")
  /// A silence of an error.
  package static let silencedError = DiagnosticKind(
    "Z03", .error, .model, cs: "Chybu nelze ztišit.", en: "An error cannot be silenced.")
  /// A silence of nothing.
  package static let idleSilence = DiagnosticKind(
    "Z04", .warning, .model, cs: "Ztišení nic neztišuje.", en: "A silence silences nothing.")

  /// A text that names the street of a secret place.
  package static let secretStreet = DiagnosticKind(
    "V11-1", .warning, .model, cs: "Text uvádí ulici zařízení s utajenou adresou.",
    en: "A text names the street of a facility whose address is secret.")
  /// These kinds, for the catalogue.
  static let wholeModel = [
    unfunded, needlessOverlap, telephone, unusualForm, endedService, unansweredItem,
    ungroundedMeasure, approvedText, ideas, registration, publicity, verification, catalogue,
    implementer, idleProvider, capacity, order, licence, silenceReason, silenceCode, silencedError,
    idleSilence, secretStreet,
  ]
}
