import Core
import Fonts
import PDFSyntax

/// A page of the source on a sheet.
struct Placement {
  /// The source page, from 0.
  var page: Int
  /// What shows of it, in the sheet's space.
  var clip: PageBox
  /// From the page's space into the sheet's.
  var transform: Transform
}

/// A sheet that is to be written, in PDF's space.
struct SheetDraft {
  var size: Size
  var trim: PageBox
  var bleed: PageBox
  var placements: [Placement] = []
  var marks: SheetMarks?
  var label: String?
  /// The spine of a spread, from the left.
  var spine: Double?
  /// What `proof` needs in order to fold the sheet again.
  var cells: [PlannedCell] = []
}

/// Writes sheets whose pages are the pages of another file, unchanged, as form XObjects.
///
/// *Source:* ISO 32000-1 §8.10 (form XObjects), §14.5 (page-piece dictionaries).
struct SheetFile {
  let file: PressFile
  let sheets: [SheetDraft]
  let face: FontFace?
  /// Whether the sheets are what the source was (PDF/X), or only a picture of it.
  let keepsStandard: Bool
  /// How far pages are pushed at most, in points.
  var creep = 0.0

  private static let catalog = Reference(1)
  private static let information = Reference(2)
  private static let root = Reference(3)
  private static let metadata = Reference(4)
  private static let registration = Reference(5)
  private static let overprint = Reference(6)
  private static let font = Reference(7)
  private static let firstFree = 7 + LabelFont.objectCount

  private var isX4: Bool { keepsStandard && file.standard == .pdfX4 }
  private var version: PDFVersion {
    isX4 ? PDFVersion(1, 6) : max(PDFVersion(1, 3), file.reader.version)
  }
  private var form: FileForm {
    version < PDFVersion(1, 5) ? .classic(level: 6) : .compact(level: 6)
  }

  /// The bytes of the file.
  ///
  /// - Throws: K06 for pages whose content cannot be read.
  func bytes() throws(Rejected) -> [UInt8] {
    var used: [Int] = []
    var isUsed = [Bool](repeating: false, count: file.pages.count)
    for sheet in sheets {
      for placement in sheet.placements where !isUsed[placement.page] {
        isUsed[placement.page] = true
        used.append(placement.page)
      }
    }
    used.sort()
    var carried = CarriedObjects(file.reader, from: SheetFile.firstFree)
    var failed: [Diagnostic] = []
    var catalog = PDFDictionary()
    do throws(PDFFailure) {
      catalog = try file.reader.catalog
      if keepsStandard { try carried.take(catalog["OutputIntents"]) }
      try carried.take(catalog["OCProperties"])
    } catch {
      failed.append(.refused(error))
    }
    for page in used {
      do throws(PDFFailure) {
        try carried.take(file.pages[page].found["Resources"])
        try carried.take(file.pages[page].found.entries["Group"])
      } catch {
        failed.append(.contentUnreadable(page + 1, error))
      }
    }
    guard failed.isEmpty else { throw Rejected(failed) }
    let firstForm = carried.end
    var formNumbers = [Int](repeating: 0, count: file.pages.count)
    for (index, page) in used.enumerated() { formNumbers[page] = firstForm + index }
    let firstSheet = firstForm + used.count
    let labels = try labelFont()
    var writer = FileWriter(
      form: form, lastNumber: firstSheet + sheets.count * 2 - 1, version: version)
    do throws(PDFFailure) {
      try carried.write(form: form, to: &writer)
    } catch {
      throw Rejected([.refused(error)])
    }
    for page in used {
      do throws(PDFFailure) {
        try write(page, as: Reference(formNumbers[page]), carried.copier, to: &writer)
      } catch {
        failed.append(.contentUnreadable(page + 1, error))
      }
    }
    guard failed.isEmpty else { throw Rejected(failed) }
    writeShared(to: &writer)
    labels?.write(SheetFile.font, form: form, to: &writer)
    var batch = ObjectBatch(form)
    for (index, sheet) in sheets.enumerated() {
      let page = Reference(firstSheet + index * 2)
      let content = Reference(page.number + 1)
      writer.append(content, SealedStream(paint(sheet, labels), form: form))
      batch.dictionary(page) { write(sheet, content, formNumbers, labels != nil, to: &$0) }
    }
    batch.dictionary(SheetFile.root) { node in
      node.name("Type", "Pages")
      node.integer("Count", sheets.count)
      node.array("Kids") { kids in
        for index in sheets.indices { kids.reference(Reference(firstSheet + index * 2)) }
      }
    }
    let packet = metadataPacket(writer.fingerprint)
    if let packet {
      writer.append(SheetFile.metadata, SealedStream(plain: packet)) { entries in
        entries.name("Type", "Metadata")
        entries.name("Subtype", "XML")
      }
    }
    batch.dictionary(SheetFile.catalog) { entries in
      entries.name("Type", "Catalog")
      entries.reference("Pages", SheetFile.root)
      if packet != nil { entries.reference("Metadata", SheetFile.metadata) }
      for key in ["OutputIntents", "OCProperties"] {
        let value = catalog[named: key]
        if value != .null, keepsStandard || key != "OutputIntents" {
          carried.copier.write(key, value, to: &entries)
        }
      }
    }
    batch.dictionary(SheetFile.information) { writeInformation(to: &$0) }
    writer.append(batch.sealed())
    let identifier = writer.fingerprint
    return writer.finished(
      catalog: SheetFile.catalog, information: SheetFile.information, identifier: identifier)
  }

