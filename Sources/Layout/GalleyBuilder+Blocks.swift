import Core
import Manuscript
import Style
import Typesetting

extension GalleyBuilder {
  // MARK: Paragraphs

  mutating func paragraph(_ block: Block, _ number: Int, _ label: Int?) {
    let job = plan.jobs[number]
    let style = design.paragraphs[job.style]
    let lines = paragraphs[number].lines
    want(style.spaceBefore)
    // A heading may start a page, however little stands below the one before.
    if depth == 0 && style.keepAfter > .zero { runway = .zero }
    if depth == 0 && style.keepWithNext && style.spaceBefore > .zero { stretchesNext = true }
    if let label { setLabel(label, of: block, style) }
    guard !lines.isEmpty else { return }
    mark(job.node)
    let start = galley.boxes.count
    let mayFlex = mayFlex(number)
    let first = design.page.baseline.scaled(by: 3, over: 4)
    for line in lines.indices {
      var height = job.leading
      var baseline = job.baseline
      var own: Int32 = 0
      var reasons: BreakReasons = []
      if line == 0, let rule = style.ruleAbove {
        height += rule.width + rule.distance
        baseline += rule.width + rule.distance
      }
      if line == lines.count - 1, let rule = style.ruleBelow {
        height += rule.width + rule.distance
      }
      if line > 0 {
        (own, reasons) = (costs[.paragraph], BreakReasons(.paragraph))
        if lines[line - 1].hyphen == .added || lines[line - 1].hyphen == .repeated {
          own += costs[.hyphen]
          reasons.insert(BreakReasons(.hyphen))
        }
        if line < style.orphans || lines.count - line < style.widows {
          (own, reasons) = (Penalty.stranded, .stranded)
        }
        if style.keepTogether && own < Penalty.together {
          (own, reasons) = (Penalty.together, .together)
        }
      }
      // What is snapped by its end keeps its distance to the line that follows.
      let snapsNext = style.snapsNext && line == 0
      let end = snapsNext ? job.leading * lines.count + style.spaceAfter + first : baseline
      box(
        height: height, baseline: end, penalty: own, for: reasons,
        snaps: line == 0 && (style.snapToGrid || style.snapsNext),
        isFull: block.column == .full
      ) { builder in
        builder.rules(of: style, block, isFirst: line == 0, isLast: line == lines.count - 1, height)
        if line == 0 { builder.hangLabels(baseline) }
        builder.place(
          .line(job: UInt32(number), line: UInt32(line)), node: job.node, column: block.column,
          x: block.x - (lines.count == 1 ? job.shift : .zero), y: baseline)
        builder.callNotes(in: number, line)
      }
    }
    if mayFlex {
      var flex = Flex(
        boxes: UInt32(start)..<UInt32(galley.boxes.count), job: UInt32(number),
        leading: job.leading, taken: job.change)
      if columnSet < 0 {
        galley.flexes.append(flex)
      } else {
        flex.leading = job.leading / galley.columnSets[Int(columnSet)].count
        galley.columnFlexes.append(flex)
      }
    }
    if let label, style.label == .hanging {
      let rest = paragraphs[label].lines.count - lines.count
      if rest > 0 { fillUp(plan.jobs[label].leading * rest) }
      hold(from: start, over: plan.jobs[label].leading * paragraphs[label].lines.count)
    }
    space = max(space, style.spaceAfter)
    if style.keepWithNext { forbid(Penalty.heading, as: .heading) }
    if paragraphs[number].text.last == 0x3A { charge(.announced) }
    guard depth == 0 else { return }
    if style.keepAfter > .zero {
      (runway, runwaySet) = (max(runway, style.keepAfter), columnSet)
    }
    stretchAbove = Int(style.stretchAfter.sp / design.page.baseline.sp)
  }

  /// Whether a paragraph may take a line more or fewer: it stands in the flow of the page, on the
  /// grid, and no label beside it is as tall as it.
  private func mayFlex(_ number: Int) -> Bool {
    let job = plan.jobs[number]
    let style = design.paragraphs[job.style]
    return depth == 0 && sheet < 0 && paragraphs[number].lines.count > 1
      && job.leading == design.page.baseline && !style.keepWithNext && !job.hasPageNumbers
      && job.part == .whole && labels.allSatisfy { paragraphs[$0.job].lines.count < 2 }
  }

  /// The rules of a paragraph, as wide as its block.
  private mutating func rules(
    of style: ParagraphStyle, _ block: Block, isFirst: Bool, isLast: Bool, _ height: Length
  ) {
    let width = block.width + style.indentLeft + style.indentRight
    let x = block.x - style.indentLeft
    if isFirst, let rule = style.ruleAbove {
      place(
        .fill(width: width, height: rule.width, rule.colour), node: block.node,
        column: block.column, x: x, y: .zero)
    }
    if isLast, let rule = style.ruleBelow {
      place(
        .fill(width: width, height: rule.width, rule.colour), node: block.node,
        column: block.column, x: x, y: height - rule.width)
    }
  }

