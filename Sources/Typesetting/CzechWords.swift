/// The words that the rules of breaking know.
enum CzechWords {
  /// Whether a byte is a preposition or conjunction of one letter, small or capital.
  static func isSingleLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x6B, 0x73, 0x76, 0x7A, 0x6F, 0x75, 0x61, 0x69: true
    default: false
    }
  }

  /// Units that follow a number, whatever the number.
  static let units = words(
    """
    Kč EUR CZK USD € W V A Hz Pa J N K °C % ‰ Sb. mm cm dm m km ha g kg t l ml hl min h hod. s. s \
    kW kWh MW MWh GJ kB MB GB tis. mil. mld. ks
    """)
  /// Small words that a number does not count.
  static let functionWords = words(
    """
    a i k o s u v z ač aby ale ani až bez by být byl byla bylo byly či do i je jsou k ke kde když \
    který která které ko mezi na nad nebo nebyl od po pod pro proti před přes při se si ve však z \
    za ze že
    """)
  /// Signs and abbreviations that a number follows.
  static let signs = words(
    "§ §§ č. čl. s. str. odst. písm. tab. obr. kap. roč. kol. sv. ř. bod příl. čís. tel. # №")
  /// What is counted through and so is named with its number: `tabulka 7`, `aktivity 1.1.1`.
  static let numbered = words(
    """
    aktivita aktivity aktivitě aktivitu aktivitou opatření opatřením priorita priority prioritě \
    prioritu prioritou cíl cíle cíli cílem kapitola kapitoly kapitole kapitolu kapitolou oddíl \
    oddílu oddíle oddílem příloha přílohy příloze přílohu přílohou tabulka tabulky tabulce tabulku \
    tabulkou obrázek obrázku obrázkem graf grafu grafem mapa mapy mapě mapu mapou strana strany \
    straně stranu stranou stránka stránky stránce stránku otázka otázky otázce otázku bod bodu bodě \
    odstavec odstavce odstavci článek článku číslo čísla čísle číslem
    """)
  /// Months in the genitive, as dates have them.
  static let months = words(
    """
    ledna února března dubna května června července srpna září října listopadu prosince
    """)
  /// Standards and what else is followed by a code.
  static let standards = words("ČSN EN ISO IEC DIN IČO IČ DIČ PSČ")
  /// Degrees, ranks and titles before a name.
  static let degrees = words(
    """
    Bc. BcA. Ing. arch. Mgr. MgA. MUDr. MVDr. MDDr. JUDr. PhDr. RNDr. PharmDr. ThDr. ThLic. ThMgr. \
    PaedDr. RSDr. Dr. doc. prof. Prof. Doc. akad. ak. mal. p. pí sv. gen. plk. pplk. mjr. kpt. por.
    """)

  private static func words(_ list: StaticString) -> [[UInt8]] {
    let bytes = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    return bytes.split { $0 == 0x20 || $0 == 0x0A }.map(Array.init)
  }
}
