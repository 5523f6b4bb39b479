package import Core

/// The inhabitants of a municipality by broad age groups on one day.
package struct AgeStructure: Sendable, Equatable {
  /// The code of the municipality.
  package var municipality: Located<String>
  /// All inhabitants, as the source states them.
  package var total: Located<Int>
  /// Aged 0–14.
  package var children: Located<Int>
  /// Aged 15–64.
  package var adults: Located<Int>
  /// Aged 65 and more.
  package var seniors: Located<Int>
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    municipality: Located<String>, total: Located<Int>, children: Located<Int>,
    adults: Located<Int>, seniors: Located<Int>, at: SourceSpan
  ) {
    self.municipality = municipality
    self.total = total
    self.children = children
    self.adults = adults
    self.seniors = seniors
    self.at = at
  }
}

/// A question of a survey with the counts of its answers.
package struct SurveyQuestion: Sendable, Equatable {
  /// An answer and how many gave it.
  package struct Answer: Sendable, Equatable {
    /// The words of the answer.
    package var text: Located<String>
    /// How many gave it.
    package var count: Located<Int>

    /// Makes it of its parts.
    package init(text: Located<String>, count: Located<Int>) {
      self.text = text
      self.count = count
    }
  }
  /// The name by which references find its table: `{#anketa-ID}`.
  package var id: Located<String>
  /// The question as it was put.
  package var question: Located<String>
  /// Who was asked, for a plan with several surveys: „veřejnost“, „starostové“.
  package var survey: Located<String>?
  /// How many answered the question.
  package var respondents: Located<Int>
  /// Whether one could give several answers, so that shares add up to more than the whole.
  package var isMultiple: Bool
  /// The answers in the order of the file.
  package var answers: [Answer]
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    id: Located<String>, question: Located<String>, survey: Located<String>?,
    respondents: Located<Int>, isMultiple: Bool, answers: [Answer], at: SourceSpan
  ) {
    self.id = id
    self.question = question
    self.survey = survey
    self.respondents = respondents
    self.isMultiple = isMultiple
    self.answers = answers
    self.at = at
  }
}

/// Where the figures of a long table come from, and as of which day.
package struct DataOrigin: Sendable, Equatable {
  /// The table: the stem of its file, `obce_vek`.
  package var table: Located<String>
  /// Who made the figures.
  package var source: Located<String>?
  /// The day they hold for.
  package var date: Located<CivilDate>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    table: Located<String>, source: Located<String>?, date: Located<CivilDate>?, at: SourceSpan
  ) {
    self.table = table
    self.source = source
    self.date = date
    self.at = at
  }
}
