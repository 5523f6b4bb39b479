package import Core
package import PDFSyntax

/// A page of a file that is to be printed: its boxes and how it is turned.
package struct PressPage: Sendable {
  /// The page as it was found.
  package var found: FoundPage
  /// The whole medium.
  package var media: PageBox
  /// What a viewer shows.
  package var crop: PageBox
  /// What is to be printed so that cutting may err.
  package var bleed: PageBox
  /// The finished page.
  package var trim: PageBox
  /// Whether the file itself says where the page is trimmed.
  package var statesTrim: Bool
  /// Whether the file itself says how far the page bleeds.
  package var statesBleed: Bool
  /// How the page is turned when it is shown.
  package var turn: QuarterTurn
  /// How many points a unit of the page is.
  package var unit: Double

  /// The finished page's size as it is shown.
  package var size: Size {
    let width = Length(points: trim.width * unit)
    let height = Length(points: trim.height * unit)
    return turn.swapsSides
      ? Size(width: height, height: width) : Size(width: width, height: height)
  }
}

/// What a file says it is.
package enum PressStandard: String, Sendable, Hashable {
  /// ISO 15930-7.
  case pdfX4 = "PDF/X-4"
  /// ISO 15930-6 (X-3:2003).
  case pdfX3 = "PDF/X-3"
  /// ISO 15930-4 (X-1a:2003).
  case pdfX1a = "PDF/X-1a"
}

/// What the pages of a file are.
package enum PressContent: Sendable, Hashable {
  /// Pages of a book.
  case pages
  /// Sides of sheets that Sazba imposed: every page says which pages lie where on it.
  case sheets
  /// A cover lying flat that Sazba made: it says so itself and has its outer and perhaps its inner
  /// side, no more.
  case cover
}

/// A file that is to be printed.
package struct PressFile: Sendable {
  /// The reader of its objects.
  package let reader: PDFReader
  /// Its pages in order.
  package let pages: [PressPage]
  /// The standard of printing that it claims.
  package let standard: PressStandard?
  /// What it claims beside: `PDF/A-2`, `PDF/UA-1`.
  package let claims: [String]
  /// What its pages are.
  package let content: PressContent
  /// Its metadata packet; empty where there is none.
  package let metadata: [UInt8]

  /// Whether Sazba says that it made it; others' claims were made by others.
  var isOurs: Bool {
    String(decoding: metadata.prefix(1 << 20), as: UTF8.self)
      .contains("<pdf:Producer>Sazba")
  }

  /// More pages than this are no honest book.
  private static let pageLimit = 100_000

  /// Opens a file.
  ///
  /// - Throws: K01…K05, in words that a coordinator understands.
  package static func open(_ bytes: [UInt8]) throws(Rejected) -> Outcome<PressFile> {
    do throws(PDFFailure) {
      var limits = ReadLimits()
      limits.objects = 2_000_000
      let reader = try PDFReader(bytes, limits: limits, mends: true)
      let file = try PressFile(reader)
      return Outcome(file, warnings: reader.isMended ? [.mended()] : [])
    } catch {
      throw Rejected([.refused(error)])
    }
  }

  private init(_ reader: PDFReader) throws(PDFFailure) {
    self.reader = reader
    let found = try reader.foundPages()
    guard !found.isEmpty else { throw PDFFailure(reason: .syntax, offset: 0) }
    guard found.count <= PressFile.pageLimit else {
      throw PDFFailure(reason: .tooLarge, offset: 0)
    }
    var pages: [PressPage] = []
    pages.reserveCapacity(found.count)
    for page in found { pages.append(try PressFile.page(page, reader)) }
    self.pages = pages
    let catalog = try reader.catalog
    var packet: [UInt8] = []
    if let object = try? reader.resolved(catalog["Metadata"]), case .stream = object {
      packet = (try? reader.data(of: object)) ?? []
    }
    metadata = packet
    let text = String(decoding: packet.prefix(1 << 20), as: UTF8.self)
    let information = (try? reader.entry("Info", of: reader.trailer))?.dictionary
    let stated = information?["GTS_PDFXVersion"].text ?? ""
    standard =
      text.contains("PDF/X-4") && text.contains("GTS_PDFXVersion")
      ? .pdfX4
      : stated.hasPrefix("PDF/X-1") ? .pdfX1a : stated.hasPrefix("PDF/X-3") ? .pdfX3 : nil
    content =
      pages.allSatisfy { PressFile.isSheet($0, reader) }
      ? .sheets
      : pages.count <= 2 && information?["SazbaContent"].text == "Cover" ? .cover : .pages
    var claims: [String] = []
    if text.contains("pdfaid:part") { claims.append("PDF/A") }
    if text.contains("pdfuaid:part") { claims.append("PDF/UA") }
    self.claims = claims
  }

  /// Whether a page states the cells of a sheet, as `SheetFile` writes them.
  private static func isSheet(_ page: PressPage, _ reader: PDFReader) -> Bool {
    var object = page.found.entries["PieceInfo"]
    for key in ["Sazba", "Private", "Cells"] {
      object = (try? reader.resolved(object))?.dictionary?[named: key] ?? .null
    }
    return (try? reader.resolved(object))?.array?.isEmpty == false
  }

  private static func box(
    _ object: PDFObject, _ reader: PDFReader
  ) throws(PDFFailure) -> PageBox? {
    guard let list = try reader.resolved(object).array, list.count == 4 else { return nil }
    var edges: [Double] = []
    for edge in list {
      guard let number = try reader.resolved(edge).number, number.magnitude < 1e6 else {
        return nil
      }
      edges.append(number)
    }
    let box = PageBox(edges[0], edges[1], edges[2], edges[3])
    return box.isEmpty ? nil : box
  }

  private static func page(
    _ page: FoundPage, _ reader: PDFReader
  ) throws(PDFFailure) -> PressPage {
    // A page without a medium is a letter page to every viewer.
    let media = try box(page["MediaBox"], reader) ?? PageBox(0, 0, 612, 792)
    func inside(_ box: PageBox?) -> PageBox? {
      guard let cut = box?.intersection(media), !cut.isEmpty else { return nil }
      return cut
    }
    let crop = inside(try box(page["CropBox"], reader)) ?? media
    let bleed = inside(try box(page.entries["BleedBox"], reader))
    var stated = try box(page.entries["TrimBox"], reader)
    if stated == nil { stated = try box(page.entries["ArtBox"], reader) }
    let trim = inside(stated)
    let rotate = try reader.resolved(page["Rotate"]).integer ?? 0
    let unit = try reader.resolved(page.entries["UserUnit"]).number ?? 1
    return PressPage(
      found: page, media: media, crop: crop, bleed: bleed ?? trim.map { $0.union(crop) } ?? crop,
      trim: trim ?? crop, statesTrim: trim != nil, statesBleed: bleed != nil,
      turn: QuarterTurn(rawValue: ((rotate % 360) + 360) % 360) ?? .none,
      unit: (0.01...100).contains(unit) ? unit : 1)
  }
}
