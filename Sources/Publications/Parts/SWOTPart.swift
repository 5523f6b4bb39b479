import Core
import Manuscript
import Planning

extension PartComposer {
  /// The SWOT analyses as matrices of four quadrants, one section each. With `heading: none` they
  /// go on in the last section; there a single analysis has no heading of its own.
  static let swot = PartComposer(
    kind: "swot", place: .chapter, optional: ["heading"], needs: .swots
  ) {
    recipe, builder, ledger in
    let swots = ledger.plan.swots
    let isOpen = recipe.settings["heading"] != nil
    for swot in swots {
      let anchor = "swot-\(swot.group.value)"
      ledger.section(
        swot.name.value, anchor: anchor, origin: swot.at, by: recipe, in: &builder
      ) { builder, ledger in
        if isOpen, swots.count > 1 {
          ledger.heading(
            HeadingWords(level: 3, title: swot.name.value, anchor: anchor), origin: swot.at,
            in: &builder)
        }
        let level = isOpen && swots.count > 1 ? 4 : 3
        builder.node(.group(.matrix), look: "swot", origin: swot.at) { builder in
          for quadrant in Quadrant.allCases {
            add(quadrant, of: swot, level: level, to: &builder, &ledger)
          }
        }
      }
    }
  }

  private static func add(
    _ quadrant: Quadrant, of swot: SWOT, level: Int, to builder: inout DocumentBuilder,
    _ ledger: inout Ledger
  ) {
    let items = swot.items(quadrant)
    builder.node(
      .group(.quadrant), look: quadrant.rawValue, origin: items.first?.at ?? swot.at
    ) { builder in
      ledger.heading(
        HeadingWords(
          level: level, look: "quadrant", label: quadrant.sign, labelLook: "sign",
          title: ledger[quadrant.title],
          anchor: "swot-\(swot.group.value)-\(quadrant.rawValue)", isListed: false),
        origin: nil, in: &builder)
      guard !items.isEmpty else {
        builder.paragraph(ledger[.noItems])
        return
      }
      builder.node(.list(.unordered), look: "swot") { builder in
        for item in items { add(item, to: &builder, ledger) }
      }
    }
  }

  private static func add(
    _ item: SWOTItem, to builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.node(.item, origin: item.at) { builder in
      builder.node(.label, look: "bullet") { $0.text("–") }
      builder.node(.body) { builder in
        builder.node(.paragraph, origin: item.text.at) { builder in
          builder.text(item.text.value)
          if let points = item.points {
            builder.text(" ")
            builder.node(.span, look: "points", origin: points.at) {
              $0.text("(\(ledger.points(points.value)))")
            }
          }
          add(item.links, to: &builder, ledger)
        }
      }
    }
  }

  /// Adds the codes of what answers an item: „→ 1.1, 1.2.1“.
  private static func add(
    _ links: [Located<Code>], to builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    guard let first = links.first else { return }
    builder.text(" ")
    builder.node(.span, look: "links", origin: first.at) { builder in
      builder.text("→\u{A0}")
      ledger.codes(links, in: &builder)
    }
  }
}

extension Quadrant {
  /// The sign that tells the quadrants apart without colour.
  fileprivate var sign: String {
    switch self {
    case .strengths: "+"
    case .weaknesses: "−"
    case .opportunities: "↗"
    case .threats: "!"
    }
  }

  fileprivate var title: PhraseKey {
    switch self {
    case .strengths: .strengths
    case .weaknesses: .weaknesses
    case .opportunities: .opportunities
    case .threats: .threats
    }
  }
}
