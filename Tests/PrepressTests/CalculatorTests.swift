import Testing

@testable import Prepress

/// Calculations of a PDF against what Ghostscript 10 makes of the same programs: as PostScript they
/// are run by `gs -q -dNODISPLAY -c "INPUTS PROGRAM"`, which printed these numbers.
@Suite struct CalculatorTests {
  private func results(_ program: String, _ inputs: [Double]) throws -> [Double]? {
    try #require(Calculator(Array(program.utf8))).results(of: inputs)
  }

  @Test(arguments: oracle) func calculatesAsGhostscriptDoes(_ row: Row) throws {
    let found = try #require(try results(row.program, row.inputs), "\(row.program)")
    #expect(found.count == row.results.count)
    for (a, b) in zip(found, row.results) {
      #expect((a - b).magnitude <= max(1e-5, b.magnitude * 1e-5), "\(row.program): \(found)")
    }
  }

  @Test(arguments: [
    ("{ 0 div }", [1.0]), ("{ cvi 0 idiv }", [1]), ("{ add }", [1]), ("{ sqrt }", [-1]),
    ("{ ln }", [0]), ("{ 2 idiv }", [1.5]), ("{ 5 index }", [1]), ("{ { 2 } if }", [1]),
    ("{ 0.5 and }", [1]), ("{ 4 1 roll }", [1, 2]), ("{ atan }", [0, 0]), ("{ 0.5 exp }", [-2]),
    ("{ true true gt }", [1]), ("{ 360 mul sin 2 div exch pop }", [0.25]),
    // Truths are no colours.
    ("{ true not }", [1]),
  ])
  func failsAsGhostscriptDoes(_ program: String, _ inputs: [Double]) throws {
    #expect(try results(program, inputs) == nil)
  }

  @Test(arguments: [
    "", "dup", "{ dup", "{ foo }", "{ 1 { 2 } }", "{ { 1 } { 2 } { 3 } ifelse }",
    "{ nan }", "{ inf }", "{ 0x10 }", "{ (text) pop }",
  ])
  func whatIsNoProgramIsRefused(_ program: String) {
    #expect(Calculator(Array(program.utf8)) == nil)
  }

  @Test func programsAreBounded() throws {
    // The stack, the words and the depth: each ends in a refusal, none in a crash.
    let doubling = "{ " + String(repeating: "dup ", count: 99) + "}"
    #expect(try results(doubling, [1])?.count == 100)
    #expect(try results("{ " + String(repeating: "dup ", count: 100) + "}", [1]) == nil)
    #expect(
      try results("{ 1 2 3 4 5 6 7 8 9 10 \(String(repeating: "10 copy ", count: 12)) }", []) == nil
    )
    let many = "{ " + String(repeating: "1 pop ", count: 10_001) + "}"
    #expect(Calculator(Array(many.utf8)) == nil)
    let deep = String(repeating: "{ true ", count: 40) + String(repeating: "} if ", count: 40)
    #expect(Calculator(Array(deep.utf8)) == nil)
    #expect(try results("{ cvi 2000000000 roll }", [1]) == nil)
    #expect(try results("{ pop 3 -2147483648 roll }", [1, 2, 3, 4]) == [3, 1, 2])
  }
}

/// A program, what it was given, what came out.
struct Row: Sendable, CustomTestStringConvertible {
  var program: String
  var inputs: [Double]
  var results: [Double]
  init(_ program: String, _ inputs: [Double], _ results: [Double]) {
    (self.program, self.inputs, self.results) = (program, inputs, results)
  }
  var testDescription: String { program }
}

private let oracle: [Row] = [
  Row("{ add 2 div }", [0.3, 0.7], [0.5]), Row("{ sub abs }", [0.3, 0.7], [0.4]),
  Row("{ mul neg }", [0.3, 0.7], [-0.21]),
  Row("{ dup 0.5 gt { pop 1 } { 2 mul } ifelse }", [0.3], [0.6]),
  Row("{ dup 0.5 gt { pop 1 } { 2 mul } ifelse }", [0.8], [1]),
  Row("{ 360 mul sin 2 div exch 360 mul sin 2 div add }", [0.3, 0.6], [0.181635]),
  Row("{ atan 360 div }", [0.3, 0.6], [0.0737918]), Row("{ atan }", [0, -1], [180]),
  Row("{ atan }", [-1, 0], [270]), Row("{ cvi }", [0.5], [0]), Row("{ cvi 2 idiv }", [-3.7], [-1]),
  Row("{ cvi 3 mod }", [7.9], [1]), Row("{ cvi 3 mod }", [-7.9], [-1]),
  Row("{ round }", [-6.5], [-6]), Row("{ round }", [6.5], [7]), Row("{ ceiling }", [-4.8], [-4]),
  Row("{ floor }", [-4.8], [-5]), Row("{ truncate }", [-4.8], [-4]),
  Row("{ 0.5 exp }", [9], [3]), Row("{ 0.5 exp }", [2], [1.41421]), Row("{ log }", [100], [2]),
  Row("{ ln }", [100], [4.60517]), Row("{ sqrt }", [16], [4]),
  Row("{ 3 1 roll }", [1, 2, 3], [3, 1, 2]), Row("{ 3 -1 roll }", [1, 2, 3], [2, 3, 1]),
  Row("{ 3 2 roll }", [1, 2, 3], [2, 3, 1]), Row("{ 2 index }", [1, 2, 3], [1, 2, 3, 1]),
  Row("{ 2 copy }", [1, 2, 3], [1, 2, 3, 2, 3]), Row("{ 0 copy pop exch }", [1, 2, 3], [2, 1]),
  Row("{ eq { 1 } { 0 } ifelse }", [0.2, 0.3], [0]),
  Row("{ ne { 1 } { 0 } ifelse }", [0.2, 0.3], [1]),
  Row("{ le true and { 0.9 } if }", [0.2, 0.3], [0.9]),
  Row("{ 0.1 gt 1 1 eq xor { 0.4 } { 0.6 } ifelse }", [0.2], [0.6]),
  Row("{ cvi 3 bitshift }", [5], [40]), Row("{ cvi -1 bitshift }", [5], [2]),
  Row("{ cvi -1 bitshift }", [-5], [-3]), Row("{ cvi 10 and }", [12], [8]),
  Row("{ cvi 3 or }", [12], [15]), Row("{ cvi 10 xor }", [12], [6]),
  Row("{ cvi not }", [12], [-13]),
  Row("{ cvi 2147483647 add }", [1], [2.14748e9]), Row("{ cvi 2 div }", [3], [1.5]),
  Row("{ sin }", [450], [1]), Row("{ cos }", [-90], [0]), Row("{ cos }", [180], [-1]),
  Row("{ sin }", [30], [0.5]),
  Row(
    "{ dup 0 lt { pop 0 } { dup 1 gt { pop 1 } { dup 0.5 lt { 0.25 mul } { 0.75 mul } ifelse }"
      + " ifelse } ifelse }", [0.6], [0.45]),
  Row(
    "{ 3 copy add add 1 exch sub 4 1 roll pop pop pop % a comment\n dup .5 mul }",
    [0.1, 0.2, 0.3], [0.4, 0.2]),
  Row("{ 3 exp cvi 5 sub abs }", [2], [3]), Row("{ cvi abs }", [-2], [2]),
  Row("{ cvi neg 1.5 mul }", [4], [-6]), Row("{ 1E2 mul -.5 add 4. sub }", [0.01], [-3.5]),
]
