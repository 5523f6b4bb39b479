import Core
import Manuscript
import SazbaTesting
import Style
import Testing

/// What the minimal design resolves to.
@Suite struct ResolvedDesign {
  @Test func inheritance() throws {
    let book = try design(minimalDesign)
    let title = try book.paragraph("title")
    #expect(title.text.size == .pt(16))
    #expect(title.leading == .pt(18))
    #expect(
      title.text.colour == Colour(screen: 0x1A2B3C, cyan: 10, magenta: 0, yellow: 0, black: 90))
    #expect(title.text.features == ["-liga", "lnum", "smcp"])
    // Parameters of line breaking are inherited one by one.
    #expect(title.breaking.tolerance == 900)
    #expect(title.breaking.looseness == -1)
    #expect(title.breaking.emergencyStretch == .pt(18))
    let small = try book.paragraph("small")
    #expect(small.text.face == FaceID(1))
    #expect(small.ruleAbove?.width == .milliPoints(250))
    #expect(small.ruleAbove?.distance == .mm(1))
    #expect(small.breaking.looseness == 0)
    #expect(try book.paragraph("smaller").ruleAbove == nil)
    // `sets` is not inherited.
    #expect(book.paragraphKeys.values.filter { $0 == 3 }.isEmpty)
    #expect(book.characters.first?.scale == 625)
    #expect(book.fallback == [FaceID(2)])
    #expect(book.boxes[1].openingMaster == "opening")
    #expect(book.boxes[1].master == "body")
  }

  @Test(arguments: [
    ("10.3 pt", 675_021), ("22 mm", 4_086_969), ("0.0001 pt", 7), ("1.5 lines", 1_179_648),
    ("1 line", 786_432), ("0.75 lines", 589_824), ("8.8 pt", 576_717), ("3.3333 mm", 619_232),
  ])
  func lengthsAreExact(_ written: String, _ sp: Int) throws {
    let book = try design(
      minimalDesign.components(of: "    size: 8 pt").joined(separator: "    size: \(written)"))
    #expect(try Int(book.paragraph("small").text.size.sp) == sp)
  }

  /// Letters below nine points have the inks that the palette has for them; on a screen nothing changes.
  @Test func smallLettersHaveFineInks() throws {
    let plain = try design(minimalDesign).paragraph("small").text.colour
    let book = try design(
      minimalDesign.components(of: "rich: yes }").joined(separator: "rich: yes, fine: C80 K20 }"))
    var fine = plain
    (fine.cyan, fine.magenta, fine.yellow, fine.black) = (80, 0, 0, 20)
    #expect(try book.paragraph("body").text.colour == plain)
    #expect(try book.paragraph("small").text.colour == fine)
    #expect(fine.description == plain.description)
    #expect(book.fineInks.colour(plain, at: .pt(9)) == plain)
    #expect(book.fineInks.colour(plain, at: .milliPoints(8_999)) == fine)
  }

  @Test func dumpIsStable() throws {
    let book = try design(minimalDesign)
    try expectGolden(book.dump(), "Tests/StyleTests/Golden/minimal.txt")
    #expect(book.dump() == (try design(minimalDesign)).dump())
  }

  @Test func lookupGoesFromNearToFar() throws {
    var text = minimalDesign.components(of: "    sets: [paragraph, label]").joined(
      separator: "    sets: [paragraph, label, group.card/paragraph.goal]")
    text = text.components(of: "    based: small").joined(
      separator: "    based: small\n    sets: [paragraph.goal, quote/paragraph]")
    let book = try design(text)
    func name(_ look: String, _ contexts: [String]) -> String? {
      book.paragraphStyle(role: .paragraph, look: look, contexts: contexts)
        .map { book.paragraphs[$0].name }
    }
    #expect(name("", []) == "body")
    #expect(name("goal", []) == "smaller")
    #expect(name("unheard-of", []) == "body")
    #expect(name("goal", ["group.card.measure", "group.card"]) == "body")
    #expect(name("", ["body", "item", "quote"]) == "smaller")
    #expect(name("goal", ["quote", "group.card"]) == "smaller")
    // What no key sets has no style: whoever asks says so.
    #expect(book.paragraphStyle(role: .heading(level: 6), look: "", contexts: []) == nil)
    #expect(book.boxStyle(role: .quote, look: "", contexts: []) == nil)
  }
}
