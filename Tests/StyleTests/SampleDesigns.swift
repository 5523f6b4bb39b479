import Core
import Manuscript
import SazbaTesting
import Style
import Testing

/// The layouts of this repository.
let layouts = [Repository.path("Layouts")]

/// Reads a design of this repository; what is wrong with it is printed and fails the test.
func sampleDesign(_ name: String) throws -> DesignBook {
  var sources = SourceTable()
  do {
    return try readDesign(named: name, in: layouts, sources: &sources)
  } catch {
    for finding in error.diagnostics { Issue.record("\(console(finding, sources))") }
    throw error
  }
}

/// A finding as the console prints its first line: `file:line:column: code message`.
func console(_ finding: Diagnostic, _ sources: SourceTable) -> String {
  guard let place = finding.at else { return "\(finding.kind.code) \(finding.message.en)" }
  let file = sources[place.file]
  let position = file.position(of: place.start)
  let name = file.path.split(separator: "/").last ?? ""
  return "\(name):\(position.line):\(position.column): \(finding.kind.code) \(finding.message.en)"
}

extension DesignBook {
  /// A paragraph style by its name.
  func paragraph(_ name: String) throws -> ParagraphStyle {
    try #require(paragraphs.first { $0.name == name })
  }
}

/// The two designs of this repository, and the numbers of the first.
@Suite struct SampleDesigns {
  @Test func pageOfObec() throws {
    let page = try sampleDesign("obec").page
    // Worked out with exact fractions: mm · 72/25.4 · 65536, rounded.
    #expect(page.trim == Size(width: Length(sp: 39_011_981), height: Length(sp: 55_174_088)))
    #expect(page.inner.sp == 4_086_969)
    #expect(page.baseline == .pt(14))
    #expect(page.textHeight.sp / page.baseline.sp == 48)
    #expect((page.inner + page.fullWidth + page.outer - page.trim.width).sp.magnitude <= 5)
  }

  @Test func whatKeepsTogetherIsRead() throws {
    let book = try sampleDesign("obec")
    func box(_ name: String) throws -> BoxStyle {
      try #require(book.boxes.first { $0.name == name })
    }
    #expect(book.page.marginFacesText)
    #expect(try book.paragraph("section-title").snapsNext)
    #expect(try book.paragraph("section-title").keepAfter == .pt(42))
    #expect(try box("activity").keepCost == 450)
    #expect(try box("activity").keepEnds == .pt(70))
    #expect(try box("priority").start == .page)
    #expect(book.page.runLong == .pt(14))
    #expect(book.page.flush == .pt(70))
    #expect(try book.paragraph("chapter-title").stretchAfter == .pt(42))
    #expect(try book.paragraph("lead").stretchAfter == .pt(28))
    // The design says all that the house does, so that a designer finds it.
    #expect(book.pageBreaking == .house)
    #expect(try box("activity").saysContinued)
    #expect(try box("tree").branches?.width == .milliPoints(800))
    #expect(try box("write-row").height == .pt(23))
    #expect(try box("write-cell").writingLines?.distance == .pt(23))
    #expect(try box("swot").height == .pt(322) && box("swot").saysContinued)
    #expect(try #require(book.tables.first { $0.name == "table" }).keepCost == 1_300)
    for words in [
      "keep-cost 450", "keep-ends 70", "run-long 14", "flush 70", "keep-after", "grid-end",
      "stretch-after 28",
      "branches", "writing-lines", "margin-faces-text",
    ] {
      #expect(book.dump().contains(words), "\(words)")
    }
  }

  @Test func textOfObec() throws {
    let book = try sampleDesign("obec")
    let body = try book.paragraph("body")
    #expect(body.text.size.sp == 675_021)
    #expect(body.leading == .pt(14))
    #expect(body.text.features == ["lnum", "pnum"])
    #expect(body.alignment == .justified)
    #expect(body.snapToGrid && body.hyphenate)
    #expect(book.faces[body.text.face.int].file == "SourceSerifPro/SourceSerifPro-Regular.otf")
    #expect(body.breaking.tolerance == 1000)
    #expect(body.breaking.hyphenPenalty == 310 && body.breaking.evenness == 400)
    let ragged = try book.paragraph("ragged")
    #expect(ragged.breaking.hyphenPenalty == 50 && ragged.breaking.pretolerance == 100)
    #expect(body.breaking.emergencyStretch == .pt(12))
    let title = try book.paragraph("chapter-title")
    #expect(title.text.size == .pt(26))
    #expect(title.leading == .pt(28))
    #expect(title.label == .above)
    #expect(title.labelStyle?.size == .pt(84))
    #expect(title.labelStyle?.colour.description == "#0F5A66")
    #expect(title.labelLeading == .pt(56))
    #expect(title.breaking.hyphenPenalty == 10_000)
    #expect(try book.paragraph("section-title").leading == .pt(21))
    #expect(try book.paragraph("lead").leading == .pt(17))
    #expect(try book.paragraph("caption-beside").placement == .margin)
    #expect(try book.paragraph("measure-title").label == .margin)
    #expect(try book.paragraph("cover-title").ground.description == "#0F5A66")
    #expect(try book.paragraph("cover-title").frame?.stand == .foot)
    let petrol = try book.paragraph("folio").text.colour
    #expect([petrol.cyan, petrol.magenta, petrol.yellow, petrol.black] == [90, 45, 45, 35])
  }

