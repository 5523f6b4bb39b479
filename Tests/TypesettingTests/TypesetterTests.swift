import Core
import Fonts
import Style
import Testing

@testable import Typesetting

@Suite struct TypesetterTests {
  static func typesetter() throws -> Typesetter {
    Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
  }

  static func set(
    _ text: String, mm: Int = 60, alignment: Alignment = .justified, language: Language = .czech,
    change: (inout ParagraphSetting) -> Void = { _ in }
  ) throws -> TypesetParagraph {
    var typesetter = try typesetter()
    var setting = ParagraphSetting(lineWidth: .mm(mm), alignment: alignment)
    change(&setting)
    return typesetter.typeset(Setting.paragraph(text, language: language), setting)
  }

  /// Width of the glyphs of a line that stand in the measure, counted anew.
  static func width(_ set: TypesetParagraph, _ line: TypesetLine) -> Int32 {
    var width: Int32 = 0
    for piece in line.pieces {
      for glyph in set.pieces[Int(piece)].glyphs { width += set.glyphs[Int(glyph)].advance }
    }
    if line.end == .space, let last = line.pieces.last {
      let piece = set.pieces[Int(last)]
      width -= set.glyphs[Int(piece.glyphs.upperBound) - 1].advance
    }
    return width
  }

  @Test("Size budgets")
  func budgets() {
    #expect(MemoryLayout<Item>.stride == 24)
    #expect(MemoryLayout<Glyph>.stride == 20)
    #expect(MemoryLayout<LineBreaker.Node>.stride <= 40)
    #expect(MemoryLayout<LineBreaker.Sums>.stride == 40)
  }

  @Test("Justified lines fill the measure exactly and lose no word", arguments: [35, 60, 90, 160])
  func justified(mm: Int) throws {
    let set = try Self.set(Setting.prose, mm: mm)
    for line in set.lines.dropLast() {
      #expect(line.width == .mm(mm))
      #expect(line.width.sp == Self.width(set, line))
      #expect(!line.isOverfull)
    }
    let joined = Setting.lines(set).joined()
    #expect(joined == String(decoding: set.text, as: UTF8.self))
    #expect(joined.replacing("\u{AD}", with: "") == Setting.prose)
    #expect(set.missing.isEmpty)
  }

  @Test("Glyphs, pieces and text tile: every byte belongs to one glyph, every glyph to one piece")
  func tiling() throws {
    let text = Setting.prose + " Frýdek-Místek, Frýdek-Místek a jinde – ﬁ → 漢字 α."
    for mm in [18, 25, 40, 80] {
      let set = try Self.set(text, mm: mm)
      var byte: UInt32 = 0
      for glyph in set.glyphs where glyph.textLength > 0 {
        #expect(glyph.text == byte)
        byte = glyph.text + UInt32(glyph.textLength)
      }
      #expect(byte == UInt32(set.text.count))
      var glyph: UInt32 = 0
      var start: UInt32 = 0
      for piece in set.pieces {
        #expect(piece.glyphs.lowerBound == glyph && piece.text.lowerBound == start)
        glyph = piece.glyphs.upperBound
        start = piece.text.upperBound
      }
      #expect(glyph == UInt32(set.glyphs.count) && start == UInt32(set.text.count))
      #expect(set.lines.reduce(0) { $0 + $1.pieces.count } == set.pieces.count)
    }
  }

