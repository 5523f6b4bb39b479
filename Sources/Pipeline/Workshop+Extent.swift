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

  /// Lays a document out; where its recipe wishes for a number of pages, with what gives them: first
  /// lines and pictures, then parts.
  mutating func fitted(
    _ waiting: WaitingDocument, keepsRecord: Bool = false
  ) async throws(Rejected) -> (setting: Setting, document: Document) {
    let (recipe, document) = (waiting.recipe, waiting.document)
    guard let wish = recipe.extent else {
      let setting = try await setting(of: document, recipe: recipe, keepsRecord: keepsRecord)
      return (setting, document)
    }
    let known = (findings, corrections)
    var left = Workshop.layouts
    var own = try await setting(
      of: document, recipe: recipe, extent: wish, within: recipe.mayChangeParts ? left / 2 : left,
      keepsRecord: keepsRecord)
    guard let report = own.laid.extent else { return (own, document) }
    if report.isMet {
      own.traded = TradedExtent(natural: report.natural, words: report.traded)
      let left = left - report.layouts
      return await filled((own, document), like: recipe.unchanged, waiting, within: left, known)
    }
    left -= report.layouts
    var held: [String] = []
    var untried = recipe.alternatives(to: report.natural)
    while let plan = waiting.plan, !untried.isEmpty, left > 0 {
      let next = untried.removeFirst()
      // What is wrong with an attempt is not told, where another one may do.
      (findings, corrections) = known
      do throws(Rejected) {
        let other = try self.document(of: plan, recipe: next.recipe)
        var tried = try await setting(
          of: other, recipe: next.recipe, extent: wish, within: min(left, 2),
          keepsRecord: keepsRecord)
        guard let found = tried.laid.extent else { continue }
        left -= found.layouts
        if found.isMet {
          tried.traded = TradedExtent(natural: report.natural, words: next.traded + found.traded)
          return await filled((tried, other), like: next, waiting, within: left, known)
        }
        // Too much may have been left out: pages for notes fill it up.
        if let fill = next.recipe.alternatives(to: found.natural).first(where: { $0.notes > 0 }) {
          var both = fill
          both.traded = next.traded + fill.traded
          untried.insert(both, at: 0)
        }
      } catch {
        if next.leftOut.count == 1 { held += next.leftOut }
      }
    }
    findings = known.0
    throw Rejected([
      .missedExtent(report, wish: wish, mayLeaveOut: recipe.hasOptionalParts, held: held)
    ])
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
    _ waiting: WaitingDocument, within budget: Int, _ known: Known
  ) async -> (setting: Setting, document: Document) {
    guard let plan = waiting.plan, budget > 0, let report = met.setting.laid.extent,
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
