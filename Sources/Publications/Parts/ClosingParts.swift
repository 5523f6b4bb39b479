import Core
import Manuscript
import Planning

extension PartComposer {
  /// An annex from a narrative, lettered: „Příloha A“. Sections may follow it and are numbered
  /// within it: A.1. `text`: the narrative's file.
  static let annex = PartComposer(
    kind: "annex", place: .book, required: ["text"], optional: ["short"]
  ) { recipe, builder, ledger in
    let stem = recipe.settings["text"] ?? ""
    guard let titled = ledger.narrative(stem, at: recipe.at) else { return }
    let letter = ledger.nextAnnex()
    ledger.openChapter = builder.node(.part(.annex), origin: titled.at) { builder in
      let words = HeadingWords(
        level: 1, look: "annex", label: "\(ledger[.annex])\u{A0}\(letter)", labelLook: "annex",
        number: letter, title: titled.title.plainText, short: recipe.settings["short"],
        anchor: titled.anchor)
      ledger.fill(
        titled.title, of: ledger.open(words, origin: titled.at, in: &builder), in: &builder)
      ledger.prose(titled.blocks, isNumbered: true, lead: "lead", in: &builder)
    }
  }

  /// The approval clause: which version is approved, what each municipality decided, and lines for
  /// signatures.
  static let approval = PartComposer(
    kind: "approval", place: .chapter, optional: ["anchor", "heading"],
    needs: .approvals
  ) { recipe, builder, ledger in
    let plan = ledger.plan
    let approvals = plan.approvals
    guard !approvals.isEmpty else { return }
    ledger.section(
      ledger[.approvalTitle], anchor: recipe.settings["anchor"] ?? "schvaleni",
      origin: approvals.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      // What is signed and where stand together; the decisions of the municipalities may be long.
      builder.node(.group(.exhibit), look: "signatures", origin: approvals.first?.at) { builder in
        builder.node(.list(.descriptions), look: "approval") { builder in
          builder.field(
            ledger[.approvalPlan], "\(plan.title.value) \(plan.period.value)",
            origin: plan.title.at)
          builder.field(ledger[.imprintVersion], plan.version)
          builder.field(
            ledger[.imprintTextDate], ledger.words(of: plan.textDate.value),
            origin: plan.textDate.at)
        }
        ledger.signatureLines(origin: approvals.first?.at, in: &builder)
      }
      // Before the first decision there is nothing to say of resolutions and dates.
      let isOpen = approvals.allSatisfy { $0.resolution == nil && $0.date == nil }
      let exhibit = Exhibit(
        look: "approvals", columns: Array(repeating: ColumnSpec(.text), count: isOpen ? 3 : 5),
        caption: ledger[.approvalCaption], anchor: "tab-schvaleni", origin: approvals.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        let decided = isOpen ? [] : [ledger[.approvalResolution], ledger[.approvalDate]]
        builder.tableHead(
          [ledger[.municipality], ledger[.approvalBody]] + decided + [ledger[.approvalResult]])
        builder.node(.tableBody) { builder in
          for approval in approvals { row(approval, isOpen: isOpen, in: &builder, ledger) }
        }
      }
    }
  }

  private static func row(
    _ approval: Approval, isOpen: Bool, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let code = approval.municipality.value
    let name = ledger.plan.municipalities.first { $0.code.value == code }?.printedName ?? code
    builder.node(.row, origin: approval.at) { builder in
      builder.headerCell(name, .row, origin: approval.municipality.at)
      builder.cell(
        ledger.validated.name(.bodies, approval.body.value), origin: approval.body.at)
      if !isOpen {
        builder.cell(approval.resolution?.value, origin: approval.resolution?.at)
        builder.cell(approval.date.map { ledger.words(of: $0.value) }, origin: approval.date?.at)
      }
      builder.cell(
        approval.result.map { ledger.validated.name(.approvalResults, $0.value) }
          ?? ledger[.approvalPending], origin: approval.result?.at)
    }
  }
}

extension Ledger {
  /// Lines to sign on: place and date, name and signature.
  func signatureLines(origin: SourceSpan?, in builder: inout DocumentBuilder) {
    builder.node(.group(.exhibit), look: "signatureLines", origin: origin) { builder in
      for key in [PhraseKey.approvalPlace, .approvalSignature] {
        builder.paragraph(self[key], look: "signatureLine", origin: origin)
      }
    }
  }
}
