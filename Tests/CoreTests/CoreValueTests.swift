import Core
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    (2024, 2, 29), (2000, 2, 29), (2025, 2, 28), (2025, 12, 31), (1, 1, 1), (9999, 12, 31),
  ])
  func `days that exist`(year: Int, month: Int, day: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect((date.year, date.month, date.day) == (year, month, day))
  }

  @Test(arguments: [
    (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 13, 1),
    (2024, 0, 1), (2024, 1, 0), (2024, 1, 32), (0, 1, 1), (10_000, 1, 1), (2024, 1, -1),
  ])
  func `days that do not exist`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `four hundred years have 146097 days`() {
    var days = 0
    for year in 2001...2400 {
      for month in 1...12 {
        days += (1...31).filter { CivilDate(year: year, month: month, day: $0) != nil }.count
      }
    }
    #expect(days == 146_097)
  }

  @Test func `dates are ordered and printed as ISO 8601`() throws {
    let early = try #require(CivilDate(year: 987, month: 11, day: 5))
    let late = try #require(CivilDate(year: 2024, month: 1, day: 30))
    #expect(early < late)
    #expect(!(late < late))
    #expect(early.description == "0987-11-05")
    #expect(late.description == "2024-01-30")
  }
}

/// Contrast against the examples that WCAG's own documents and common checkers give.
@Suite struct ColourTests {
  private func screen(_ value: UInt32) -> Colour {
    Colour(screen: value, cyan: 0, magenta: 0, yellow: 0, black: 0)
  }

  @Test(
    arguments: [
      (0x000000, 0xFFFFFF, 21.0), (0xFFFFFF, 0xFFFFFF, 1.0), (0x767676, 0xFFFFFF, 4.54),
      (0x777777, 0xFFFFFF, 4.48), (0x949494, 0xFFFFFF, 3.03), (0x595959, 0xFFFFFF, 7.0),
      (0x0000FF, 0xFFFFFF, 8.59), (0xFF0000, 0xFFFFFF, 4.0), (0x00FF00, 0x000000, 15.3),
    ] as [(UInt32, UInt32, Double)])
  func `contrast is WCAG's`(ink: UInt32, paper: UInt32, ratio: Double) {
    let found = screen(ink).contrast(with: screen(paper))
    #expect((found - ratio).magnitude < 0.006, "\(found)")
    #expect(found == screen(paper).contrast(with: screen(ink)))
  }

  @Test func `the two greys beside 4.5 fall on their sides`() {
    #expect(screen(0x767676).contrast(with: .white) >= 4.5)
    #expect(screen(0x777777).contrast(with: .white) < 4.5)
  }

  @Test func `black is K only on press and prints as hexadecimal`() {
    let black = Colour.black
    #expect((black.cyan, black.magenta, black.yellow, black.black) == (0, 0, 0, 100))
    #expect(screen(0x1F4E79).description == "#1F4E79")
    #expect(Colour.white.description == "#FFFFFF")
  }
}

@Suite struct GeometryTests {
  private func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Rect {
    Rect(x: .pt(x), y: .pt(y), width: .pt(width), height: .pt(height))
  }

  @Test func `a union holds both and no more`() {
    #expect(rect(0, 0, 10, 10).union(rect(20, 5, 5, 50)) == rect(0, 0, 25, 55))
    #expect(rect(2, 2, 3, 3).union(rect(0, 0, 10, 10)) == rect(0, 0, 10, 10))
    #expect(rect(-5, 0, 1, 1).union(rect(5, 0, 1, 1)) == rect(-5, 0, 11, 1))
  }

  @Test func `an outset grows on all four sides`() {
    #expect(rect(10, 20, 30, 40).outset(by: .pt(3)) == rect(7, 17, 36, 46))
    #expect(rect(10, 20, 30, 40).maxX == .pt(40))
    #expect(rect(10, 20, 30, 40).maxY == .pt(60))
  }

  @Test func `a glyph is twenty bytes`() {
    #expect(MemoryLayout<Glyph>.stride == 20)
    #expect(MemoryLayout<NodeID>.stride == 4)
  }
}

@Suite struct DiagnosticTests {
  @Test func `an error is worse than a warning`() {
    #expect(Severity.error < .warning)
    let kind = DiagnosticKind("T01", .warning, .model, cs: "zkouška", en: "a test")
    let phrase = Phrase(cs: "česky", en: "in English")
    let finding = Diagnostic(kind, at: nil, phrase, fix: phrase)
    #expect(!finding.isError)
    #expect(finding.message[.cs] == "česky")
    #expect(finding.message[.en] == "in English")
  }
}