  // MARK: Parts

  private func labelFont() throws(Rejected) -> LabelFont? {
    let texts = sheets.compactMap { $0.marks?.label == nil ? nil : $0.label }
    guard let face, !texts.isEmpty else { return nil }
    do throws(FontFailure) {
      let tag = StableHash(of: Array(texts.joined().utf8)).hex
      return try LabelFont(face, texts: texts, tag: tag)
    } catch {
      throw Rejected([error.diagnostic(of: face.name, at: nil)])
    }
  }

  /// A page as a form: one stream goes over as it is, several are joined.
  private func write(
    _ index: Int, as reference: Reference, _ copier: ObjectCopier, to writer: inout FileWriter
  ) throws(PDFFailure) {
    let page = file.pages[index]
    let reader = file.reader
    var single = try reader.resolved(page.found.entries["Contents"])
    if let list = single.array, list.count == 1 { single = try reader.resolved(list[0]) }
    let stream: SealedStream
    var coding = PDFDictionary()
    if case .stream(let entries, let range) = single {
      stream = SealedStream(plain: Array(reader.bytes[range]))
      for entry in entries.entries where ["Filter", "DecodeParms"].contains(entry.key) {
        let value = try reader.resolved(entry.value)
        guard let parts = value.array else {
          coding.entries.append(PDFDictionary.Entry(key: entry.key, value: value))
          continue
        }
        var plain: [PDFObject] = []
        for part in parts { plain.append(try reader.resolved(part)) }
        coding.entries.append(PDFDictionary.Entry(key: entry.key, value: .array(plain)))
      }
    } else {
      stream = SealedStream(try reader.content(of: page.found), form: form)
    }
    // Art that reaches beyond the bleed fills what creep leaves open.
    let box =
      page.statesBleed
      ? page.bleed.outset(by: creep / page.unit).intersection(page.media)
      : page.bleed.union(page.trim)
    writer.append(reference, stream) { entries in
      entries.name("Type", "XObject")
      entries.name("Subtype", "Form")
      copier.write(
        "BBox", .array([box.left, box.bottom, box.right, box.top].map { .real($0) }), to: &entries)
      let resources = page.found["Resources"]
      copier.write(
        "Resources", resources == .null ? .dictionary(PDFDictionary()) : resources, to: &entries)
      let group = page.found.entries["Group"]
      if group != .null { copier.write("Group", group, to: &entries) }
      copier.write(coding, to: &entries)
    }
  }

  private func writeShared(to writer: inout FileWriter) {
    var batch = ObjectBatch(form)
    // The colour that prints in every ink. *Source:* ISO 32000-1 §8.6.6.4.
    batch.array(SheetFile.registration) { space in
      space.name("Separation")
      space.name("All")
      space.name("DeviceCMYK")
      space.dictionary { tint in
        tint.integer("FunctionType", 2)
        tint.array("Domain") { for edge in [0, 1] { $0.integer(edge) } }
        tint.array("C0") { for _ in 0..<4 { $0.integer(0) } }
        tint.array("C1") { for _ in 0..<4 { $0.integer(1) } }
        tint.integer("N", 1)
      }
    }
    batch.dictionary(SheetFile.overprint) { state in
      state.name("Type", "ExtGState")
      state.boolean("OP", true)
      state.boolean("op", true)
      state.integer("OPM", 1)
    }
    writer.append(batch.sealed())
  }

