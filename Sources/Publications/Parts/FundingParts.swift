import Core
import Manuscript
import Planning

extension PartComposer {
  /// The money of the plan by source and year.
  static let fundingBySource = PartComposer(
    kind: "funding-by-source", place: .chapter, optional: ["anchor", "heading"], needs: .funding
  ) { recipe, builder, ledger in
    let lines = ledger.plan.funding
    ledger.section(
      ledger[.fundingBySourceTitle], anchor: nil, origin: lines.first?.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      let anchor = recipe.settings["anchor"] ?? "tab-zdroje"
      ledger.funding(ledger[.fundingBySourceCaption], anchor: anchor, in: &builder) {
        builder, ledger in ledger.fundingBySource(lines, in: &builder)
      }
    }
  }

  /// The money of the plan by priority, measure and year, and what is not expressed in money.
  static let fundingByMeasure = PartComposer(
    kind: "funding-by-measure", place: .chapter, optional: ["anchor", "heading"], needs: .funding
  ) { recipe, builder, ledger in
    let plan = ledger.plan
    ledger.section(
      ledger[.fundingByMeasureTitle], anchor: nil, origin: plan.funding.first?.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      let anchor = recipe.settings["anchor"] ?? "tab-opatreni"
      ledger.funding(ledger[.fundingByMeasureCaption], anchor: anchor, in: &builder) {
        builder, ledger in ledger.fundingByMeasure(in: &builder)
      }
      ledger.regimes(in: &builder)
    }
  }
}

extension Ledger {
  fileprivate mutating func funding(
    _ caption: String, anchor: String, in builder: inout DocumentBuilder,
    _ rows: (inout DocumentBuilder, inout Ledger) -> Void
  ) {
    let exhibit = Exhibit(
      look: "funding",
      columns: [ColumnSpec(.text)]
        + Array(repeating: ColumnSpec(.number), count: records.years.count + 1),
      caption: caption, anchor: anchor, source: note(on: plan.funding.total(\.amount.value)),
      origin: plan.funding.first?.at)
    self.exhibit(exhibit, in: &builder, rows)
  }

  /// Adds head, rows and foot of a table of lines by source and year.
  ///
  /// - Parameter isCard: whether it stands in a narrow card: sources go by their short names, and
  ///   one source needs no total.
  func fundingBySource(
    _ lines: [FundingLine], isCard: Bool = false, in builder: inout DocumentBuilder
  ) {
    let used = lines.map(\.source.value).distinct
    // Sources print in the order of their codelist; what the list no longer has comes last.
    let listed = validated.codelists.entries(.fundingSources, on: validated.asOf).map(\.code)
    let sources = listed.filter(used.contains) + used.filter { !listed.contains($0) }
    fundingHead(self[isCard ? .costsByYear : .fundingSource], in: &builder)
    builder.node(.tableBody) { builder in
      for source in sources {
        let own = lines.filter { $0.source.value == source }
        let name =
          isCard
          ? validated.short(.fundingSources, source) : validated.name(.fundingSources, source)
        moneyRow(name, own, in: &builder)
      }
    }
    if !isCard || sources.count > 1 { fundingFoot(lines, in: &builder) }
  }

  /// Adds head, rows and foot of the table of all money by priority and measure.
  fileprivate func fundingByMeasure(in builder: inout DocumentBuilder) {
    fundingHead(self[.fundingMeasure], in: &builder)
    builder.node(.tableBody) { builder in
      for priority in plan.priorities {
        let measures = records.measures(of: priority)
        let lines = measures.flatMap { records.funding(of: $0) }
        guard !lines.isEmpty else { continue }
        moneyRow(
          "\(priority.code.value) \(priority.name.value)", lines, look: "group",
          origin: priority.at, in: &builder)
        for measure in measures {
          let own = records.funding(of: measure)
          guard !own.isEmpty else { continue }
          moneyRow(
            "\(measure.code.value) \(measure.name.value)", own, origin: measure.at, in: &builder)
        }
      }
    }
    fundingFoot(plan.funding, in: &builder)
  }

  /// Adds a list of the activities without lines of funding and why they have none.
  fileprivate func regimes(in builder: inout DocumentBuilder) {
    let others = plan.activities.filter { records.funding(of: $0).isEmpty }
    guard !others.isEmpty else { return }
    builder.paragraph(self[.fundingRegimes])
    builder.node(.list(.unordered)) { builder in
      for activity in others {
        builder.node(.item, origin: activity.at) { builder in
          builder.node(.label, look: "bullet") { $0.text("–") }
          builder.node(.body) { builder in
            builder.node(.paragraph) { builder in
              let code = activity.code.value
              let anchor = Tier.activity.anchor(of: code)
              let name = "\(code) \(activity.name.value)"
              // A publication without the strategic part has no card to point to.
              if hasStrategy {
                builder.reference(to: anchor) { $0.text(name) }
              } else {
                builder.text(name)
              }
              let cost = activity.cost?.value ?? .unknown
              builder.text(": \(words(of: cost))")
            }
          }
        }
      }
    }
  }

  private func fundingHead(_ title: String, in builder: inout DocumentBuilder) {
    builder.tableHead([title] + records.years.map(String.init) + [self[.total]])
  }

  private func fundingFoot(_ lines: [FundingLine], in builder: inout DocumentBuilder) {
    builder.node(.tableFoot) { builder in
      moneyRow(self[.total], lines, look: "total", in: &builder)
    }
  }

  /// Adds a row of sums by year with their total.
  private func moneyRow(
    _ name: String, _ lines: [FundingLine], look: String = "", origin: SourceSpan? = nil,
    in builder: inout DocumentBuilder
  ) {
    builder.node(.row, look: look, origin: origin ?? lines.first?.at) { builder in
      builder.headerCell(name, .row)
      for year in records.years {
        let own = lines.filter { $0.year.value == year }
        builder.cell(
          own.isEmpty ? nil : words(of: own.total(\.amount.value)), origin: own.first?.amount.at)
      }
      builder.cell(words(of: lines.total(\.amount.value)))
    }
  }
}
