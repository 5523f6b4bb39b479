import Core
import Manuscript
import SazbaTesting
import Style

extension FuzzTarget {
  /// A file that stands for a design, a recipe, a phrasebook and a profile.
  static let layout: FuzzTarget = {
    let scratch = Scratch("layout")
    let kinds = ["Designs", "Publications", "Phrases", "Profiles"]
    for kind in kinds { scratch.folder(kind) }
    scratch.link("any", as: kinds.map { $0 + "/any.yaml" })
    return FuzzTarget(
      name: "layout", longest: 32_768,
      words: [
        "page:", "grid:", "colours:", "families:", "styles:", "like: ", "boxes:", "tables:",
        "parts:", "standards:", "12 pt", "1 line", "210 mm", "62.5 %", "-1 mm", "99999999 mm",
        "[", "]", "{", "}", "#A0B1C2", "cmyk 0 0 0 100", "yes", "no", "&a ", "*a", "\u{E000}",
        "\u{85}", "\r",
      ],
      seeds: {
        contents(filesOfCheckout("Layouts", ".yaml") + filesOfCheckout("Tests", "Layouts.yaml"))
          + [Array(minimalProfile.utf8)]
      },
      run: { bytes in
        scratch.write(bytes, to: "any")
        let folders = [scratch.path]
        check { sources throws(Rejected) in
          try readDesign(named: "any", in: folders, sources: &sources)
        }
        check { sources throws(Rejected) in
          try readRecipe(named: "any", in: folders, sources: &sources)
        }
        check { sources throws(Rejected) in
          try readPhrases(language: Language("any"), in: folders, sources: &sources)
        }
        check { sources throws(Rejected) in
          try readProfile(named: "any", in: folders, sources: &sources)
        }
      })
  }()

  private static let minimalProfile = "standards: [PDF/A-2a, PDF/UA-1]\n"
}

/// Reads twice and compares.
private func check<Value: Equatable>(
  _ read: (inout SourceTable) throws(Rejected) -> Value
) {
  func once() -> (Value?, [Diagnostic]) {
    var sources = SourceTable()
    do throws(Rejected) {
      let value = try read(&sources)
      checkSpans(of: value, sources)
      return (value, [])
    } catch {
      checkFindings(error.diagnostics, sources, areRefusal: true)
      return (nil, error.diagnostics)
    }
  }
  let first = once()
  let second = once()
  demand(first.0 == second.0 && first.1 == second.1, "a layout read twice gives the same")
}
