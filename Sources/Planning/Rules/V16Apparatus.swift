import Core

extension Rule {
  /// V16: every table and figure says where it comes from and as of when; every abbreviation used
  /// twice or more is in the list of abbreviations, where the plan has one.
  static let origins = Rule(
    PlanningDiagnostics.origin, needs: [.origins, .narratives, .abbreviations]
  ) { plan, _ in
    tables(plan) + narrativeExhibits(plan) + abbreviations(plan)
  }

  private static func tables(_ plan: Plan) -> [Diagnostic] {
    let used: [(name: String, at: SourceSpan?)] = [
      ("obce_vek", plan.ages.first?.at), ("sluzby", plan.services.first?.at),
      ("vyhodnoceni", plan.evaluation.first?.at), ("pripominky", plan.comments.first?.at),
      ("pruzkum", plan.survey.first?.at),
    ]
    return used.compactMap { table in
      guard let at = table.at else { return nil }
      let origin = plan.origin(of: table.name)
      if origin?.source != nil, origin?.date != nil { return nil }
      return without(
        at: origin?.at ?? at,
        Phrase(cs: "Tabulka \(table.name)", en: "The table \(table.name)"),
        Phrase(
          cs: "Doplňte pod klíč udaje řádky „tabulka: \(table.name)“, „zdroj: …“ a „stav_k: …“.",
          en: "Add below the key udaje the lines “tabulka: \(table.name)”, “zdroj: …” and "
            + "“stav_k: …”."))
    }
  }

  private static func narrativeExhibits(_ plan: Plan) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let fix = Phrase(
      cs: "Pod tabulku po prázdném řádku připište „Zdroj: …“ a na další řádek „Stav k: …“.",
      en:
        "Below the table, after an empty line, write “Zdroj: …” and on a line of its own “Stav k: …”."
    )
    for narrative in plan.narratives {
      for block in narrative.prose.blocks {
        switch block.content {
        case .table(let table)
        where table.legend.source == nil || table.legend.date == nil:
          findings.append(
            without(at: block.at, Phrase(cs: "Tabulka v textu", en: "A table of a text"), fix))
        case .figure(let figure) where figure.legend.source == nil:
          findings.append(
            Diagnostic(
              PlanningDiagnostics.origin, at: block.at,
              Phrase(
                cs: "Obrázek v textu neříká, odkud je.",
                en: "A figure of a text does not say where it comes from."),
              fix: Phrase(
                cs: "Pod obrázek po prázdném řádku připište „Zdroj: …“.",
                en: "Below the figure, after an empty line, write “Zdroj: …”.")))
        default: break
        }
      }
    }
    return findings
  }

  private static func without(at place: SourceSpan, _ what: Phrase, _ fix: Phrase) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.origin, at: place,
      Phrase(
        cs: "\(what.cs) neříká, odkud a k jakému dni jsou její údaje.",
        en: "\(what.en) does not say where its figures come from and as of which day."), fix: fix)
  }

  private static func abbreviations(_ plan: Plan) -> [Diagnostic] {
    guard !plan.abbreviations.isEmpty else { return [] }
    // „SO ORP“ lists both its words.
    let known = Set(plan.abbreviations.flatMap { words(of: $0.short.value) })
    var uses: [String: (count: Int, at: SourceSpan)] = [:]
    var order: [String] = []
    for narrative in plan.narratives {
      for block in narrative.prose.blocks {
        for word in abbreviations(in: block.plainText) {
          if uses[word] == nil { order.append(word) }
          uses[word, default: (0, block.at)].count += 1
        }
      }
    }
    return order.compactMap { word in
      guard let use = uses[word], use.count >= 2, !known.contains(word) else { return nil }
      return Diagnostic(
        PlanningDiagnostics.abbreviation, at: use.at,
        Phrase(
          cs: "Zkratka \(word) je v textu \(use.count)krát, ale v seznamu zkratek chybí.",
          en: "The abbreviation \(word) is used \(use.count) times, but is not in the list."),
        fix: Phrase(
          cs: "Doplňte ji do tabulky zkratky a při prvním použití rozepište.",
          en: "Add it to the table zkratky and write it out where it is first used."), words: word)
    }
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The abbreviations of a text. Narratives are long and abbreviations few, so only what holds no
  /// small letter of ASCII is looked at character by character.
  private static func abbreviations(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [String] = []
      var start = 0
      var holdsSmall = false
      var position = 0
      while position <= bytes.count {
        let byte = position < bytes.count ? bytes[position] : 0x20
        switch byte {
        case 0x61...0x7A: holdsSmall = true
        case 0x30...0x39, 0x41...0x5A, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xFF: break
        default:
          if !holdsSmall, position - start >= 2 {
            let part = String(decoding: bytes[start..<position], as: UTF8.self)
            found += words(of: part).filter(isAbbreviation)
          }
          // U+0080…U+00BF and U+2000…U+2FFF part words: no-break spaces, quotes, dashes.
          position += byte == 0xC2 ? 1 : byte == 0xE2 ? 2 : 0
          start = position + 1
          holdsSmall = false
        }
        position += 1
      }
      return found
    }
  }

  /// Two to six capitals, Roman numerals apart.
  private static func isAbbreviation(_ word: String) -> Bool {
    guard (2...6).contains(word.count), word.allSatisfy({ $0.isLetter && $0.isUppercase }) else {
      return false
    }
    return !word.allSatisfy { "IVXLCDM".contains($0) }
  }
}
