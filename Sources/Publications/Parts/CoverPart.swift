import Core
import Manuscript
import Planning

extension PartComposer {
  /// The cover: title, period, territory, the sentence of the programme; the municipalities as an
  /// ornament of points, because it tells nothing that the words do not.
  static let cover = PartComposer(kind: "cover", place: .book) { _, builder, ledger in
    let plan = ledger.plan
    builder.node(.part(.cover), origin: plan.at) { builder in
      let points = plan.municipalities.compactMap(\.point)
      if !points.isEmpty {
        let artwork = builder.artwork(.points(points))
        builder.node(.ornament(artwork), look: "territory")
      }
      // A subtitle of the plan's own says better what it updates.
      if let before = plan.predecessor, plan.subtitle == nil {
        builder.paragraph(
          "\(ledger[.coverUpdate]) \(before.period.value)", look: "coverKind", origin: before.at)
      }
      builder.paragraph(ledger.title, look: "coverTitle", origin: plan.title.at)
      if let subtitle = plan.subtitle {
        builder.paragraph(subtitle.value, look: "coverSubtitle", origin: subtitle.at)
      }
      if ledger.isCatalogue {
        builder.paragraph(
          "\(ledger[.catalogueAsOf])\u{A0}\(plan.textDate.value.figures)", look: "coverPeriod",
          origin: plan.textDate.at)
      } else {
        builder.paragraph("\(plan.period.value)", look: "coverPeriod", origin: plan.period.at)
      }
      builder.paragraph(
        plan.territory.name.value.capitalisedFirst, look: "coverTerritory",
        origin: plan.territory.name.at)
      if let project = plan.project { ledger.publicity(of: project, in: &builder) }
    }
  }
}

extension Ledger {
  /// The strip at the foot: the logos in the order of the plan (the programme's rules give it), the
  /// sentence that the programme wants, its name and the registration number.
  func publicity(of project: Project, in builder: inout DocumentBuilder) {
    guard project.publicity != nil || !project.logos.isEmpty else { return }
    builder.node(.group(.matrix), look: "publicity", origin: project.at) { builder in
      if !project.logos.isEmpty {
        builder.node(.group(.matrix), look: "logos", origin: project.at) { builder in
          for logo in project.logos {
            let image = builder.picture(logo.picture)
            let artwork = builder.artwork(.image(image, width: .column(1_000), crop: .none))
            builder.node(
              .figure(artwork), look: "logo", origin: logo.at, alternative: logo.alternative.value)
          }
        }
      }
      if let sentence = project.publicity {
        builder.paragraph(sentence.value, look: "publicity", origin: sentence.at)
      }
      let number = project.registration.map {
        "\(self[.imprintRegistration]): \($0.value)"
      }
      let facts = [project.programme?.value, number].compactMap { $0 }
      if !facts.isEmpty {
        builder.paragraph(
          facts.joined(separator: " · "), look: "publicityFacts",
          origin: project.programme?.at ?? project.registration?.at)
      }
    }
  }
}

extension Municipality {
  /// The municipality as a dot, where its place is known.
  fileprivate var point: MapPoint? {
    guard let latitude, let longitude else { return nil }
    let inhabitants = population.last?.count ?? 1
    return MapPoint(
      east: longitude, north: latitude, weight: Int32(clamping: max(1, inhabitants)))
  }
}
