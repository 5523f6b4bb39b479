import Core
import Fonts
import Manuscript
import Style
import Typesetting

/// Typesets paragraphs on several workers; what comes out does not depend on how many.
struct TypesettingPass: Sendable {
  let document: Document
  let design: DesignBook
  let finder: StyleFinder
  let fonts: FontBook
  let hyphenation: HyphenationBook
  let workers: Int

  /// How many jobs a worker takes at a time.
  static let chunk = 64

  /// The paragraphs of jobs, in their order; of `chosen` ones where some are named.
  func typeset(
    _ chosen: [Int]? = nil, of jobs: [ParagraphJob], numbers: [String]
  ) async -> [TypesetParagraph] {
    await run(chosen, of: jobs, numbers: numbers) { typesetter, source, job in
      let text = source.text(of: job)
      return typesetter.typeset(text, source.setting(of: job))
    }
  }

  /// The least and the natural width of jobs, in their order.
  func measure(
    _ chosen: [Int], of jobs: [ParagraphJob], numbers: [String], hyphenating: Bool
  ) async -> [ContentWidths] {
    await run(chosen, of: jobs, numbers: numbers) { typesetter, source, job in
      let text = source.text(of: job)
      var setting = source.setting(of: job)
      setting.hyphenate = setting.hyphenate && hyphenating
      let (minimal, natural) = typesetter.contentWidths(text, setting)
      var widths = ContentWidths(minimal: minimal, natural: natural)
      if job.alignsDecimals, let comma = decimalPlace(in: text.text) {
        if comma < text.text.count {
          widths.tail = typesetter.contentWidths(text.from(comma), setting).natural
        }
        widths.integer = natural - widths.tail
      }
      return widths
    }
  }

  /// The words of jobs, which no line break parts, in their order.
  func words(
    _ chosen: [Int], of jobs: [ParagraphJob], numbers: [String]
  ) async -> [[ContentWord]] {
    await run(chosen, of: jobs, numbers: numbers) { typesetter, source, job in
      var setting = source.setting(of: job)
      setting.hyphenate = false
      return typesetter.contentWords(source.text(of: job), setting)
    }
  }

  /// What a line fewer and a line more cost jobs, in their order.
  func variantCosts(
    _ chosen: [Int], of jobs: [ParagraphJob], numbers: [String]
  ) async -> [VariantCosts] {
    await run(chosen, of: jobs, numbers: numbers) { typesetter, source, job in
      typesetter.variantCosts(source.text(of: job), source.setting(of: job))
    }
  }

  private func run<Result: Sendable>(
    _ chosen: [Int]?, of jobs: [ParagraphJob], numbers: [String],
    _ body: @escaping @Sendable (inout Typesetter, inout ParagraphSource, ParagraphJob) -> Result
  ) async -> [Result] {
    let count = chosen?.count ?? jobs.count
    let chunks = (count + TypesettingPass.chunk - 1) / TypesettingPass.chunk
    let hands = max(1, min(workers, chunks))
    // Each worker takes every so-manyth chunk, with a typesetter of its own.
    let work: @Sendable (Int) -> [(chunk: Int, results: [Result])] = { hand in
      var typesetter = Typesetter(
        fonts: fonts, hyphenation: hyphenation, protrusion: design.protrusion)
      var source = ParagraphSource(
        document: document, design: design, finder: finder, numbers: numbers)
      var done: [(chunk: Int, results: [Result])] = []
      for chunk in stride(from: hand, to: chunks, by: hands) {
        let first = chunk * TypesettingPass.chunk
        let end = min(first + TypesettingPass.chunk, count)
        var results: [Result] = []
        results.reserveCapacity(end - first)
        for position in first..<end {
          results.append(body(&typesetter, &source, jobs[chosen?[position] ?? position]))
        }
        done.append((chunk, results))
      }
      return done
    }
    var byChunk = [[Result]](repeating: [], count: chunks)
    if hands == 1 {
      for (chunk, results) in work(0) { byChunk[chunk] = results }
    } else {
      await withTaskGroup(of: [(chunk: Int, results: [Result])].self) { group in
        for hand in 0..<hands { group.addTask { work(hand) } }
        for await done in group {
          for (chunk, results) in done { byChunk[chunk] = results }
        }
      }
    }
    var all: [Result] = []
    all.reserveCapacity(count)
    for chunk in byChunk.indices {
      all += byChunk[chunk]
      byChunk[chunk] = []
    }
    return all
  }
}
