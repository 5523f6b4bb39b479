package import Core
package import Manuscript

/// What was traded so that a publication has the pages it is to have, or what it lacks.
package struct ExtentReport: Sendable, Hashable {
  /// The pages aimed at.
  package var wanted: Int
  /// The pages it has by itself.
  package var natural: Int
  /// Whether it has the pages aimed at.
  package var isMet: Bool
  /// How many paragraphs are a line shorter than is best for them.
  package var shorter = 0
  /// How many are a line longer.
  package var longer = 0
  /// The size of pictures, in thousandths of their own.
  package var pictures = 1_000
  /// By how many lines the text is too long or, if negative, too short; where it is not met.
  package var lines = 0
  /// How many of them paragraphs could give.
  package var given = 0
  /// How often pages were made.
  package var layouts = 1
}

extension ExtentReport {
  /// What was traded, one by one; nothing where the pages came out by themselves.
  package var traded: [Phrase] {
    var words: [Phrase] = []
    if shorter > 0 {
      words.append(
        Phrase(
          cs: "o řádek kratší odstavce: \(shorter)", en: "paragraphs a line shorter: \(shorter)"))
    }
    if longer > 0 {
      words.append(
        Phrase(
          cs: "o řádek delší odstavce: \(longer)", en: "paragraphs a line longer: \(longer)"))
    }
    if pictures != 1_000 {
      let percent = (pictures + 5) / 10
      words.append(
        Phrase(cs: "obrázky na \(percent) %", en: "pictures at \(percent) %"))
    }
    return words
  }
}

extension Diagnostic {
  /// A publication that does not come out at the pages it is to have.
  package static func missedExtent(
    _ report: ExtentReport, wish: ExtentWish, mayLeaveOut: Bool
  ) -> Diagnostic {
    let isLong = report.natural > report.wanted
    let pages = abs(report.natural - report.wanted)
    let lines = abs(report.lines)
    let rest = max(lines - report.given, 1)
    var aim = Phrase(cs: "\(report.wanted)", en: "\(report.wanted)")
    if case .multiple(let sheet) = wish.extent {
      aim = Phrase(
        cs: "násobek \(sheet), nejblíž \(report.wanted)",
        en: "a multiple of \(sheet), the nearest being \(report.wanted)")
    }
    let pictures =
      wish.pictures == 1_000...1_000
      ? Phrase(
        cs: "dovolte měnit velikost obrázků (pictures: 85 % to 110 %)",
        en: "allow pictures to change in size (pictures: 85 % to 110 %)")
      : Phrase(
        cs: "dovolte měnit velikost obrázků víc (klíč pictures)",
        en: "allow pictures to change more in size (the key pictures)")
    return Diagnostic(
      LayoutDiagnostics.missedExtent, at: wish.at,
      Phrase(
        cs: "Počet stran má být \(aim.cs), vychází \(report.natural): "
          + "\(isLong ? "přebývá" : "chybí") stran \(pages), řádků asi \(lines); změnou délky odstavců "
          + "se jich dá \(isLong ? "ušetřit" : "získat") nejvýš \(report.given).",
        en: "There are to be \(aim.en) pages, there are \(report.natural): "
          + "\(pages) pages too \(isLong ? "many" : "few"), about \(lines) lines, of which paragraphs set "
          + "\(isLong ? "shorter" : "longer") can give at most \(report.given)."),
      fix: isLong
        ? Phrase(
          cs: "Zkraťte texty asi o \(rest) řádků, nebo \(pictures.cs), nebo označte "
            + (mayLeaveOut ? "další " : "") + "části, které se smějí vynechat (optional: yes).",
          en: "Shorten texts by about \(rest) lines, or \(pictures.en), or mark "
            + (mayLeaveOut ? "further " : "") + "parts that may be left out (optional: yes).")
        : Phrase(
          cs: "Doplňte asi \(rest) řádků, nebo \(pictures.cs), nebo povolte přidat strany na poznámky "
            + "(část „kind: notes“ s „optional: yes“ a „pages: \(pages)“).",
          en: "Add about \(rest) lines, or \(pictures.en), or allow pages for notes to be added (a part "
            + "“kind: notes” with “optional: yes” and “pages: \(pages)”)."))
  }
}
