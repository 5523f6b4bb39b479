import Core
import Display
import Fonts
import PDFSyntax

/// Joins encoded parts to a file, in the order of their numbers.
struct Assembly {
  /// How many structure elements share an object stream.
  private static let elementsPerBatch = 1_024

  let pages: PageList
  let profile: Profile
  let icc: [UInt8]
  let form: FileForm
  let faces: [EmbeddedFace]
  let fonts: FontBook
  let pictures: PictureShelf
  let encoded: [EncodedPage]

  func file(workers: Int) async -> PDFFile {
    let annotations = Annotations(pages.pages)
    let owners = annotations.areas.map(\.link.owner)
    let tree = KeptTree(pages.structure)
    let destinations = Places.sorted(pages.destinations)
    let plan = ObjectPlan(
      pageCount: pages.pages.count, faceCount: faces.count, annotationCount: owners.count,
      outlineCount: pages.outline.count, destinationCount: destinations.count,
      elementCount: tree.nodes.count, pictureCount: pictures.pictures.count,
      pictureProfileCount: pictures.profiles.count)
    let heights = pages.pages.map { Thousandths($0.trim.height) }
    let writer = ElementWriter(
      structure: pages.structure, tree: tree,
      content: ElementContent(tree, pages: encoded, annotationOwners: owners), plan: plan,
      annotationPages: annotations.areas.map(\.page), figureBoxes: figureBoxes(tree, heights))
    let size = Assembly.elementsPerBatch
    let form = form
    let elementBatches = await parallel(
      (tree.nodes.count + size - 1) / size, workers: workers, grain: 1
    ) { number in
      var batch = ObjectBatch(form)
      for rank in (number * size)..<min(tree.nodes.count, (number + 1) * size) {
        writer.write(rank, to: &batch)
      }
      return batch.sealed()
    }

    var file = FileWriter(form: form, lastNumber: plan.last)
    for (number, page) in encoded.enumerated() { file.append(plan.content(number), page.stream) }
    for (position, face) in faces.enumerated() {
      objects(of: position, face, plan).write(face.streams, to: &file)
    }
    pictures.write(plan, form: form, to: &file)
    file.append(ObjectPlan.colourProfile, SealedStream(icc, form: form)) { $0.integer("N", 3) }

    var front = ObjectBatch(form)
    writeCatalog(plan, to: &front)
    Metadata(information: pages.information, standards: profile.standards).write(to: &front)
    front.dictionary(ObjectPlan.resources) { resources in
      resources.dictionary("Font") { fonts in
        for (position, face) in faces.enumerated() {
          fonts.reference(named: "F\(face.face)", plan.face(position, .font))
        }
      }
      ArtifactProperties.write(to: &resources)
      guard !pictures.pictures.isEmpty else { return }
      resources.dictionary("XObject") { objects in
        for (position, picture) in pictures.pictures.enumerated() {
          objects.reference(named: "I\(picture.image)", plan.picture(position))
        }
      }
    }
    for (position, face) in faces.enumerated() {
      objects(of: position, face, plan).write(to: &front)
    }
    Outline(entries: pages.outline, plan: plan, heights: heights).write(to: &front)
    Places.writeTree(destinations, plan: plan, heights: heights, to: &front)
    file.append(front.sealed())

    var middle = ObjectBatch(form)
    writePages(plan, annotations, heights, to: &middle)
    annotations.write(
      plan: plan, heights: heights, destinations: pages.destinations, firstKey: pages.pages.count,
      to: &middle)
    file.append(middle.sealed())

    var roots = ObjectBatch(form)
    TreeRoots(
      structure: pages.structure, tree: tree, plan: plan, pages: encoded, annotationOwners: owners
    ).write(to: &roots)
    file.append(roots.sealed())
    for batch in elementBatches { file.append(batch) }

    // Last of all what names the content: everything else is written by now.
    let identifier = file.fingerprint
    let packet = Metadata(information: pages.information, standards: profile.standards)
      .packet(identifier: identifier)
    file.append(ObjectPlan.metadata, SealedStream(plain: packet)) { entries in
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
        size: bytes.count, objects: objects, elements: tree.nodes.count,
        markedContents: encoded.reduce(0) { $0 + $1.owners.count },
        firstElement: plan.element(0).number, nodes: tree.nodes))
  }

  private func objects(of position: Int, _ face: EmbeddedFace, _ plan: ObjectPlan) -> FaceObjects {
    FaceObjects(plan: plan, position: position, face: fonts.faces[face.face], codes: face.codes)
  }

  /// *Source:* ISO 32000-1 §7.7.2; ISO 14289-1 §7.1, §7.2; ISO 19005-2 §6.2.3.
  private func writeCatalog(_ plan: ObjectPlan, to batch: inout ObjectBatch) {
    batch.dictionary(ObjectPlan.catalog) { catalog in
      catalog.name("Type", "Catalog")
      catalog.reference("Pages", ObjectPlan.pageTree)
      catalog.reference("Metadata", ObjectPlan.metadata)
      catalog.text("Lang", pages.information.language.tag)
      catalog.dictionary("MarkInfo") { $0.boolean("Marked", true) }
      catalog.dictionary("ViewerPreferences") { $0.boolean("DisplayDocTitle", true) }
      catalog.reference("StructTreeRoot", ObjectPlan.structure)
      PageLabels.write(pages.labels, to: &catalog)
      if !pages.outline.isEmpty {
        catalog.reference("Outlines", ObjectPlan.outline)
        catalog.name("PageMode", "UseOutlines")
      }
      if !pages.destinations.isEmpty {
        catalog.dictionary("Names") { $0.reference("Dests", ObjectPlan.destinations) }
      }
      catalog.array("OutputIntents") { intents in
        intents.dictionary { intent in
          intent.name("Type", "OutputIntent")
          intent.name("S", "GTS_PDFA1")
          intent.text("OutputConditionIdentifier", profile.outputIntent.condition)
          intent.text("Info", profile.outputIntent.condition)
          intent.reference("DestOutputProfile", ObjectPlan.colourProfile)
        }
      }
    }
  }

  /// *Source:* ISO 32000-1 §7.7.3 (`Rotate`), §14.11.2 (boxes). Web editions show the trimmed page: what runs
  /// over its edge is clipped by the box.
  private func writePages(
    _ plan: ObjectPlan, _ annotations: Annotations, _ heights: [Thousandths],
    to batch: inout ObjectBatch
  ) {
    batch.dictionary(ObjectPlan.pageTree) { tree in
      tree.name("Type", "Pages")
      tree.integer("Count", pages.pages.count)
      tree.array("Kids") { kids in
        for number in pages.pages.indices { kids.reference(plan.page(number)) }
      }
    }
    let isForScreen = profile.standards.contains(.pdfA2a) || profile.standards.contains(.pdfUA1)
    for (number, page) in pages.pages.enumerated() {
      let bleed = isForScreen ? 0 : Thousandths(page.bleed).count
      let width = Thousandths(page.trim.width).count
      func box(_ entries: inout DictionaryWriter, _ key: StaticString, outset: Int64) {
        entries.array(key) { array in
          array.real(Thousandths(-outset))
          array.real(Thousandths(-outset))
          array.real(Thousandths(width + outset))
          array.real(Thousandths(heights[number].count + outset))
        }
      }
      batch.dictionary(plan.page(number)) { entries in
        entries.name("Type", "Page")
        entries.reference("Parent", ObjectPlan.pageTree)
        box(&entries, "MediaBox", outset: bleed)
        if bleed > 0 {
          box(&entries, "BleedBox", outset: bleed)
          box(&entries, "TrimBox", outset: 0)
        }
        // On a screen nobody turns the page: what stands turned on it is shown upright.
        if isForScreen, let turn = page.turn {
          entries.integer("Rotate", turn.side == .left ? 90 : 270)
        }
        entries.reference("Resources", ObjectPlan.resources)
        entries.reference("Contents", plan.content(number))
        entries.integer("StructParents", number)
        entries.name("Tabs", "S")
        if !annotations.ranges[number].isEmpty {
          entries.array("Annots") { array in
            for area in annotations.ranges[number] { array.reference(plan.annotation(area)) }
          }
        }
      }
    }
  }

  /// The boxes of figures: the union of their marks on the first page that has any.
  private func figureBoxes(
    _ tree: KeptTree, _ heights: [Thousandths]
  ) -> [Int: ElementWriter.FigureBox] {
    var boxes: [Int: (page: Int, box: Rect)] = [:]
    let elements = pages.structure.elements
    for (number, page) in encoded.enumerated() {
      for (node, box) in page.figureBoxes {
        var node = node
        while elements[node.int].type != .figure, elements[node.int].parent < node {
          node = elements[node.int].parent
        }
        let rank = Int(tree.ranks[node.int])
        if let known = boxes[rank] {
          if known.page == number { boxes[rank] = (number, known.box.union(box)) }
        } else {
          boxes[rank] = (number, box)
        }
      }
    }
    return boxes.mapValues { page, box in
      let height = heights[page].count
      return ElementWriter.FigureBox(
        page: Int32(page), left: Thousandths(box.x),
        bottom: Thousandths(height - Thousandths(box.maxY).count), right: Thousandths(box.maxX),
        top: Thousandths(height - Thousandths(box.y).count))
    }
  }
}
