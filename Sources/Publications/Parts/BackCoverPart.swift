import Core
import Manuscript
import Planning

extension PartComposer {
  /// The back cover: what the book is, who publishes it, and once more the strip of the programme.
  static let backCover = PartComposer(kind: "back-cover", place: .book) { _, builder, ledger in
    let plan = ledger.plan
    builder.node(.part(.backCover), origin: plan.at) { builder in
      builder.paragraph(ledger.title, look: "backTitle", origin: plan.title.at)
      if let publisher = plan.imprint.publisher {
        builder.paragraph(publisher.name.value, look: "backPublisher", origin: publisher.name.at)
        // The colophon has the links; here they would stand on colour.
        for line in [publisher.address, publisher.web, publisher.email].compactMap(\.self) {
          builder.paragraph(line.value, look: "backContact", origin: line.at)
        }
      }
      if let number = plan.imprint.isbn {
        builder.paragraph(
          "\(ledger[.imprintIsbn])\u{A0}\(number.value)", look: "backContact", origin: number.at)
      }
      if let project = plan.project { ledger.publicity(of: project, in: &builder) }
    }
  }
}
