package import Core

/// A narrative: what a Markdown file says, without its signs.
package struct Prose: Sendable, Equatable {
  /// The blocks in reading order.
  package var blocks: [ProseBlock]
  /// The footnotes in the order of their calls; calls refer to positions here.
  package var notes: [ProseNote]
  /// Makes a narrative.
  package init(blocks: [ProseBlock], notes: [ProseNote] = []) {
    self.blocks = blocks
    self.notes = notes
  }
}

/// A footnote.
package struct ProseNote: Sendable, Equatable {
  /// What it says.
  package var blocks: [ProseBlock]
  /// Its place.
  package var at: SourceSpan
  /// Makes a footnote.
  package init(blocks: [ProseBlock], at: SourceSpan) {
    self.blocks = blocks
    self.at = at
  }
}

/// A block of a narrative and its place.
package struct ProseBlock: Sendable, Equatable {
  /// What it is.
  package indirect enum Content: Sendable, Equatable {
    /// A heading; level 1 is the title of the narrative. The anchor is what references name.
    case heading(level: Int, [ProseInline], anchor: Located<String>?)
    /// A paragraph.
    case paragraph([ProseInline])
    /// A list of items of blocks; `first` is the first number, nil for a list without order.
    case list(first: Int?, items: [ProseItem])
    /// Terms and what they mean.
    case definitions([ProseDefinition])
    /// A quotation.
    case quote([ProseBlock])
    /// A table.
    case table(ProseTable)
    /// A picture with a caption.
    case figure(ProseFigure)
  }
  /// What it is.
  package var content: Content
  /// Its place.
  package var at: SourceSpan
  /// Makes a block.
  package init(_ content: Content, at: SourceSpan) {
    self.content = content
    self.at = at
  }
}

/// An item of a list.
package struct ProseItem: Sendable, Equatable {
  /// What it says.
  package var blocks: [ProseBlock]
  /// Its place.
  package var at: SourceSpan
  /// Makes an item.
  package init(blocks: [ProseBlock], at: SourceSpan) {
    self.blocks = blocks
    self.at = at
  }
}

/// A term and what it means.
package struct ProseDefinition: Sendable, Equatable {
  /// The term.
  package var term: [ProseInline]
  /// What it means: paragraphs, one at least.
  package var meanings: [ProseBlock]
  /// Its place.
  package var at: SourceSpan
  /// Makes a definition.
  package init(term: [ProseInline], meanings: [ProseBlock], at: SourceSpan) {
    self.term = term
    self.meanings = meanings
    self.at = at
  }
}

/// What is said of a table or figure beside its content.
package struct Legend: Sendable, Equatable {
  /// The caption (Popis), printed above a table and below a figure.
  package var caption: [ProseInline]
  /// Where the data come from (Zdroj).
  package var source: Located<String>?
  /// The same with its links and the notes it calls.
  package var sourceWords: [ProseInline] = []
  /// As of when the data are (Stav k).
  package var date: Located<CivilDate>?
  /// The anchor that references name.
  package var anchor: Located<String>?
  /// Makes a legend.
  package init(
    caption: [ProseInline] = [], source: Located<String>? = nil, date: Located<CivilDate>? = nil,
    anchor: Located<String>? = nil
  ) {
    self.caption = caption
    self.source = source
    self.date = date
    self.anchor = anchor
  }
}

/// How a column of a narrative's table aligns.
package enum ProseAlignment: String, Sendable, Hashable {
  /// Words, from the left.
  case left
  /// Centred.
  case centre
  /// Numbers, to the right.
  case right
}

/// A cell of a narrative's table.
package struct ProseCell: Sendable, Equatable {
  /// What it says: paragraphs and lists.
  package var blocks: [ProseBlock]
  /// The column it starts in, from 0.
  package var column: Int
  /// How many columns it takes.
  package var columns = 1
  /// How many rows it takes.
  package var rows = 1
  /// Its place.
  package var at: SourceSpan
  /// Makes a cell of any blocks.
  package init(blocks: [ProseBlock], column: Int, at: SourceSpan) {
    self.blocks = blocks
    self.column = column
    self.at = at
  }
  /// Makes a cell of one paragraph; of no inlines an empty one.
  package init(inlines: [ProseInline], column: Int, at: SourceSpan) {
    self.init(
      blocks: inlines.isEmpty ? [] : [ProseBlock(.paragraph(inlines), at: at)], column: column,
      at: at)
  }

  /// The words alone.
  package var plainText: String { blocks.map(\.plainText).joined(separator: " ") }
}

