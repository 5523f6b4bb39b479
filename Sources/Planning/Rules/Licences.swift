import Core

extension Rule {
  /// R05: of every picture the plan says whose it is, and what it says of its measures is true.
  ///
  /// Pictures without a record are noted where the plan keeps such records at all.
  static let licences = Rule(PlanningDiagnostics.licence, needs: [.assets, .narratives, .projects])
  { plan, _ in
    guard !plan.assets.isEmpty else { return [] }
    var findings = plan.assets.flatMap { incomplete($0) + disagreeing($0, plan) }
    let known = Set(plan.assets.map(\.file.value))
    var seen: Set<String> = []
    for logo in plan.projects.flatMap(\.logos) where !known.contains(logo.picture.name) {
      findings.append(
        finding(
          logo.at,
          Phrase(
            cs: "Logo \(logo.picture.name) mezi aktivy není.",
            en: "The logo \(logo.picture.name) is not among the assets.")))
    }
    for narrative in plan.narratives {
      for picture in narrative.pictures
      where !known.contains(picture.value.name) && seen.insert(picture.value.name).inserted {
        findings.append(
          finding(
            picture.at,
            Phrase(
              cs:
                "Text \(narrative.stem) tiskne obrázek \(picture.value.name), ale mezi aktivy není.",
              en:
                "The text \(narrative.stem) prints the picture \(picture.value.name), which is not "
                + "among the assets.")))
      }
    }
    return findings
  }

  private static func incomplete(_ asset: Asset) -> [Diagnostic] {
    guard asset.licence == nil || asset.author == nil else { return [] }
    let lacks = [asset.licence == nil ? "licence" : nil, asset.author == nil ? "autor" : nil]
      .compactMap { $0 }.joined(separator: ", ")
    return [
      finding(
        asset.at,
        Phrase(
          cs: "Obrázek \(asset.file.value) nemá údaje: \(lacks).",
          en: "The picture \(asset.file.value) lacks: \(lacks)."))
    ]
  }

  private static func disagreeing(_ asset: Asset, _ plan: Plan) -> [Diagnostic] {
    let name = asset.file.value
    let logos = plan.projects.flatMap(\.logos).map(\.picture)
    guard let picture = plan.picture(name) ?? logos.first(where: { $0.name == name }) else {
      return []
    }
    let stated = (asset.width?.value ?? picture.width, asset.height?.value ?? picture.height)
    guard stated != (picture.width, picture.height) else { return [] }
    let now = "\(picture.width) × \(picture.height)"
    let said = "\(stated.0) × \(stated.1)"
    return [
      finding(
        asset.width?.at ?? asset.at,
        Phrase(
          cs: "Obrázek \(asset.file.value) má \(now) bodů, uvedeno je \(said).",
          en: "The picture \(asset.file.value) has \(now) pixels, stated are \(said)."))
    ]
  }

  private static func finding(_ place: SourceSpan, _ message: Phrase) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.licence, at: place, message,
      fix: Phrase(
        cs: "Doplňte nebo opravte záznam pod klíčem aktiva: soubor, licence, autor.",
        en: "Add or correct the record below the key aktiva: soubor, licence, autor."))
  }
}
