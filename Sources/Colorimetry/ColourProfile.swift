import CLittleCMS
package import Core

/// Why a colour profile cannot be used.
package enum ColourProfileFault: Error, Sendable, Hashable {
  /// It is no ICC profile, or its end is missing.
  case noProfile
  /// It is far larger than profiles are.
  case tooLarge(Int)
  /// It is for another kind of device: its signature.
  case wrongClass(String)
  /// It is for other colours: their signature.
  case wrongColours(String)
  /// It lacks the tables that conversion needs.
  case unusable
}

/// What an ICC profile says of itself.
///
/// *Source:* ICC.1:2010 §7.2 (header), §9.2.41 (description); ISO 19005-2 §6.2.4.2 (version at most 4,
/// device profiles only).
package struct ColourProfile: Sendable, Hashable {
  /// The largest that is read: profiles of presses have one to three megabytes.
  package static let largest = 8 << 20

  /// The colours that it is for.
  package let colours: Picture.Colours
  /// The major version of the format.
  package let version: Int
  /// Whether it describes a device that prints.
  package let isForOutput: Bool

  /// Reads the header of a profile that may be embedded; nothing where it is none.
  package init?(_ profile: [UInt8]) {
    do throws(ColourProfileFault) { try self.init(reading: profile) } catch { return nil }
  }

  private init(reading profile: [UInt8]) throws(ColourProfileFault) {
    guard profile.count <= ColourProfile.largest else { throw .tooLarge(profile.count) }
    func sign(_ offset: Int) -> String {
      String(decoding: profile[offset..<offset + 4], as: UTF8.self)
    }
    guard profile.count >= 132, (2...4).contains(profile[8]),
      profile[0..<4].reduce(0, { $0 << 8 | Int($1) }) == profile.count, sign(36) == "acsp"
    else { throw .noProfile }
    guard ["scnr", "mntr", "prtr", "spac"].contains(sign(12)) else { throw .wrongClass(sign(12)) }
    switch sign(16) {
    case "GRAY": colours = .grey
    case "RGB ": colours = .rgb
    case "CMYK": colours = .cmyk
    default: throw .wrongColours(sign(16))
    }
    version = Int(profile[8])
    isForOutput = sign(12) == "prtr"
  }

  /// Looks whether a profile that somebody gave describes a press with four inks, tables and all.
  ///
  /// - Returns: what it calls itself.
  /// - Throws: why it cannot be an output intent.
  package static func description(
    ofPress profile: [UInt8]
  ) throws(ColourProfileFault) -> String {
    let header = try ColourProfile(reading: profile)
    func sign(_ offset: Int) -> String {
      String(decoding: profile[offset..<offset + 4], as: UTF8.self)
    }
    guard header.isForOutput else { throw .wrongClass(sign(12)) }
    guard header.colours == .cmyk else { throw .wrongColours(sign(16)) }
    let opened = try OpenProfile(profile)
    guard opened.printsFromTables else { throw .unusable }
    return opened.description
  }
}

/// A profile as Little CMS holds it.
struct OpenProfile: ~Copyable {
  let handle: cmsHPROFILE

  init(_ bytes: [UInt8]) throws(ColourProfileFault) {
    guard let opened = cmsOpenProfileFromMem(bytes, cmsUInt32Number(bytes.count)) else {
      throw .noProfile
    }
    handle = opened
  }

  deinit { cmsCloseProfile(handle) }

  /// Whether colours can be turned into its inks and back.
  var printsFromTables: Bool {
    cmsIsCLUT(
      handle, cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC), cmsUInt32Number(LCMS_USED_AS_OUTPUT))
      != 0
      && cmsIsCLUT(
        handle, cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC), cmsUInt32Number(LCMS_USED_AS_INPUT))
        != 0
  }

  /// What it calls itself, on one line.
  var description: String {
    var room = [CChar](repeating: 0, count: 256)
    let count = cmsGetProfileInfoASCII(
      handle, cmsInfoDescription, "en", "US", &room, cmsUInt32Number(room.count))
    let bytes = room.prefix(Int(min(count, 255))).prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let text = String(decoding: bytes, as: UTF8.self)
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}
