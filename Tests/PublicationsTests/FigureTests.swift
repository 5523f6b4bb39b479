import Core
import Manuscript
import Planning
import Testing

/// How pictures of narratives become figures.
@Suite struct FigureTests {
  @Test func aFigureHasACaptionBesideItAndANumber() throws {
    var scribe = Scribe()
    let figure = ProseFigure(
      file: scribe.located("obrazky/a.jpg"), alternative: scribe.located("Náměstí s kašnou"),
      legend: Legend(
        caption: [scribe.text("Náměstí")], source: scribe.located("Město"),
        anchor: scribe.located("namesti")), width: .full)
    let bare = ProseFigure(
      file: scribe.located("obrazky/a.jpg"), alternative: scribe.located("Kašna"),
      legend: Legend(source: scribe.located("Město")), width: .column(300),
      crop: PictureCrop(top: 100))
    let call = scribe.inline(.reference(anchor: "namesti", .number, []))
    var narrative = scribe.narrative(
      "k",
      [
        scribe.heading(1, "K"), scribe.block(.figure(figure)), scribe.block(.figure(bare)),
        scribe.block(.paragraph([call])),
      ])
    narrative.pictures = [
      Located(
        Picture(
          name: "obrazky/a.jpg", format: .jpeg(isInverted: false, isPlainRGB: false), width: 30,
          height: 20, orientation: .quarterTurn, colours: .rgb, bits: 8, colourProfile: [],
          bytes: []), at: narrative.at)
    ]
    let document = try compose(
      SmallPlan.plan([narrative]), [.part("chapter", ["text": "k"])])
    #expect(document.pictures.count == 1)
    let dump = document.dump()
    for line in [
      "figure.full #namesti alt=“Náměstí s kašnou” obrazky/a.jpg 20×30 wide full",
      "caption.figure “⟨label.caption: Obrázek\u{A0}1⟩ Náměstí”",
      "paragraph.source “Zdroj: Město”",
      "figure alt=“Kašna” obrazky/a.jpg 20×30 wide 300 without 100 0 0 0",
      "paragraph “⟨reference #namesti: 1⟩”",
    ] {
      #expect(dump.contains(line), "\(line) is not in \(dump)")
    }
  }

  /// Maps are counted apart, and a list of them is there only where there are some.
  @Test func aMapIsCountedAndListedApart() throws {
    var scribe = Scribe()
    let plain = ProseFigure(
      file: scribe.located("a.png"), alternative: scribe.located("Náměstí"),
      legend: Legend(caption: [scribe.text("Náměstí")], source: scribe.located("Město")))
    var map = plain
    map.kind = .map
    map.legend.caption = [scribe.text("Obce")]
    let at = scribe.located("").at
    let picture = Located(
      Picture(
        name: "a.png", format: .png, width: 30, height: 20, orientation: .upright, colours: .rgb,
        bits: 8, colourProfile: [], bytes: []), at: at)
    func dump(_ figures: [ProseFigure]) throws -> String {
      var narrative = scribe.narrative(
        "k", [scribe.heading(1, "K")] + figures.map { scribe.block(.figure($0)) })
      narrative.pictures = [picture]
      return try compose(
        SmallPlan.plan([narrative]),
        [
          .part("chapter", ["text": "k"]), .part("list-of-figures"), .part("list-of-maps"),
        ]
      ).dump()
    }
    let both = try dump([plain, map])
    for words in [
      "⟨label.caption: Obrázek\u{A0}1⟩ Náměstí", "⟨label.caption: Mapa\u{A0}1⟩ Obce", "#mapa-1",
      "#seznam-obrazku", "#seznam-map “⟨label.section: 1.2⟩ Seznam map”",
      "⟨label.entry: Mapa\u{A0}1⟩ Obce",
    ] {
      #expect(both.contains(words), "\(words) is not in \(both)")
    }
    let figures = try dump([plain])
    #expect(figures.contains("#seznam-obrazku") && !figures.contains("#seznam-map"))
    let maps = try dump([map])
    #expect(!maps.contains("#seznam-obrazku") && maps.contains("⟨label.section: 1.1⟩ Seznam map"))
  }

  @Test func theCoverCarriesTheLogosInTheOrderOfThePlan() throws {
    var scribe = Scribe()
    func picture(_ name: String) -> Picture {
      Picture(
        name: name, format: .jpeg(isInverted: false, isPlainRGB: false), width: 30, height: 20,
        orientation: .upright, colours: .rgb, bits: 8, colourProfile: [], bytes: [])
    }
    var plan = try SmallPlan.plan([])
    let name = scribe.located("Plánujeme")
    plan.project = Project(
      name: name, registration: scribe.located("CZ.1"), programme: scribe.located("Program"),
      recipient: nil, partners: [], publicity: scribe.located("Spolufinancováno."),
      logos: [
        Logo(picture: picture("b.jpg"), alternative: scribe.located("Unie"), at: name.at),
        Logo(picture: picture("a.jpg"), alternative: scribe.located("Obec"), at: name.at),
      ], at: name.at)
    let lines = try compose(plan, [.part("cover")]).dump().split(separator: "\n")
    let strip = lines.drop { !$0.contains(".publicity") }.map(String.init)
    #expect(strip.count == 6)
    for (line, words) in zip(
      strip,
      [
        ".publicity", ".logos", "figure.logo alt=“Unie” b.jpg", "figure.logo alt=“Obec” a.jpg",
        "paragraph.publicity “Spolufinancováno.”",
        "paragraph.publicityFacts “Program · Registrační číslo: CZ.1”",
      ])
    {
      #expect(line.contains(words), "\(line)")
    }
    // A project that asks for nothing gets no empty strip.
    plan.project?.publicity = nil
    plan.project?.logos = []
    #expect(try !compose(plan, [.part("cover")]).dump().contains("publicity"))
  }
}
