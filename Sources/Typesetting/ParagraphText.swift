package import Core
package import Style

/// The words of a paragraph with their styles: what the typesetter sets into lines.
package struct ParagraphText: Sendable, Hashable {
  /// The text, UTF-8 in NFC.
  package var text: [UInt8]
  /// The runs, in order; together they cover the text without gaps.
  package var runs: [TextRun]
  /// Byte offsets before which a line must end, ascending. A space before the offset hangs at the
  /// line's end; U+2028, line feed and the other mandatory breaks of UAX #14 need no entry.
  package var breaks: [UInt32]

  /// Makes a paragraph's text.
  package init(text: [UInt8], runs: [TextRun], breaks: [UInt32] = []) {
    self.text = text
    self.runs = runs
    self.breaks = breaks
  }
}

/// A stretch of a paragraph that is set alike.
package struct TextRun: Sendable, Hashable {
  /// Its bytes in the paragraph's text.
  package var range: Range<UInt32>
  /// Its characters.
  package var style: TextStyle
  /// Its language, for shaping, hyphenation and the rules of breaking.
  package var language: Language
  /// Whether it is set as typed: neither hyphenated nor subject to the rules of the language.
  package var isVerbatim: Bool
  /// The node whose text it is.
  package var owner: NodeID
  /// Whether it is no content but decoration.
  package var isArtifact: Bool
  /// Whether its text is a pattern (`. `) repeated as often as fits, to fill what the line has
  /// left: the leaders of a contents line. Leaders are artifacts; dots of neighbouring lines with
  /// equal right edges stand below each other.
  package var isLeader: Bool

  /// Makes a run.
  package init(
    range: Range<UInt32>, style: TextStyle, language: Language, isVerbatim: Bool = false,
    owner: NodeID, isArtifact: Bool = false, isLeader: Bool = false
  ) {
    self.range = range
    self.style = style
    self.language = language
    self.isVerbatim = isVerbatim
    self.owner = owner
    self.isArtifact = isArtifact
    self.isLeader = isLeader
  }
}

/// How a paragraph is set.
package struct ParagraphSetting: Sendable, Hashable {
  /// The measure of every line that `firstWidths` does not name.
  package var lineWidth: Length
  /// The measures of the first lines, where they differ: beside a picture, for instance.
  package var firstWidths: [Length]
  /// How far the first line starts to the right (or left, if negative: a hanging label).
  package var firstIndent: Length
  /// How lines align.
  package var alignment: Alignment
  /// Whether words may be hyphenated.
  package var hyphenate: Bool
  /// TeX's parameters.
  package var breaking: BreakParameters
  /// How few characters should not stand alone in the last line (T34); 0 or 1 switches it off.
  package var lastLineMinimum: Int
  /// How far ragged lines may end from the edge before it counts as bad; nil: three ems.
  package var rag: Length?
  /// How many lines more or fewer than is best for the paragraph itself: −1, 0 or 1, because its
  /// page wants it; where that cannot be, it is as many as is best.
  package var variant = 0

  /// Makes a setting; everything not named is as usual.
  package init(
    lineWidth: Length, firstWidths: [Length] = [], firstIndent: Length = .zero,
    alignment: Alignment = .justified, hyphenate: Bool = true,
    breaking: BreakParameters = BreakParameters(), lastLineMinimum: Int = 5, rag: Length? = nil
  ) {
    self.lineWidth = lineWidth
    self.firstWidths = firstWidths
    self.firstIndent = firstIndent
    self.alignment = alignment
    self.hyphenate = hyphenate
    self.breaking = breaking
    self.lastLineMinimum = lastLineMinimum
    self.rag = rag
  }
}
