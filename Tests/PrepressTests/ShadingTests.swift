import Core
import PDFSyntax
import Testing

@testable import Prepress

/// The darkest place of shadings of every type; what other programs make of the same files is measured
/// by `ink_check.py`.
@Suite struct ShadingTests {
  /// The greatest ink in percent that a report states, and its codes, those of keys left out.
  private func judged(
    _ shading: String, data: String? = nil, objects: [String] = [], area: String = "60 60 50 50"
  ) throws -> (ink: String, codes: [String]) {
    var builder = PressBuilder(4)
    let stream = data.map {
      "/Filter/ASCIIHexDecode/Length \($0.utf8.count)>>\nstream\n\($0)\nendstream"
    }
    builder.objects = ["<<\(shading)" + (stream ?? ">>")] + objects
    builder.pages[0] = (
      "/Resources<</Shading<</S 100 0 R>>>>" + PressBuilder.boxes, "q \(area) re W n /S sh Q"
    )
    let report = preflight(try builder.open(), profile: .usual)
    return (
      report.facts.first { $0.key == "ink" }?.value.cs ?? "",
      report.findings.map(\.kind.code).filter { $0 != "K48" }
    )
  }

  private func calculated(_ program: String, inputs: Int = 1, outputs: Int = 4) -> String {
    let (domain, range) = (
      String(repeating: "0 1 ", count: inputs), String(repeating: "0 1 ", count: outputs)
    )
    return "<</FunctionType 4/Domain[\(domain)]/Range[\(range)]/Length \(program.utf8.count)>>\n"
      + "stream\n\(program)\nendstream"
  }

  private let axial = "/ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 9 9]/Function 101 0 R"

  @Test func calculationsAreCarriedOut() throws {
    // Darkest in the middle: 4 × 0.9.
    let hill = "{ 2 mul 1 sub abs 1 exch sub .9 mul dup dup dup }"
    var (ink, codes) = try judged(axial, objects: [calculated(hill)])
    #expect(ink == "360 %" && codes == ["K37"])
    (ink, codes) = try judged(axial, objects: [calculated("{ .5 mul dup dup dup }")])
    #expect(ink == "200 %" && codes.isEmpty)
    // One that fails, or gives too few colours, is said to be unknown.
    (ink, codes) = try judged(axial, objects: [calculated("{ 0 div dup dup dup }")])
    #expect(ink == "0 %" && codes == ["K56"])
    #expect(try judged(axial, objects: [calculated("{ dup }")]).codes == ["K56"])
    #expect(try judged(axial, objects: ["null"]).codes == ["K56"])
    // In a separation of the press: one ink.
    let spot = axial.replacing("/DeviceCMYK", with: "[/Separation/Black/DeviceCMYK<<>>]")
    #expect(try judged(spot, objects: [calculated("{ }", outputs: 1)]).ink == "100 %")
  }

  @Test func aFunctionOfThePlaneIsLookedThrough() throws {
    let plane = axial.replacing("/ShadingType 2", with: "/ShadingType 1")
    // Darkest where both are one.
    let (ink, codes) = try judged(
      plane, objects: [calculated("{ mul .8 mul dup dup dup }", inputs: 2)])
    #expect(ink == "320 %" && codes == ["K37"])
    #expect(try judged(plane, objects: [calculated("{ pop dup dup dup }")]).codes == ["K56"])
  }

  @Test func pealsBetweenBoundsAreFound() throws {
    // A thin stripe that even steps pass by: pieces end at 0.50001 and 0.50002.
    func piece(_ colour: String) -> String { "<</FunctionType 2/N 1/C0\(colour)/C1\(colour)>>" }
    let stripe =
      "<</FunctionType 3/Domain[0 1]/Bounds[.50001 .50002]/Encode[0 1 0 1 0 1]/Functions["
      + piece("[0 0 0 0]") + piece("[1 1 1 1]") + piece("[.1 0 0 0]") + "]>>"
    #expect(try judged(axial, objects: [stripe]).ink == "400 %")
    // Samples of 4 bits; every one is asked.
    let table =
      "<</FunctionType 0/Domain[0 1]/Range[0 1 0 1 0 1 0 1]/Size[3]/BitsPerSample 4"
      + "/Filter/ASCIIHexDecode/Length 13>>\nstream\n0000 FFF0 0000>\nendstream"
    #expect(try judged(axial, objects: [table]).ink == "300 %")
  }

