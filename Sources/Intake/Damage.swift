import Core
import Planning

extension ReadingDesk {
  /// The parts of the plan that errors of reading may have lost something of.
  ///
  /// A blemish of a text loses nothing. An error without a place may have lost anything.
  func damaged(_ findings: [Diagnostic], in top: Record) -> Set<PlanPart> {
    let harmless = HygieneDiagnostics.all
    var damaged: Set<PlanPart> = []
    for finding in findings where finding.isError && !harmless.contains(finding.kind) {
      guard let at = finding.at, let part = part(at, in: top) else { return .whole }
      damaged.insert(part)
    }
    return damaged
  }

  /// The part of the plan that a place belongs to.
  private func part(_ place: SourceSpan, in top: Record) -> PlanPart? {
    let path = sources[place.file].path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".md") { return .narratives }
    if let table = ReadingDesk.table(of: name) { return PlanPart(table: table) }
    // The key of the first level that the place stands below.
    let above = top.fields.last { $0.file == place.file && $0.nameAt.start <= place.start }
    return above.flatMap { PlanPart(key: $0.name) }
  }
}

extension PlanPart {
  /// The part that a long table holds.
  fileprivate init?(table: String) {
    switch table {
    case "obce": self = .municipalities
    case "obce_vek": self = .ages
    case "financovani": self = .funding
    case "poskytovatele": self = .providers
    case "sluzby": self = .services
    case "zarizeni": self = .facilities
    case "kapacity": self = .capacities
    case "vyhodnoceni": self = .evaluation
    case "hodnoceni": self = .evaluations
    case "pripominky": self = .comments
    case "zmeny": self = .changes
    case "odpovednosti": self = .responsibilities
    case "schvaleni": self = .approvals
    case "zkratky": self = .abbreviations
    default: return nil
    }
  }

  /// The part that a key of the first level holds.
  fileprivate init?(key: String) {
    switch key {
    case "nazev", "podnazev", "druh", "obdobi", "verze", "stav", "datum_textu", "jazyk", "uzemi",
      "predchozi_plan", "tiraz", "tisk":
      self = .identity
    case "cislovani", "zrusene_kody": self = .numbering
    case "projekt", "dalsi_projekty": self = .projects
    case "osoby", "skupiny": self = .people
    case "oblasti", "priority": self = .strategy
    case "financovani": self = .totals
    case "pripominkovani": self = .comments
    case "swot": self = .swots
    case "udaje": self = .origins
    case "analyza": self = .analyses
    case "pruzkum": self = .survey
    case "organizace": self = .organisations
    case "zasobnik": self = .ideas
    case "projednani": self = .hearings
    case "akcni_plany": self = .actionPlans
    case "aktiva": self = .assets
    case "pojmy": self = .glossary
    case "zdroje": self = .citations
    case "ztisit": self = .silences
    default: return nil
    }
  }
}
