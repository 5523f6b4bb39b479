import Core
import Testing

@testable import Prepress

@Suite("Bindings") struct BindingTests {
  private static let stitched = Binding(
    name: "V1", title: "V1", aliases: ["sešitová"], method: .saddle, pageMultiple: 4,
    leafLimits: [.init(grammage: 70, leaves: 60), .init(grammage: nil, leaves: 44)])
  private static let glued = Binding(
    name: "V2", title: "V2", aliases: [], method: .perfect, pageMultiple: 2, leastBlock: .mm(4),
    greatestBlock: .mm(35), leastSpineForWords: .mm(5), spineSafety: .mm(1))
  private static let all = [stitched, glued]
  private static let offset = Paper(
    name: "ofset-90", title: "ofset 90", grammage: 90, thickness: .microMetres(110))
  private static let light = Paper(
    name: "ofset-60", title: "ofset 60", grammage: 60, thickness: .microMetres(80))
  private static let board = Paper(
    name: "karton", title: "karton", grammage: 300, thickness: .microMetres(300))

  private func book(
    _ binding: Binding, _ pages: Int, paper: Paper = offset, cover: Paper? = nil
  ) -> BoundBook {
    BoundBook(
      publication: "kniha", binding: binding, paper: paper, coverPaper: cover, pages: pages)
  }

  private func codes(_ book: BoundBook, added: Int = 0, multiple: Int = 4) -> [String] {
    book.findings(others: BindingTests.all, added: added, multiple: multiple, at: nil).map(
      \.kind.code)
  }

  /// 120 pages of offset 90 g: 60 leaves of 0.11 mm and two leaves of the cover.
  @Test func spineIsLeavesAndCover() {
    let spine = book(BindingTests.glued, 120, cover: BindingTests.board).spine
    #expect(abs(spine.points - 7.2 * 72 / 25.4) < 0.01)
    #expect(book(BindingTests.stitched, 120).spine == .zero)
  }

  /// ON 88 3750: 44 leaves of paper above 70 g, 60 of lighter; those of a cover count.
  @Test func stitchesHoldSoManyLeaves() {
    #expect(codes(book(BindingTests.stitched, 88)).isEmpty)
    #expect(codes(book(BindingTests.stitched, 92)) == ["K60"])
    #expect(codes(book(BindingTests.stitched, 88, cover: BindingTests.board)) == ["K60"])
    #expect(codes(book(BindingTests.stitched, 120, paper: BindingTests.light)).isEmpty)
    #expect(codes(book(BindingTests.stitched, 124, paper: BindingTests.light)) == ["K60"])
    let found = book(BindingTests.stitched, 120).findings(
      others: BindingTests.all, added: 0, multiple: 4, at: nil)
    #expect(found.first?.message.cs.contains("o 16 (32 stran) víc") == true)
    #expect(found.first?.fix.cs.contains("vazba: V2") == true)
    #expect(found.first?.fix.cs.contains("6,6 mm") == true)
  }

  @Test func glueWantsABlock() {
    let cover = BindingTests.board
    #expect(codes(book(BindingTests.glued, 72, cover: cover)) == ["K61"])
    #expect(codes(book(BindingTests.glued, 76, cover: cover)).isEmpty)
    #expect(codes(book(BindingTests.glued, 636, cover: cover)).isEmpty)
    #expect(codes(book(BindingTests.glued, 640, cover: cover)) == ["K61"])
    #expect(codes(book(BindingTests.glued, 120)) == ["K63"])
    let thin = book(BindingTests.glued, 40, cover: cover).findings(
      others: BindingTests.all, added: 0, multiple: 4, at: nil)
    #expect(thin.first?.message.cs.contains("chybí 1,8 mm, to je 34 stran") == true)
    #expect(thin.first?.fix.cs.contains("vazba: V1") == true)
  }

  @Test func blankPagesHaveALimit() {
    #expect(codes(book(BindingTests.stitched, 80), added: 3).isEmpty)
    #expect(codes(book(BindingTests.stitched, 80), added: 4, multiple: 16) == ["K62"])
  }

  @Test func thinSpinesCarryNoWords() {
    #expect(!book(BindingTests.glued, 76, cover: BindingTests.board).spineCarriesWords)
    #expect(book(BindingTests.glued, 84, cover: BindingTests.board).spineCarriesWords)
    #expect(!book(BindingTests.stitched, 84).spineCarriesWords)
  }

  // MARK: Block and cover

  private func divided(
    _ pages: String, back: Bool = true, own: Bool = false, multiple: Int = 4
  ) -> BookDivision {
    // „x“ is a page with something on it, „.“ a blank one.
    BookDivision(
      isBlank: pages.map { $0 == "." }, hasBack: back, hasOwnCover: own, multiple: multiple)
  }

  @Test func selfCoverFillsBeforeTheBack() {
    #expect(divided("xxxxxxxx").block == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(divided("xxxx").block == [0, 1, 2, 3])
    // The blank page of the layout is one of those needed.
    let short = divided("xxxx.x")
    #expect(short.block == [0, 1, 2, 3, nil, nil, nil, 5])
    #expect(short.added == 3)
    #expect(divided("xxx", back: false).block == [0, 1, 2, nil])
  }

  @Test func ownCoverTakesItsFourPages() throws {
    // 0 front, 1 inside, 2…5 block, 6 blank, 7 back.
    let book = divided("xxxxxx.x", own: true)
    #expect(book.block == [2, 3, 4, 5])
    let cover = try #require(book.cover)
    #expect(
      cover == BookDivision.Cover(front: 0, insideFront: 1, insideBack: nil, back: 7))
    #expect(book.added == 0)
  }

  @Test func onePageTooManyStandsInsideTheBack() throws {
    let book = divided("x.xxxxxx", own: true)
    #expect(book.block == [2, 3, 4, 5])
    let cover = try #require(book.cover)
    #expect(
      cover == BookDivision.Cover(front: 0, insideFront: nil, insideBack: 6, back: 7))
  }

  /// Every page with something on it is in the block or on the cover, once, in order.
  @Test(arguments: 3...40) func nothingIsLost(pages: Int) {
    for (own, back) in [(true, true), (true, false), (false, true), (false, false)] {
      for multiple in [2, 4, 8, 16] {
        let book = divided(
          String(repeating: "x", count: pages), back: back, own: own, multiple: multiple)
        let cover = book.cover
        let all =
          [cover?.front, cover?.insideFront].compactMap(\.self) + book.block.compactMap(\.self)
          + [cover?.insideBack, cover?.back].compactMap(\.self)
        #expect(all == Array(0..<pages))
        #expect(book.block.count % multiple == 0)
      }
    }
  }

  // MARK: Fingerprints

  /// FIPS 180-4, the examples of its appendix; 1,000,000 letters a.
  @Test func fingerprintsAreThoseOfTheStandard() {
    #expect(
      sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      sha256([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
