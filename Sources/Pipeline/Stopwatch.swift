package import Core
import Glibc
import Layout
import PDFExport

/// The stages of a build, in their order.
package enum BuildStage: UInt8, Sendable, CaseIterable {
  /// The project's files.
  case reading
  /// The rules of the plan.
  case validating
  /// The plan becomes a document.
  case composing
  /// What people typed into what a typesetter sets.
  case correcting
  /// Design, fonts, hyphenation patterns.
  case outfitting
  /// `LayoutStage.measuring`
  case measuring
  /// `LayoutStage.typesetting`
  case typesetting
  /// `LayoutStage.paginating`
  case paginating
  /// `LayoutStage.painting`
  case painting
  /// `ExportStage.subsetting`
  case subsetting
  /// `ExportStage.encoding`
  case encoding
  /// `ExportStage.assembling`
  case assembling
  /// What the printer would find.
  case judging
  /// The finished file to the disk.
  case writing

  /// What the stage is called.
  package var words: Phrase {
    switch self {
    case .reading: Phrase(cs: "čtení projektu", en: "reading the project")
    case .validating: Phrase(cs: "kontrola plánu", en: "validating the plan")
    case .composing: Phrase(cs: "sestavení dokumentu", en: "composing the document")
    case .correcting: Phrase(cs: "typografie textu", en: "typography of the text")
    case .outfitting: Phrase(cs: "vzhled a písma", en: "design and fonts")
    case .measuring: Phrase(cs: "šířky tabulek", en: "measuring tables")
    case .typesetting: Phrase(cs: "sazba odstavců", en: "typesetting paragraphs")
    case .paginating: Phrase(cs: "lámání stran", en: "breaking pages")
    case .painting: Phrase(cs: "montáž stran", en: "painting pages")
    case .subsetting: Phrase(cs: "výřez písem", en: "subsetting fonts")
    case .encoding: Phrase(cs: "obsah stran", en: "encoding pages")
    case .assembling: Phrase(cs: "struktura a soubor", en: "structure and file")
    case .judging: Phrase(cs: "kontrola pro tiskárnu", en: "preflight for the printer")
    case .writing: Phrase(cs: "zápis na disk", en: "writing to disk")
    }
  }

  init(_ stage: LayoutStage) {
    self =
      switch stage {
      case .measuring: .measuring
      case .typesetting: .typesetting
      case .paginating: .paginating
      case .painting: .painting
      }
  }

  init(_ stage: ExportStage) {
    self =
      switch stage {
      case .subsetting: .subsetting
      case .encoding: .encoding
      case .assembling: .assembling
      }
  }
}

/// What a stage took, however often it was entered.
package struct StageTime: Sendable, Equatable {
  /// The stage.
  package var stage: BuildStage
  /// How long one waited.
  package var wall = Duration.zero
  /// What all cores worked, in the program and in the system for it.
  package var processor = Duration.zero
  /// The most memory that the program had had resident when the stage ended, in bytes.
  package var peak = 0
}

/// Takes the time of stages; only the user ever sees it.
struct Stopwatch {
  private(set) var times: [StageTime] = BuildStage.allCases.map { StageTime(stage: $0) }
  private let clock = ContinuousClock()
  private var running: BuildStage?
  private var wall: ContinuousClock.Instant
  private var processor: Duration

  init() {
    wall = clock.now
    processor = Stopwatch.usage().processor
  }

  /// Ends the stage that runs and starts another, if there is one.
  mutating func enter(_ stage: BuildStage?) {
    let now = clock.now
    let (worked, peak) = Stopwatch.usage()
    if let running {
      times[Int(running.rawValue)].wall += now - wall
      times[Int(running.rawValue)].processor += worked - processor
      times[Int(running.rawValue)].peak = peak
    }
    running = stage
    wall = now
    processor = worked
  }

  /// *Source:* getrusage(2).
  private static func usage() -> (processor: Duration, peak: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let processor =
      Duration.seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + .microseconds(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
    return (processor, usage.ru_maxrss * 1_024)
  }
}
