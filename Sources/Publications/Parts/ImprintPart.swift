import Core
import Manuscript
import Planning

extension PartComposer {
  /// The colophon (tiráž).
  static let imprint = PartComposer(kind: "imprint", place: .book) { _, builder, ledger in
    let plan = ledger.plan
    let imprint = plan.imprint
    builder.node(.part(.imprint), origin: imprint.at) { builder in
      builder.paragraph(ledger.title, look: "imprintTitle", origin: plan.title.at)
      builder.node(.list(.descriptions), look: "imprint") { builder in
        let words = ledger
        if !ledger.isCatalogue {
          builder.field(words[.imprintPeriod], "\(plan.period.value)", origin: plan.period.at)
        }
        if let before = plan.predecessor {
          // Titles often end with their years.
          let years = "\(before.period.value)"
          let title = before.title.value
          builder.field(
            words[.imprintUpdate], title.contains(years) ? title : "\(title), \(years)",
            origin: before.at)
        }
        if let publisher = imprint.publisher { add(publisher, to: &builder, words) }
        builder.field(words[.imprintCompiler], imprint.compiler)
        builder.field(words[.imprintMethodologist], imprint.methodologist)
        builder.field(words[.imprintEditors], imprint.editors)
        builder.field(words[.imprintProofreading], imprint.proofreading)
        builder.field(words[.imprintTypesetting], imprint.typesetting)
        builder.field(words[.imprintPhotographs], imprint.photographs)
        builder.field(words[.imprintPrinting], imprint.printing)
        if let run = imprint.printRun {
          builder.field(
            words[.imprintPrintRun],
            "\(grouped(Int64(run.value)))\u{A0}\(words[.imprintCopies])", origin: run.at)
        }
        builder.field(words[.imprintEdition], imprint.edition)
        builder.field(words[.imprintIsbn], imprint.isbn)
        builder.field(words[.imprintVersion], plan.version)
        if !ledger.isCatalogue {
          let state = words.validated.name(.planStates, plan.state.value)
          builder.field(words[.imprintState], state, origin: plan.state.at)
        }
        builder.field(
          words[ledger.isCatalogue ? .catalogueAsOf : .imprintTextDate],
          words.words(of: plan.textDate.value), origin: plan.textDate.at)
        for project in plan.projects { add(project, to: &builder, words) }
      }
      for note in imprint.notes {
        builder.paragraph(note.value, look: "imprintNote", origin: note.at)
      }
    }
  }

  private static func add(
    _ publisher: Publisher, to builder: inout DocumentBuilder, _ words: Ledger
  ) {
    builder.field(words[.imprintPublisher], origin: publisher.at) { builder in
      builder.paragraph(publisher.name.value, origin: publisher.name.at)
      if let address = publisher.address {
        builder.paragraph(address.value, origin: address.at)
      }
      if let number = publisher.companyNumber {
        builder.paragraph(
          "\(words[.imprintCompanyNumber])\u{A0}\(number.value)", origin: number.at)
      }
      if let web = publisher.web {
        let target = web.value.contains("://") ? web.value : "https://\(web.value)"
        builder.node(.paragraph, origin: web.at) { builder in
          builder.link(to: target) { $0.text(web.value) }
        }
      }
      if let email = publisher.email {
        builder.node(.paragraph, origin: email.at) { builder in
          builder.link(to: "mailto:\(email.value)") { $0.text(email.value) }
        }
      }
    }
  }

  private static func add(_ project: Project, to builder: inout DocumentBuilder, _ words: Ledger) {
    builder.field(words[.imprintProject], project.name)
    builder.field(words[.imprintRegistration], project.registration)
    let programme = project.programme.map { code in
      code.map { words.validated.name(.programmes, $0) }
    }
    builder.field(words[.imprintProgramme], programme)
    builder.field(words[.imprintRecipient], project.recipient)
    builder.field(words[.imprintPartners], project.partners)
  }
}
