import Core
import Manuscript
import Testing

@testable import Orthography

/// What the pass does to a document as a whole.
@Suite struct DocumentTests {
  private func shown(
    _ role: Role = .paragraph, language: Language = .czech,
    _ fill: (inout DocumentBuilder) -> Void
  ) throws -> String {
    let document = try Setting.document(role, language: language, fill)
    let corrected = correct(document).value.document
    return corrected.plainText(of: NodeID(1)) { _ in "12" }.replacing("\u{A0}", with: "~")
  }

  @Test("A verbatim span stays as typed, and so do the spaces in it")
  func verbatim() throws {
    let text = try shown { builder in
      builder.text("Zkratka ")
      builder.node(.verbatim) { $0.text("s.r.o. \"v obci\" ... 5-6 osob") }
      builder.text(" a \"v obci\"")
    }
    #expect(text == "Zkratka s.r.o. \"v obci\" ... 5-6 osob a~„v~obci“")
  }

  @Test(
    "Addresses stay as typed",
    arguments: [
      "https://www.dacice.cz/a--b/plan-2015-2017.html", "jan.novak@dacice.cz", "www.a.cz/b,c/d...e",
      "dacice.cz/s.r.o./x",
    ])
  func addresses(_ address: String) throws {
    #expect(try shown { $0.text("viz " + address + ",který") } == "viz " + address + ",který")
  }

  @Test("Rules look over the edges of emphasis, links and footnote calls")
  func edges() throws {
    let text = try shown { builder in
      builder.text("Plán schválilo v ")
      builder.node(.strong) { $0.text("Dačicích") }
      builder.text(" celkem 500 ")
      builder.link(to: "https://a.cz/b-c") { $0.text("lidí") }
      builder.text(" \"")
      builder.node(.emphasis) { $0.text("Cíl 1") }
      builder.text("\"...")
    }
    #expect(text == "Plán schválilo v~Dačicích celkem 500~lidí „Cíl~1“…")
  }

  @Test("The call of a footnote parts no words; its number is no number of the text")
  func notes() throws {
    var builder = try Setting.builder()
    var note = NodeID(0)
    note = builder.node(.note) { builder in
      builder.node(.label) { $0.text("1") }
      builder.node(.body) { $0.node(.paragraph) { $0.text("K tomu v příloze.") } }
    }
    builder.node(.paragraph) { builder in
      builder.text("Rok 2015")
      builder.node(.noteReference(note)) { $0.text("1") }
      builder.text(" přinesl 23")
      builder.node(.noteReference(note)) { $0.text("2") }
      builder.text(" služeb.")
    }
    let document = correct(try builder.finish()).value.document
    let texts = document.nodes.indices.filter { document.nodes[$0].role == .paragraph }
      .map { document.plainText(of: NodeID($0)).replacing("\u{A0}", with: "~") }
    #expect(texts == ["K~tomu v~příloze.", "Rok 20151 přinesl 232~služeb."])
  }

  @Test("A word and the number or page that a reference prints stay together")
  func references() throws {
    var builder = try Setting.builder()
    builder.node(.heading(level: 1), anchor: "cil") { $0.text("Cíle") }
    builder.node(.paragraph) { builder in
      builder.text("viz kapitola ")
      builder.reference(to: "cil") { $0.text("5") }
      builder.text(" na straně ")
      builder.reference(to: "cil") { $0.pageNumber(of: "cil") }
      builder.text(" popisuje ")
      builder.reference(to: "cil") { $0.text("Cíle") }
    }
    let outcome = correct(try builder.finish(), keepsLog: true)
    let text = outcome.value.document.plainText(of: NodeID(2)) { _ in "12" }
    #expect(text == "viz kapitola\u{A0}5 na straně\u{A0}12 popisuje Cíle")
    #expect(outcome.value.corrections.map(\.before) == ["kapitola 5", "straně #"])
  }

  @Test("Labels are made, not typed: nothing is changed in them or tied to them")
  func labels() throws {
    let text = try shown(.heading(level: 1)) { builder in
      builder.node(.label) { $0.text("1.2.") }
      builder.text(" osob je \"málo\"")
    }
    #expect(text == "1.2. osob je „málo“")
  }

