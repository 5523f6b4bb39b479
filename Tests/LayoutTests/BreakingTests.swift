import Core
import Manuscript
import Style
import Testing

@testable import Layout

/// Cutting hand-made galleys into pages.
@Suite struct BreakingTests {
  static let shape = PageShape(
    page: PageGeometry(
      trim: Size(width: .pt(100), height: .pt(120)), bleed: .zero, inner: .zero, outer: .zero,
      top: .pt(10), bottom: .pt(10), textWidth: .pt(100), gutter: .zero, marginWidth: .zero,
      baseline: .pt(10)), master: nil)

  static func box(
    height: Int = 10, space: Int = 0, penalty: Int32 = 0, snaps: Bool = false
  ) -> GalleyBox {
    GalleyBox(
      space: .pt(space), height: .pt(height), baseline: .pt(height) - .milliPoints(2_500),
      penalty: penalty, placed: 0..<0, snaps: snaps, isFull: false, head: -1, padding: .zero,
      asides: 0..<0, notes: 0..<0, framed: 0..<0)
  }

  static func pages(_ boxes: [GalleyBox]) -> [PageBreak] {
    var galley = Galley()
    galley.boxes = boxes
    return breakPageByPage(galley, first: shape, other: shape)
  }

  @Test func whatAColonAnnouncesStandsBelowIt() async throws {
    for lines in 20..<32 {
      let document = try Press.document { builder in
        for _ in 0..<lines { builder.node(.paragraph) { $0.text("Řádek.") } }
        builder.node(.paragraph) { $0.text("Patří sem:") }
        for _ in 0..<40 { builder.node(.paragraph) { $0.text("Položka.") } }
      }
      let laid = try await Press.lay(document).value
      let texts = laid.pages.pageTexts
      #expect(texts.allSatisfy { !$0.hasSuffix("Patří sem:") }, "\(lines) lines above")
    }
  }

  @Test func pagesAreFilledAndNothingIsLost() {
    let pages = Self.pages((0..<25).map { _ in Self.box() })
    #expect(pages.map(\.boxes) == [0..<10, 10..<20, 20..<25])
    #expect(pages.allSatisfy { $0.overflow == .zero })
    #expect(pages.map(\.badness) == [0, 0, 0])
  }

  @Test func aDearBreakIsAvoidedWhenTheWhiteIsCheaper() {
    var boxes = (0..<15).map { _ in Self.box() }
    boxes[10].penalty = 500
    #expect(Self.pages(boxes)[0].boxes == 0..<9)
    boxes[10].penalty = 5
    let page = Self.pages(boxes)[0]
    #expect(page.boxes == 0..<10)
    #expect(page.cost == 5)
    #expect(page.nextBest == PageAlternative(box: 9, cost: 51))
  }

  @Test func prohibitedBreaksAreTakenOnlyInNeed() {
    var boxes = (0..<15).map { _ in Self.box() }
    for number in 1..<15 { boxes[number].penalty = Penalty.together }
    boxes[2].penalty = 0
    // Better nearly empty than forbidden.
    #expect(Self.pages(boxes).map(\.boxes) == [0..<2, 2..<12, 12..<15])
    boxes[2].penalty = Penalty.together
    boxes[8].penalty = Penalty.stranded
    #expect(Self.pages(boxes)[0].boxes == 0..<8)
  }

  @Test func theWholeIsCheaperThanItsParts() {
    // Page by page the first page is full, and the second must end at a dear break.
    var boxes = (0..<24).map { _ in Self.box() }
    for number in 11..<24 { boxes[number].penalty = 900 }
    boxes[19].penalty = 0
    var galley = Galley()
    galley.boxes = boxes
    let greedy = breakPageByPage(galley, first: Self.shape, other: Self.shape)
    let optimal = breakOptimally(galley, first: Self.shape, other: Self.shape)
    func cost(_ pages: [PageBreak]) -> Int64 { pages.reduce(0) { $0 + $1.cost } }
    #expect(optimal.flatMap { Array($0.boxes) } == Array(0..<24))
    #expect(cost(optimal) <= cost(greedy))
  }

