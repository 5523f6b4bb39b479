import Core
import Testing

/// XXH3-128 against the vectors of the xxHash project's own sanity check.
///
/// Its buffer is made by the generator below; expected values are those published for the empty
/// input and for prefixes of the buffer with seed 0.
@Suite struct StableHashTests {
  /// The sanity buffer: `byteGen = 2654435761`, each byte its top eight bits, then times a prime.
  ///
  /// *Source:* xxHash, tests/sanity_test.c (`fillTestBuffer`).
  private func sanityBuffer(_ count: Int) -> [UInt8] {
    var generator: UInt64 = 2_654_435_761
    return (0..<count).map { _ in
      defer { generator &*= 11_400_714_785_074_694_797 }
      return UInt8(truncatingIfNeeded: generator >> 56)
    }
  }

  @Test(arguments: [
    (0, "99aa06d3014798d86001c324468d497f"),
    (1, "a6cd5e9392000f6ac44bdff4074eecdb"),
    (6, "082afe0b8162d12a3e7039bdda43cfc6"),
    (12, "6e3efd8fc7802b18061a192713f69ad9"),
    (24, "0ce966e4678d37611e7044d28b1b901d"),
    (48, "a002ac4e5478227ef942219aed80f67b"),
    (81, "4952f58181ab00425e8bafb9f95fb803"),
    (222, "337e09641b948717f1aebd597cec6b3a"),
    (403, "1b6de21e332dd73dcdeb804d65c6dea4"),
    (512, "18d2d110dcc9bca1617e49599013cb6b"),
    (2048, "f736557fd47073a5dd59e2c3a5f038e0"),
    (2367, "e89c0f6ff369b427cb37aeb9e5d361ed"),
  ])
  func `prefixes of the sanity buffer`(count: Int, expected: String) {
    #expect(StableHash(of: sanityBuffer(count)).hex == expected)
  }

  @Test func `one changed bit changes the fingerprint`() {
    let whole = sanityBuffer(4_096)
    let plain = StableHash(of: whole)
    for position in stride(from: 0, to: whole.count, by: 97) {
      var changed = whole
      changed[position] ^= 1
      #expect(StableHash(of: changed) != plain)
    }
  }

  @Test func `the digits are those of the bytes`() {
    let hash = StableHash(of: Array("Dačice".utf8))
    #expect(hash.bytes.count == 16)
    let digits = hash.bytes.map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }
    #expect(hash.hex == digits.joined())
  }
}
