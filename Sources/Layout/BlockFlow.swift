import Core
import Manuscript
import Style

/// Walks the document once and writes down its blocks.
struct BlockFlow {
  let document: Document
  let design: DesignBook
  var plan = FlowPlan()
  var finder: StyleFinder
  private var styleNumbers: [BoxStyle: Int] = [:]
  /// The tables whose words need more width than their style gives them.
  let widened: [NodeID: TableWidth]
  /// The paragraph style set last in this container, for first-line indents.
  var lastStyle: Int?
  /// Where the table before stands: the notes below it stand there, too.
  var tablePlace: Container?

  /// Where blocks are being added.
  struct Container {
    var column: Placement
    var x: Length
    var inset: Length
    var around: StyleSurroundings
    /// Whether blocks may leave the column: not inside cells, quadrants and notes.
    var isOpen: Bool
    /// Whether the container is a cell of a table.
    var isCell = false
    var alignment: Alignment?
    /// Whether a fixed field of the page is around.
    var isFramed = false
    /// Whether it lies on its side on a page of its own.
    var isTurned = false
    /// Where what takes all columns stands, in text that runs in columns.
    var across: Across?
    /// Whether it takes all columns.
    var spansColumns = false
    /// Where the columns around it stand: there its notes do, too.
    var columns: Across?

    func indented(left: Length, right: Length = .zero) -> Container {
      var inner = self
      inner.x += left
      inner.inset += left + right
      return inner
    }
  }

  /// - Parameters:
  ///   - finder: of a walk before, whose numbers of surroundings are to hold.
  ///   - widened: the tables that turned out to need more width then.
  init(
    document: Document, design: DesignBook, finder: StyleFinder? = nil,
    widened: [NodeID: TableWidth] = [:]
  ) {
    self.document = document
    self.design = design
    self.finder = finder ?? StyleFinder(design: design, looks: document.looks)
    self.widened = widened
    for (number, node) in document.nodes.enumerated() {
      guard case .noteReference(let note) = node.role, plan.calls[note] == nil else { continue }
      plan.calls[note] = NodeID(number)
    }
  }

  /// The blocks of the whole document, part by part, and what finds their styles.
  consuming func walked() -> (FlowPlan, StyleFinder) {
    walk()
    return (plan, finder)
  }

  private mutating func walk() {
    let open = Container(column: .text, x: .zero, inset: .zero, around: .plain, isOpen: true)
    for child in document.children(of: NodeID(0)) {
      let node = document[child]
      if case .part = node.role {
        let style =
          finder.box(node.role, look: node.look, in: .plain) ?? BoxStyle(name: "part", start: .page)
        if style.start != .here || plan.runs.isEmpty {
          plan.runs.append(PageRun(part: child, style: style))
          lastStyle = nil
        }
        var part = open
        part.around = finder.inside(node, .plain)
        if style.runsInColumns {
          plan.runs[plan.runs.count - 1].blocks.append(plan.blocks.count)
          columns(child, style, in: part)
        } else {
          for block in document.children(of: child) { add(block, in: part, toRun: true) }
        }
      } else {
        if plan.runs.isEmpty { plan.runs.append(PageRun(style: BoxStyle(name: "body"))) }
        add(child, in: open, toRun: true)
      }
    }
  }

  private mutating func add(_ id: NodeID, in container: Container, toRun: Bool = false) {
    let start = plan.blocks.count
    flow(id, in: container)
    if toRun && plan.blocks.count > start { plan.runs[plan.runs.count - 1].blocks.append(start) }
  }

  mutating func flow(_ id: NodeID, in container: Container) {
    let node = document[id]
    switch node.role {
    case .heading, .paragraph, .caption, .contentsEntry: paragraph(id, in: container)
    case .label: paragraph(id, in: container)
    case .note:
      if plan.calls[id] != nil {
        let start = plan.blocks.count
        note(id, in: container)
        plan.notes[id] = start
        plan.blocks[start].isNote = true
      } else {
        hangingItem(id, style: box(of: node, in: container), in: container)
      }
    case .table(let table): self.table(id, table, in: container)
    case .figure(let artwork), .ornament(let artwork): picture(id, artwork, in: container)
    case .list: list(id, in: container)
    case .document, .part, .section, .group, .item, .body, .quote, .contents:
      boxed(id, in: container)
    case .tableHead, .tableBody, .tableFoot, .row, .headerCell, .dataCell: boxed(id, in: container)
    case .emphasis, .strong, .verbatim, .span, .reference, .link, .noteReference, .pictogram:
      break
    }
  }

  // MARK: Boxes

