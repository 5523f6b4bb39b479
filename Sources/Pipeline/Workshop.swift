import Core
import Display
import Fonts
import Intake
import Layout
import Manuscript
import PDFExport
import Planning
import Publications
import Style
import Typesetting

/// The order of the floors, one method each; what is found on the way is kept.
struct Workshop {
  let home: Home
  let folder: String
  let workers: Int
  var sources = SourceTable()
  var findings: [Diagnostic] = []

  init(_ request: BuildRequest) {
    home = request.home
    folder = request.folder
    workers = request.workers
  }

  /// The folders in which layouts are looked for: the project's own first.
  var layouts: [String] { [folder + "/Layouts", home.layouts] }

  private mutating func keep<Value>(_ outcome: Outcome<Value>) -> Value {
    findings += outcome.warnings
    return outcome.value
  }

  /// Data → plan → validated plan.
  mutating func plan() throws(Rejected) -> Validated<Plan> {
    let project = keep(
      try readProject(folder: folder, codelists: home.codelists, sources: &sources))
    return keep(try validate(project.plan, against: project.codelists))
  }

  /// Validated plan + recipe + phrases → document.
  mutating func document(of plan: Validated<Plan>, recipe: Recipe) throws(Rejected) -> Document {
    let phrases = try readPhrases(
      language: plan.value.language, in: layouts, sources: &sources)
    let document = keep(try compose(plan, recipe: recipe, phrases: phrases))
    let flaws = document.check()
    guard flaws.isEmpty else { throw Rejected(flaws) }
    return document
  }

  /// Document + design → pages.
  mutating func pages(of document: Document, recipe: Recipe) async throws(Rejected) -> Setting {
    let design = try readDesign(named: recipe.design, in: layouts, sources: &sources)
    let fonts = try FontBook.load(
      design.faces.map { FontFile(path: home.fonts + "/" + $0.file, name: $0.file, at: $0.at) },
      fallback: design.fallback)
    let hyphenation = try HyphenationBook.load(
      languages: document.languages, folder: home.fonts + "/Hyphenation")
    let laid = try await lay(
      document, design: design, fonts: fonts, hyphenation: hyphenation, workers: workers)
    return Setting(laid: keep(laid), fonts: fonts)
  }

  /// Pages + profile → file.
  mutating func file(
    of setting: Setting, profile: Profile
  ) async throws(Rejected) -> PDFFile {
    let icc = try readProfileData(profile)
    return keep(
      try await export(
        setting.laid.pages, fonts: setting.fonts, profile: profile, icc: icc, workers: workers))
  }
}

/// Pages and the fonts that they are set in.
struct Setting {
  let laid: Laid
  let fonts: FontBook
}
