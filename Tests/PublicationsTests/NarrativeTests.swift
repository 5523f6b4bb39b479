import Core
import Manuscript
import Planning
import Publications
import Testing

@Suite struct NarrativeTests {
  /// Composes a chapter of these blocks, and dumps it without its first three lines.
  private func chapter(
    _ blocks: [ProseBlock], notes: [ProseNote] = [], kind: String = "chapter",
    _ more: [PartRecipe] = []
  ) throws -> String {
    var scribe = Scribe()
    let narrative = scribe.narrative(
      "k", [scribe.heading(1, "Kapitola", anchor: "kap")] + blocks, notes: notes)
    let document = try compose(
      SmallPlan.plan([narrative]), [.part(kind, ["text": "k"])] + more)
    return document.dump().split(separator: "\n").dropFirst(3).joined(separator: "\n")
      .replacing("\u{A0}", with: "~")
  }

  @Test func headingsOpenSectionsAndTwoLevelsAreNumbered() throws {
    var scribe = Scribe()
    let dump = try chapter([
      scribe.paragraph("Úvod."), scribe.heading(2, "Prvni", anchor: "prvni"),
      scribe.paragraph("A."), scribe.heading(3, "Hlouběji", anchor: "hloubeji"),
      scribe.paragraph("B."), scribe.heading(2, "Druhý", anchor: "druhy"),
      scribe.paragraph("C."),
    ])
    #expect(
      dump == """
            2 heading.1 #kap “⟨label.chapter: 1⟩ Kapitola”
            4 paragraph.lead “Úvod.”
            5 section
              6 heading.2 #prvni “⟨label.section: 1.1⟩ Prvni”
              8 paragraph “A.”
              9 section
                10 heading.3 #hloubeji “Hlouběji”
                11 paragraph “B.”
            12 section
              13 heading.2 #druhy “⟨label.section: 1.2⟩ Druhý”
              15 paragraph “C.”
        """)
  }

  @Test func frontMatterIsNotNumberedAndMayBeSigned() throws {
    var scribe = Scribe()
    let dump = try chapter(
      [scribe.paragraph("Vážení."), scribe.paragraph("– Jan Novák, starosta")],
      kind: "front-matter")
    #expect(
      dump == """
            2 heading.1 #kap “Kapitola”
            3 paragraph.lead “Vážení.”
            4 paragraph.signature “Jan Novák, starosta”
        """)
  }

  @Test func notesAreNumberedThroughAndFollowTheirParagraph() throws {
    var scribe = Scribe()
    let dump = try chapter(
      [
        scribe.block(
          .paragraph([
            scribe.text("Věta."), scribe.inline(.note(0)), scribe.text(" Další."),
            scribe.inline(.note(1)),
          ])),
        scribe.block(.paragraph([scribe.text("Znovu."), scribe.inline(.note(0))])),
      ], notes: [scribe.note("První."), scribe.note("Druhá.")])
    #expect(
      dump == """
            2 heading.1 #kap “⟨label.chapter: 1⟩ Kapitola”
            4 paragraph.lead “Věta.⟨reference #note:1: ⟨noteReference 9: 1⟩⟩ \
        Další.⟨reference #note:2: ⟨noteReference 14: 2⟩⟩”
            9 note #note:1
              10 label.note “⟨reference #call:1: 1⟩”
              12 body
                13 paragraph “První.”
            14 note #note:2
              15 label.note “⟨reference #call:2: 2⟩”
              17 body
                18 paragraph “Druhá.”
            19 paragraph “Znovu.⟨reference #note:1: ⟨noteReference 9: 1⟩⟩”
        """)
  }

  /// A strong word beside empty cells heads the rows below it; in a form it is what to fill in.
  @Test(arguments: [true, false]) func aStrongWordAloneHeadsRows(isFilled: Bool) throws {
    var scribe = Scribe()
    var group = [
      ProseCell(
        inlines: [scribe.inline(.strong([scribe.text("Sever")]))], column: 0,
        at: scribe.located(0).at)
    ]
    group.append(ProseCell(inlines: [], column: 1, at: scribe.located(0).at))
    let row =
      isFilled ? scribe.cells(["Lhota", "7"]) : group
    let table = ProseTable(
      columns: [.left, .right], head: [scribe.cells(["Obec", "Počet"])], rows: [group, row],
      legend: Legend(
        caption: [scribe.text("Počty")], source: scribe.located("ČSÚ"),
        date: scribe.located(try SmallPlan.day(2020, 12, 31)), anchor: scribe.located("tab-p")))
    let dump = try chapter([scribe.block(.table(table))])
    #expect(dump.contains("row.group") == isFilled, "\(dump)")
    #expect(dump.contains("“Sever”") || !isFilled, "\(dump)")
  }

  @Test func aTableIsAnExhibitWithTotalSourceAndNotes() throws {
    var scribe = Scribe()
    let total = [
      ProseCell(
        inlines: [scribe.inline(.strong([scribe.text("Celkem")]))], column: 0,
        at: scribe.located(0).at),
      ProseCell(inlines: [scribe.text("7")], column: 1, at: scribe.located(0).at),
    ]
    let noted = [
      ProseCell(
        inlines: [scribe.text("Lhota"), scribe.inline(.note(0))], column: 0,
        at: scribe.located(0).at),
      ProseCell(inlines: [scribe.text("7")], column: 1, at: scribe.located(0).at),
    ]
    let table = ProseTable(
      columns: [.left, .right], head: [scribe.cells(["Obec", "Počet"])], rows: [noted, total],
      legend: Legend(
        caption: [scribe.text("Počty")], source: scribe.located("ČSÚ"),
        date: scribe.located(try SmallPlan.day(2020, 12, 31)), anchor: scribe.located("tab-p")))
    let reference = scribe.block(
      .paragraph([
        scribe.text("Viz tabulka "), scribe.inline(.reference(anchor: "tab-p", .number, [])),
        scribe.text(" („"), scribe.inline(.reference(anchor: "tab-p", .title, [])),
        scribe.text("“) na straně "), scribe.inline(.reference(anchor: "tab-p", .page, [])),
        scribe.text(" a "),
        scribe.inline(.reference(anchor: "kap", .words, [scribe.text("začátek")])),
        scribe.text("."),
      ]))
    let dump = try chapter(
      [reference, scribe.block(.table(table))], notes: [scribe.note("Bez osad.")])
    #expect(
      dump == """
            2 heading.1 #kap “⟨label.chapter: 1⟩ Kapitola”
            4 paragraph.lead “Viz tabulka ⟨reference #tab-p: 1⟩ („⟨reference #tab-p: Počty⟩“) \
        na straně ⟨reference #tab-p: ⟨page of tab-p⟩⟩ a ⟨reference #kap: začátek⟩.”
            9 group.exhibit.table
              10 table.plain #tab-p [text number]
                11 caption “⟨label.caption: Tabulka~1⟩ Počty”
                13 tableHead
                  14 row
                    15 headerCell(column)
                      16 paragraph “Obec”
                    17 headerCell(column)
                      18 paragraph “Počet”
                19 tableBody
                  20 row
                    21 headerCell(row)
                      22 paragraph “Lhota⟨reference #note:1: ⟨noteReference 33: a⟩⟩”
                    25 dataCell
                      26 paragraph “7”
                27 tableFoot
                  28 row.total
                    29 headerCell(row)
                      30 paragraph “Celkem”
                    31 dataCell
                      32 paragraph “7”
              33 note.table #note:1
                34 label.note “⟨reference #call:1: a⟩”
                36 body
                  37 paragraph “Bez osad.”
              38 paragraph.source “Zdroj: ČSÚ, stav k~31.~prosince 2020”
        """)
  }

  @Test func aSourceCallsFootnotesAndKeepsItsLinks() throws {
    var scribe = Scribe()
    var legend = Legend(
      caption: [scribe.text("Počty")], source: scribe.located("ČSÚ, viz výklad"),
      date: scribe.located(try SmallPlan.day(2020, 12, 31)), anchor: scribe.located("tab-p"))
    legend.sourceWords = [
      scribe.text("ČSÚ"), scribe.inline(.note(0)), scribe.text(", viz "),
      scribe.inline(.reference(anchor: "kap", .words, [scribe.text("výklad")])),
    ]
    let table = ProseTable(
      columns: [.left, .right], head: [scribe.cells(["Obec", "Počet"])],
      rows: [scribe.cells(["Lhota", "7"])], legend: legend)
    let dump = try chapter(
      [scribe.block(.table(table))], notes: [scribe.note("Bez osad.")])
    #expect(dump.contains("paragraph.source “Zdroj: ČSÚ⟨reference #note:1: ⟨noteReference "))
    #expect(dump.contains(": 1⟩⟩, viz ⟨reference #kap: výklad⟩, stav k~31.~prosince 2020”"))
    #expect(dump.contains("label.note “⟨reference #call:1: 1⟩”"))
  }

  @Test func listsQuotesAndInlinesKeepTheirMeaning() throws {
    var scribe = Scribe()
    let quote = scribe.block(
      .quote([scribe.paragraph("Přijeďte."), scribe.paragraph("– účastnice")]))
    let list = scribe.block(.list(first: nil, items: [scribe.item("péče,")]))
    let steps = scribe.block(.list(first: 3, items: [scribe.item("Sběr."), scribe.item("Tisk.")]))
    let mixed = scribe.block(
      .paragraph([
        scribe.inline(.emphasis([scribe.text("a")])), scribe.inline(.strong([scribe.text("b")])),
        scribe.inline(.verbatim("1 : 2")),
        scribe.inline(.span(.english, [scribe.text("day care")])),
        scribe.inline(.link(address: "https://example.org", [scribe.text("web")])),
        scribe.inline(.lineBreak), scribe.text("konec"),
      ]))
    let dump = try chapter([quote, list, steps, mixed])
    #expect(
      dump.split(separator: "\n").dropFirst().joined(separator: "\n") == """
            4 quote
              5 paragraph “Přijeďte.”
              6 paragraph.attribution “– účastnice”
            7 list.unordered
              8 item
                9 label.bullet “–”
                10 body
                  11 paragraph “péče,”
            12 list.ordered
              13 item
                14 label.ordinal “3.”
                15 body
                  16 paragraph “Sběr.”
              17 item
                18 label.ordinal “4.”
                19 body
                  20 paragraph “Tisk.”
            21 paragraph “⟨emphasis: a⟩⟨strong: b⟩⟨verbatim: 1 : 2⟩⟨span lang=en: day care⟩\
        ⟨link https://example.org: web⟩⏎konec”
        """)
  }

  @Test func everyNodeKnowsItsPlace() throws {
    var scribe = Scribe()
    let narrative = scribe.narrative(
      "k", [scribe.heading(1, "Kapitola"), scribe.paragraph("Věta.")])
    let plan = try SmallPlan.plan([narrative])
    let document = try compose(
      plan,
      [
        .part("cover"), .part("imprint"), .part("contents"), .part("chapter", ["text": "k"]),
        .part("groups"), .part("municipalities"), .part("swot"), .part("overview"),
        .part("strategy"), .part("funding-by-source"), .part("funding-by-measure"),
      ])
    for position in document.nodes.indices.dropFirst() {
      #expect(document.nodes[position].origin != nil, "node \(position)")
    }
    let goal = try #require(
      document.nodes.indices.first { document.look(of: NodeID($0)) == "goal" })
    #expect(document.nodes[goal].origin == plan.priorities[0].goal?.at)
  }
}
