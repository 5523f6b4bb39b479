package import Core

/// A font file and its place in a family.
package struct FaceSpec: Sendable, Hashable {
  /// The design's name for the family: `serif`.
  package var family: String
  /// Weight in CSS numbers: 400, 600, 700.
  package var weight: Int
  /// Whether it is the italic.
  package var italic: Bool
  /// The file below `Fonts/`.
  package var file: String
  /// Where the design names it.
  package var at: SourceSpan?
  /// Makes a face.
  package init(family: String, weight: Int, italic: Bool, file: String, at: SourceSpan?) {
    self.family = family
    self.weight = weight
    self.italic = italic
    self.file = file
    self.at = at
  }
}

/// How characters look.
package struct TextStyle: Sendable, Hashable {
  /// The face.
  package var face: FaceID
  /// The size of the em.
  package var size: Length
  /// The colour.
  package var colour: Colour
  /// OpenType features set on or off, sorted by tag: `onum`, `smcp`, `-liga`.
  package var features: [String]
  /// Extra space between letters.
  package var tracking: Length
  /// How far above the baseline it is set.
  package var rise: Length
  /// Makes a text style.
  package init(
    face: FaceID, size: Length, colour: Colour, features: [String] = [], tracking: Length = .zero,
    rise: Length = .zero
  ) {
    self.face = face
    self.size = size
    self.colour = colour
    self.features = features
    self.tracking = tracking
    self.rise = rise
  }
}

/// How lines align.
package enum Alignment: String, Sendable, Hashable, CaseIterable {
  /// Both edges straight.
  case justified
  /// Ragged right.
  case left
  /// Ragged left.
  case right
  /// Centred.
  case centre
}

/// TeX's parameters of a paragraph.
///
/// *Source:* Knuth & Plass 1981; TeX: The Program part 38.
package struct BreakParameters: Sendable, Hashable {
  /// Badness allowed without hyphenation; negative skips the first pass.
  package var pretolerance: Int32 = 100
  /// Badness allowed with hyphenation.
  package var tolerance: Int32 = 1000
  /// Charged for every line.
  package var linePenalty: Int32 = 10
  /// For a break at a hyphenation point.
  package var hyphenPenalty: Int32 = 50
  /// For a break after a hyphen in the text.
  package var exHyphenPenalty: Int32 = 50
  /// For a break at a tie that may give way: between a number and a word, a degree and a name.
  package var tiePenalty: Int32 = 10_000
  /// Demerits of neighbouring lines of distant fitness classes.
  package var adjacentDemerits: Int32 = 10_000
  /// Demerits of two hyphenated lines in a row.
  package var doubleHyphenDemerits: Int32 = 10_000
  /// Demerits of a hyphen before the last line.
  package var finalHyphenDemerits: Int32 = 5_000
  /// Lines more or fewer than the optimum.
  package var looseness: Int32 = 0
  /// Stretch added to every line in the emergency pass; zero omits the pass.
  package var emergencyStretch: Length = .zero
  /// Whether what stands at the edges of lines hangs beyond them by the tables of the design.
  package var protrudes = false
  /// Whether lines are made about equally long, as many as it takes: for headings.
  package var balances = false
  /// Whether rivers of white and the same word at the ends of neighbouring lines are avoided.
  package var avoidsBlemishes = false
  /// By how many thousandths letters may be widened or narrowed; 0 leaves them as they are.
  package var expansion: Int32 = 0
  /// By how many thousandths of the em letters may stand further apart or nearer where widening or
  /// narrowing them is not enough; 0 leaves them where they are.
  package var letterSpacing: Int32 = 0
  /// What uneven spaces cost: demerits of a line whose spaces are by 3.2 % wider or narrower than
  /// natural; they grow with the square, so by 10 % ten times and by 32 % a hundred times as many.
  package var evenness: Int32 = 0
  /// How many lines in a row may end in a hyphen (T23); 0 sets no bound, as TeX.
  package var hyphenLadder: Int32 = 0
  /// Demerits of the third line of these and of every further one, beyond those of two.
  package var ladderDemerits: Int32 = 0
  /// Demerits of a last line that is shorter than a third of the measure (T34).
  package var shortLastLineDemerits: Int32 = 0
  /// Demerits of each line from the third on that a river of white runs through.
  package var riverDemerits: Int32 = 4_000
  /// Demerits of a word that begins or ends two neighbouring lines; three cost five times as much.
  package var stackedWordDemerits: Int32 = 8_000
  /// Makes TeX's plain parameters, to be changed one by one.
  package init() {}

  /// What a design begins with: TeX's parameters and the rules of the house.
  package static var house: BreakParameters {
    var parameters = BreakParameters()
    parameters.hyphenLadder = 3
    parameters.ladderDemerits = 30_000
    parameters.shortLastLineDemerits = 2_500
    return parameters
  }
}

/// A line of ink.
package struct Rule: Sendable, Hashable {
  /// How thick.
  package var width: Length
  /// Its colour.
  package var colour: Colour
  /// The white between rule and text.
  package var distance: Length
  /// Makes a rule.
  package init(width: Length, colour: Colour, distance: Length = .zero) {
    self.width = width
    self.colour = colour
    self.distance = distance
  }
}

/// What an inline role changes in the characters around it; nil leaves as is.
package struct CharacterStyle: Sendable, Hashable {
  /// Family of the design, e.g. `sans`.
  package var family: String?
  /// Weight in CSS numbers.
  package var weight: Int?
  /// Italic or upright.
  package var italic: Bool?
  /// Size in thousandths of the surrounding size.
  package var scale: Int?
  /// Rise in thousandths of the surrounding size.
  package var rise: Int?
  /// The colour.
  package var colour: Colour?
  /// Features added.
  package var features: [String]
  /// Makes a change of characters.
  package init(
    family: String? = nil, weight: Int? = nil, italic: Bool? = nil, scale: Int? = nil,
    rise: Int? = nil, colour: Colour? = nil, features: [String] = []
  ) {
    self.family = family
    self.weight = weight
    self.italic = italic
    self.scale = scale
    self.rise = rise
    self.colour = colour
    self.features = features
  }
}
