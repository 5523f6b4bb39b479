import Core
import Manuscript
import Planning

extension PartComposer {
  /// The questions of a survey, a table each: answers, counts, shares of those who answered.
  /// `survey`: only the questions of that survey.
  static let survey = PartComposer(
    kind: "survey", place: .chapter, optional: ["heading", "survey"],
    needs: .survey
  ) { recipe, builder, ledger in
    let wanted = recipe.settings["survey"]
    let questions = ledger.plan.survey.filter { wanted == nil || $0.survey?.value == wanted }
    guard !questions.isEmpty else { return }
    ledger.section(
      ledger[.surveyTitle], anchor: nil, origin: questions.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      for question in questions { add(question, to: &builder, &ledger) }
    }
  }

  private static func add(
    _ question: SurveyQuestion, to builder: inout DocumentBuilder, _ ledger: inout Ledger
  ) {
    let exhibit = Exhibit(
      look: "survey", columns: [ColumnSpec(.text), ColumnSpec(.number), ColumnSpec(.number)],
      caption: question.question.value, anchor: "anketa-\(question.id.value)",
      note: question.isMultiple ? ledger[.surveyMultiple] : nil,
      source: ledger.sourceLine(of: "pruzkum"), origin: question.at)
    ledger.exhibit(exhibit, in: &builder) { builder, ledger in
      builder.tableHead([ledger[.surveyAnswer], ledger[.surveyCount], "%"])
      builder.node(.tableBody) { builder in
        for answer in question.answers {
          builder.node(.row, origin: answer.text.at) { builder in
            builder.headerCell(answer.text.value, .row, origin: answer.text.at)
            builder.cell(grouped(Int64(answer.count.value)), origin: answer.count.at)
            builder.cell(
              tenths(answer.count.value, per: question.respondents.value, of: 100))
          }
        }
      }
      builder.node(.tableFoot) { builder in
        builder.node(.row, look: "total") { builder in
          // Several answers from one person add up to more than a hundred: no share of shares.
          builder.headerCell(
            ledger[question.isMultiple ? .surveyRespondents : .total], .row)
          builder.cell(grouped(Int64(question.respondents.value)), origin: question.respondents.at)
          builder.cell(question.isMultiple ? nil : "100,0")
        }
      }
    }
  }
}
