import Core
import Display
import Fonts
import Intake
import Layout
import Manuscript
import Orthography
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
  let judgesSpelling: Bool
  let listsTypography: Bool
  var sources = SourceTable()
  var findings: [Diagnostic] = []
  /// What was changed in the texts, if that is asked.
  var corrections: [Correction] = []
  /// What stands in files of the project once a change is made, by their names.
  var replacing: [String: [UInt8]] = [:]
  /// The warnings that the plan accepts.
  private var silences: [Silence] = []
  /// What was asked of the printing; the plan may say the rest.
  var press = PressOrder()
  /// What the plan says of its books as things that are printed.
  private(set) var facts: BookFacts?
  private let inkProfile: String?
  /// The codes that are not to block what is written for the printer.
  let forced: [String]
  /// The plan that did not pass, and which of its parts are damaged.
  private var trial: (plan: Validated<Plan>, damaged: Set<PlanPart>)?
  /// The pages that were written for the press last: sheets are made of them.
  var lastPressed: PressedFile?
  /// The bleed of pages that go onto sheets, while such are made.
  var sheetBleed: Length?
  /// Whether pages are cut as they fill.
  let isDraft: Bool
  var watch = Stopwatch()

  init(_ request: BuildRequest) {
    home = request.home
    folder = request.folder
    workers = request.workers
    judgesSpelling = request.judgesSpelling
    listsTypography = request.listsTypography
    inkProfile = request.inkProfile
    forced = request.forced
    isDraft = request.isDraft
    press.printer = request.printer.map { PressOrder.Word($0, at: nil) }
  }

  /// The folders in which layouts are looked for: the project's own first.
  var layouts: [String] { [folder + "/Layouts", home.layouts] }

  /// Everything that was found, with the warnings marked that the plan accepts; what several
  /// publications and editions found is told once.
  ///
  /// - Parameter isWhole: whether every floor of every publication was asked.
  mutating func judged(isWhole: Bool) -> [Diagnostic] {
    keepFirst()
    return silence(findings, by: silences, kinds: DiagnosticCatalogue.all, isWhole: isWhole)
  }

  private mutating func keepFirst() {
    var seen: Set<Diagnostic> = []
    findings = findings.filter { seen.insert($0).inserted }
  }

  mutating func keep<Value>(_ outcome: Outcome<Value>) -> Value {
    findings += outcome.warnings
    return outcome.value
  }

  /// Data → plan → validated plan.
  mutating func plan() throws(Rejected) -> Validated<Plan> {
    watch.enter(.reading)
    let codelists = try readCodelists(home.codelists, sources: &sources)
    let read = lookThrough(
      folder, codelists: codelists, speller: try speller(), replacing: replacing,
      sources: &sources)
    findings += read.findings
    guard let plan = read.plan else { throw Rejected([]) }
    silences = plan.silences
    press = press.before(plan.press)
    facts = BookFacts(of: plan)
    trial = (onTrial(plan, against: codelists), read.damaged)
    guard !read.findings.contains(where: \.isError) else { throw Rejected([]) }
    watch.enter(.validating)
    let valid = keep(try validate(plan, against: codelists))
    // It passed: kept on, it would outlive the pages that are made of it.
    trial = nil
    return valid
  }

  /// Looks what else is wrong with the publications of a plan that did not pass, so that one run
  /// tells what two would.
  private mutating func lookFurther(_ publications: [String], isAsked: Bool) {
    guard let trial else { return }
    watch.enter(.composing)
    for publication in publications {
      do throws(Rejected) {
        let recipe = try recipe(publication)
        guard isAsked || recipe.isMade(unaskedFor: trial.plan.value) else { continue }
        let phrases = try phrases(of: trial.plan)
        findings += Publications.findings(
          composing: trial.plan, recipe: recipe, phrases: phrases, damaged: trial.damaged)
      } catch {
        findings += error.diagnostics
      }
    }
  }

  /// The word list of the machine, where spelling is to be judged.
  private func speller() throws(Rejected) -> Speller? {
    guard judgesSpelling else { return nil }
    guard let speller = installedSpeller() else {
      throw Rejected([
        Diagnostic(
          PipelineDiagnostics.noWordList, at: nil,
          Phrase(
            cs: "Na tomto počítači není český slovník pro kontrolu pravopisu.",
            en: "No Czech word list for spelling is installed on this machine."),
          fix: Phrase(
            cs: "Nainstalujte balíček hunspell-cs, nebo přepínač --spelling vynechte.",
            en: "Install the package hunspell-cs, or leave out --spelling."))
      ])
    }
    return speller
  }

  /// Validated plan + recipe + phrases → document, as a typesetter sets it.
  mutating func document(
    of plan: Validated<Plan>, recipe: Recipe, about provider: String? = nil
  ) throws(Rejected) -> Document {
    watch.enter(.composing)
    let phrases = try phrases(of: plan)
    let composed = keep(
      try composePlan(plan, recipe: recipe, phrases: phrases, about: provider))
    watch.enter(.correcting)
    let corrected = keep(correct(composed, keepsLog: listsTypography))
    corrections += corrected.corrections
    return corrected.document
  }

  private mutating func phrases(of plan: Validated<Plan>) throws(Rejected) -> Phrasebook {
    try readPhrases(
      language: plan.value.language.value, in: layouts, askedAt: plan.value.language.at,
      sources: &sources)
  }

  /// What the plan holds and no publication of the project prints.
  mutating func lookForUnused(_ plan: Validated<Plan>) throws(Rejected) {
    var recipes: [Recipe] = []
    for publication in publications(in: layouts) { recipes.append(try recipe(publication)) }
    findings += unusedNarratives(of: plan.value, recipes: recipes)
  }

  /// The recipe of a publication.
  mutating func recipe(_ publication: String) throws(Rejected) -> Recipe {
    try readRecipe(named: publication, in: layouts, sources: &sources)
  }

  /// The recipe of a publication that is made once for each provider.
  mutating func providerRecipe(_ publication: String) throws(Rejected) -> Recipe {
    try readProviderRecipe(named: publication, in: layouts, sources: &sources)
  }

  /// The documents of publications with their recipes. The plan itself is let go: of a long
  /// narrative it is larger than all that is made of it.
  ///
  /// - Parameter isAsked: whether the publications were named; else only those are made that belong
  ///   to the kind of project.
  mutating func documents(
    of publications: [String], isAsked: Bool
  ) throws(Rejected) -> [WaitingDocument] {
    let plan: Validated<Plan>
    do throws(Rejected) {
      plan = try self.plan()
    } catch {
      findings += error.diagnostics
      lookFurther(publications, isAsked: isAsked)
      throw Rejected([])
    }
    try lookForUnused(plan)
    var waiting: [WaitingDocument] = []
    for publication in publications {
      let recipe = try recipe(publication)
      guard isAsked || recipe.isMade(unaskedFor: plan.value) else { continue }
      let document = try document(of: plan, recipe: recipe)
      let data = try dataFiles(of: plan, recipe: recipe, phrases: try phrases(of: plan))
      waiting.append(
        WaitingDocument(
          recipe: recipe, document: document, data: data, plan: recipe.mayChangeParts ? plan : nil))
    }
    return waiting
  }

  /// The recipes of publications that were named, or that belong to the kind of project.
  mutating func recipes(
    of publications: [String], isAsked: Bool, for plan: Plan
  ) throws(Rejected) -> [Recipe] {
    var recipes: [Recipe] = []
    for publication in publications {
      let recipe = try recipe(publication)
      if isAsked || recipe.isMade(unaskedFor: plan) { recipes.append(recipe) }
    }
    return recipes
  }

  /// Takes the first document and lays it out.
  mutating func setting(ofFirst waiting: inout [WaitingDocument]) async throws(Rejected) -> Setting
  {
    try await fitted(waiting.removeFirst()).setting
  }

  /// Document + design → pages.
  ///
  /// - Parameters:
  ///   - breaking: how galleys are cut into pages; nil for the best way, or a draft's.
  ///   - variants: which paragraphs may take a line more or fewer; none do in a draft.
  ///   - extent: how many pages there are to be, and how often they may be made for that.
  ///   - keepsRecord: whether galleys and explanations are wanted.
  mutating func setting(
    of document: Document, recipe: Recipe, breaking: PageBreaking? = nil,
    variants: VariantReach = .nearBadBreaks, extent: ExtentWish? = nil, within times: Int = 0,
    keepsRecord: Bool = false
  ) async throws(Rejected) -> Setting {
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
      breaking: breaking ?? (isDraft ? breakPageByPage : breakOptimally),
      variants: isDraft ? .none : variants, extent: extent, layouts: times,
      keepsRecord: keepsRecord,
      entering: { watch.enter(BuildStage($0)) })
    self.watch = watch
    return Setting(
      origins: document.nodes.map(\.origin), design: design, laid: keep(laid), fonts: fonts,
      hyphenation: hyphenation, covers: Covers(of: document), extent: recipe.at)
  }

  /// The printer that a press edition is for: the one asked for, the plan's, or the edition's.
  mutating func printer(of profile: Profile) throws(Rejected) -> PrinterProfile {
    try readPrinter(
      named: press.printer?.text ?? profile.printer, in: layouts, askedAt: press.printer?.at,
      sources: &sources)
  }

  /// Pages + profile → file.
  mutating func file(of setting: Setting, edition: String) async throws(Rejected) -> PDFFile {
    let (profile, icc) = try intent(of: edition)
    var watch = watch
    let file = try await export(
      setting.laid.pages, fonts: setting.fonts, profile: profile, icc: icc,
      screen: profile.isPrinted ? try readOwnFile(home.fonts + "/ICC/sRGB.icc") : [],
      assumed: !profile.isPrinted && setting.laid.pages.pictures.contains { $0.colours == .cmyk }
        ? try readOwnFile(home.fonts + "/ICC/FOGRA39L_coated.icc") : [],
      origins: setting.origins, workers: workers,
      entering: { watch.enter(BuildStage($0)) })
    self.watch = watch
    return keep(file)
  }

  /// The profile of an edition, fitted to the printer, and the colour profile that its colours are
  /// for; empty where there is none.
  mutating func intent(of edition: String) throws(Rejected) -> (profile: Profile, icc: [UInt8]) {
    if let inkProfile, press.profile == nil || press.profile?.text != inkProfile {
      press.profile = PressOrder.Word(inkProfile, at: nil)
      press.profileBytes = try readInkProfile(inkProfile)
      press.condition = nil
    }
    var description = ""
    if let given = press.profile {
      description = try inkDescription(of: press.profileBytes, file: given.text, at: given.at)
    }
    var profile = keep(
      try readPressProfile(
        named: edition, for: press, description: description, in: layouts, sources: &sources))
    if let sheetBleed {
      profile.press?.bleed = sheetBleed
      // Sheets have marks of their own.
      profile.press?.hasMarks = false
    }
    if profile.isPrinted, press.profile != nil { return (profile, press.profileBytes) }
    let file = profile.outputIntent.profile
    return (profile, file.isEmpty ? [] : try readOwnFile(home.fonts + "/" + file))
  }
}

/// A document that waits to be laid out, and its recipe.
struct WaitingDocument {
  let recipe: Recipe
  let document: Document
  /// What is written beside it for machines.
  var data: [DataFile] = []
  /// The plan, where the recipe may have to change for the sake of its pages.
  let plan: Validated<Plan>?
}

extension Recipe {
  /// Whether the publication is made of a project though nobody named it.
  fileprivate func isMade(unaskedFor plan: Plan) -> Bool {
    kinds.isEmpty ? !plan.isCatalogueOnly : kinds.contains(plan.kind.value)
  }
}

/// The pages of a document, its design, and the fonts that they are set in.
struct Setting {
  /// Where nodes come from in the sources, by node.
  let origins: [SourceSpan?]
  let design: DesignBook
  var laid: Laid
  let fonts: FontBook
  let hyphenation: HyphenationBook
  /// Which of its covers it has.
  let covers: Covers
  /// Whether it is a cover that lies flat, not pages.
  var isFlatCover = false
  /// Where its recipe says how many pages it has.
  let extent: SourceSpan?
  /// What was traded for the number of pages, and how many there would have been.
  var traded: TradedExtent?
}