  /// Against every way to cut small galleys.
  @Test func theOptimumIsThatOfAllWays() {
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<60 {
      var galley = Galley()
      galley.costs[.facing] = 0
      galley.boxes = (0..<13).map { _ in
        Self.box(height: 10 + next(40), space: next(8), penalty: Int32(next(3) * 400))
      }
      let found = breakOptimally(galley, first: Self.shape, other: Self.shape)
      let total = found.reduce(Int64(0)) { $0 + $1.cost }
      #expect(total == leastCost(galley, from: 0))
    }
  }

  /// The least cost of pages from a box on, by trying every break.
  private func leastCost(_ galley: Galley, from start: Int) -> Int64 {
    if start == galley.boxes.count { return 0 }
    var height = Length.zero
    var least = Int64.max
    for end in start + 1...galley.boxes.count {
      let box = galley.boxes[end - 1]
      height += box.height + (end - 1 > start ? box.space : .zero)
      guard height <= Self.shape.height else { break }
      var own = start > 0 ? Int64(endCost(height: height, of: Self.shape, .house)) : 0
      if end < galley.boxes.count {
        own = Int64(
          whiteCost(lacking: Self.shape.height - height, of: Self.shape, galley.costs))
        own += Int64(galley.boxes[end].penalty)
      }
      least = min(least, own + leastCost(galley, from: end))
    }
    return least
  }

  @Test func whiteVanishesAtTheTop() {
    let pages = Self.pages((0..<9).map { _ in Self.box(height: 10, space: 5) })
    #expect(pages.map(\.boxes) == [0..<7, 7..<9])
  }

  @Test func snappedBoxesTakeTheGrid() {
    // Every second box stands 3 pt off the grid and moves down by 7 pt.
    let boxes = (0..<10).map { Self.box(height: 10, space: $0 % 2 == 0 ? 0 : 3, snaps: true) }
    #expect(Self.pages(boxes)[0].boxes == 0..<7)
  }

  @Test func aBoxTallerThanThePageStandsAlone() {
    let pages = Self.pages([Self.box(), Self.box(height: 150), Self.box()])
    #expect(pages.map(\.boxes) == [0..<1, 1..<2, 2..<3])
    #expect(pages[1].overflow == .pt(50))
  }

  @Test func aNoteGoesOnOverleafAndIsNeverLost() {
    var galley = Galley()
    galley.boxes = (0..<12).map { _ in Self.box() }
    galley.boxes[7].notes = 0..<1
    let slice = NoteSlice(space: .zero, height: .pt(8), placed: 0..<0)
    galley.notes = [FootNote(node: NodeID(1), slices: Array(repeating: slice, count: 40))]
    let pages = breakPageByPage(galley, first: Self.shape, other: Self.shape)
    #expect(pages.flatMap { Array($0.boxes) } == Array(0..<12))
    var next = 0
    for page in pages where page.carried != nil || page.rest != nil {
      #expect((page.carried?.slice ?? 0) == next)
      next = page.rest?.slice ?? 40
    }
    #expect(next == 40)
    #expect(pages.allSatisfy { $0.overflow == .zero })
  }

  @Test func aNoteLongerThanThePageTakesThoseAfterItAlong() {
    var galley = Galley()
    galley.boxes = (0..<4).map { _ in Self.box() }
    galley.boxes[1].notes = 0..<3
    let slice = NoteSlice(space: .zero, height: .pt(8), placed: 0..<0)
    galley.notes = [40, 1, 2].map {
      FootNote(node: NodeID(1), slices: Array(repeating: slice, count: $0))
    }
    let pages = breakOptimally(galley, first: Self.shape, other: Self.shape)
    #expect(pages.flatMap { Array($0.boxes) } == Array(0..<4))
    #expect(pages.allSatisfy { $0.overflow == .zero })
    // Every slice of every note stands on exactly one page, in order.
    var printed: [[Int]] = [[], [], []]
    for page in pages {
      var fill = PageFill(shape: Self.shape, carried: page.carried, of: galley)
      for box in page.boxes { _ = fill.add(box, of: galley) }
      for note in fill.notes {
        let all = note.slice..<galley.notes[note.note].slices.count
        let kept = page.rest.map { rest in
          all.filter { (note.note, $0) < (rest.note, rest.slice) }
        }
        printed[note.note] += kept ?? Array(all)
      }
      #expect(fill.height(padding: .zero, rest: page.rest) <= Self.shape.height)
    }
    #expect(printed == [Array(0..<40), [0], [0, 1]])
  }
}
