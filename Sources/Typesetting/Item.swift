/// A piece of a paragraph as the breaker sees it: 24 bytes of plain data.
///
/// *Source:* Knuth & Plass 1981 (box, glue, penalty); TeX: The Program §134–§157 (kern,
/// discretionary).
package struct Item: Sendable, Hashable {
  /// What an item is.
  package enum Kind: UInt8, Sendable {
    /// Ink: never vanishes.
    case box
    /// A space: a break may come at it, if no discardable item precedes; it vanishes after one.
    case glue
    /// A place to break or not; it vanishes after a break.
    case penalty
    /// White that does not stretch; a break may come at it if glue follows.
    case kern
    /// A place to break that changes what stands around it: a hyphen.
    case discretionary
  }

  /// What else is true of an item.
  package struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    package let rawValue: UInt8
    /// Makes flags of bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The stretch of this glue is infinite (TeX's `fil`).
    package static let infinite = Flags(rawValue: 1)
    /// A break here counts as hyphenated.
    package static let flagged = Flags(rawValue: 2)
    /// A break here is open only to the passes with hyphenation.
    package static let hyphenation = Flags(rawValue: 4)
    /// Material starts the next line, so that what follows the break does not vanish.
    package static let startsNext = Flags(rawValue: 8)
    /// The breaker made it inside a word that is wider than the line.
    package static let emergency = Flags(rawValue: 16)
  }

  /// How wide it is; of a discretionary, where no break comes.
  package var width: Int32
  /// Glue: how much it stretches. Discretionary: the width of what ends the line. Penalty: what
  /// a line that ends here may stretch in addition.
  package var stretch: Int32
  /// Glue: how much it shrinks. Discretionary: the width of what starts the next line.
  package var shrink: Int32
  /// By how much it may widen or narrow with the letters around it; zero where these stay.
  package var room: Int32
  /// How far it hangs beyond the left edge of a line that it starts, in steps of `hangStep`.
  package var hangLeft: Int16
  /// How far it hangs beyond the right edge of a line that it ends; of a discretionary, how far
  /// what ends the line does.
  package var hangRight: Int16
  /// What a break here costs: −10 000 forces, 10 000 forbids.
  package var penalty: Int16
  /// What it is.
  package var kind: Kind
  /// What else is true of it.
  package var flags: Flags

  /// Makes an item.
  @inlinable init(
    _ kind: Kind, width: Int32 = 0, stretch: Int32 = 0, shrink: Int32 = 0, penalty: Int16 = 0,
    flags: Flags = []
  ) {
    self.kind = kind
    self.width = width
    self.stretch = stretch
    self.shrink = shrink
    self.penalty = penalty
    self.flags = flags
    room = 0
    hangLeft = 0
    hangRight = 0
  }

  /// Ink of some width.
  package static func box(_ width: Int32) -> Item { Item(.box, width: width) }
  /// Fixed white.
  package static func kern(_ width: Int32) -> Item { Item(.kern, width: width) }
  /// A space.
  package static func glue(
    _ width: Int32, stretch: Int32, shrink: Int32, isInfinite: Bool = false
  ) -> Item {
    Item(
      .glue, width: width, stretch: stretch, shrink: shrink, flags: isInfinite ? .infinite : [])
  }
  /// A place to break or not.
  package static func penalty(
    _ penalty: Int16, stretch: Int32 = 0, flags: Flags = []
  ) -> Item {
    Item(.penalty, stretch: stretch, penalty: penalty, flags: flags)
  }
  /// A place to break between `before` and `after`, which otherwise is `width` wide.
  package static func discretionary(
    before: Int32, after: Int32 = 0, width: Int32 = 0, penalty: Int16, flags: Flags
  ) -> Item {
    Item(
      .discretionary, width: width, stretch: before, shrink: after, penalty: penalty, flags: flags)
  }

  /// A step of protrusion, in sp: a 512th of a point.
  package static let hangStep: Int64 = 128

  /// TeX's infinity of penalties and badness.
  package static let infinity: Int32 = 10_000
}
