import Core
import Display
import Fonts
import Manuscript
import SazbaTesting
import Style
import Testing
import Typesetting

@testable import Layout

/// Fonts, patterns and designs for the tests of layout.
enum Press {
  /// The faces of a design, as files of this repository.
  static func fonts(of design: DesignBook) throws -> FontBook {
    design.name == "small" ? try smallFonts.get() : try load(design)
  }

  private static func load(_ design: DesignBook) throws -> FontBook {
    try FontBook.load(
      design.faces.map {
        FontFile(path: Repository.path("Fonts/" + $0.file), name: $0.file, at: $0.at)
      }, fallback: design.fallback)
  }

  /// The Czech patterns, compiled once for all tests.
  static func hyphenation() throws -> HyphenationBook { try patterns.get() }

  private static let patterns = Result {
    let patterns = try Repository.bytes(of: "Fonts/Hyphenation/hyph-cs-sojka.pat.txt")
    return HyphenationBook([HyphenationBook.compile(.czech, patterns: patterns)])
  }

  /// The faces of the small design, loaded once.
  private static let smallFonts = Result { try load(DesignBook.small) }

  /// A document on pages.
  static func lay(
    _ document: Document, design: DesignBook = .small, workers: Int = 2
  ) async throws -> Outcome<Laid> {
    do {
      return try await Layout.lay(
        document, design: design, fonts: fonts(of: design), hyphenation: hyphenation(),
        workers: workers)
    } catch let rejected as Rejected {
      for finding in rejected.diagnostics { Issue.record("\(finding.message.en)") }
      throw rejected
    }
  }

  /// What a document is refused for.
  static func findings(_ document: Document, design: DesignBook = .small) async throws
    -> [Diagnostic]
  {
    do {
      return try await Layout.lay(
        document, design: design, fonts: fonts(of: design), hyphenation: hyphenation(), workers: 1
      ).warnings
    } catch let rejected as Rejected {
      return rejected.diagnostics
    }
  }

  /// The findings when the page builder is perverse: the longer the text, the fewer the pages.
  static func findingsWhenPagesFlip(_ document: Document, design: DesignBook) async throws
    -> [Diagnostic]
  {
    do {
      return try await Layout.lay(
        document, design: design, fonts: fonts(of: design), hyphenation: hyphenation(), workers: 1,
        breaking: { galley, _, _, _ in
          let count = galley.boxes.count
          let each = count > 5 ? count : 1
          return stride(from: 0, to: count, by: each).map { start in
            PageBreak(
              boxes: start..<min(start + each, count), carried: nil, rest: nil, badness: 0,
              penalty: 0, nextBest: nil, overflow: .zero)
          }
        }
      ).warnings
    } catch let rejected as Rejected {
      return rejected.diagnostics
    }
  }

  /// A document with one part of a kind.
  static func document(
    _ kind: PartKind = .chapter, language: Language = .czech,
    _ fill: (inout DocumentBuilder) -> Void
  ) throws -> Document {
    var builder = DocumentBuilder(metadata: metadata, language: language)
    builder.node(.part(kind)) { fill(&$0) }
    return try builder.finish()
  }

  private static var day: CivilDate {
    guard let day = CivilDate(year: 2025, month: 1, day: 31) else { preconditionFailure() }
    return day
  }

  /// The title page's words.
  static let metadata = Metadata(
    title: "Zkouška", author: "Dílna", subject: "", keywords: [],
    date: day)

  /// So many words that make lines of different lengths.
  static func words(_ count: Int, from start: Int = 0) -> String {
    let stock = [
      "obec", "služba", "pečující", "a", "rodina", "v", "domácnosti", "seniorů", "podpora", "osob",
      "s", "postižením", "komunitní", "plán", "setkání", "je", "dostupná", "po", "celý", "rok",
    ]
    return (start..<start + count).map { stock[($0 * 7 + $0 / 3) % stock.count] }
      .joined(separator: " ")
  }
}

