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