/// A table of a narrative.
package struct ProseTable: Sendable, Equatable {
  /// The alignment of the columns.
  package var columns: [ProseAlignment]
  /// The header rows; cells over several rows or columns stand where they start.
  package var head: [[ProseCell]]
  /// The rows below.
  package var rows: [[ProseCell]]
  /// Caption, source, date, anchor.
  package var legend: Legend
  /// How wide it is to stand (Šířka).
  package var width = TableWidth.automatic
  /// Whether the words above its columns of numbers are to run upwards (Záhlaví).
  package var rotatesHead = false
  /// Whether its foot comes back on each page (Zápatí).
  package var foot = TableFootPlace.automatic
  /// How wide its columns are to be (Sloupce), first to last; empty where nothing is said.
  package var widths: [ColumnWidth] = []
  /// Makes a table.
  package init(
    columns: [ProseAlignment], head: [[ProseCell]], rows: [[ProseCell]], legend: Legend = Legend()
  ) {
    self.columns = columns
    self.head = head
    self.rows = rows
    self.legend = legend
  }
}

/// What pictures are counted and listed as.
package enum PictureKind: String, Sendable, Hashable, CaseIterable {
  /// „Obrázek 1“.
  case figure
  /// „Mapa 1“.
  case map
}

/// A picture of a narrative.
package struct ProseFigure: Sendable, Equatable {
  /// The file, relative to the project folder, never outside it.
  package var file: Located<String>
  /// The text for those who cannot see it.
  package var alternative: Located<String>
  /// Caption, source, date, anchor.
  package var legend: Legend
  /// How wide it is to stand (Šířka).
  package var width: PictureWidth
  /// What is cut off at its edges (Výřez).
  package var crop: PictureCrop
  /// What it is counted as (Druh).
  package var kind = PictureKind.figure
  /// Makes a figure.
  package init(
    file: Located<String>, alternative: Located<String>, legend: Legend = Legend(),
    width: PictureWidth = .column(1_000), crop: PictureCrop = .none
  ) {
    self.file = file
    self.alternative = alternative
    self.legend = legend
    self.width = width
    self.crop = crop
  }
}

/// What a cross-reference prints.
package enum ReferenceForm: String, Sendable, Hashable {
  /// The title of the target: `[](#cile)`.
  case title
  /// The number of the target: `[číslo](#cile)`.
  case number
  /// The page of the target: `[strana](#cile)`.
  case page
  /// Words of the author's own: `[jak bylo řečeno](#cile)`.
  case words
}

/// A piece of a paragraph and its place.
package struct ProseInline: Sendable, Equatable {
  /// What it is.
  package indirect enum Content: Sendable, Equatable {
    /// Words, in NFC; a line end of the source is a space.
    case text(String)
    /// Emphasised text.
    case emphasis([ProseInline])
    /// Strongly emphasised text.
    case strong([ProseInline])
    /// Text to be set exactly as typed: `` `kód` `` or `[R 1 : 2]{verbatim}`.
    case verbatim(String)
    /// Text in another language: `[community planning]{lang=en}`.
    case span(Language, [ProseInline])
    /// A link to an address outside.
    case link(address: String, [ProseInline])
    /// A reference to an anchor; the inlines are empty unless the form is `.words`.
    case reference(anchor: String, ReferenceForm, [ProseInline])
    /// The call of the footnote at that position of `Prose.notes`.
    case note(Int)
    /// A forced line break.
    case lineBreak
  }
  /// What it is.
  package var content: Content
  /// Its place.
  package var at: SourceSpan
  /// Makes a piece.
  package init(_ content: Content, at: SourceSpan) {
    self.content = content
    self.at = at
  }
}

extension [ProseInline] {
  /// The words alone, without references and notes.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline.content {
      case .text(let words), .verbatim(let words): text += words
      case .emphasis(let inner), .strong(let inner), .span(_, let inner), .link(_, let inner),
        .reference(_, _, let inner):
        text += inner.plainText
      case .note: break
      case .lineBreak: text += " "
      }
    }
    return text
  }
}

extension ProseBlock {
  /// The words of a block and of the blocks in it, captions included.
  package var plainText: String {
    switch content {
    case .heading(_, let inlines, _), .paragraph(let inlines): inlines.plainText
    case .list(_, let items): items.flatMap(\.blocks).map(\.plainText).joined(separator: " ")
    case .quote(let blocks): blocks.map(\.plainText).joined(separator: " ")
    case .definitions(let definitions):
      definitions.map { definition in
        ([definition.term.plainText] + definition.meanings.map(\.plainText)).joined(separator: " ")
      }.joined(separator: " ")
    case .table(let table):
      (table.head + table.rows).joined().map(\.plainText).joined(separator: " ")
    case .figure(let figure): figure.legend.caption.plainText
    }
  }
}
