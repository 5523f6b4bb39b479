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
      Picture(
        name: "obrazky/a.jpg", format: .jpeg(isInverted: false, isPlainRGB: false), width: 30,
        height: 20, orientation: .quarterTurn, colours: .rgb, bits: 8, colourProfile: [],
        bytes: [])
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
}
