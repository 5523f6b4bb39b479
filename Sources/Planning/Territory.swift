package import Core

/// The territory that the plan is made for.
package struct Territory: Sendable, Equatable {
  /// The name: „správní obvod ORP Dačice“.
  package var name: Located<String>
  /// What it is, a code of `CodelistName.territoryKinds`: ORP, mikroregion, MAS.
  package var kind: Located<String>?
  /// The four-digit code of the ORP.
  package var code: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    name: Located<String>, kind: Located<String>?, code: Located<String>?, at: SourceSpan
  ) {
    self.name = name
    self.kind = kind
    self.code = code
    self.at = at
  }
}

/// The inhabitants of a municipality in a year.
package struct Population: Sendable, Hashable {
  /// The year.
  package var year: Int
  /// The inhabitants.
  package var count: Int

  /// Makes it of its parts.
  package init(year: Int, count: Int) {
    self.year = year
    self.count = count
  }
}

/// A municipality. Its code identifies it; names repeat.
package struct Municipality: Sendable, Equatable {
  /// The six-digit code of RÚIAN and of the statistical office.
  package var code: Located<String>
  /// The name.
  package var name: Located<String>
  /// What tells it from others of its name.
  package var distinction: Located<String>?
  /// The okres.
  package var district: Located<String>?
  /// The PSČ, five digits.
  package var postcode: Located<String>?
  /// The inhabitants by year, oldest year first.
  package var population: [Population]
  /// Degrees north in millionths.
  package var latitude: Int32?
  /// Degrees east in millionths.
  package var longitude: Int32?
  /// The ORP that it belongs to, by name.
  package var authority: Located<String>?
  /// The IČO.
  package var companyNumber: Located<String>?
  /// The datová schránka.
  package var dataBox: Located<String>?
  /// Who heads it (starosta, starostka); an office that the law makes public.
  package var mayor: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    code: Located<String>, name: Located<String>, distinction: Located<String>?,
    district: Located<String>?, postcode: Located<String>?, population: [Population],
    latitude: Int32?, longitude: Int32?, at: SourceSpan
  ) {
    self.code = code
    self.name = name
    self.distinction = distinction
    self.district = district
    self.postcode = postcode
    self.population = population
    self.latitude = latitude
    self.longitude = longitude
    self.at = at
  }
}
