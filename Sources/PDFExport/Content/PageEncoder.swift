import Core
import Display
import Fonts
import PDFSyntax

/// Everything that encoding a page needs to know of the document; shared by all workers.
struct EncodingContext: Sendable {
  /// The codes of each face, by face; nothing for faces that no page uses.
  let faces: [FaceCodes?]
  /// Capital heights in thousandths of the em, by face.
  let capHeights: [Int64]
  /// The marked-content tags of the structure types, by node.
  let types: [StructureType]
  /// The figure that a node belongs to, itself included.
  let figures: [Bool]
  /// How each picture is turned.
  let orientations: [PictureOrientation]
  let minimalContrast: Double
  let form: FileForm
  /// What the press asks: colours are inks and nothing is tagged. Nothing where it is for a screen.
  var press: PressDemands?
  /// The spot colours that are inks of their own.
  let inks: SpotInks

  /// Whether colours are inks and nothing is tagged.
  var isPrinted: Bool { press != nil }
}

/// Turns a page's operations into a content stream: no operator that says what is already so.
///
/// Positions are whole thousandths of a point; widths of text are whole millionths, because sizes
/// are thousandths of a point and widths thousandths of the em. So the place where a reader's pen
/// stands is known exactly, and rounding never adds up along a line: no glyph stands more than five
/// and a half thousandths of the em from its place, of large type three.
///
/// *Source:* ISO 32000-1 §8.2 (operators), §9.4 (text), §14.6 (marked content).
struct PageEncoder {
  let page: Page
  let context: EncodingContext
  var out: [UInt8] = []
  var height: Thousandths

  // The graphics state as a reader has it at this point.
  var font: (face: FaceID, size: Int64)?
  var fill: Colour?
  var stroke: Colour?
  /// Whether what is painted leaves the inks beneath it.
  var overprints = false
  var lineWidth: Thousandths?
  var rise: Int64 = 0
  /// What every space of one byte is wider, in thousandths of a point.
  var wordSpace: Int64 = 0
  /// How letters are fitted to the line.
  var fit = LetterFit.natural
  var isTurned = false
  /// The state that comes back after turned marks.
  var upright:
    (
      font: (face: FaceID, size: Int64)?, fill: Colour?, stroke: Colour?, lineWidth: Thousandths?,
      wordSpace: Int64, fit: LetterFit, leading: Int64, overprints: Bool
    )?

  // The text state: the start of the text line in thousandths, the pen in millionths of a point.
  var isInText = false
  /// Whether the text matrix is that of a line which runs upwards.
  var textRises = false
  var lineX: Int64 = 0
  var lineY: Int64 = 0
  /// How far `T*` goes down, in thousandths.
  var leading: Int64 = 0
  var pen: Int64 = 0

  var show: [UInt8] = []
  /// The marks around strings: parentheses, or the ones of hexadecimal digits for people.
  let opening, closing: UInt8
  var showHasShifts = false
  var showIsOpen = false

  var ground = Ground()
  /// Leaders and watermarks need not be read, so their contrast is not judged (WCAG 2.1 §1.4.3).
  var isDecorative = false
  var owners: [NodeID] = []
  var figureBoxes: [(node: NodeID, box: Rect)] = []
  var contrasts: [ContrastFinding] = []
  var looked: [(colour: Colour, ground: Colour)] = []
  var unspeakable: [UnspeakableFinding] = []
  /// Where each mark begins, kept for what the press finds.
  var marks: [UInt32] = []

  init(_ page: Page, context: EncodingContext) {
    self.page = page
    self.context = context
    self.height = Thousandths(page.trim.height)
    self.opening = context.form.isPretty ? 0x3C : 0x28
    self.closing = context.form.isPretty ? 0x3E : 0x29
    out.reserveCapacity(page.glyphs.count * 3 + page.ops.count * 24)
  }

