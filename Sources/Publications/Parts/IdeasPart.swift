import Core
import Manuscript
import Planning

extension PartComposer {
  /// The store of projects (zásobník): an overview with pages, then a card for each idea, in Czech
  /// order of their names.
  static let ideas = PartComposer(
    kind: "ideas", place: .chapter, optional: ["anchor", "heading"], needs: .ideas
  ) { recipe, builder, ledger in
    let ideas = (ledger.plan.ideas ?? []).sorted {
      CzechOrder.precedes($0.name.value, $1.name.value)
    }
    let anchor = recipe.settings["anchor"] ?? "zasobnik"
    // Without a section around them the cards stand right below the chapter's heading.
    let isBare = recipe.settings["heading"] != nil && ledger.openSection == nil
    ledger.section(
      ledger[.ideasTitle], anchor: anchor, origin: ideas.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let names = ideas.indices.map { "\(anchor)-\($0 + 1)" }
      overview(of: ideas, names, anchor: anchor, in: &builder, &ledger)
      for (idea, name) in zip(ideas, names) {
        builder.node(.section, origin: idea.at) { builder in
          builder.node(.group(.card), look: "idea", origin: idea.at) { builder in
            ledger.heading(
              HeadingWords(
                level: isBare ? 2 : 3, look: "idea", title: idea.name.value, anchor: name),
              origin: idea.at, in: &builder)
            card(of: idea, in: &builder, ledger)
          }
        }
      }
    }
  }

  private static func overview(
    of ideas: [ProjectIdea], _ names: [String], anchor: String, in builder: inout DocumentBuilder,
    _ ledger: inout Ledger
  ) {
    let exhibit = Exhibit(
      look: "ideas",
      columns: [
        ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.text),
        ColumnSpec(.number),
      ],
      caption: ledger[.ideasCaption], anchor: "tab-\(anchor)",
      source: ledger.sourceLine(of: "zasobnik"), origin: ideas.first?.at)
    ledger.exhibit(exhibit, in: &builder) { builder, ledger in
      builder.tableHead([
        ledger[.ideaName], ledger[.ideaMeasure], ledger[.ideaBudget], ledger[.ideaReadiness],
        ledger[.ideaPage],
      ])
      builder.node(.tableBody) { builder in
        for (idea, name) in zip(ideas, names) {
          builder.node(.row, origin: idea.at) { builder in
            builder.headerCell(idea.name.value, .row, origin: idea.name.at)
            builder.node(.dataCell(.single)) { builder in
              builder.node(.paragraph) { ledger.codes(idea.measures, in: &$0) }
            }
            builder.cell(idea.budget.map { ledger.words(of: $0.value) }, origin: idea.budget?.at)
            builder.cell(
              idea.readiness.map { ledger.validated.name(.readiness, $0.value) },
              origin: idea.readiness?.at)
            builder.node(.dataCell(.single)) { builder in
              builder.node(.paragraph) { builder in
                builder.reference(to: name) { $0.pageNumber(of: name) }
              }
            }
          }
        }
      }
    }
  }

  private static func card(
    of idea: ProjectIdea, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.paragraphs(idea.need)
    builder.node(.list(.descriptions), look: "fields") { builder in
      builder.field(ledger[.ideaMeasure], origin: idea.measures.first?.at) { builder in
        builder.node(.paragraph) { builder in
          for (position, code) in idea.measures.enumerated() {
            if position > 0 { builder.text("; ") }
            ledger.codes([code], in: &builder)
            if let name = ledger.measureName(code.value) { builder.text(" \(name)") }
          }
        }
      }
      for (term, text) in [
        (ledger[.ideaGoals], idea.goals), (ledger[.ideaActivities], idea.activities),
        (ledger[.ideaOutputs], idea.outputs),
      ] {
        guard let text else { continue }
        builder.field(term, origin: text.at) { $0.paragraphs(text) }
      }
      builder.field(ledger[.ideaProposer], idea.proposer)
      builder.field(ledger[.partners], idea.partners)
      builder.field(ledger[.ideaPlace], idea.place)
      if let budget = idea.budget {
        builder.field(ledger[.ideaBudget], origin: budget.at) { ledger.add(budget.value, to: &$0) }
      }
      builder.field(
        ledger[.ideaSources],
        idea.sources.map { $0.map { ledger.validated.name(.fundingSources, $0) } })
      builder.field(ledger[.ideaSchedule], idea.schedule)
      builder.field(
        ledger[.ideaReadiness],
        idea.readiness.map { $0.map { ledger.validated.name(.readiness, $0) } })
      builder.field(ledger[.contact], idea.contact)
    }
  }
}

extension Ledger {
  /// Adds codes of strategic records, divided by commas; they lead to the cards where those print.
  func codes(_ codes: [Located<Code>], in builder: inout DocumentBuilder) {
    for (position, code) in codes.enumerated() {
      if position > 0 { builder.text(", ") }
      if hasStrategy, let tier = records.tier(of: code.value) {
        builder.reference(to: tier.anchor(of: code.value), origin: code.at) {
          $0.text(code.value.text)
        }
      } else {
        builder.text(code.value.text)
      }
    }
  }

  /// The name of a measure.
  fileprivate func measureName(_ code: Code) -> String? {
    plan.measures.first { $0.code.value == code }?.name.value
  }
}
