import Core
import Foundation
import Intake
import Spreadsheets

/// What keeps workbooks from being written over somebody's work.
enum KeptWorkbooks {
  /// So large are workbooks that we wrote at most; larger ones are not ours.
  private static let greatestSize = 256 << 20
  private static let greatestList = 10

  /// Why workbooks may not go into a folder: it is a project, or holds files of this one.
  static func refusal(of folder: String, project: String) -> Diagnostic? {
    let files = FileManager.default
    guard let names = try? files.contentsOfDirectory(atPath: folder) else { return nil }
    func real(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    let (here, home) = (real(folder), real(project))
    let others = names.filter { name in
      let isOurs = name.hasPrefix(".") || name.hasSuffix(".xlsx") || name.hasSuffix(".pdf")
      var isFolder: ObjCBool = false
      return !isOurs && files.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    guard
      here == home || names.contains("plan.yaml")
        || here.hasPrefix(home + "/") && !others.isEmpty
    else { return nil }
    return Diagnostic(
      PipelineDiagnostics.projectAsOutput, at: nil,
      Phrase(
        cs: "Sešity nelze zapsat do složky \(folder): patří k projektu.",
        en: "Workbooks cannot be written into the folder \(folder): it belongs to a project."),
      fix: Phrase(
        cs: "Zvolte přepínačem --output jinou složku. Mají-li sešity nahradit tabulky CSV, "
          + "použijte místo něj --replace.",
        en: "Choose another folder with --output. If workbooks are to replace the CSV tables, "
          + "use --replace instead."))
  }

  /// Whether the sheet of a provider holds what somebody filled in, or cannot be read.
  static func isFilled(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && VerificationSheet.isFilled(path) != false
  }

  /// Whether a table's workbook is neither the one to be written nor an earlier one of ours that
  /// nobody has saved since.
  static func isForeign(_ path: String, to bytes: [UInt8]) -> Bool {
    let old: [UInt8]
    do throws(PlainFile.Failure) {
      old = try PlainFile.read(path, greatest: greatestSize)
    } catch {
      return error != .missing
    }
    return old != bytes && !Workbook.isAsWritten(old)
  }

  /// Says which sheets of providers would be lost.
  static func filled(_ paths: [String]) -> Diagnostic {
    Diagnostic(
      PipelineDiagnostics.keptWorkbook, at: nil,
      Phrase(
        cs: "Ověřovací listy už někdo vyplnil, přepsáním by se opravy ztratily: "
          + list(paths, "a další: "),
        en: "Sheets are filled in, writing over them would lose corrections: "
          + list(paths, "and more: ")),
      fix: Phrase(
        cs: "Opravy přečtěte příkazem sazba sheet PROJEKT --corrections SOUBOR, sešity pak "
          + "přesuňte jinam a listy vytvořte znovu. Nic jsme nezapsali.",
        en: "Read the corrections with sazba sheet PROJECT --corrections FILE, move the workbooks "
          + "elsewhere and make the sheets again. Nothing was written."))
  }

  /// Says which workbooks of tables would be lost.
  static func foreign(_ paths: [String]) -> Diagnostic {
    Diagnostic(
      PipelineDiagnostics.keptWorkbook, at: nil,
      Phrase(
        cs: "Sešity mezitím někdo uložil, přepsáním by se ztratilo, co v nich je: "
          + list(paths, "a další: "),
        en: "Workbooks were saved by somebody, writing over them would lose what they hold: "
          + list(paths, "and more: ")),
      fix: Phrase(
        cs: "Co v nich je nového, přeneste do projektu, sešity přesuňte jinam, nebo zvolte "
          + "přepínačem --output jinou složku. Nic jsme nezapsali.",
        en: "Take what is new in them over into the project and move them elsewhere, or choose "
          + "another folder with --output. Nothing was written."))
  }

  private static func list(_ paths: [String], _ more: String) -> String {
    paths.prefix(greatestList).joined(separator: ", ")
      + (paths.count > greatestList ? ", \(more)\(paths.count - greatestList)" : "") + "."
  }
}