  /// Sets the label of a paragraph apart, as its style says.
  private mutating func setLabel(_ label: Int, of block: Block, _ style: ParagraphStyle) {
    let job = plan.jobs[label]
    mark(job.node)
    switch style.label {
    case .inline: break
    case .hanging where style.indentLeft > .zero:
      labels.append(HangingLabel(job: label, x: block.x - style.indentLeft, column: block.column))
    case .margin where depth == 0 && design.page.marginWidth > .zero:
      let list = apart { $0.lines(of: label, x: .zero, column: .margin) }
      stackUp(list, x: .zero, y: .zero, column: .margin)
      if !list.boxes.isEmpty {
        waitingAsides.append(
          Aside(placed: list.placed, height: list.height, baseline: list.baseline))
      }
    default:
      let text = style.leading.scaled(by: 3, over: 4)
      let distance = (style.labelLeading ?? style.leading) - text
      // The last line of the label reaches down to the text's distance, its own height up.
      lines(
        of: label, x: block.x, column: block.column,
        baseline: job.leading.scaled(by: 3, over: 4), below: max(distance, .zero))
      forbid(Penalty.heading, as: .heading)
      swallows = true
    }
  }

  /// Plain lines of a label, one below the other.
  private mutating func lines(
    of number: Int, x: Length, column: Placement, baseline: Length? = nil, below: Length? = nil
  ) {
    let job = plan.jobs[number]
    let baseline = baseline ?? job.baseline
    let lines = paragraphs[number].lines
    for line in lines.indices {
      var height = job.leading
      if line == lines.count - 1, let below { height = baseline + below }
      box(
        height: height, baseline: baseline, penalty: line > 0 ? Penalty.together : 0, for: .together
      ) {
        $0.place(
          .line(job: UInt32(number), line: UInt32(line)), node: job.node, column: column, x: x,
          y: baseline)
      }
    }
  }

  /// Places the labels that wait for this line; all their lines go with it.
  private mutating func hangLabels(_ baseline: Length) {
    let waiting = labels
    labels = []
    for label in waiting {
      let job = plan.jobs[label.job]
      mark(job.node)
      for line in paragraphs[label.job].lines.indices {
        place(
          .line(job: UInt32(label.job), line: UInt32(line)), node: job.node, column: label.column,
          x: label.x, y: baseline + job.leading * line)
      }
    }
  }

  /// An empty box, where a label reaches below the text beside it.
  private mutating func fillUp(_ height: Length) {
    let white = (space, swallows)
    space = .zero
    box(height: height, baseline: .zero, penalty: Penalty.heading, for: .heading) { _ in }
    (space, swallows) = white
  }

  /// Forbids breaks beside a label.
  mutating func hold(from first: Int, over height: Length) {
    var reached = Length.zero
    for number in first..<galley.boxes.count {
      if number > first && reached < height {
        galley.boxes[number].forbid(Penalty.together, as: .together)
      }
      reached += galley.boxes[number].height
    }
  }

  mutating func callNotes(in job: Int, _ line: Int) { callNotes(in: job, line) { _ in false } }

  /// Hands the notes that a line calls to the next box of the page, except those left out.
  mutating func callNotes(in job: Int, _ line: Int, but isLeftOut: (NodeID) -> Bool) {
    for piece in paragraphs[job].lines[line].pieces {
      let owner = paragraphs[job].pieces[Int(piece)].owner
      guard case .noteReference(let note) = document[owner].role,
        plan.calls[note] == owner || plan.belowTables.contains(note), !isLeftOut(note)
      else { continue }
      if waitingNotes.last != note { waitingNotes.append(note) }
    }
  }

  /// Remembers where a node starts.
  func nextBox() -> Int { depth == 0 ? galley.boxes.count : pageBoxes }
  mutating func mark(_ node: NodeID) {
    starts.append(NodeStart(node: node, box: Int32(nextBox()), sheet: Int32(sheet)))
  }

  // MARK: Boxes with tints and rules

