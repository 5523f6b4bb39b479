package import Core
package import Manuscript

/// A publication with other parts, so that it has the pages it is to have.
package struct RecipeAlternative: Sendable, Equatable {
  /// The recipe with those parts.
  package var recipe: Recipe
  /// What is otherwise, told one by one.
  package var traded: [Phrase]
  /// The parts of the other that it has not.
  package var leftOut: [String] = []
  /// How many pages for notes it has that the other has not.
  package var notes = 0
  /// The recipe to which they were added.
  var base: Recipe?

  /// The same with one more page for notes; nil where it allows for no more.
  package var withOneMore: RecipeAlternative? {
    guard var more = (base ?? recipe).adding(notes: notes + 1) else { return nil }
    more.traded = traded.dropLast(notes > 0 ? 1 : 0) + more.traded
    return more
  }
}

extension Recipe {
  /// Whether there are parts that may be left out or added.
  package var hasOptionalParts: Bool { parts.contains { $0.isOptional } }

  /// The parts that are composed: pages for notes that may be added are not there yet.
  var composed: [PartRecipe] { parts.filter { !$0.isSpare } }

  /// The recipe as it is: a first alternative, without a change.
  package var unchanged: RecipeAlternative { RecipeAlternative(recipe: self, traded: []) }

  /// What may be tried where so many pages are not those wished for, the cheapest first: pages for
  /// notes are added, then optional parts left out, the last first, then more and more of them.
  package func alternatives(to pages: Int) -> [RecipeAlternative] {
    guard let extent else { return [] }
    var found: [RecipeAlternative] = []
    for target in extent.targets(for: pages) where target > pages {
      if let more = adding(notes: target - pages) { found.append(more) }
    }
    guard extent.targets(for: pages).contains(where: { $0 < pages }) else { return found }
    let optional = parts.indices.filter { parts[$0].isOptional && !parts[$0].isSpare }
    for part in optional.reversed() { found.append(leavingOut([part])) }
    for count in stride(from: 2, through: optional.count, by: 1) {
      found.append(leavingOut(Array(optional.suffix(count))))
    }
    return found
  }

  /// The recipe with so many pages for notes where it allows for them.
  fileprivate func adding(notes count: Int) -> RecipeAlternative? {
    guard let spare = parts.firstIndex(where: \.isSpare), let most = parts[spare].notePages,
      count <= most
    else { return nil }
    var other = self
    other.parts[spare].settings["pages"] = "\(count)"
    other.parts[spare].isOptional = false
    let words = Phrase(
      cs: "strany na poznámky navíc: \(count)", en: "pages for notes added: \(count)")
    return RecipeAlternative(recipe: other, traded: [words], notes: count, base: self)
  }

  /// The recipe without these parts, and without the sections that stand in them.
  private func leavingOut(_ out: [Int]) -> RecipeAlternative {
    var kept: [PartRecipe] = []
    var isOut = false
    var names: [String] = []
    for (number, part) in parts.enumerated() {
      let place = PartComposer.all.first { $0.kind == part.kind }?.place
      if out.contains(number) {
        if case .book = place { isOut = true }
        names.append(part.settings["text"] ?? part.kind)
        continue
      }
      if case .book = place { isOut = false }
      if !isOut { kept.append(part) }
    }
    var other = self
    other.parts = kept
    let words = names.map { Phrase(cs: "vynechána část „\($0)“", en: "“\($0)” left out") }
    return RecipeAlternative(recipe: other, traded: words, leftOut: names)
  }
}

extension PartRecipe {
  /// Whether it is pages for notes that are there only where they are needed.
  fileprivate var isSpare: Bool { isOptional && kind == PartComposer.notesKind }
}
