import Core
import Fonts
import Style
import Testing

@testable import Typesetting

/// Margin protrusion and expansion of letters.
@Suite struct MicrotypographyTests {
  private static let marks = [
    Protrusion(marks: [
      Protrusion.Mark(scalar: 0x2C, left: 0, right: 600),
      Protrusion.Mark(scalar: 0x2D, left: 500, right: 600),
      Protrusion.Mark(scalar: 0x2E, left: 0, right: 700),
      Protrusion.Mark(scalar: 0x201E, left: 450, right: 0),
    ])
  ]

  private static func set(
    _ text: String, mm: Int = 60, _ change: (inout BreakParameters) -> Void
  ) throws -> TypesetParagraph {
    var typesetter = Typesetter(
      fonts: try Setting.fonts(), hyphenation: try Setting.book(), protrusion: marks)
    var breaking = BreakParameters()
    breaking.emergencyStretch = .pt(12)
    change(&breaking)
    let setting = ParagraphSetting(lineWidth: .mm(mm), breaking: breaking)
    var paragraph = Setting.paragraph(text)
    // Without kerning a letter's advance is its own.
    for run in paragraph.runs.indices { paragraph.runs[run].style.features = ["-kern"] }
    return typesetter.typeset(paragraph, setting)
  }

  /// Where the ink of a line begins and ends, the space that hangs at its end left out.
  private func edges(_ set: TypesetParagraph, _ line: TypesetLine) -> (Length, Length) {
    var end = Length.zero
    for number in line.pieces {
      let piece = set.pieces[Int(number)]
      var width = piece.x
      for index in piece.glyphs {
        let glyph = set.glyphs[Int(index)]
        if number == line.pieces.last, index == piece.glyphs.last, line.end == .space { continue }
        width += Length(sp: glyph.advance)
      }
      end = width
    }
    return (line.offset, line.offset + end)
  }

  @Test func marksHangAndLinesFillTheMeasureAllTheSame() throws {
    let set = try Self.set(Setting.prose) { $0.protrudes = true }
    #expect(set.lines.count > 4)
    let measure = Length.mm(60)
    var hanging = 0
    for (number, line) in set.lines.enumerated().dropLast() {
      let (start, end) = edges(set, line)
      #expect(abs(line.width.sp - measure.sp) <= 2, "line \(number)")
      #expect(start <= .zero)
      #expect(end >= measure - Length(sp: 2))
      if end > measure + .milliPoints(800) { hanging += 1 }
    }
    #expect(hanging > 0, "no comma, full stop or hyphen hangs")
  }

  @Test func expansionKeepsToItsLimitAndEvensOutSpaces() throws {
    func spaces(_ set: TypesetParagraph) -> [Int] {
      set.lines.dropLast().map { Int(abs($0.ratio)) }
    }
    let rigid = try Self.set(Setting.prose) { _ in }
    let elastic = try Self.set(Setting.prose) { $0.expansion = 20 }
    for piece in elastic.pieces { #expect(abs(piece.fit.scale) <= 200) }
    #expect(elastic.pieces.contains { $0.fit.scale != 0 })
    #expect(spaces(elastic).reduce(0, +) < spaces(rigid).reduce(0, +))
    for line in elastic.lines.dropLast() {
      #expect(abs(line.width.sp - Length.mm(60).sp) <= 2)
    }
  }

  @Test func advancesAreWhatHorizontalScalingDraws() throws {
    let set = try Self.set(Setting.prose) { $0.expansion = 20 }
    let face = try Setting.fonts().faces[0]
    for piece in set.pieces where piece.fit.scale != 0 {
      for index in piece.glyphs {
        let glyph = set.glyphs[Int(index)]
        guard glyph.textLength == 1, set.text[Int(glyph.text)] == 0x65 else { continue }
        let drawn =
          Int64(face.advance(of: glyph.id)) * Int64(piece.style.size.sp)
          * Int64(10_000 + piece.fit.scale)
        #expect(abs(drawn / (Int64(face.unitsPerEm) * 10_000) - Int64(glyph.advance)) <= 2)
      }
    }
  }

  @Test func lettersMoveOnlyWhereWideningThemIsNotEnough() throws {
    let plain = try Self.set(Setting.prose, mm: 90) { $0.expansion = 20 }
    let spaced = try Self.set(Setting.prose, mm: 90) {
      $0.expansion = 20
      $0.letterSpacing = 6
    }
    let apart = spaced.pieces.map(\.fit).filter { $0.apart != .zero }
    #expect(!apart.isEmpty)
    #expect(apart.allSatisfy { (1...200).contains(abs($0.scale)) })
    // Six thousandths of an em of ten points.
    #expect(apart.allSatisfy { abs($0.apart.sp) <= Length.milliPoints(60).sp })
    for line in spaced.lines.dropLast() {
      #expect(abs(line.width.sp - Length.mm(90).sp) <= 2)
      #expect(!line.isOverfull)
    }
    func unevenness(_ set: TypesetParagraph) -> Int64 {
      set.lines.dropLast().reduce(0) { $0 + Int64(abs($1.ratio)) }
    }
    #expect(unevenness(spaced) < unevenness(plain))
  }

  @Test func movedLettersLeaveTheWhiteBetweenWordsAsItIs() throws {
    let face = try Setting.fonts().faces[0]
    var seen = 0
    for mm in stride(from: 60, through: 130, by: 10) {
      let set = try Self.set(Setting.prose, mm: mm) {
        $0.expansion = 20
        $0.letterSpacing = 6
      }
      for line in set.lines where abs(line.ratio) < 1_000 {
        for number in line.pieces {
          let piece = set.pieces[Int(number)]
          guard piece.fit.apart != .zero else { continue }
          func drawn(_ glyph: Glyph) -> Int64 {
            piece.fit.drawn(
              Int64(face.advance(of: glyph.id)) * Int64(piece.style.size.sp)
                / Int64(face.unitsPerEm))
          }
          for index in piece.glyphs.dropFirst().dropLast() {
            let glyph = set.glyphs[Int(index)]
            guard set.text[Int(glyph.text)] == 0x20 else { continue }
            let before = set.glyphs[Int(index) - 1]
            let white = Int64(glyph.advance) + Int64(before.advance) - drawn(before)
            #expect(abs(white - drawn(glyph)) < 2_000)
            seen += 1
          }
        }
      }
    }
    #expect(seen > 0, "no line is filled by its letters alone")
  }

  @Test func raggedTextIsNeverExpandedButItsMarksHang() throws {
    var typesetter = Typesetter(
      fonts: try Setting.fonts(), hyphenation: try Setting.book(), protrusion: Self.marks)
    var breaking = BreakParameters()
    breaking.expansion = 20
    breaking.letterSpacing = 6
    breaking.protrudes = true
    let set = typesetter.typeset(
      Setting.paragraph("„" + Setting.prose),
      ParagraphSetting(lineWidth: .mm(60), alignment: .left, breaking: breaking))
    #expect(set.pieces.allSatisfy { $0.fit == .natural })
    #expect(set.lines[0].offset < .zero)
    #expect(set.lines.allSatisfy { !$0.isOverfull })
  }

  @Test func withoutMicrotypographyNothingChanges() throws {
    let set = try Self.set(Setting.prose) { _ in }
    #expect(set.lines.allSatisfy { $0.offset == .zero })
    #expect(set.pieces.allSatisfy { $0.fit.scale == 0 })
  }
}
