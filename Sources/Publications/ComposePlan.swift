package import Core
package import Manuscript
package import Planning

/// Makes the semantic document of a plan by a recipe.
///
/// - Parameter provider: the IČO of the provider that the publication is about, for those that are
///   made once for each.
/// - Throws: everything wrong with the recipe, the phrases, the narratives and the references; of a
///   plan on trial whatever was found, even if that is nothing.
/// - Complexity: linear in the plan.
package func composePlan(
  _ plan: Validated<Plan>, recipe: Recipe, phrases: Phrasebook, about provider: String? = nil
) throws(Rejected) -> Outcome<Document> {
  var ledger = Ledger(plan, recipe: recipe, phrases: phrases, provider: provider)
  var builder = opened(ledger)
  compose(recipe, into: &builder, &ledger)
  // That a list of captions is empty is known only when all parts are composed.
  let empty = ledger.emptyLists
  if !empty.isEmpty {
    var shorter = recipe
    shorter.parts.removeAll { empty.contains($0.kind) }
    ledger = Ledger(plan, recipe: shorter, phrases: phrases, provider: provider)
    builder = opened(ledger)
    compose(shorter, into: &builder, &ledger)
  }

  var findings = ledger.findings
  let document: Document
  do throws(Rejected) {
    document = try builder.finish()
  } catch {
    // References may lead nowhere only because a part is missing: say both.
    throw Rejected(findings + error.diagnostics)
  }
  findings += document.check()
  findings += betrayals(in: document, of: plan.value)
  findings += unexpandedAbbreviations(in: document, of: plan.value)
  // What was told to be missing leaves gaps.
  if !findings.contains(where: \.isError) { findings += emptyChapters(in: document) }
  if findings.contains(where: \.isError) || !plan.isProven { throw Rejected(findings) }
  return Outcome(document, warnings: findings)
}

/// A document without content.
private func opened(_ ledger: Ledger) -> DocumentBuilder {
  var builder = DocumentBuilder(
    metadata: metadata(of: ledger.validated, ledger), language: ledger.plan.language.value)
  builder.continued = ledger.phrases.words[PhraseKey.continued.rawValue] ?? ""
  builder.tablePart = ledger.phrases.words[PhraseKey.tablePart.rawValue] ?? ""
  builder.carriedForward = ledger.phrases.words[PhraseKey.carriedForward.rawValue] ?? ""
  builder.broughtForward = ledger.phrases.words[PhraseKey.broughtForward.rawValue] ?? ""
  return builder
}

/// Composes every part, then what is known only when all are there.
private func compose(
  _ recipe: Recipe, into builder: inout DocumentBuilder, _ ledger: inout Ledger
) {
  for key in PhraseKey.allCases where ledger.phrases.words[key.rawValue] == nil {
    ledger.findings.append(.missingPhrase(key.rawValue))
  }
  var sequence = PartSequence(recipe)
  for part in recipe.composed { sequence.compose(part, into: &builder, &ledger) }
  fillListings(in: &builder, ledger)
  ledger.fillCaptionLists(in: &builder)
  fillReferences(in: &builder, &ledger)
}

private func metadata(of plan: Validated<Plan>, _ ledger: Ledger) -> Metadata {
  let value = plan.value
  let provider = ledger.provider.flatMap { value.provider($0)?.name.value }
  let publisher = value.imprint.publisher?.name.value
  return Metadata(
    title: provider.map { "\(ledger[.verificationTitle]): \($0)" }
      ?? (ledger.isCatalogue ? ledger.title : "\(value.title.value) \(value.period.value)"),
    author: value.imprint.compiler?.value ?? publisher ?? "",
    subject: value.subtitle?.value ?? value.territory.name.value,
    keywords: [plan.name(.planKinds, value.kind.value), value.territory.name.value],
    date: plan.asOf)
}

/// Fills the lists of contents now that all headings are known.
private func fillListings(in builder: inout DocumentBuilder, _ ledger: Ledger) {
  for listing in ledger.listings {
    builder.reopen(listing.node) { builder in
      for heading in ledger.headings {
        let level = listing.level(heading)
        guard level > 0 else { continue }
        // Long labels („Priorita 1“) want another setting than the numbers of sections.
        let look = listing.look.isEmpty && heading.isRecord ? "record" : listing.look
        builder.node(.contentsEntry(level: UInt8(level)), look: look) { builder in
          builder.reference(to: heading.anchor, look: "entry") { builder in
            if !heading.label.isEmpty {
              builder.node(.label, look: "entry") { $0.text(heading.label) }
              builder.text(" ")
            }
            builder.text(heading.title + " ")
            builder.leader()
            builder.pageNumber(of: heading.anchor)
          }
        }
      }
    }
  }
}

/// Gives references their printed form now that all numbers are known.
private func fillReferences(in builder: inout DocumentBuilder, _ ledger: inout Ledger) {
  for reference in ledger.references {
    // Where the target is missing altogether, the builder says so.
    guard let target = ledger.targets[reference.anchor] else { continue }
    let words = reference.form == .number ? target.number : target.title
    guard let words, !words.isEmpty else {
      let wants =
        reference.form == .number
        ? Phrase(cs: "číslo", en: "number") : Phrase(cs: "název", en: "title")
      ledger.findings.append(.namelessTarget(reference.anchor, wants: wants, at: reference.at))
      continue
    }
    builder.reopen(reference.node) { $0.text(words) }
  }
}
