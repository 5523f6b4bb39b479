import Core
import Testing

@testable import Prepress

@Suite struct FoldingTests {
  /// The pages of a side as a table of rows; those on their heads are negative.
  private func side(_ pages: Int, isBack: Bool) -> [[Int]] {
    let sheet = FoldedSheet(pages: pages)
    var rows = Array(repeating: Array(repeating: 0, count: sheet.columns), count: sheet.rows)
    for (index, place) in sheet.places.enumerated() where place.isBack == isBack {
      rows[place.row][place.column] = place.isInverted ? -(index + 1) : index + 1
    }
    return rows
  }

  /// The trade's own tables of the work-horses among sheets.
  @Test func foldsGiveTheTradesLayouts() {
    #expect(side(4, isBack: false) == [[4, 1]])
    #expect(side(4, isBack: true) == [[2, 3]])
    #expect(side(8, isBack: false) == [[-5, -4], [8, 1]])
    #expect(side(8, isBack: true) == [[-3, -6], [2, 7]])
    #expect(side(16, isBack: false) == [[-5, -12, -9, -8], [4, 13, 16, 1]])
    #expect(side(16, isBack: true) == [[-7, -10, -11, -6], [2, 15, 14, 3]])
  }

  @Test func spinesLieBetweenFacingPages() {
    #expect(FoldedSheet(pages: 8).spines == [true])
    #expect(FoldedSheet(pages: 16).spines == [true, false, true])
  }

  private func plan(_ count: Int, _ change: (inout ImpositionOrder) -> Void = { _ in })
    throws -> ImpositionPlan
  {
    var order = ImpositionOrder(
      scheme: .saddle, sheetName: "SRA3", sheet: try #require(SheetSize.size("sra3")))
    change(&order)
    return try planImposition(of: try PressBuilder(count).open(), order).value
  }

  @Test(arguments: [1, 3, 4, 5, 8, 31, 48, 49])
  func everyPageHasItsPlaceOnce(count: Int) throws {
    for scheme in ImpositionScheme.allCases {
      for blanks in BlankPlace.allCases {
        let plan = try plan(count) {
          $0.scheme = scheme
          $0.blanks = blanks
        }
        let cells = plan.sheets.flatMap { $0.sides.flatMap(\.cells) }
        #expect(cells.compactMap(\.page).sorted() == Array(1...count), "\(scheme) \(blanks)")
        #expect(cells.map(\.folio).sorted() == Array(1...plan.filledCount), "\(scheme) \(blanks)")
        if blanks == .beforeCover {
          #expect(cells.first { $0.page == count }?.folio == plan.filledCount)
        }
      }
    }
  }

  @Test func creepGrowsInwardAndLeadsToTheSpine() throws {
    let plan = try plan(16) { $0.paper = .microMetres(200) }
    #expect(plan.greatestCreep == .microMetres(200) * 3)
    let inner = try #require(plan.sheets.last?.sides.first)
    #expect(inner.cells.map(\.creep) == [plan.greatestCreep, -plan.greatestCreep])
    #expect(plan.sheets[0].sides[0].cells.allSatisfy { $0.creep == .zero })
  }

  @Test func shortSectionsAreNeverLast() throws {
    let plan = try plan(40) { order in
      order.scheme = .perfect
      order.pagesPerSection = 16
    }
    let sizes = (1...plan.sectionCount).map { section in
      plan.sheets.filter { $0.section == section }.count * 4
    }
    #expect(sizes == [16, 8, 16])
    // Each section's mark is a step below the one before.
    let marks = plan.sheets.compactMap { $0.sides[0].collating?.y }
    #expect(marks.count == 3 && marks == marks.sorted() && Set(marks).count == 3)
  }

  @Test func oneFormPrintsBothSides() throws {
    for turning in [SheetTurning.workAndTurn, .workAndTumble] {
      let plan = try plan(8) { order in
        order.turning = turning
        order.sheet = SheetSize.size("SRA2") ?? order.sheet
      }
      #expect(plan.copies == 2 && plan.sheets.allSatisfy { $0.sides.count == 1 })
      #expect(plan.sheets[0].sides[0].cells.count == 4)
      #expect(
        plan.sheets[0].sides[0].cells.contains(where: \.isInverted) == (turning == .workAndTumble))
    }
  }