  mutating func stack(_ number: Int, _ style: BoxStyle) {
    let block = plan.blocks[number]
    guard block.end > number + 1 else { return }
    let above = space
    want(style.spaceBefore)
    if depth == 0 && style.start != .here { startsPage = true }
    if depth == 0, case .group = document[block.node].role, style.spaceBefore > .zero {
      stretchesNext = true
    }
    let first = galley.boxes.count
    let sheets = galley.sheets.count
    let field = openField(block, style)
    if let rule = style.ruleAbove {
      if field == nil && !framesColumns(number) {
        raise(rule, over: block)
      } else {
        self.rule(rule, of: block, isAbove: true)
      }
    }
    if style.padding > .zero {
      box(height: style.padding, baseline: .zero) { _ in }
      forbid(Penalty.heading, as: .heading)
      swallows = true
    }
    if style.flow == .hanging || style.itemGap > .zero {
      flowItems(of: number, gap: style.itemGap)
    } else if let bond = Penalty.bond(of: document[block.node].role) {
      flowBound(number, by: bond)
    } else {
      flowChildren(of: number)
    }
    if style.padding > .zero {
      space = .zero
      box(height: style.padding, baseline: .zero, penalty: Penalty.heading, for: .heading) { _ in }
    }
    if let rule = style.ruleBelow {
      space = .zero
      self.rule(rule, of: block, isAbove: false)
    }
    guard galley.boxes.count > first else {
      crown = nil
      return
    }
    let isExhibit =
      depth == 0 && document[block.node].role == .group(.exhibit) && galley.sheets.count == sheets
    if isExhibit { galley.boxes[first].opensExhibit = true }
    closeField(field, from: first, block, style)
    keep(style, from: first)
    if block.continued >= 0 { sayContinued(Int(block.continued), over: number, from: first) }
    space = max(space, style.spaceAfter)
    if style.floats { float(block, from: first, below: above) }
    if isExhibit, waitingFloat?.node != block.node {
      galley.fixed.append(FixedExhibit(box: first, isTable: holdsTable(block.node)))
    }
  }

  /// Items with white between; one alone at the foot or head of a page is avoided.
  mutating func flowItems(of number: Int, gap: Length) {
    var items: [Int] = []
    var child = number + 1
    while child < plan.blocks[number].end {
      if !plan.blocks[child].isNote { items.append(child) }
      child = plan.blocks[child].end
    }
    for (position, item) in items.enumerated() {
      if position > 0 {
        space = max(space, gap)
        let isAlone = items.count > 2 && (position == 1 || position == items.count - 1)
        charge(isAlone ? .loneField : .field)
      }
      flow(item)
    }
  }

  /// Blocks that belong to the one before them: a break between them costs `bond`.
  private mutating func flowBound(_ number: Int, by bond: Int32) {
    var child = number + 1
    let first = galley.boxes.count
    var hasPicture = false
    while child < plan.blocks[number].end {
      // What stands in the margin column is no box: nothing stands above the next one yet. A note is
      // none either, and what follows the exhibit is not bound to it.
      if !plan.blocks[child].isNote {
        let start = galley.boxes.count
        if start > first { forbid(bond, as: .together) }
        flow(child)
        // What is said of a picture is not split, either.
        if hasPicture {
          for box in galley.boxes.indices.dropFirst(start + 1) {
            galley.boxes[box].forbid(bond, as: .together)
          }
        }
        if case .artwork = plan.blocks[child].kind { hasPicture = true }
      }
      child = plan.blocks[child].end
    }
  }

  /// A rule that the next box wears. It takes its distance and no more, so that what adds up to
  /// whole lines stays on the grid.
  private mutating func raise(_ rule: Rule, over block: Block) {
    var crown = self.crown ?? Crown(fills: [], space: space, height: .zero, isFull: false)
    if self.crown != nil { crown.height += space }
    space = .zero
    crown.fills.append(
      Placed(
        thing: .fill(width: block.width, height: rule.width, rule.colour), node: block.node,
        column: block.column, x: block.x, y: crown.height))
    crown.height += max(rule.distance, rule.width)
    crown.isFull = crown.isFull || block.column == .full
    self.crown = crown
    swallows = false
  }

  private mutating func rule(_ rule: Rule, of block: Block, isAbove: Bool) {
    box(
      height: rule.width + rule.distance, baseline: .zero,
      penalty: isAbove ? 0 : Penalty.heading, for: .heading, isFull: block.column == .full
    ) {
      $0.place(
        .fill(width: block.width, height: rule.width, rule.colour), node: block.node,
        column: block.column, x: block.x, y: isAbove ? .zero : rule.distance)
    }
    if isAbove {
      forbid(Penalty.heading, as: .heading)
      swallows = true
    }
  }

  /// Reserves the place of a tint, so that it is painted before what stands on it.
  private mutating func openField(_ block: Block, _ style: BoxStyle) -> Int? {
    guard let background = style.background else { return nil }
    if depth == 0 {
      galley.decorations.append(
        Decoration(
          boxes: 0..<0, column: block.column, x: block.x, width: block.width,
          padding: style.padding, background: background, columns: columnSet))
      return galley.decorations.count - 1
    }
    place(
      .fill(width: block.width, height: .zero, background), node: block.node,
      column: block.column, x: block.x, y: .zero)
    return galley.placed.count - 1
  }

