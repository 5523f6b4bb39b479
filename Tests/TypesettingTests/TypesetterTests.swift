import Core
import Fonts
import Style
import Testing

@testable import Typesetting

@Suite struct TypesetterTests {
  @Test("Justified lines fill the measure exactly and lose no word")
  func justified() throws {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    let width = Length.mm(60)
    let set = typesetter.typeset(
      Setting.paragraph(Setting.prose), ParagraphSetting(lineWidth: width))
    #expect(set.lines.count > 5)
    for line in set.lines.dropLast() {
      #expect(line.width == width, "\(line)")
      #expect(!line.isOverfull)
    }
    let joined = Setting.lines(set).joined()
    #expect(joined.replacing("\u{AD}", with: "") == Setting.prose)
    #expect(joined == String(decoding: set.text, as: UTF8.self))
    #expect(set.missing.isEmpty)
    print(set.pass, set.demerits)
    for (l, t) in zip(set.lines, Setting.lines(set)) { print(t, l.badness, l.demerits, l.ratio) }
  }
}
