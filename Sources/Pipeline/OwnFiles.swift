import Colorimetry
package import Core
import Foundation
import Typesetting

/// The kinds of findings about Sazba's own data and about the place of outputs.
package enum PipelineDiagnostics {
  /// A file of Sazba's own is missing or cannot be read.
  package static let unreadable = DiagnosticKind(
    "O01", .error, .intake, cs: "Soubor, který patří k Sazbě, nelze přečíst.",
    en: "A file that belongs to Sazba cannot be read.")

  /// Spelling is to be judged, but no word list is installed.
  package static let noWordList = DiagnosticKind(
    "O02", .error, .intake, cs: "Na počítači není český slovník.",
    en: "No Czech word list is installed.")

  /// A workbook that somebody has worked in stands where one is to be written.
  package static let keptWorkbook = DiagnosticKind(
    "O03", .error, .intake, cs: "Přepsáním sešitu by se ztratilo, co do něj kdo zapsal.",
    en: "Writing over a workbook would lose what somebody entered.")

  /// Workbooks are to be written into a project.
  package static let projectAsOutput = DiagnosticKind(
    "O04", .error, .intake, cs: "Výstup by šel do složky projektu.",
    en: "The output would go into a project's folder.")

  /// The printer's profile cannot be read.
  package static let unreadableProfile = DiagnosticKind(
    "O05", .error, .intake, cs: "Profil ICC od tiskárny nelze přečíst.",
    en: "The printer's ICC profile cannot be read.")

  /// All kinds, for the catalogue.
  package static let all = [
    unreadable, noWordList, keptWorkbook, projectAsOutput, unreadableProfile,
  ]
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

/// Reads the printer's profile that was named on the command line.
func readInkProfile(_ path: String) throws(Rejected) -> [UInt8] {
  do throws(PlainFile.Failure) {
    return try PlainFile.read(path, greatest: ColourProfile.largest)
  } catch {
    throw Rejected([
      Diagnostic(
        PipelineDiagnostics.unreadableProfile, at: nil,
        Phrase(
          cs: "Profil ICC „\(path)“ nelze přečíst.",
          en: "The ICC profile “\(path)” cannot be read."),
        fix: Phrase(
          cs: "Opravte cestu za --icc; má vést k souboru .icc o nejvýš 8 MB.",
          en: "Correct the path after --icc; it leads to an .icc file of at most 8 MB."))
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
