import Core
import Manuscript
import Style
import Typesetting

extension Typesetter {
  /// Sets words that no author wrote, on one line where they have room: running heads, carried sums.
  mutating func artifactLine(
    _ bytes: [UInt8], _ style: ParagraphStyle, width: Length, language: Language
  ) -> TypesetParagraph {
    typeset(
      ParagraphText(
        text: bytes,
        runs: [
          TextRun(
            range: 0..<UInt32(bytes.count), style: style.text, language: language,
            owner: NodeID(0))
        ]),
      ParagraphSetting(
        lineWidth: max(width, .pt(1)), alignment: .left, hyphenate: false,
        breaking: style.breaking, lastLineMinimum: 0))
  }
}