  /// Encodes and compresses the page.
  consuming func encoded() -> EncodedPage {
    for span in page.spans {
      let turns = page.turn.map { $0.ops.contains(span.ops.lowerBound) } ?? false
      if turns != isTurned { turns ? beginTurn() : endTurn() }
      encode(span)
    }
    endText()
    if isTurned { endTurn() }
    encodeMarks()
    return EncodedPage(
      stream: SealedStream(out, form: context.form), owners: owners, figureBoxes: figureBoxes,
      contrasts: contrasts, unspeakable: unspeakable, marks: marks)
  }

  // MARK: Turned marks

  /// Turns the coordinates a quarter about the corner. Marks go on to be written as on an upright
  /// page, height up from its foot, so the corner stands at that height.
  ///
  /// *Source:* ISO 32000-1 §8.3.4 (the rotation matrix), §8.4.2 (saving the state).
  mutating func beginTurn() {
    endText()
    guard let turn = page.turn else { return }
    isTurned = true
    upright = (font, fill, stroke, lineWidth, wordSpace, fit, leading, overprints)
    let corner = Thousandths(turn.corner.x).count
    switch turn.side {
    case .left:
      out.append(contentsOf: "q 0 1 -1 0 ".utf8)
      number(Thousandths(corner + height.count))
    case .right:
      out.append(contentsOf: "q 0 -1 1 0 ".utf8)
      number(Thousandths(corner - height.count))
    }
    number(Thousandths(height.count - Thousandths(turn.corner.y).count))
    line("cm")
  }

  mutating func endTurn() {
    endText()
    isTurned = false
    if let upright {
      (font, fill, stroke, lineWidth, wordSpace, fit, leading, overprints) = upright
    }
    line("Q")
  }

  // MARK: Marked content

