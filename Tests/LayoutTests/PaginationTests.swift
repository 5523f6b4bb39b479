import Style
import Testing

@testable import Layout

/// Which leaf carries which number.
@Suite struct PaginationTests {
  private static func run(_ folio: FolioScheme, start: BoxStyle.Start = .page) -> PageRun {
    var style = BoxStyle(name: "part", start: start)
    style.folio = folio
    return PageRun(style: style)
  }

  @Test("Odd folios are rectos', however many pages stand before the body", arguments: 1...4)
  func oddFoliosAreRectos(front: Int) {
    let runs = [Self.run(.none), Self.run(.roman), Self.run(.arabic), Self.run(.arabic)]
    let pagination = Pagination(runs: runs, counts: [1, front, 3, 2])
    #expect(pagination.leaves.count(where: { $0.run < 0 }) == (1 + front) % 2)
    for (position, leaf) in pagination.leaves.enumerated() where leaf.scheme == .arabic {
      #expect(leaf.number % 2 == (position + 1) % 2)
    }
    #expect(pagination.leaves[pagination.firsts[2]].number == 1)
  }

  @Test func aBookWithoutFrontMatterHasNoBlankPage() {
    let pagination = Pagination(
      runs: [Self.run(.arabic), Self.run(.arabic)], counts: [3, 2])
    #expect(pagination.leaves.map(\.number) == [1, 2, 3, 4, 5])
  }
}
