import Core
import PDFSyntax

extension Diagnostic {
  /// Why a file is not read.
  static func refused(_ failure: PDFFailure) -> Diagnostic {
    let message = failure.message
    switch failure.reason {
    case .encrypted:
      return Diagnostic(
        PrepressDiagnostics.encrypted, at: nil, message,
        fix: Phrase(
          cs: "Otevřete PDF v programu, v němž vzniklo, a uložte je bez hesla a bez zabezpečení.",
          en: "Open the PDF in the program that made it and save it without password or security."))
    case .tooLarge:
      return Diagnostic(
        PrepressDiagnostics.tooLarge, at: nil, message,
        fix: Phrase(
          cs: "Uložte PDF znovu z programu, v němž vzniklo, po menších částech; "
            + "soubor z neznámého zdroje neotvírejte.",
          en: "Save the PDF anew from the program that made it, in smaller parts; "
            + "do not open a file from an unknown source."))
    case .loop, .tooDeep:
      return Diagnostic(
        PrepressDiagnostics.circular, at: nil, message,
        fix: Phrase(
          cs: "Vytvořte PDF znovu z podkladů; tento soubor je vadný.",
          en: "Make the PDF anew from its sources; this file is faulty."))
    default:
      return Diagnostic(
        PrepressDiagnostics.unreadable, at: nil, message,
        fix: Phrase(
          cs: "Stáhněte nebo vytvořte soubor znovu; možná se nepřenesl celý.",
          en: "Fetch or make the file again; perhaps it did not arrive whole."))
    }
  }

  /// The file was read although it is damaged.
  static func mended() -> Diagnostic {
    Diagnostic(
      PrepressDiagnostics.mended, at: nil,
      Phrase(
        cs: "Soubor je porušený; jeho objekty jsme dohledali, něco však může chybět.",
        en: "The file is damaged; its objects were searched for, but something may be missing."),
      fix: Phrase(
        cs: "Prohlédněte výsledek stranu po straně, nebo vytvořte PDF znovu.",
        en: "Look through the result page by page, or make the PDF anew."))
  }

  static func contentUnreadable(_ page: Int, _ failure: PDFFailure) -> Diagnostic {
    Diagnostic(
      PrepressDiagnostics.content, at: nil,
      Phrase(
        cs: "Strana \(page): obsah nelze přečíst. \(failure.message.cs)",
        en: "Page \(page): its content cannot be read. \(failure.message.en)"),
      fix: Phrase(
        cs: "Vytvořte PDF znovu z podkladů.", en: "Make the PDF anew from its sources."))
  }

  static func sheetTooSmall(_ order: ImpositionOrder, _ block: Size, needed: Size) -> Diagnostic {
    // The one that was given is too small, whatever the pages alone would need.
    let name = SheetSize.smallest(holding: needed, beyond: order.sheet)
    let half = order.turning == .sheetwise
    return Diagnostic(
      PrepressDiagnostics.sheet, at: nil,
      Phrase(
        cs: "Na arch \(order.sheetName) se nevejde plocha stran "
          + "\(Millimetres.czech(points: block.width.points)) × "
          + "\(Millimetres.czech(points: block.height.points)) mm"
          + (half ? "." : " dvakrát."),
        en: "The sheet \(order.sheetName) does not hold the pages' area of "
          + "\(block.width.millimetres) × \(block.height.millimetres) mm"
          + (half ? "." : " twice.")),
      fix: Phrase(
        cs: name.map { "Zvolte větší arch, například --sheet \($0), nebo méně stran na arch." }
          ?? "Zvolte méně stran na arch.",
        en: name.map { "Choose a larger sheet, such as --sheet \($0), or fewer pages a sheet." }
          ?? "Choose fewer pages a sheet."))
  }

