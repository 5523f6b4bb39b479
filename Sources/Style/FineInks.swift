package import Core

/// Inks for small letters: a colour of three or four inks in one or two.
///
/// Plates never meet to a hair, and what is a fringe at a large letter eats a small one.
package struct FineInks: Sendable, Equatable {
  /// Letters smaller than this are small.
  package static let below = Length.pt(9)

  /// A colour, and what stands for it in small letters.
  private struct Pair: Sendable, Equatable {
    var colour: Colour
    var fine: Colour
  }
  private var pairs: [Pair] = []

  /// No colour has other inks for small letters.
  package init() {}

  /// Says by which inks a colour is printed in small letters.
  mutating func add(_ fine: Colour, for colour: Colour) {
    pairs.append(Pair(colour: colour, fine: fine))
  }

  /// The colour of letters of a size.
  package func colour(_ colour: Colour, at size: Length) -> Colour {
    guard size < FineInks.below else { return colour }
    return pairs.first { $0.colour == colour }?.fine ?? colour
  }
}
