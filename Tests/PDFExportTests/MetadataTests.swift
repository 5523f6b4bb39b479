import Core
import Display
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

@Suite struct MetadataTests {
  private func parts() async throws -> (information: PDFDictionary, packet: String, bytes: [UInt8])
  {
    let bytes = try await sampleFile().bytes
    let reader = try PDFReader(bytes)
    let metadata = try reader.catalog["Metadata"]
    let information = try followed(reader.trailer["Info"], reader)
    return (information, String(decoding: try reader.data(of: metadata), as: UTF8.self), bytes)
  }

  @Test func packetAndInformationAgree() async throws {
    let (information, packet, _) = try await parts()
    #expect(information["Title"].text == "Zkouška sazby")
    #expect(packet.contains("<rdf:li xml:lang=\"x-default\">Zkouška sazby</rdf:li>"))
    #expect(information["Author"].text == "Město Dačice")
    #expect(packet.contains("<dc:creator><rdf:Seq><rdf:li>Město Dačice</rdf:li></rdf:Seq>"))
    #expect(information["Subject"].text == "Zkouška zápisu PDF")
    #expect(packet.contains("Zkouška zápisu PDF"))
    #expect(information["Keywords"].text == "sociální služby, plán")
    #expect(packet.contains("<pdf:Keywords>sociální služby, plán</pdf:Keywords>"))
  }

  @Test func theOnlyDateIsTheDocuments() async throws {
    let (information, packet, bytes) = try await parts()
    #expect(information["CreationDate"].text == "D:20241105000000Z")
    #expect(information["ModDate"].text == "D:20241105000000Z")
    for name in ["CreateDate", "ModifyDate", "MetadataDate"] {
      #expect(packet.contains("<xmp:\(name)>2024-11-05T00:00:00Z</xmp:\(name)>"))
    }
    #expect(try await sampleFile().bytes == bytes)
  }

  @Test func claimsFollowTheProfile() async throws {
    let (_, packet, _) = try await parts()
    #expect(packet.contains("<pdfaid:part>2</pdfaid:part>"))
    #expect(packet.contains("<pdfaid:conformance>A</pdfaid:conformance>"))
    #expect(packet.contains("<pdfuaid:part>1</pdfuaid:part>"))
    #expect(packet.contains("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"))
    let (composer, _) = try Sample.composed()
    var plain = Profile.web
    plain.standards = []
    let reader = try PDFReader(try await exported(composer, plain))
    let other = String(
      decoding: try reader.data(of: try reader.catalog["Metadata"]), as: UTF8.self)
    #expect(!other.contains("pdfaid") && !other.contains("pdfuaid"))
  }

  @Test func identifiersFollowTheContent() async throws {
    let (_, packet, bytes) = try await parts()
    var (composer, _) = try Sample.composed()
    composer.title = "Jiný & <název>"
    let other = try PDFReader(try await exported(composer))
    let otherPacket = String(
      decoding: try other.data(of: try other.catalog["Metadata"]), as: UTF8.self)
    #expect(otherPacket.contains("Jiný &amp; &lt;název&gt;"))
    func identifier(_ packet: String) -> Substring? {
      packet.split(separator: "uuid:").dropFirst().first?.prefix(36)
    }
    #expect(identifier(packet) != nil && identifier(packet) != identifier(otherPacket))
    let trailer = try PDFReader(bytes).trailer
    #expect(trailer["ID"].array?.count == 2)
    #expect(trailer["ID"] != other.trailer["ID"])
  }
}