  @Test func refusals() throws {
    #expect(
      codes {
        _ = try plan(4) {
          $0.sheet = SheetSize.size("A6") ?? Size(width: .mm(105), height: .mm(148))
        }
      } == ["K10"])
    #expect(
      codes {
        _ = try plan(4) {
          $0.scheme = .nup
          $0.turning = .workAndTurn
        }
      } == ["K15"])
    var mixed = PressBuilder(4)
    mixed.pages[2].entries = "/MediaBox[0 0 842 1191]"
    let order = ImpositionOrder(
      scheme: .saddle, sheetName: "SRA3", sheet: try #require(SheetSize.size("SRA3")))
    let file = try mixed.open()
    #expect(codes { _ = try planImposition(of: file, order) } == ["K11"])
    mixed.pages[2].entries = "/MediaBox[0 0 200 300]"
    let small = try planImposition(of: try mixed.open(), order)
    #expect(small.warnings.map(\.kind.code) == ["K12", "K17"])
  }

  @Test func warnings() throws {
    func told(_ count: Int, _ change: (inout ImpositionOrder) -> Void) throws -> [String] {
      var order = ImpositionOrder(
        scheme: .saddle, sheetName: "SRA3", sheet: try #require(SheetSize.size("SRA3")))
      change(&order)
      return try planImposition(of: try PressBuilder(count).open(), order).warnings
        .map(\.kind.code)
    }
    #expect(try told(8) { _ in }.isEmpty)
    #expect(try told(8) { $0.sheet = Size(width: .mm(212), height: .mm(150)) } == ["K13"])
    #expect(try told(200) { $0.paper = .microMetres(150) } == ["K14"])
    // 19 leaves within the outermost push 0.95 mm: of 3 mm there remain 2.05 mm.
    #expect(try told(76) { $0.paper = .microMetres(50) }.isEmpty)
    let exact: (inout ImpositionOrder) -> Void = {
      $0.paper = .microMetres(50)
      $0.keptBleed = .microMetres(2_700)
    }
    #expect(try told(76, exact) == ["K14"])
    #expect(
      try told(200) {
        $0.paper = .microMetres(150)
        $0.bleed = .zero
      }.isEmpty)
  }

  @Test func creepNamesTheSidesAndWhatIsLeft() throws {
    var order = ImpositionOrder(
      scheme: .saddle, sheetName: "SRA3", sheet: try #require(SheetSize.size("SRA3")))
    order.paper = .microMetres(100)
    order.keptBleed = .microMetres(2_700)
    let told = try planImposition(of: try PressBuilder(40).open(), order).warnings
    #expect(told.map(\.kind.code) == ["K14"])
    #expect(told[0].message.cs.contains("9–20") && told[0].message.cs.contains("2,1 mm"))
  }

  /// A sheet that is too small is never answered with itself or one that is no larger.
  @Test(arguments: ["A5", "A4", "SRA4", "A3", "SRA3", "100x700"])
  func aLargerSheetIsLarger(name: String) throws {
    var order = ImpositionOrder(
      scheme: .saddle, sheetName: name, sheet: try #require(SheetSize.size(name)))
    order.turning = .workAndTurn
    order.pagesPerSheet = 16
    let file = try PressBuilder(16).open()
    do {
      _ = try planImposition(of: file, order)
      Issue.record("fits")
    } catch {
      let words = try #require(error.diagnostics.first).fix.cs
      guard let found = words.split(separator: "--sheet ").last?.prefix(while: { $0 != "," }),
        let size = SheetSize.size(String(found))
      else { return }
      order.sheet = size
      _ = try planImposition(of: file, order)
    }
  }

  @Test func sheetsHaveNamesAndSizes() {
    #expect(SheetSize.size("SRA3") == Size(width: .mm(320), height: .mm(450)))
    #expect(SheetSize.size("330x487") == Size(width: .mm(330), height: .mm(487)))
    for wrong in ["", "A9", "330", "0x5", "9999x9999", "axb"] {
      #expect(SheetSize.size(wrong) == nil, "\(wrong)")
    }
  }

  @Test func thePlanCanBeRead() throws {
    let text = try plan(6).text(.cs)
    #expect(text.contains("stran 6 + 2 prázdné na konci, archů 2"))
    #expect(text.contains("   – (120") || text.contains("– ("))
    #expect(try plan(6).text(.en).contains("sheet 2 back"))
  }
}
