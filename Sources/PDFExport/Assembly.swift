import Core
import Display
import Fonts
import PDFSyntax

/// Joins encoded parts to a file for screens, in the order of their numbers.
struct Assembly {
  /// How many structure elements share an object stream.
  private static let elementsPerBatch = 1_024
  /// Above as many elements (some 3,000 pages of a plan) time counts for more than a tenth of the
  /// file.
  private static let manyElements = 200_000

  let parts: FileParts
  private var pages: PageList { parts.pages }
  private var profile: Profile { parts.profile }
  private var encoded: [EncodedPage] { parts.encoded }

  func file(workers: Int) async -> PDFFile {
    let annotations = Annotations(pages.pages)
    let owners = annotations.areas.map(\.link.owner)
    let tree = KeptTree(pages.structure)
    let destinations = Places.sorted(pages.destinations)
    let plan = ObjectPlan(
      pageCount: pages.pages.count, faceCount: parts.faces.count, annotationCount: owners.count,
      outlineCount: pages.outline.count, destinationCount: destinations.count,
      elementCount: tree.nodes.count, pictureCount: parts.pictures.pictures.count,
      pictureProfileCount: parts.pictures.profiles.count)
    let heights = pages.pages.map { Thousandths($0.trim.height) }
    let writer = ElementWriter(
      structure: pages.structure, tree: tree,
      content: ElementContent(tree, pages: encoded, annotationOwners: owners), plan: plan,
      annotationPages: annotations.areas.map(\.page), figureBoxes: figureBoxes(tree, heights))
    let size = Assembly.elementsPerBatch
    let form = parts.form
    let packing: ObjectBatch.Packing =
      tree.nodes.count > Assembly.manyElements ? .fast : .small
    let elementBatches = await parallel(
      (tree.nodes.count + size - 1) / size, workers: workers, grain: 1
    ) { number in
      var batch = ObjectBatch(form, packing: packing)
      for rank in (number * size)..<min(tree.nodes.count, (number + 1) * size) {
        writer.write(rank, to: &batch)
      }
      return batch.sealed()
    }

    var file = parts.begun(plan, version: .latest)
    var front = ObjectBatch(form)
    writeCatalog(plan, to: &front)
    parts.metadata.write(to: &front)
    front.dictionary(ObjectPlan.resources) { resources in
      parts.writeResources(plan, to: &resources)
      ArtifactProperties.write(to: &resources)
    }
    parts.writeFaces(plan, to: &front)
    Outline(entries: pages.outline, plan: plan, heights: heights).write(to: &front)
    Places.writeTree(destinations, plan: plan, heights: heights, to: &front)
    file.append(front.sealed())

    var middle = ObjectBatch(form)
    writePages(plan, annotations, to: &middle)
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

    return parts.finished(file, firstElement: plan.element(0).number, nodes: tree.nodes)
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
      parts.writeIntent("GTS_PDFA1", to: &catalog)
    }
  }

  /// *Source:* ISO 32000-1 §7.7.3 (`Rotate`), §14.11.2 (boxes). Web editions show the trimmed page: what runs
  /// over its edge is clipped by the box.
  private func writePages(
    _ plan: ObjectPlan, _ annotations: Annotations, to batch: inout ObjectBatch
  ) {
    let isForScreen = profile.standards.contains(.pdfA2a) || profile.standards.contains(.pdfUA1)
    func bleed(_ page: Page) -> Length { isForScreen ? .zero : page.bleed }
    parts.writePages(plan, bleed: bleed, to: &batch) { number, page, entries in
      // On a screen nobody turns the page: what stands turned on it is shown upright.
      if isForScreen, let turn = page.turn {
        entries.integer("Rotate", turn.side == .left ? 90 : 270)
      }
      entries.integer("StructParents", number)
      entries.name("Tabs", "S")
      if !annotations.ranges[number].isEmpty {
        entries.array("Annots") { array in
          for area in annotations.ranges[number] { array.reference(plan.annotation(area)) }
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
