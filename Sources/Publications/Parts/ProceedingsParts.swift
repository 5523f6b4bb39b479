import Core
import Manuscript
import Planning

extension PartComposer {
  /// The meetings at which the plan was talked about, the earliest first.
  static let hearings = PartComposer(
    kind: "hearings", place: .chapter, optional: ["anchor", "heading"], needs: .hearings
  ) { recipe, builder, ledger in
    let hearings = ledger.plan.hearings.sorted { $0.date.value < $1.date.value }
    ledger.section(
      ledger[.hearingsTitle], anchor: nil, origin: hearings.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "hearings",
        columns: [
          ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.number),
          ColumnSpec(.text),
        ],
        caption: ledger[.hearingsCaption], anchor: recipe.settings["anchor"] ?? "tab-jednani",
        source: ledger.sourceLine(of: "projednani"), origin: hearings.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.hearingWhen], ledger[.hearingWhat], ledger[.hearingProgramme],
          ledger[.hearingAttendance], ledger[.hearingRecords],
        ])
        builder.node(.tableBody) { builder in
          for hearing in hearings { row(hearing, in: &builder, ledger) }
        }
      }
    }
  }

  private static func row(
    _ hearing: Hearing, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.node(.row, origin: hearing.at) { builder in
      builder.node(.headerCell(.row, .single), origin: hearing.date.at) { builder in
        builder.paragraph(hearing.date.value.figures)
        if let time = hearing.time {
          builder.paragraph(
            "\(time.value)\u{A0}\(ledger[.hearingHours])", look: "second", origin: time.at)
        }
      }
      builder.node(.dataCell(.single)) { builder in
        let kind = ledger.validated.name(.hearingKinds, hearing.kind.value)
        builder.paragraph(kind, origin: hearing.kind.at)
        builder.paragraph(hearing.place.value, look: "second", origin: hearing.place.at)
      }
      builder.cell(
        hearing.programme.map(\.value).joined(separator: "; "),
        origin: hearing.programme.first?.at)
      builder.cell(
        hearing.attendance.map { grouped(Int64($0.value)) }, origin: hearing.attendance?.at)
      records(of: hearing, in: &builder, ledger)
    }
  }

  /// Where its invitation and its minutes are.
  private static func records(
    of hearing: Hearing, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let papers = [
      (ledger[.hearingInvitation], hearing.invitation), (ledger[.hearingMinutes], hearing.minutes),
    ]
    builder.node(.dataCell(.single)) { builder in
      for case (let name, let place?) in papers {
        builder.paragraph("\(name): \(place.value)", origin: place.at)
      }
      if papers.allSatisfy({ $0.1 == nil }) { builder.paragraph("–", look: "absent") }
    }
  }

  /// What was changed in the text, so that the settlement of comments can be followed.
  static let changes = PartComposer(
    kind: "changes", place: .chapter, optional: ["anchor", "heading"], needs: .changes
  ) { recipe, builder, ledger in
    let changes = ledger.plan.changes
    ledger.section(
      ledger[.changesTitle], anchor: nil, origin: changes.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "changes", columns: Array(repeating: ColumnSpec(.text), count: 5),
        caption: ledger[.changesCaption], anchor: recipe.settings["anchor"] ?? "tab-zmeny",
        source: ledger.sourceLine(of: "zmeny"), origin: changes.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.changeMark], ledger[.changeDate], ledger[.commentPart], ledger[.commentChange],
          ledger[.changeKind],
        ])
        builder.node(.tableBody) { builder in
          for change in changes {
            builder.node(.row, origin: change.at) { builder in
              builder.headerCell(change.id.value, .row, origin: change.id.at)
              builder.cell(change.date.value.figures, origin: change.date.at)
              builder.cell(change.part.value, origin: change.part.at)
              builder.cell(change.text.value, origin: change.text.at)
              builder.cell(
                change.kind.map { ledger.validated.name(.changeKinds, $0.value) },
                origin: change.kind?.at)
            }
          }
        }
      }
    }
  }
}