  private mutating func closeField(
    _ field: Int?, from first: Int, _ block: Block, _ style: BoxStyle
  ) {
    guard let field else { return }
    if depth == 0 {
      galley.decorations[field].boxes = UInt32(first)..<UInt32(galley.boxes.count)
      for box in first + 1..<max(first + 1, galley.boxes.count) {
        galley.boxes[box].padding += style.padding
        if galley.decorations[field].columns >= 0 {
          galley.boxes[box].columnPadding += style.padding
        }
      }
    } else {
      fields.append(Field(placed: field, boxes: first..<galley.boxes.count))
    }
  }

  // MARK: Items

  mutating func hanging(_ number: Int, _ label: Int?, _ style: BoxStyle) {
    let block = plan.blocks[number]
    want(style.spaceBefore)
    let first = galley.boxes.count
    let outer = labels
    if let label {
      labels.append(HangingLabel(job: label, x: block.x, column: block.column))
    }
    flowChildren(of: number)
    if let label {
      let job = plan.jobs[label]
      let tall = job.leading * paragraphs[label].lines.count
      if galley.boxes.count == first {
        labels = outer
        mark(job.node)
        lines(of: label, x: block.x, column: block.column)
      } else {
        var beside = Length.zero
        for box in galley.boxes[first...] { beside += box.height + box.space }
        beside -= galley.boxes[first].space
        if beside < tall { fillUp(tall - beside) }
        if paragraphs[label].lines.count > 1 { hold(from: first, over: tall) }
      }
    }
    keep(style, from: first)
    space = max(space, style.spaceAfter)
  }

  // MARK: Pictures

  mutating func picture(
    _ block: Block, _ artwork: ArtworkID, _ style: BoxStyle, _ isOrnament: Bool
  ) {
    let framed = block.frame >= 0 ? plan.frames[Int(block.frame)].area : nil
    let natural = naturalSize(of: artwork, in: block, limit: style.height)
    let width = framed?.width ?? natural.width
    let height = framed?.height ?? natural.height
    want(style.spaceBefore)
    box(height: height, baseline: height, isFull: block.column == .full) {
      $0.place(
        .artwork(
          artwork, width: width, height: height,
          ink: style.ink ?? $0.design.paragraphs[0].text.colour, isOrnament: isOrnament),
        node: block.node, column: block.column, x: block.x, y: .zero)
    }
    space = max(space, style.spaceAfter)
  }

  /// The size of a picture in its column: as wide as wanted, but with its caption and source not
  /// taller than a page.
  private func naturalSize(of artwork: ArtworkID, in block: Block, limit: Length) -> Size {
    guard case .image(let image, let wanted, let crop) = document.artworks[artwork.int] else {
      return Size(width: block.width, height: block.width.scaled(by: 2, over: 3))
    }
    if limit > .zero {
      let place = ImagePlace(document.pictures[image.int], crop: crop)
      let width = min(block.width, place.width(at: limit))
      return Size(width: width, height: place.height(at: width))
    }
    let place = ImagePlace(document.pictures[image.int], crop: crop)
    var width = block.width
    if case .column(let share) = wanted { width = width.scaled(by: Int64(share), over: 1_000) }
    if block.frame < 0 {
      width = min(width.scaled(by: Int64(plan.pictureScale), over: 1_000), block.width)
    }
    let room = design.page.textHeight - heightBeside(block)
    let height = place.height(at: width)
    guard height > room else { return Size(width: width, height: height) }
    return Size(width: min(width, place.width(at: room)), height: room)
  }

  /// What the paragraphs of a picture's exhibit take and the notes that they call: at least a line.
  private func heightBeside(_ block: Block) -> Length {
    var height = design.page.baseline
    let exhibit = document[block.node].parent
    guard case .group(.exhibit) = document[exhibit].role else { return height }
    var notes = Length.zero
    for number in plan.jobs.indices {
      let node = plan.jobs[number].node
      guard exhibit < node, node < document[exhibit].end else { continue }
      let style = design.paragraphs[plan.jobs[number].style]
      let own = plan.jobs[number].leading * paragraphs[number].lines.count
      if document[node].parent == exhibit {
        height += own + style.spaceBefore + style.spaceAfter
      } else if case .paragraph = document[node].role {
        notes += own + style.spaceBefore + style.spaceAfter
      }
    }
    // Of notes longer than a third of the page, the rest goes on overleaf.
    if notes > .zero { height += min(notes, design.page.textHeight / 3) + PageFill.noteGap }
    return height
  }
}
