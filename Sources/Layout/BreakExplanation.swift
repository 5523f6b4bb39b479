package import Core
package import Manuscript
import Style

/// Why a page ends where it does, in words.
extension PageExplanation {
  /// What its break cost, term by term, and what the next best would have cost.
  func breakText(in tongue: Tongue, of document: Document) -> String {
    func say(_ cs: String, _ en: String) -> String { tongue == .cs ? cs : en }
    guard let cut else { return "" }
    var terms: [String] = []
    func term(_ words: String, _ cost: Int32) {
      if cost != 0 { terms.append("\(words) \(cost)") }
    }
    term(
      isLast ? BreakTerm.shortEnd.words[tongue] : BreakTerm.white.words[tongue], cut.badness)
    term(reasons.words(tongue), cut.penalty)
    term(BreakTerm.facing.words[tongue], cut.facing)
    if cut.flush > 0 {
      let lines = say("(řádků: \(cut.flush))", "(lines: \(cut.flush))")
      terms.append("\(BreakTerm.flush.words[tongue]) \(lines) \(cut.flushCost)")
    }
    term(BreakTerm.float.words[tongue] + places(in: tongue, of: document), cut.floating)
    term(BreakTerm.pastHeading.words[tongue], cut.passing)
    for (change, node) in zip(cut.changes, changed) {
      let words =
        change.lines > 0
        ? say("o řádek delší odstavec", "a line more in")
        : say("o řádek kratší odstavec", "a line fewer in")
      term("\(words) „\(document.opening(of: node))“", change.cost)
    }
    var out = isLast ? say("konec části", "the end of its run") : say("zlom", "break")
    if isLast && cut.cost == 0 { return out + "\n" }
    out += say(": cena ", ": cost ") + "\(cut.cost)"
    out += terms.isEmpty ? "\n" : " = " + terms.joined(separator: " + ") + "\n"
    if let next = cut.nextBest, !isLast {
      out += say("druhý nejlepší zlom: cena ", "next best break: cost ") + "\(next.cost)"
      out += say(" s tím, co změní dál", " with what it changes later on")
      if let alternative {
        out += say(", další strana by začínala „", ", the next page would start “")
        out += document.opening(of: alternative) + say("“", "”")
      }
      out += "\n"
    }
    return out
  }
}

extension PageExplanation {
  /// What floats and where it stands, in brackets.
  private func places(in tongue: Tongue, of document: Document) -> String {
    let words = floats.map { float in
      let place: Phrase =
        switch float.place {
        case .head: Phrase(cs: "nahoře na této straně", en: "at the head of this page")
        case .foot: Phrase(cs: "u paty této strany", en: "at the foot of this page")
        case .later: Phrase(cs: "až na další straně", en: "on a page to come")
        }
      return "„\(document.title(of: float.node))“ \(place[tongue])"
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }
}

extension Document {
  /// What an exhibit is called: the words of its caption, or its first ones.
  fileprivate func title(of id: NodeID) -> String {
    let own = id.int + 1..<max(self[id].end.int, id.int + 1)
    let caption = own.first { nodes[$0].role == .caption }
    return opening(of: caption.map { NodeID($0) } ?? id)
  }
}

/// What the pages of a document cost in all when they are broken otherwise.
package struct PageCosts: Sendable, Hashable {
  /// Page by page.
  package var greedy: Int64
  /// All pages together, every paragraph with the lines that are best for itself.
  package var stiff: Int64
  /// All pages together, every paragraph asked what a line more or fewer costs.
  package var exact: Int64
  /// Makes costs.
  package init(greedy: Int64, stiff: Int64, exact: Int64) {
    (self.greedy, self.stiff, self.exact) = (greedy, stiff, exact)
  }
}

extension Explanation {
  /// What all pages cost.
  package var cost: Int64 { pages.reduce(0) { $0 + ($1.cut?.cost ?? 0) } }

