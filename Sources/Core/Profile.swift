/// A published standard that an edition claims to meet.
package enum Standard: String, Sendable, CaseIterable, Hashable {
  /// ISO 19005-2, level A.
  case pdfA2a = "PDF/A-2a"
  /// ISO 14289-1.
  case pdfUA1 = "PDF/UA-1"
  /// ISO 15930-7.
  case pdfX4 = "PDF/X-4"
}

/// The destination colour space that an edition declares.
package struct OutputIntent: Sendable, Hashable {
  /// The ICC profile, a path below `Fonts/`.
  package var profile: String
  /// The registered or descriptive name of the condition (`sRGB IEC61966-2.1`).
  package var condition: String
  /// Makes an output intent.
  package init(profile: String, condition: String) {
    self.profile = profile
    self.condition = condition
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
  /// Whether it is printed: inks in place of screen colours, no tags, no links.
  package var isPrinted: Bool { standards.contains(.pdfX4) }

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
  }
}
