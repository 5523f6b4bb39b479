import Core
import Testing

@testable import Prepress

@Suite struct SpoiltFileTests {
  /// Everything that the press side does with a file ends in a result or in findings.
  @Test func spoiltFilesNeverTrap() throws {
    var builder = PressBuilder(2, content: "q 1 0 0 1 5 5 cm 0 0 0 1 k 50 50 20 20 re f /X Do Q")
    builder.pages[0].entries += "/Resources<</XObject<</X 100 0 R>>/Font<</F 101 0 R>>>>"
    builder.pages[1] = (PressBuilder.boxes + "/Rotate 90", "BT /F 9 Tf 60 60 Td [(ab)-20(c)]TJ ET")
    builder.objects = [
      "<</Subtype/Form/BBox[0 0 9 9]/Length 14>>\nstream\n1 w 0 0 m 9 9 l S\nendstream",
      "<</Subtype/TrueType/BaseFont/A/FirstChar 97/Widths[500 500 500]>>",
    ]
    let bytes = builder.bytes
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let order = ImpositionOrder(
      scheme: .saddle, sheetName: "B0", sheet: Size(width: .mm(1_000), height: .mm(1_414)))
    var opened = 0
    for _ in 0..<1_500 {
      var spoilt = bytes
      for _ in 0...next(3) {
        // Digits into digits changes numbers and references; anything else breaks the syntax.
        let place = next(spoilt.count)
        let isDigit = (0x30...0x39).contains(spoilt[place])
        spoilt[place] = isDigit ? UInt8(0x30 + next(10)) : UInt8(next(256))
      }
      do throws(Rejected) {
        let file = try PressFile.open(spoilt).value
        opened += 1
        _ = preflight(file, profile: .usual)
        _ = try readerSpreads(of: file)
        let plan = try planImposition(of: file, order).value
        let sheets = try writeSheets(of: file, by: plan, face: nil, name: "x", tongue: .cs).value
        let again = try PressFile.open(sheets)
        #expect(again.warnings.isEmpty)
      } catch {
        let isRefusal = error.diagnostics.contains { $0.isError }
        #expect(isRefusal)
      }
    }
    #expect(opened > 500)
  }
}
