import Core
import Planning

extension ReadingDesk {
  /// The key `pripominkovani`: the days in which comments were taken.
  mutating func readConsultation(_ top: Record) -> Consultation? {
    guard let record = part(top, "pripominkovani", .consultation)
    else { return nil }
    let from = value(record, "od", .date)
    guard let to = value(record, "do", .date) else { return nil }
    return Consultation(from: from, to: to, at: record.at)
  }

  /// The key `udaje`: where the figures of long tables come from.
  mutating func readOrigins(_ top: Record) -> [DataOrigin] {
    items(top, "udaje").compactMap { item in
      guard let record = record(item, .origin)
      else { return nil }
      return DataOrigin(
        table: demand(record, "tabulka"), source: text(record, "zdroj"),
        date: value(record, "stav_k", .date), at: record.at)
    }
  }

  /// The key `pruzkum`: questions and answers of surveys.
  mutating func readSurvey(_ top: Record) -> [SurveyQuestion] {
    var questions: [SurveyQuestion] = []
    for item in items(top, "pruzkum") {
      guard let record = record(item, .question)
      else { continue }
      var answers: [SurveyQuestion.Answer] = []
      for item in items(record, "odpovedi") {
        guard
          let answer = self.record(item, .answer),
          let count = value(answer, "pocet", .whole)
        else { continue }
        answers.append(
          SurveyQuestion.Answer(text: demand(answer, "text"), count: count.map { Int($0) }))
      }
      guard let respondents = value(record, "odpovedelo", .whole) else { continue }
      questions.append(
        SurveyQuestion(
          id: demand(record, "id"), question: demand(record, "otazka"),
          survey: text(record, "anketa"), respondents: respondents.map { Int($0) },
          isMultiple: value(record, "vice_odpovedi", .flag)?.value ?? false, answers: answers,
          at: record.at))
    }
    return questions
  }

  /// Table `zkratky`: the abbreviations.
  mutating func readAbbreviations() -> [Abbreviation] {
    guard let sheet = openSheet(.abbreviations)
    else { return [] }
    var list: [Abbreviation] = []
    for row in 1..<max(1, sheet.table.count) {
      let short = demand(sheet, row: row, "zkratka")
      let meaning = demand(sheet, row: row, "vyznam")
      guard let short, let meaning else { continue }
      list.append(Abbreviation(short: short, meaning: meaning, at: place(sheet, row: row)))
    }
    return list
  }

  /// The key `pojmy`: the glossary.
  mutating func readGlossary(_ top: Record) -> [GlossaryEntry] {
    items(top, "pojmy").compactMap { item in
      guard let record = record(item, .glossaryEntry)
      else { return nil }
      return GlossaryEntry(
        term: demand(record, "pojem"),
        meaning: passage(record, "vyznam") ?? Located("", at: record.at), at: record.at)
    }
  }

  /// The key `zdroje`: the works that the plan draws on.
  mutating func readCitations(_ top: Record) -> [Citation] {
    items(top, "zdroje").compactMap { item in
      guard let record = record(item, .citation)
      else { return nil }
      return Citation(
        id: demand(record, "id"), author: text(record, "autor"), title: demand(record, "nazev"),
        host: text(record, "v"), edition: text(record, "vydani"), place: text(record, "misto"),
        publisher: text(record, "vydavatel"), year: text(record, "rok"),
        identifier: text(record, "oznaceni"), address: text(record, "url"),
        accessed: value(record, "citovano", .date), at: record.at)
    }
  }
}