  private mutating func box(of node: Node, in container: Container) -> BoxStyle {
    finder.box(node.role, look: node.look, in: container.around)
      ?? BoxStyle(name: StyleKey.name(of: node.role))
  }

  /// The number of a box style in the plan: blocks are many, styles few and large.
  mutating func number(of style: BoxStyle) -> Int {
    if let known = styleNumbers[style] { return known }
    let number = plan.boxStyles.count
    plan.boxStyles.append(style)
    styleNumbers[style] = number
    return number
  }

  /// The container inside a box: its column, indents and surroundings.
  private mutating func inside(_ style: BoxStyle, _ node: Node, of container: Container)
    -> Container
  {
    var inner = placed(
      style.placement, span: style.span, tinted: style.background != nil, in: container)
    // What takes all columns would part a tint that stands in one.
    if style.background != nil { inner.across = nil }
    inner = inner.indented(left: style.indentLeft + style.padding, right: style.padding)
    inner.around = finder.inside(node, container.around)
    return inner
  }

  /// The container moved to another column of the page, where it may leave its own.
  func placed(
    _ place: Placement, span: ColumnSpan = .automatic, tinted: Bool, in container: Container
  ) -> Container {
    if let across = container.across, span == .all || (place == .full && span == .automatic) {
      var inner = container
      (inner.column, inner.x, inner.inset) = (across.column, across.x, .zero)
      (inner.across, inner.spansColumns) = (nil, true)
      return inner
    }
    guard container.isOpen, place != .text, place != container.column else { return container }
    var inner = container
    switch place {
    case .full where tinted || design.page.marginWidth == .zero:
      inner.column = .full
      inner.x = .zero
      inner.inset = .zero
    case .margin where design.page.marginWidth > .zero:
      inner.column = .margin
      inner.x = .zero
      inner.inset = .zero
      inner.isOpen = false
    default: break
    }
    return inner
  }

  private mutating func boxed(_ id: NodeID, in container: Container) {
    let node = document[id]
    var style = box(of: node, in: container)
    if container.across != nil && style.span == .automatic {
      // What is said above and below it takes all columns with it.
      let around = finder.inside(node, container.around)
      let isWide = document.children(of: id).contains { reachesOver($0, around) }
      if isWide { style.span = .all }
    }
    if let frame = style.frame, !container.isFramed {
      return framed(frame, in: container) { $0.boxed(id, in: $1) }
    }
    if container.mayTurn && holdsTurnedTable(id, container.around) {
      return turned(in: container) { $0.boxed(id, in: $1) }
    }
    if style.flow == .grid && style.columns > 1 { return grid(id, style, in: container) }
    if style.runsInColumns && container.isOpen { return columns(id, style, in: container) }
    let outer = placed(style.placement, span: style.span, tinted: true, in: container)
    let reachesOut = style.placement != .text || outer.spansColumns
    let block = begin(
      id, .stack(style: number(of: style)), in: reachesOut ? outer : container)
    var inner = inside(style, node, of: container)
    let isApart = node.role != .section && node.role != .body
    if isApart { lastStyle = nil }
    for child in document.children(of: id) where !document[child].role.isInlineOnly {
      flow(child, in: inner)
      if reachesOver(child, inner.around) {
        inner = placed(.full, tinted: true, in: inner)
      }
    }
    if isApart { lastStyle = nil }
    close(block)
    if style.saysContinued { sayContinued(of: block, in: inner) }
  }

  /// Whether a node is the table or picture of an exhibit that takes all columns: then what is said
  /// below it does too.
  mutating func reachesOver(_ id: NodeID, _ around: StyleSurroundings) -> Bool {
    let node = document[id]
    guard case .group(.exhibit) = document[node.parent].role else { return false }
    switch node.role {
    case .table:
      guard let style = tableStyle(of: id, in: around), style.span != .column else { return false }
      return style.placement == .full || style.span == .all
    case .figure: return finder.box(node.role, look: node.look, in: around)?.placement == .full
    default: return false
    }
  }

  private mutating func grid(_ id: NodeID, _ style: BoxStyle, in container: Container) {
    let node = document[id]
    var inner = placed(style.placement, span: style.span, tinted: true, in: container)
    let block = begin(id, .grid(style: number(of: style)), in: inner)
    inner.around = finder.inside(node, container.around)
    inner.isOpen = false
    (inner.across, inner.spansColumns) = (nil, false)
    inner.x = .zero
    inner.inset = .zero
    for child in document.children(of: id) {
      lastStyle = nil
      flow(child, in: inner)
    }
    close(block)
    if style.saysContinued { sayContinued(ofGrid: block, in: inner) }
  }

