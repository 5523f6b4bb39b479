package import Core
import Manuscript
import Style
import Typesetting

/// The kinds of findings made on laid out pages.
package enum LayoutDiagnostics {
  /// A line wider than its measure.
  package static let overfullLine = DiagnosticKind(
    "L01", .warning, .pages, cs: "Řádek přesahuje šířku sazby.",
    en: "A line is wider than its measure.")
  /// A table wider than its place, with its words parted and the page turned.
  package static let overfullTable = DiagnosticKind(
    "L02", .error, .pages, cs: "Tabulka se nevejde na šířku.",
    en: "A table is wider than its place.")
  /// Something taller than a page that nothing can split.
  package static let tallBox = DiagnosticKind(
    "L03", .warning, .pages, cs: "Blok je vyšší než stránka a nelze ho rozdělit.",
    en: "A block is taller than a page and cannot be split.")
  /// A character without a glyph.
  package static let missingGlyph = DiagnosticKind(
    "L04", .error, .pages, cs: "Písmo nemá potřebný znak.", en: "No font has a character.")
  /// Page numbers that do not settle.
  package static let noConvergence = DiagnosticKind(
    "L05", .error, .pages, cs: "Čísla stránek se neustálila.", en: "Page numbers do not settle.")
  /// A design without a style for what the document holds.
  package static let unknownStyle = DiagnosticKind(
    "L06", .warning, .pages, cs: "Vzhled nezná styl pro část dokumentu.",
    en: "The design has no style for a part of the document.")
  /// A design that cannot be laid out with at all.
  package static let unusableDesign = DiagnosticKind(
    "L07", .error, .pages, cs: "Podle vzhledu nelze sázet.", en: "The design cannot be used.")
  /// More words than a fixed field of the page holds.
  package static let overfullField = DiagnosticKind(
    "L08", .error, .pages, cs: "Text se nevejde do místa, které má na stránce vyhrazené.",
    en: "A text does not fit in the field that the page has for it.")
  /// More or fewer pages than the publication is to have.
  package static let missedExtent = DiagnosticKind(
    "L09", .error, .pages, cs: "Publikace nemá tolik stran, kolik mít má.",
    en: "A publication has not the pages it is to have.")
  /// A picture with too few pixels for the size at which it stands.
  package static let coarsePicture = DiagnosticKind(
    "L20", .warning, .pages, cs: "Obrázek je na svou velikost příliš hrubý.",
    en: "A picture is too coarse for its size.")
  /// A sign that a design does not draw.
  package static let undrawnPictogram = DiagnosticKind(
    "L21", .error, .pages, cs: "Vzhled nekreslí piktogram, který publikace potřebuje.",
    en: "The design does not draw a pictogram that the publication needs.")
  /// A name too long for the running head.
  package static let longEntryName = DiagnosticKind(
    "L22", .warning, .pages, cs: "Název je pro záhlaví stránky příliš dlouhý.",
    en: "A name is too long for the running head.")
  /// A thumb tab that nothing is written on.
  package static let wordlessTab = DiagnosticKind(
    "L23", .warning, .pages, cs: "Ouško zůstane bez nápisu.",
    en: "A thumb tab stays without words.")
  /// More divisions than the design has tabs for.
  package static let tooManyTabs = DiagnosticKind(
    "L24", .warning, .pages, cs: "Katalog má víc částí, než má vzhled oušek.",
    en: "A catalogue has more divisions than the design has tabs for.")
  /// Widths of a table's columns that cannot be as they were to be.
  package static let columnWidths = DiagnosticKind(
    "L25", .warning, .pages, cs: "Sloupce tabulky nemají předepsanou šířku.",
    en: "The columns of a table have not the widths they were to have.")
  /// Head or foot rows too tall to come back on each page.
  package static let unrepeatedRows = DiagnosticKind(
    "L26", .warning, .pages, cs: "Záhlaví nebo zápatí tabulky se na dalších stranách neopakuje.",
    en: "The head or foot of a table does not come back on further pages.")

  /// All kinds, for the catalogue.
  package static let all = [
    overfullLine, overfullTable, tallBox, missingGlyph, noConvergence, unknownStyle, unusableDesign,
    overfullField, missedExtent, coarsePicture, undrawnPictogram, longEntryName, wordlessTab,
    tooManyTabs, columnWidths, unrepeatedRows,
  ]
}

