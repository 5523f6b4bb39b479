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
        if let address = publisher.address {
          builder.paragraph(address.value, look: "backContact", origin: address.at)
        }
        for contact in [publisher.web, publisher.email].compactMap(\.self) {
          builder.node(.paragraph, look: "backContact", origin: contact.at) { builder in
            builder.link(to: contact.address) { $0.text(contact.value) }
          }
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

extension Located<String> {
  /// The address of a web page or a mailbox as links name it.
  fileprivate var address: String {
    if value.contains("://") { return value }
    return value.contains("@") ? "mailto:\(value)" : "https://\(value)"
  }
}
