import Planning
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("nazv", "nazev"), ("nzaev", "nazev"), ("období", "obdobi"), ("Datum textu", "datum_textu"),
    ("prioriti", "priority"),
  ])
  func proposes(_ word: String, _ meant: String) {
    let keys = ["nazev", "obdobi", "datum_textu", "priority", "stav"]
    #expect(nearest(to: word, among: keys) == meant)
  }

  @Test func doesNotGuessWildly() {
    #expect(nearest(to: "cokoli", among: ["nazev", "stav"]) == nil)
    #expect(nearest(to: "", among: ["nazev"]) == nil)
  }
}
