import Core
import Manuscript
import Planning

/// How pictures of narratives become exhibits.
extension Ledger {
  /// Adds a picture, its caption below it, its source last.
  ///
  /// The caption stands beside the figure, not in it: the alternative text replaces all that a
  /// figure holds, so a caption inside would not be heard.
  mutating func proseFigure(
    _ figure: ProseFigure, origin: SourceSpan, in builder: inout DocumentBuilder
  ) {
    guard let picture = plan.picture(figure.file.value) else {
      findings.append(.picture(figure.file.value, at: figure.file.at))
      return
    }
    let caption = figure.legend.caption
    let kind: CaptionKind = figure.kind == .map ? .map : .figure
    let number = caption.isEmpty ? nil : nextNumber(of: kind)
    let anchor = figure.legend.anchor?.value ?? number.map { "\(kind.stem)-\($0)" }
    if let anchor {
      enter(anchor, Target(number: number, title: caption.plainText))
      enter(kind, number: number, title: caption.plainText, anchor: anchor)
    }
    let look = figure.width == .full ? "full" : ""
    builder.node(.group(.exhibit), look: "figure", origin: origin) { builder in
      let image = builder.picture(picture)
      let artwork = builder.artwork(.image(image, width: figure.width, crop: figure.crop))
      builder.node(
        .figure(artwork), look: look, origin: figure.file.at,
        alternative: figure.alternative.value, anchor: anchor)
      if let number {
        let words = builder.node(.caption, look: "figure", origin: caption.first?.at) { builder in
          builder.node(.label, look: "caption") { $0.text("\(self[kind.word])\u{A0}\(number)") }
          builder.text(" ")
        }
        fill(caption, of: words, in: &builder)
      }
      sourceLine(of: figure.legend, in: &builder)
    }
  }
}