  @Test("Right and centred lines stand where they must")
  func aligned() throws {
    let width = Length.mm(70)
    let right = try Self.set(Setting.prose, mm: 70, alignment: .right)
    let centred = try Self.set(Setting.prose, mm: 70, alignment: .centre)
    let left = try Self.set(Setting.prose, mm: 70, alignment: .left)
    for line in right.lines { #expect(line.offset + line.width == width) }
    for line in centred.lines { #expect(line.offset == (width - line.width) / 2) }
    for line in left.lines { #expect(line.offset == .zero && line.width <= width) }
    for set in [right, centred, left] {
      for line in set.lines { #expect(line.ratio == 0 && line.width.sp == Self.width(set, line)) }
    }
    // Ragged lines are evened out: greedy filling would leave the last but one much shorter.
    let widths = left.lines.dropLast().map(\.width.sp)
    #expect((widths.max() ?? 0) - (widths.min() ?? 0) < width.sp / 4)
  }

  @Test("The first line is indented, or hangs")
  func indented() throws {
    let set = try Self.set(Setting.prose, mm: 70) { $0.firstIndent = .mm(8) }
    #expect(set.lines[0].offset == .mm(8) && set.lines[0].width == .mm(70) - .mm(8))
    #expect(set.lines[1].offset == .zero && set.lines[1].width == .mm(70))
    let widths = try Self.set(Setting.prose, mm: 70) { $0.firstWidths = [.mm(50), .mm(40)] }
    #expect(widths.lines.prefix(3).map(\.width) == [.mm(50), .mm(40), .mm(70)])
  }

  @Test("A compound's hyphen is repeated (T20); elsewhere it is kept")
  func repeated() throws {
    let text = "Ostrava a Frýdek-Místek"
    let set = try Self.set(text, mm: 31, alignment: .left) { $0.hyphenate = false }
    #expect(Setting.lines(set) == ["Ostrava a Frýdek\u{AD}", "-Místek"])
    #expect(set.lines[0].hyphen == .repeated && set.lines[0].end == .hyphen)
    let end = set.glyphs[
      Int(set.pieces[Int(set.lines[0].pieces.upperBound) - 1].glyphs.upperBound) - 1]
    let start = set.glyphs[Int(set.pieces[Int(set.lines[1].pieces.lowerBound)].glyphs.lowerBound)]
    #expect(end.id == start.id && end.textLength == 2 && start.textLength == 1)
    let english = try Self.set(text, mm: 31, alignment: .left, language: .english)
    #expect(Setting.lines(english) == ["Ostrava a Frýdek-", "Místek"])
    #expect(english.lines[0].hyphen == .kept)
  }

  @Test("Nothing hyphenates abbreviations, codes, addresses or verbatim text")
  func unhyphenated() throws {
    for word in ["MPSVORPKPSSZ", "CpKPzapadni", "abc1katalogizace", "katalogizace@dacice.cz"] {
      let set = try Self.set("a \(word)", mm: 200)
      #expect(set.lines.count == 1)
      var typesetter = try Self.typesetter()
      let widths = typesetter.contentWidths(
        Setting.paragraph(word), ParagraphSetting(lineWidth: .mm(200)))
      #expect(widths.minimal == widths.natural, "\(word)")
    }
    var typesetter = try Self.typesetter()
    let verbatim = typesetter.contentWidths(
      Setting.paragraph("katalogizace", verbatim: true), ParagraphSetting(lineWidth: .mm(200)))
    #expect(verbatim.minimal == verbatim.natural)
    let free = typesetter.contentWidths(
      Setting.paragraph("katalogizace"), ParagraphSetting(lineWidth: .mm(200)))
    #expect(free.minimal < free.natural)
  }

  @Test("No single letter ends a line, no dash starts one, no tie breaks")
  func ties() throws {
    // As the pass before has tied it.
    let text =
      ("V~obci s~500~lidmi a~v~okolí je k~dispozici 12~500~Kč na §~23 a~č.~9~– podle Mgr.~Nováková "
      + "a~Domov, s.~r.~o., který u~nás v~letech 2015–2017 o~21.~6. 2013 jednal s~T.~G.~Malým.")
      .replacing("~", with: "\u{A0}")
    for mm in stride(from: 24, through: 90, by: 3) {
      let set = try Self.set(text, mm: mm)
      for (line, string) in zip(set.lines, Setting.lines(set)).dropLast() {
        guard line.end == .space else { continue }
        let last = string.split { $0 == " " || $0 == "\u{A0}" }.last.map(String.init) ?? ""
        #expect(!["V", "s", "a", "v", "k", "u", "o", "§", "č.", "Mgr."].contains(last), "\(mm)")
      }
      for string in Setting.lines(set) { #expect(!string.hasPrefix("–") && !string.hasPrefix(" ")) }
    }
  }

  @Test("The last line has five letters at least, if it can")
  func runts() throws {
    var runts = 0
    for mm in 30...90 {
      let set = try Self.set(Setting.prose + " Ano i\u{A0}ne.", mm: mm)
      let last = Setting.lines(set).last ?? ""
      if last.unicodeScalars.filter({ $0 != " " }).count < 5 { runts += 1 }
    }
    #expect(runts == 0)
  }

  @Test("Forced breaks end lines, keep their space and may leave a line empty")
  func forced() throws {
    let text = "První řádek druhý\n\ntřetí"
    var typesetter = try Self.typesetter()
    let offset = UInt32("První řádek ".utf8.count)
    let set = typesetter.typeset(
      Setting.paragraph(text, breaks: [offset]), ParagraphSetting(lineWidth: .mm(100)))
    #expect(Setting.lines(set) == ["První řádek ", "druhý\n", "\n", "třetí"])
    #expect(set.lines.map(\.end) == [.forced, .forced, .forced, .paragraph])
    #expect(set.lines[0].ratio == 0 && set.lines[0].width < .mm(30))
    #expect(set.lines[2].ascent > .zero)
  }

  @Test("A soft hyphen shows at a line's end only")
  func softHyphen() throws {
    let set = try Self.set("ne\u{AD}obvyklé", mm: 15, alignment: .left) { $0.hyphenate = false }
    #expect(Setting.lines(set) == ["ne\u{AD}", "obvyklé"])
    #expect(set.lines[0].hyphen == .added && set.text == Array("ne\u{AD}obvyklé".utf8))
    let whole = try Self.set("ne\u{AD}obvyklé", mm: 60) { $0.hyphenate = false }
    #expect(whole.lines.count == 1)
  }

  @Test("Leaders fill the line; dots stand below each other")
  func leaders() throws {
    var typesetter = try Self.typesetter()
    func entry(_ title: String, _ page: String) -> ParagraphText {
      let text = Array((title + " . " + page).utf8)
      let leader = UInt32(title.utf8.count + 1)
      func run(_ range: Range<UInt32>, isLeader: Bool = false) -> TextRun {
        TextRun(
          range: range, style: Setting.style(), language: .czech, owner: NodeID(2),
          isArtifact: isLeader, isLeader: isLeader)
      }
      return ParagraphText(
        text: text,
        runs: [
          run(0..<leader), run(leader..<leader + 2, isLeader: true),
          run(leader + 2..<UInt32(text.count)),
        ])
    }
    var edges: [Int32] = []
    for (title, page) in [("Úvod", "3"), ("Analytická část", "112")] {
      for alignment in [Alignment.justified, .left] {
        let set = typesetter.typeset(
          entry(title, page), ParagraphSetting(lineWidth: .mm(100), alignment: alignment))
        #expect(set.lines.count == 1 && set.lines[0].width == .mm(100))
        let pieces = set.pieces
        #expect(pieces.map(\.isArtifact) == [false, true, false])
        #expect(pieces[2].x + pieces[2].width == .mm(100))
        let copy = pieces[1].width.sp / Int32(pieces[1].glyphs.count / 2)
        edges.append((Length.mm(100) - pieces[1].x).sp % copy)
        #expect(pieces[1].glyphs.count > 20 && pieces[1].x >= pieces[0].x + pieces[0].width)
        #expect(pieces[1].x + pieces[1].width <= pieces[2].x)
        #expect(set.text == entry(title, page).text)
      }
    }
    #expect(edges == [0, 0, 0, 0])
  }

  @Test("Missing characters are reported and marked, others come from the fallback")
  func missing() throws {
    let set = try Self.set("Smích ☺ a \u{E123} zde", mm: 100)
    #expect(set.missing == [MissingGlyph(scalar: 0xE123, offset: 13, owner: NodeID(1))])
    #expect(Set(set.pieces.map(\.style.face)) == [FaceID(0), FaceID(1)])
  }

  @Test("The same input gives the same lines, whatever was set before")
  func deterministic() throws {
    var used = try Self.typesetter()
    _ = used.typeset(Setting.paragraph("něco jiného, – → 123"), ParagraphSetting(lineWidth: .mm(9)))
    let again = used.typeset(Setting.paragraph(Setting.prose), ParagraphSetting(lineWidth: .mm(60)))
    #expect(try Self.set(Setting.prose) == again)
  }

  @Test("Tracking, no-break spaces and empty text")
  func details() throws {
    var typesetter = try Self.typesetter()
    let setting = ParagraphSetting(lineWidth: .mm(100))
    #expect(typesetter.typeset(Setting.paragraph(""), setting).lines.isEmpty)
    let plain = typesetter.contentWidths(Setting.paragraph("obec"), setting).natural
    var tracked = Setting.paragraph("obec")
    tracked.runs[0].style.tracking = .pt(1)
    #expect(typesetter.contentWidths(tracked, setting).natural == plain + .pt(4))
    // U+00A0 stretches like any space and holds; U+202F holds and stays as wide as it is.
    let tied = try Self.set("1\u{A0}000 obyvatel a\u{202F}dalších obcí v okolí města Dačic", mm: 45)
    let spaces = tied.pieces[0].glyphs.map { tied.glyphs[Int($0)] }
      .filter { tied.text[Int($0.text)] == 0x20 || tied.text[Int($0.text)] == 0xC2 }
    #expect(tied.lines[0].ratio != 0 && spaces.count >= 2)
    #expect(spaces.dropLast().allSatisfy { abs($0.advance - spaces[0].advance) <= 1 })
  }

  @Test("Runs keep their owners, faces and heights; a word in two runs is not hyphenated")
  func runs() throws {
    var typesetter = try Self.typesetter()
    let text = Array("Obec má vý\u{62}ornou službu a ještě další slova k tomu navíc.".utf8)
    let small = Setting.style(size: .pt(6))
    var raised = small
    raised.rise = .pt(9)
    func run(_ range: Range<UInt32>, _ style: TextStyle, _ owner: UInt32) -> TextRun {
      TextRun(range: range, style: style, language: .czech, owner: NodeID(owner))
    }
    let paragraph = ParagraphText(
      text: text,
      runs: [
        run(0..<8, Setting.style(), 1), run(8..<12, raised, 2),
        run(12..<UInt32(text.count), Setting.style(), 1),
      ])
    let set = typesetter.typeset(paragraph, ParagraphSetting(lineWidth: .mm(30)))
    #expect(set.pieces.prefix(3).map(\.owner) == [NodeID(1), NodeID(2), NodeID(1)])
    #expect(set.pieces[1].style.size == .pt(6) && set.pieces[1].x == set.pieces[0].width)
    #expect(set.lines[0].ascent > set.lines[1].ascent)
    #expect(set.text.starts(with: text[..<20]))
    #expect(
      Setting.lines(set).joined().replacing("\u{AD}", with: "")
        == String(decoding: text, as: UTF8.self))
  }
}

/// Paragraphs with a line more or fewer, as their page may want them.
@Suite struct VariantTests {
  @Test func variantsHaveTheirNumberOfLinesAndAllWords() throws {
    var typesetter = try TypesetterTests.typesetter()
    // Long paragraphs have room for a line.
    let text = Array(repeating: Setting.prose, count: 6).joined(separator: " ")
    let paragraph = Setting.paragraph(text)
    var offered = 0
    for mm in stride(from: 60, through: 160, by: 5) {
      var setting = ParagraphSetting(lineWidth: .mm(mm))
      let best = typesetter.typeset(paragraph, setting)
      let costs = typesetter.variantCosts(paragraph, setting)
      for (difference, cost) in [(-1, costs.fewer), (1, costs.more)] {
        setting.variant = difference
        let set = typesetter.typeset(paragraph, setting)
        if let cost {
          offered += 1
          #expect(set.lines.count == best.lines.count + difference)
          #expect(set.demerits - best.demerits == cost)
          #expect(cost >= 0)
          #expect(!set.lines.contains { $0.isOverfull })
        } else {
          #expect(set.lines.count == best.lines.count)
        }
        let words = String(decoding: set.text, as: UTF8.self).unicodeScalars.filter {
          $0 != "\u{AD}"
        }
        #expect(String(String.UnicodeScalarView(words)) == text)
      }
    }
    #expect(offered > 6)
  }
}
