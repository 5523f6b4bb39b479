import Foundation
import SazbaTesting
import Testing

@testable import Typesetting

@Suite struct BreakOpportunityTests {
  /// Debian's package `unicode-data`, Unicode 15.0.
  static let file = "/usr/share/unicode/auxiliary/LineBreakTest.txt"

  @Test("LineBreakTest.txt of Unicode 15.0, all of it, no tailoring")
  func conformance() throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: Self.file)), as: UTF8.self)
    #expect(text.hasPrefix("# LineBreakTest-15.0.0.txt"))
    let finder = BreakOpportunities()
    var places: [UInt8] = []
    var lines = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let rule = line.prefix { $0 != "#" }
      var bytes: [UInt8] = []
      var expected: [Int] = []
      var wanted: [(Int, Bool)] = []
      for field in rule.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        if field == "÷" {
          wanted.append((bytes.count, true))
        } else if field == "×" {
          wanted.append((bytes.count, false))
        } else if let value = UInt32(field, radix: 16) {
          // A lone surrogate, which UTF-8 cannot hold, has class AL like U+FFFD's neighbour U+FFFF.
          let scalar = Unicode.Scalar(value) ?? "A"
          bytes.append(contentsOf: String(Character(scalar)).utf8)
        }
      }
      bytes.withUnsafeBufferPointer { finder.find(in: $0, into: &places) }
      for (place, isBreak) in wanted where place > 0 && isBreak { expected.append(place) }
      let found = places.indices.filter { places[$0] != BreakOpportunities.forbidden }
      #expect(found == expected, "\(line)")
      lines += 1
    }
    #expect(lines == 7654)
  }

  @Test("Broken UTF-8 is no reason to crash")
  func broken() {
    var places: [UInt8] = []
    let bytes: [UInt8] = [0xC5, 0x20, 0xF0, 0x9F, 0x41, 0x80, 0xE2]
    bytes.withUnsafeBufferPointer { BreakOpportunities().find(in: $0, into: &places) }
    #expect(places.count == bytes.count + 1)
  }
}