  @Test("A line of the contents: the title as in the heading, the page left alone")
  func contents() throws {
    var builder = try Setting.builder()
    builder.node(.heading(level: 1), short: "Služby v Dačicích.", anchor: "a") {
      $0.text("Služby v Dačicích.")
    }
    builder.node(.contents) { builder in
      builder.node(.contentsEntry(level: 1)) { builder in
        builder.reference(to: "a") { builder in
          builder.text("Služby v Dačicích. ")
          builder.leader()
          builder.pageNumber(of: "a")
        }
      }
    }
    let document = correct(try builder.finish()).value.document
    let entry = document.nodes.indices.last { document.nodes[$0].role == .contentsEntry(level: 1) }
    let text = document.plainText(of: NodeID(try #require(entry))) { _ in "7" }
    #expect(text == "Služby v\u{A0}Dačicích 7")
    let short = try #require(document.nodes[1].short)
    #expect(document.string(short) == "Služby v\u{A0}Dačicích")
  }

  @Test("Each language has its own rules and quotation marks")
  func languages() throws {
    func set(_ text: String, _ tag: String) throws -> String {
      try shown(language: Language(tag)) { $0.text(text) }
    }
    let typed = "a \"b 'c' d\" 5 km..."
    #expect(try set(typed, "cs") == "a~„b ‚c‘ d“ 5~km…")
    #expect(try set(typed, "sk") == "a~„b ‚c‘ d“ 5~km…")
    #expect(try set(typed, "en-GB") == "a “b ‘c’ d” 5~km…")
    #expect(try set(typed, "de") == "a „b ‚c‘ d“ 5~km…")
    #expect(try set(typed, "pl") == "a~„b «c» d” 5~km…")
    #expect(try set("він \"живе у Львові\" і працює", "uk") == "він «живе у~Львові» і~працює")
    #expect(try set("it's Mr. Smith's dog, 2015-2017", "en") == "it’s Mr.~Smith’s dog, 2015–2017")
    #expect(try set("Das ist z.B. viel, d.h. mehr", "de") == "Das ist z.~B. viel, d.~h. mehr")
    #expect(try set("z.B.a www.ab.de a.B", "de") == "z.B.a www.ab.de a.B")
    #expect(try set("on 5-6 May, pp. 5-9, 3-1 win", "en") == "on 5–6~May, pp.~5–9, 3-1 win")
    #expect(try set("in 2015 May came, so he may", "en") == "in 2015 May came, so he may")
    #expect(try set("21 лютого, 3 листопада.", "uk") == "21~лютого, 3~листопада.")
    #expect(try set("a s.r.o. k nám", "sk") == "a~s.~r.~o. k~nám")
    #expect(try set("le \"mot\" et « oui »", "fr") == "le «~mot~» et « oui »")
    #expect(try set("z. B. am 3. Juni - Anfang", "de") == "z.~B. am 3.~Juni~– Anfang")
    // A language that nothing is known of stays as typed.
    #expect(try set(typed, "hu") == typed)
  }

  @Test("A span in another language keeps that language's rules, the text around its own")
  func spans() throws {
    let text = try shown { builder in
      builder.text("Říká se tomu \"")
      builder.node(.span, language: .english) { $0.text("the \"planning\" i say") }
      builder.text("\" i v \"obci\"")
    }
    #expect(text == "Říká se tomu „the ‘planning’ i say“ i~v~„obci“")
  }

  @Test("Structure, owners and everything but words stay")
  func structure() throws {
    let document = try Setting.document { builder in
      builder.text("V obci")
      builder.lineBreak()
      builder.node(.emphasis) { $0.text(" a - v Dačicích ") }
    }
    let corrected = correct(document).value.document
    #expect(corrected.nodes == document.nodes)
    #expect(corrected.inlines.count == document.inlines.count)
    #expect(corrected.plainText(of: NodeID(1)) == "V\u{A0}obci  a\u{A0}– v\u{A0}Dačicích ")
    // Nothing to do: not a byte is copied.
    let right = try Setting.document { $0.text("Obec má „plán“ a\u{A0}služby.") }
    #expect(correct(right).value.document == right)
  }

  @Test("A forced line break parts what it parts")
  func lineBreaks() throws {
    #expect(
      try shown { b in
        b.text("Rada v")
        b.lineBreak()
        b.text("Dačicích")
      } == "Rada v Dačicích")
    let outcome = try Setting.correct("Náměstí 5⏎38001 Dačice")
    #expect(Setting.shown(outcome) == "Náměstí 5 380~01 Dačice")
  }

  @Test("Heads of columns and captions end without a full stop; cells of facts keep theirs")
  func columnHeads() throws {
    var builder = try Setting.builder()
    let table = builder.table(TableSpec(columns: [ColumnSpec(.text)]))
    builder.node(.table(table)) { builder in
      builder.node(.caption) { $0.text("Obce v okrese.") }
      builder.node(.tableHead) { builder in
        builder.node(.row) { builder in
          builder.node(.headerCell(.column, .single)) { $0.node(.paragraph) { $0.text("Obce.") } }
        }
      }
      builder.node(.tableBody) { builder in
        builder.node(.row) { builder in
          builder.node(.dataCell(.single)) { $0.node(.paragraph) { $0.text("Dačice.") } }
        }
      }
    }
    let document = correct(try builder.finish()).value.document
    let texts = document.nodes.indices.filter {
      document.nodes[$0].role == .paragraph || document.nodes[$0].role == .caption
    }.map { document.plainText(of: NodeID($0)) }
    #expect(texts == ["Obce v\u{A0}okrese", "Obce", "Dačice."])
  }

  /// T26: at least five lists that agree or do not, and three that nothing is said of.
  @Test(
    "A list whose items end differently is told",
    arguments: [
      (["poradenství,", "doprava", "asistence."], true),
      (["Poradenství.", "Doprava", "Asistence."], true),
      (["a,", "b", "c"], true), (["a", "b;", "c", "d"], true), (["a!", "b", "c."], true),
      (["poradenství,", "doprava,", "asistence."], false), (["a", "b", "c"], false),
      (["Ano.", "Ne.", "Snad."], false), (["a", "b."], false), (["a", "b", "c."], false),
    ] as [([String], Bool)])
  func listItems(_ items: [String], _ isUneven: Bool) throws {
    var builder = try Setting.builder()
    builder.node(.list(.unordered)) { builder in
      for item in items {
        builder.node(.item) { builder in
          builder.node(.label, look: "bullet") { $0.text("–") }
          builder.node(.body) { $0.node(.paragraph) { $0.text(item) } }
        }
      }
    }
    let findings = correct(try builder.finish()).warnings
    #expect(findings.map(\.kind.code) == (isUneven ? ["T26"] : []))
  }

  @Test("Alternatives and short titles are corrected, too")
  func asides() throws {
    var builder = try Setting.builder()
    builder.node(.paragraph, alternative: "Mapa \"obcí\" - sever", short: "V obci") {
      $0.text("x")
    }
    let document = correct(try builder.finish()).value.document
    let node = document.nodes[1]
    #expect(document.string(try #require(node.alternative)) == "Mapa „obcí“\u{A0}– sever")
    #expect(document.string(try #require(node.short)) == "V\u{A0}obci")
  }

  @Test("Changes are told in the order of the text, as typed and as set")
  func log() throws {
    let outcome = try Setting.correct("V obci \"a\" s.r.o. - 21.6.2013")
    #expect(
      outcome.value.corrections.map { "\($0.rule.rawValue) \($0.before)→\($0.after)" } == [
        "T01 V obci→V\u{A0}obci", "T21 \"a\"→„a\"", "T21 \"a\"→\"a“",
        "T18 s.r.o. - 21.6.2013→s.r.o. – 21.6.2013", "T08 s.r.o.→s.\u{A0}r.\u{A0}o.",
        "T18 s.r.o. -→s.\u{A0}r.\u{A0}o.\u{A0}–", "T05 21.6.2013→21.\u{A0}6. 2013",
      ])
    #expect(correct(try Setting.document { $0.text("v obci") }).value.corrections.isEmpty)
  }
}
