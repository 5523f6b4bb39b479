import Core
import Prepress
import Style

/// What a cover of somebody else's is to be fitted around.
package struct CoverFit: Sendable {
  /// The file of the pages that are bound.
  package var block: String
  /// How it is bound: `V2`.
  package var binding: String
  /// The paper of its pages.
  package var paper: String
  /// The paper of the cover; that of the pages where none is named.
  package var coverPaper: String?

  /// Asks whether a cover fits.
  package init(block: String, binding: String, paper: String, coverPaper: String?) {
    (self.block, self.binding, self.paper, self.coverPaper) = (block, binding, paper, coverPaper)
  }

  /// What is wrong with a cover.
  ///
  /// - Throws: that the block cannot be read, or that there is no such paper or binding.
  func findings(
    on cover: PressFile, home: Home, _ usage: inout Phrase?, sources: inout SourceTable
  ) throws(Rejected) -> [Diagnostic] {
    let folders = [home.layouts]
    let bindings = try readBindings(in: folders, sources: &sources)
    guard let found = bindings.first(where: { $0.name == binding || $0.aliases.contains(binding) })
    else {
      let names = bindings.map(\.name).joined(separator: ", ")
      usage = Phrase(
        cs: "vazbu „\(binding)“ neznám; jsou tu: \(names)",
        en: "there is no binding “\(binding)”; there are: \(names)")
      return []
    }
    let book = BoundBook(
      publication: lastComponent(of: block), binding: found,
      paper: try readPaper(named: paper, in: folders, sources: &sources),
      coverPaper: try readPaper(named: coverPaper ?? paper, in: folders, sources: &sources),
      pages: 0)
    guard let bytes = pressFile(block, &usage) else { return [] }
    let opened = try PressFile.open(bytes)
    var whole = book
    whole.pages = opened.value.pages.count
    let bound = whole.findings(
      others: bindings, added: 0, multiple: found.pageMultiple, at: nil)
    return judgeCover(cover, around: opened.value, whole) + bound + opened.warnings
  }

  private func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }
}
