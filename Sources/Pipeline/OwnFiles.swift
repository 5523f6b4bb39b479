package import Core
import Foundation
import Typesetting

/// The kinds of findings about Sazba's own data.
package enum PipelineDiagnostics {
  /// A file of Sazba's own is missing or cannot be read.
  package static let unreadable = DiagnosticKind(
    "O01", .error, .intake, cs: "Soubor, který patří k Sazbě, nelze přečíst.",
    en: "A file that belongs to Sazba cannot be read.")

  /// Spelling is to be judged, but no word list is installed.
  package static let noWordList = DiagnosticKind(
    "O02", .error, .intake, cs: "Na počítači není český slovník.",
    en: "No Czech word list is installed.")

  /// All kinds, for the catalogue.
  package static let all = [unreadable, noWordList]
}

/// Reads a file that belongs to Sazba or that a layout names.
func readOwnFile(_ path: String) throws(Rejected) -> [UInt8] {
  do {
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  } catch {
    throw Rejected([
      Diagnostic(
        PipelineDiagnostics.unreadable, at: nil,
        Phrase(cs: "Soubor „\(path)“ nelze přečíst.", en: "The file “\(path)” cannot be read."),
        fix: Phrase(
          cs: "Obnovte složku Fonts, nebo opravte cestu v Layouts.",
          en: "Restore the folder Fonts, or correct the path in Layouts."))
    ])
  }
}

extension HyphenationBook {
  /// Compiles the patterns of the languages that a document uses; others stay unhyphenated.
  static func load(for languages: [Language], from folder: String) throws(Rejected)
    -> HyphenationBook
  {
    var book: [HyphenationPatterns] = []
    for file in files {
      let tag = file.language.tag
      guard languages.contains(where: { $0.tag == tag || $0.tag.hasPrefix(tag + "-") }) else {
        continue
      }
      let patterns = try readOwnFile(folder + "/" + file.patterns)
      var exceptions: [UInt8] = []
      if let name = file.exceptions { exceptions = try readOwnFile(folder + "/" + name) }
      book.append(compile(file.language, patterns: patterns, exceptions: exceptions))
    }
    return HyphenationBook(book)
  }
}