  mutating func encode(_ span: OwnerSpan) {
    let ops = page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)]
    let isOnlyText = ops.allSatisfy { if case .glyphs = $0 { true } else { false } }
    // A sequence lies either wholly inside a text object or wholly around some.
    if !isOnlyText { endText() } else { beginText() }
    let owner: NodeID?
    switch span.owner {
    case .node(let node):
      owner = node
      isDecorative = false
      if !context.isPrinted {
        line("/\(context.types[node.int].rawValue)<</MCID \(owners.count)>>BDC")
        owners.append(node)
      }
    case .artifact(let artifact):
      owner = nil
      isDecorative = artifact == .background || artifact == .layout
      if !context.isPrinted { line(ArtifactProperties.opening(of: artifact)) }
    }
    for op in ops {
      if context.isPrinted { marks.append(UInt32(clamping: out.count)) }
      switch op {
      case .glyphs(let run): encode(run, owner: owner)
      case .fill(let rect, let colour): encode(rect, colour, owner: owner)
      case .path(let range, let paint):
        encode(page.path[Int(range.lowerBound)..<Int(range.upperBound)], paint, owner: owner)
      case .image(let image, let whole, let visible): encode(image, whole, visible, owner: owner)
      }
    }
    if !isOnlyText { endText() }
    if !context.isPrinted { line("EMC") }
  }

  mutating func line(_ text: String) {
    out.append(contentsOf: text.utf8)
    out.append(0x0A)
  }

  mutating func note(_ box: Rect, _ owner: NodeID?) {
    guard let owner, context.figures[owner.int] else { return }
    figureBoxes.append((owner, isTurned ? page.turn?.place(of: box) ?? box : box))
  }

  // MARK: Numbers and colours

  mutating func number(_ value: Thousandths) {
    out.append(value)
    out.append(0x20)
  }

  mutating func point(_ point: Point) {
    number(Thousandths(point.x))
    number(Thousandths(height.count - Thousandths(point.y).count))
  }

  /// Components in thousandths: 255 steps need no more. What is grey is said once; by the output
  /// intent it is the same.
  mutating func colour(_ colour: Colour, _ operation: String) {
    if let spot = context.inks.ink(of: colour), context.isPrinted {
      line(operation == "RG" ? "/S\(spot) CS" : "/S\(spot) cs")
      number(Thousandths(Int64(colour.tint) * 10))
      line(operation == "RG" ? "SCN" : "scn")
      return
    }
    if context.isPrinted {
      for ink in [colour.cyan, colour.magenta, colour.yellow, colour.black] {
        number(Thousandths(Int64(ink) * 10))
      }
      line(operation == "RG" ? "K" : "k")
      return
    }
    if colour.red == colour.green, colour.green == colour.blue {
      number(Thousandths(Length.rounded(Int64(colour.red) * 1_000, over: 255)))
      line(operation == "RG" ? "G" : "g")
      return
    }
    for component in [colour.red, colour.green, colour.blue] {
      number(Thousandths(Length.rounded(Int64(component) * 1_000, over: 255)))
    }
    line(operation)
  }

  /// Letters and rules in black alone print over what is there, so that no white shows beside them
  /// when plates shift; everything else leaves a gap for itself.
  ///
  /// *Source:* ISO 32000-1 §8.6.7 (overprint control; mode 1 leaves inks of which there are none).
  mutating func setOverprint(_ colour: Colour, isFine: Bool) {
    guard context.isPrinted else { return }
    let wanted = isFine && colour.isBlackAlone
    guard wanted != overprints else { return }
    overprints = wanted
    line(wanted ? "/K gs" : "/N gs")
  }

  mutating func setFill(_ wanted: Colour) {
    guard fill != wanted else { return }
    fill = wanted
    colour(wanted, "rg")
  }

  // MARK: Shapes

  mutating func encode(_ rect: Rect, _ colour: Colour, owner: NodeID?) {
    endText()
    setFill(colour)
    setOverprint(colour, isFine: Op.fill(rect, colour).isFine)
    ground.add(rect, colour)
    note(rect, owner)
    corner(of: rect)
    line("re f")
  }

  mutating func encode(_ steps: ArraySlice<PathStep>, _ paint: Paint, owner: NodeID?) {
    endText()
    guard let box = Ground.box(of: steps) else { return }
    let operation: String
    switch paint {
    case .fill(let colour):
      setFill(colour)
      setOverprint(colour, isFine: false)
      ground.add(box, colour)
      note(box, owner)
      operation = "f"
    case .stroke(let wanted, let width):
      setOverprint(wanted, isFine: true)
      if stroke != wanted {
        stroke = wanted
        colour(wanted, "RG")
      }
      if lineWidth != Thousandths(width) {
        lineWidth = Thousandths(width)
        number(Thousandths(width))
        line("w")
      }
      note(box.outset(by: width / 2), owner)
      operation = "S"
    }
    for step in steps {
      switch step {
      case .move(let to):
        point(to)
        line("m")
      case .line(let to):
        point(to)
        line("l")
      case .curve(let first, let second, let to):
        point(first)
        point(second)
        point(to)
        line("c")
      case .close: line("h")
      }
    }
    line(operation)
  }

  // MARK: Pictures

  /// *Source:* ISO 32000-1 §8.9.5.1: the unit square holds the picture, its first row at the top.
  mutating func encode(
    _ image: ImageID, _ whole: Rect, _ visible: Rect, owner: NodeID?
  ) {
    endText()
    note(visible, owner)
    line("q")
    if whole != visible {
      corner(of: visible)
      line("re W n")
    }
    let left = Thousandths(whole.x).count
    let width = Thousandths(whole.maxX).count - left
    let bottom = height.count - Thousandths(whole.maxY).count
    let tall = height.count - Thousandths(whole.y).count - bottom
    let matrix = context.orientations[image.int].matrix
    for entry in [
      matrix.a * width, matrix.b * tall, matrix.c * width, matrix.d * tall,
      left + matrix.e * width, bottom + matrix.f * tall,
    ] {
      number(Thousandths(entry))
    }
    line("cm")
    line("/I\(image.raw) Do")
    line("Q")
  }

  /// A rectangle's lower left corner, width and height; both corners are rounded, so rectangles
  /// that touch still touch.
  mutating func corner(of rect: Rect) {
    let left = Thousandths(rect.x)
    let right = Thousandths(rect.maxX)
    let top = Thousandths(rect.y)
    let bottom = Thousandths(rect.maxY)
    number(left)
    number(Thousandths(height.count - bottom.count))
    number(Thousandths(right.count - left.count))
    number(Thousandths(bottom.count - top.count))
  }
}
