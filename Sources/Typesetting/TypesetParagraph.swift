package import Core
package import Style

/// A paragraph broken into lines; it knows no page.
package struct TypesetParagraph: Sendable, Equatable {
  /// The text that its glyphs point to: the input, plus a U+00AD for every hyphen added.
  package var text: [UInt8]
  /// All glyphs, line by line, left to right.
  package var glyphs: [Glyph]
  /// Stretches of glyphs set alike, line by line.
  package var pieces: [Piece]
  /// The lines.
  package var lines: [TypesetLine]
  /// Characters that no face has; each is set as the `.notdef` box of its face.
  package var missing: [MissingGlyph]
  /// In which pass the breaks were found.
  package var pass: BreakPass
  /// The demerits of the whole paragraph.
  package var demerits: Int64

  /// Makes an empty paragraph, without a line.
  package init() {
    text = []
    glyphs = []
    pieces = []
    lines = []
    missing = []
    pass = .first
    demerits = 0
  }
}

/// A stretch of a line that is set alike and belongs to one node.
package struct Piece: Sendable, Hashable {
  /// Its characters; the face may be a fallback.
  package var style: TextStyle
  /// The node whose text it is.
  package var owner: NodeID
  /// The language of its text.
  package var language: Language
  /// Whether it is no content but decoration: leaders.
  package var isArtifact: Bool
  /// Where it starts, from the left edge of the line's natural place (before `offset`).
  package var x: Length
  /// How far its glyphs advance.
  package var width: Length
  /// How its letters are fitted to the line; the advances of its glyphs include it.
  package var fit: LetterFit
  /// Its glyphs.
  package var glyphs: Range<UInt32>
  /// Its text, in the paragraph's `text`.
  package var text: Range<UInt32>
}

/// What ends a line.
package enum LineEnd: UInt8, Sendable, Hashable, CaseIterable {
  /// The paragraph.
  case paragraph
  /// A space, which hangs beyond the edge.
  case space
  /// A hyphenation point.
  case hyphenation
  /// A hyphen of the text.
  case hyphen
  /// An opportunity without a space: after a dash or a slash, between ideographs.
  case opportunity
  /// The author.
  case forced
  /// Nothing but need: inside a word wider than the line.
  case emergency
}

/// The hyphen at a line's end.
package enum LineHyphen: UInt8, Sendable, Hashable, CaseIterable {
  /// There is none.
  case none
  /// Added by hyphenation; its text is U+00AD.
  case added
  /// The hyphen of a compound, repeated: U+00AD here, the real one starts the next line (T20).
  case repeated
  /// The hyphen of a compound, not repeated.
  case kept
}

/// A line.
package struct TypesetLine: Sendable, Hashable {
  /// Its pieces, left to right.
  package var pieces: Range<UInt32>
  /// How wide its content is within the measure, without what hangs at its ends.
  package var width: Length
  /// How far its left edge stands from the left edge of the measure: indent and alignment, less what
  /// hangs beyond it.
  package var offset: Length
  /// The greatest height of its faces above the baseline, rises included.
  package var ascent: Length
  /// The greatest depth of its faces below the baseline, as a positive length.
  package var descent: Length
  /// How far its glue is stretched (positive) or shrunk (negative), in 1/65 536ths.
  package var ratio: Int32
  /// TeX's badness, 0…10 000.
  package var badness: Int32
  /// The demerits of this line alone.
  package var demerits: Int64
  /// The hyphen at its end.
  package var hyphen: LineHyphen
  /// What ends it.
  package var end: LineEnd
  /// Whether its content is wider than the measure.
  package var isOverfull: Bool
  /// By how much it is.
  package var overflow: Length
}

/// A character without a glyph.
package struct MissingGlyph: Sendable, Hashable {
  /// The character.
  package var scalar: UInt32
  /// Where it stands in the input text.
  package var offset: UInt32
  /// The node whose text it is.
  package var owner: NodeID
}

/// The passes of line breaking.
///
/// *Source:* TeX: The Program §863.
package enum BreakPass: UInt8, Sendable, Hashable, CaseIterable {
  /// Without hyphenation, within `pretolerance`.
  case first
  /// With hyphenation, within `tolerance`.
  case second
  /// With `emergencyStretch` in every line.
  case emergency
  /// With any badness allowed, because lines came out overfull; not TeX's.
  case rescue
}
