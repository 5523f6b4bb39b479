import Core
import Manuscript
import Planning

/// What composing remembers from part to part: numbers given, headings met, references to fill.
struct Ledger {
  /// The validated plan.
  let validated: Validated<Plan>
  /// The fixed words.
  let phrases: Phrasebook
  /// Whether the publication prints the strategic part, so that references may lead there.
  let hasStrategy: Bool
  /// Whether the publication is a catalogue of services.
  let isCatalogue: Bool
  /// The IČO of the provider that the publication is about; nil where it is about the plan.
  let provider: String?
  /// The records of the plan by what they belong to.
  let records: RecordIndex
  /// What was found wrong, in the order of the recipe.
  var findings: [Diagnostic] = []

  /// The chapter that sections are added to.
  var openChapter: NodeID?
  /// The last section of the open chapter; a part without a heading of its own goes on in it.
  var openSection: NodeID?
  /// Headings in reading order.
  private(set) var headings: [HeadingEntry] = []
  /// Lists of contents that wait for the headings.
  var listings: [Listing] = []
  /// The captions of tables, figures and maps in reading order.
  var captions: [CaptionEntry] = []
  /// Lists of tables, figures and maps that wait for the captions.
  var captionLists: [CaptionList] = []
  /// References whose printed form is known only at the end.
  var references: [PendingReference] = []
  /// What references can print of their targets.
  private(set) var targets: [String: Target] = [:]
  /// The footnotes of the narrative in hand.
  var notes = NoteLedger()

  private var chapter = 0
  private var annexes = 0
  /// What sections of the open chapter or annex are numbered after: `2`, `A`.
  private var stem = ""
  private var section = 0
  /// How many tables, figures and maps the body has so far, or the open annex.
  private var counted: [CaptionKind: Int] = [:]
  /// What the numbers of tables, figures and maps begin with: an annex counts its own, „A.“.
  private var counts = ""

  init(
    _ validated: Validated<Plan>, recipe: Recipe, phrases: Phrasebook, provider: String? = nil
  ) {
    self.provider = provider
    self.hasStrategy = recipe.parts.contains { $0.kind == PartComposer.strategy.kind }
    self.isCatalogue = recipe.parts.contains { $0.kind == PartComposer.catalogue.kind }
    self.validated = validated
    self.phrases = phrases
    self.records = RecordIndex(validated.value)
  }

  /// The plan.
  var plan: Plan { validated.value }

  /// The title of the publication: the plan's, unless this is a catalogue beside a plan.
  var title: String {
    guard isCatalogue, !plan.isCatalogueOnly else { return plan.title.value }
    return "\(self[.catalogueTitle]): \(plan.territory.name.value)"
  }

  /// Fixed words.
  subscript(_ key: PhraseKey) -> String { phrases[key.rawValue] }

  /// Gives the next chapter its number.
  mutating func nextChapter() -> String {
    chapter += 1
    section = 0
    openSection = nil
    stem = String(chapter)
    return stem
  }

  /// Gives the next annex its letter.
  mutating func nextAnnex() -> String {
    section = 0
    openSection = nil
    // Twenty-six annexes have letters; further ones go on in numbers.
    stem = annexes < 26 ? String(UnicodeScalar(UInt8(65 + annexes))) : String(annexes + 1)
    annexes += 1
    counts = "\(stem)."
    counted = [:]
    return stem
  }

  /// Gives the next section of the chapter its number.
  mutating func nextSection() -> String {
    section += 1
    return "\(stem).\(section)"
  }

  /// Gives the next table, figure or map its number.
  mutating func nextNumber(of kind: CaptionKind) -> String {
    counted[kind, default: 0] += 1
    return "\(counts)\(counted[kind, default: 0])"
  }

  /// Remembers a heading for contents and references.
  mutating func enter(_ heading: HeadingEntry) {
    var heading = heading
    heading.rank = heading.isDivision ? 1 : headings.contains(where: \.isDivision) ? 2 : 0
    headings.append(heading)
    enter(heading.anchor, Target(number: heading.number, title: heading.title))
  }

  /// Remembers what references can print of a place.
  mutating func enter(_ anchor: String, _ target: Target) {
    if targets[anchor] == nil { targets[anchor] = target }
  }
}

/// A heading as lists of contents and references see it.
struct HeadingEntry {
  /// 1 for a chapter.
  var level: Int
  /// What is printed before the title: `1.2`, „Opatření 1.1“; empty for none.
  var label: String
  /// The bare number, for references.
  var number: String?
  /// The title without notes.
  var title: String
  /// The name of its anchor.
  var anchor: String
  /// Whether the contents list it.
  var isListed: Bool
  /// The strategic record it heads, if any.
  var tier: Tier?
  /// Whether it heads a division of a catalogue.
  var isDivision = false

  /// Before the divisions of a catalogue, one of them, or after them.
  var rank = 0

  /// Whether its label is a word with a code, too long for the column of numbers.
  var isRecord: Bool { label.utf8.contains(0xC2) }
}

/// What references can print of a place.
struct Target {
  /// Its number.
  var number: String?
  /// Its title.
  var title: String?
}

/// A list of headings that is filled when all are known.
struct Listing {
  /// The contents node.
  var node: NodeID
  /// The look of its entries.
  var look: String
  /// Which headings it lists and at which level of the list; 0 for none.
  var level: @Sendable (HeadingEntry) -> Int
}

/// A reference whose printed form is known only at the end.
struct PendingReference {
  /// The inline node.
  var node: NodeID
  /// The anchor it points to.
  var anchor: String
  /// What it prints.
  var form: ReferenceForm
  /// Where it was written.
  var at: SourceSpan
}

/// The footnotes of the narrative in hand.
struct NoteLedger {
  /// A note that stands in the document.
  struct Made {
    /// Which of the narrative's.
    var note: Int
    /// Its node.
    var node: NodeID
    /// What calls it.
    var sign: String
    /// Whether it stands below the table that calls it.
    var isTable: Bool
    /// Its number among all notes of the document, those of tables too.
    var serial: Int
    /// Whether it was called; references lead back to the first call.
    var isCalled = false

    /// The names of the anchors at the note and at its first call: none that an author can write.
    var anchors: (note: String, call: String) { ("note:\(serial)", "call:\(serial)") }
  }

  /// What they say.
  var prose: [ProseNote] = []
  /// The nodes made for them so far.
  var made: [Made] = []
  /// How many footnotes were made in the whole document.
  private var count = 0
  /// How many notes were made, those of tables too.
  private var serial = 0

  /// The number of the next note of any kind.
  mutating func nextSerial() -> Int {
    serial += 1
    return serial
  }

  /// The sign of the next footnote.
  mutating func nextNumber() -> String {
    count += 1
    return String(count)
  }

  /// The sign of the next note of the table in hand: a to z, then aa, ab.
  var nextLetter: String {
    var rest = made.count { $0.isTable }
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(97 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// Closes a table: what calls its notes further on calls a footnote that says the same.
  mutating func endTable() { made.removeAll { $0.isTable } }

  /// Starts another narrative; numbers go on.
  mutating func begin(_ notes: [ProseNote]) {
    prose = notes
    made = []
  }
}
