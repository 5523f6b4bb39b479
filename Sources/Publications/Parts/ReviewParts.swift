import Core
import Manuscript
import Planning

extension PartComposer {
  /// How the previous plan was fulfilled: its activities under its measures, the state by sign and
  /// word, and a summary by state in front.
  static let evaluation = PartComposer(
    kind: "evaluation", place: .chapter, optional: ["anchor", "heading"],
    needs: .evaluation
  ) { recipe, builder, ledger in
    let rows = ledger.plan.evaluation
    guard !rows.isEmpty else { return }
    ledger.section(
      ledger[.evaluationTitle], anchor: nil, origin: rows.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      stateCounts(rows, in: &builder, &ledger)
      let exhibit = Exhibit(
        look: "evaluation", columns: Array(repeating: ColumnSpec(.text), count: 5),
        caption: ledger[.evaluationCaption],
        anchor: recipe.settings["anchor"] ?? "tab-vyhodnoceni",
        source: ledger.sourceLine(of: "vyhodnoceni"), origin: rows.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.evaluationActivity], ledger[.evaluationPlanned], ledger[.evaluationDone],
          ledger[.state], ledger[.evaluationComment],
        ])
        builder.node(.tableBody) { builder in
          for measure in rows.map(\.measure.value).distinct {
            builder.node(.row, look: "group") { builder in
              builder.headerCell(measure, .row, span: CellSpan(columns: 5))
            }
            for row in rows where row.measure.value == measure {
              builder.node(.row, origin: row.at) { builder in
                builder.headerCell(row.activity.value, .row, origin: row.activity.at)
                builder.cell(row.planned?.value, origin: row.planned?.at)
                builder.cell(row.done?.value, origin: row.done?.at)
                ledger.state(row.state, in: .fulfilmentStates, &builder)
                builder.cell(row.comment?.value, origin: row.comment?.at)
              }
            }
          }
        }
      }
    }
  }

  /// How many activities ended in which state.
  private static func stateCounts(
    _ rows: [EvaluatedActivity], in builder: inout DocumentBuilder, _ ledger: inout Ledger
  ) {
    let states = ledger.validated.codelists.entries(.fulfilmentStates, on: ledger.validated.asOf)
    let exhibit = Exhibit(
      look: "states", columns: [ColumnSpec(.text), ColumnSpec(.number), ColumnSpec(.number)],
      caption: ledger[.evaluationSummary], anchor: "tab-stavy",
      source: ledger.sourceLine(of: "vyhodnoceni"), origin: rows.first?.at)
    ledger.exhibit(exhibit, in: &builder) { builder, ledger in
      builder.tableHead([ledger[.state], ledger[.evaluationCount], "%"])
      builder.node(.tableBody) { builder in
        for state in states {
          let count = rows.filter { $0.state.value == state.code }.count
          guard count > 0 else { continue }
          builder.node(.row) { builder in
            builder.node(.headerCell(.row, .single)) { builder in
              ledger.statement(of: state, in: &builder)
            }
            builder.cell("\(count)")
            builder.cell(tenths(count, per: rows.count, of: 100))
          }
        }
      }
      builder.node(.tableFoot) { builder in
        builder.node(.row, look: "total") { builder in
          builder.headerCell(ledger[.total], .row)
          builder.cell("\(rows.count)")
          builder.cell("100,0")
        }
      }
    }
  }

  /// The comments and how they were settled; who did not agree to be named is not.
  static let comments = PartComposer(
    kind: "comments", place: .chapter, optional: ["anchor", "heading"],
    needs: .comments
  ) { recipe, builder, ledger in
    let comments = ledger.plan.comments
    guard !comments.isEmpty else { return }
    ledger.section(
      ledger[.commentsTitle], anchor: nil, origin: comments.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "comments",
        columns: [ColumnSpec(.number)] + Array(repeating: ColumnSpec(.text), count: 4),
        caption: ledger[.commentsCaption], anchor: recipe.settings["anchor"] ?? "tab-pripominky",
        source: ledger.sourceLine(of: "pripominky"), origin: comments.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.commentNumber], ledger[.commentFrom], ledger[.commentText],
          ledger[.commentSettlement], ledger[.commentReason],
        ])
        builder.node(.tableBody) { builder in
          for comment in comments { row(comment, in: &builder, ledger) }
        }
      }
    }
  }

  private static func row(
    _ comment: Comment, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.node(.row, origin: comment.at) { builder in
      builder.headerCell(comment.number.value, .row, origin: comment.number.at)
      builder.node(.dataCell(.single)) { builder in
        builder.paragraph(comment.printedAuthor ?? ledger[.commentAnonymous])
        var came = comment.received.value.figures
        if let channel = comment.channel {
          came += ", \(ledger.validated.short(.channels, channel.value))"
        }
        builder.paragraph(came, look: "second", origin: comment.received.at)
        if comment.isLate(in: ledger.plan.consultation) {
          builder.paragraph(ledger[.commentLate], look: "late", origin: comment.received.at)
        }
      }
      builder.node(.dataCell(.single), origin: comment.text.at) { builder in
        builder.paragraph(comment.text.value)
        if let part = comment.part {
          builder.paragraph("\(ledger[.commentPart]): \(part.value)", look: "second")
        }
      }
      if let settlement = comment.settlement {
        ledger.state(settlement, in: .settlements, &builder)
      } else {
        builder.cell(nil)
      }
      builder.node(.dataCell(.single), origin: comment.reason?.at) { builder in
        builder.paragraph(comment.reason?.value ?? "–")
        if let change = comment.change {
          builder.paragraph("\(ledger[.commentChange]): \(change.value)", look: "second")
        }
      }
    }
  }

  /// Who does what while the plan is carried out and watched over.
  static let responsibilities = PartComposer(
    kind: "responsibilities", place: .chapter, optional: ["anchor", "heading"],
    needs: .responsibilities
  ) { recipe, builder, ledger in
    let rows = ledger.plan.responsibilities
    guard !rows.isEmpty else { return }
    ledger.section(
      ledger[.dutiesTitle], anchor: nil, origin: rows.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "responsibilities", columns: Array(repeating: ColumnSpec(.text), count: 4),
        caption: ledger[.dutiesCaption], anchor: recipe.settings["anchor"] ?? "tab-odpovednosti",
        source: ledger.sourceLine(of: "odpovednosti"), origin: rows.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.dutyTask], ledger[.dutyWho], ledger[.dutyWhen], ledger[.output],
        ])
        builder.node(.tableBody) { builder in
          for row in rows {
            builder.node(.row, origin: row.at) { builder in
              builder.headerCell(row.task.value, .row, origin: row.task.at)
              builder.cell(row.who.value, origin: row.who.at)
              builder.cell(row.when?.value, origin: row.when?.at)
              builder.cell(row.output?.value, origin: row.output?.at)
            }
          }
        }
      }
    }
  }
}

extension Ledger {
  /// Adds a cell with a state: its sign, then its word, so that no state is told by colour.
  func state(
    _ code: Located<String>, in list: CodelistName, _ builder: inout DocumentBuilder
  ) {
    let entry =
      validated.codelists.entry(list, code.value, on: validated.asOf)
      ?? CodelistEntry(code: code.value, name: code.value)
    builder.node(.dataCell(.single), origin: code.at) { statement(of: entry, in: &$0) }
  }

  /// Adds a state as a paragraph. The word is its meaning; the sign before it says it again to the
  /// eye, and its alternative text keeps screen readers from spelling it out.
  func statement(of entry: CodelistEntry, in builder: inout DocumentBuilder) {
    builder.node(.paragraph, look: "state") { builder in
      if let sign = entry.sign {
        builder.node(.span, look: "sign") { $0.text(sign) }
        builder.text("\u{A0}")
      }
      builder.text(entry.short ?? entry.name)
    }
  }
}
