import Core
import Planning

/// A word list as Intake asks it, wherever it comes from.
package struct Speller {
  /// Whether the list has a word in this form.
  package let knows: (String) -> Bool
  /// Words that may have been meant, the likeliest first.
  package let suggest: (String) -> [String]

  /// Joins the two questions that a word list answers.
  package init(knows: @escaping (String) -> Bool, suggest: @escaping (String) -> [String]) {
    self.knows = knows
    self.suggest = suggest
  }
}

extension ReadingDesk {
  /// Notes words that neither the word list nor the project knows.
  mutating func reportMisspellings(from first: Int, _ plan: Plan, _ speller: Speller) {
    var search = MisspellingSearch(speller: speller, accepted: acceptedWords())
    search.accept(plan)
    let texts = texts(from: first)
    for text in texts {
      text.content.forEachPassage(in: plan.language.value) { search.noteNames($0) }
    }
    for text in texts {
      search.found = []
      text.content.forEachPassage(in: plan.language.value) { search.search($0) }
      findings += search.found.map { $0.diagnostic(in: text.file) }
    }
  }
}

extension MisspellingSearch {
  /// Accepts the names, abbreviations and terms of a plan in all their forms.
  mutating func accept(_ plan: Plan) {
    accept(plan.territory.name.value)
    for town in plan.municipalities {
      accept(town.name.value)
      if let district = town.district { accept(district.value) }
    }
    for person in plan.persons {
      accept(person.givenName.value)
      accept(person.familyName.value)
    }
    for group in plan.groups { accept(group.name.value) }
    for provider in plan.providers {
      accept(provider.name.value)
      if let street = provider.street { accept(street.value) }
      if let town = provider.town { accept(town.value) }
    }
    for service in plan.services { accept(service.name.value) }
    for abbreviation in plan.abbreviations {
      accept(abbreviation.short.value)
      accept(abbreviation.meaning.value)
    }
    for entry in plan.glossary { accept(entry.term.value) }
  }
}
