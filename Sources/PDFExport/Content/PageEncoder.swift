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
}

/// Turns a page's operations into a content stream: no operator that says what is already so.
///
/// Positions are whole thousandths of a point; widths of text are whole millionths, because sizes
/// are thousandths of a point and widths thousandths of the em. So the place where a reader's pen
/// stands is known exactly, and rounding never adds up along a line: no glyph stands more than one
/// and a half thousandths of the em from its place.
///
/// *Source:* ISO 32000-1 §8.2 (operators), §9.4 (text), §14.6 (marked content).
struct PageEncoder {
  let page: Page
  let context: EncodingContext
  private var out: [UInt8] = []
  private var height: Thousandths

  // The graphics state as a reader has it at this point.
  private var font: (face: FaceID, size: Int64)?
  private var fill: Colour?
  private var stroke: Colour?
  private var lineWidth: Thousandths?
  private var rise: Int64 = 0
  /// What every space of one byte is wider, in thousandths of a point.
  private var wordSpace: Int64 = 0
  private var isTurned = false
  /// The state that comes back after turned marks.
  private var upright:
    (
      font: (face: FaceID, size: Int64)?, fill: Colour?, stroke: Colour?, lineWidth: Thousandths?,
      wordSpace: Int64
    )?

  // The text state: the start of the text line in thousandths, the pen in millionths of a point.
  private var isInText = false
  private var lineX: Int64 = 0
  private var lineY: Int64 = 0
  private var pen: Int64 = 0

  private var show: [UInt8] = []
  /// The marks around strings: parentheses, or the ones of hexadecimal digits for people.
  private let opening, closing: UInt8
  private var showHasShifts = false
  private var showIsOpen = false

