/// A published standard that an edition claims to meet.
package enum Standard: String, Sendable, CaseIterable, Hashable {
  /// ISO 19005-2, level A.
  case pdfA2a = "PDF/A-2a"
  /// ISO 14289-1.
  case pdfUA1 = "PDF/UA-1"
  /// ISO 15930-7.
  case pdfX4 = "PDF/X-4"
  /// ISO 15930-4.
  case pdfX1a = "PDF/X-1a:2003"
}

/// The destination colour space that an edition declares.
package struct OutputIntent: Sendable, Hashable {
  /// The ICC profile, a path below `Fonts/`; empty where there is none.
  package var profile: String
  /// The registered or descriptive name of the condition (`sRGB IEC61966-2.1`).
  package var condition: String
  /// The condition in words, for people.
  package var title: String
  /// Where the name is registered; empty where it is not.
  package var registry = ""
  /// Whether the profile becomes part of the file; else its registered name stands for it.
  package var isEmbedded = true
  /// Makes an output intent.
  package init(profile: String, condition: String) {
    self.profile = profile
    self.condition = condition
    self.title = condition
  }
}

/// A way to deliver a publication, as `Layouts/Profiles` describes it.
package struct Profile: Sendable, Hashable {
  /// The edition's suffix: `web`.
  package var name: String
  /// What the file claims.
  package var standards: [Standard]
  /// The declared colour space.
  package var outputIntent: OutputIntent
  /// The greatest size in bytes that receivers accept.
  package var maximalBytes: Int
  /// The least contrast of text, 4.5 for WCAG AA.
  package var minimalContrast: Double
  /// Whether it is only made when it is asked for by name.
  package var isOnRequest = false
  /// The printer that receives it, by the name of its profile, unless the project names another.
  package var printer = "ofset-krida"
  /// The edition whose pages it puts onto sheets; nil where it is written from pages.
  package var imposes: String?
  /// What the press asks of it; nothing where it is not printed.
  package var press: PressDemands?
  /// Whether it is printed: inks in place of screen colours, no tags, no links.
  package var isPrinted: Bool { press != nil }
  /// Whether everything in it is in inks, flat, and known to PDF 1.4.
  package var isFlat: Bool { standards.contains(.pdfX1a) }

  /// Makes a profile.
  package init(
    name: String, standards: [Standard], outputIntent: OutputIntent, maximalBytes: Int,
    minimalContrast: Double
  ) {
    self.name = name
    self.standards = standards
    self.outputIntent = outputIntent
    self.maximalBytes = maximalBytes
    self.minimalContrast = minimalContrast
    if standards.contains(.pdfX4) || standards.contains(.pdfX1a) { press = PressDemands() }
  }
}

/// What the press asks of an edition: the printer's limits, and how pictures become inks.
package struct PressDemands: Sendable, Hashable {
  /// How far artwork reaches beyond the trim; nothing where it is as the design has it.
  package var bleed: Length?
  /// The greatest sum of inks in percent.
  package var inkLimit = 400
  /// How many spot colours are printed; further ones are made of the process inks.
  package var spots = 0
  /// Whether crop and register marks stand around the page.
  package var hasMarks = false
  /// How pictures in colours of a screen become inks; they are kept where nothing is said.
  package var conversion: PictureConversion?
  /// The printer that it is made for, as messages name it.
  package var printer = ""
  /// Asks for nothing but inks.
  package init() {}
}

/// How pictures in colours of a screen become inks.
///
/// *Source:* ICC.1:2010 §6.2 (rendering intents); ISO 18619 (black point compensation).
package struct PictureConversion: Sendable, Hashable {
  /// What is done with colours that the press cannot print.
  package enum Intent: String, Sendable, Hashable, CaseIterable {
    /// All colours move a little, so that differences stay.
    case perceptual
    /// Colours that can be printed stay, the others move to the nearest.
    case relative
  }
  /// What is done with colours that the press cannot print.
  package var intent: Intent
  /// Whether the darkest colour of the picture becomes the darkest that the press prints.
  package var compensatesBlack: Bool
  /// Whether grey pictures, and what is grey in drawings and logos, print in black alone.
  ///
  /// Four inks that make grey would show every fault of register; in photographs, where grey places
  /// pass into coloured ones, black alone would show as a stain.
  package var greysInBlack = true
  /// Makes a way of conversion.
  package init(intent: Intent, compensatesBlack: Bool) {
    self.intent = intent
    self.compensatesBlack = compensatesBlack
  }
}

/// A printing condition, as `Layouts/Profiles/Podminky` describes it: paper, inks, press.
package struct PrintingCondition: Sendable, Hashable {
  /// Its registered name: `FOGRA39`.
  package var name: String
  /// What it is, in words.
  package var title: String
  /// Where the name is registered.
  package var registry: String
  /// Its ICC profile below `Fonts/`; empty where none is shipped and the user names one.
  package var profile: String
  /// What profiles made for it call themselves.
  package var descriptions: [String]
  /// Makes a condition.
  package init(
    name: String, title: String, registry: String, profile: String, descriptions: [String]
  ) {
    self.name = name
    self.title = title
    self.registry = registry
    self.profile = profile
    self.descriptions = descriptions
  }
}
