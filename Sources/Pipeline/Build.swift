package import Core
import Display
import Layout
import Manuscript
import PDFExport
import Planning
import Prepress
import Publications
import Style

/// Builds the publications of a project and puts their files in place, all or none.
///
/// - Parameter progress: told of each step before it starts.
package func build(_ request: BuildRequest, progress: (Step) -> Void) async -> BuildResult {
  var workshop = Workshop(request)
  var result = BuildResult()
  do throws(Rejected) {
    try await build(request, in: &workshop, into: &result, progress: progress)
  } catch {
    workshop.findings += error.diagnostics
  }
  workshop.watch.enter(nil)
  result.times = workshop.watch.times
  result.findings = workshop.judged(isWhole: request.only == nil && request.editions == nil)
  result.sources = workshop.sources
  if result.outputFailure != nil || result.findings.contains(where: \.isError) { result.files = [] }
  return result
}

private func build(
  _ request: BuildRequest, in workshop: inout Workshop, into result: inout BuildResult,
  progress: (Step) -> Void
) async throws(Rejected) {
  let order = Order(request, layouts: workshop.layouts)
  if let unknown = order.unknown {
    result.usage = unknown
    return
  }
  var total = 1 + order.publications.count * (1 + order.editions.count)
  var done = 0
  func tell(_ words: Phrase) {
    progress(Step(done: done, total: total, words: words))
    done += 1
  }

  tell(Phrase(cs: "čtu \(request.folder)", en: "reading \(request.folder)"))
  var waiting = try workshop.documents(of: order.publications, isAsked: order.isAsked)
  releaseFreedMemory()
  total = 1 + waiting.count * (1 + order.editions.count)
  var output = AtomicOutput()
  while let next = waiting.first {
    let publication = next.recipe.name
    tell(Phrase(cs: "sázím \(publication)", en: "setting \(publication)"))
    let setting = try await workshop.setting(ofFirst: &waiting)
    for file in next.data {
      let path = "\(request.output)/\(publication).\(file.suffix)"
      do throws(OutputFailure) {
        try output.stage(file.bytes, at: path)
      } catch {
        result.outputFailure = error
        return
      }
      result.files.append(WrittenFile(path: path, pages: 0, bytes: file.bytes.count))
    }
    var ticket: JobTicket?
    for edition in order.editions {
      tell(
        Phrase(
          cs: "zapisuji \(request.output)/\(publication)-\(edition).pdf",
          en: "writing \(request.output)/\(publication)-\(edition).pdf"))
      let made = try await workshop.finished(setting, publication: publication, edition: edition)
      workshop.watch.enter(.writing)
      do throws(OutputFailure) {
        for file in made.files {
          result.files.append(
            try stage(file, of: setting, at: request.output, in: workshop, &output))
        }
      } catch {
        result.outputFailure = error
        return
      }
      ticket = ticket.joined(made.ticket)
    }
    do throws(OutputFailure) {
      try stage(
        ticket, at: "\(request.output)/\(publication)-zakazka", of: setting, &output, &result)
    } catch {
      result.outputFailure = error
      return
    }
  }
  // What a printer would send back is not written: what is staged goes with `output`.
  guard !workshop.findings.contains(where: \.isError) else { return }
  workshop.watch.enter(.writing)
  do throws(OutputFailure) {
    try output.commit()
  } catch {
    result.outputFailure = error
  }
}

/// Stages a file and the printer's verdict on it.
private func stage(
  _ file: FinishedFile, of setting: Setting, at folder: String, in workshop: Workshop,
  _ output: inout AtomicOutput
) throws(OutputFailure) -> WrittenFile {
  let path = "\(folder)/\(file.name)"
  try output.stage(file.bytes, at: path)
  if let verdict = file.verdict {
    try output.stage(
      workshop.report(on: verdict, name: file.name),
      at: "\(path.dropLast(".pdf".count))-kontrola.txt")
  }
  return WrittenFile(
    path: path, pages: file.pages, bytes: file.bytes.count, traded: setting.traded,
    forced: file.verdict?.forced ?? [])
}

