import Core
import Manuscript
import Planning

/// How narratives become nodes.
extension Ledger {
  /// A narrative split into its title and the rest, or nothing with a finding.
  mutating func narrative(_ stem: String, at place: SourceSpan?) -> Titled? {
    guard let narrative = plan.narrative(stem) else {
      findings.append(.missingNarrative(stem, at: place))
      return nil
    }
    let blocks = narrative.prose.blocks
    guard let first = blocks.first, case .heading(1, let title, let anchor) = first.content else {
      findings.append(.narrativeTitle(stem, at: blocks.first?.at ?? narrative.at))
      return nil
    }
    for block in blocks.dropFirst() {
      if case .heading(1, _, _) = block.content {
        findings.append(.narrativeTitle(stem, at: block.at))
        return nil
      }
    }
    notes.begin(narrative.prose.notes)
    return Titled(
      title: title, anchor: anchor?.value ?? stem, blocks: blocks.dropFirst(), at: first.at)
  }

  /// Adds the heading of a chapter from a narrative; its title may hold inlines.
  mutating func chapterHeading(
    _ titled: Titled, number: String?, short: String? = nil, in builder: inout DocumentBuilder
  ) {
    let words = HeadingWords(
      level: 1, label: number ?? "", labelLook: "chapter", number: number,
      title: titled.title.plainText, short: short, anchor: titled.anchor)
    fill(titled.title, of: open(words, origin: titled.at, in: &builder), in: &builder)
  }

  /// Adds blocks; headings open sections that reach to the next heading of their level or above.
  ///
  /// - Parameter lead: the look of the first paragraph, if it stands before any heading.
  mutating func prose(
    _ blocks: ArraySlice<ProseBlock>, isNumbered: Bool, lead: String = "",
    in builder: inout DocumentBuilder
  ) {
    var position = blocks.startIndex
    while position < blocks.endIndex {
      guard case .heading(let level, let title, let anchor) = blocks[position].content else {
        let isLead = position == blocks.startIndex
        block(blocks[position], look: isLead ? lead : "", in: &builder)
        position += 1
        continue
      }
      let origin = blocks[position].at
      let start = position + 1
      position = blocks[start...].firstIndex { $0.isHeading(upTo: level) } ?? blocks.endIndex
      let content = blocks[start..<position]
      let number = isNumbered && level == 2 ? nextSection() : nil
      let words = HeadingWords(
        level: level, label: number ?? "", labelLook: "section", number: number,
        title: title.plainText,
        anchor: anchor?.value ?? number.map { "oddil-\($0)" } ?? "misto-\(headings.count)")
      let section = builder.node(.section, origin: origin) { builder in
        fill(title, of: open(words, origin: origin, in: &builder), in: &builder)
        prose(content, isNumbered: isNumbered, in: &builder)
      }
      if isNumbered, level == 2 { openSection = section }
    }
  }

  /// Adds a block that is no heading.
  mutating func block(
    _ block: ProseBlock, look: String = "", in builder: inout DocumentBuilder
  ) {
    switch block.content {
    case .heading: break
    case .paragraph(let inlines):
      paragraph(inlines, look: look, origin: block.at, in: &builder)
    case .list(let first, let items):
      list(items, first: first, look: look, origin: block.at, in: &builder)
    case .definitions(let definitions):
      self.definitions(definitions, look: look, origin: block.at, in: &builder)
    case .quote(let blocks):
      builder.node(.quote, origin: block.at) { builder in
        for (position, inner) in blocks.enumerated() {
          let closes = position > 0 && position == blocks.count - 1 && inner.isAttribution
          self.block(inner, look: closes ? "attribution" : "", in: &builder)
        }
      }
    case .table(let table):
      proseTable(table, origin: block.at, in: &builder)
    case .figure(let figure):
      proseFigure(figure, origin: block.at, in: &builder)
    }
  }

  private mutating func list(
    _ items: [ProseItem], first: Int?, look: String, origin: SourceSpan,
    in builder: inout DocumentBuilder
  ) {
    let kind: ListKind = first == nil ? .unordered : .ordered
    builder.node(.list(kind), look: look, origin: origin) { builder in
      for (position, item) in items.enumerated() {
        self.item(item, number: first.map { $0 + position }, in: &builder) { builder in
          for inner in item.blocks { block(inner, look: inner.isList ? look : "", in: &builder) }
        }
      }
    }
  }

  /// Adds terms with what they mean; what a term calls stands with its meaning.
  private mutating func definitions(
    _ definitions: [ProseDefinition], look: String, origin: SourceSpan,
    in builder: inout DocumentBuilder
  ) {
    builder.node(.list(.descriptions), look: look, origin: origin) { builder in
      for definition in definitions {
        builder.node(.item, origin: definition.at) { builder in
          let label = builder.node(.label, look: "term")
          builder.node(.body) { builder in
            fill(definition.term, of: label, in: &builder)
            for meaning in definition.meanings { block(meaning, in: &builder) }
          }
        }
      }
    }
  }

  /// Adds an item with its label; the closure adds what it says.
  func item(
    _ item: ProseItem, number: Int?, in builder: inout DocumentBuilder,
    _ body: (inout DocumentBuilder) -> Void
  ) {
    builder.node(.item, origin: item.at) { builder in
      builder.node(.label, look: number == nil ? "bullet" : "ordinal") {
        $0.text(number.map { "\($0)." } ?? "–")
      }
      builder.node(.body, body)
    }
  }

  /// Adds a paragraph and, after it, the footnotes that it calls.
  mutating func paragraph(
    _ inlines: [ProseInline], look: String = "", origin: SourceSpan,
    in builder: inout DocumentBuilder
  ) {
    let id = builder.node(.paragraph, look: look, origin: origin)
    fill(inlines, of: id, in: &builder)
  }

