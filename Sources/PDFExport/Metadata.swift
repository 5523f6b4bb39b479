import Core
import Display
import PDFSyntax

/// What the file says of itself, once for programs of old and once in XMP, with equal values.
///
/// *Source:* ISO 32000-1 §14.3; ISO 16684-1; ISO 19005-2 §6.6; ISO 14289-1 §5; ISO 15930-4 §6.4;
/// ISO 15930-7 §6.4.
struct Metadata: Sendable {
  let information: Information
  let standards: [Standard]

  private static let program = "Sazba"

  /// Writes the information dictionary.
  func write(to batch: inout ObjectBatch) {
    batch.dictionary(ObjectPlan.information) { entries in
      entries.text("Title", information.title)
      if !information.author.isEmpty { entries.text("Author", information.author) }
      if !information.subject.isEmpty { entries.text("Subject", information.subject) }
      if !keywords.isEmpty { entries.text("Keywords", keywords) }
      entries.text("Creator", Metadata.program)
      entries.text("Producer", Metadata.program)
      let date = information.date.description.filter { $0 != "-" }
      entries.text("CreationDate", "D:\(date)000000Z")
      entries.text("ModDate", "D:\(date)000000Z")
      // Nothing is trapped: letters and rules in black overprint, colours knock out.
      if standards.contains(.pdfX4) || standards.contains(.pdfX1a) {
        entries.name("Trapped", "False")
      }
      // A cover is not asked to have as many pages as a book: preflight looks for this key.
      if information.isFlatCover { entries.text("SazbaContent", "Cover") }
      if standards.contains(.pdfX1a) {
        entries.text("GTS_PDFXVersion", Standard.pdfX1a.rawValue)
      }
    }
  }

  private var keywords: String { information.keywords.joined(separator: ", ") }

  /// The XMP packet; `identifier` is made from the file's content.
  func packet(identifier: StableHash) -> [UInt8] {
    let date = "\(information.date)T00:00:00Z"
    let uuid = Metadata.uuid(identifier)
    var xml = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
      xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(information.title.escapedForXML)</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>\(information.language.tag.escapedForXML)</rdf:li></rdf:Bag></dc:language>

      """
    if !information.author.isEmpty {
      xml += """
        <dc:creator><rdf:Seq><rdf:li>\(information.author.escapedForXML)</rdf:li></rdf:Seq></dc:creator>

        """
    }
    if !information.subject.isEmpty {
      xml += """
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(information.subject.escapedForXML)\
        </rdf:li></rdf:Alt></dc:description>

        """
    }
    if !information.keywords.isEmpty {
      let items = information.keywords.map { "<rdf:li>\($0.escapedForXML)</rdf:li>" }.joined()
      xml += """
        <dc:subject><rdf:Bag>\(items)</rdf:Bag></dc:subject>
        <pdf:Keywords>\(keywords.escapedForXML)</pdf:Keywords>

        """
    }
    xml += """
      <pdf:Producer>\(Metadata.program)</pdf:Producer>
      <xmp:CreatorTool>\(Metadata.program)</xmp:CreatorTool>
      <xmp:CreateDate>\(date)</xmp:CreateDate>
      <xmp:ModifyDate>\(date)</xmp:ModifyDate>
      <xmp:MetadataDate>\(date)</xmp:MetadataDate>
      <xmpMM:DocumentID>uuid:\(uuid)</xmpMM:DocumentID>
      <xmpMM:InstanceID>uuid:\(uuid)</xmpMM:InstanceID>
      </rdf:Description>

      """
    if standards.contains(.pdfA2a) {
      xml += """
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        </rdf:Description>

        """
    }
    if standards.contains(.pdfUA1) {
      xml += """
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>

        """
      if standards.contains(.pdfA2a) { xml += Metadata.extensionSchema }
    }
    if standards.contains(.pdfX4) {
      xml += """
        <rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" \
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
        <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
        <pdf:Trapped>False</pdf:Trapped>
        <xmpMM:VersionID>1</xmpMM:VersionID>
        <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
        </rdf:Description>

        """
    }
    if standards.contains(.pdfX1a) {
      xml += """
        <rdf:Description rdf:about="" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" \
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
        <pdfx:GTS_PDFXVersion>\(Standard.pdfX1a.rawValue)</pdfx:GTS_PDFXVersion>
        <pdf:Trapped>False</pdf:Trapped>
        </rdf:Description>

        """
    }
    xml += """
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
    return Array(xml.utf8)
  }

  /// PDF/A knows the identifier of PDF/UA only if it is described.
  ///
  /// *Source:* ISO 19005-2 §6.6.2.3.3.
  private static let extensionSchema = """
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of the PDF/UA standard that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>

    """

  private static func uuid(_ hash: StableHash) -> String {
    let digits = Array(hash.hex.utf8)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
      .map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
  }
}
