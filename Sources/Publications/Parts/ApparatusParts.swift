import Core
import Manuscript
import Planning

extension PartComposer {
  /// The abbreviations in Czech order with what they stand for.
  static let abbreviations = PartComposer(
    kind: "abbreviations", place: .chapter, optional: ["anchor", "heading"],
    needs: .abbreviations
  ) { recipe, builder, ledger in
    let entries = ledger.plan.abbreviations.sorted {
      CzechOrder.precedes($0.short.value, $1.short.value)
    }
    guard !entries.isEmpty else { return }
    ledger.section(
      ledger[.abbreviationsTitle], anchor: recipe.settings["anchor"] ?? "zkratky",
      origin: entries.first?.at, by: recipe, in: &builder
    ) { builder, _ in
      builder.node(.list(.descriptions), look: "abbreviations") { builder in
        for entry in entries { builder.field(entry.short.value, entry.meaning) }
      }
    }
  }

  /// The glossary in Czech order.
  static let glossary = PartComposer(
    kind: "glossary", place: .chapter, optional: ["anchor", "heading"],
    needs: .glossary
  ) { recipe, builder, ledger in
    let entries = ledger.plan.glossary.sorted {
      CzechOrder.precedes($0.term.value, $1.term.value)
    }
    guard !entries.isEmpty else { return }
    ledger.section(
      ledger[.glossaryTitle], anchor: recipe.settings["anchor"] ?? "pojmy",
      origin: entries.first?.at, by: recipe, in: &builder
    ) { builder, _ in
      builder.node(.list(.descriptions), look: "glossary") { builder in
        for entry in entries {
          builder.field(entry.term.value, origin: entry.at) { $0.paragraphs(entry.meaning) }
        }
      }
    }
  }

  /// The works that the plan draws on, numbered in the order of the file.
  static let sources = PartComposer(
    kind: "sources", place: .chapter, optional: ["anchor", "heading"],
    needs: .citations
  ) { recipe, builder, ledger in
    let works = ledger.plan.citations
    guard !works.isEmpty else { return }
    ledger.section(
      ledger[.sourcesTitle], anchor: recipe.settings["anchor"] ?? "zdroje",
      origin: works.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      builder.node(.list(.ordered), look: "sources") { builder in
        for (position, work) in works.enumerated() {
          let anchor = "zdroj-\(work.id.value)"
          ledger.enter(anchor, Target(number: "\(position + 1)", title: work.title.value))
          builder.node(.item, origin: work.at, anchor: anchor) { builder in
            builder.node(.label, look: "ordinal") { $0.text("\(position + 1).") }
            builder.node(.body) { ledger.citation(work, in: &$0) }
          }
        }
      }
    }
  }

  /// The list of tables with their pages.
  static let tableList = captionList("list-of-tables", .tableListTitle, of: .table)
  /// The list of figures with their pages.
  static let figureList = captionList("list-of-figures", .figureListTitle, of: .figure)
  /// The list of maps with their pages.
  static let mapList = captionList("list-of-maps", .mapListTitle, of: .map)

  private static func captionList(
    _ kind: String, _ title: PhraseKey, of exhibits: CaptionKind
  ) -> PartComposer {
    PartComposer(kind: kind, place: .chapter, optional: ["anchor", "heading"]) {
      recipe, builder, ledger in
      ledger.section(
        ledger[title], anchor: recipe.settings["anchor"] ?? exhibits.listAnchor, origin: recipe.at,
        by: recipe, in: &builder
      ) { builder, ledger in
        let node = builder.node(.contents, look: "exhibits")
        ledger.captionLists.append(CaptionList(node: node, kind: exhibits, part: kind))
      }
    }
  }
}

extension Ledger {
  /// Adds a citation as a paragraph.
  ///
  /// *Source:* ISO 690:2022, the order of elements and italics for the title of the whole.
  func citation(_ work: Citation, in builder: inout DocumentBuilder) {
    builder.node(.paragraph, look: "citation") { builder in
      func part(_ text: Located<String>?) {
        if let text { builder.text("\(stopped(text.value)) ") }
      }
      part(work.author)
      let online = work.address == nil ? "." : "\u{A0}[\(self[.citationOnline])]."
      if let host = work.host {
        builder.text("\(stopped(work.title.value)) ")
        builder.node(.emphasis) { $0.text(host.value) }
      } else {
        builder.node(.emphasis) { $0.text(work.title.value) }
      }
      builder.text("\(online) ")
      part(work.edition)
      let place = [work.place?.value, work.publisher?.value].compactMap { $0 }
        .joined(separator: ": ")
      let issued = [place, work.year?.value ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      var end = issued.isEmpty ? "" : stopped(issued)
      if let day = work.accessed?.value {
        // Day and month in two digits, as ISO 690 dates are written.
        end += (end.isEmpty ? "" : " ") + "[\(self[.citationAccessed])\u{A0}\(day)]."
      }
      if let identifier = work.identifier {
        end += (end.isEmpty ? "" : " ") + stopped(identifier.value)
      }
      builder.text(end)
      if let address = work.address {
        builder.text("\(end.isEmpty ? "" : " ")\(self[.citationAt]): ")
        builder.link(to: address.value) { $0.text(address.value) }
      }
    }
  }

  private func stopped(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}