  private var ground = Ground()
  /// Leaders and watermarks need not be read, so their contrast is not judged (WCAG 2.1 §1.4.3).
  private var isDecorative = false
  private var owners: [NodeID] = []
  private var figureBoxes: [(node: NodeID, box: Rect)] = []
  private var contrasts: [ContrastFinding] = []
  private var looked: [(colour: Colour, ground: Colour)] = []
  private var unspeakable: [UnspeakableFinding] = []

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
    return EncodedPage(
      stream: SealedStream(out, form: context.form), owners: owners, figureBoxes: figureBoxes,
      contrasts: contrasts, unspeakable: unspeakable)
  }

  // MARK: Turned marks

  /// Turns the coordinates a quarter about the corner. Marks go on to be written as on an upright
  /// page, height up from its foot, so the corner stands at that height.
  ///
  /// *Source:* ISO 32000-1 §8.3.4 (the rotation matrix), §8.4.2 (saving the state).
  private mutating func beginTurn() {
    endText()
    guard let corner = page.turn?.corner else { return }
    isTurned = true
    upright = (font, fill, stroke, lineWidth, wordSpace)
    out.append(contentsOf: "q 0 1 -1 0 ".utf8)
    number(Thousandths(Thousandths(corner.x).count + height.count))
    number(Thousandths(height.count - Thousandths(corner.y).count))
    line("cm")
  }

  private mutating func endTurn() {
    endText()
    isTurned = false
    if let upright { (font, fill, stroke, lineWidth, wordSpace) = upright }
    line("Q")
  }

  // MARK: Marked content

  private mutating func encode(_ span: OwnerSpan) {
    let ops = page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)]
    let isOnlyText = ops.allSatisfy { if case .glyphs = $0 { true } else { false } }
    // A sequence lies either wholly inside a text object or wholly around some.
    if !isOnlyText { endText() } else { beginText() }
    let owner: NodeID?
    switch span.owner {
    case .node(let node):
      owner = node
      isDecorative = false
      line("/\(context.types[node.int].rawValue)<</MCID \(owners.count)>>BDC")
      owners.append(node)
    case .artifact(let artifact):
      owner = nil
      isDecorative = artifact == .background || artifact == .layout
      line(PageEncoder.opening(of: artifact))
    }
    for op in ops {
      switch op {
      case .glyphs(let run): encode(run, owner: owner)
      case .fill(let rect, let colour): encode(rect, colour, owner: owner)
      case .path(let range, let paint):
        encode(page.path[Int(range.lowerBound)..<Int(range.upperBound)], paint, owner: owner)
      case .image(let image, let whole, let visible): encode(image, whole, visible, owner: owner)
      }
    }
    if !isOnlyText { endText() }
    line("EMC")
  }

  /// *Source:* ISO 32000-1 §14.8.2.2.2.
  private static func opening(of artifact: Artifact) -> String {
    switch artifact {
    case .header: "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
    case .footer: "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
    case .repetition: "/Artifact<</Type/Pagination>>BDC"
    case .layout: "/Artifact<</Type/Layout>>BDC"
    case .background: "/Artifact<</Type/Background>>BDC"
    }
  }

  private mutating func line(_ text: String) {
    out.append(contentsOf: text.utf8)
    out.append(0x0A)
  }

  private mutating func note(_ box: Rect, _ owner: NodeID?) {
    guard let owner, context.figures[owner.int] else { return }
    figureBoxes.append((owner, isTurned ? page.turn?.place(of: box) ?? box : box))
  }

  // MARK: Numbers and colours

  private mutating func number(_ value: Thousandths) {
    out.append(value)
    out.append(0x20)
  }

  private mutating func point(_ point: Point) {
    number(Thousandths(point.x))
    number(Thousandths(height.count - Thousandths(point.y).count))
  }

  /// Components in thousandths: 255 steps need no more.
  private mutating func colour(_ colour: Colour, _ operation: String) {
    for component in [colour.red, colour.green, colour.blue] {
      number(Thousandths(Length.rounded(Int64(component) * 1_000, over: 255)))
    }
    line(operation)
  }

  private mutating func setFill(_ wanted: Colour) {
    guard fill != wanted else { return }
    fill = wanted
    colour(wanted, "rg")
  }

  // MARK: Shapes

  private mutating func encode(_ rect: Rect, _ colour: Colour, owner: NodeID?) {
    endText()
    setFill(colour)
    ground.add(rect, colour)
    note(rect, owner)
    corner(of: rect)
    line("re f")
  }

  private mutating func encode(_ steps: ArraySlice<PathStep>, _ paint: Paint, owner: NodeID?) {
    endText()
    guard let box = Ground.box(of: steps) else { return }
    let operation: String
    switch paint {
    case .fill(let colour):
      setFill(colour)
      ground.add(box, colour)
      note(box, owner)
      operation = "f"
    case .stroke(let wanted, let width):
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
  private mutating func encode(
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
  private mutating func corner(of rect: Rect) {
    let left = Thousandths(rect.x)
    let right = Thousandths(rect.maxX)
    let top = Thousandths(rect.y)
    let bottom = Thousandths(rect.maxY)
    number(left)
    number(Thousandths(height.count - bottom.count))
    number(Thousandths(right.count - left.count))
    number(Thousandths(bottom.count - top.count))
  }

  // MARK: Text

  private mutating func beginText() {
    guard !isInText else { return }
    isInText = true
    lineX = 0
    lineY = 0
    pen = 0
    line("BT")
  }

  private mutating func endText() {
    guard isInText else { return }
    isInText = false
    line("ET")
  }

  private mutating func encode(_ run: GlyphRun, owner: NodeID?) {
    guard let codes = context.faces[run.face.int] else { return }
    let size = Thousandths(run.size).count
    guard size > 0 else { return }
    beginText()
    if font?.face != run.face || font?.size != size {
      font = (run.face, size)
      out.append(contentsOf: "/F".utf8)
      out.append(decimal: Int64(run.face.raw))
      out.append(0x20)
      number(Thousandths(size))
      line("Tf")
    }
    setFill(run.colour)
    space(run, codes, size: size)
    start(run, size: size)

    var walk = ClusterWalk(glyphs: page.glyphs, text: page.text, run: run.glyphs)
    // Where the pen should be, in scaled points from the run's origin.
    var wanted: Int64 = 0
    while true {
      if let spoken = walk.nextSimple() {
        set(spoken, codes, size: size, at: run.origin.x, &wanted, owner, run.face)
      } else if walk.nextCluster() {
        if walk.isReplaced {
          endShow()
          out.append(contentsOf: "/Span<</ActualText".utf8)
          out.append(
            literal: TextString.encoded(String(decoding: page.text[walk.range], as: UTF8.self)))
          line(">>BDC")
        }
        for spoken in walk.spoken {
          set(spoken, codes, size: size, at: run.origin.x, &wanted, owner, run.face)
        }
        if walk.isReplaced {
          endShow()
          line("EMC")
        }
      } else {
        break
      }
    }
    endShow()
    if rise != 0 {
      rise = 0
      line("0 Ts")
    }
    look(at: run, width: wanted, owner: owner)
  }

  /// Sets the word spacing that the first space of a run asks for: in a justified line all do. The
  /// last glyph is left out, for a space at the line's end hangs as it is.
  ///
  /// *Source:* ISO 32000-1 §9.3.3.
  private mutating func space(_ run: GlyphRun, _ codes: FaceCodes, size: Int64) {
    guard let space = codes.space else { return }
    for index in Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound) - 1 {
      let glyph = page.glyphs[index]
      guard glyph.textLength == 1, page.text[Int(glyph.text)] == 0x20,
        codes.code(of: glyph.id, .space) == space
      else { continue }
      let excess = millionths(glyph.advance) - Int64(codes.widths[Int(space)]) * size
      let wanted = Length.rounded(excess, over: 1_000)
      // A thousandth of a point more or less is nothing, even ten times over.
      guard abs(wanted - wordSpace) > 1 else { return }
      wordSpace = wanted
      number(Thousandths(wanted))
      line("Tw")
      return
    }
  }

  /// Moves to the start of a run: on the same baseline by a shift of the pen, else by `Td`.
  private mutating func start(_ run: GlyphRun, size: Int64) {
    let x = Thousandths(run.origin.x).count
    let y = height.count - Thousandths(run.origin.y).count
    if y == lineY, abs(millionths(run.origin.x.sp) - pen) < 3 * size * 1_000, pen != 0 { return }
    number(Thousandths(x - lineX))
    number(Thousandths(y - lineY))
    line("Td")
    lineX = x
    lineY = y
    pen = x * 1_000
  }

  private func millionths(_ sp: some BinaryInteger) -> Int64 {
    Length.rounded(Int64(sp) * 1_000_000, over: 65_536)
  }

  /// A shift rounded to a multiple of five that is no more than one away, which cannot be seen:
  /// fewer different numbers compress to less.
  @inline(__always)
  private static func plain(_ shift: Int64) -> Int64 {
    switch shift % 5 {
    case 1, -4: shift - 1
    case -1, 4: shift + 1
    default: shift
    }
  }

  @inline(__always)
  private mutating func set(
    _ spoken: SpokenGlyph, _ codes: FaceCodes, size: Int64, at origin: Length,
    _ wanted: inout Int64, _ owner: NodeID?, _ face: FaceID
  ) {
    let glyph = page.glyphs[spoken.glyph]
    let code = codes.code(of: glyph.id, spoken.key)
    if glyph.dy != 0 || rise != 0 { raise(to: glyph.dy) }
    let place = millionths(Int64(origin.sp) + wanted + Int64(glyph.dx))
    // A shift is in thousandths of the em: `size` millionths of a point.
    let shift = PageEncoder.plain(Length.rounded(pen - place, over: size))
    if !showIsOpen {
      showIsOpen = true
      showHasShifts = shift != 0
      if shift != 0 {
        show.append(decimal: shift)
        pen -= shift * size
      }
      show.append(opening)
    } else if shift != 0 {
      showHasShifts = true
      show.append(closing)
      show.append(decimal: shift)
      show.append(opening)
      pen -= shift * size
    }
    if opening == 0x28 {
      if codes.isWide {
        show.append(escaped: UInt8(truncatingIfNeeded: code >> 8))
        show.append(escaped: UInt8(truncatingIfNeeded: code))
      } else {
        show.append(escaped: codes.bytes[code])
      }
    } else if codes.isWide {
      show.append(hexadecimal: code)
    } else {
      show.append(hexadecimal: codes.bytes[code])
    }
    pen += Int64(codes.widths[Int(code)]) * size
    if code == codes.space { pen += wordSpace * 1_000 }
    wanted += Int64(glyph.advance)
    if codes.isUnspeakable[Int(code)] {
      let finding = UnspeakableFinding(
        isMissing: glyph.id == 0, text: spoken.key.text, owner: owner, face: face)
      if !unspeakable.contains(finding) { unspeakable.append(finding) }
    }
  }

  private mutating func raise(to dy: Int32) {
    let wanted = Thousandths(Length(sp: dy)).count
    guard wanted != rise else { return }
    endShow()
    rise = wanted
    number(Thousandths(wanted))
    line("Ts")
  }

  private mutating func endShow() {
    guard showIsOpen else { return }
    showIsOpen = false
    if showHasShifts { out.append(0x5B) }
    out.append(contentsOf: show)
    out.append(closing)
    line(showHasShifts ? "]TJ" : "Tj")
    show.removeAll(keepingCapacity: true)
  }

  private mutating func look(at run: GlyphRun, width: Int64, owner: NodeID?) {
    let cap = run.size.scaled(by: context.capHeights[run.face.int], over: 1_000)
    let box = Rect(
      x: run.origin.x, y: run.origin.y - cap, width: Length(clamping: width), height: cap)
    note(box, owner)
    guard !isDecorative else { return }
    let under = ground.colour(under: box)
    if looked.contains(where: { $0.colour == run.colour && $0.ground == under }) { return }
    looked.append((run.colour, under))
    if run.colour.contrast(with: under) < context.minimalContrast {
      contrasts.append(ContrastFinding(colour: run.colour, ground: under, owner: owner))
    }
  }
}
