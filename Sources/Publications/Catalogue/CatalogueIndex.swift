import Core
import Manuscript
import Planning

/// A line of an index: words, and the page of what they name.
struct IndexLine {
  /// What it says.
  var words: String
  /// What follows in another voice: the provider of a service.
  var second: String?
  /// Where it leads.
  var anchor: String
  /// By what it is ordered.
  var key: String
  var at: SourceSpan

  /// A service with its provider.
  init(_ service: Service, _ ledger: Ledger) {
    words = Ledger.brief(service.name.value.capitalisedFirst, service.shortName)
    key = words
    second = ledger.plan.provider(service.provider.value).map {
      Ledger.brief($0.name.value, $0.shortName).withoutLegalForm
    }
    // A service that bears its provider's name says it once.
    if let second, words.holds(words: second) || second.hasPrefix(words) { self.second = nil }
    anchor = service.catalogueAnchor
    at = service.at
  }

  /// The line without its second voice.
  var alone: IndexLine {
    var line = self
    line.second = nil
    return line
  }

  /// A provider.
  init(_ entry: CatalogueOrder.Entry) {
    words = Ledger.brief(entry.provider.name.value.capitalisedFirst, entry.provider.shortName)
    key = words
    anchor = entry.anchor
    at = entry.provider.at
  }
}

extension PartComposer {
  /// An index with pages. `of`: `groups`, `kinds`, `municipalities` or `names`.
  static let index = PartComposer(
    kind: "index", place: .book, required: ["of"], needs: .services, refersToEntries: true
  ) { recipe, builder, ledger in
    let choice = recipe.settings["of"] ?? ""
    let order = CatalogueOrder(ledger.validated, by: .groups, first: [])
    let title: PhraseKey
    let terms: [IndexTerm]
    switch choice {
    case "groups": (title, terms) = (.indexGroups, ledger.terms(byGroup: order.services))
    case "kinds": (title, terms) = (.indexKinds, ledger.terms(byKind: order.services))
    case "municipalities":
      (title, terms) = (.indexMunicipalities, ledger.terms(byMunicipality: order.services))
    case "names": (title, terms) = (.indexNames, ledger.terms(byName: order))
    default:
      let known = ["groups", "kinds", "municipalities", "names"]
      ledger.findings.append(.unknownValue(choice, of: "of", in: recipe, known: known))
      return
    }
    builder.node(.part(.index), look: choice, origin: ledger.plan.at) { builder in
      ledger.heading(
        HeadingWords(level: 1, title: ledger[title], anchor: "rejstrik-\(choice)"), origin: nil,
        in: &builder)
      builder.node(.group(.matrix), look: "index") { builder in
        for term in terms {
          builder.node(.section, look: "index") { builder in
            ledger.heading(
              HeadingWords(
                level: 2, look: "index", title: term.title,
                anchor: "rejstrik-\(choice)-\(ledger.headings.count)", isListed: false),
              origin: nil, in: &builder)
            ledger.indexList(term.lines, look: "index", in: &builder)
          }
        }
      }
    }
  }
}

/// A word of an index with the lines below it.
struct IndexTerm {
  var title: String
  var lines: [IndexLine]
}

extension Ledger {
  /// A name, or the shorter one that its author gave it where the name is long.
  ///
  /// Nothing is ever cut: without an authored name the whole one takes two lines.
  static func brief(_ name: String, _ short: Located<String>?) -> String {
    guard name.count > longestName, let short else { return name }
    return short.value.capitalisedFirst
  }
  private static let longestName = 36

  /// Adds a list of lines with their pages.
  func indexList(_ lines: [IndexLine], look: String, in builder: inout DocumentBuilder) {
    builder.node(.list(.unordered), look: look) { builder in
      for line in lines {
        builder.node(.item, origin: line.at) { builder in
          builder.node(.body) { builder in
            builder.node(.paragraph, look: look) { builder in
              builder.reference(to: line.anchor, look: "entry") { builder in
                builder.text(line.words)
                if let second = line.second {
                  builder.node(.span, look: "second") { $0.text(", \(second)") }
                }
                builder.text(" ")
                builder.leader()
                builder.pageNumber(of: line.anchor)
              }
            }
          }
        }
      }
    }
  }

