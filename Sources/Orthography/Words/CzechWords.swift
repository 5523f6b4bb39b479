/// The words that the rules of Czech and Slovak know.
enum CzechWords {
  /// Units that follow a number, whatever the number.
  static let units = WordSet(
    """
    Kč EUR CZK USD € W V A Hz Pa J N K °C % ‰ Sb. mm cm dm m km ha g kg t l ml hl min h hod. s. s
    kW kWh MW MWh GJ kB MB GB tis. mil. mld. ks min. m² m³ km² Kčs Kč/h Kč/m² km/h
    """)
  /// Currencies of three bytes, as amounts have them.
  static let currencies = WordSet("Kč € CZK EUR USD GBP PLN CHF")
  /// Units before which a point in a number can only be a decimal one.
  static let decimalUnits = WordSet(
    """
    Kč EUR CZK USD € °C % ‰ mm cm dm m km ha g kg t l ml hl tis. mil. mld. tis mil mld kW kWh MW m² m³ km²
    úvazek úvazku úvazků úvazky úvazkem úvazcích
    """)
  /// Units of what is measured in two directions.
  static let lengths = WordSet("mm cm dm m km px")
  /// What long numbers count.
  static let counted = WordSet(
    """
    Kč EUR CZK USD € tis. mil. mld. korun obyvatel obyvatele obyvatelů osob osoby lidí klientů
    uživatelů domácností ha m² km² km kWh
    """)
  /// Small words that a number does not count.
  static let functionWords = WordSet(
    """
    a i k o s u v z ač aby ale ani až bez by být byl byla bylo byly či do i je jsou k ke kde když
    který která které ko mezi na nad nebo nebyl od po pod pro proti před přes při se si ve však z
    za ze že
    """)
  /// Signs and abbreviations that a number follows.
  static let signs = WordSet(
    """
    § §§ č. čl. s. str. odst. písm. tab. obr. kap. roč. kol. sv. ř. bod příl. čís. tel. # № čp. pol. sl. r. * † ©
    """)
  /// What is counted through and so is named with its number: `tabulka 7`, `aktivity 1.1.1`.
  static let numbered = WordSet(
    """
    aktivita aktivity aktivitě aktivitu aktivitou opatření opatřením priorita priority prioritě
    prioritu prioritou cíl cíle cíli cílem kapitola kapitoly kapitole kapitolu kapitolou oddíl
    oddílu oddíle oddílem příloha přílohy příloze přílohu přílohou tabulka tabulky tabulce tabulku
    tabulkou obrázek obrázku obrázkem graf grafu grafem mapa mapy mapě mapu mapou strana strany
    straně stranu stranou stránka stránky stránce stránku otázka otázky otázce otázku bod bodu bodě
    odstavec odstavce odstavci článek článku číslo čísla čísle číslem
    """)
  /// Months in the genitive, as dates have them; those of Slovak and German, too.
  static let months = WordSet(
    """
    ledna února března dubna května června července srpna září října listopadu prosince
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
    Januar Februar März April Mai Juni Juli August September Oktober November Dezember
    """)
  /// Months of English.
  static let westernMonths = WordSet(
    "January February March April May June July August September October November December")
  /// Months of Ukrainian, in the genitive; `листопада` is longer than a key.
  static let ukrainianMonths = WordSet(
    """
    січня лютого березня квітня травня червня липня серпня вересня жовтня грудня
    """)
  /// Months, days and their abbreviations, between which a dash is a range.
  static let calendar = WordSet(
    """
    leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
    ledna února března dubna května června července srpna října listopadu prosince
    pondělí úterý středa čtvrtek pátek sobota neděle po út st čt pá so ne
    Únor Února Červen Června Červenec Července Říjen Října Úterý Čtvrtek Út Čt
    """)
  /// Days of the week in the forms that prepositions ask for, with a capital.
  static let capitalDays = WordSet(
    "Pondělí Úterý Středu Středy Čtvrtek Čtvrtku Pátek Pátku Sobotu Soboty Neděli Neděle")
  /// Words before a day of the week.
  static let beforeDays = WordSet(
    "v ve do od na po každé každý každou každou minulý minulou příští toto tento tuto až")
  /// Standards and what else is followed by a code.
  static let standards = WordSet("ČSN EN ISO IEC DIN IČO IČ DIČ PSČ")
  /// Degrees, ranks and titles before a name.
  static let degrees = WordSet(
    """
    ing. mgr. bc. Bc. BcA. Ing. arch. Mgr. MgA. MUDr. MVDr. MDDr. JUDr. PhDr. RNDr. PharmDr. ThDr. ThLic. ThMgr.
    PaedDr. RSDr. Dr. doc. prof. Prof. Doc. akad. ak. mal. p. pí sv. Sv. gen. plk. pplk. mjr. kpt. por.
    """)
  /// Degrees after a name, the shape in which they are surely no other word.
  static let degreesAfter = WordSet("Ph.D. CSc. DrSc. DiS. Th.D. Dr.Sc. LL.M. PhD.")
  /// Degrees after a name that could be another word, were there no degree before it.
  static let looseDegrees = WordSet("MBA MPA MHA MSc MSc. BBA DBA LLM PhD CSc DrSc DiS")
  /// What stands before a telephone number.
  static let beforeTelephone = WordSet(
    "tel tel. telefon telefonu mob mob. mobil mobilu fax fax. linka linku linky čísle číslo")
  /// Abbreviations of one word with a full stop: no sentence ends there, and none is parted.
  static let abbreviations = WordSet(
    """
    aj. akad. apod. atd. atp. čís. čl. doc. dř. event. hod. Ing. inv. kap. kol. kpt. kupř. max. mil.
    min. mj. mld. např. násl. nám. obr. odd. odst. okr. Ph.D. písm. pol. popř. popřípadě. pozn. prof.
    přibl. příl. příp. resp. roč. rozh. sb. Sb. spol. srov. stol. str. sv. tab. tel. tis. tj. tř. tzn.
    tzv. ul. ust. vč. vl. vyd. vyhl. zast. zejm. zvl. CSc. DiS. DrSc. kat. prod. přest. spec.
    """)
  /// What is counted in adjectives made of a number: `-letý`, `-členný`, without their endings.
  static let adjectiveStems = WordSet(
    """
    let členn bodov denn měsíčn hodinov stupňov lůžkov týdenn procentn patrov místn minutov
    kilometrov litrov stránkov dílov
    """)
  /// Those among them that do not tell more of a thing that is counted: `5 lůžkových zařízení`.
  static let countedStems = WordSet(
    "let členn bodov stupňov patrov kilometrov litrov stránkov dílov hodinov minutov lůžkov")
  /// Nouns in the nominative that a measure tells more of: `15km okruh`, `5% nárůst`.
  static let measured = WordSet(
    """
    okruh úsek trasa běh závod pás nárůst pokles sleva podíl přirážka úspora roztok
    spoluúčast účast úvazek zdražení navýšení úrok
    """)
  /// Companies and societies: what a number and a capital do not part.
  static let offices = WordSet("Úřad Úřadu Úřadem Úřady Úřadů Úřadům Úřadech")
  /// Regions with a capital.
  static let regions = WordSet("Kraj Kraje Kraji Krajem Kraji Krajů Krajům Krajích")
}