  private func mesh(_ kind: Int, _ more: String = "", channels: Int = 4) -> String {
    "/ShadingType \(kind)/ColorSpace/DeviceCMYK/BitsPerCoordinate 8/BitsPerComponent 8"
      + "/BitsPerFlag 8/Decode[50 150 50 150 \(String(repeating: "0 1 ", count: channels))]\(more)"
  }

  @Test func cornersOfTrianglesTellTheInk() throws {
    let light = "000000 33000000 00FF00 33330000 0000FF "
    #expect(try judged(mesh(4), data: light + "33333300>").ink == "60 %")
    let dark = try judged(mesh(4), data: light + "FFFFFF80>")
    #expect(dark.ink == "350 %" && dark.codes == ["K37"])
    // A lattice has no flags.
    let lattice = mesh(5, "/VerticesPerRow 2").replacing("/BitsPerFlag 8", with: "")
    #expect(
      try judged(lattice, data: "0000 00000000 FF00 00000000 00FF 00000000 FFFF FFFFFFFF>").ink
        == "400 %")
    // Beside the triangle nothing is painted: its mesh lies elsewhere.
    let elsewhere = try judged(mesh(4), data: light + "FFFFFFFF>", area: "200 200 50 50")
    #expect(elsewhere.codes.isEmpty)
  }

  @Test func cornersOfPatchesTellTheInk() throws {
    let points = String(repeating: "0000 FFFF ", count: 6)
    let colours = "00000000 33000000 00330000 "
    let first = "00 " + points + colours
    #expect(try judged(mesh(6), data: first + "CCCCCC80>").ink == "290 %")
    // A second patch at the side of the first brings two colours.
    let next = "01 " + String(repeating: "0000 FFFF ", count: 4) + "00000000 FFFFFFFF>"
    #expect(try judged(mesh(6), data: first + "00000000 " + next).codes == ["K37"])
    let tensor = "00 " + points + "0000 FFFF 0000 FFFF " + colours + "FFFFFF00>"
    #expect(try judged(mesh(7), data: tensor).ink == "300 %")
  }

  @Test func meshesWithAFunctionAskItBetweenTheirCorners() throws {
    let shading = mesh(4, "/Function 101 0 R", channels: 1)
    let hill = calculated("{ 2 mul 1 sub abs 1 exch sub .9 mul dup dup dup }")
    // From 0 to 1 the hill lies between; from 0 to 0.2 only its foot.
    #expect(
      try judged(shading, data: "000000 00 00FF00 00 0000FF FF>", objects: [hill]).ink == "360 %")
    #expect(
      try judged(shading, data: "000000 00 00FF00 00 0000FF 33>", objects: [hill]).ink == "144 %")
  }

  @Test func brokenMeshesAreUnknown() throws {
    #expect(try judged(mesh(4), data: "00>").codes == ["K56"])
    #expect(try judged(mesh(4), data: ">").codes == ["K56"])
    let odd = mesh(4).replacing("Coordinate 8", with: "Coordinate 7")
    #expect(try judged(odd, data: "000000 33000000>").codes == ["K56"])
    #expect(try judged(mesh(4), data: nil).codes == ["K56"])
    #expect(try judged(mesh(9), data: "000000 33000000>").codes == ["K56"])
  }

  @Test func functionsOfFunctionsEnd() throws {
    // Each level names the next one two hundred times: 200⁵ functions.
    let pieces = 200
    let bounds = (1..<pieces).map { "\(Double($0) / Double(pieces))" }.joined(separator: " ")
    let encode = String(repeating: "0 1 ", count: pieces)
    let levels = (0..<6).map { level in
      "<</FunctionType 3/Domain[0 1]/Bounds[\(bounds)]/Encode[\(encode)]/Functions["
        + String(repeating: "\(102 + level) 0 R ", count: pieces) + "]>>"
    }
    #expect(try judged(axial, objects: levels).codes == ["K56"])
    // One that is a piece of itself.
    let own =
      "<</FunctionType 3/Domain[0 1]/Bounds[]/Encode[0 1]/Functions[101 0 R]>>"
    #expect(try judged(axial, objects: [own]).codes == ["K56"])
  }

  @Test func bitsAreReadFromTheHighest() {
    var reader = BitReader([0xFF, 0xA5, 0x0F, 0x80, 0x01][1...])
    #expect(reader.next(4) == 0xA)
    #expect(reader.next(2) == 1)
    #expect(reader.next(12) == 0x43E)
    reader.align()
    #expect(reader.next(8) == 0x01)
    #expect(reader.next(1) == nil)
  }
}
