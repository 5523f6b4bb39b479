import Core
import Planning
import SazbaTesting

@testable import Intake

/// What a desk reads, compared with what it reads the second time.
@discardableResult
func readTwice<Value: Equatable>(
  _ scratch: Scratch, _ read: (inout ReadingDesk) -> Value
) -> Value {
  func once() -> (Value, ReadingDesk) {
    var desk = ReadingDesk(folder: scratch.path, sources: SourceTable())
    return (read(&desk), desk)
  }
  let (value, desk) = once()
  let isRefusal = desk.findings.contains(where: \.isError)
  checkFindings(desk.findings, desk.sources, areRefusal: isRefusal)
  checkSpans(of: value, desk.sources)
  let (again, other) = once()
  demand(
    value == again && desk.findings == other.findings && desk.sources == other.sources,
    "a file read twice gives the same")
  return value
}

extension FuzzTarget {
  /// A narrative text.
  static let narrative: FuzzTarget = {
    let scratch = Scratch("narrative")
    scratch.folder("texty")
    return FuzzTarget(
      name: "narrative", longest: 8_192,
      words: [
        "# ", "## ", "{#kotva}", "[](#kotva)", "[číslo](#kotva)", "[^1]", "\n[^1]: ", "| a | b |\n",
        "|---|:-:|\n", "![a](obrazky/a.jpg)", "\nPopis: ", "\nZdroj: ", "\nStav k: ", "\nŠířka: ",
        "\nSloupce: 20 mm, 1",
        "\nDruh: mapa", "\n: ", "~2~", "~~",
        "\nVýřez: 10 % shora", "<!-- ", " -->", "> ", "- ", "1. ", "**", "_", "\\", "&nbsp;",
        "&#0;", "[en: ", "<a>", "```", "    ", "\t", "\u{AD}", "\u{301}", "\r",
      ],
      seeds: {
        contents(
          filesOfCheckout("Data/dacice", ".md")
            + filesOfCheckout("Tests/IntakeTests", ".md")
            + filesOfCheckout("Tests/Publications", ".md"))
      },
      run: { bytes in
        scratch.write(bytes, to: "texty/a.md")
        readTwice(scratch) { desk in desk.readNarratives() }
      })
  }()
}
