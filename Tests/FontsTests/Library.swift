import Core
import Fonts
import Foundation
import SazbaTesting
import Testing

/// The bundled fonts as the tests use them.
enum Library {
  /// The bundled font files below `Fonts/`, in a fixed order.
  static let names: [String] = {
    let families = ["DejaVuSans", "SourceCodePro", "SourceSansPro", "SourceSerifPro"]
    return families.flatMap { family in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path(family))) ?? []
      return files.filter { $0.hasSuffix(".otf") || $0.hasSuffix(".ttf") }.sorted()
        .map { "\(family)/\($0)" }
    }
  }()

  /// Where a file below `Fonts/` is.
  static func path(_ name: String) -> String { Repository.path("Fonts/" + name) }

  /// A book of some files; the fallback faces are given by position.
  static func book(_ names: [String], fallback: [Int] = []) throws -> FontBook {
    try FontBook.load(
      names.map { FontFile(path: path($0), name: $0, at: nil) },
      fallback: fallback.map { FaceID($0) })
  }

  static let serif = "SourceSerifPro/SourceSerifPro-Regular.otf"
  static let serifItalic = "SourceSerifPro/SourceSerifPro-RegularIt.otf"
  static let sans = "SourceSansPro/SourceSansPro-Regular.otf"
  static let dejavu = "DejaVuSans/DejaVuSans.ttf"
}

/// A shaped line of a whole text.
func shaped(
  _ text: String, in book: FontBook, face: Int = 0, features: [String] = [],
  language: Language = .czech
) -> [ShapedGlyph] {
  var shaper = Shaper(book)
  var glyphs: [ShapedGlyph] = []
  let bytes = Array(text.utf8)
  shaper.shape(
    bytes, 0..<bytes.count, face: FaceID(face), features: features, language: language,
    into: &glyphs)
  return glyphs
}

/// One line of `Tests/Oracles/shaping/answers.tsv`.
struct Answer: Sendable {
  let face, features, language, text, glyphs: String

  /// The features as a style lists them.
  var list: [String] { features == "-" ? [] : features.split(separator: ",").map(String.init) }

  /// Every recorded answer.
  static func all() throws -> [Answer] {
    try Repository.text(of: "Tests/Oracles/shaping/answers.tsv")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        try #require(fields.count == 6)
        return Answer(
          face: fields[0], features: fields[1], language: fields[2], text: fields[4],
          glyphs: fields[5])
      }
  }
}
