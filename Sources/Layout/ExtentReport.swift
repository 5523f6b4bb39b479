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
  /// Whether there are pictures that could be smaller or larger.
  package var hasPictures = false
  /// How many pages are blank so that the next one is a right-hand or a left-hand one.
  package var blanks = 0
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
  ///
  /// - Parameters:
  ///   - mayLeaveOut: whether parts of it may be left out already.
  ///   - held: the parts that may be left out but are referred to.
  package static func missedExtent(
    _ report: ExtentReport, wish: ExtentWish, mayLeaveOut: Bool, held: [String]
  ) -> Diagnostic {
    let isLong = report.natural > report.wanted
    let pages = abs(report.natural - report.wanted)
    let lines = abs(report.lines)
    let rest = max(lines > report.given ? lines - report.given : lines, 1)
    var aim = Phrase(cs: czechPages(report.wanted), en: englishPages(report.wanted))
    if case .multiple(let sheet) = wish.extent {
      aim.cs = "násobek \(sheet) stran, nejblíž \(report.wanted)"
      aim.en = "a multiple of \(sheet) pages, the nearest being \(report.wanted)"
    }
    var message = Phrase(
      cs: "Publikace má mít \(aim.cs), vychází na \(report.natural): je o \(czechPages(pages)) "
        + "(asi \(czechLines(lines))) \(isLong ? "delší" : "kratší"), změnou délky odstavců se dá "
        + "\(isLong ? "ušetřit" : "získat") nejvýš \(czechLines(report.given)).",
      en: "The publication is to have \(aim.en), it comes to \(report.natural): it is "
        + "\(englishPages(pages)) (about \(englishLines(lines))) too \(isLong ? "long" : "short"); "
        + "paragraphs set \(isLong ? "shorter" : "longer") can give at most "
        + "\(englishLines(report.given)).")
    if !held.isEmpty {
      let names = held.joined(separator: ", ")
      message.cs += " Vynechat nelze, protože na to vede odkaz: \(names)."
      message.en += " What is referred to cannot be left out: \(names)."
    }
    return Diagnostic(
      LayoutDiagnostics.missedExtent, at: wish.at, message,
      fix: report.fix(isLong, pages: pages, lines: rest, wish, mayLeaveOut: mayLeaveOut))
  }
}

extension ExtentReport {
  /// How a publication could come to its pages: by what it has of means.
  fileprivate func fix(
    _ isLong: Bool, pages: Int, lines: Int, _ wish: ExtentWish, mayLeaveOut: Bool
  ) -> Phrase {
    var ways = [
      isLong
        ? Phrase(
          cs: "zkraťte texty asi o \(czechLines(lines))",
          en: "shorten texts by about \(englishLines(lines))")
        : Phrase(
          cs: "doplňte asi \(czechLines(lines))", en: "add about \(englishLines(lines))")
    ]
    if hasPictures {
      ways.append(
        wish.pictures == 1_000...1_000
          ? Phrase(
            cs: "dovolte měnit velikost obrázků (pictures: 85 % to 110 %)",
            en: "allow pictures to change in size (pictures: 85 % to 110 %)")
          : Phrase(
            cs: "dovolte měnit velikost obrázků víc (klíč pictures)",
            en: "allow pictures to change more in size (the key pictures)"))
    }
    if isLong {
      ways.append(
        Phrase(
          cs:
            "u \(mayLeaveOut ? "dalších částí" : "částí"), bez nichž se publikace obejde, napište "
            + "„optional: yes“",
          en: "write “optional: yes” below \(mayLeaveOut ? "further parts" : "parts") that may be "
            + "left out"))
    } else if pages <= Recipe.mostNotesPages {
      ways.append(
        Phrase(
          cs: "dovolte přidat strany na poznámky (část „kind: notes“ s řádky „pages: \(pages)“ "
            + "a „optional: yes“)",
          en: "allow pages for notes to be added (a part “kind: notes” with the lines "
            + "“pages: \(pages)” and “optional: yes”)"))
    }
    return Phrase(
      cs: ways.map(\.cs).joined(separator: ", nebo ").startingSentence + ".",
      en: ways.map(\.en).joined(separator: ", or ").startingSentence + ".")
  }
}

extension String {
  /// With a capital first letter.
  fileprivate var startingSentence: String { prefix(1).uppercased() + dropFirst() }
}

private func czechPages(_ count: Int) -> String {
  "\(count) \(count == 1 ? "stranu" : (2...4).contains(count) ? "strany" : "stran")"
}

private func englishPages(_ count: Int) -> String { "\(count) page\(count == 1 ? "" : "s")" }

private func czechLines(_ count: Int) -> String {
  "\(count) \(count == 1 ? "řádek" : (2...4).contains(count) ? "řádky" : "řádků")"
}

private func englishLines(_ count: Int) -> String { "\(count) line\(count == 1 ? "" : "s")" }