  /// The breaks of all pages with their costs, and how they compare with others.
  package func costText(in tongue: Tongue, of document: Document, others: PageCosts) -> String {
    func say(_ cs: String, _ en: String) -> String { tongue == .cs ? cs : en }
    var out = ""
    for (number, page) in pages.enumerated() where page.cut != nil {
      let lines = page.breakText(in: tongue, of: document).split(separator: "\n")
      out += "\(number + 1)\t\(lines.first ?? "")\n"
    }
    let changed = pages.reduce(0) { $0 + $1.changed.count }
    let loss = cost - others.exact
    out += say("celkem ", "in all ") + "\(cost)"
    out += say(", odstavců o řádek jiných: ", ", paragraphs a line longer or shorter: ")
    out += "\(changed)\n"
    out += say("úplné hledání ", "exact search ") + "\(others.exact)"
    out += say(": ztráta ", ": loss ") + "\(loss) (\(tenths(of: loss, by: others.exact)) %)\n"
    out += say("beze změn odstavců ", "paragraphs unchanged ") + "\(others.stiff)\n"
    return out + say("po stránkách ", "page by page ") + "\(others.greedy)\n"
  }

  private func tenths(of part: Int64, by whole: Int64) -> String {
    let tenths = whole == 0 ? 0 : part * 1_000 / whole
    return "\(tenths / 10).\((tenths < 0 ? -tenths : tenths) % 10)"
  }
}

extension BreakReasons {
  /// The reasons, named.
  fileprivate func words(_ tongue: Tongue) -> String {
    var words = terms.map { $0.words[tongue] }
    let others: [(BreakReasons, Phrase)] = [
      (.stranded, Phrase(cs: "příliš málo řádků pohromadě", en: "too few lines together")),
      (.together, Phrase(cs: "co má zůstat pohromadě", en: "what should stay together")),
      (.heading, Phrase(cs: "nadpis bez svého textu", en: "a heading without its text")),
      (.kept, Phrase(cs: "blok, který by se vešel celý", en: "a block that would fit whole")),
      (.columns, Phrase(cs: "zlomy mezi sloupci", en: "breaks between columns")),
    ]
    words += others.filter { contains($0.0) }.map { $0.1[tongue] }
    if words.isEmpty { return tongue == .cs ? "zlom" : "break" }
    return words.joined(separator: tongue == .cs ? " a " : " and ")
  }
}

extension BreakTerm {
  /// What it is called where a break is explained.
  var words: Phrase {
    switch self {
    case .white, .whiteLine: Phrase(cs: "prázdno u paty", en: "white at the foot")
    case .facing:
      Phrase(cs: "jiná pata než u protější strany", en: "a foot unlike the facing page's")
    case .flush:
      Phrase(
        cs: "prázdno od paty rozložené po straně", en: "white of the foot spread over the page")
    case .float: Phrase(cs: "co nestojí tam, kde se o tom mluví", en: "what floats from its call")
    case .pastHeading:
      Phrase(cs: "co stojí až za nadpisem dalšího oddílu", en: "what stands below a later heading")
    case .beforeTurned:
      Phrase(
        cs: "tabulka nebo obrázek mimo pořadí čísel",
        en: "an exhibit out of the order of its number")
    case .paragraph: Phrase(cs: "rozdělený odstavec", en: "a paragraph parted")
    case .hyphen: Phrase(cs: "slovo dělené přes stranu", en: "a word parted by the page")
    case .row: Phrase(cs: "rozdělená tabulka", en: "a table parted")
    case .loneRow: Phrase(cs: "osamocený řádek tabulky", en: "a row of a table alone")
    case .fewRows: Phrase(cs: "málo řádků tabulky u paty", en: "few rows of a table at the foot")
    case .splitRow: Phrase(cs: "rozdělený řádek tabulky", en: "a row parted")
    case .field: Phrase(cs: "rozdělená karta nebo seznam", en: "a card or list parted")
    case .loneField: Phrase(cs: "osamocená položka", en: "an item alone")
    case .announced:
      Phrase(cs: "dvojtečka bez toho, co uvádí", en: "a colon without what it announces")
    case .lowHeading: Phrase(cs: "nadpis nízko na straně", en: "a heading low on the page")
    case .quadrant, .wholeQuadrant: Phrase(cs: "rozdělená matice", en: "a matrix parted")
    case .item: Phrase(cs: "rozdělená položka matice", en: "an item of a matrix parted")
    case .splitNote: Phrase(cs: "rozdělená poznámka", en: "a footnote parted")
    case .shortEnd, .longEnd: Phrase(cs: "délka poslední strany", en: "the length of the last page")
    }
  }
}
