import ArgumentParser
import Core
import Foundation
import Pipeline
import Prepress

extension ImpositionScheme: ExpressibleByArgument {}
extension SheetTurning: ExpressibleByArgument {}
extension BlankPlace: ExpressibleByArgument {}

/// A length in millimetres: `0.1`, `0,1`, `3`.
struct MillimetreArgument: ExpressibleByArgument {
  let length: Length

  init?(argument: String) {
    var text = argument
    if text.hasSuffix("mm") { text.removeLast(2) }
    let plain = text.trimmingCharacters(in: .whitespaces).replacing(",", with: ".")
    guard let value = Double(plain), value.isFinite, (0...100).contains(value) else { return nil }
    length = .microMetres(Int((value * 1_000).rounded()))
  }
}

/// `sazba impose`: single pages onto the printer's sheets.
struct ImposeCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "impose",
    abstract: Speech.say(
      cs: "Vyřadí stránky PDF na tiskové archy.", en: "Puts the pages of a PDF onto sheets."),
    discussion: Speech.say(
      cs: """
        Obsah stran se nemění; archy z PDF/X-4 zůstávají PDF/X-4.

        Příklady:
          sazba impose katalog-tisk.pdf --scheme saddle --sheet SRA3
          sazba impose plan-tisk.pdf --scheme perfect --sheet SRA2 --fold 8 --section 16
          sazba impose katalog-tisk.pdf --scheme saddle --sheet SRA3 --plan
        """,
      en: """
        The content of pages is not changed; sheets of PDF/X-4 remain PDF/X-4.

        Examples:
          sazba impose catalogue.pdf --scheme saddle --sheet SRA3
          sazba impose plan.pdf --scheme perfect --sheet SRA2 --fold 8 --section 16
          sazba impose catalogue.pdf --scheme saddle --sheet SRA3 --plan
        """))

  @Argument(
    help: ArgumentHelp(
      Speech.say(cs: "PDF s jednotlivými stranami.", en: "A PDF of single pages."),
      valueName: "soubor.pdf"))
  var file: String

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Způsob: saddle (sešitová), perfect (lepená), nup (soutisk), cutstack (stohy).",
        en: "How: saddle, perfect, nup (side by side), cutstack.")))
  var scheme: ImpositionScheme

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Arch: A4…A0, RA4…RA1, SRA4…SRA1, B4…B0, nebo rozměr v mm (330x487).",
        en: "The sheet: A4…A0, RA4…RA1, SRA4…SRA1, B4…B0, or its size in mm (330x487).")))
  var sheet: String = "SRA3"

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Obracení archu: sheetwise, work-and-turn, work-and-tumble.",
        en: "Turning of the sheet: sheetwise, work-and-turn, work-and-tumble.")))
  var turning: SheetTurning = .sheetwise

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kolik stran má složený arch: 4 (výchozí), 8, 16.",
        en: "Pages of a folded sheet: 4 (default), 8, 16.")))
  var fold: Int?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kolik stran má složka lepené vazby (násobek čtyř, výchozí 16).",
        en: "Pages of a section of a perfect-bound book (a multiple of four, default 16).")))
  var section: Int?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Sloupce a řady pro nup a cutstack, například 3x2 (výchozí 2x1).",
        en: "Columns and rows for nup and cutstack, such as 3x2 (default 2x1).")))
  var grid: String?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Mezera mezi stranami v mm pro nup a cutstack.",
        en: "Distance of pages in mm for nup and cutstack."), valueName: "mm"))
  var gap: MillimetreArgument?

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Stohy (cutstack) tištěné jen po jedné straně.",
        en: "Stacks (cutstack) printed on one side only.")))
  var simplex = false

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Tloušťka listu v mm, proti vytlačování (výchozí 0,1).",
        en: "Thickness of a leaf in mm, against creep (default 0.1)."), valueName: "mm"))
  var paper: MillimetreArgument?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Spad stran v mm (výchozí 3).", en: "Bleed of the pages in mm (default 3)."),
      valueName: "mm"))
  var bleed: MillimetreArgument?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kolik se u lepené vazby odfrézuje ze hřbetu každé strany (výchozí 3 mm).",
        en: "What perfect binding grinds off the spine of each page (default 3 mm)."),
      valueName: "mm"))
  var spine: MillimetreArgument?

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kam přijdou prázdné strany: end, nebo before-cover.",
        en: "Where blank pages go: end, or before-cover.")))
  var blanks: BlankPlace = .end

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Bez značek, proužku barev a popisků.", en: "Without marks, colour bar and labels.")))
  var noMarks = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        cs: "Nic nezapíše, jen vypíše, která strana kam přijde.",
        en: "Writes nothing, only prints where each page goes.")))
  var plan = false

  @Option(
    help: ArgumentHelp(
      Speech.say(cs: "Podoba plánu: text, nebo json.", en: "Form of the plan: text, or json.")))
  var format: PlanFormat = .text

  @Option(
    help: ArgumentHelp(
      Speech.say(
        cs: "Kam archy zapsat (jinak vedle souboru s příponou -brozura.pdf).",
        en: "Where to write the sheets (else beside the file, ending in -brozura.pdf)."),
      valueName: "soubor.pdf"))
  var output: String?

  @OptionGroup var common: HomeOptions

  /// How a plan is printed.
  enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  func validate() throws {
    func wrong(_ cs: String, _ en: String) -> ValidationError {
      ValidationError(Speech.say(cs: cs, en: en))
    }
    guard [4, 8, 16].contains(fold ?? 4) else {
      throw wrong("Hodnota --fold musí být 4, 8, nebo 16.", "--fold must be 4, 8 or 16.")
    }
    guard (4...128).contains(section ?? 16), (section ?? 16) % 4 == 0 else {
      throw wrong(
        "Hodnota --section musí být násobek čtyř od 4 do 128.",
        "--section must be a multiple of four from 4 to 128.")
    }
    guard SheetSize.size(sheet) != nil else {
      throw wrong(
        "Arch „\(sheet)“ neznám; napište například SRA3, nebo rozměr v mm 330x487.",
        "The sheet “\(sheet)” is not known; write SRA3, or its size in mm such as 330x487.")
    }
    guard parsedGrid != nil else {
      throw wrong(
        "Hodnota --grid má tvar sloupce×řady, například 3x2, nejvýše 16x16.",
        "--grid is columns×rows, such as 3x2, at most 16x16.")
    }
    for (name, isGiven, schemes) in meanings where isGiven && !schemes.contains(scheme) {
      let list = schemes.map(\.rawValue)
      throw wrong(
        "Přepínač \(name) nemá u schématu \(scheme.rawValue) smysl; platí pro "
          + list.joined(separator: " a ") + ". Vynechte jej, nebo zvolte jiné schéma.",
        "\(name) has no meaning for the scheme \(scheme.rawValue); it belongs to "
          + list.joined(separator: " and ") + ". Leave it out, or choose another scheme.")
    }
    guard output?.isEmpty != true else {
      throw wrong("Přepínač --output je prázdný.", "--output is empty.")
    }
  }

  /// Options that say something of certain schemes only.
  private var meanings: [(name: String, isGiven: Bool, schemes: [ImpositionScheme])] {
    [
      ("--fold", fold != nil, [.saddle, .perfect]), ("--section", section != nil, [.perfect]),
      ("--grid", grid != nil, [.nup, .cutstack]), ("--gap", gap != nil, [.nup, .cutstack]),
      ("--simplex", simplex, [.cutstack]), ("--spine", spine != nil, [.perfect]),
    ]
  }

  private var parsedGrid: (columns: Int, rows: Int)? {
    let parts = (grid ?? "2x1").lowercased().split(separator: "x")
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...16).contains(columns), (1...16).contains(rows)
    else { return nil }
    return (columns, rows)
  }

  private var order: ImpositionOrder? {
    guard let size = SheetSize.size(sheet), let parsedGrid else { return nil }
    var order = ImpositionOrder(scheme: scheme, sheetName: sheet, sheet: size)
    order.turning = turning
    order.pagesPerSheet = fold ?? 4
    order.pagesPerSection = section ?? 16
    (order.columns, order.rows) = parsedGrid
    order.isDuplex = !simplex
    order.blanks = blanks
    order.hasMarks = !noMarks
    if let paper { order.paper = paper.length }
    if let bleed { order.bleed = bleed.length }
    // Printers' checks forgive three tenths of a millimetre.
    order.keptBleed = max(.zero, order.bleed - .microMetres(300))
    if let spine { order.spineTrim = spine.length }
    if let gap { order.gap = gap.length }
    return order
  }

  func run() async -> ExitStatus {
    guard let home = common.findHome(), let order else { return .wrongUsage }
    let target = output ?? stem(of: file) + "-brozura.pdf"
    let result = impose(
      ImposeRequest(
        file: file, order: order, output: plan ? nil : target, home: home, tongue: Speech.tongue))
    if let failure = PressReport.failure(of: result) { return failure }
    guard let made = result.plan else { return .inputHasErrors }
    if plan {
      let text = format == .json ? ImpositionText.json(made) + "\n" : made.text(Speech.tongue)
      return Terminal.out(text) ? .fine : .couldNotWrite
    }
    return PressReport.done(
      result,
      Counted.pages(made.pageCount)
        + (made.filledCount > made.pageCount
          ? " + " + Counted.blanks(made.filledCount - made.pageCount) : "")
        + Speech.say(cs: " na ", en: " on ") + Counted.onSheets(made.sheets.count))
  }
}

