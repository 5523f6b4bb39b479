import Core
import Manuscript
import Style
import Typesetting

/// Which stretch of a text-holding node a job sets.
enum JobPart: Sendable, Hashable {
  /// All of it.
  case whole
  /// The label at its start, with the space after it.
  case label
  /// What follows the label.
  case rest
  /// The label of a table's caption or a card's heading, or all of one without a label, and that
  /// the table or card goes on.
  case continued
  /// What stands before the sums that a table carries over a page break.
  case carried(isForward: Bool)
  /// A sum that a table may carry: words that nobody wrote.
  case carriedSum(String)
  /// Which part of its columns stands below, by the label of a table's caption from the second on;
  /// and that it goes on.
  case tablePart(Int, of: Int, isContinued: Bool)
  /// All of a heading, and that what stands below it goes on.
  case wholeContinued
}

/// A paragraph to be typeset: which text, in which style, how wide.
struct ParagraphJob: Sendable, Hashable {
  /// The text-holding node.
  var node: NodeID
  /// Its stretch.
  var part: JobPart
  /// The paragraph style.
  var style: Int
  /// Its characters, where a label is set otherwise than the style says.
  var text: TextStyle?
  /// The distance of baselines.
  var leading: Length
  /// The surroundings of its node.
  var around: StyleSurroundings
  /// How lines align.
  var alignment: Alignment
  /// The indent of the first line.
  var firstIndent: Length
  /// What the container's width loses to indents, left and right.
  var inset: Length
  /// The measure; known once the width of the container is.
  var width: Length
  /// Whether its text depends on page numbers.
  var hasPageNumbers: Bool
  /// Whether it stands in a table, so that its widths decide those of the columns.
  var isInTable: Bool
  /// Whether it is a label that hangs in an indent, if it is wide enough for it.
  var isHanging = false
  /// Whether its words may be parted; not in a cell that has room for them.
  var mayPartWords = true
  /// Whether it is a fact of a column of numbers, which align at the decimal comma.
  var alignsDecimals = false
  /// The line that it has more or fewer than is best for it, because its page wants it.
  var change: LineChange?
  /// How far it stands from the right edge, so that decimal commas stand one below the other.
  var shift = Length.zero
}

/// Turns jobs into what the typesetter reads.
struct ParagraphSource: Sendable {
  let document: Document
  let design: DesignBook
  /// The printed page numbers by anchor; empty where unknown.
  let numbers: [String]
  private var finder: StyleFinder
  private var text: [UInt8] = []
  private var runs: [TextRun] = []
  private var breaks: [UInt32] = []
  private var labelStyle: TextStyle?
  private var labelEnd: Int?

  init(document: Document, design: DesignBook, finder: StyleFinder, numbers: [String]) {
    self.document = document
    self.design = design
    self.finder = finder
    self.numbers = numbers
  }

  /// The text of a job with its runs.
  mutating func text(of job: ParagraphJob) -> ParagraphText {
    text = []
    runs = []
    breaks = []
    labelEnd = nil
    let artifact: String? =
      switch job.part {
      case .carried(let isForward):
        isForward ? document.carriedForward : document.broughtForward
      case .carriedSum(let words): words
      default: nil
      }
    if let artifact {
      text = Array(artifact.utf8)
      run(from: 0, design.paragraphs[job.style].text, document.languages[0], false, job.node)
      return ParagraphText(text: text, runs: runs, breaks: [])
    }
    if case .tablePart(let part, let count, let isContinued) = job.part {
      return title(of: job, part: part, of: count, isContinued: isContinued)
    }
    labelStyle = design.paragraphs[job.style].labelStyle
    let style =
      job.part == .whole || job.part == .wholeContinued
      ? job.text ?? design.paragraphs[job.style].text
      : design.paragraphs[job.style].text
    append(job.node, style: style, isVerbatim: false, around: job.around)
    if job.part == .continued || job.part == .wholeContinued {
      if labelEnd != nil && job.part == .continued { cut(at: afterLabel(), keepingStart: true) }
      close(job.node, style)
    } else if job.part != .whole {
      cut(at: afterLabel(), keepingStart: job.part == .label)
    }
    return ParagraphText(text: text, runs: runs, breaks: breaks)
  }

  /// What stands above a part of a table: „Tabulka 7 (část 2/3)“, above the first „část 1/3“.
  private mutating func title(
    of job: ParagraphJob, part: Int, of count: Int, isContinued: Bool
  ) -> ParagraphText {
    labelStyle = design.paragraphs[job.style].labelStyle
    let style = design.paragraphs[job.style].text
    let isCaption = document[job.node].role == .caption
    if isCaption && (part > 1 || isContinued) {
      append(job.node, style: style, isVerbatim: false, around: job.around)
      cut(at: labelEnd == nil ? 0 : afterLabel(), keepingStart: true)
    }
    if !text.isEmpty && text.last != 0x20 && text.last != 0xA0 { text.append(0x20) }
    var words = "\(document.tablePart)\u{A0}\(part)/\(count)"
    if isContinued, isCaption, case .table(let table) = document[document[job.node].parent].role {
      words += ", \(document.tables[table.int].continued)"
    }
    let start = runs.last.map { Int($0.range.upperBound) } ?? 0
    text.append(contentsOf: (text.isEmpty ? words : "(\(words))").utf8)
    run(from: start, style, document.language(of: job.node), false, job.node)
    return ParagraphText(text: text, runs: runs, breaks: breaks)
  }

