import Core
import Display
import Manuscript
import Style
import Typesetting

/// What is painted on a page: lines, tints, pictures.
extension PageMaker {
  mutating func paint(
    _ range: Range<UInt32>, at top: Length, left: Length? = nil, right: Length = .zero,
    as artifact: Artifact? = nil
  ) {
    let y = shape.top + shift + top
    for number in range {
      let item = galley.placed[Int(number)]
      let artifact = artifact ?? (item.isRepeated ? .repetition : nil)
      var at = Point(x: (left ?? self.left(of: item.column)) + right + item.x, y: y + item.y)
      if item.column == .margin && facesText { at.x += whiteBeside(item.thing) }
      switch item.thing {
      case .line(let job, let line):
        paintLine(Int(job), Int(line), item.node, at, artifact, rises: false)
      case .risingLine(let job, let line):
        paintLine(Int(job), Int(line), item.node, at, artifact, rises: true)
      case .fill(let width, let height, let colour):
        let rect = Rect(x: at.x, y: at.y, width: width, height: height)
        page.paint(for: .artifact(artifact ?? .layout)) { $0.fill(rect, colour) }
      case .artwork(let artwork, let width, let height, let ink, let isOrnament):
        let field = Rect(x: at.x, y: at.y, width: width, height: height)
        paintArtwork(artwork, in: field, of: item.node, ink, isOrnament: isOrnament)
      }
    }
  }

  /// Whether lines in the margin column end at the text on this page.
  private var facesText: Bool { isVerso && design.page.marginFacesText }

  /// What a line leaves of the margin column.
  private func whiteBeside(_ thing: Thing) -> Length {
    guard case .line(let job, let number) = thing else { return .zero }
    let line = paragraphs[Int(job)].lines[Int(number)]
    return max(design.page.marginWidth - line.offset - line.width, .zero)
  }

  private mutating func paintLine(
    _ job: Int, _ number: Int, _ node: NodeID, _ at: Point, _ artifact: Artifact?, rises: Bool
  ) {
    let line = paragraphs[job].lines[number]
    if artifact == nil {
      if number == 0 {
        let up = rises ? line.offset + line.width : plan.jobs[job].baseline
        made.places.append(NodePlace(node: node, at: Point(x: at.x, y: at.y - up)))
      }
      note(job, number, node, at.y)
    }
    for position in line.pieces {
      let piece = paragraphs[job].pieces[Int(position)]
      let along = line.offset + piece.x
      let origin =
        rises
        ? Point(x: at.x - piece.style.rise, y: at.y - along)
        : Point(x: at.x + along, y: at.y - piece.style.rise)
      let owner: Owner =
        artifact.map { .artifact($0) }
        ?? (piece.isArtifact ? .artifact(.layout) : .node(piece.owner))
      if document[piece.owner].role == .pictogram {
        pictogram(piece, at: origin, isRepeated: artifact != nil)
        continue
      }
      page.paint(for: owner) {
        $0.glyphs(
          face: piece.style.face, size: piece.style.size, at: origin, colour: piece.style.colour,
          glyphs: paragraphs[job].glyphs[
            Int(piece.glyphs.lowerBound)..<Int(piece.glyphs.upperBound)],
          text: paragraphs[job].text[Int(piece.text.lowerBound)..<Int(piece.text.upperBound)],
          offset: piece.text.lowerBound, fit: piece.fit, rises: rises)
      }
      guard artifact == nil, piece.owner != node else { continue }
      if number == 0 || document[piece.owner].anchor != nil {
        made.places.append(
          NodePlace(node: piece.owner, at: Point(x: origin.x, y: at.y - line.ascent)))
      }
      let tall = line.ascent + line.descent
      link(
        piece.owner,
        rises
          ? Rect(
            x: at.x - line.ascent, y: origin.y - piece.width, width: tall, height: piece.width)
          : Rect(x: origin.x, y: at.y - line.ascent, width: piece.width, height: tall))
    }
  }

  /// Draws a sign in the room that was kept for it.
  private mutating func pictogram(_ piece: Piece, at origin: Point, isRepeated: Bool) {
    guard let sign = design.pictogram(document.look(of: piece.owner)) else { return }
    let isMeant = !isRepeated && document[piece.owner].alternative != nil
    let outline = PictogramPlace.outline(
      of: sign, at: origin, width: piece.width, size: piece.style.size)
    page.paint(for: isMeant ? .node(piece.owner) : .artifact(.layout)) {
      $0.path(outline, .fill(piece.style.colour))
    }
  }

  /// Remembers what stands on the page: consecutive lines of a paragraph as one fragment.
  private mutating func note(_ job: Int, _ line: Int, _ node: NodeID, _ y: Length) {
    if let last = made.fragments.last, last.job == job, last.lines.upperBound == line {
      made.fragments[made.fragments.count - 1].lines = last.lines.lowerBound..<line + 1
      return
    }
    made.fragments.append(PageFragment(node: node, job: job, lines: line..<line + 1, y: y))
  }

  private mutating func paintArtwork(
    _ artwork: ArtworkID, in field: Rect, of node: NodeID, _ ink: Colour, isOrnament: Bool
  ) {
    made.places.append(NodePlace(node: node, at: Point(x: field.x, y: field.y)))
    let owner: Owner = isOrnament ? .artifact(.background) : .node(node)
    if case .image(let image, _, let crop) = document.artworks[artwork.int] {
      let visible = isOrnament ? bled(field) : field
      let whole = ImagePlace(document.pictures[image.int], crop: crop).whole(filling: visible)
      page.paint(for: owner) { $0.image(image, whole: whole, visible: visible) }
      return
    }
    let drawing = PointPattern(
      artwork: document.artworks[artwork.int], field: field,
      limits: isOrnament ? bled(field) : field, isCropped: isOrnament)
    let outlines = drawing.outlines()
    guard !outlines.isEmpty else { return }
    page.paint(for: owner) { $0.path(outlines, .fill(ink)) }
  }
}
