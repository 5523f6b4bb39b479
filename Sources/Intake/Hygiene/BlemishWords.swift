import Core

extension Blemish {
  /// The finding that tells people of the blemish.
  func diagnostic(in file: FileID) -> Diagnostic {
    let words = words
    return Diagnostic(
      words.kind,
      at: SourceSpan(file: file, start: UInt32(at.lowerBound), end: UInt32(at.upperBound)),
      words.message, fix: words.fix)
  }

  /// The characters that are wrong by their numbers: `U+0435, U+043B`.
  var codePoints: String { culprits.map(codePoint).joined(separator: ", ") }

  /// The text as people see it, characters without room shown by their numbers.
  private var shown: String {
    var shown = ""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if Sign.isInvisible(value) || Sign.isPrivate(value) || value == 0xFE0F {
        shown += "⟨\(codePoint(value))⟩"
      } else if value == 0x0A || value == 0x09 {
        shown += " "
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private var words: (kind: DiagnosticKind, message: Phrase, fix: Phrase) {
    switch kind {
    case .homoglyph:
      (
        HygieneDiagnostics.homoglyph,
        Phrase(
          cs: "Slovo „\(text)“ má písmena jiné abecedy: \(named).",
          en: "The word “\(text)” has letters of another script: \(named)."),
        rewrite(
          Phrase(
            cs: "Napište slovo znovu na české klávesnici.",
            en: "Type the word again on a Czech keyboard."))
      )
    case .invisible:
      (
        HygieneDiagnostics.invisible,
        Phrase(
          cs: "V „\(shown)“ je neviditelný znak \(codePoints).",
          en: "There is an invisible character \(codePoints) in “\(shown)”."),
        Phrase(
          cs: "Znak smažte; udělá to i sazba fmt --text. Slova dělí Sazba sama.",
          en: "Delete it, or let sazba fmt --text do so. Sazba hyphenates by itself.")
      )
    case .decomposed:
      (
        HygieneDiagnostics.decomposed,
        Phrase(
          cs: "Slovo „\(text)“ má písmeno složené ze dvou znaků (\(codePoints)).",
          en: "The word “\(text)” has a letter made of two characters (\(codePoints))."),
        Phrase(
          cs: mend == nil
            ? "Napište slovo znovu na české klávesnici."
            : "Napište slovo znovu; opraví to i sazba fmt.",
          en: mend == nil
            ? "Type the word again on a Czech keyboard."
            : "Type the word again, or let sazba fmt mend it.")
      )
    case .privateUse:
      (
        HygieneDiagnostics.privateUse,
        Phrase(
          cs: "Znak \(codePoints) v „\(shown)“ zná jen písmo, ze kterého text pochází.",
          en: "Only the font it came from knows the character \(codePoints) in “\(shown)”."),
        Phrase(
          cs: "Znak smažte; odrážky seznamu pište v souboru .md jako „- “.",
          en: "Delete it; write bullets of a list in a .md file as “- ”.")
      )
    case .lost:
      (
        HygieneDiagnostics.lost,
        Phrase(
          cs: "V „\(text)“ se při převodu ztratilo písmeno (\(codePoints)).",
          en: "A letter of “\(text)” was lost in a conversion (\(codePoints))."),
        Phrase(
          cs: "Doplňte písmeno podle původního textu.",
          en: "Put the letter back from the original text.")
      )
    case .mojibake:
      (
        HygieneDiagnostics.mojibake,
        Phrase(
          cs: "„\(shown)“ je text ve špatném kódování (\(codePoints)).",
          en: "“\(shown)” is text in the wrong encoding (\(codePoints))."),
        rewrite(
          Phrase(
            cs: "Vložte text znovu z původního souboru.",
            en: "Take the text from the original file again."))
      )
    case .emoji:
      (
        HygieneDiagnostics.emoji,
        Phrase(
          cs: "V textu je emoji „\(text)“ (\(codePoints)), které se nedá vysadit.",
          en: "The text holds the emoji “\(text)” (\(codePoints)), which cannot be set."),
        Phrase(cs: "Smažte ho, nebo ho napište slovem.", en: "Delete it, or say it in words.")
      )
    case .bullet:
      (
        HygieneDiagnostics.bullet,
        Phrase(
          cs: "Znak „\(text)“ (\(codePoints)) tu stojí jako odrážka nebo fajfka.",
          en: "The character “\(text)” (\(codePoints)) stands for a bullet or a tick."),
        Phrase(
          cs: "Položky seznamu pište v souboru .md na řádky s „- “, jinde znak vynechte.",
          en: "Write items of a list in a .md file on lines with “- ”; elsewhere leave it out.")
      )
    case .markup:
      (
        HygieneDiagnostics.markup,
        Phrase(
          cs: "Značka „\(text)“ (\(codePoints)) by se vytiskla, jak je.",
          en: "The mark “\(text)” (\(codePoints)) would be printed as it stands."),
        Phrase(
          cs:
            "Značku smažte. Zvýraznění **slov** jde jen v textech .md a musí mít začátek i konec.",
          en: "Delete the mark. **Words** are emphasised in .md texts only, with both ends marked.")
      )
    default: habit
    }
  }

  private var habit: (kind: DiagnosticKind, message: Phrase, fix: Phrase) {
    switch kind {
    case .spaces:
      (
        HygieneDiagnostics.spaces,
        mend == ""
          ? Phrase(
            cs: "Před interpunkcí je mezera (\(codePoints)).",
            en: "There is a space before a punctuation mark (\(codePoints)).")
          : Phrase(
            cs: "Místo jedné mezery tu je \(codePoints).",
            en: "Here is \(codePoints) instead of one space."),
        mend == ""
          ? Phrase(cs: "Mezeru smažte.", en: "Delete the space.")
          : Phrase(cs: "Nechte jednu mezeru.", en: "Leave one space.")
      )
    case .glued:
      (
        HygieneDiagnostics.glued,
        Phrase(
          cs: "V „\(text)“ asi chybí mezera.", en: "A space seems to be missing in “\(text)”."),
        Phrase(
          cs: "Oddělte slova mezerou; je-li slovo správně, připište ho do souboru slova.txt.",
          en: "Part the words by a space; if the word is right, add it to the file slova.txt.")
      )
    case .quotes:
      (
        HygieneDiagnostics.quotes,
        Phrase(
          cs: "Uvozovka \(text) (\(codePoints)) není česká.",
          en: "The quotation mark \(text) (\(codePoints)) is not Czech."),
        mend.map {
          Phrase(
            cs: "Napište \($0); opraví to i sazba fmt --text.",
            en: "Write \($0), or let sazba fmt --text do so.")
        }
          ?? Phrase(
            cs: "Pište „slova“: dole na začátku, nahoře na konci.",
            en: "Write „words“: low at the beginning, high at the end.")
      )
    case .dashes:
      (
        HygieneDiagnostics.dashes,
        Phrase(
          cs: "„\(text)“ (\(codePoints)) nemá správnou pomlčku nebo výpustku.",
          en: "“\(text)” (\(codePoints)) has no right dash or ellipsis."),
        mend.map {
          Phrase(
            cs: "Napište „\($0)“; opraví to i sazba fmt --text.",
            en: "Write “\($0)”, or let sazba fmt --text do so.")
        }
          ?? Phrase(
            cs: "Rozsah pište 2015–2017, vsuvku „ – “, spojovník bez mezer.",
            en: "Write a range as 2015–2017, an aside as “ – ”, a hyphen without spaces.")
      )
    default:
      (
        HygieneDiagnostics.unmarked,
        Phrase(
          cs: "„\(text)“ je v cizím písmu a nemá uvedený jazyk.",
          en: "“\(text)” is in another script and has no language."),
        likelyLanguage(of: text).map { code in
          Phrase(
            cs: "Označte text jazykem, nejspíš [\(text)]{lang=\(code)}; je-li česky, napište ho "
              + "latinkou.",
            en:
              "Mark the text with its language, probably [\(text)]{lang=\(code)}; if it is Czech, "
              + "use Latin.")
        }
          ?? Phrase(
            cs:
              "Označte text jazykem: za [\(text)] připište {lang=…} s kódem jazyka, například uk, "
              + "ar nebo zh; je-li česky, napište ho latinkou.",
            en: "Mark the text with its language: behind [\(text)] write {lang=…} with the code of "
              + "the language, such as uk, ar or zh; if it is Czech, use Latin.")
      )
    }
  }

  /// The wrong letters with their numbers: `е (U+0435), л (U+043B)`.
  private var named: String {
    culprits.map { "\(string([$0])) (\(codePoint($0)))" }.joined(separator: ", ")
  }

  private func rewrite(_ plain: Phrase) -> Phrase {
    guard let mend else { return plain }
    return Phrase(
      cs: "Nemělo tu být „\(mend)“? Opraví to i sazba fmt --text.",
      en: "Should it be “\(mend)”? sazba fmt --text mends it, too.")
  }
}
