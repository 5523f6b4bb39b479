/// Something in a text that does not belong there, with its bytes and, where it is certain, the
/// text that belongs there.
struct Blemish: Equatable {
  /// What is wrong.
  enum Kind: Equatable {
    /// Letters of another script in a Latin word.
    case homoglyph
    /// Characters that take no room.
    case invisible
    /// A letter and its accent as two characters.
    case decomposed
    /// A character that one font only knows.
    case privateUse
    /// U+FFFD, the sign of a letter that was lost.
    case lost
    /// Letters read in the wrong encoding.
    case mojibake
    /// A pictogram in colour.
    case emoji
    /// A typed mark of a list, or a tick.
    case bullet
    /// Marks of Markdown that would be printed.
    case markup
    /// Several spaces, tabs, a space before a comma.
    case spaces
    /// Words without a space between them.
    case glued
    /// Quotation marks of a typewriter.
    case quotes
    /// Hyphens or full stops in place of a dash or an ellipsis.
    case dashes
    /// Text in another script whose language is not marked.
    case unmarked
  }
  var kind: Kind
  /// The bytes that are wrong: a word, or the signs alone.
  var at: Range<Int>
  /// The text that is wrong, as it reads.
  var text: String
  /// The characters that are wrong.
  var culprits: [UInt32]
  /// What belongs there; nil where nobody can be certain.
  var mend: String?
}
