import Core

extension PreflightDiagnostics {
  /// How a finding of that kind is mended.
  static func fix(_ kind: DiagnosticKind) -> Phrase {
    switch kind {
    case fontMissing:
      Phrase(
        cs: "Uložte PDF s vloženými písmy; volba se jmenuje „vložit všechna písma“.",
        en: "Save the PDF with its fonts embedded (“embed all fonts”).")
    case type3:
      Phrase(
        cs: "Nahraďte písmo obrysovým (OpenType, TrueType), nebo je převeďte na křivky.",
        en: "Replace it by an outline font (OpenType, TrueType), or turn it into curves.")
    case wholeFont:
      Phrase(
        cs: "Nevadí; soubor jen bude menší, vložíte-li výřez písma.",
        en: "It does no harm; the file is only smaller with a subset.")
    case foreignColour:
      Phrase(
        cs: "Převeďte obrázek nebo barvu do CMYK podle profilu tiskárny; text dejte jen v černé.",
        en: "Convert the picture or colour to CMYK by the printer's profile; text in black only.")
    case spots:
      Phrase(
        cs: "Převeďte přímé barvy na CMYK, nebo se s tiskárnou domluvte na další barvě.",
        en: "Convert spot colours to CMYK, or agree on a further ink with the printer.")
    case builtBlack:
      Phrase(
        cs: "Dejte textu barvu 0/0/0/100 (jen černá).", en: "Give the text the colour 0/0/0/100.")
    case knockout:
      Phrase(
        cs: "Zapněte u černého textu přetisk (overprint, režim 1).",
        en: "Set black text to overprint (mode 1).")
    case ink, overlap:
      Phrase(
        cs: "Uberte barvu, nebo převeďte obrázek profilem s nižším limitem.",
        en: "Take some ink away, or convert the picture by a profile of a lower limit.")
    case resolution:
      Phrase(
        cs: "Vložte obrázek s více body (z fotoaparátu, ne z webu), nebo jej zmenšete.",
        en: "Use a picture with more pixels (from the camera, not the web), or make it smaller.")
    case hairline:
      Phrase(
        cs: "Zesilte čáru aspoň na 0,25 bodu.", en: "Make the line at least 0.25 points strong.")
    case bleed:
      Phrase(
        cs: "Protáhněte barvu nebo obrázek za ořez a uložte PDF se spadem.",
        en: "Draw the colour or picture beyond the trim and save the PDF with bleed.")
    case safety:
      Phrase(
        cs: "Posuňte text dál od kraje strany.", en: "Move the text away from the page's edge.")
    case boxes:
      Phrase(
        cs: "Uložte PDF znovu s čistým formátem (TrimBox) a spadem (BleedBox).",
        en: "Save the PDF anew with its trimmed size (TrimBox) and bleed (BleedBox).")
    case marks:
      Phrase(
        cs: "Uložte PDF se značkami nebo bez nich, jak to tiskárna žádá.",
        en: "Save the PDF with or without marks, as the printer asks.")
    case transparency:
      Phrase(
        cs:
          "Uložte PDF/X-1a, kde se průhlednost sloučí, nebo se zeptejte, zda tiskárna přijme X-4.",
        en: "Save as PDF/X-1a, which flattens it, or ask whether the printer takes X-4.")
    case whiteOverprint:
      Phrase(
        cs: "Vypněte u bílé přetisk.", en: "Switch overprinting off for white.")
    case pageCount:
      Phrase(
        cs: "Přidejte prázdné strany nebo poznámky, nebo obsah zkraťte. Obálku zkontrolujte "
          + "přepínačem --cover-of.",
        en: "Add blank or notes pages, or shorten the content. Check a cover by --cover-of.")
    case exchangeKeys:
      Phrase(
        cs: "Uložte soubor jako PDF/X podle požadavku tiskárny.",
        en: "Save the file as PDF/X as the printer asks.")
    case annotation:
      Phrase(
        cs: "Odstraňte poznámky, odkazy a pole formuláře; netisknou se, ale zdrží.",
        en: "Remove annotations, links and form fields; they do not print, but delay.")
    case sizes:
      Phrase(
        cs: "Dejte všem stranám stejný formát; obálku pošlete zvlášť.",
        en: "Give all pages one size; send the cover as a file of its own.")
    case imposed:
      Phrase(
        cs: "Pošlete soubor jednotlivých stran v pořadí.",
        en: "Send the file of single pages in order.")
    case smallColour:
      Phrase(
        cs: "Dejte drobný text jen do jedné nebo dvou barev.",
        en: "Put small text in one or two inks only.")
    case tooComplex:
      Phrase(
        cs: "Zjednodušte kresbu na straně, nebo ji vložte jako obrázek.",
        en: "Simplify the drawing on the page, or place it as a picture.")
    case fontMap:
      Phrase(
        cs: "Uložte PDF znovu z programu, který písma vkládá podle PDF/X.",
        en: "Save the PDF anew from a program that embeds fonts as PDF/X asks.")
    case layers:
      Phrase(
        cs: "Zkontrolujte, že se má tisknout jen to, co je vidět; skryté vrstvy z PDF odstraňte.",
        en: "See that only what is visible is to be printed; remove hidden layers from the PDF.")
    case unweighed:
      Phrase(
        cs: "Uložte obrázek do PDF jako JPEG, přechod bez zvláštních funkcí, nebo nechte soubor "
          + "změřit tiskárnou.",
        en: "Store the picture as JPEG, the shading without functions of its own, or let the "
          + "printer measure the file.")
    case coverSize:
      Phrase(
        cs: "Upravte šířku hřbetu v obálce podle počtu stran a papíru, nebo opravte údaje o vazbě.",
        en: "Set the width of the spine by pages and paper, or correct what is said of the binding."
      )
    default:
      Phrase(
        cs: "Vytvořte PDF znovu z podkladů.", en: "Make the PDF anew from its sources.")
    }
  }
}
