package import Core
import Fonts
import Glibc
package import Prepress

/// What a user asks to be imposed.
package struct ImposeRequest: Sendable {
  /// The file of single pages.
  package var file: String
  /// How its pages come onto sheets.
  package var order: ImpositionOrder
  /// Where the sheets are written; nil only plans.
  package var output: String?
  /// Sazba's own data, for the face of the labels.
  package var home: Home
  /// The language of the labels.
  package var tongue: Tongue

  /// Asks for an imposition.
  package init(
    file: String, order: ImpositionOrder, output: String?, home: Home, tongue: Tongue
  ) {
    self.file = file
    self.order = order
    self.output = output
    self.home = home
    self.tongue = tongue
  }
}

/// How work on a file for the press came out.
package struct PressResult: Sendable {
  /// The plan, where one was made.
  package var plan: ImpositionPlan?
  /// The file written.
  package var written: WrittenFile?
  /// Whether a proof folded sheets of ours again.
  package var wasImposed = false
  /// Everything that was found.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// Why nothing could be written.
  package var outputFailure: OutputFailure?
  /// What was asked for that does not exist.
  package var usage: Phrase?
}

/// Puts the pages of a file onto sheets.
package func impose(_ request: ImposeRequest) -> PressResult {
  var result = PressResult()
  do throws(Rejected) {
    if let output = request.output, isSameFile(request.file, output) {
      result.usage = ownSource(output)
      return result
    }
    guard let bytes = pressFile(request.file, &result.usage) else { return result }
    let file = try PressFile.open(bytes)
    result.findings += file.warnings
    let plan = try planImposition(of: file.value, request.order)
    result.plan = plan.value
    result.findings += plan.warnings
    guard let output = request.output else { return result }
    let face = request.order.hasMarks ? try labelFace(request.home) : nil
    let sheets = try writeSheets(
      of: file.value, by: plan.value, face: face, name: fileName(request.file),
      tongue: request.tongue)
    result.findings += sheets.warnings
    write(
      sheets.value, pages: plan.value.sheets.reduce(0) { $0 + $1.sides.count }, to: output,
      &result)
  } catch {
    result.findings += error.diagnostics
  }
  return result
}

/// Shows a file as the spreads of the folded product.
package func proof(file path: String, output: String) -> PressResult {
  var result = PressResult()
  do throws(Rejected) {
    if isSameFile(path, output) {
      result.usage = ownSource(output)
      return result
    }
    guard let bytes = pressFile(path, &result.usage) else { return result }
    let file = try PressFile.open(bytes)
    result.findings += file.warnings
    let spreads = try readerSpreads(of: file.value)
    result.findings += spreads.warnings
    result.wasImposed = spreads.value.wasImposed
    write(spreads.value.bytes, pages: spreads.value.spreads, to: output, &result)
  } catch {
    result.findings += error.diagnostics
  }
  return result
}

private func write(
  _ bytes: [UInt8], pages: Int, to path: String, _ result: inout PressResult
) {
  var output = AtomicOutput()
  do throws(OutputFailure) {
    try output.stage(bytes, at: path)
    try output.commit()
    result.written = WrittenFile(path: path, pages: pages, bytes: bytes.count)
  } catch {
    result.outputFailure = error
  }
}

/// Whether two names lead to one file that exists, by links, too.
private func isSameFile(_ one: String, _ other: String) -> Bool {
  var first = stat()
  var second = stat()
  guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}

private func ownSource(_ path: String) -> Phrase {
  Phrase(
    cs: "Výstup „\(path)“ je týž soubor, z něhož se čte; přepsal by svůj zdroj. "
      + "Zadejte jiné jméno přepínačem --output.",
    en: "The output “\(path)” is the file that is read; it would overwrite its source. "
      + "Give another name with --output.")
}

/// More is no file that a printer takes by mail or web.
private let greatestPressFile = 2_000_000_000

/// The bytes of a file that the user named, or what is wrong with the name.
func pressFile(_ path: String, _ usage: inout Phrase?) -> [UInt8]? {
  do throws(PlainFile.Failure) {
    return try PlainFile.read(path, greatest: greatestPressFile)
  } catch {
    switch error {
    case .missing:
      usage = Phrase(
        cs: "Soubor „\(path)“ neexistuje.", en: "The file “\(path)” does not exist.")
    case .unreadable:
      usage = Phrase(
        cs: "Soubor „\(path)“ nelze číst.", en: "The file “\(path)” cannot be read.")
    case .tooLarge:
      usage = Phrase(
        cs: "Soubor „\(path)“ je větší než 2 GB.", en: "The file “\(path)” is larger than 2 GB.")
    }
    return nil
  }
}

private func fileName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// The face of the labels in the slug.
func labelFace(_ home: Home) throws(Rejected) -> FontFace {
  let name = "SourceSansPro/SourceSansPro-Regular.otf"
  do throws(FontFailure) {
    return try FontFace(path: home.fonts + "/" + name, name: name)
  } catch {
    throw Rejected([error.diagnostic(of: name, at: nil)])
  }
}