  private func write(
    _ sheet: SheetDraft, _ content: Reference, _ forms: [Int], _ hasFont: Bool,
    to page: inout DictionaryWriter
  ) {
    page.name("Type", "Page")
    page.reference("Parent", SheetFile.root)
    page.array("MediaBox") { box in
      box.integer(0)
      box.integer(0)
      box.real(Thousandths(sheet.size.width))
      box.real(Thousandths(sheet.size.height))
    }
    for (key, box) in [("BleedBox", sheet.bleed), ("TrimBox", sheet.trim)] {
      let edges = [box.left, box.bottom, box.right, box.top]
      ObjectCopier(numbers: [:]).write(
        key, .array(edges.map { .real(($0 * 1_000).rounded() / 1_000) }), to: &page)
    }
    page.reference("Contents", content)
    page.dictionary("Resources") { resources in
      resources.dictionary("XObject") { objects in
        var named: [Int] = []
        for placement in sheet.placements where !named.contains(placement.page) {
          named.append(placement.page)
          objects.reference(
            named: "P\(placement.page + 1)", Reference(forms[placement.page]))
        }
      }
      if sheet.marks != nil {
        resources.dictionary("ColorSpace") { $0.reference("All", SheetFile.registration) }
      }
      if sheet.marks != nil || sheet.spine != nil {
        resources.dictionary("ExtGState") { $0.reference("K", SheetFile.overprint) }
      }
      if hasFont { resources.dictionary("Font") { $0.reference("L", SheetFile.font) } }
    }
    guard !sheet.cells.isEmpty else { return }
    let date = modificationDate
    page.string("LastModified", date)
    page.dictionary("PieceInfo") { pieces in
      pieces.dictionary("Sazba") { piece in
        piece.string("LastModified", date)
        piece.dictionary("Private") { own in
          own.array("Cells") { cells in
            for cell in sheet.cells {
              cells.integer(cell.folio)
              cells.integer(cell.isInverted ? 180 : 0)
              for edge in [cell.trim.x, cell.trim.y, cell.trim.width, cell.trim.height] {
                cells.real(Thousandths(edge))
              }
            }
          }
        }
      }
    }
  }

  private func paint(_ sheet: SheetDraft, _ labels: LabelFont?) -> [UInt8] {
    var out = SheetPaint(height: sheet.size.height)
    for placement in sheet.placements { out.show(placement) }
    if let spine = sheet.spine { out.spine(spine, height: sheet.size.height) }
    if let marks = sheet.marks { out.draw(marks, label: sheet.label, labels) }
    return out.bytes
  }

  // MARK: What the file says of itself

  private var sourceInformation: PDFDictionary {
    ((try? file.reader.entry("Info", of: file.reader.trailer)) ?? .null).dictionary
      ?? PDFDictionary()
  }

  private var modificationDate: [UInt8] {
    let information = sourceInformation
    for key in ["ModDate", "CreationDate"] {
      if let date = (try? file.reader.resolved(information[named: key]))?.string,
        date.starts(with: Array("D:".utf8))
      {
        return date
      }
    }
    return Array("D:20000101000000Z".utf8)
  }

  private func writeInformation(to entries: inout DictionaryWriter) {
    let copier = ObjectCopier(numbers: [:])
    for entry in sourceInformation.entries {
      guard let value = try? file.reader.resolved(entry.value) else { continue }
      switch value {
      case .string, .name: copier.write(entry.key, value, to: &entries)
      default: continue
      }
    }
  }

  /// The packet of a PDF/X file goes over; other claims than that one would be false of sheets.
  private func metadataPacket(_ fingerprint: StableHash) -> [UInt8]? {
    guard keepsStandard, file.standard == .pdfX4 || file.standard == .pdfX1a else { return nil }
    if file.claims.isEmpty { return file.metadata.isEmpty ? nil : file.metadata }
    // PDF/X-1a needs no packet: its information dictionary says it all.
    guard isX4 else { return nil }
    return SheetMetadata(information: sourceInformation, reader: file.reader).packet(fingerprint)
  }
}
