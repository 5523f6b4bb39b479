import CHarfBuzz

/// Parts text into stretches of one script, as OpenType lookups are chosen by script.
///
/// Characters of no script (digits, punctuation, spaces) and marks go with the letters before them,
/// or, at the start, with the letters after. Text without letters counts as Latin, so that digits
/// and punctuation look the same wherever they stand.
///
/// *Source:* UAX #24 §5.1 and §5.2 (without the pairing of brackets: our faces draw them alike).
struct ScriptRuns {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var start: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
  }

  /// The next stretch, if any is left.
  mutating func next() -> (range: Range<Int>, script: hb_script_t)? {
    guard start < end else { return nil }
    var script: hb_script_t?
    var walk = Scalars(bytes, start..<end)
    var at = start
    while let scalar = walk.next() {
      if let own = ScriptRuns.script(of: scalar) {
        if let script, script != own { break }
        script = own
      }
      at = walk.offset
    }
    defer { start = at }
    return (start..<at, script ?? HB_SCRIPT_LATIN)
  }

  /// The script of a letter; nothing for characters that go with any script.
  private static func script(of scalar: UInt32) -> hb_script_t? {
    if scalar < 0x370 {
      // Basic Latin to the combining marks: letters are Latin, marks and signs are common.
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8:
        return HB_SCRIPT_LATIN
      default: return nil
      }
    }
    let script = hb_unicode_script(hb_unicode_funcs_get_default(), scalar)
    switch script {
    case HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN: return nil
    default: return script
    }
  }
}
