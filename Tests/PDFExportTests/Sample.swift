import Core
import Display
import Fonts
import SazbaTesting

/// Two pages with one of everything: headings, a paragraph over the page, a list, a table, links, a
/// figure, a note, page furniture, and every text that is hard to read back.
enum Sample {
  static let soft = "\u{AD}", fixed = "\u{A0}"

  /// The texts of the elements that the round trip must give back, in document order.
  static func composed() throws -> (composer: Composer, texts: [String]) {
    var c = try Composer()
    let left = Length.pt(40)
    var y = Length.pt(50)
    let root = c.add(.document)
    c.newPage()
    c.set("Plán 2025–2027", for: .artifact(.header), x: left, y: .pt(20), face: Composer.sans)
    c.fill(
      Rect(x: left, y: .pt(24), width: .pt(218), height: .milliPoints(500)), .black,
      for: .artifact(.layout))

    let heading = c.add(.heading1, under: root)
    c.elements[heading.int].title = "1 Úvod"
    let label = c.add(.label, under: heading)
    let end = c.set("1 ", for: .node(label), x: left, y: y, face: Composer.sans, size: .pt(16))
    c.set("Úvod", for: .node(heading), x: end, y: y, face: Composer.sans, size: .pt(16))
    c.destinations.append(
      Destination(name: "uvod", page: 0, at: Point(x: left, y: y - .pt(14)), node: heading))
    c.outline.append(
      OutlineEntry(depth: 0, title: "1 Úvod", page: 0, at: Point(x: left, y: y), node: heading))

    y = .pt(75)
    let paragraph = c.add(.paragraph, under: root)
    c.set(
      "V\(fixed)obci fijí flétny a\(fixed)office\(fixed)– Frýdek\(soft)", for: .node(paragraph),
      x: left, y: y,
      stretch: .milliPoints(733))
    y += .pt(13)
    c.set("-Místek; čísla 1\(fixed)234\u{2011}5, dob\(soft)", for: .node(paragraph), x: left, y: y)
    y += .pt(13)
    let span = c.add(.span, under: paragraph)
    c.elements[span.int].language = .english
    var x = c.set("rý den (", for: .node(paragraph), x: left, y: y)
    x = c.set("well-being", for: .node(span), x: x, y: y, face: Composer.sans)
    x = c.set("), šipka ", for: .node(paragraph), x: x, y: y)
    x = c.set("→\(fixed)→ z\(soft) -", for: .node(paragraph), x: x, y: y, face: Composer.fallback)
    c.set(" x\u{30C}y (a\\b) ", for: .node(paragraph), x: x, y: y)

    // A list.
    let list = c.add(.list, under: root)
    c.elements[list.int].numbering = .disc
    for word in ["péče", "odlehčení"] {
      y += .pt(15)
      let item = c.add(.listItem, under: list)
      let label = c.add(.label, under: item)
      c.set("•", for: .node(label), x: left, y: y)
      let body = c.add(.listBody, under: item)
      let text = c.add(.paragraph, under: body)
      c.set(word, for: .node(text), x: left + .pt(12), y: y)
    }

    // A figure: a wide bar with a number on it.
    y += .pt(15)
    let figure = c.add(.figure, under: root)
    c.elements[figure.int].alternative = "Sloupec ukazuje 42 procent."
    let blue = Colour(screen: 0x003366, cyan: 100, magenta: 60, yellow: 0, black: 40)
    c.fill(Rect(x: left, y: y, width: .pt(120), height: .pt(18)), blue, for: .node(figure))
    c.set("42 %", for: .node(figure), x: left + .pt(4), y: y + .pt(13), colour: .white)
    c.pages[0].paint(for: .node(figure)) { brush in
      brush.path(
        [
          .move(Point(x: left, y: y)), .line(Point(x: left + .pt(10), y: y - .pt(3))),
          .curve(
            Point(x: left + .pt(20), y: y), Point(x: left + .pt(30), y: y),
            Point(x: left + .pt(40), y: y - .pt(2))), .close,
        ], .stroke(blue, width: .milliPoints(750)))
    }

    // A table.
    y += .pt(40)
    let table = c.add(.table, under: root)
    for (row, cells) in [["Obec", "Počet"], ["Dačice", "7 112"], ["Studená", "2 227"]].enumerated()
    {
      let part = c.add(row == 0 ? .tableHead : .tableBody, under: table)
      let line = c.add(.tableRow, under: part)
      for (column, text) in cells.enumerated() {
        let cell = c.add(row == 0 || column == 0 ? .tableHeader : .tableData, under: line)
        if row == 0 {
          c.elements[cell.int].scope = .column
        } else if column == 0 {
          c.elements[cell.int].scope = .row
        }
        let content = c.add(.paragraph, under: cell)
        c.set(text, for: .node(content), x: left + .pt(column * 80), y: y)
      }
      y += .pt(14)
    }

    // Links, one of them over two lines, and a note.
    let links = c.add(.paragraph, under: root)
    x = c.set("Viz ", for: .node(links), x: left, y: y)
    let inner = c.add(.link, under: links)
    var after = c.set("úvod", for: .node(inner), x: x, y: y)
    c.link(.anchor(AnchorID(0)), from: x, to: after, y: y, contents: "Úvod, strana 1", owner: inner)
    x = c.set(" a ", for: .node(links), x: after, y: y)
    let outer = c.add(.link, under: links)
    after = c.set("https://www.dacice.cz/", for: .node(outer), x: x, y: y)
    c.link(
      .address("https://www.dacice.cz/péče"), from: x, to: after, y: y, contents: "Web města",
      owner: outer)
    y += .pt(13)
    after = c.set("sociální", for: .node(outer), x: left, y: y)
    c.pages[0].links[1].areas.append(
      Rect(x: left, y: y - .pt(8), width: after - left, height: .pt(10)))
    c.set(".", for: .node(links), x: after, y: y)

    // An ornament's node and a paragraph over two pages.
    let ornament = c.add(.none, under: root)
    let far = c.add(.paragraph, under: ornament)
    y += .pt(15)
    c.set("Odstavec, který ", for: .node(far), x: left, y: y)
    c.set("i", for: .artifact(.footer), x: .pt(145), y: .pt(405))

    c.newPage()
    c.set("Plán 2025–2027", for: .artifact(.header), x: left, y: .pt(20), face: Composer.sans)
    c.set("pokračuje dál.", for: .node(far), x: left, y: .pt(50))
    let second = c.add(.heading2, under: root)
    c.set("Ďábelské ódy", for: .node(second), x: left, y: .pt(80), face: Composer.sans)
    c.outline.append(
      OutlineEntry(
        depth: 1, title: "Ďábelské ódy", page: 1, at: Point(x: left, y: .pt(70)), node: second))
    let note = c.add(.note, under: root)
    let mark = c.add(.label, under: note)
    c.set("1", for: .node(mark), x: left, y: .pt(380), size: .pt(6))
    let body = c.add(.paragraph, under: note)
    c.set("Poznámka.", for: .node(body), x: left + .pt(6), y: .pt(380), size: .pt(8))
    c.set("1", for: .artifact(.footer), x: .pt(145), y: .pt(405))

    c.labels = [
      PageLabel(page: 0, style: .roman, start: 1), PageLabel(page: 1, style: .arabic, start: 1),
    ]
    return (
      c,
      [
        "1 Úvod",
        "V\(fixed)obci fijí flétny a\(fixed)office\(fixed)– Frýdek\(soft)-Místek; "
          + "čísla 1\(fixed)234\u{2011}5, dob\(soft)rý den (well-being), šipka →\(fixed)→ z\(soft) -"
          + " x\u{30C}y (a\\b) ",
        "•péče", "•odlehčení", "42 %", "Obec", "Počet", "Dačice", "7 112", "Studená", "2 227",
        "Viz úvod a https://www.dacice.cz/sociální.", "Odstavec, který pokračuje dál.",
        "Ďábelské ódy", "1Poznámka.",
      ]
    )
  }

  /// A page with more glyphs of one face than a byte counts, and the lines on it.
  static func manyGlyphs() throws -> (composer: Composer, texts: [String]) {
    var c = try Composer()
    let root = c.add(.document)
    let node = c.add(.paragraph, under: root)
    c.newPage()
    var texts: [String] = []
    for row in 0..<15 {
      // Latin with diacritics, Greek and Cyrillic without composing marks; all in DejaVu.
      let start: UInt32 = row < 8 ? 0xC0 : 0x391 - 8 * 24
      let scalars = (0..<24).compactMap { Unicode.Scalar(start + UInt32(row * 24 + $0)) }
      let known = scalars.filter { c.book[Composer.fallback].glyph(for: $0.value) != nil }
      var text = String.UnicodeScalarView()
      for scalar in known { text.append(scalar) }
      text.append(" ")
      texts.append(String(text))
      c.set(
        String(text), for: .node(node), x: .pt(20), y: .pt(30 + row * 20),
        face: Composer.fallback)
    }
    return (c, texts)
  }
}