/// Stages what a printer must know, for people and for programs.
private func stage(
  _ ticket: JobTicket?, at path: String, of setting: Setting, _ output: inout AtomicOutput,
  _ result: inout BuildResult
) throws(OutputFailure) {
  guard let ticket else { return }
  let tongue: Tongue = setting.laid.pages.information.language.isCzech ? .cs : .en
  for (suffix, text) in [("txt", ticket.text(tongue)), ("json", TicketJSON.text(ticket))] {
    let bytes = Array(text.utf8)
    try output.stage(bytes, at: "\(path).\(suffix)")
    result.files.append(
      WrittenFile(path: "\(path).\(suffix)", pages: 0, bytes: bytes.count))
  }
}

/// Runs every floor for every publication and edition, and writes nothing.
package func check(_ request: BuildRequest) async -> Answer {
  await answer(request, asksAll: request.only == nil && request.editions == nil) {
    workshop, order throws(Rejected) in
    var waiting = try workshop.documents(of: order.publications, isAsked: order.isAsked)
    releaseFreedMemory()
    while !waiting.isEmpty {
      let name = waiting[0].recipe.name
      let setting = try await workshop.setting(ofFirst: &waiting)
      for edition in order.editions {
        _ = try await workshop.finished(setting, publication: name, edition: edition)
      }
    }
    return .success("")
  }
}

/// Prints a value between the floors.
package func dump(_ request: BuildRequest, stage: DumpStage) async -> Answer {
  await answer(request) { workshop, order throws(Rejected) in
    let plan = try workshop.plan()
    if stage == .plan { return .success(plan.value.dump()) }
    var text = ""
    let recipes = try workshop.recipes(
      of: order.publications, isAsked: order.isAsked, for: plan.value)
    for recipe in recipes {
      let document = try workshop.document(of: plan, recipe: recipe)
      if stage == .document {
        text += document.dump()
        continue
      }
      let (setting, fitted) = try await workshop.fitted(
        WaitingDocument(recipe: recipe, document: document, plan: plan),
        keepsRecord: stage == .galley)
      switch stage {
      case .plan, .document: break
      case .text:
        text += readingText(
          of: fitted, folios: setting.laid.pages.folios, design: setting.design)
      case .galley: for galley in setting.laid.galleys { text += galley.dump() }
      case .pages: text += setting.laid.pages.dump()
      case .tags: text += setting.laid.pages.structure.dump()
      }
    }
    return .success(text)
  }
}

/// Explains a page of a publication, counted from 1.
package func inspect(_ request: BuildRequest, page: Int, tongue: Tongue) async -> Answer {
  await answer(request) { workshop, order throws(Rejected) in
    let plan = try workshop.plan()
    var text = ""
    let recipes = try workshop.recipes(
      of: order.publications, isAsked: order.isAsked, for: plan.value)
    for recipe in recipes {
      let document = try workshop.document(of: plan, recipe: recipe)
      let (setting, fitted) = try await workshop.fitted(
        WaitingDocument(recipe: recipe, document: document, plan: plan), keepsRecord: true)
      let count = setting.laid.pages.pages.count
      guard (1...max(1, count)).contains(page), count > 0 else {
        return .failure(
          Phrase(
            cs: "Publikace \(recipe.name) má strany 1 až \(count), strana \(page) v ní není.",
            en: "The publication \(recipe.name) has pages 1 to \(count), there is no page \(page)."
          ))
      }
      text += setting.laid.explanation.pages[page - 1].text(in: tongue, of: fitted)
    }
    return .success(text)
  }
}

