package import Core

/// The kinds of findings about how a book is bound.
package enum BindingDiagnostics {
  /// More leaves than stitches hold.
  package static let tooManyLeaves = DiagnosticKind(
    "K60", .error, .output, cs: "Vazba tolik listů neudrží.",
    en: "The binding does not hold so many leaves.")
  /// A block too thin or too thick for glue.
  package static let block = DiagnosticKind(
    "K61", .error, .output, cs: "Blok je pro vazbu příliš slabý nebo silný.",
    en: "The block is too thin or too thick for the binding.")
  /// A count of pages that the printer refuses.
  package static let pages = DiagnosticKind(
    "K62", .error, .output, cs: "Počet stran není násobek, který tiskárna chce.",
    en: "The count of pages is no multiple that the printer wants.")
  /// A glued book without a paper for its cover.
  package static let coverPaper = DiagnosticKind(
    "K63", .error, .output, cs: "Chybí papír obálky.", en: "The paper of the cover is missing.")
  /// A book whose recipe has no cover.
  package static let cover = DiagnosticKind(
    "K64", .error, .output, cs: "Publikace nemá obálku, kterou vazba potřebuje.",
    en: "The publication has no cover, which its binding needs.")
  /// A cover whose back stays white.
  package static let back = DiagnosticKind(
    "K65", .warning, .output, cs: "Zadní strana obálky zůstane bílá.",
    en: "The back of the cover stays white.")
  /// Words that the spine has no room for.
  package static let spine = DiagnosticKind(
    "K66", .warning, .output, cs: "Nápis se na hřbet nevejde.",
    en: "The words have no room on the spine.")
  /// Sheets for a printer who wants none.
  package static let refusedSheets = DiagnosticKind(
    "K67", .error, .output, cs: "Tiskárna si archy vyřazuje sama.",
    en: "The printer imposes by itself.")
  /// A booklet of which nobody knows how it is bound.
  package static let noJob = DiagnosticKind(
    "K68", .error, .output, cs: "Pro brožuru chybí vazba a papír.",
    en: "Binding and paper of the booklet are missing.")
  /// A sheet that does not exist.
  package static let sheet = DiagnosticKind(
    "K69", .error, .output, cs: "Takový arch neexistuje.", en: "There is no such sheet.")

  /// All kinds, for the catalogue.
  package static let all = [
    tooManyLeaves, block, pages, coverPaper, cover, back, spine, refusedSheets, noJob, sheet,
  ]
}

/// The most blank pages that are added without a word.
private let mostBlanks = 3

extension BoundBook {
  /// What is wrong with a book.
  ///
  /// - Parameters:
  ///   - others: all bindings, for proposals.
  ///   - added: how many blank pages were added at its end.
  ///   - multiple: the number of which the count of pages must be a multiple.
  ///   - place: where the project says how it is bound.
  package func findings(
    others: [Binding], added: Int, multiple: Int, at place: SourceSpan?
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if binding.method == .perfect, coverPaper == nil { found.append(.noCoverPaper(self, place)) }
    if leavesBeyond > 0 { found.append(.tooManyLeaves(self, others, place)) }
    if block < binding.leastBlock || binding.greatestBlock.map({ block > $0 }) ?? false {
      found.append(.blockUnfit(self, others, place))
    }
    if added > mostBlanks {
      found.append(.pageCount(self, added: added, multiple: multiple, place))
    }
    return found
  }

