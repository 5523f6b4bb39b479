import Core
import Display
import Fonts
import SazbaTesting

/// Sets hand-made pages with real fonts: what layout does, without its art.
struct Composer {
  static let serif = FaceID(0)
  static let sans = FaceID(1)
  static let fallback = FaceID(2)

  let book: FontBook
  var elements: [StructureElement] = []
  var pages: [Page] = []
  var destinations: [Destination] = []
  var outline: [OutlineEntry] = []
  var labels: [PageLabel] = []
  var title = "Zkouška sazby"
  var pictures: [Picture] = []
  var spots: [SpotColour] = []

  init() throws {
    book = try FontBook.load(
      [
        "SourceSerifPro/SourceSerifPro-Regular.otf", "SourceSansPro/SourceSansPro-Semibold.otf",
        "DejaVuSans/DejaVuSans.ttf",
      ].map { FontFile(path: Repository.path("Fonts/" + $0), name: $0, at: nil) },
      fallback: [Composer.fallback])
  }

  /// Adds an element and returns its node.
  mutating func add(_ type: StructureType, under parent: NodeID? = nil) -> NodeID {
    let node = NodeID(elements.count)
    elements.append(StructureElement(type: type, parent: parent ?? node))
    return node
  }

  mutating func newPage(width: Length = .pt(298), height: Length = .pt(420)) {
    pages.append(Page(trim: Size(width: width, height: height)))
  }

  /// Glyphs of `text` in one face; each glyph carries its share of the text.
  func glyphs(_ text: String, face: FaceID, size: Length) -> [Glyph] {
    let bytes = Array(text.utf8)
    var shaper = Shaper(book)
    var shaped: [ShapedGlyph] = []
    shaper.shape(
      bytes, 0..<bytes.count, face: face, features: [], language: .czech, into: &shaped)
    // A hyphen added at a line's end is drawn as a hyphen and means U+00AD.
    let hyphen = book[face].glyph(for: 0x2D) ?? 0
    for index in shaped.indices
    where bytes[Int(shaped[index].cluster)...].starts(with: [0xC2, 0xAD]) {
      shaped[index].id = hyphen
      shaped[index].advance = book[face].advance(of: hyphen)
    }
    return Composer.set(shaped, bytes: bytes, size: size, unitsPerEm: book[face].unitsPerEm)
  }

  static func set(
    _ shaped: [ShapedGlyph], bytes: [UInt8], size: Length, unitsPerEm: Int32
  ) -> [Glyph] {
    func scaled(_ units: Int32) -> Int32 {
      size.scaled(by: Int64(units), over: Int64(unitsPerEm)).sp
    }
    return shaped.enumerated().map { position, glyph in
      let isLater = position > 0 && shaped[position - 1].cluster == glyph.cluster
      let end =
        shaped[position...].first { $0.cluster > glyph.cluster }.map { Int($0.cluster) }
        ?? bytes.count
      return Glyph(
        id: glyph.id, textLength: isLater ? 0 : UInt16(end - Int(glyph.cluster)),
        text: glyph.cluster, advance: scaled(glyph.advance), dx: scaled(glyph.dx),
        dy: scaled(glyph.dy))
    }
  }

  /// Sets a line on the last page; returns where it ends.
  @discardableResult
  mutating func set(
    _ text: String, for owner: Owner, x: Length, y: Length, face: FaceID = Composer.serif,
    size: Length = .pt(10), colour: Colour = .black, stretch: Length = .zero,
    fit: LetterFit = .natural
  ) -> Length {
    var glyphs = glyphs(text, face: face, size: size)
    let bytes = Array(text.utf8)
    for index in glyphs.indices {
      let isSpace = bytes[Int(glyphs[index].text)] == 0x20
      glyphs[index].advance += isSpace ? -fit.apart.sp : fit.apart.sp
      glyphs[index].advance = Int32(clamping: fit.drawn(Int64(glyphs[index].advance)))
      if isSpace { glyphs[index].advance += stretch.sp }
    }
    pages[pages.count - 1].paint(for: owner) { brush in
      brush.glyphs(
        face: face, size: size, at: Point(x: x, y: y), colour: colour, glyphs: glyphs[...],
        text: bytes[...], fit: fit)
    }
    return Length(clamping: glyphs.reduce(Int64(x.sp)) { $0 + Int64($1.advance) })
  }

  mutating func fill(_ rect: Rect, _ colour: Colour, for owner: Owner) {
    pages[pages.count - 1].paint(for: owner) { $0.fill(rect, colour) }
  }

  mutating func link(
    _ target: LinkTarget, from: Length, to: Length, y: Length, contents: String, owner: NodeID
  ) {
    pages[pages.count - 1].links.append(
      Link(
        areas: [Rect(x: from, y: y - .pt(8), width: to - from, height: .pt(10))], target: target,
        contents: contents, owner: owner))
  }

  var list: PageList {
    var list = PageList(
      pages: pages, pictures: pictures, structure: StructureTree(elements: elements),
      destinations: destinations,
      outline: outline, labels: labels,
      information: Information(
        title: title, author: "Město Dačice", subject: "Zkouška zápisu PDF",
        keywords: ["sociální služby", "plán"], language: .czech, date: Composer.date))
    list.spots = spots
    return list
  }

  static let date: CivilDate = {
    guard let date = CivilDate(year: 2024, month: 11, day: 5) else { preconditionFailure("a day") }
    return date
  }()
}

extension Profile {
  static let web = Profile(
    name: "web", standards: [.pdfA2a, .pdfUA1],
    outputIntent: OutputIntent(profile: "ICC/sRGB.icc", condition: "sRGB IEC61966-2.1"),
    maximalBytes: 10_485_760, minimalContrast: 4.5)
}
