import Core
import Manuscript
import Planning

extension PartComposer {
  /// The key to the signs: each with its word and what it means.
  static let signs = PartComposer(kind: "signs", place: .book) { _, builder, ledger in
    builder.node(.part(.frontMatter), look: "signs", origin: ledger.plan.at) { builder in
      ledger.heading(
        HeadingWords(level: 1, title: ledger[.signsTitle], anchor: "znacky"), origin: nil,
        in: &builder)
      builder.paragraph(ledger[.signsIntro], look: "lead")
      builder.node(.list(.descriptions), look: "signs") { builder in
        for sign in CatalogueSign.allCases {
          builder.node(.item) { builder in
            builder.node(.label, look: "sign") { builder in
              ledger.sign(sign, isAlone: true, in: &builder)
            }
            builder.node(.body) { builder in
              builder.node(.paragraph) { builder in
                builder.node(.strong) { $0.text(ledger.word(sign).capitalisedFirst) }
                builder.text(" – \(ledger.meaning(sign))")
              }
            }
          }
        }
      }
    }
  }

  /// Whom to call in a crisis: a narrative, then the services for it that the catalogue lists.
  static let crisis = PartComposer(
    kind: "crisis", place: .book, required: ["text"], needs: .services, refersToEntries: true
  ) { recipe, builder, ledger in
    guard let titled = ledger.narrative(recipe.settings["text"] ?? "", at: recipe.at) else {
      return
    }
    builder.node(.part(.frontMatter), look: "crisis", origin: titled.at) { builder in
      ledger.chapterHeading(titled, number: nil, in: &builder)
      ledger.prose(titled.blocks, isNumbered: false, lead: "lead", in: &builder)
      let services = CatalogueOrder.printed(ledger.validated)
        .filter { CatalogueSign.crisisKinds.contains($0.kind.value) }
        .sorted { CzechOrder.precedes($0.name.value, $1.name.value) }
      guard !services.isEmpty else { return }
      builder.node(.section, look: "crisis", origin: services.first?.at) { builder in
        ledger.heading(
          HeadingWords(
            level: 2, title: ledger[.crisisTitle], anchor: "krizove-sluzby", isListed: false),
          origin: nil, in: &builder)
        for service in services { crisisLine(service, in: &builder, ledger) }
      }
    }
  }

  /// The number first, in large; then whose it is and where more stands.
  private static func crisisLine(
    _ service: Service, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let provider = ledger.plan.provider(service.provider.value)
    let number =
      ledger.plan.facilities(of: service).compactMap(\.telephone).first ?? provider?.telephone
    if let number {
      builder.node(.paragraph, look: "phone", origin: number.at) { builder in
        ledger.sign(.phone, isAlone: true, in: &builder)
        builder.link(to: Telephone(number.value)?.address ?? "tel:\(number.value)") {
          $0.text(Telephone(number.value)?.inland ?? number.value)
        }
      }
    }
    builder.node(.paragraph, look: "overview", origin: service.at) { builder in
      let line = IndexLine(service, ledger)
      builder.reference(to: line.anchor, look: "entry") { builder in
        builder.text(line.words)
        if let second = line.second {
          builder.node(.span, look: "second") { $0.text(", \(second)") }
        }
        builder.text(" ")
        builder.leader()
        builder.pageNumber(of: line.anchor)
      }
    }
  }
}
