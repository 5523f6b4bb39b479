package import Core
package import Manuscript

/// What a publication has of parts that may be left out or added.
package struct ExtentMeans: Sendable, Hashable {
  /// Whether there are parts that may be left out.
  package var mayLeaveOut = false
  /// The parts that may be left out but are referred to.
  package var held: [String] = []
  /// What was tried with fewer parts.
  package var trials: [PartTrial] = []
  /// How many pages for notes may be added.
  package var notes = 0

  /// Nothing.
  package init() {}
}

extension Diagnostic {
  /// A publication that does not come out at the pages it is to have: what each means could give.
  package static func missedExtent(
    _ report: ExtentReport, wish: ExtentWish, means: ExtentMeans
  ) -> Diagnostic {
    let isLong = report.natural > report.wanted
    let pages = abs(report.natural - report.wanted)
    var aim = Phrase(cs: czechPages(report.wanted), en: englishPages(report.wanted))
    if case .multiple(let sheet) = wish.extent {
      aim.cs = "násobek \(sheet) stran, nejblíž \(report.wanted)"
      aim.en = "a multiple of \(sheet) pages, the nearest being \(report.wanted)"
    }
    let words =
      [
        Phrase(
          cs: "Publikace má mít \(aim.cs), vychází na \(report.natural): je o \(czechPages(pages)) "
            + "\(isLong ? "delší" : "kratší").",
          en: "The publication is to have \(aim.en), it comes to \(report.natural): it is "
            + "\(englishPages(pages)) too \(isLong ? "long" : "short").")
      ] + report.lineWords(isLong) + report.pictureWords(wish) + report.partWords(isLong, means)
    return Diagnostic(
      LayoutDiagnostics.missedExtent, at: wish.at,
      Phrase(
        cs: words.map(\.cs).joined(separator: " "), en: words.map(\.en).joined(separator: " ")),
      fix: report.fix(isLong, pages: pages, wish, means))
  }
}

extension ExtentReport {
  /// How many lines are still wanting when paragraphs have given what they can.
  fileprivate var missing: Int { max(abs(lines) > given ? abs(lines) - given : abs(lines), 1) }

  /// How many lines it is about, where, and what paragraphs give of them.
  fileprivate func lineWords(_ isLong: Bool) -> [Phrase] {
    let all = abs(lines)
    var place = Phrase(cs: "", en: "")
    let named = places.filter { !$0.title.isEmpty }
    if !named.isEmpty {
      place.cs =
        " (" + named.prefix(3).map { "„\($0.title)“ \($0.lines)" }.joined(separator: ", ")
        + (named.count > 3 ? " a další" : "") + ")"
      place.en =
        " (" + named.prefix(3).map { "“\($0.title)” \($0.lines)" }.joined(separator: ", ")
        + (named.count > 3 ? " and others" : "") + ")"
    }
    let turn = isLong ? "ubýt" : "přibýt"
    var words = [
      Phrase(
        cs: "Muselo by \(turn) asi \(czechLines(all))\(place.cs).",
        en: "About \(englishLines(all)) would have to \(isLong ? "go" : "come")\(place.en).")
    ]
    let change = isLong ? Phrase(cs: "Kratší", en: "Shorter") : Phrase(cs: "Delší", en: "Longer")
    if given == 0 {
      words.append(
        Phrase(
          cs: "\(change.cs) odstavce tam nedají žádný.",
          en: "\(change.en) paragraphs give none there."))
    } else if given < all {
      words.append(
        Phrase(
          cs: "\(change.cs) odstavce tam dají nejvýš \(given), chybí \(missing).",
          en: "\(change.en) paragraphs give \(given) there at most, \(missing) are wanting."))
    } else {
      words.append(
        Phrase(
          cs: "\(change.cs) odstavce by jich tam daly i víc, ale stránky se podle nich nezlomily "
            + "tak, aby počet vyšel.",
          en: "\(change.en) paragraphs could give as many there, but pages did not break so that "
            + "the number came out."))
    }
    return words
  }

  /// What pictures gave.
  fileprivate func pictureWords(_ wish: ExtentWish) -> [Phrase] {
    guard hasPictures else { return [] }
    if wish.pictures == 1_000...1_000 {
      return [
        Phrase(
          cs: "Obrázky se zmenšit ani zvětšit nesměly.", en: "Pictures had to keep their size.")
      ]
    }
    guard let trial = pictureTrials.last else {
      return [
        Phrase(
          cs: "Velikost obrázků se tímto směrem měnit nesměla.",
          en: "Pictures were not allowed to change in that direction.")
      ]
    }
    let percent = (trial.scale + 5) / 10
    return [
      Phrase(
        cs: "S obrázky na \(percent) % má \(czechPages(trial.pages)).",
        en: "With pictures at \(percent) % it has \(englishPages(trial.pages)).")
    ]
  }

  /// What parts left out or added gave.
  fileprivate func partWords(_ isLong: Bool, _ means: ExtentMeans) -> [Phrase] {
    var words: [Phrase] = []
    let nearest = means.trials.enumerated().filter { !$1.leftOut.isEmpty }.sorted {
      (abs($0.1.pages - wanted), $0.0) < (abs($1.1.pages - wanted), $1.0)
    }
    for (_, trial) in nearest.prefix(3) {
      let names = trial.leftOut
      words.append(
        Phrase(
          cs: "Bez \(names.count == 1 ? "části" : "částí") "
            + names.map { "„\($0)“" }.joined(separator: ", ") + " má \(czechPages(trial.pages)).",
          en: "Without " + names.map { "“\($0)”" }.joined(separator: ", ")
            + " it has \(englishPages(trial.pages))."))
    }
    if isLong, !means.mayLeaveOut {
      words.append(
        Phrase(cs: "Žádná část se vynechat nesmí.", en: "No part may be left out."))
    }
    if !means.held.isEmpty {
      let names = means.held.joined(separator: ", ")
      words.append(
        Phrase(
          cs: "Vynechat nelze, protože na to vede odkaz: \(names).",
          en: "What is referred to cannot be left out: \(names)."))
    }
    if !isLong, means.notes > 0 {
      words.append(
        Phrase(
          cs: "Na poznámky smí přibýt nejvýš \(czechPages(means.notes)).",
          en: "At most \(englishPages(means.notes)) for notes may be added."))
    }
    return words
  }

  /// How a publication could come to its pages: by what it has of means.
  fileprivate func fix(
    _ isLong: Bool, pages: Int, _ wish: ExtentWish, _ means: ExtentMeans
  ) -> Phrase {
    var ways = [
      isLong
        ? Phrase(
          cs: "zkraťte texty asi o \(czechLines(missing))",
          en: "shorten texts by about \(englishLines(missing))")
        : Phrase(
          cs: "doplňte asi \(czechLines(missing))", en: "add about \(englishLines(missing))")
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
          cs: "u \(means.mayLeaveOut ? "dalších částí" : "částí"), bez nichž se publikace obejde, "
            + "napište „optional: yes“",
          en: "write “optional: yes” below \(means.mayLeaveOut ? "further parts" : "parts") that "
            + "may be left out"))
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
