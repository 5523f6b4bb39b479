/// How wide a column of a table is to be.
package enum ColumnWidth: Sendable, Hashable {
  /// As its content asks for.
  case automatic
  /// Exactly so wide, the white beside it apart; wider only where a word would not fit.
  case fixed(Length)
  /// Its part of what the other columns leave, as against those that have parts, too.
  case share(UInt16)

  /// The width as stable text.
  package var words: String {
    switch self {
    case .automatic: "auto"
    case .fixed(let width): "\(width)"
    case .share(let share): "\(share)"
    }
  }

  /// The narrowest and the widest that may be asked for.
  package static let fixedRange = Length.mm(3)...Length.mm(400)
  /// The least and the greatest part.
  package static let shareRange: ClosedRange<UInt16> = 1...1_000
}
