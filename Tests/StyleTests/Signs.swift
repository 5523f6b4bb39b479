import Core
import Testing

@testable import Style

/// Outlines of pictograms as SVG writes them.
@Suite struct Signs {
  @Test func stepsAreThousandthsOfTheField() {
    #expect(
      DesignReader.outline("M0 0H24V12C24 18 18 24 12 24L.5-1.5Z") == [
        .move(x: 0, y: 0), .line(x: 1000, y: 0), .line(x: 1000, y: 500),
        .curve(x1: 1000, y1: 750, x2: 750, y2: 1000, x: 500, y: 1000), .line(x: 21, y: -63), .close,
      ])
    // Numbers that go on are further steps; commas and line feeds part them.
    #expect(
      DesignReader.outline("M12 12 L 24,24 0,24 Z")
        == [.move(x: 500, y: 500), .line(x: 1000, y: 1000), .line(x: 0, y: 1000), .close])
  }

  @Test(arguments: ["", "L1 1Z", "M1", "M1 1Q2 2 3 3", "M1 1L2", "kolo", "M1 1C1 1 2 2 3"])
  func whatIsNoOutlineIsRefused(text: String) {
    #expect(DesignReader.outline(text) == nil)
  }
}