  /// Adds the notes that inlines call to the open node, then fills a node made before with them.
  mutating func fill(
    _ inlines: [ProseInline], of id: NodeID, isTable: Bool = false,
    in builder: inout DocumentBuilder
  ) {
    makeNotes(calledIn: inlines, isTable: isTable, in: &builder)
    builder.reopen(id) { builder in self.inlines(inlines, in: &builder) }
  }

  /// Adds the footnotes that inlines call and that have not been made yet.
  ///
  /// - Parameter isTable: whether they stand below a table and have letters of its own.
  mutating func makeNotes(
    calledIn inlines: [ProseInline], isTable: Bool = false, in builder: inout DocumentBuilder
  ) {
    for note in inlines.notes where !notes.made.contains(where: { $0.note == note }) {
      guard notes.prose.indices.contains(note) else { continue }
      let sign = isTable ? notes.nextLetter : notes.nextNumber()
      let content = notes.prose[note]
      let serial = notes.nextSerial()
      var made = NoteLedger.Made(
        note: note, node: NodeID(0), sign: sign, isTable: isTable, serial: serial)
      let back = "\(self[.noteBack]) \(sign)"
      made.node = builder.node(
        .note, look: isTable ? "table" : "", origin: content.at, anchor: made.anchors.note
      ) { builder in
        builder.node(.label, look: "note") { builder in
          builder.reference(to: made.anchors.call, origin: content.at, alternative: back) {
            $0.text(sign)
          }
        }
      }
      let id = made.node
      notes.made.append(made)
      builder.reopen(id) { builder in
        builder.node(.body) { builder in
          // Lists in notes are as small as the notes are.
          for inner in content.blocks {
            block(inner, look: inner.isList ? "note" : "", in: &builder)
          }
        }
      }
    }
  }

  /// Adds inlines to the open text-holding node.
  mutating func inlines(_ inlines: [ProseInline], in builder: inout DocumentBuilder) {
    for inline in inlines {
      switch inline.content {
      case .text(let words): builder.text(words)
      case .emphasis(let inner):
        builder.node(.emphasis, origin: inline.at) { self.inlines(inner, in: &$0) }
      case .strong(let inner):
        builder.node(.strong, origin: inline.at) { self.inlines(inner, in: &$0) }
      case .verbatim(let words): builder.node(.verbatim, origin: inline.at) { $0.text(words) }
      case .span(let language, let inner):
        builder.node(.span, origin: inline.at, language: language) {
          self.inlines(inner, in: &$0)
        }
      case .link(let address, let inner):
        builder.link(to: address) { self.inlines(inner, in: &$0) }
      case .reference(let anchor, let form, let inner):
        reference(to: anchor, form, inner, at: inline.at, in: &builder)
      case .note(let note):
        guard let number = notes.made.firstIndex(where: { $0.note == note }) else { continue }
        let made = notes.made[number]
        notes.made[number].isCalled = true
        builder.reference(
          to: made.anchors.note, origin: inline.at, alternative: "\(self[.noteCall]) \(made.sign)"
        ) { builder in
          builder.node(
            .noteReference(made.node), origin: inline.at,
            anchor: made.isCalled ? nil : made.anchors.call
          ) { $0.text(made.sign) }
        }
      case .lineBreak: builder.lineBreak()
      }
    }
  }

  private mutating func reference(
    to anchor: String, _ form: ReferenceForm, _ words: [ProseInline], at place: SourceSpan,
    in builder: inout DocumentBuilder
  ) {
    switch form {
    case .words:
      builder.reference(to: anchor, origin: place) { self.inlines(words, in: &$0) }
    case .page:
      builder.reference(to: anchor, origin: place) { $0.pageNumber(of: anchor) }
    case .number, .title:
      let node = builder.reference(to: anchor, origin: place)
      references.append(PendingReference(node: node, anchor: anchor, form: form, at: place))
    }
  }
}

/// A narrative by title and rest.
struct Titled {
  /// The title.
  var title: [ProseInline]
  /// The name of its anchor.
  var anchor: String
  /// What follows it.
  var blocks: ArraySlice<ProseBlock>
  /// The place of the title.
  var at: SourceSpan
}

extension ProseBlock {
  /// Whether it is a heading of that level or above.
  func isHeading(upTo level: Int) -> Bool {
    if case .heading(let own, _, _) = content { return own <= level }
    return false
  }

  /// Whether it is a list of whatever kind.
  var isList: Bool {
    switch content {
    case .list, .definitions: true
    default: false
    }
  }

  /// Whether it is a paragraph that starts with a dash: who said or signs what stands before.
  var isAttribution: Bool {
    guard case .paragraph(let inlines) = content else { return false }
    return inlines.plainText.hasPrefix("– ")
  }
}

extension [ProseInline] {
  /// The footnotes called, in the order of their calls.
  var notes: [Int] {
    flatMap { inline -> [Int] in
      switch inline.content {
      case .note(let note): [note]
      case .emphasis(let inner), .strong(let inner), .span(_, let inner), .link(_, let inner),
        .reference(_, _, let inner):
        inner.notes
      case .text, .verbatim, .lineBreak: []
      }
    }
  }

  /// The same without a dash at the start.
  var withoutLeadingDash: [ProseInline] {
    guard let first, case .text(let words) = first.content, words.hasPrefix("– ") else {
      return self
    }
    return [ProseInline(.text(String(words.dropFirst(2))), at: first.at)] + dropFirst()
  }
}