  fileprivate func lines(_ services: [Service]) -> [IndexLine] {
    services.map { IndexLine($0, self) }.sorted { CzechOrder.precedes($0.key, $1.key) }
  }

  fileprivate func terms(byGroup services: [Service]) -> [IndexTerm] {
    services.flatMap { $0.targetGroups.map(\.value) }.distinct
      .sorted(by: CzechOrder.precedes).map { code in
        IndexTerm(
          title: code.capitalisedFirst,
          lines: lines(services.filter { $0.targetGroups.contains { $0.value == code } }))
      }
  }

  fileprivate func terms(byKind services: [Service]) -> [IndexTerm] {
    let registered = services.filter { $0.register != nil }
    var terms = registered.map(\.kind.value).distinct
      .map { kind in
        IndexTerm(
          title: kindName(kind), lines: lines(registered.filter { $0.kind.value == kind }))
      }
      .sorted { CzechOrder.precedes($0.title, $1.title) }
    let others = services.filter { $0.register == nil }
    if !others.isEmpty {
      terms.append(IndexTerm(title: self[.indexUnregistered], lines: lines(others)))
    }
    return terms
  }

  /// Services that act everywhere stand once, at the front; below a municipality those that are
  /// there or act there and not everywhere. A place whose address is secret is in none.
  fileprivate func terms(byMunicipality services: [Service]) -> [IndexTerm] {
    var terms: [IndexTerm] = []
    let everywhere = services.filter(\.isEverywhere)
    if !everywhere.isEmpty {
      terms.append(IndexTerm(title: self[.indexEverywhere], lines: lines(everywhere)))
    }
    for town in plan.municipalities.sorted(by: {
      CzechOrder.precedes($0.printedName, $1.printedName)
    }) {
      let code = town.code.value
      let own = services.filter { service in
        service.municipalities.contains { $0.value == code }
          || plan.facilities(of: service).contains {
            !$0.isHidden && $0.municipality?.value == code
          }
      }
      if !own.isEmpty { terms.append(IndexTerm(title: town.printedName, lines: lines(own))) }
    }
    return terms
  }

  /// Providers and services under their first letters; a provider in its first entry.
  fileprivate func terms(byName order: CatalogueOrder) -> [IndexTerm] {
    let entries = order.shelves.flatMap(\.entries)
    let firsts = entries.map(\.provider.companyNumber.value).distinct.compactMap { number in
      entries.first { $0.anchor == "poskytovatel-\(number)" }
    }
    let all = (firsts.map { IndexLine($0) } + order.services.map { IndexLine($0, self) })
      .sorted { CzechOrder.precedes($0.key, $1.key) }
    var terms: [IndexTerm] = []
    for line in all {
      let letter = CzechOrder.letter(of: line.key)
      if terms.last?.title == letter {
        // A provider and its service often share their name: the bare one comes first and goes.
        if let last = terms[terms.count - 1].lines.last,
          last.words.withoutLegalForm == line.words.withoutLegalForm, last.second == line.second
        {
          terms[terms.count - 1].lines.removeLast()
        }
        terms[terms.count - 1].lines.append(line)
      } else {
        terms.append(IndexTerm(title: letter, lines: [line]))
      }
    }
    return terms
  }
}

extension String {
  /// Whether other words stand in it, whole and next to each other, in capitals or not.
  func holds(words other: String) -> Bool {
    let (own, sought) = (words, other.words)
    guard !sought.isEmpty, sought.count <= own.count else { return false }
    return (0...(own.count - sought.count)).contains { own[$0...].starts(with: sought) }
  }

  private var words: [Substring] { lowercased().split { !$0.isLetter && !$0.isNumber } }

  /// The abbreviations of legal forms with which names of providers end.
  private static let legalForms = [
    "z. ú.", "z. s.", "o. p. s.", "p. o.", "s. r. o.", "a. s.", "spol. s r. o.", "v. o. s.",
    "s. p.",
  ]

  /// A provider's name without its legal form, as directories list it behind a service.
  fileprivate var withoutLegalForm: String {
    let plain = String(map { $0 == "\u{A0}" ? " " : $0 })
    for form in String.legalForms where plain.hasSuffix(", " + form) {
      return String(dropLast(form.count + 2))
    }
    return self
  }
}
