import Core
import PDFSyntax

/// The packet of X-4 sheets whose source claimed other standards beside, which sheets do not meet.
///
/// *Source:* ISO 15930-7 §6.6; ISO 16684-1.
struct SheetMetadata {
  let information: PDFDictionary
  let reader: PDFReader

  private func text(_ key: StaticString) -> String {
    guard let value = try? reader.resolved(information[key]) else { return "" }
    return value.text ?? value.name ?? ""
  }

  /// `D:20260301120000+01'00'` as `2026-03-01T12:00:00+01:00`.
  static func date(_ stated: String) -> String {
    let digits = Array(stated.utf8.drop { !(0x30...0x39).contains($0) })
    let plain = digits.prefix { (0x30...0x39).contains($0) }
    func part(_ start: Int, _ length: Int, _ missing: String) -> String {
      guard plain.count >= start + length else { return missing }
      return String(decoding: plain[start..<(start + length)], as: UTF8.self)
    }
    let day = "\(part(0, 4, "2000"))-\(part(4, 2, "01"))-\(part(6, 2, "01"))"
    let time = "\(part(8, 2, "00")):\(part(10, 2, "00")):\(part(12, 2, "00"))"
    let zone = String(decoding: digits.dropFirst(plain.count), as: UTF8.self)
      .filter { $0.isNumber || $0 == "+" || $0 == "-" }
    guard zone.count == 5 else { return "\(day)T\(time)Z" }
    return "\(day)T\(time)\(zone.prefix(3)):\(zone.suffix(2))"
  }

  func packet(_ fingerprint: StableHash) -> [UInt8] {
    let created = SheetMetadata.date(text("CreationDate"))
    let modified = SheetMetadata.date(text("ModDate"))
    var xml = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
      xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" \
      xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(text("Title").escapedForXML)</rdf:li></rdf:Alt>\
      </dc:title>

      """
    for (key, name) in [("Creator", "xmp:CreatorTool"), ("Producer", "pdf:Producer")] {
      let value = key == "Creator" ? text("Creator") : text("Producer")
      if !value.isEmpty { xml += "<\(name)>\(value.escapedForXML)</\(name)>\n" }
    }
    xml += """
      <pdf:Trapped>\(text("Trapped") == "True" ? "True" : "False")</pdf:Trapped>
      <xmp:CreateDate>\(created)</xmp:CreateDate>
      <xmp:ModifyDate>\(modified)</xmp:ModifyDate>
      <xmp:MetadataDate>\(modified)</xmp:MetadataDate>
      <xmpMM:DocumentID>uuid:\(fingerprint.hex)</xmpMM:DocumentID>
      <xmpMM:VersionID>1</xmpMM:VersionID>
      <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
      <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
    return Array(xml.utf8)
  }
}
