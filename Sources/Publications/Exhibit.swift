import Core
import Manuscript
import Planning

/// A table with what stands around it.
struct Exhibit {
  /// The look of the table.
  var look: String
  /// The columns.
  var columns: [ColumnSpec]
  /// The words of the caption; none where a heading just above says the same.
  var caption: String?
  /// The name by which references find it.
  var anchor: String?
  /// A remark below the table.
  var note: String?
  /// The whole source line, below the table.
  var source: String?
  /// The record it was made from.
  var origin: SourceSpan?
}

extension Ledger {
  /// Adds a table as an exhibit; the closure adds head, body and foot.
  mutating func exhibit(
    _ exhibit: Exhibit, in builder: inout DocumentBuilder,
    _ rows: (inout DocumentBuilder, inout Ledger) -> Void
  ) {
    builder.node(.group(.exhibit), look: "table", origin: exhibit.origin) { builder in
      table(exhibit, in: &builder, rows)
      if let note = exhibit.note { builder.paragraph(note, look: "tableNote") }
      if let source = exhibit.source { builder.paragraph(source, look: "source") }
    }
  }

  /// Adds a table with its caption, without a group of its own.
  mutating func table(
    _ exhibit: Exhibit, in builder: inout DocumentBuilder,
    _ rows: (inout DocumentBuilder, inout Ledger) -> Void
  ) {
    let spec = builder.table(TableSpec(columns: exhibit.columns, continued: self[.continued]))
    let number = exhibit.caption == nil ? nil : nextNumber(of: .table)
    let anchor = exhibit.anchor ?? number.map { "tabulka-\($0)" }
    if let anchor {
      enter(anchor, Target(number: number, title: exhibit.caption))
      enter(.table, number: number, title: exhibit.caption, anchor: anchor)
    }
    builder.node(
      .table(spec), look: exhibit.look, origin: exhibit.origin, anchor: anchor
    ) { builder in
      if let caption = exhibit.caption {
        builder.node(.caption) { builder in
          if let number {
            builder.node(.label, look: "caption") { $0.text("\(self[.table])\u{A0}\(number)") }
            builder.text(" ")
          }
          builder.text(caption)
        }
      }
      rows(&builder, &self)
    }
  }

  /// Remembers a caption for the lists of tables, figures and maps.
  mutating func enter(_ kind: CaptionKind, number: String?, title: String?, anchor: String) {
    guard let number, let title else { return }
    captions.append(
      CaptionEntry(
        kind: kind, label: "\(self[kind.word])\u{A0}\(number)", title: title, anchor: anchor))
  }

  /// Adds the source line of a narrative's table or picture, and the footnotes that it calls.
  mutating func sourceLine(of legend: Legend, in builder: inout DocumentBuilder) {
    guard let place = legend.source?.at ?? legend.date?.at else { return }
    let id = builder.node(.paragraph, look: "source", origin: place)
    makeNotes(calledIn: legend.sourceWords, in: &builder)
    builder.reopen(id) { builder in
      if let source = legend.source {
        builder.text("\(self[.source]): ")
        // Made by hand, a legend may have plain words only.
        let words = legend.sourceWords
        if words.isEmpty { builder.text(source.value) } else { inlines(words, in: &builder) }
      }
      guard let date = legend.date else { return }
      let start = legend.source == nil ? "" : ", "
      builder.text("\(start)\(self[.asOf])\u{A0}\(self.words(of: date.value))")
    }
  }

  /// The source line of a long table by what the plan says of its figures.
  func sourceLine(of table: String) -> String? {
    let origin = plan.origin(of: table)
    return sourceLine(origin?.source?.value, asOf: origin?.date?.value)
  }

  /// A source line: „Zdroj: Český statistický úřad, stav k 31. prosince 2020“.
  func sourceLine(_ source: String?, asOf date: CivilDate? = nil) -> String? {
    let parts = [
      source.map { "\(self[.source]): \($0)" },
      date.map { "\(self[.asOf])\u{A0}\(words(of: $0))" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension DocumentBuilder {
  /// Adds the head of a table: one row of column headings.
  mutating func tableHead(_ titles: [String]) {
    node(.tableHead) { builder in
      builder.node(.row) { builder in
        for title in titles { builder.headerCell(title, .column) }
      }
    }
  }

  /// Adds a cell that names its row or column.
  mutating func headerCell(
    _ words: String, _ scope: HeaderScope, span: CellSpan = .single, origin: SourceSpan? = nil
  ) {
    node(.headerCell(scope, span), origin: origin) { $0.paragraph(words) }
  }

  /// Adds a cell with a fact; what is missing prints a dash.
  mutating func cell(_ words: String?, look: String = "", origin: SourceSpan? = nil) {
    node(.dataCell(.single), origin: origin) { builder in
      if let words, !words.isEmpty {
        builder.paragraph(words, look: look)
      } else {
        builder.paragraph("–", look: "absent")
      }
    }
  }
}
