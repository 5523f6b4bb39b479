package import Core
import Display
import Layout
import Manuscript
import Orthography
import Publications

/// What was traded so that a publication has the pages it is to have.
package struct TradedExtent: Sendable, Equatable {
  /// How many pages it would have by itself.
  package var natural: Int
  /// What was traded, one by one; empty if nothing had to be.
  package var words: [Phrase]
}

/// Pages that a publication was to have.
extension Workshop {
  /// How often the pages of a publication are made at most, so that they are as many as wished for.
  static let layouts = 8
  /// How many ways to leave parts out or to add pages for notes are tried at most, each with its
  /// pages made three times at most.
  static let attempts = 24

  /// Lays a document out; where its recipe wishes for a number of pages, with what gives them: first
  /// lines and pictures, then pages for notes, then parts.
  ///
  /// Parts are left out in the order of their loss, so the first way that gives the pages is the one
  /// that loses least. With many optional parts, where not all ways can be tried, those come first
  /// that should give the pages by what each part alone takes.
  mutating func fitted(
    _ waiting: WaitingDocument, keepsRecord: Bool = false
  ) async throws(Rejected) -> (setting: Setting, document: Document) {
    let (recipe, document) = (waiting.recipe, waiting.document)
    guard let wish = recipe.extent else {
      let setting = try await setting(of: document, recipe: recipe, keepsRecord: keepsRecord)
      return (setting, document)
    }
    let known = (findings, corrections)
    var own = try await setting(
      of: document, recipe: recipe, extent: wish, within: Workshop.layouts,
      keepsRecord: keepsRecord)
    guard let report = own.laid.extent else { return (own, document) }
    if report.isMet {
      own.traded = TradedExtent(natural: report.natural, words: report.traded)
      return await filled((own, document), like: recipe.unchanged, waiting, known)
    }
    var means = ExtentMeans()
    means.mayLeaveOut = recipe.hasOptionalParts
    means.notes = recipe.mostSparePages
    var queue = recipe.filling(report.natural)
    if wish.targets(for: report.natural).contains(where: { $0 < report.natural }) {
      queue += recipe.leavingOut(atMost: 1 << Workshop.weighedParts)
    }
    var attempts = 0
    while let plan = waiting.plan, !queue.isEmpty, attempts < Workshop.attempts {
      let next = queue.removeFirst()
      // What is wrong with an attempt is not told, where another one may do.
      (findings, corrections) = known
      do throws(Rejected) {
        let other = try self.document(of: plan, recipe: next.recipe)
        attempts += 1
        var tried = try await setting(
          of: other, recipe: next.recipe, extent: wish, within: 3, keepsRecord: keepsRecord)
        guard let found = tried.laid.extent else { continue }
        if found.isMet {
          tried.traded = TradedExtent(natural: report.natural, words: next.traded + found.traded)
          return await filled((tried, other), like: next, waiting, known)
        }
        if next.notes == 0 {
          means.trials.append(PartTrial(leftOut: next.leftOut, pages: found.natural))
        }
        // Too much may have been left out: pages for notes fill it up.
        if next.notes == 0, var both = next.recipe.filling(found.natural).first {
          both.traded = next.traded + both.traded
          both.leftOut = next.leftOut
          queue.insert(both, at: 0)
        }
      } catch {
        if next.leftOut.count == 1 { means.held += next.leftOut }
      }
      // Once each part alone is known, the likeliest of the others come first.
      if let after = queue.first, next.leftOut.count == 1, after.leftOut.count == 2 {
        queue = means.ordered(
          queue, from: report.natural, wish, within: Workshop.attempts - attempts)
      }
    }
    findings = known.0
    throw Rejected([.missedExtent(report, wish: wish, means: means)])
  }

  /// Of so many optional parts all ways to leave some out are thought of.
  private static let weighedParts = 12
}

extension ExtentMeans {
  /// The ways to leave parts out in another order where not all can be tried: those that should give
  /// the pages first, by what each of their parts takes by itself.
  fileprivate func ordered(
    _ ways: [RecipeAlternative], from natural: Int, _ wish: ExtentWish, within most: Int
  ) -> [RecipeAlternative] {
    guard ways.count > most else { return ways }
    func isLikely(_ way: RecipeAlternative) -> Bool {
      let pages = trials.reduce(natural) { pages, trial in
        trial.leftOut.count == 1 && way.leftOut.contains(trial.leftOut[0])
          ? pages - (natural - trial.pages) : pages
      }
      // Blank pages before right-hand ones come and go.
      return wish.targets(for: pages).contains { pages - 2...pages + max(notes, 2) ~= $0 }
    }
    return ways.filter(isLikely) + ways.filter { !isLikely($0) }
  }
}

extension Workshop {
  /// What was found when nothing had been laid out yet.
  typealias Known = (findings: [Diagnostic], corrections: [Correction])

  /// The same pages with one for notes in place of a blank one, where the recipe allows for it;
  /// else as they are.
  ///
  /// A back cover is a left-hand page: what ends on one, too, leaves a blank page before it.
  private mutating func filled(
    _ met: (setting: Setting, document: Document), like recipe: RecipeAlternative,
    _ waiting: WaitingDocument, _ known: Known
  ) async -> (setting: Setting, document: Document) {
    guard let plan = waiting.plan, let report = met.setting.laid.extent,
      report.blanks > 0, let more = recipe.withOneMore
    else { return met }
    let found = (findings, corrections)
    (findings, corrections) = known
    do throws(Rejected) {
      let other = try document(of: plan, recipe: more.recipe)
      var tried = try await setting(
        of: other, recipe: more.recipe, extent: waiting.recipe.extent, within: 1,
        keepsRecord: !met.setting.laid.galleys.isEmpty)
      if let own = tried.laid.extent, own.isMet, own.blanks < report.blanks,
        tried.laid.pages.pages.count == met.setting.laid.pages.pages.count
      {
        tried.traded = TradedExtent(
          natural: met.setting.traded?.natural ?? own.natural, words: more.traded + own.traded)
        return (tried, other)
      }
    } catch {
      // What does not work is not done: the pages are there.
    }
    (findings, corrections) = found
    return met
  }
}

extension Recipe {
  /// Whether parts may be left out or added for the sake of the number of pages.
  var mayChangeParts: Bool { extent != nil && hasOptionalParts }
}
