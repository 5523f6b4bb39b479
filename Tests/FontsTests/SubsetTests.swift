import CFreeType
import Core
import Fonts
import SazbaTesting
import Testing

/// Subsets are opened again with FreeType, which had no part in making them.
@Suite struct SubsetTests {
  /// A glyph as FreeType reads it: width, then the points of the outline.
  private struct Drawing: Equatable {
    var width: Int
    var points: [Int]
    var tags: [UInt8]
    var contours: [Int]
  }

  /// The drawings of some glyphs of a font program.
  private func drawings(_ program: [UInt8], _ glyphs: [UInt16]) throws -> [Drawing] {
    var library: FT_Library?
    try #require(FT_Init_FreeType(&library) == 0)
    defer { FT_Done_FreeType(library) }
    return try program.withUnsafeBufferPointer { bytes in
      var opened: FT_Face?
      try #require(
        FT_New_Memory_Face(library, bytes.baseAddress, FT_Long(bytes.count), 0, &opened) == 0)
      let face = try #require(opened)
      defer { FT_Done_Face(face) }
      // Bit 12: CID-keyed. A name-keyed CFF is what makes CIDs glyph numbers.
      #expect(face.pointee.face_flags & (1 << 12) == 0)
      return try glyphs.map { glyph in
        try #require(FT_Load_Glyph(face, FT_UInt(glyph), FT_Int32(FT_LOAD_NO_SCALE)) == 0)
        let slot = try #require(face.pointee.glyph).pointee
        let outline = slot.outline
        var drawing = Drawing(
          width: slot.metrics.horiAdvance, points: [], tags: [], contours: [])
        for point in 0..<Int(outline.n_points) {
          drawing.points += [outline.points[point].x, outline.points[point].y]
          drawing.tags.append(UInt8(truncatingIfNeeded: outline.tags[point]) & 3)
        }
        for contour in 0..<Int(outline.n_contours) {
          drawing.contours.append(Int(outline.contours[contour]))
        }
        return drawing
      }
    }
  }

  private static let text = "Příliš žluťoučký kůň úpěl ďábelské ódy 0123456789 ÁČĎŽ (§ 94) – „“ ffi"

  /// The glyphs of the sample text in a face.
  private func used(_ book: FontBook, _ face: Int) -> [UInt16] {
    shaped(Self.text, in: book, face: face).map(\.id)
  }

  @Test func widthsDrawingsAndNumbersSurviveTheRoundTrip() throws {
    let book = try Library.book(Library.names)
    for (position, face) in book.faces.enumerated() {
      let glyphs = used(book, position)
      let subset = try face.subset(to: glyphs)
      #expect(subset.outlines == face.outlines)
      #expect(subset.glyphs.first == 0)
      #expect(zip(subset.glyphs, subset.glyphs.dropFirst()).allSatisfy { $0 < $1 })
      for glyph in glyphs {
        let new = try #require(subset.newID(of: glyph))
        #expect(subset.glyphs[Int(new)] == glyph)
      }
      let all = Array(0..<UInt16(subset.glyphs.count))
      let cut = try drawings(subset.program, all)
      let whole = try drawings(Repository.bytes(of: "Fonts/" + face.name), subset.glyphs)
      #expect(cut == whole, "\(face.name)")
      #expect(cut.map(\.width) == subset.glyphs.map { Int(face.advance(of: $0)) })
      #expect(subset.program.count < 60_000, "\(face.name) \(subset.program.count)")
    }
  }

  @Test func theProgramIsWhatPDFWants() throws {
    let book = try Library.book([Library.serif, Library.dejavu])
    let bare = try book.faces[0].subset(to: used(book, 0)).program
    // CFF header: major 1, minor 0, header size 4.
    #expect(Array(bare.prefix(3)) == [1, 0, 4])
    let wrapped = try book.faces[1].subset(to: used(book, 1)).program
    #expect(Array(wrapped.prefix(4)) == [0, 1, 0, 0])
    let count = Int(wrapped[4]) << 8 | Int(wrapped[5])
    let tags = (0..<count).map { table in
      String(decoding: wrapped[(12 + 16 * table)..<(16 + 16 * table)], as: UTF8.self)
    }
    #expect(tags.sorted() == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
  }

  @Test func orderAndRepetitionDoNotMatter() throws {
    let book = try Library.book(Library.names)
    for (position, face) in book.faces.enumerated() {
      let glyphs = used(book, position)
      let first = try face.subset(to: glyphs)
      let again = try FontFace(path: Library.path(face.name), name: "again")
        .subset(to: Array(Set(glyphs)))
      #expect(first == again)
    }
  }

  @Test func compositesBringTheirPartsAndOthersAreNotThere() throws {
    let face = try FontFace(path: Library.path(Library.dejavu), name: "DejaVu")
    let letter = try #require(face.glyph(for: 0x10D))
    let other = try #require(face.glyph(for: 0x78))
    let subset = try face.subset(to: [letter])
    #expect(subset.newID(of: letter) != nil)
    #expect(subset.newID(of: other) == nil)
    #expect(subset.newID(of: 0) == 0)
    #expect(subset.glyphs.count == 4, "the box, c, the caron, and č")
    let empty = try face.subset(to: [])
    #expect(empty.glyphs == [0])
  }

  @Test func twoWorkersCutTheSameFace() async throws {
    let book = try Library.book([Library.serif, Library.dejavu])
    let glyphs = [used(book, 0), used(book, 1)]
    let work: @Sendable () throws -> [FontSubset] = {
      try (0..<6).map { try book.faces[$0 % 2].subset(to: glyphs[$0 % 2]) }
    }
    async let first = Task.detached(operation: work).value
    async let second = Task.detached(operation: work).value
    let (a, b) = try await (first, second)
    #expect(a == b)
    #expect(a[0] == a[2])
  }

  @Test func aGlyphThatDoesNotExistIsRefused() throws {
    let face = try FontFace(path: Library.path(Library.serif), name: "serif.otf")
    let failure = #expect(throws: FontFailure.self) { try face.subset(to: [1, .max]) }
    #expect(failure == .subsetting)
    let finding = FontFailure.subsetting.diagnostic(of: face.name, at: nil)
    #expect(finding.kind == FontsDiagnostics.subsetting)
    #expect(finding.message.cs.contains("serif.otf"))
  }
}
