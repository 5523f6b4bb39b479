import Core
import Yams

/// Whether a character steers a machine and prints nothing: C0 but tab and line ends, DEL, and C1.
///
/// Such characters come from copying out of other programs; a screen reader speaks them and XML
/// forbids most of them. *Source:* ISO/IEC 6429; XML 1.0 §2.2.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: false
  case 0..<0x20, 0x7F..<0xA0: true
  default: false
  }
}

extension ReadingDesk {
  /// Notes the first control character of each line.
  mutating func reportControls(in bytes: [UInt8], of file: FileID) {
    var lineHasOne = false
    var lead: UInt8 = 0
    for (position, byte) in bytes.enumerated() {
      defer { lead = byte }
      if byte == 0x0A { lineHasOne = false }
      let isSecondOfC1 = lead == 0xC2 && (0x80..<0xA0).contains(byte)
      guard isSecondOfC1 || (byte < 0x80 && isControl(Unicode.Scalar(byte))), !lineHasOne else {
        continue
      }
      lineHasOne = true
      reportControl(
        UInt32(byte),
        at: SourceSpan(
          file: file, start: UInt32(isSecondOfC1 ? position - 1 : position),
          end: UInt32(position + 1)))
    }
  }

  /// Notes the values of a YAML file that hold a control character, written as `\e` or `\x07`.
  mutating func reportControls(in node: Node, of file: FileID) {
    switch node {
    case .scalar(let scalar):
      if let found = scalar.string.unicodeScalars.first(where: isControl) {
        reportControl(found.value, at: span(of: node, in: file))
      }
    case .mapping(let mapping):
      for (key, value) in mapping {
        reportControls(in: key, of: file)
        reportControls(in: value, of: file)
      }
    case .sequence(let sequence):
      for item in sequence { reportControls(in: item, of: file) }
    default: break
    }
  }

  /// Refuses a YAML file with line ends that editors do not show: YAML counts lines by them, so no
  /// place behind them would be right. *Source:* YAML 1.1 §4.1.4: CR alone, NEL, LS, PS.
  mutating func refuseLineEnds(_ file: FileID) -> Bool {
    let bytes = sources[file].bytes
    for (position, byte) in bytes.enumerated() {
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      let last = position + 2 < bytes.count ? bytes[position + 2] : 0
      let found: (value: UInt32, count: Int)
      switch (byte, next, last) {
      case (0x0D, 0x0A, _): continue
      case (0x0D, _, _): found = (0x0D, 1)
      case (0xC2, 0x85, _): found = (0x85, 2)
      case (0xE2, 0x80, 0xA8): found = (0x2028, 3)
      case (0xE2, 0x80, 0xA9): found = (0x2029, 3)
      default: continue
      }
      reportControl(
        found.value,
        at: SourceSpan(
          file: file, start: UInt32(position), end: UInt32(position + found.count)))
      return false
    }
    return true
  }

  private mutating func reportControl(_ value: UInt32, at place: SourceSpan) {
    let digits = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    report(
      IntakeDiagnostics.control, at: place,
      Phrase(
        cs: "Je tu neviditelný řídicí znak \(name), který se nedá vytisknout.",
        en: "There is an invisible control character \(name) that cannot be printed."),
      fix: Phrase(
        cs: "Smažte znak na tomto místě a napište text znovu.",
        en: "Delete the character at this place and type the text again."))
  }
}