  @Test func partsOfObec() throws {
    let book = try sampleDesign("obec")
    let chapter = book.boxes[
      try #require(book.boxStyle(role: .part(.chapter), look: "", contexts: []))]
    #expect(chapter.start == .recto)
    #expect(chapter.openingMaster == "opening")
    #expect(chapter.folio == .arabic)
    let contents = book.boxes[
      try #require(book.boxStyle(role: .part(.contents), look: "", contexts: []))]
    #expect(contents.folio == .roman)
    let imprint = book.boxes[
      try #require(book.boxStyle(role: .part(.imprint), look: "", contexts: []))]
    #expect(imprint.stand == .foot)
    #expect(imprint.folio == .none)
    // The cover's field leaves a white foot of 46 mm.
    let cover = try #require(book.masters["cover"])
    let field = try #require(cover.backgrounds.first)
    #expect(book.page.trim.height - field.area.maxY == .mm(46))
    let body = try #require(book.masters["body"])
    #expect(body.recto.map(\.content) == [.chapter, .folio])
    #expect(body.verso.map(\.content) == [.title, .folio])
  }

  @Test(arguments: ["obec", "prosty"])
  func textStandsOutFromEveryGround(_ name: String) throws {
    let book = try sampleDesign(name)
    for style in book.paragraphs {
      let inks = [style.text.colour] + [style.labelStyle?.colour].compactMap { $0 }
      for ground in grounds(of: style, in: book) {
        for ink in inks {
          #expect(
            ink.contrast(with: ground) >= 4.5, "\(name): \(style.name) \(ink) on \(ground)")
        }
      }
    }
    let tints =
      book.boxes.compactMap(\.background) + book.tables.compactMap(\.zebra) + [book.paper]
    for colour in book.characters.compactMap(\.colour) {
      for tint in tints { #expect(colour.contrast(with: tint) >= 4.5) }
    }
  }

  /// What a style may stand on: its own ground, and the tints of the tables and quadrants it is for.
  private func grounds(of style: ParagraphStyle, in book: DesignBook) -> [Colour] {
    let position = book.paragraphs.firstIndex { $0.name == style.name }
    let keys = book.paragraphKeys.filter { $0.value == position }.keys.sorted()
    var grounds = [style.ground]
    if keys.contains(where: { $0.hasPrefix("tableBody/") || $0.hasPrefix("row.") }) {
      grounds += book.tables.compactMap(\.zebra) + [book.paper]
    }
    if keys.contains(where: { $0.hasPrefix("group.quadrant/") || $0.contains(".swot/") }) {
      grounds += book.boxes.compactMap(\.background)
    }
    return grounds
  }

  @Test(arguments: ["obec", "prosty"])
  func stylesOfTheGridAddUpToLines(_ name: String) throws {
    let book = try sampleDesign(name)
    let line = book.page.baseline
    for style in book.paragraphs where style.snapToGrid {
      let sum = style.spaceBefore + style.leading + style.spaceAfter
      #expect(sum.sp % line.sp == 0, "\(name): \(style.name) takes \(sum) pt")
      // Of two spaces that meet only the greater counts: halves would not find their other half.
      if style.leading.sp % line.sp == 0 {
        #expect(style.spaceBefore.sp % line.sp == 0, "\(name): \(style.name)")
      }
    }
    for box in book.boxes where box.placement != .margin && box.folio == .arabic {
      guard box.frame == nil, !box.name.hasPrefix("imprint") else { continue }
      let rule = box.ruleAbove?.distance ?? .zero
      #expect(
        (box.spaceBefore + box.spaceAfter + rule).sp % line.sp == 0, "\(name): \(box.name)")
    }
    // A row of one line is a line.
    let cell = book.paragraphs[
      try #require(book.paragraphStyle(role: .paragraph, look: "", contexts: ["tableBody"]))]
    for table in book.tables {
      #expect(cell.leading + table.rowPadding * 2 == line, "\(name): \(table.name)")
      #expect((table.spaceBefore + table.spaceAfter).sp % line.sp == 0)
    }
    for master in ["opening", "front-opening"] {
      let top = try #require(book.masters[master]?.top) - book.page.top
      let off = min(top.sp % line.sp, line.sp - top.sp % line.sp)
      #expect(off < 100, "\(name): \(master) opens \(top) pt down")
    }
  }

  @Test(arguments: ["obec", "prosty"])
  func inkStaysBelowWhatPaperTakes(_ name: String) throws {
    let book = try sampleDesign(name)
    var colours = book.paragraphs.flatMap { [$0.text.colour, $0.ground] }
    colours += book.boxes.compactMap(\.background) + book.boxes.compactMap(\.ink)
    for master in book.masters.keys.sorted() {
      colours += book.masters[master]?.backgrounds.map(\.colour) ?? []
    }
    for colour in colours {
      let inks = [colour.cyan, colour.magenta, colour.yellow, colour.black].map(Int.init)
      #expect(inks.reduce(0, +) < 240, "\(name): \(colour)")
    }
  }

  /// What the plan asks of a design (Layouts/Publications/plan.yaml lists it); each must get a style
  /// of its own kind and not the fallback.
  @Test(arguments: ["obec", "prosty"])
  func everyRoleOfThePlanIsDressed(_ name: String) throws {
    let book = try sampleDesign(name)
    let fallback = book.paragraphStyle(role: .paragraph, look: "", contexts: [])
    let looks = [
      "coverKind", "coverTitle", "coverSubtitle", "coverPeriod", "coverTerritory", "publicity",
      "publicityFacts",
      "imprintTitle",
      "imprintNote", "lead", "signature", "attribution", "source", "goal", "regime", "absent",
    ]
    for look in looks {
      let style = book.paragraphStyle(role: .paragraph, look: look, contexts: ["part.chapter"])
      #expect(style != nil && style != fallback, "\(name): paragraph.\(look)")
    }
    let headings: [(UInt8, String)] = [
      (1, ""), (2, ""), (3, ""), (4, ""), (2, "priority"), (3, "measure"), (4, "activity"),
      (3, "quadrant"),
    ]
    for (level, look) in headings {
      let style = try #require(
        book.paragraphStyle(role: .heading(level: level), look: look, contexts: ["group.card"]))
      #expect(book.paragraphs[style].keepWithNext, "\(name): heading.\(level).\(look)")
    }
    for context in ["tableHead", "tableBody", "tableFoot", "row.total", "row.group"] {
      for look in ["", "absent"] where context != "tableHead" || look.isEmpty {
        let style = book.paragraphStyle(role: .paragraph, look: look, contexts: [context])
        #expect(style != nil && style != fallback, "\(name): \(context)/paragraph.\(look)")
      }
    }
    for level in 1...4 {
      let style = book.paragraphStyle(
        role: .contentsEntry(level: UInt8(level)), look: "", contexts: ["part.contents"])
      #expect(style != nil && style != fallback)
    }
    let plain = book.boxStyle(role: .document, look: "", contexts: [])
    let boxes: [(Role, String)] =
      // Divisions, indexes and pages for notes are parts of catalogues.
      PartKind.allCases.filter { ![.division, .index, .notes].contains($0) }
      .map { (.part($0), "") } + GroupKind.allCases.map { (.group($0), "") }
      + ListKind.allCases.map { (.list($0), "") } + [
        (.quote, ""), (.note, ""), (.figure(.init(0)), ""),
      ]
      + [(.ornament(.init(0)), "territory"), (.group(.card), "measure")]
    for (role, look) in boxes {
      let style = book.boxStyle(role: role, look: look, contexts: [])
      #expect(style != nil && style != plain, "\(name): \(role)")
    }
    #expect(book.characterStyle(role: .emphasis, look: "", contexts: []) != nil)
    #expect(book.characterStyle(role: .span, look: "points", contexts: []) != nil)
    #expect(book.characterStyle(role: .verbatim, look: "", contexts: []) == nil)
  }

  @Test func everyPublicationReads() throws {
    for name in publications(in: layouts) {
      var sources = SourceTable()
      let recipe = try readRecipe(named: name, in: layouts, sources: &sources)
      #expect(!recipe.parts.isEmpty)
      _ = try sampleDesign(recipe.design)
      let czech = try readPhrases(language: .czech, in: layouts, sources: &sources)
      let english = try readPhrases(language: .english, in: layouts, sources: &sources)
      #expect(czech.words.keys.sorted() == english.words.keys.sorted())
    }
  }

  @Test func designsAreVisiblyOther() throws {
    let obec = try sampleDesign("obec")
    let prosty = try sampleDesign("prosty")
    #expect(prosty.page.marginWidth == .zero && obec.page.marginWidth > .zero)
    #expect(try prosty.paragraph("chapter-title").alignment == .centre)
    #expect(Set(prosty.paragraphs.map { prosty.faces[$0.text.face.int].family }) == ["sans"])
    #expect(try prosty.paragraph("body").text.colour != obec.paragraph("body").text.colour)
  }
}
