package import Core

extension TypographicRule {
  /// What the rule is about, in a few words.
  package var name: Phrase {
    switch self {
    case .singleLetter:
      Phrase(
        cs: "předložky a spojky z jednoho písmene",
        en: "prepositions and conjunctions of one letter")
    case .numberAndWord:
      Phrase(cs: "číslo a to, co se jím počítá", en: "a number and what it counts")
    case .signAndNumber: Phrase(cs: "značka nebo zkratka a číslo", en: "a sign and its number")
    case .thousands: Phrase(cs: "skupiny tisíců", en: "groups of thousands")
    case .dayAndMonth: Phrase(cs: "den a měsíc", en: "day and month")
    case .ratio: Phrase(cs: "poměr a měřítko", en: "ratios and scales")
    case .telephone: Phrase(cs: "telefonní číslo", en: "telephone numbers")
    case .compoundAbbreviation:
      Phrase(cs: "složená zkratka", en: "abbreviations of several words")
    case .ordinal: Phrase(cs: "řadová číslovka", en: "ordinals and what they order")
    case .nameAndDegree:
      Phrase(cs: "titul nebo iniciála a jméno", en: "degrees, initials and names")
    case .degreeAfterName: Phrase(cs: "titul za jménem", en: "degrees after a name")
    case .percent: Phrase(cs: "procento", en: "percent")
    case .numberAdjective:
      Phrase(cs: "přídavné jméno z čísla", en: "adjectives made of a number")
    case .decimalComma: Phrase(cs: "desetinná čárka", en: "the decimal comma")
    case .currency: Phrase(cs: "částka a měna", en: "amounts and currencies")
    case .range: Phrase(cs: "rozsah", en: "ranges")
    case .spacedRange: Phrase(cs: "víceslovný rozsah", en: "ranges of several words")
    case .asideDash: Phrase(cs: "pomlčka ve větě", en: "the dash of an aside")
    case .rangeDash: Phrase(cs: "pomlčka rozsahu uvnitř řádku", en: "range dashes inside the line")
    case .hyphen: Phrase(cs: "opakovaný spojovník", en: "the repeated hyphen")
    case .quotes: Phrase(cs: "uvozovky a odsuvník", en: "quotation marks and apostrophes")
    case .ellipsis: Phrase(cs: "výpustka", en: "the ellipsis")
    case .hyphenation: Phrase(cs: "dělení slov", en: "hyphenation")
    case .headingStop: Phrase(cs: "nadpis bez tečky", en: "headings without a full stop")
    case .headingNumber: Phrase(cs: "číslo nadpisu", en: "numbers of headings")
    case .listItems: Phrase(cs: "body výčtu", en: "items of a list")
    case .smallLetters: Phrase(cs: "malá písmena", en: "small letters")
    case .clock: Phrase(cs: "čas", en: "the time of day")
    case .spaces: Phrase(cs: "mezery", en: "spaces")
    case .slash: Phrase(cs: "lomítko", en: "the slash")
    case .postalCode: Phrase(cs: "PSČ", en: "postal codes")
    case .spacedLetters: Phrase(cs: "prostrkávání", en: "spaced letters")
    case .runningHead: Phrase(cs: "živé záhlaví", en: "running heads")
    case .shortLines: Phrase(cs: "osamocené řádky", en: "lines left alone")
    case .order: Phrase(cs: "české řazení", en: "Czech order")
    }
  }

  /// Why the rule is kept, in one sentence, for the list of changes.
  package var reason: Phrase {
    switch self {
    case .singleLetter:
      Phrase(cs: "nesmí zůstat na konci řádku", en: "must not end a line")
    case .numberAndWord: Phrase(cs: "patří na jeden řádek", en: "belong on one line")
    case .signAndNumber:
      Phrase(cs: "je mezi nimi mezera a patří k sobě", en: "stand apart and belong together")
    case .thousands:
      Phrase(cs: "po třech číslicích, na jednom řádku", en: "three digits each, on one line")
    case .dayAndMonth:
      Phrase(
        cs: "s mezerou, na jednom řádku; rok smí na další", en: "on one line; the year may part")
    case .ratio: Phrase(cs: "s mezerami, na jednom řádku", en: "with spaces, on one line")
    case .telephone: Phrase(cs: "po skupinách, na jednom řádku", en: "in groups, on one line")
    case .compoundAbbreviation:
      Phrase(cs: "s mezerami, na jednom řádku", en: "with spaces, on one line")
    case .ordinal: Phrase(cs: "patří na jeden řádek", en: "belong on one line")
    case .nameAndDegree:
      Phrase(cs: "s mezerou, na jednom řádku", en: "with a space, on one line")
    case .degreeAfterName: Phrase(cs: "odděluje se čárkou", en: "are set off by a comma")
    case .decimalComma: Phrase(cs: "česky se píše čárka", en: "Czech writes a comma")
    case .currency:
      Phrase(cs: "měna za částkou, s mezerou", en: "the currency follows after a space")
    case .range: Phrase(cs: "pomlčka bez mezer", en: "an en dash without spaces")
    case .spacedRange:
      Phrase(cs: "pomlčka s mezerami, uvnitř řádku", en: "a spaced en dash, inside the line")
    case .asideDash:
      Phrase(
        cs: "pomlčka s mezerami, nikdy na začátku řádku", en: "spaced, never at a line's start")
    case .quotes: Phrase(cs: "podle jazyka textu", en: "those of the text's language")
    case .ellipsis: Phrase(cs: "je to jeden znak", en: "is one character")
    case .headingStop: Phrase(cs: "nadpis není věta", en: "a heading is no sentence")
    case .headingNumber: Phrase(cs: "za poslední číslicí tečka není", en: "end without a full stop")
    case .smallLetters:
      Phrase(cs: "dny, měsíce a obecná jména", en: "days, months and common nouns")
    case .clock:
      Phrase(cs: "s mezerou a tečkou za „hod.“", en: "with a space, “hod.” with a full stop")
    case .spaces:
      Phrase(cs: "jedna mezera, za čárkou, ne před ní", en: "one space, after a comma, not before")
    case .slash: Phrase(cs: "mezi slovy bez mezer", en: "no spaces between single words")
    case .postalCode: Phrase(cs: "tři a dvě číslice", en: "three digits and two")
    default: name
    }
  }
}
