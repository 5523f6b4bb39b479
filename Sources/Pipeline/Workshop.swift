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
  /// The warnings that the plan accepts.
  private var silences: [Silence] = []
  var watch = Stopwatch()

  init(_ request: BuildRequest) {
    home = request.home
    folder = request.folder
    workers = request.workers
  }

  /// The folders in which layouts are looked for: the project's own first.
  var layouts: [String] { [folder + "/Layouts", home.layouts] }

  /// Everything that was found, with the warnings marked that the plan accepts.
  ///
  /// - Parameter isWhole: whether every floor of every publication was asked.
  func judged(isWhole: Bool) -> [Diagnostic] {
    silence(findings, by: silences, kinds: DiagnosticCatalogue.all, isWhole: isWhole)
  }

  /// Keeps one of findings that several publications of the same plan made.
  mutating func keepFirst() {
    var seen: Set<Diagnostic> = []
    findings = findings.filter { seen.insert($0).inserted }
  }

  private mutating func keep<Value>(_ outcome: Outcome<Value>) -> Value {
    findings += outcome.warnings
    return outcome.value
  }

  /// Data → plan → validated plan.
  mutating func plan() throws(Rejected) -> Validated<Plan> {
    watch.enter(.reading)
    let codelists = try readCodelists(home.codelists, sources: &sources)
    let plan = keep(try readProject(folder, codelists: codelists, sources: &sources))
    silences = plan.silences
    watch.enter(.validating)
    return keep(try validate(plan, against: codelists))
  }

  /// Validated plan + recipe + phrases → document.
  mutating func document(
    of plan: Validated<Plan>, recipe: Recipe, about provider: String? = nil
  ) throws(Rejected) -> Document {
    watch.enter(.composing)
    let phrases = try readPhrases(
      language: plan.value.language.value, in: layouts, askedAt: plan.value.language.at,
      sources: &sources)
    return keep(
      try composePlan(plan, recipe: recipe, phrases: phrases, about: provider))
  }

  /// The recipe of a publication.
  mutating func recipe(_ publication: String) throws(Rejected) -> Recipe {
    try readRecipe(named: publication, in: layouts, sources: &sources)
  }

  /// The recipe of a publication that is made once for each provider.
  mutating func providerRecipe(_ publication: String) throws(Rejected) -> Recipe {
    try readProviderRecipe(named: publication, in: layouts, sources: &sources)
  }

  /// Validated plan → pages of a publication.
  mutating func setting(
    of publication: String, _ plan: Validated<Plan>
  ) async throws(Rejected) -> Setting {
    let recipe = try recipe(publication)
    return try await setting(of: try document(of: plan, recipe: recipe), recipe: recipe)
  }

  /// Document + design → pages.
  mutating func setting(of document: Document, recipe: Recipe) async throws(Rejected) -> Setting {
    watch.enter(.outfitting)
    let design = try readDesign(named: recipe.design, in: layouts, sources: &sources)
    let fonts = try FontBook.load(
      design.faces.map { FontFile(path: home.fonts + "/" + $0.file, name: $0.file, at: $0.at) },
      fallback: design.fallback)
    let hyphenation = try HyphenationBook.load(
      for: document.languages, from: home.fonts + "/Hyphenation")
    var watch = watch
    let laid = try await lay(
      document, design: design, fonts: fonts, hyphenation: hyphenation, workers: workers,
      entering: { watch.enter(BuildStage($0)) })
    self.watch = watch
    return Setting(document: document, design: design, laid: keep(laid), fonts: fonts)
  }

  /// Pages + profile → file.
  mutating func file(of setting: Setting, edition: String) async throws(Rejected) -> PDFFile {
    let profile = try readProfile(named: edition, in: layouts, sources: &sources)
    let icc = try readOwnFile(home.fonts + "/" + profile.outputIntent.profile)
    var watch = watch
    let file = try await export(
      setting.laid.pages, fonts: setting.fonts, profile: profile, icc: icc,
      origins: setting.document.nodes.map(\.origin), workers: workers,
      entering: { watch.enter(BuildStage($0)) })
    self.watch = watch
    return keep(file)
  }
}

/// A document, its design, its pages and the fonts that they are set in.
struct Setting {
  let document: Document
  let design: DesignBook
  let laid: Laid
  let fonts: FontBook
}
