import Core
import Display
import PDFSyntax

/// Writes structure elements; a value without state, so that batches are written on any worker.
///
/// *Source:* ISO 32000-1 §14.7.2 (hierarchy), §14.7.4 (content), §14.8.5 (attributes).
struct ElementWriter: Sendable {
  let structure: StructureTree
  let tree: KeptTree
  let content: ElementContent
  let plan: ObjectPlan
  /// By annotation: its page.
  let annotationPages: [Int32]
  /// By rank: the box of a figure in points, lower left corner first.
  let figureBoxes: [Int: FigureBox]

  /// The box that a figure takes on its first page.
  struct FigureBox: Sendable {
    var page: Int32
    var left, bottom, right, top: Thousandths
  }

  /// A kid of an element.
  private enum Kid {
    case element(Int)
    case piece(ContentPiece)
    case annotation(Int)
  }

  func write(_ rank: Int, to batch: inout ObjectBatch) {
    let node = tree.nodes[rank]
    let element = structure.elements[node.int]
    let kids = kids(of: rank)
    var page: Int32?
    for kid in kids {
      if case .piece(let piece) = kid {
        page = piece.page
        break
      }
    }
    if page == nil, let link = content.annotations(of: rank).first {
      page = annotationPages[Int(link)]
    }
    batch.dictionary(plan.element(rank)) { entries in
      entries.name("S", element.type.rawValue)
      let parent = Int(tree.parents[rank])
      entries.reference("P", parent < 0 ? ObjectPlan.structure : plan.element(parent))
      if let page { entries.reference("Pg", plan.page(Int(page))) }
      if kids.count == 1, case .element(let child) = kids[0] {
        entries.reference("K", plan.element(child))
      } else if kids.count == 1, case .piece(let piece) = kids[0] {
        entries.integer("K", Int(piece.mcid))
      } else if !kids.isEmpty {
        entries.array("K") { array in
          for kid in kids { write(kid, elementPage: page, to: &array) }
        }
      }
      if let language = element.language { entries.text("Lang", language.tag) }
      if let title = element.title { entries.text("T", title) }
      if let alternative = element.alternative { entries.text("Alt", alternative) }
      if element.namesCells { entries.text("ID", ElementWriter.cellIdentifier(of: node)) }
      if element.type == .note { entries.text("ID", ElementWriter.identifier(of: node)) }
      writeAttributes(of: element, rank: rank, to: &entries)
    }
  }

  /// The name of a note: PDF/UA wants one for each.
  static func identifier(of node: NodeID) -> String {
    // Equal lengths, so that the tree of names is sorted as the nodes are.
    "note" + digits(of: node)
  }

  /// The name of a cell that names others. It sorts before the notes.
  static func cellIdentifier(of node: NodeID) -> String { "cell" + digits(of: node) }

  private static func digits(of node: NodeID) -> String {
    let digits = String(node.raw)
    return String(repeating: "0", count: 10 - digits.utf8.count) + digits
  }

  private func write(_ kid: Kid, elementPage: Int32?, to array: inout ArrayWriter) {
    switch kid {
    case .element(let child): array.reference(plan.element(child))
    case .piece(let piece):
      if piece.page == elementPage {
        array.integer(Int(piece.mcid))
      } else {
        array.dictionary { entries in
          entries.name("Type", "MCR")
          entries.reference("Pg", plan.page(Int(piece.page)))
          entries.integer("MCID", Int(piece.mcid))
        }
      }
    case .annotation(let number):
      array.dictionary { entries in
        entries.name("Type", "OBJR")
        if annotationPages[number] != elementPage {
          entries.reference("Pg", plan.page(Int(annotationPages[number])))
        }
        entries.reference("Obj", plan.annotation(number))
      }
    }
  }

  /// Content and children in reading order: children stand in the document's order, and the
  /// element's own content goes before the first child that is painted after it. A child without
  /// content stays where the document has it. Annotations come last.
  private func kids(of rank: Int) -> [Kid] {
    var kids: [Kid] = []
    var pieces = content.pieces(of: rank)
    for child in tree.children(of: rank) {
      if let first = content.first[Int(child)] {
        while let piece = pieces.first, piece < first {
          kids.append(.piece(piece))
          pieces = pieces.dropFirst()
        }
      }
      kids.append(.element(Int(child)))
    }
    for piece in pieces { kids.append(.piece(piece)) }
    for annotation in content.annotations(of: rank) { kids.append(.annotation(Int(annotation))) }
    return kids
  }

  private func writeAttributes(
    of element: StructureElement, rank: Int, to entries: inout DictionaryWriter
  ) {
    let isCell = element.type == .tableHeader || element.type == .tableData
    let headers = element.headers.filter { tree.ranks[$0.int] >= 0 }
    if isCell,
      !headers.isEmpty || element.scope != nil || element.columnSpan > 1 || element.rowSpan > 1
    {
      entries.dictionary("A") { attributes in
        attributes.name("O", "Table")
        if let scope = element.scope { attributes.name("Scope", scope.rawValue) }
        if element.columnSpan > 1 { attributes.integer("ColSpan", Int(element.columnSpan)) }
        if element.rowSpan > 1 { attributes.integer("RowSpan", Int(element.rowSpan)) }
        if !headers.isEmpty {
          attributes.array("Headers") { names in
            for header in headers { names.text(ElementWriter.cellIdentifier(of: header)) }
          }
        }
      }
    } else if element.type == .list, let numbering = element.numbering {
      entries.dictionary("A") { attributes in
        attributes.name("O", "List")
        attributes.name("ListNumbering", numbering.rawValue)
      }
    } else if let box = figureBoxes[rank] {
      entries.dictionary("A") { attributes in
        attributes.name("O", "Layout")
        attributes.array("BBox") { array in
          for edge in [box.left, box.bottom, box.right, box.top] { array.real(edge) }
        }
        attributes.name("Placement", "Block")
      }
    }
  }
}