extension DesignBook {
  /// A small page with everything on it that layout knows: 300 × 400 pt, a baseline of 12 pt.
  static let small: DesignBook = {
    let text = TextStyle(face: FaceID(0), size: .pt(9), colour: .black)
    func style(_ name: String, _ change: (inout ParagraphStyle) -> Void = { _ in })
      -> ParagraphStyle
    {
      var breaking = BreakParameters()
      breaking.emergencyStretch = .pt(20)
      var style = ParagraphStyle(
        name: name, text: text, leading: .pt(12), alignment: .justified, indentLeft: .zero,
        indentRight: .zero, firstIndent: .zero, spaceBefore: .zero, spaceAfter: .zero,
        keepWithNext: false, keepTogether: false, orphans: 2, widows: 2, hyphenate: true,
        breaking: breaking, snapToGrid: true, placement: .text, label: .inline, labelStyle: nil,
        ruleAbove: nil, ruleBelow: nil)
      change(&style)
      return style
    }
    let paragraphs = [
      style("body") { $0.firstIndent = .pt(12) },
      style("title") {
        $0.text.size = .pt(16)
        $0.leading = .pt(18)
        $0.keepWithNext = true
        $0.spaceBefore = .pt(12)
        $0.spaceAfter = .pt(6)
        $0.alignment = .left
        $0.label = .margin
      },
      style("cell") {
        $0.alignment = .left
        $0.snapToGrid = false
      },
      style("label") { $0.alignment = .left },
      style("margin") {
        $0.placement = .margin
        $0.alignment = .left
        $0.snapToGrid = false
      },
      style("entry") {
        $0.alignment = .left
        $0.indentRight = .pt(20)
      },
      style("head") { $0.text.size = .pt(7) },
    ]
    let rule = Rule(width: .pt(1), colour: .black)
    let tint = Colour(screen: 0xEEEEEE, cyan: 0, magenta: 0, yellow: 0, black: 7)
    return DesignBook(
      name: "small",
      page: PageGeometry(
        trim: Size(width: .pt(300), height: .pt(400)), bleed: .pt(9), inner: .pt(30),
        outer: .pt(20), top: .pt(40), bottom: .pt(48), textWidth: .pt(180), gutter: .pt(10),
        marginWidth: .pt(60), baseline: .pt(12)),
      masters: [
        "body": PageMaster(
          recto: [
            Furniture(content: .section, place: .inner, baseline: .pt(25), style: 6),
            Furniture(content: .folio, place: .outer, baseline: .pt(380), style: 6),
          ], verso: [], backgrounds: []),
        "opening": PageMaster(
          recto: [], verso: [],
          backgrounds: [
            Background(
              area: Rect(x: .zero, y: .zero, width: .pt(300), height: .pt(20)), colour: tint)
          ], top: .pt(76)),
      ],
      faces: [
        FaceSpec(
          family: "serif", weight: 400, italic: false,
          file: "SourceSerifPro/SourceSerifPro-Regular.otf", at: nil),
        FaceSpec(
          family: "serif", weight: 700, italic: false,
          file: "SourceSerifPro/SourceSerifPro-Bold.otf", at: nil),
      ], fallback: [], paragraphs: paragraphs,
      characters: [CharacterStyle(weight: 700), CharacterStyle(scale: 700, rise: 300)],
      boxes: [
        BoxStyle(
          name: "chapter", start: .recto, openingMaster: "opening", master: "body", folio: .arabic),
        BoxStyle(name: "front", start: .page, folio: .roman),
        BoxStyle(name: "cover", start: .page, folio: .none),
        BoxStyle(name: "list", flow: .hanging, labelWidth: .pt(14)),
        BoxStyle(
          name: "card", spaceBefore: .pt(12), padding: .pt(6), background: tint, ruleAbove: rule),
        BoxStyle(name: "matrix", placement: .full, flow: .grid, columns: 2, gap: .pt(8)),
        BoxStyle(name: "quadrant", padding: .pt(6), background: tint),
        BoxStyle(name: "note", flow: .hanging, labelWidth: .pt(12)),
      ],
      tables: [
        TableStyle(
          name: "table", spaceBefore: .pt(6), spaceAfter: .pt(6), placement: .text, ruleTop: rule,
          ruleHead: rule, ruleRow: nil, ruleFoot: rule, ruleBottom: rule, zebra: nil,
          columnGap: .pt(6), rowPadding: .zero, fillsWidth: true)
      ],
      paragraphKeys: [
        "paragraph": 0, "heading.1": 1, "heading.2": 1, "heading.3": 1, "dataCell/paragraph": 2,
        "headerCell/paragraph": 2, "caption": 2, "label": 3, "paragraph.margin": 4,
        "contentsEntry.1": 5, "contentsEntry.2": 5,
      ], characterKeys: ["strong": 0, "noteReference": 1],
      boxKeys: [
        "part.chapter": 0, "part.frontMatter": 1, "part.contents": 1, "part.cover": 2,
        "list.unordered": 3, "list.ordered": 3, "list.descriptions": 3, "group.card": 4,
        "group.matrix": 5, "group.quadrant": 6, "note": 7,
      ], tableKeys: ["table": 0], paper: .white)
  }()
}

extension PageList {
  /// The text of each page as it is painted, artifacts aside.
  var pageTexts: [String] {
    pages.map { page in
      var bytes: [UInt8] = []
      for span in page.spans {
        guard case .node = span.owner else { continue }
        for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
          guard case .glyphs(let run) = op else { continue }
          for glyph in page.glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)] {
            let start = Int(glyph.text)
            bytes += page.text[start..<start + Int(glyph.textLength)]
          }
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The text of each node as it is painted over all pages, in painting order.
  var nodeTexts: [NodeID: String] {
    var bytes: [NodeID: [UInt8]] = [:]
    for page in pages {
      for span in page.spans {
        guard case .node(let node) = span.owner else { continue }
        for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
          guard case .glyphs(let run) = op else { continue }
          for glyph in page.glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)] {
            let start = Int(glyph.text)
            bytes[node, default: []] += page.text[start..<start + Int(glyph.textLength)]
          }
        }
      }
    }
    return bytes.mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
