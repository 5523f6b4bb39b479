package import Core

/// A book as it is bound: its pages, its papers, and what follows from them.
package struct BoundBook: Sendable, Hashable {
  /// The publication: `katalog`.
  package var publication: String
  /// How it is bound.
  package var binding: Binding
  /// The paper of its pages.
  package var paper: Paper
  /// The paper of its cover, where that is another.
  package var coverPaper: Paper?
  /// The pages that are bound; those of a cover of its own not counted.
  package var pages: Int

  /// Makes a book.
  package init(
    publication: String, binding: Binding, paper: Paper, coverPaper: Paper?, pages: Int
  ) {
    self.publication = publication
    self.binding = binding
    self.paper = paper
    self.coverPaper = coverPaper
    self.pages = pages
  }

  /// Whether the cover is a sheet and a file of its own.
  package var hasOwnCover: Bool { coverPaper != nil || binding.method == .perfect }

  /// The leaves that are bound; stitched, those of the cover are among them.
  package var leaves: Int {
    pages / 2 + (binding.method == .saddle && hasOwnCover ? 2 : 0)
  }

  /// The thickness of the block without its cover.
  package var block: Length { paper.thickness * (pages / 2) }

  /// The width of the cover's spine: the block and both leaves of the cover; stitched, none.
  package var spine: Length {
    switch binding.method {
    case .saddle: .zero
    case .perfect: block + (coverPaper ?? paper).thickness * 2
    }
  }

  /// Whether the spine is thick enough for words.
  package var spineCarriesWords: Bool {
    binding.method == .perfect && spine >= binding.leastSpineForWords
  }

  /// How many leaves it has too many for its binding.
  package var leavesBeyond: Int {
    max(0, leaves - (binding.mostLeaves(of: paper) ?? leaves))
  }

  /// Whether the binding holds it.
  package var isHeld: Bool {
    leavesBeyond == 0 && block >= binding.leastBlock
      && binding.greatestBlock.map { block <= $0 } ?? true
  }
}