/// What the pages of a publication cost, one by one and in all, and how much that loses against the
/// exact search and gains over breaking page by page.
package func inspectCosts(_ request: BuildRequest, tongue: Tongue) async -> Answer {
  await answer(request) { workshop, order throws(Rejected) in
    let plan = try workshop.plan()
    var text = ""
    for publication in order.publications {
      let recipe = try workshop.recipe(publication)
      let document = try workshop.document(of: plan, recipe: recipe)
      let greedy = try await workshop.setting(
        of: document, recipe: recipe, breaking: breakPageByPage, variants: .none,
        keepsRecord: true)
      let stiff = try await workshop.setting(
        of: document, recipe: recipe, variants: .none, keepsRecord: true)
      let exact = try await workshop.setting(
        of: document, recipe: recipe, breaking: breakExactly, variants: .everywhere,
        keepsRecord: true)
      let own = try await workshop.setting(of: document, recipe: recipe, keepsRecord: true)
      text += own.laid.explanation.costText(
        in: tongue, of: document,
        others: PageCosts(
          greedy: greedy.laid.explanation.cost, stiff: stiff.laid.explanation.cost,
          exact: exact.laid.explanation.cost))
    }
    return .success(text)
  }
}

/// What a question comes to: a text, or that it asked for something that does not exist.
private enum Reply {
  case success(String)
  case failure(Phrase)
}

private func answer(
  _ request: BuildRequest, asksAll: Bool = false,
  _ body: (inout Workshop, Order) async throws(Rejected) -> Reply
) async -> Answer {
  var workshop = Workshop(request)
  var answer = Answer()
  let order = Order(request, layouts: workshop.layouts)
  if let unknown = order.unknown {
    answer.usage = unknown
    return answer
  }
  do throws(Rejected) {
    switch try await body(&workshop, order) {
    case .success(let text): answer.text = text
    case .failure(let usage): answer.usage = usage
    }
  } catch {
    workshop.findings += error.diagnostics
  }
  answer.changes = TypographicChange.list(workshop.corrections, in: workshop.sources)
  answer.findings = workshop.judged(isWhole: asksAll)
  answer.sources = workshop.sources
  return answer
}

/// The publications and editions to make, in alphabetical order.
private struct Order {
  var publications: [String]
  var editions: [String]
  /// Whether the publications were named.
  var isAsked: Bool
  /// What was asked for and does not exist.
  var unknown: Phrase?

  init(_ request: BuildRequest, layouts: [String]) {
    publications = Style.publications(in: layouts)
    editions = Style.editions(in: layouts)
    isAsked = request.only != nil
    if let only = request.only {
      if only.isEmpty {
        unknown = Phrase(
          cs: "Nejmenujete žádnou publikaci. Jsou tu: \(publications.joined(separator: ", ")).",
          en: "No publication is named. There are: \(publications.joined(separator: ", ")).")
      }
      if let stranger = only.first(where: { !publications.contains($0) }) {
        let known = publications.joined(separator: ", ")
        unknown = Phrase(
          cs: "Publikaci „\(stranger)“ neznám. Jsou tu: \(known).",
          en: "There is no publication “\(stranger)”. There are: \(known).")
      }
      publications = publications.filter(only.contains)
    }
    if let wanted = request.editions {
      if wanted.isEmpty {
        unknown = Phrase(
          cs: "Nejmenujete žádné vydání. Jsou tu: \(editions.joined(separator: ", ")).",
          en: "No edition is named. There are: \(editions.joined(separator: ", ")).")
      }
      if let stranger = wanted.first(where: { !editions.contains($0) }) {
        let known = editions.joined(separator: ", ")
        unknown = Phrase(
          cs: "Vydání „\(stranger)“ neznám. Jsou tu: \(known).",
          en: "There is no edition “\(stranger)”. There are: \(known).")
      }
      editions = editions.filter(wanted.contains)
    } else {
      // What is wrong with a profile is told when the edition is made.
      var sources = SourceTable()
      editions.removeAll { edition in
        (try? readProfile(named: edition, in: layouts, sources: &sources))?.isOnRequest == true
      }
    }
  }
}
