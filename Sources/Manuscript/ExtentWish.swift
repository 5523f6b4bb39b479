package import Core

/// How many pages a publication is to have, and what may be traded for it.
package struct ExtentWish: Sendable, Equatable {
  /// A number of pages.
  package enum Extent: Sendable, Hashable {
    /// So many.
    case pages(Int)
    /// As many as make whole sheets: a multiple of 4, 8 or 16.
    case multiple(of: Int)
  }
  /// The pages it is to have.
  package var extent: Extent
  /// How small and how large pictures may become, in thousandths of their size.
  package var pictures: ClosedRange<Int>
  /// Where the recipe asks for it.
  package var at: SourceSpan?
  /// Makes a wish.
  package init(
    extent: Extent, pictures: ClosedRange<Int> = 1_000...1_000, at: SourceSpan? = nil
  ) {
    self.extent = extent
    self.pictures = pictures
    self.at = at
  }

  /// The numbers of pages that would do for a publication of so many, the nearest first and of two
  /// as near the smaller.
  package func targets(for count: Int) -> [Int] {
    switch extent {
    case .pages(let pages): return [pages]
    case .multiple(let sheet):
      let below = count / sheet * sheet
      if below == count { return [count] }
      if below == 0 { return [sheet] }
      return count - below <= below + sheet - count
        ? [below, below + sheet] : [below + sheet, below]
    }
  }
}