extension Diagnostic {
  static func undrawnPictogram(_ name: String, known: [String], at place: SourceSpan?) -> Diagnostic
  {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      LayoutDiagnostics.undrawnPictogram, at: place,
      Phrase(
        cs: "Vzhled nekreslí piktogram „\(name)“.",
        en: "The design does not draw the pictogram “\(name)”."),
      fix: Phrase(
        cs: "Doplňte ho do oddílu pictograms"
          + (known.isEmpty ? "." : "; kreslí se tam: \(list)."),
        en: "Add it to the section pictograms"
          + (known.isEmpty ? "." : "; those drawn are: \(list).")))
  }

  static func longEntryName(_ name: String, hasShort: Bool, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      LayoutDiagnostics.longEntryName, at: place,
      Phrase(
        cs: "Název „\(name)“ se nevejde do záhlaví, proto tam chybí.",
        en: "The name “\(name)” has no room in the running head and is left out there."),
      fix: hasShort
        ? Phrase(
          cs: "Zkraťte ještě sloupec zkraceny_nazev.", en: "Shorten the column zkraceny_nazev.")
        : Phrase(
          cs: "Napište kratší název do sloupce zkraceny_nazev.",
          en: "Write a shorter name in the column zkraceny_nazev."))
  }

  static func overfullLine(by overflow: Length, words: String, at place: SourceSpan?) -> Diagnostic
  {
    Diagnostic(
      LayoutDiagnostics.overfullLine, at: place,
      Phrase(
        cs: "Řádek „\(words)“ je o \(overflow.millimetres.cs) širší než jeho místo.",
        en: "The line “\(words)” is \(overflow.millimetres.en) wider than its place."),
      fix: Phrase(
        cs: "Rozdělte dlouhé slovo nebo adresu, nebo větu přeformulujte.",
        en: "Break up the long word or address, or reword the sentence."))
  }

  static func tallBox(by overflow: Length, words: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      LayoutDiagnostics.tallBox, at: place,
      Phrase(
        cs: "Blok „\(words)“ přesahuje stránku o \(overflow.millimetres.cs).",
        en: "The block “\(words)” exceeds its page by \(overflow.millimetres.en)."),
      fix: Phrase(
        cs: "Zkraťte ho nebo rozdělte na víc částí.", en: "Shorten it or divide it into parts."))
  }

  static func overfullField(by overflow: Length, words: String, at place: SourceSpan?) -> Diagnostic
  {
    Diagnostic(
      LayoutDiagnostics.overfullField, at: place,
      Phrase(
        cs: "Text „\(words)“ přesahuje své místo na stránce o \(overflow.millimetres.cs).",
        en: "The text “\(words)” exceeds its field of the page by \(overflow.millimetres.en)."),
      fix: Phrase(
        cs: "Zkraťte ho; z dlouhého názvu plánu přesuňte upřesnění do klíče podnazev.",
        en: "Shorten it; move what specifies a long title of a plan to the key podnazev."))
  }

  static func missingGlyph(_ scalar: UInt32, face: String, at place: SourceSpan?) -> Diagnostic {
    let digits = String(scalar, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let sign = Unicode.Scalar(scalar).map { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        ? "" : " „\(Character(scalar))“"
    }
    return Diagnostic(
      LayoutDiagnostics.missingGlyph, at: place,
      Phrase(
        cs: "Znak \(code)\(sign ?? "") není v písmu \(face) ani v žádném náhradním.",
        en: "The character \(code)\(sign ?? "") is neither in \(face) nor in a fallback font."),
      fix: Phrase(
        cs: "Nahraďte znak jiným, nebo přidejte do vzhledu náhradní písmo, které ho má.",
        en: "Use another character, or add a fallback font that has it to the design."),
      words: Unicode.Scalar(scalar).map { String($0) })
  }

  static func noConvergence(
    of target: String, in words: String, printed: String, found: String, at place: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      LayoutDiagnostics.noConvergence, at: place,
      Phrase(
        cs: "Odkaz na stranu, kde stojí „\(target)“, se neustálí: vytiskne-li se v odstavci "
          + "„\(words)“ strana \(printed), vyjde cíl na stranu \(found), a s tou se odstavec "
          + "zalomí jinak.",
        en:
          "The reference to the page of “\(target)” does not settle: with page \(printed) printed "
          + "in “\(words)”, its target comes to stand on page \(found), which breaks the paragraph "
          + "differently."),
      fix: Phrase(
        cs: "Odstavec s odkazem o pár slov zkraťte nebo prodlužte, aby jeho délku nerozhodovalo "
          + "číslo strany.",
        en:
          "Shorten or lengthen the paragraph with the reference by a few words, so that its length "
          + "does not hang on the page number."))
  }

  static func unknownStyle(of node: Node, look: String) -> Diagnostic {
    let key = StyleKey.name(of: node.role) + (look.isEmpty ? "" : ".\(look)")
    return Diagnostic(
      LayoutDiagnostics.unknownStyle, at: node.origin,
      Phrase(
        cs: "Vzhled nemá styl pro „\(key)“; použije se styl odstavce.",
        en: "The design has no style for “\(key)”; the paragraph's is used."),
      fix: Phrase(
        cs: "Přidejte styl „\(key)“ do souboru vzhledu.",
        en: "Add the style “\(key)” to the design file."))
  }

  static func coarsePicture(
    _ file: String, resolution: Int, greatestWidth: Length, at place: SourceSpan?
  ) -> Diagnostic {
    let sharp = greatestWidth.millimetres
    return Diagnostic(
      LayoutDiagnostics.coarsePicture, at: place,
      Phrase(
        cs: "Obrázek „\(file)“ má na své místo jen \(resolution) bodů na palec, ke čtení i tisku "
          + "jich je třeba nejméně 200.",
        en: "The picture “\(file)” has only \(resolution) pixels an inch where it stands, at least "
          + "200 are needed."),
      // Nobody prints stamps.
      fix: greatestWidth < .milliPoints(28_346)
        ? Phrase(
          cs: "Dodejte větší soubor: tento by byl ostrý jen do šířky \(sharp.cs).",
          en: "Supply a larger file: this one would be sharp only up to a width of \(sharp.en).")
        : Phrase(
          cs: "Dodejte větší soubor, nebo obrázek zmenšete: ostrý je nejvýše do šířky "
            + "\(sharp.cs) (řádek „Šířka: … %“).",
          en: "Supply a larger file or make the picture smaller: it is sharp up to a width of "
            + "\(sharp.en) (a line “Šířka: … %”)."))
  }

  static func unusableDesign(_ name: String, missing: Phrase) -> Diagnostic {
    Diagnostic(
      LayoutDiagnostics.unusableDesign, at: nil,
      Phrase(
        cs: "Vzhled „\(name)“ nelze použít: \(missing.cs).",
        en: "The design “\(name)” cannot be used: \(missing.en)."),
      fix: Phrase(
        cs: "Doplňte to v souboru vzhledu.", en: "Mend it in the design file."))
  }
}
