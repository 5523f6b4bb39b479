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

  /// How many pages for notes may be added at most.
  package var mostSparePages: Int {
    parts.first(where: \.isSpare).flatMap { $0.notePages } ?? 0
  }

  /// The ways to add pages for notes so that so many pages become those wished for, the fewest first.
  package func filling(_ pages: Int) -> [RecipeAlternative] {
    guard let extent else { return [] }
    return extent.targets(for: pages).filter { $0 > pages }.compactMap { adding(notes: $0 - pages) }
  }

  /// The ways to leave out optional parts, the least loss first: fewer before more, and of as many
  /// the later ones of the recipe before the earlier.
  ///
  /// - Returns: at most `most`; all that there are unless there are too many.
  package func leavingOut(atMost most: Int) -> [RecipeAlternative] {
    let optional = parts.indices.filter { parts[$0].isOptional && !parts[$0].isSpare }
    var found: [RecipeAlternative] = []
    for count in stride(from: 1, through: optional.count, by: 1) {
      // Which of them, counted from the last: 0, 1, 2 … is the first choice.
      var chosen = Array(0..<count)
      while found.count < most {
        found.append(leavingOut(chosen.map { optional[optional.count - 1 - $0] }))
        guard
          let place = chosen.indices.last(where: {
            chosen[$0] < optional.count - count + $0
          })
        else { break }
        chosen[place] += 1
        for next in chosen.indices.dropFirst(place + 1) { chosen[next] = chosen[next - 1] + 1 }
      }
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
        names.append(part.name)
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
  /// What it is called: its text, or its kind.
  fileprivate var name: String { settings["text"] ?? kind }

  /// Whether it is pages for notes that are there only where they are needed.
  fileprivate var isSpare: Bool { isOptional && kind == PartComposer.notesKind }
}
