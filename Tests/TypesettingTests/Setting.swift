import Core
import Fonts
import Foundation
import Style
import Testing

@testable import Typesetting

/// What the tests of paragraphs share: faces, patterns, and paragraphs of one style.
enum Setting {
  /// Compiled once: without optimisation that takes a while.
  private static let czech = Result { try HyphenationTests.czech() }
  private static let serif = Result { try open("Fonts/SourceSerifPro/SourceSerifPro-Regular.otf") }

  static func fonts() throws -> FontBook { try serif.get() }

  static func open(_ path: String) throws -> FontBook {
    func file(_ path: String) -> FontFile {
      let full = path.hasPrefix("/") ? path : Checkout.root.appending(path: path).path
      return FontFile(path: full, name: path, at: nil)
    }
    return try FontBook.load(
      [file(path), file("Fonts/DejaVuSans/DejaVuSans.ttf")], fallback: [FaceID(1)])
  }

  static func book() throws -> HyphenationBook {
    HyphenationBook([try czech.get()])
  }

  static func style(size: Length = .pt(10)) -> TextStyle {
    TextStyle(face: FaceID(0), size: size, colour: .black)
  }

  static func paragraph(
    _ text: String, language: Language = .czech, breaks: [UInt32] = [], verbatim: Bool = false
  ) -> ParagraphText {
    let bytes = Array(text.utf8)
    return ParagraphText(
      text: bytes,
      runs: [
        TextRun(
          range: 0..<UInt32(bytes.count), style: style(), language: language,
          isVerbatim: verbatim, owner: NodeID(1))
      ], breaks: breaks)
  }

  /// The text of each line, hyphens added shown as `-`.
  static func lines(_ set: TypesetParagraph) -> [String] {
    set.lines.map { line in
      var bytes: [UInt8] = []
      for piece in line.pieces {
        let range = set.pieces[Int(piece)].text
        bytes += set.text[Int(range.lowerBound)..<Int(range.upperBound)]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  static let prose =
    "Komunitní plán sociálních služeb vznikl ve spolupráci s obcemi, poskytovateli a uživateli. "
    + "Řídící skupina jej projednala v Dačicích a doporučila zastupitelstvům ke schválení. "
    + "Potřeby obyvatel se mění, a proto se plán každé dva roky aktualizuje; podrobné "
    + "vyhodnocení předchozího období uvádí příloha č. 3 na straně 112."
}