  private mutating func list(_ id: NodeID, in container: Container) {
    let node = document[id]
    var style = box(of: node, in: container)
    if style.flow == .hanging && style.labelWidth == .zero { style.labelWidth = .pt(14) }
    if style.runsInColumns && container.isOpen { return columns(id, style, in: container) }
    let outer = placed(style.placement, span: style.span, tinted: true, in: container)
    let reachesOut = style.placement != .text || outer.spansColumns
    let block = begin(
      id, .stack(style: number(of: style)), in: reachesOut ? outer : container)
    items(of: id, style, in: inside(style, node, of: container))
    close(block)
  }

  /// The items of a list.
  mutating func items(of id: NodeID, _ style: BoxStyle, in container: Container) {
    var inner = container
    inner.across = nil
    for child in document.children(of: id) {
      if document[child].role == .item && style.flow == .hanging {
        hangingItem(child, style: style, in: inner)
      } else {
        flow(child, in: inner)
      }
      lastStyle = nil
    }
  }

  /// A label with the blocks beside it.
  private mutating func hangingItem(_ id: NodeID, style: BoxStyle, in container: Container) {
    let node = document[id]
    var own =
      finder.box(node.role, look: node.look, in: container.around)
      ?? BoxStyle(name: StyleKey.name(of: node.role))
    own.labelWidth = style.labelWidth
    own.itemGap = style.itemGap
    let block = begin(id, .hanging(label: nil, style: number(of: own)), in: container)
    var inner = container
    inner.around = finder.inside(node, container.around)
    var label: NodeID?
    for child in document.children(of: id) where document[child].role == .label {
      label = child
      break
    }
    if let label {
      let width = style.labelWidth - style.gap
      let job = labelJob(label, beside: id, in: inner)
      plan.jobs[job].width = width > .zero ? width : style.labelWidth
      plan.jobs[job].inset = Length.max
      plan.blocks[block].kind = .hanging(label: job, style: number(of: own))
    }
    inner.across = nil
    let body = inner.indented(left: style.labelWidth)
    for child in document.children(of: id) where child != label { flow(child, in: body) }
    close(block)
  }

  private mutating func note(_ id: NodeID, in container: Container) {
    var style = box(of: document[id], in: container)
    if style.labelWidth == .zero { style.labelWidth = .pt(14) }
    var page = Container(
      column: container.columns?.column ?? .text, x: container.columns?.x ?? .zero, inset: .zero,
      around: container.around, isOpen: false)
    if style.standsBelowTable {
      // The table may take other columns than what is around it.
      let place = tablePlace ?? container
      (page.column, page.x, page.inset) = (place.column, place.x, place.inset)
      plan.belowTables.insert(id)
    }
    // A note interrupts no text: the paragraph after it is still the one after the one before.
    let before = lastStyle
    hangingItem(id, style: style, in: page)
    lastStyle = before
  }

  /// Blocks taken out of the flow into a fixed field of the page.
  private mutating func framed(
    _ frame: Frame, in container: Container, _ body: (inout BlockFlow, Container) -> Void
  ) {
    var inner = Container(
      column: .text, x: .zero, inset: .zero, around: container.around, isOpen: false)
    inner.isFramed = true
    let block = plan.blocks.count
    body(&self, inner)
    if let known = plan.frames.firstIndex(of: frame) {
      plan.blocks[block].frame = Int32(known)
    } else {
      plan.blocks[block].frame = Int32(plan.frames.count)
      plan.frames.append(frame)
    }
  }

  // MARK: Paragraphs

  private mutating func paragraphStyle(_ node: Node, in container: Container) -> Int? {
    finder.paragraph(node.role, look: node.look, in: container.around)
  }

