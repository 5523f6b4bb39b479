import Core
import PDFSyntax
import Testing

@testable import Prepress

/// Pictures whose pixels are not decoded: what can still be said of their ink.
@Suite struct UnreadPictureTests {
  private func judged(
    _ entries: String, _ hexadecimal: String = "00", limit: Int = 240, then content: String = ""
  ) throws -> (ink: String, findings: [Diagnostic]) {
    var builder = PressBuilder(4)
    let data = hexadecimal + ">"
    builder.objects = [
      "<</Subtype/Image/Width 320/Height 240\(entries)/Length \(data.utf8.count)>>\nstream\n\(data)"
        + "\nendstream"
    ]
    builder.pages[0] = (
      "/Resources<</XObject<</I 100 0 R>>/ExtGState<</K<</OP true/op true/OPM 1>>>>>>"
        + PressBuilder.boxes, "q 30 0 0 22 100 100 cm /I Do Q " + content
    )
    var profile = PrinterProfile.usual
    profile.inkLimit = limit
    profile.minimalBitmapResolution = 300
    profile.spots = 1
    let report = preflight(try builder.open(), profile: profile)
    return (
      report.facts.first { $0.key == "ink" }?.value.cs ?? "",
      report.findings.filter { $0.kind.code != "K48" }
    )
  }

  private let fax = "/BitsPerComponent 1/Filter[/ASCIIHexDecode/CCITTFaxDecode]"

  @Test func bitmapsWeighByTheirColour() throws {
    var (ink, found) = try judged(fax + "/ColorSpace/DeviceGray")
    #expect(ink == "100 %" && found.isEmpty)
    (ink, found) = try judged(fax + "/ColorSpace[/Separation/Modrá/DeviceCMYK<<>>]")
    #expect(ink == "100 %" && found.isEmpty)
    let palette = fax + "/ColorSpace[/Indexed/DeviceCMYK 1<00000000 CCCCCCCC>]"
    (ink, found) = try judged(palette)
    #expect(ink == "320 %" && found.map(\.kind.code) == ["K37"])
    #expect(try judged(palette + "/Decode[0 0]").findings.isEmpty)
    #expect(
      try judged(palette.replacing("CCITTFax", with: "JBIG2")).findings.map(\.kind.code) == ["K37"])
    // Ink over it adds up.
    let half = fax + "/ColorSpace[/Indexed/DeviceCMYK 1<00000000 CCCC8000>]"
    #expect(
      try judged(half, then: "/K gs 0 0 0 1 k 105 105 9 9 re f").findings.map(\.kind.code)
        == ["K38"])
  }

  /// A JPEG 2000 picture's boxes: its header with so many channels, and a statement of its colours.
  private func jpx(_ channels: String, _ colours: String, more: String = "") -> String {
    let head = "00000016 69686472 000000F0 00000140 \(channels) 07 07 00 00"
    let size = (22 * 2 + (colours + more).replacing(" ", with: "").utf8.count) / 2 + 8
    let digits = String(size, radix: 16)
    let length = String(repeating: "0", count: 8 - digits.utf8.count) + digits
    return "0000000C 6A502020 0D0A870A 00000014 66747970 6A703220 00000000 6A703220 "
      + length + " 6A703268 " + head + colours + more
  }

  private let coded = "/Filter[/ASCIIHexDecode/JPXDecode]"

  @Test func wavesAreBoundByTheirSpace() throws {
    let inks = jpx("0004", "0000000F 636F6C72 01 00 00 0000000C")
    let found = try judged(coded, inks).findings
    #expect(found.map(\.kind.code) == ["K56"])
    #expect(
      found.first?.message.cs
        == "Strana 1: barvu obrázku 320 × 240 (JPXDecode) nelze změřit; může jí být až 400 %, "
        + "tiskárna dovolí 240 %.")
    #expect(try judged(coded, inks, limit: 400).findings.isEmpty)
    // Grey prints in black alone; two plates have 200 %; a screen's colours are a finding of their own.
    #expect(try judged(coded, jpx("0001", "0000000F 636F6C72 01 00 00 00000011")).findings.isEmpty)
    let plates = "/ColorSpace[/DeviceN[/Cyan/Black]/DeviceCMYK<<>>]" + coded
    #expect(try judged(plates, inks).findings.isEmpty)
    let screen = jpx("0003", "0000000F 636F6C72 01 00 00 00000010")
    #expect(try judged(coded, screen).findings.map(\.kind.code) == ["K33"])
    // What the file states counts, not the picture.
    #expect(try judged("/ColorSpace/DeviceGray" + coded, inks).findings.isEmpty)
    // No box tells: four channels are inks.
    #expect(try judged(coded, jpx("0004", "")).findings.map(\.kind.code) == ["K56"])
  }

  @Test func wavesMayBeTransparent() throws {
    let opacity = "00000016 63646566 0002 0000 0000 0001 0001 0001 0000"
    let data = jpx("0002", "0000000F 636F6C72 01 00 00 00000011", more: opacity)
    let head = try #require(JPXHeader(bytes(data)[...]))
    #expect(head.hasOpacity && head.space == .gray && head.bits == 8)
    #expect(
      JPXHeader(bytes(jpx("0001", "0000000F 636F6C72 01 00 00 00000011"))[...])?.hasOpacity == false
    )
    // A bare codestream: SIZ with four channels of eight bits.
    let bare = "FF4F FF51 0032 0000" + String(repeating: "00000001", count: 8) + "0004 07 01 01"
    #expect(JPXHeader(bytes(bare)[...])?.space == .cmyk(isManaged: false))
    for count in 0..<60 {
      // What is cut off is no picture, or says less; it never reads beyond its end.
      _ = JPXHeader(bytes(data).prefix(count))
      _ = JPXHeader(bytes(bare).prefix(count))
    }
    #expect(
      JPXHeader(bytes("00000000 6A703268 00000001 636F6C72 FFFFFFFF FFFFFFFF")[...])?.space == nil)
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.filter { $0 != 0x20 }.map {
      UInt8($0 < 0x3A ? $0 - 0x30 : $0 - 0x37)
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
