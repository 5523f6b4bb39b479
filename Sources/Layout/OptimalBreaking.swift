import Core
import Style

/// The cheapest pages in all: a page ends where its cost and that of all pages after it is least,
/// so that a paragraph or card later on may be saved by a line of white here.
///
/// Weighed are the breaks, the white, footnotes that go on overleaf, whether the feet of facing
/// pages agree, and whether paragraphs would rather have a line more or fewer. What may float is
/// moved only where a page cut without that is in trouble, or the page before is; pages in columns
/// are taken for as full as their share of what stands in them, so that one which would stay a
/// quarter white is not looked at. Otherwise it is exact: no way to cut the galley is cheaper,
/// paragraphs changed only where they stand whole on a page.
/// - Complexity: linear in the number of boxes, times the square of the boxes of a page at worst.
/// *Source:* Plass, Optimal Pagination Techniques (1981); Mittelbach, A general LuaTeX framework
/// for globally optimized pagination (2019).
package func breakOptimally(
  _ galley: Galley, first: PageShape, other: PageShape, startsVerso: Bool = false
) -> [PageBreak] {
  var search = PageSearch(galley, other)
  search.look()
  let pages = search.pages(first: first, startsVerso: startsVerso)
  let lifted = galley.floats(near: pages)
  guard lifted.contains(true) else { return pages }
  search.lift(lifted)
  return search.pages(first: first, startsVerso: startsVerso)
}

/// The cheapest pages in all, wherever anything may float, nothing left out: what `breakOptimally` is measured by.
package func breakExactly(
  _ galley: Galley, first: PageShape, other: PageShape, startsVerso: Bool = false
) -> [PageBreak] {
  var search = PageSearch(galley, other, prunes: false)
  search.look()
  search.lift([Bool](repeating: true, count: galley.floats.count))
  return search.pages(first: first, startsVerso: startsVerso)
}