/// The path of a file without its ending.
func stem(of file: String) -> String {
  file.lowercased().hasSuffix(".pdf") ? String(file.dropLast(4)) : file
}

/// Tells how work for the press came out.
enum PressReport {
  /// Shows findings; a status where nothing was made.
  static func failure(of result: PressResult) -> ExitStatus? {
    Findings.show(result.findings, sources: result.sources)
    if let usage = result.usage {
      Terminal.err(Speech.say(cs: "Chyba: ", en: "Error: ") + usage[Speech.tongue] + "\n")
      return .wrongUsage
    }
    if let failure = result.outputFailure {
      Terminal.err(
        Speech.say(cs: "chyba: ", en: "error: ") + failure.message[Speech.tongue] + "\n")
      return .couldNotWrite
    }
    guard result.findings.contains(where: \.isError) else { return nil }
    Terminal.err(Findings.summary(result.findings) + "\n")
    return .inputHasErrors
  }

  /// Names the file that was written.
  static func done(_ result: PressResult, _ what: String) -> ExitStatus {
    guard let written = result.written else { return .inputHasErrors }
    let text =
      written.path + "  " + Counted.pages(written.pages) + ", " + Counted.bytes(written.bytes)
      + "\n" + what + ", " + Findings.summary(result.findings) + "\n"
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}