  static func pagesTooLarge(_ pages: [Int], _ size: Size) -> Diagnostic {
    let list = Numbers.list(pages)
    return Diagnostic(
      PrepressDiagnostics.larger, at: nil,
      Phrase(
        cs: "Strany \(list) jsou větší než většina, která má "
          + "\(Millimetres.czech(points: size.width.points)) × "
          + "\(Millimetres.czech(points: size.height.points)) mm.",
        en: "Pages \(list) are larger than most, which have "
          + "\(size.width.millimetres) × \(size.height.millimetres) mm."),
      fix: Phrase(
        cs: "Vyřaďte tyto strany do zvláštního souboru, nebo jim dejte stejný čistý formát.",
        en: "Put those pages into a file of their own, or give them the same trimmed size."))
  }

  static func pagesDiffer(_ pages: [Int], _ size: Size) -> Diagnostic {
    let list = Numbers.list(pages)
    return Diagnostic(
      PrepressDiagnostics.smaller, at: nil,
      Phrase(
        cs: "Strany \(list) jsou menší než \(Millimetres.czech(points: size.width.points)) × "
          + "\(Millimetres.czech(points: size.height.points)) mm; stojí uprostřed svého místa.",
        en: "Pages \(list) are smaller than \(size.width.millimetres) × "
          + "\(size.height.millimetres) mm; they stand in the middle of their places."),
      fix: Phrase(
        cs: "Zkontrolujte je na archu, nebo jim dejte stejný čistý formát.",
        en: "Look at them on the sheet, or give them the same trimmed size."))
  }

  static func noRoomForMarks(_ plan: ImpositionPlan) -> Diagnostic {
    let margin = MarkGeometry.margin(of: plan)
    return Diagnostic(
      PrepressDiagnostics.marks, at: nil,
      Phrase(
        cs: "Kolem stran zbývá \(Millimetres.czech(points: margin.points)) mm; značky ořezu "
          + "se tam nevejdou, nebo budou kratší.",
        en: "Around the pages \(margin.millimetres) mm are left; crop marks do not fit there, "
          + "or are shorter."),
      fix: Phrase(
        cs: "Zvolte větší arch, nebo značky vypněte přepínačem --no-marks.",
        en: "Choose a larger sheet, or leave the marks out with --no-marks."))
  }

  static func creepIntoBleed(_ plan: ImpositionPlan, _ sides: [Int]) -> Diagnostic {
    let creep = plan.greatestCreep
    let left = max(.zero, plan.order.bleed - creep)
    return Diagnostic(
      PrepressDiagnostics.creep, at: nil,
      Phrase(
        cs: "Vnitřní listy se posunou až o \(Millimetres.czech(points: creep.points)) mm; ze spadu "
          + "\(Millimetres.czech(points: plan.order.bleed.points)) mm zbude na stranách archů "
          + "\(Numbers.list(sides)) méně, nejméně \(Millimetres.czech(points: left.points)) mm.",
        en: "Inner leaves are pushed by up to \(creep.millimetres) mm; of the bleed of "
          + "\(plan.order.bleed.millimetres) mm less is left on the sheets’ sides "
          + "\(Numbers.list(sides)), at least \(left.millimetres) mm."),
      fix: Phrase(
        cs: "Zeptejte se tiskárny, zda jí to stačí; jinak zvolte tenčí papír, více spadu, nebo "
          + "lepenou vazbu.",
        en: "Ask the printer whether that is enough; else choose thinner paper, more bleed, or "
          + "perfect binding."))
  }

  static func nothingToTurn(_ order: ImpositionOrder) -> Diagnostic {
    Diagnostic(
      PrepressDiagnostics.turning, at: nil,
      Phrase(
        cs: "Schéma \(order.scheme.rawValue) tiskne jen jednu stranu archu; "
          + "obracení \(order.turning.rawValue) nemá co obracet.",
        en: "The scheme \(order.scheme.rawValue) prints one side of the sheet only; "
          + "\(order.turning.rawValue) has nothing to turn."),
      fix: Phrase(
        cs: "Vynechte --turning, nebo zvolte schéma saddle, perfect či oboustranný cutstack.",
        en: "Leave out --turning, or choose saddle, perfect or a duplex cutstack."))
  }