  /// How a job is set.
  func setting(of job: ParagraphJob) -> ParagraphSetting {
    let style = design.paragraphs[job.style]
    var setting = ParagraphSetting(
      lineWidth: job.width, firstIndent: job.firstIndent, alignment: job.alignment,
      hyphenate: style.hyphenate && job.mayPartWords && job.part != .label, breaking: style.breaking
    )
    setting.variant = Int(job.change?.lines ?? 0)
    return setting
  }

  private mutating func append(
    _ node: NodeID, style: TextStyle, isVerbatim: Bool, around: StyleSurroundings
  ) {
    let inside = finder.inside(document[node], around)
    let language = document.language(of: node)
    for position in document.nodes[node.int].inlines {
      switch document.inlines[Int(position)] {
      case .text(let range):
        let start = text.count
        text.append(contentsOf: document.text[range.bounds])
        run(from: start, style, language, isVerbatim, node)
      case .child(let child):
        let inner = document.nodes[child.int]
        var changed = style
        if inner.role == .label, let labelStyle { changed = labelStyle }
        if let change = finder.character(inner.role, look: inner.look, in: inside) {
          changed = finder.changed(changed, by: change)
        }
        if inner.role == .pictogram {
          let start = text.count
          text.append(contentsOf: PictogramPlace.keeper)
          runs.append(
            TextRun(
              range: UInt32(start)..<UInt32(text.count), style: changed, language: language,
              isVerbatim: true, owner: child, isArtifact: true))
          continue
        }
        append(
          child, style: changed, isVerbatim: isVerbatim || inner.role == .verbatim, around: inside)
        if inner.role == .label && labelEnd == nil { labelEnd = text.count }
      case .lineBreak:
        if text.last != 0x20 {
          text.append(0x20)
          run(from: text.count - 1, style, language, isVerbatim, node)
        }
        breaks.append(UInt32(text.count))
      case .pageNumber(let anchor):
        let start = text.count
        text.append(contentsOf: numbers[anchor.int].utf8)
        run(from: start, style, language, isVerbatim, node)
      case .leader:
        let start = text.count
        text.append(contentsOf: [0x2E, 0x20])
        runs.append(
          TextRun(
            range: UInt32(start)..<UInt32(text.count), style: style, language: language,
            owner: node, isArtifact: true, isLeader: true))
      }
    }
  }

  /// Says after the caption that its table goes on, after a card's code that the card does.
  private mutating func close(_ caption: NodeID, _ style: TextStyle) {
    var words = document.continued
    if case .table(let table) = document[document[caption].parent].role {
      words = document.tables[table.int].continued
    }
    let start = text.count
    if text.last != 0x20 && text.last != 0xA0 { text.append(0x20) }
    text.append(contentsOf: "(\(words))".utf8)
    run(from: start, style, document.language(of: caption), false, caption)
  }

  private mutating func run(
    from start: Int, _ style: TextStyle, _ language: Language, _ isVerbatim: Bool, _ owner: NodeID
  ) {
    guard text.count > start else { return }
    let end = UInt32(text.count)
    if let last = runs.last, last.owner == owner, last.style == style, !last.isLeader,
      last.isVerbatim == isVerbatim, last.language == language
    {
      runs[runs.count - 1].range = last.range.lowerBound..<end
      return
    }
    runs.append(
      TextRun(
        range: UInt32(start)..<end, style: style, language: language, isVerbatim: isVerbatim,
        owner: owner))
  }

  /// The byte after the label and the white space that follows it.
  private func afterLabel() -> Int {
    guard var end = labelEnd else { return 0 }
    while end < text.count {
      if text[end] == 0x20 {
        end += 1
      } else if text[end] == 0xC2, end + 1 < text.count, text[end + 1] == 0xA0 {
        end += 2
      } else if text[end] == 0xE2, end + 2 < text.count, text[end + 1] == 0x80,
        (0x80...0x8A).contains(text[end + 2])
      {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  private mutating func cut(at place: Int, keepingStart: Bool) {
    let place = UInt32(place)
    let end = UInt32(text.count)
    let kept = keepingStart ? 0..<place : place..<end
    var cut: [TextRun] = []
    for run in runs {
      let range = run.range.clamped(to: kept)
      guard !range.isEmpty else { continue }
      var part = run
      part.range = range.lowerBound - kept.lowerBound..<range.upperBound - kept.lowerBound
      cut.append(part)
    }
    runs = cut
    breaks = breaks.filter { $0 > kept.lowerBound && $0 < kept.upperBound }
      .map { $0 - kept.lowerBound }
    text = Array(text[Int(kept.lowerBound)..<Int(kept.upperBound)])
  }
}

extension Document {
  /// Whether a text-holding node or an inline node in it prints a page number.
  func printsPageNumber(_ id: NodeID) -> Bool {
    for position in nodes[id.int].inlines {
      switch inlines[Int(position)] {
      case .pageNumber: return true
      case .child(let child): if printsPageNumber(child) { return true }
      default: continue
      }
    }
    return false
  }

  /// The label with which a text-holding node starts, alone or inside a reference or span.
  func leadingLabel(of id: NodeID) -> NodeID? {
    guard let first = nodes[id.int].inlines.first else { return nil }
    guard case .child(let child) = inlines[Int(first)] else { return nil }
    if nodes[child.int].role == .label { return child }
    return leadingLabel(of: child)
  }
}
