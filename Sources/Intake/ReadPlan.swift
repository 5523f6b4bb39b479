import Core
import Planning
import Yams

extension ReadingDesk {
  /// Makes the plan of the merged first level of all YAML files.
  ///
  /// Returns nil where the period or the date of the text was noted as faulty.
  mutating func readPlan(_ top: Record) -> Plan? {
    let strategy = readStrategy(top)
    let period = value(top, "obdobi", .period)
    let date = value(top, "datum_textu", .date)
    let language = value(top, "jazyk", .language)
    let territory = readTerritory(top)
    let predecessor = readPredecessor(top)
    let project = readFirstProject(top)
    let imprint = readImprint(top)
    let press = readPress(top)
    let numbering = readNumbering(top)
    let retired = codes(top, "zrusene_kody")
    let municipalities = readMunicipalities()
    let persons = readPersons(top)
    let groups = readGroups(top)
    let swots = readSWOTs(top)
    let funding = readFunding()
    let totals = readTotals(top)
    let narratives = readNarratives()
    let rest = readRecords(top)
    guard let period, let date else { return nil }
    var plan = Plan(
      title: demand(top, "nazev"), subtitle: text(top, "podnazev"), kind: demand(top, "druh"),
      period: period, territory: territory, version: demand(top, "verze"),
      state: demand(top, "stav"), textDate: date,
      language: language ?? Located(.czech, at: top.at),
      predecessor: predecessor, project: project, imprint: imprint, numbering: numbering,
      retired: retired, municipalities: municipalities, persons: persons, groups: groups,
      swots: swots, areas: strategy.areas, priorities: strategy.priorities,
      measures: strategy.measures, activities: strategy.activities, funding: funding,
      totals: totals, narratives: narratives, at: top.at)
    plan.press = press.order
    plan.pressJobs = press.jobs
    rest(&plan)
    return plan
  }

  /// The printing; the printer's colour profile is read with it.
  private mutating func readPress(_ top: Record) -> (order: PressOrder, jobs: [PressJob]) {
    var order = PressOrder()
    guard let record = part(top, "tisk", .press) else { return (order, []) }
    func word(_ text: Located<String>?) -> PressOrder.Word? {
      text.map { PressOrder.Word($0.value, at: $0.at) }
    }
    order.printer = word(text(record, "tiskarna"))
    order.condition = word(text(record, "podminka"))
    if let profile = text(record, "profil"), isInside(profile.value, namedAt: profile.at),
      let bytes = bytes(of: profile.value, namedAt: profile.at)
    {
      order.profile = word(profile)
      order.profileBytes = bytes
    }
    return (order, readPressJobs(record))
  }

  /// Reads the records that only some plans have; returns what puts them into the plan.
  private mutating func readRecords(_ top: Record) -> (inout Plan) -> Void {
    let origins = readOrigins(top)
    let ages = readAges()
    let survey = readSurvey(top)
    let providers = readProviders()
    let services = readServices()
    let evaluation = readEvaluation()
    let consultation = readConsultation(top)
    let comments = readComments()
    let responsibilities = readResponsibilities()
    let approvals = readApprovals()
    let abbreviations = readAbbreviations()
    let glossary = readGlossary(top)
    let citations = readCitations(top)
    let whole = readWholeModel(top)
    return { plan in
      whole(&plan)
      plan.origins = origins
      plan.ages = ages
      plan.survey = survey
      plan.providers = providers
      plan.services = services
      plan.evaluation = evaluation
      plan.consultation = consultation
      plan.comments = comments
      plan.responsibilities = responsibilities
      plan.approvals = approvals
      plan.abbreviations = abbreviations
      plan.glossary = glossary
      plan.citations = citations
    }
  }

  private mutating func readTerritory(_ top: Record) -> Territory {
    guard let record = part(top, "uzemi", .territory)
    else { return Territory(name: Located("", at: top.at), kind: nil, code: nil, at: top.at) }
    return Territory(
      name: demand(record, "nazev"), kind: text(record, "typ"), code: text(record, "kod_orp"),
      at: record.at)
  }

  private mutating func readPredecessor(_ top: Record) -> Predecessor? {
    guard let record = part(top, "predchozi_plan", .predecessor)
    else { return nil }
    let period = value(record, "obdobi", .period)
    return Predecessor(
      title: demand(record, "nazev"),
      period: period ?? Located(Period(first: 0, last: 0), at: record.at), at: record.at)
  }

  private mutating func readImprint(_ top: Record) -> Imprint {
    let record =
      part(top, "tiraz", .imprint) ?? Record(fields: [], form: .imprint, at: top.at)
    var publisher: Publisher?
    if let part = part(record, "vydavatel", .publisher) {
      publisher = Publisher(
        name: demand(part, "nazev"), address: text(part, "adresa"),
        companyNumber: text(part, "ico"), web: text(part, "web"), email: text(part, "email"),
        at: part.at)
    }
    return Imprint(
      publisher: publisher, compiler: text(record, "zpracovatel"),
      methodologist: text(record, "metodik"), editors: texts(record, "redakce"),
      proofreading: text(record, "korektury"), typesetting: text(record, "sazba"),
      printing: text(record, "tisk"),
      printRun: value(record, "naklad", .whole)?.map { Int($0) }, edition: text(record, "vydani"),
      isbn: text(record, "isbn"), photographs: text(record, "foto"),
      notes: texts(record, "poznamky"), at: record.at)
  }

  private mutating func readTotals(_ top: Record) -> StatedTotals? {
    guard let record = part(top, "financovani", .totals)
    else { return nil }
    var years: [StatedYear] = []
    for (key, amount) in amounts(record, "roky") {
      if let year = read(key, .year) { years.append(StatedYear(year: year, amount: amount)) }
    }
    return StatedTotals(
      total: value(record, "celkem", .money), years: years,
      sources: amounts(record, "zdroje").map { StatedSource(source: $0.0, amount: $0.1) },
      at: record.at)
  }

  /// The lines „key: amount“ below a key.
  private mutating func amounts(_ record: Record, _ name: String) -> [(
    Located<String>, Located<Money>
  )] {
    guard let field = record[name], !isEmpty(field.node) else { return [] }
    guard case .mapping(let mapping) = field.node else {
      reportShape(
        PlacedNode(node: field.node, file: field.file),
        Phrase(cs: "skupina řádků „2025: 1 250 000“", en: "lines “2025: 1 250 000”"))
      return []
    }
    var list: [(Located<String>, Located<Money>)] = []
    for line in fields(of: mapping, in: field.file) {
      guard let text = passage(PlacedNode(node: line.node, file: line.file)),
        let amount = read(text, .money)
      else { continue }
      list.append((Located(line.name, at: line.nameAt), amount))
    }
    return list
  }
}