  static func sheetsMissing(_ pages: [Int]) -> Diagnostic {
    Diagnostic(
      PrepressDiagnostics.missingSheets, at: nil,
      Phrase(
        cs: "V souboru archů chybějí strany \(Numbers.list(pages)).",
        en: "The file of sheets lacks the pages \(Numbers.list(pages))."),
      fix: Phrase(
        cs: "Použijte celý soubor archů, jak jej zapsal příkaz impose.",
        en: "Use the whole file of sheets as the command impose wrote it."))
  }

  static func bleedMissing(_ pages: [Int], _ order: ImpositionOrder) -> Diagnostic {
    let bleed = Millimetres.czech(points: order.bleed.points)
    return Diagnostic(
      PrepressDiagnostics.noBleed, at: nil,
      Phrase(
        cs: "Strany \(Numbers.list(pages)) nemají spad \(bleed) mm; "
          + "barva u kraje nebude přesahovat ořez.",
        en: "Pages \(Numbers.list(pages)) have no bleed of \(order.bleed.millimetres) mm; "
          + "colour at the edge will not reach beyond the trim."),
      fix: Phrase(
        cs: "Vytvořte PDF se spadem, nebo zadejte --bleed 0, je-li okraj stran bílý.",
        en: "Make the PDF with bleed, or give --bleed 0 if the pages' edges are white."))
  }

  static func annotationsLeft(_ pages: [Int]) -> Diagnostic {
    Diagnostic(
      PrepressDiagnostics.annotations, at: nil,
      Phrase(
        cs: "Na stranách \(Numbers.list(pages)) jsou poznámky nebo pole formuláře; "
          + "na arších nebudou.",
        en: "Pages \(Numbers.list(pages)) have annotations or form fields; "
          + "they are not on the sheets."),
      fix: Phrase(
        cs: "Mají-li se tisknout, uložte PDF tak, aby se staly částí strany (vytisknout do PDF).",
        en: "If they are to be printed, save the PDF so that they become part of the page."))
  }

  static func standardOfSheets(_ file: PressFile) -> Diagnostic {
    let claims = file.claims.joined(separator: ", ")
    let lost =
      claims.isEmpty
      ? Phrase(cs: "", en: "")
      : Phrase(
        cs: " Tvrzení \(claims) pro archy neplatí a bylo vynecháno.",
        en: " The claim of \(claims) does not hold for sheets and was left out.")
    let what =
      file.standard == nil
      ? Phrase(
        cs: "Soubor není PDF/X, archy tedy také ne; barvy stran zůstaly beze změny.",
        en: "The file is not PDF/X, so neither are the sheets; the pages' colours are unchanged.")
      : Phrase(
        cs: "Soubor o sobě tvrdí, že je \(file.standard?.rawValue ?? ""), a archy to převzaly; "
          + "obsah nebyl kontrolován, spusťte sazba preflight.",
        en: "The file claims to be \(file.standard?.rawValue ?? ""), and so do the sheets; its "
          + "content was not checked, run sazba preflight.")
    return Diagnostic(
      PrepressDiagnostics.standard, at: nil, Phrase(cs: what.cs + lost.cs, en: what.en + lost.en),
      fix: Phrase(
        cs: "Zeptejte se tiskárny, zda takový soubor přijme; zkontrolujte jej příkazem "
          + "sazba preflight.",
        en: "Ask the printer whether such a file is welcome; check it with sazba preflight."))
  }
}

/// Lists of page numbers.
enum Numbers {
  /// Pages with their word, inflected: `1 strana`, `2 strany`, `5 stran`.
  static func pages(_ count: Int) -> String {
    "\(count) " + (count == 1 ? "strana" : (2...4).contains(count) ? "strany" : "stran")
  }

  /// `1, 3–5, 9`; of many only the first are told.
  static func list(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var index = 0
    while index < numbers.count, parts.count < 12 {
      let first = numbers[index]
      var last = first
      while index + 1 < numbers.count, numbers[index + 1] == last + 1 {
        index += 1
        last = numbers[index]
      }
      parts.append(
        first == last ? "\(first)" : last == first + 1 ? "\(first), \(last)" : "\(first)–\(last)")
      index += 1
    }
    return parts.joined(separator: ", ") + (index < numbers.count ? ", …" : "")
  }
}
