package import Core

/// Where a picture comes from and what may be done with it.
package struct Asset: Sendable, Equatable {
  /// The file as texts name it: `obrazky/mapa.png`.
  package var file: Located<String>
  /// The licence: „CC BY 4.0“, „se souhlasem autora“.
  package var licence: Located<String>?
  /// Who made it.
  package var author: Located<String>?
  /// How many pixels it is wide.
  package var width: Located<Int>?
  /// How many pixels it is high.
  package var height: Located<Int>?
  /// The colour space: RGB, CMYK, stupně šedi.
  package var colourSpace: Located<String>?
  /// Whether parts of it are transparent.
  package var hasAlpha: Located<Bool>?
  /// What it says to those who cannot see it.
  package var alternative: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    file: Located<String>, licence: Located<String>?, author: Located<String>?,
    width: Located<Int>?, height: Located<Int>?, colourSpace: Located<String>?,
    hasAlpha: Located<Bool>?, alternative: Located<String>?, at: SourceSpan
  ) {
    self.file = file
    self.licence = licence
    self.author = author
    self.width = width
    self.height = height
    self.colourSpace = colourSpace
    self.hasAlpha = hasAlpha
    self.alternative = alternative
    self.at = at
  }
}
