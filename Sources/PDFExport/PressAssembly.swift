import Core
import Display
import Fonts
import PDFSyntax

/// Joins encoded parts to a file for the press: PDF/X-4 without tags, links and bookmarks.
///
/// *Source:* ISO 15930-7; boxes ISO 32000-1 §14.11.2; output intents §14.11.5.
struct PressAssembly {
  /// Letters and rules in black alone are painted in this state.
  private static let overprint = ObjectPlan.structure
  /// Everything else is painted in this one.
  private static let knockout = ObjectPlan.parentTree

  let pages: PageList
  let profile: Profile
  let icc: [UInt8]
  let form: FileForm
  let faces: [EmbeddedFace]
  let fonts: FontBook
  let pictures: PictureShelf
  let encoded: [EncodedPage]

  func file() -> PDFFile {
    let plan = ObjectPlan(
      pageCount: pages.pages.count, faceCount: faces.count, annotationCount: 0, outlineCount: 0,
      destinationCount: 0, elementCount: 0, pictureCount: pictures.pictures.count,
      pictureProfileCount: pictures.profiles.count)
    // PDF/X-4 is based on PDF 1.6.
    var file = FileWriter(form: form, lastNumber: plan.last, version: PDFVersion(1, 6))
    for (number, page) in encoded.enumerated() { file.append(plan.content(number), page.stream) }
    for (position, face) in faces.enumerated() {
      objects(of: position, face, plan).write(face.streams, to: &file)
    }
    pictures.write(plan, form: form, to: &file)
    file.append(ObjectPlan.colourProfile, SealedStream(icc, form: form)) { $0.integer("N", 4) }

    let metadata = Metadata(information: pages.information, standards: profile.standards)
    var batch = ObjectBatch(form)
    writeCatalog(to: &batch)
    metadata.write(to: &batch)
    writeResources(plan, to: &batch)
    for (position, face) in faces.enumerated() {
      objects(of: position, face, plan).write(to: &batch)
    }
    writePages(plan, to: &batch)
    file.append(batch.sealed())
    let identifier = file.fingerprint
    file.append(
      ObjectPlan.metadata, SealedStream(plain: metadata.packet(identifier: identifier))
    ) { entries in
      entries.name("Type", "Metadata")
      entries.name("Subtype", "XML")
    }
    let count = file.objectCount
    let bytes = file.finished(
      catalog: ObjectPlan.catalog, information: ObjectPlan.information, identifier: identifier)
    return PDFFile(
      bytes: bytes,
      facts: PDFFacts(
        pages: pages.pages.count, fonts: faces.map { fonts.faces[$0.face].postScriptName },
        size: bytes.count, objects: count, elements: 0, markedContents: 0,
        marks: encoded.map(\.marks), firstElement: 0,
        nodes: []))
  }

  private func objects(of position: Int, _ face: EmbeddedFace, _ plan: ObjectPlan) -> FaceObjects {
    FaceObjects(plan: plan, position: position, face: fonts.faces[face.face], codes: face.codes)
  }

  private func writeCatalog(to batch: inout ObjectBatch) {
    batch.dictionary(ObjectPlan.catalog) { catalog in
      catalog.name("Type", "Catalog")
      catalog.reference("Pages", ObjectPlan.pageTree)
      catalog.reference("Metadata", ObjectPlan.metadata)
      catalog.text("Lang", pages.information.language.tag)
      PageLabels.write(pages.labels, to: &catalog)
      catalog.array("OutputIntents") { intents in
        intents.dictionary { intent in
          intent.name("Type", "OutputIntent")
          intent.name("S", "GTS_PDFX")
          intent.text("OutputConditionIdentifier", profile.outputIntent.condition)
          intent.text("RegistryName", "http://www.color.org")
          intent.text("Info", profile.outputIntent.condition)
          intent.reference("DestOutputProfile", ObjectPlan.colourProfile)
        }
      }
    }
  }

  private func writeResources(_ plan: ObjectPlan, to batch: inout ObjectBatch) {
    for (state, on) in [(PressAssembly.overprint, true), (PressAssembly.knockout, false)] {
      batch.dictionary(state) { entries in
        entries.name("Type", "ExtGState")
        entries.boolean("OP", on)
        entries.boolean("op", on)
        entries.integer("OPM", on ? 1 : 0)
      }
    }
    batch.dictionary(ObjectPlan.resources) { resources in
      resources.dictionary("ExtGState") { states in
        states.reference("K", PressAssembly.overprint)
        states.reference("N", PressAssembly.knockout)
      }
      resources.dictionary("Font") { fonts in
        for (position, face) in faces.enumerated() {
          fonts.reference(named: "F\(face.face)", plan.face(position, .font))
        }
      }
      guard !pictures.pictures.isEmpty else { return }
      resources.dictionary("XObject") { objects in
        for (position, picture) in pictures.pictures.enumerated() {
          objects.reference(named: "I\(picture.image)", plan.picture(position))
        }
      }
    }
  }

  private func writePages(_ plan: ObjectPlan, to batch: inout ObjectBatch) {
    batch.dictionary(ObjectPlan.pageTree) { tree in
      tree.name("Type", "Pages")
      tree.integer("Count", pages.pages.count)
      tree.array("Kids") { kids in
        for number in pages.pages.indices { kids.reference(plan.page(number)) }
      }
    }
    for (number, page) in pages.pages.enumerated() {
      let bleed = Thousandths(page.bleed).count
      let width = Thousandths(page.trim.width).count
      let height = Thousandths(page.trim.height).count
      func box(_ entries: inout DictionaryWriter, _ key: StaticString, outset: Int64) {
        entries.array(key) { array in
          array.real(Thousandths(-outset))
          array.real(Thousandths(-outset))
          array.real(Thousandths(width + outset))
          array.real(Thousandths(height + outset))
        }
      }
      batch.dictionary(plan.page(number)) { entries in
        entries.name("Type", "Page")
        entries.reference("Parent", ObjectPlan.pageTree)
        box(&entries, "MediaBox", outset: bleed)
        box(&entries, "BleedBox", outset: bleed)
        box(&entries, "TrimBox", outset: 0)
        entries.reference("Resources", ObjectPlan.resources)
        entries.reference("Contents", plan.content(number))
      }
    }
  }
}
