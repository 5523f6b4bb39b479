import Colorimetry
import Core
import Display
import Fonts
import PDFSyntax

/// What every file is made of, whatever it is for: content, faces, pictures, the colours that it is
/// for, and what it says of itself.
struct FileParts: Sendable {
  let pages: PageList
  let profile: Profile
  /// The profile of the output intent; empty where only its name is written.
  let icc: [UInt8]
  let form: FileForm
  let faces: [EmbeddedFace]
  let fonts: FontBook
  let pictures: PictureShelf
  let encoded: [EncodedPage]

  var metadata: Metadata {
    Metadata(information: pages.information, standards: profile.standards)
  }
  /// Whether the profile of the output intent becomes part of the file.
  var embedsProfile: Bool { profile.outputIntent.isEmbedded && !icc.isEmpty }

  /// Starts a file with all that is in streams.
  func begun(_ plan: ObjectPlan, version: PDFVersion) -> FileWriter {
    var file = FileWriter(form: form, lastNumber: plan.last, version: version)
    for (number, page) in encoded.enumerated() { file.append(plan.content(number), page.stream) }
    for (position, face) in faces.enumerated() {
      objects(of: position, face, plan).write(face.streams, to: &file)
    }
    pictures.write(plan, form: form, to: &file)
    if embedsProfile {
      let channels = ColourProfile(icc)?.colours.channels ?? 3
      file.append(ObjectPlan.colourProfile, SealedStream(icc, form: form)) {
        $0.integer("N", channels)
      }
    }
    return file
  }

  /// Writes the dictionaries of the faces.
  func writeFaces(_ plan: ObjectPlan, to batch: inout ObjectBatch) {
    for (position, face) in faces.enumerated() {
      objects(of: position, face, plan).write(to: &batch)
    }
  }

  private func objects(of position: Int, _ face: EmbeddedFace, _ plan: ObjectPlan) -> FaceObjects {
    FaceObjects(plan: plan, position: position, face: fonts.faces[face.face], codes: face.codes)
  }

  /// Writes the output intent; `kind` is the standard family's name for it.
  ///
  /// *Source:* ISO 32000-1 §14.11.5.
  func writeIntent(_ kind: String, to catalog: inout DictionaryWriter) {
    let declared = profile.outputIntent
    catalog.array("OutputIntents") { intents in
      intents.dictionary { intent in
        intent.name("Type", "OutputIntent")
        intent.name("S", kind)
        intent.text("OutputConditionIdentifier", declared.condition)
        if declared.title != declared.condition { intent.text("OutputCondition", declared.title) }
        if !declared.registry.isEmpty { intent.text("RegistryName", declared.registry) }
        intent.text("Info", declared.title)
        if embedsProfile { intent.reference("DestOutputProfile", ObjectPlan.colourProfile) }
      }
    }
  }

  /// Writes the faces and pictures that pages name.
  func writeResources(_ plan: ObjectPlan, to resources: inout DictionaryWriter) {
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

  /// Writes the pages; `body` adds what only some files have.
  ///
  /// - Parameters:
  ///   - bleed: how far artwork reaches beyond the trim, by page.
  ///   - slug: how far the medium reaches beyond the bleed.
  func writePages(
    _ plan: ObjectPlan, bleed: (Page) -> Length, slug: Length = .zero,
    to batch: inout ObjectBatch, _ body: (Int, Page, inout DictionaryWriter) -> Void
  ) {
    batch.dictionary(ObjectPlan.pageTree) { tree in
      tree.name("Type", "Pages")
      tree.integer("Count", pages.pages.count)
      tree.array("Kids") { kids in
        for number in pages.pages.indices { kids.reference(plan.page(number)) }
      }
    }
    for (number, page) in pages.pages.enumerated() {
      let bleed = Thousandths(bleed(page)).count
      let medium = bleed + Thousandths(slug).count
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
        box(&entries, "MediaBox", outset: medium)
        if bleed > 0 || profile.isPrinted {
          box(&entries, "BleedBox", outset: bleed)
          box(&entries, "TrimBox", outset: 0)
        }
        entries.reference("Resources", ObjectPlan.resources)
        entries.reference("Contents", plan.content(number))
        body(number, page, &entries)
      }
    }
  }

  /// Writes what names the content, when everything else is written, and closes the file.
  func finished(
    _ file: consuming FileWriter, firstElement: Int = 0, nodes: [NodeID] = []
  ) -> PDFFile {
    let identifier = file.fingerprint
    file.append(
      ObjectPlan.metadata, SealedStream(plain: metadata.packet(identifier: identifier))
    ) { entries in
      entries.name("Type", "Metadata")
      entries.name("Subtype", "XML")
    }
    let objects = file.objectCount
    let bytes = file.finished(
      catalog: ObjectPlan.catalog, information: ObjectPlan.information, identifier: identifier)
    return PDFFile(
      bytes: bytes,
      facts: PDFFacts(
        pages: pages.pages.count, fonts: faces.map { fonts.faces[$0.face].postScriptName },
        size: bytes.count, objects: objects, elements: nodes.count,
        markedContents: encoded.reduce(0) { $0 + $1.owners.count },
        marks: profile.isPrinted ? encoded.map(\.marks) : [], firstElement: firstElement,
        nodes: nodes))
  }
}
