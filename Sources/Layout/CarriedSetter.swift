import Core
import Display
import Fonts
import Manuscript
import Style
import Typesetting

/// Sets the lines in which tables carry their sums over page breaks: artifacts, made when the
/// breaks are known.
struct CarriedSetter: ~Copyable {
  let document: Document
  let design: DesignBook
  private var typesetter: Typesetter

  /// A line of sums: its pieces, and its rules.
  struct Line {
    /// Words set on one line, and where they stand in the table.
    var words: [(paragraph: TypesetParagraph, x: Length)]
    var table: CarriedTable
    /// The baseline, from the top of the line.
    var baseline: Length
  }

  init(document: Document, design: DesignBook, fonts: FontBook, hyphenation: HyphenationBook) {
    self.document = document
    self.design = design
    typesetter = Typesetter(fonts: fonts, hyphenation: hyphenation, protrusion: design.protrusion)
  }

  /// The line at the foot of a page of these boxes, or at its head; nil where nothing is carried.
  mutating func line(
    on page: Range<Int>, of galley: Galley, _ plan: FlowPlan, isForward: Bool
  ) -> Line? {
    let box = isForward ? page.upperBound : page.lowerBound
    let height =
      isForward
      ? galley.forwardHeight(before: box, from: page.lowerBound) : galley.broughtHeight(at: box)
    guard height > .zero else { return nil }
    let row = galley.carried[Int(galley.boxes[box].carried)]
    let place = galley.carriedTables[Int(row.table)]
    let table = plan[place.table]
    guard let carried = table.carried else { return nil }
    let said = isForward ? document.carriedForward : document.broughtForward
    let style = design.paragraphs[carried.style]
    var line = Line(
      words: [], table: place,
      baseline: table.style.rowPadding + style.leading.scaled(by: 3, over: 4))
    let edge = table.places[0].x
    // The columns before have room for it.
    line.words.append((set(said, style, width: design.page.trim.width), edge))
    for column in carried.columns {
      let place = table.places[column.column]
      let words = column.words(above: Int(row.rows))
      let sum = set(words, style, width: place.width)
      let width = sum.lines.first?.width ?? .zero
      // Its comma, and with it its unit, stands below those of the column.
      let white = max(column.tail - tail(of: words, style), .zero)
      line.words.append((sum, place.x + place.width - white - width))
    }
    return line
  }

  /// How much of a number stands to the right of its decimal comma.
  private mutating func tail(of words: String, _ style: ParagraphStyle) -> Length {
    let bytes = Array(words.utf8)
    guard let comma = decimalPlace(in: bytes), comma < bytes.count else { return .zero }
    let rest = typesetter.artifactLine(
      Array(bytes[comma...]), style, width: design.page.trim.width,
      language: document.languages[0])
    return rest.lines.first?.width ?? .zero
  }

  private mutating func set(
    _ words: String, _ style: ParagraphStyle, width: Length
  ) -> TypesetParagraph {
    typesetter.artifactLine(
      Array(words.utf8), style, width: width, language: document.languages[0])
  }
}

extension Page {
  /// Paints a line of a paragraph as an artifact; one that rises runs upwards from its origin.
  mutating func paint(
    _ line: TypesetLine, of paragraph: TypesetParagraph, at origin: Point, as artifact: Artifact,
    rises: Bool = false
  ) {
    paint(for: .artifact(artifact)) { brush in
      for number in line.pieces {
        let set = paragraph.pieces[Int(number)]
        let along = line.offset + set.x
        brush.glyphs(
          face: set.style.face, size: set.style.size,
          at: rises
            ? Point(x: origin.x, y: origin.y - along) : Point(x: origin.x + along, y: origin.y),
          colour: set.style.colour,
          glyphs: paragraph.glyphs[Int(set.glyphs.lowerBound)..<Int(set.glyphs.upperBound)],
          text: paragraph.text[Int(set.text.lowerBound)..<Int(set.text.upperBound)],
          offset: set.text.lowerBound, fit: set.fit, rises: rises)
      }
    }
  }
}