  /// Another binding that would hold it, in words.
  fileprivate func proposal(_ others: [Binding]) -> Phrase? {
    for other in others where other.name != binding.name {
      var book = self
      book.binding = other
      guard book.isHeld else { continue }
      let block = book.block
      let about =
        other.method == .perfect
        ? Phrase(
          cs: ", blok bude silný \(Millimetres.czech(points: block.points)) mm",
          en: ", the block will be \(block.millimetres) mm thick")
        : Phrase(cs: ", listů je \(book.leaves)", en: ", there are \(book.leaves) leaves")
      return Phrase(
        cs: "vazba: \(other.name) (\(other.title)\(about.cs))",
        en: "vazba: \(other.name) (\(other.title)\(about.en))")
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func tooManyLeaves(
    _ book: BoundBook, _ others: [Binding], _ place: SourceSpan?
  ) -> Diagnostic {
    let most = book.binding.mostLeaves(of: book.paper) ?? 0
    let over = book.leavesBeyond
    let proposal = book.proposal(others)
    return Diagnostic(
      BindingDiagnostics.tooManyLeaves, at: place,
      Phrase(
        cs: "\(book.publication): \(book.binding.title) unese z papíru \(book.paper.title) nejvýš "
          + "\(most) listů (\(Numbers.pages(most * 2))), je jich \(book.leaves): o \(over) "
          + "(\(Numbers.pages(over * 2))) víc.",
        en: "\(book.publication): \(book.binding.title) holds at most \(most) leaves "
          + "(\(most * 2) pages) of \(book.paper.title), there are \(book.leaves): "
          + "\(over) (\(over * 2) pages) too many."),
      fix: Phrase(
        cs: "Zvolte "
          + (proposal.map { "\($0.cs) a doplňte papir_obalky, nebo " } ?? "tenčí papír, nebo ")
          + "publikaci zkraťte o \(Numbers.pages(over * 2)).",
        en: "Choose "
          + (proposal.map { "\($0.en) and add papir_obalky, or " } ?? "thinner paper, or ")
          + "shorten the publication by \(over * 2) pages."))
  }

  fileprivate static func blockUnfit(
    _ book: BoundBook, _ others: [Binding], _ place: SourceSpan?
  ) -> Diagnostic {
    let isThin = book.block < book.binding.leastBlock
    let bound = isThin ? book.binding.leastBlock : book.binding.greatestBlock ?? book.block
    let difference = isThin ? bound - book.block : book.block - bound
    let leaf = max(book.paper.thickness, .microMetres(1))
    let pages = Int((difference.sp + leaf.sp - 1) / leaf.sp) * 2
    let proposal = book.proposal(others)
    func czech(_ length: Length) -> String { Millimetres.czech(points: length.points) }
    return Diagnostic(
      BindingDiagnostics.block, at: place,
      Phrase(
        cs: "\(book.publication): blok má \(czech(book.block)) mm, \(book.binding.title) "
          + (isThin ? "potřebuje aspoň " : "snese nejvýš ")
          + "\(czech(bound)) mm; \(isThin ? "chybí" : "přebývá") \(czech(difference)) mm, "
          + "to je \(pages) stran papíru \(book.paper.title).",
        en: "\(book.publication): the block is \(book.block.millimetres) mm thick, "
          + "\(book.binding.title) "
          + (isThin ? "needs at least " : "takes at most ")
          + "\(bound.millimetres) mm; \(difference.millimetres) mm \(isThin ? "are missing" : "too much"), "
          + "\(pages) pages of \(book.paper.title)."),
      fix: Phrase(
        cs: "Zvolte " + (proposal.map { "\($0.cs), nebo " } ?? "")
          + (isThin ? "silnější papír." : "tenčí papír."),
        en: "Choose " + (proposal.map { "\($0.en), or " } ?? "")
          + (isThin ? "thicker paper." : "thinner paper.")))
  }

  fileprivate static func pageCount(
    _ book: BoundBook, added: Int, multiple: Int, _ place: SourceSpan?
  ) -> Diagnostic {
    let own = book.pages - added
    return Diagnostic(
      BindingDiagnostics.pages, at: place,
      Phrase(
        cs: "\(book.publication): ve vazbě je \(own) stran, tiskárna chce násobek \(multiple); "
          + "na konci by zůstalo \(added) prázdných stran.",
        en: "\(book.publication): \(own) pages are bound, the printer wants a multiple of "
          + "\(multiple); \(added) pages would stay blank at the end."),
      fix: Phrase(
        cs: "V Layouts/Publications/\(book.publication).yaml napište "
          + "„extent: multiple of \(multiple)“ a před back-cover přidejte část "
          + "„kind: notes“ s „optional: yes“, nebo část ubrat.",
        en: "In Layouts/Publications/\(book.publication).yaml write "
          + "“extent: multiple of \(multiple)” and before back-cover add a part "
          + "“kind: notes” with “optional: yes”, or leave a part out."))
  }

  fileprivate static func noCoverPaper(_ book: BoundBook, _ place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      BindingDiagnostics.coverPaper, at: place,
      Phrase(
        cs: "\(book.publication): \(book.binding.title) má obálku zvlášť, ale chybí její papír; "
          + "bez něj nelze spočítat hřbet.",
        en: "\(book.publication): \(book.binding.title) has a cover of its own, but its paper is "
          + "missing; without it the spine cannot be computed."),
      fix: Phrase(
        cs: "Doplňte řádek „papir_obalky: krida-mat-250“ s papírem, který tiskárna nabízí.",
        en: "Add the line “papir_obalky: krida-mat-250” with a paper that the printer has."))
  }
}
