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

  /// So does everything that pages hold deeper down: pictures, shadings, tiles, glyphs drawn by
  /// procedures, layers, annotations.
  @Test func spoiltDepthsNeverTrap() throws {
    func stream(_ entries: String, _ data: String) -> String {
      "<<\(entries)/Length \(data.utf8.count)>>\nstream\n\(data)\nendstream"
    }
    var builder = PressBuilder(1)
    builder.catalog = "/OCProperties<</OCGs[106 0 R]/D<</OFF[106 0 R]>>>>"
    builder.pages[0] = (
      PressBuilder.boxes + "/Resources 105 0 R/Annots[<</Rect[60 60 90 90]/AP<</N 104 0 R>>>>]",
      "/M gs /I Do q 20 0 0 30 50 50 cm /I Do /J Do Q /Pattern cs /P scn 50 50 m 90 60 80 90 60 70 c"
        + " h W* n 60 60 50 50 re f /S sh /OC /L BDC 0 0 9 9 re f EMC BT /F 9 Tf 60 60 Td (aab) Tj ET "
        + "BI /W 2 /H 2 /CS /CMYK /BPC 8 ID zzzzzzzzzzzzzzzz EI"
    )
    builder.objects = [
      stream(
        "/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceCMYK/BitsPerComponent 8"
          + "/Decode[1 0 1 0 1 0 1 0]", "abcdefghijklmnop"),
      stream(
        "/Subtype/Image/Width 9/Height 2/BitsPerComponent 2"
          + "/ColorSpace[/Indexed/DeviceCMYK 3<00000000FFFFFF0000FF00FF20304050>]", "abcdef"),
      stream(
        "/PatternType 1/BBox[0 0 9 9]/Matrix[1 0 0 1 2 2]/Resources<<>>",
        ".9 .9 .9 .9 k 0 0 5 5 re f"),
      stream("", "500 0 d0 .1 w 0 0 m 9 9 l S"),
      stream("/Subtype/Form/BBox[0 0 10 10]/Matrix[1 0 0 1 0 0]", "1 0 0 rg 0 0 10 10 re f"),
      "<</XObject<</I 100 0 R/J 101 0 R>>/Pattern<</P 102 0 R>>/Properties<</L 106 0 R>>/ExtGState"
        + "<</M<</SMask<</G 104 0 R>>/ca .5/BM/Multiply/OP true/OPM 1>>>>/Shading<</S<</ShadingType 2"
        + "/ColorSpace/DeviceCMYK/Function<</FunctionType 3/Domain[0 1]/Bounds[.5]/Encode[0 1 0 1]"
        + "/Functions[<</FunctionType 2/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>107 0 R]>>>>>>/Font<</F<</Subtype"
        + "/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 97/Widths[500]/CharProcs<</a 103 0 R>>"
        + "/Encoding<</Differences[97/a/b]>>>>>>>>",
      "<</Type/OCG/Name(a)>>",
      stream(
        "/FunctionType 0/Size[2]/BitsPerSample 8/Range[0 1 0 1 0 1 0 1]/Domain[0 1]", "abcdefgh"),
    ]
    let bytes = builder.bytes
    let whole = preflight(try PressFile.open(bytes).value, profile: .usual)
    #expect(Set(whole.notes.map(\.kind.code)).isSuperset(of: ["K31", "K33", "K37", "K55"]))
    var state: UInt64 = 0x1234_5678_9ABC_DEF1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let numbers = [
      "-1", "1e9", "99999999", "9223372036854775807", "0", "1073741824", "65536", ".0000001",
    ]
    var judged = 0
    for round in 0..<2_000 {
      var spoilt = bytes
      for _ in 0...next(4) {
        let place = next(spoilt.count - 24)
        if round % 2 == 0, (0x30...0x39).contains(spoilt[place]) {
          // Another number in place of one.
          var end = place
          while (0x30...0x39).contains(spoilt[end]) { end += 1 }
          spoilt.replaceSubrange(place..<end, with: Array(numbers[next(numbers.count)].utf8))
        } else {
          spoilt[place] = UInt8(next(256))
        }
      }
      do throws(Rejected) {
        _ = preflight(try PressFile.open(spoilt).value, profile: .usual)
        judged += 1
      } catch {
        let isRefusal = error.diagnostics.contains { $0.isError }
        #expect(isRefusal)
      }
    }
    #expect(judged > 500)
  }
}