  private mutating func paragraph(_ id: NodeID, in container: Container) {
    let node = document[id]
    let found =
      paragraphStyle(node, in: container)
      ?? finder.paragraph(.paragraph, look: LookID(0), in: container.around)
    if found == nil || (paragraphStyle(node, in: container) == nil && node.role != .label) {
      plan.findings.append(.unknownStyle(of: node, look: document.look(of: id)))
    }
    let number = found ?? 0
    let style = design.paragraphs[number]
    if let frame = style.frame, !container.isFramed {
      return framed(frame, in: container) { $0.paragraph(id, in: $1) }
    }
    let reach = headsWide(id, style, in: container) ? .full : style.placement
    let place = placed(reach, span: style.span, tinted: true, in: container)
      .indented(left: style.indentLeft, right: style.indentRight)
    let label = style.label == .inline ? nil : document.leadingLabel(of: id)
    let indent = label == nil && lastStyle == number ? style.firstIndent : .zero
    var job = ParagraphJob(
      node: id, part: label == nil ? .whole : .rest, style: number, text: nil,
      leading: style.leading, around: container.around,
      alignment: container.alignment ?? style.alignment, firstIndent: indent, inset: place.inset,
      width: .zero, hasPageNumbers: document.printsPageNumber(id), isInTable: container.isCell)
    let main = plan.jobs.count
    plan.jobs.append(job)
    var aside: Int?
    if let label, document[label].role == .label {
      job.part = .label
      job.firstIndent = .zero
      if style.label != .above { job.alignment = .left }
      job.hasPageNumbers = false
      // As tall as its own characters want it: its leading is no text's.
      if style.label == .above, let own = style.labelStyle {
        job.leading = own.size.scaled(by: 21, over: 20)
      }
      switch style.label {
      case .margin where container.isOpen && design.page.marginWidth > .zero:
        job.inset = Length.max
        job.width = design.page.marginWidth
      case .hanging where style.indentLeft > .zero:
        job.inset = Length.max
        job.width = style.indentLeft
        job.isHanging = true
      default: break
      }
      aside = plan.jobs.count
      plan.jobs.append(job)
    }
    lastStyle = number
    close(begin(id, .paragraph(job: main, label: aside), in: place))
  }

  /// The job of a label that stands outside a line: an item's, a note's, a card's.
  private mutating func labelJob(
    _ label: NodeID, beside item: NodeID, in container: Container
  ) -> Int {
    let node = document[label]
    var number = finder.paragraph(node.role, look: node.look, in: container.around)
    var text: TextStyle?
    if number == nil {
      // Set as the text beside it.
      number = firstParagraphStyle(in: item, container) ?? 0
      let style = design.paragraphs[number ?? 0]
      text = style.labelStyle ?? style.text
      if let change = finder.character(node.role, look: node.look, in: container.around) {
        text = finder.changed(text ?? style.text, by: change)
      }
    }
    let style = design.paragraphs[number ?? 0]
    plan.jobs.append(
      ParagraphJob(
        node: label, part: .whole, style: number ?? 0, text: text, leading: style.leading,
        around: container.around, alignment: style.alignment == .right ? .right : .left,
        firstIndent: .zero, inset: .zero, width: .zero,
        hasPageNumbers: document.printsPageNumber(label), isInTable: container.isCell))
    return plan.jobs.count - 1
  }

  private mutating func firstParagraphStyle(in item: NodeID, _ container: Container) -> Int? {
    var position = item.int + 1
    while position < document[item].end.int {
      let node = document.nodes[position]
      if node.role.holdsText && !node.role.isInline { return paragraphStyle(node, in: container) }
      position += 1
    }
    return finder.paragraph(.paragraph, look: LookID(0), in: container.around)
  }

  // MARK: Pictures

  private mutating func picture(_ id: NodeID, _ artwork: ArtworkID, in container: Container) {
    let node = document[id]
    let style = box(of: node, in: container)
    if let frame = style.frame, !container.isFramed {
      return framed(frame, in: container) { $0.picture(id, artwork, in: $1) }
    }
    let isOrnament = if case .ornament = node.role { true } else { false }
    let place = placed(style.placement, span: style.span, tinted: true, in: container)
    close(begin(id, .artwork(artwork, style: number(of: style), isOrnament: isOrnament), in: place))
  }

  // MARK: Preorder

  mutating func begin(_ id: NodeID, _ kind: BlockKind, in place: Container) -> Int {
    plan.blocks.append(
      Block(
        node: id, kind: kind, column: place.column, x: place.x, inset: place.inset,
        spansColumns: place.spansColumns))
    return plan.blocks.count - 1
  }

  mutating func close(_ block: Int) { plan.blocks[block].end = plan.blocks.count }
}

extension Role {
  /// Whether the role is inline and can never be a block: everything inline but labels.
  var isInlineOnly: Bool { isInline && self != .label }

  /// How many columns and rows a cell takes.
  var cellSpan: CellSpan {
    switch self {
    case .headerCell(_, let span), .dataCell(let span): span
    default: .single
    }
  }
}

extension TableStyle {
  /// A table of a design that names no style for it.
  static let plain = TableStyle(
    name: "plain", spaceBefore: .pt(7), spaceAfter: .pt(7), placement: .text, ruleTop: nil,
    ruleHead: nil, ruleRow: nil, ruleFoot: nil, ruleBottom: nil, zebra: nil, columnGap: .pt(8),
    rowPadding: .pt(2), fillsWidth: false)
}
