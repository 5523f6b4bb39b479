package import Core

/// What a user asks to be built.
package struct BuildRequest: Sendable {
  /// Sazba's own data.
  package var home: Home
  /// The project folder.
  package var folder: String
  /// The publications wanted; nil means all.
  package var only: [String]?
  /// The editions wanted; nil means all.
  package var editions: [String]?
  /// The folder for the finished files.
  package var output: String
  /// How many tasks run at once.
  package var workers: Int
  /// Whether words are looked up in the word list that is installed on the machine.
  package var judgesSpelling: Bool
  /// Whether the answer lists what the typographic rules changed.
  package var listsTypography: Bool
  /// The printer that press editions are for, in place of the project's own.
  package var printer: String?
  /// The codes of blocking findings in spite of which press editions are written.
  package var forced: [String]
  /// The path of the printer's colour profile; it wins over the plan's.
  package var inkProfile: String?
  /// Whether pages are cut one after another, as they fill: quicker, and less well.
  package var isDraft = false

  /// Asks for a build.
  package init(
    home: Home, folder: String, only: [String]?, editions: [String]?, output: String, workers: Int,
    judgesSpelling: Bool = false, listsTypography: Bool = false, printer: String? = nil,
    forced: [String] = []
  ) {
    self.home = home
    self.folder = folder
    self.only = only
    self.editions = editions
    self.output = output
    self.workers = workers
    self.judgesSpelling = judgesSpelling
    self.listsTypography = listsTypography
    self.printer = printer
    self.forced = forced
  }
}

/// A file that a build wrote.
package struct WrittenFile: Sendable, Equatable {
  /// Its path.
  package var path: String
  /// Its pages; none of data.
  package var pages: Int
  /// Its size.
  package var bytes: Int
  /// What was traded for the number of pages, where its recipe wishes for one.
  package var traded: TradedExtent?
  /// The codes of blocking findings in spite of which it was written.
  package var forced: [String] = []
}

/// How a build came out.
package struct BuildResult: Sendable {
  /// The files written; empty if anything went wrong.
  package var files: [WrittenFile] = []
  /// Everything that was found.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// Why nothing could be written, though the input was right.
  package var outputFailure: OutputFailure?
  /// What was asked for that does not exist.
  package var usage: Phrase?
  /// What each stage took.
  package var times: [StageTime] = []
}

/// An answer to a question about a project.
package struct Answer: Sendable {
  /// The text asked for; nil if the input has errors.
  package var text: String?
  /// Everything that was found.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// What was asked for that does not exist.
  package var usage: Phrase?
  /// What the typographic rules changed, if that was asked.
  package var changes: [TypographicChange] = []
}

/// The values between the floors that can be printed.
package enum DumpStage: String, Sendable, CaseIterable {
  /// The validated model.
  case plan
  /// The semantic document.
  case document
  /// The paragraphs' text as readers of the PDF must get it, a blank line between.
  case text
  /// The vertical lists before pages are made.
  case galley
  /// The paint operations of each page.
  case pages
  /// The structure tree.
  case tags
}

/// A step of a build, for those who wait.
package struct Step: Sendable, Equatable {
  /// Steps done before this one.
  package var done: Int
  /// All steps.
  package var total: Int
  /// What is being done.
  package var words: Phrase
}
