package import Core

/// The plan that this plan updates.
package struct Predecessor: Sendable, Equatable {
  /// Its title.
  package var title: Located<String>
  /// Its years.
  package var period: Located<Period>
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(title: Located<String>, period: Located<Period>, at: SourceSpan) {
    self.title = title
    self.period = period
    self.at = at
  }
}

/// The project that paid for the planning.
package struct Project: Sendable, Equatable {
  /// The name.
  package var name: Located<String>
  /// The registration number.
  package var registration: Located<String>?
  /// The programme, a code of `CodelistName.programmes`.
  package var programme: Located<String>?
  /// The recipient of the money.
  package var recipient: Located<String>?
  /// The partners.
  package var partners: [Located<String>]
  /// The sentence that the programme wants printed.
  package var publicity: Located<String>?
  /// The logos of the publicity strip, in the order that the programme prescribes.
  package var logos: [Logo]
  /// What it costs.
  package var budget: Located<Money>?
  /// Its first day.
  package var from: Located<CivilDate>?
  /// Its last day.
  package var to: Located<CivilDate>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    name: Located<String>, registration: Located<String>?, programme: Located<String>?,
    recipient: Located<String>?, partners: [Located<String>], publicity: Located<String>?,
    logos: [Logo] = [], at: SourceSpan
  ) {
    self.name = name
    self.registration = registration
    self.programme = programme
    self.recipient = recipient
    self.partners = partners
    self.publicity = publicity
    self.logos = logos
    self.at = at
  }
}

/// A logo of the publicity strip.
package struct Logo: Sendable, Equatable {
  /// The picture, as it was read.
  package var picture: Picture
  /// What it says, for those who cannot see it.
  package var alternative: Located<String>
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(picture: Picture, alternative: Located<String>, at: SourceSpan) {
    self.picture = picture
    self.alternative = alternative
    self.at = at
  }
}

/// Who publishes the plan.
package struct Publisher: Sendable, Equatable {
  /// The name.
  package var name: Located<String>
  /// The address.
  package var address: Located<String>?
  /// The IČO. It is text, zeros lead it.
  package var companyNumber: Located<String>?
  /// The web address.
  package var web: Located<String>?
  /// The e-mail address.
  package var email: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    name: Located<String>, address: Located<String>?, companyNumber: Located<String>?,
    web: Located<String>?, email: Located<String>?, at: SourceSpan
  ) {
    self.name = name
    self.address = address
    self.companyNumber = companyNumber
    self.web = web
    self.email = email
    self.at = at
  }
}

/// The colophon (tiráž).
package struct Imprint: Sendable, Equatable {
  /// Who publishes.
  package var publisher: Publisher?
  /// Who made the plan (zpracovatel).
  package var compiler: Located<String>?
  /// Who guided the method (metodik).
  package var methodologist: Located<String>?
  /// Who edited it (redakce).
  package var editors: [Located<String>]
  /// Who read the proofs (korektury).
  package var proofreading: Located<String>?
  /// Who designed and set it (grafika a sazba).
  package var typesetting: Located<String>?
  /// Who printed it (tisk).
  package var printing: Located<String>?
  /// How many copies (náklad).
  package var printRun: Located<Int>?
  /// Which edition (vydání): „1. vydání, 2024“.
  package var edition: Located<String>?
  /// The ISBN, if assigned.
  package var isbn: Located<String>?
  /// Who took the photographs.
  package var photographs: Located<String>?
  /// Further sentences: what is invented, what is unread.
  package var notes: [Located<String>]
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    publisher: Publisher?, compiler: Located<String>?, methodologist: Located<String>?,
    editors: [Located<String>], proofreading: Located<String>?, typesetting: Located<String>?,
    printing: Located<String>?, printRun: Located<Int>?, edition: Located<String>?,
    isbn: Located<String>?, photographs: Located<String>?, notes: [Located<String>], at: SourceSpan
  ) {
    self.publisher = publisher
    self.compiler = compiler
    self.methodologist = methodologist
    self.editors = editors
    self.proofreading = proofreading
    self.typesetting = typesetting
    self.printing = printing
    self.printRun = printRun
    self.edition = edition
    self.isbn = isbn
    self.photographs = photographs
    self.notes = notes
    self.at = at
  }
}
