import Core
import Manuscript
import Planning

/// What a plan says of its books as things that are printed; kept when the plan itself is let go.
struct BookFacts: Sendable {
  /// How publications are bound.
  var jobs: [PressJob]
  /// How many copies the colophon names.
  var run: Int?
  /// Who publishes.
  var publisher: String?
  /// The version of the text.
  var version: String
  /// Its years.
  var period: String
  /// Where the plan stands.
  var at: SourceSpan

  init(of plan: Plan) {
    jobs = plan.pressJobs
    run = plan.imprint.printRun?.value
    publisher = plan.imprint.publisher.map { publisher in
      [publisher.name, publisher.address].compactMap { $0?.value }.joined(separator: ", ")
    }
    version = plan.version.value
    period = "\(plan.period.value)"
    at = plan.at
  }

  /// How a publication is bound; nil where the plan does not say.
  func job(of publication: String) -> PressJob? {
    jobs.first { $0.publication.value == publication }
  }
}

/// Which covers a document has.
struct Covers: Sendable {
  /// Whether its first page is the front cover.
  var hasFront: Bool
  /// Whether its last page is the back cover.
  var hasBack: Bool

  init(of document: Document) {
    let parts = document.children(of: NodeID(0)).map { document[$0].role }
    hasFront = parts.first == .part(.cover)
    hasBack = parts.last == .part(.backCover)
  }
}
