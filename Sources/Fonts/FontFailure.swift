package import Core

/// Why a font file cannot be used.
package enum FontFailure: Error, Sendable, Hashable {
  /// There is no such file, it is no regular file, or we may not read it.
  case unreadable
  /// The bytes are not an OpenType or TrueType font.
  case notAFont
  /// The file is cut short or its tables contradict each other.
  case damaged
  /// Several fonts in one file.
  case collection
  /// A font with axes.
  case variable
  /// Its owner forbids embedding or subsetting; the `fsType` field of OS/2.
  case restricted(fsType: UInt16)
  /// Its drawings cannot be embedded: bitmaps or colour only, CFF2, CID-keyed CFF.
  case outlines
  /// It maps no Unicode characters to glyphs.
  case characters
  /// The part of it that a publication uses could not be cut out.
  case subsetting
}

/// The kinds of findings about font files.
package enum FontsDiagnostics {
  /// The file cannot be read.
  package static let unreadable = DiagnosticKind(
    "F01", .error, .intake, cs: "Soubor písma nelze přečíst.", en: "A font file cannot be read.")
  /// The file is no font.
  package static let notAFont = DiagnosticKind(
    "F02", .error, .intake, cs: "Soubor není písmo OpenType ani TrueType.",
    en: "A file is not an OpenType or TrueType font.")
  /// The font is damaged.
  package static let damaged = DiagnosticKind(
    "F03", .error, .intake, cs: "Soubor písma je poškozený.", en: "A font file is damaged.")
  /// The file is a collection.
  package static let collection = DiagnosticKind(
    "F04", .error, .intake, cs: "Soubor obsahuje více písem.", en: "A file holds several fonts.")
  /// The font is variable.
  package static let variable = DiagnosticKind(
    "F05", .error, .intake, cs: "Písmo je proměnlivé.", en: "A font is variable.")
  /// The font may not be embedded.
  package static let restricted = DiagnosticKind(
    "F06", .error, .intake, cs: "Licence písma nedovoluje vložit je do PDF.",
    en: "A font may not be embedded.")
  /// The outlines cannot be embedded.
  package static let outlines = DiagnosticKind(
    "F07", .error, .intake, cs: "Kresbu písma nelze vložit do PDF.",
    en: "The drawings of a font cannot be embedded.")
  /// The font has no characters.
  package static let characters = DiagnosticKind(
    "F08", .error, .intake, cs: "Písmo neobsahuje žádné znaky Unicode.",
    en: "A font has no Unicode characters.")
  /// The font could not be subset.
  package static let subsetting = DiagnosticKind(
    "F09", .error, .output, cs: "Z písma se nepodařilo vybrat použité znaky.",
    en: "The used glyphs could not be cut out of a font.")

  /// All kinds, for the catalogue.
  package static let all = [
    unreadable, notAFont, damaged, collection, variable, restricted, outlines, characters,
    subsetting,
  ]
}

extension FontFailure {
  /// The kind of finding that this failure makes.
  package var kind: DiagnosticKind {
    switch self {
    case .unreadable: FontsDiagnostics.unreadable
    case .notAFont: FontsDiagnostics.notAFont
    case .damaged: FontsDiagnostics.damaged
    case .collection: FontsDiagnostics.collection
    case .variable: FontsDiagnostics.variable
    case .restricted: FontsDiagnostics.restricted
    case .outlines: FontsDiagnostics.outlines
    case .characters: FontsDiagnostics.characters
    case .subsetting: FontsDiagnostics.subsetting
    }
  }

  /// The finding for people: which file, what is wrong with it, what to do.
  ///
  /// `file` is the name as messages show it, `place` where a design names the file.
  package func diagnostic(of file: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(kind, at: place, message(about: file), fix: fix)
  }

  private func message(about file: String) -> Phrase {
    switch self {
    case .unreadable:
      Phrase(
        cs: "Soubor písma „\(file)“ neexistuje, nebo jej nelze přečíst.",
        en: "The font file “\(file)” does not exist or cannot be read.")
    case .notAFont:
      Phrase(
        cs: "Soubor „\(file)“ není písmo OpenType ani TrueType.",
        en: "The file “\(file)” is not an OpenType or TrueType font.")
    case .damaged:
      Phrase(
        cs: "Soubor písma „\(file)“ je neúplný nebo poškozený.",
        en: "The font file “\(file)” is incomplete or damaged.")
    case .collection:
      Phrase(
        cs: "Soubor „\(file)“ obsahuje více písem najednou a nelze poznat, které použít.",
        en: "The file “\(file)” holds several fonts, and which one to use is unclear.")
    case .variable:
      Phrase(
        cs: "Písmo „\(file)“ je proměnlivé (s osami, např. tučnosti).",
        en: "The font “\(file)” is variable (it has axes, e.g. of weight).")
    case .restricted(let fsType):
      Phrase(
        cs: "Výrobce písma „\(file)“ zakázal jeho vkládání do PDF (fsType \(fsType)).",
        en: "The maker of the font “\(file)” forbids embedding it in a PDF (fsType \(fsType)).")
    case .outlines:
      Phrase(
        cs: "Písmo „\(file)“ nemá kresbu znaků, kterou lze vložit do PDF.",
        en: "The font “\(file)” has no outlines that can be embedded in a PDF.")
    case .characters:
      Phrase(
        cs: "Písmo „\(file)“ nepřiřazuje svým znakům kódy Unicode.",
        en: "The font “\(file)” does not say which Unicode characters its glyphs are.")
    case .subsetting:
      Phrase(
        cs: "Z písma „\(file)“ se nepodařilo vybrat použité znaky.",
        en: "The used glyphs could not be cut out of the font “\(file)”.")
    }
  }

  private var fix: Phrase {
    switch self {
    case .unreadable:
      Phrase(
        cs: "Zkontrolujte název souboru a zda jej smíte číst.",
        en: "Check the name of the file and whether you may read it.")
    case .notAFont:
      Phrase(
        cs: "Použijte soubor s příponou .otf nebo .ttf; webová písma (.woff) nejprve převeďte.",
        en: "Use an .otf or .ttf file; convert web fonts (.woff) first.")
    case .damaged:
      Phrase(
        cs: "Zkopírujte písmo znovu z původního zdroje.",
        en: "Copy the font again from where it came.")
    case .collection:
      Phrase(
        cs: "Místo souboru .ttc použijte samostatný soubor .ttf nebo .otf pro každý řez.",
        en: "Instead of a .ttc file use one .ttf or .otf file for each style.")
    case .variable:
      Phrase(
        cs: "Použijte statické řezy písma, jeden soubor pro každou tučnost a sklon.",
        en: "Use static fonts, one file for each weight and slope.")
    case .restricted:
      Phrase(
        cs: "Použijte jiné písmo, nebo si opatřete verzi, jejíž licence vkládání dovoluje.",
        en: "Use another font, or obtain a version whose licence allows embedding.")
    case .outlines:
      Phrase(
        cs: "Použijte písmo s křivkami TrueType nebo CFF, které není barevné ani CID.",
        en: "Use a font with TrueType or CFF outlines that is not colour-only or CID-keyed.")
    case .characters:
      Phrase(
        cs: "Použijte novější vydání písma s kódováním Unicode.",
        en: "Use a newer release of the font, encoded in Unicode.")
    case .subsetting:
      Phrase(
        cs: "Písmo je zřejmě vadné: použijte jiné jeho vydání nebo jiné písmo.",
        en: "The font seems faulty: use another release of it or another font.")
    }
  }
}
