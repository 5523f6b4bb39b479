import Colorimetry
import Core
import SazbaTesting

extension FuzzTarget {
  /// An ICC profile: of a picture that somebody sent, or of a press that a printer gave.
  static let icc: FuzzTarget = {
    // A press and a screen that are known, so that hostile profiles are met on either side.
    let press = pressProfile(wide: false)
    let screen = (try? Repository.bytes(of: "Fonts/ICC/sRGB.icc")) ?? []
    return FuzzTarget(
      name: "icc", longest: 8_192,
      words: [
        "acsp", "prtr", "mntr", "scnr", "spac", "RGB ", "CMYK", "GRAY", "Lab ", "XYZ ", "A2B0",
        "A2B1", "B2A0", "B2A1", "rTRC", "gTRC", "bTRC", "kTRC", "rXYZ", "wtpt", "bkpt", "desc",
        "mft1", "mft2", "mAB ", "mBA ", "curv", "para", "mluc", "chad", "sf32", "\u{1}\0\0\0",
      ],
      seeds: { [pressProfile(wide: false), pressProfile(wide: true), screen] },
      run: { bytes in
        // Mutations seldom keep the size that the header states: it is no part of the test.
        let profile = sized(bytes)
        let first = outcome(of: profile, press, screen)
        demand(outcome(of: profile, press, screen) == first, "a profile read twice gives the same")
      })
  }()
}

/// What a profile says of itself, and what colours become by it.
private func outcome(of profile: [UInt8], _ press: [UInt8], _ screen: [UInt8]) -> String {
  guard let header = ColourProfile(profile) else {
    demand(fault(of: profile) != nil, "what may not be embedded is no press either")
    return "none"
  }
  var told = "\(header.colours) \(header.version)"
  if let fault = fault(of: profile) {
    told += " \(fault)"
  } else {
    demand(header.isForOutput && header.colours == .cmyk, "a press prints with four inks")
    told += inks(from: screen, to: profile)
  }
  // Pictures are converted whose profile is one of a screen; others must be refused, not crash.
  return told + inks(from: profile, to: press)
}

private func fault(of profile: [UInt8]) -> ColourProfileFault? {
  do throws(ColourProfileFault) {
    let name = try ColourProfile.description(ofPress: profile)
    demand(name.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "a name is one line")
    return nil
  } catch {
    return error
  }
}

/// A few colours as inks, or that there are none.
private func inks(from source: [UInt8], to press: [UInt8]) -> String {
  let limit = 240
  do throws(ColourProfileFault) {
    let conversion = try InkConversion(
      from: source, to: press, by: PictureConversion(intent: .relative, compensatesBlack: true),
      inkLimit: limit)
    let colours: [UInt8] = [0, 0, 0, 255, 255, 255, 128, 128, 128, 200, 30, 10, 1, 2, 250]
    var inks: [UInt8] = []
    conversion.convert(colours, into: &inks)
    demand(inks.count == colours.count / 3 * 4, "each pixel becomes four inks")
    for pixel in stride(from: 0, to: inks.count, by: 4) {
      let sum = inks[pixel..<(pixel + 4)].reduce(0) { $0 + Int($1) }
      demand(sum * 100 <= max(limit, 100) * 255, "no place has more ink than the limit")
    }
    return "\(inks)"
  } catch {
    return "\(error)"
  }
}

/// A file with its own length in its header.
private func sized(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.count >= 4 else { return bytes }
  return big(bytes.count, 4) + bytes.dropFirst(4)
}

private func big(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
}

// MARK: Seeds

/// A press of four inks in as few bytes as a profile may have: tables with two places a side.
///
/// - Parameter wide: whether numbers have two bytes (`mft2`) or one (`mft1`).
///
/// *Source:* ICC.1:2010 §7 (profile format), §10.10, §10.11 (lut16Type, lut8Type).
private func pressProfile(wide: Bool) -> [UInt8] {
  let table = { (inputs: Int, outputs: Int, nodes: [[Int]]) -> [UInt8] in
    var bytes = Array((wide ? "mft2" : "mft1").utf8) + big(0, 4)
    bytes += [UInt8(inputs), UInt8(outputs), 2, 0]
    for entry in 0..<9 { bytes += big(entry % 4 == 0 ? 0x1_0000 : 0, 4) }
    let steps = wide ? 2 : 256
    if wide { bytes += big(steps, 2) + big(steps, 2) }
    let ramp = (0..<steps).flatMap { big(wide ? $0 * 0xFFFF : $0, wide ? 2 : 1) }
    for _ in 0..<inputs { bytes += ramp }
    for node in nodes {
      for value in node { bytes += big(wide ? value * 257 : value, wide ? 2 : 1) }
    }
    for _ in 0..<outputs { bytes += ramp }
    return bytes
  }
  // Lab of every full or missing ink; inks of every corner of Lab.
  let colours = (0..<16).map { corner in
    [255 - corner.nonzeroBitCount * 60, 128 + corner % 4 * 20, 128 - corner / 4 * 20]
  }
  let inks = (0..<8).map { corner in
    [corner & 1, corner >> 1 & 1, corner >> 2 & 1, corner >= 4 ? 0 : 1].map { $0 * 255 }
  }
  let (forth, back) = (table(4, 3, colours), table(3, 4, inks))
  let white = Array("XYZ ".utf8) + big(0, 4) + big(0xF6D6, 4) + big(0x1_0000, 4) + big(0xD32D, 4)
  let name =
    Array("desc".utf8) + big(0, 4) + big(5, 4) + Array("stroj".utf8.prefix(4)) + [0]
    + [UInt8](repeating: 0, count: 78)
  let parts: [(String, [UInt8])] = [
    ("desc", name), ("wtpt", white), ("A2B0", forth), ("A2B1", forth), ("B2A0", back),
    ("B2A1", back),
  ]
  var directory = big(parts.count, 4)
  var body: [UInt8] = []
  for (sign, part) in parts {
    directory += Array(sign.utf8) + big(132 + 12 * parts.count + body.count, 4) + big(part.count, 4)
    body += part + [UInt8](repeating: 0, count: (4 - part.count % 4) % 4)
  }
  let size = 128 + directory.count + body.count
  var header = big(size, 4) + big(0, 4) + big(0x0210_0000, 4)
  header += Array("prtrCMYKLab ".utf8) + [UInt8](repeating: 0, count: 12) + Array("acsp".utf8)
  header += [UInt8](repeating: 0, count: 28)
  header += big(0xF6D6, 4) + big(0x1_0000, 4) + big(0xD32D, 4)
  header += [UInt8](repeating: 0, count: 128 - header.count)
  return header + directory + body
}
