/// A paper, as `Layouts/Profiles/Papiry` describes it.
package struct Paper: Sendable, Hashable {
  /// The name of its file.
  package var name: String
  /// What it is called.
  package var title: String
  /// Its mass in grams a square metre.
  package var grammage: Int
  /// The thickness of a leaf.
  package var thickness: Length

  /// Makes a paper.
  package init(name: String, title: String, grammage: Int, thickness: Length) {
    self.name = name
    self.title = title
    self.grammage = grammage
    self.thickness = thickness
  }
}

/// How sheets become a book, as `Layouts/Profiles/Vazby` describes it.
package struct Binding: Sendable, Hashable {
  /// What holds the sheets together.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// Sheets lie in one another and are stitched through the fold.
    case saddle
    /// Leaves are glued at the spine, into a cover of their own.
    case perfect
  }
  /// How many leaves may be bound of paper up to a mass.
  package struct LeafLimit: Sendable, Hashable {
    /// The greatest mass in grams a square metre; nil for all heavier papers.
    package var grammage: Int?
    /// The most leaves, those of the cover included.
    package var leaves: Int

    /// Makes a limit.
    package init(grammage: Int?, leaves: Int) {
      self.grammage = grammage
      self.leaves = leaves
    }
  }
  /// The name of its file: `V2`.
  package var name: String
  /// What it is called.
  package var title: String
  /// Other names that people give it.
  package var aliases: [String]
  /// What holds the sheets together.
  package var method: Method
  /// The number of which the count of pages must be a multiple.
  package var pageMultiple: Int
  /// The most leaves by mass of paper, from the lightest; empty where leaves are not counted.
  package var leafLimits: [LeafLimit]
  /// The least thickness of the block.
  package var leastBlock: Length
  /// The greatest thickness of the block; nil where that does not count.
  package var greatestBlock: Length?
  /// The least spine that carries words.
  package var leastSpineForWords: Length
  /// How far words on the spine keep from its folds.
  package var spineSafety: Length

  /// Makes a binding.
  package init(
    name: String, title: String, aliases: [String], method: Method, pageMultiple: Int,
    leafLimits: [LeafLimit] = [], leastBlock: Length = .zero, greatestBlock: Length? = nil,
    leastSpineForWords: Length = .zero, spineSafety: Length = .zero
  ) {
    self.name = name
    self.title = title
    self.aliases = aliases
    self.method = method
    self.pageMultiple = pageMultiple
    self.leafLimits = leafLimits
    self.leastBlock = leastBlock
    self.greatestBlock = greatestBlock
    self.leastSpineForWords = leastSpineForWords
    self.spineSafety = spineSafety
  }

  /// The most leaves of a paper; nil where leaves are not counted.
  package func mostLeaves(of paper: Paper) -> Int? {
    for limit in leafLimits {
      guard let grammage = limit.grammage else { return limit.leaves }
      if paper.grammage <= grammage { return limit.leaves }
    }
    return leafLimits.last?.leaves
  }
}
