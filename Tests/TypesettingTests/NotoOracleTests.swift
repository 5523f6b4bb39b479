import Core
import Fonts
import Foundation
import Style
import Testing

@testable import Typesetting

/// TeX's recorded paragraphs once more, now from their text: our shaping, our items.
///
/// Needs Noto Serif of Debian's package fonts-noto-core, with which they were recorded; its words
/// are hyphenated where TeX's nodes say, since TeX used other patterns than ours.
@Suite struct NotoOracleTests {
  static let font = "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"

  /// The words of the nodes with their discretionaries, as exceptions.
  static func exceptions(_ paragraphs: [RecordedParagraph]) -> String {
    var out = ""
    for paragraph in paragraphs {
      for node in paragraph.nodes {
        switch node[0] as? String {
        case "c":
          // Ligatures stand as characters of their own.
          let letters = (node[2] as? String ?? "").replacing("\u{FB00}", with: "ff")
            .replacing("\u{FB01}", with: "fi").replacing("\u{FB02}", with: "fl")
          for scalar in letters.unicodeScalars {
            out += LetterCase.isLetter(scalar.value) ? String(scalar) : " "
          }
        case "d": out += node[8] as? String == "regular" ? "-" : " "
        case "g": out += " "
        default: break
        }
      }
      out += "\n"
    }
    // A word that TeX parted in one place and not in another is known by its parts.
    return out.split { $0 == " " || $0 == "\n" }.filter { $0.contains("-") }
      .joined(separator: " ")
  }

  @Test(
    "TeX's lines with our shaping, wherever TeX found lines that fit",
    .enabled(if: FileManager.default.fileExists(atPath: font)))
  func lines() throws {
    let paragraphs = try RecordedParagraph.all()
    // English, so that the rules of Czech, which TeX did not know, stay out.
    let patterns = HyphenationPatterns(
      language: .english,
      source: HyphenationSource(patterns: [], exceptions: Array(Self.exceptions(paragraphs).utf8)),
      leftMinimum: 2, rightMinimum: 3)
    var typesetter = Typesetter(
      fonts: try Setting.open(Self.font), hyphenation: HyphenationBook([patterns]))
    var compared = 0
    for paragraph in paragraphs {
      for recorded in paragraph.cases {
        var parameters = BreakParameters()
        parameters.emergencyStretch = Length(
          sp: Int32(RecordedParagraph.number(recorded["emergencystretch"])))
        let set = typesetter.typeset(
          Setting.paragraph(paragraph.text, language: .english),
          ParagraphSetting(
            lineWidth: Length(sp: Int32(RecordedParagraph.number(recorded["hsize"]))),
            breaking: parameters, lastLineMinimum: 0))
        if set.pass == .rescue { continue }  // TeX left lines overfull, we do not.
        let lines = Setting.lines(set).map {
          $0.replacing("\u{AD}", with: "-").replacing("\u{A0}", with: " ")
            .trimmingCharacters(in: .whitespaces)
        }
        // TeX leaves the part of a compound after its hyphen whole; we do not.
        if lines.contains(where: { $0.hasSuffix("-") && $0.hasHyphenInLastWord }) { continue }
        compared += 1
        let place: Comment = "paragraph \(paragraph.id), \(recorded["hsize_mm"] ?? "") mm"
        #expect(lines == recorded["lines"] as? [String], place)
        let demerits = Int64(RecordedParagraph.number(recorded["total_demerits"]))
        #expect(abs(set.demerits - demerits) <= max(40, demerits / 500), place)
      }
    }
    #expect(compared >= 140)
  }
}

extension String {
  /// Whether the last word has a hyphen before the one at its end.
  fileprivate var hasHyphenInLastWord: Bool {
    let word = split(separator: " ").last ?? ""
    return word.dropLast().contains("-")
  }
}
