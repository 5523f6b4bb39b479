import Core
import Foundation
import Planning

extension ReadingDesk {
  /// The texts of `texty/`, by file stem.
  mutating func readNarratives() -> [Narrative] {
    var narratives: [Narrative] = []
    for name in names(in: "texty") where name.hasSuffix(".md") {
      guard let file = open("texty/" + name) else { continue }
      var reader = NarrativeReader(file: file, bytes: sources[file].bytes)
      let prose = reader.read()
      findings += reader.findings
      for picture in reader.pictures where isInside(picture.value, namedAt: picture.at) {
        if !FileManager.default.fileExists(atPath: shown(picture.value)) {
          report(
            IntakeDiagnostics.noFile, at: picture.at,
            Phrase(
              cs: "Obrázek \(shown(picture.value)) chybí.",
              en: "The picture \(shown(picture.value)) is missing."),
            fix: Phrase(
              cs: "Opravte název, nebo obrázek do složky projektu doplňte.",
              en: "Correct the name, or add the picture to the project folder."))
        }
      }
      narratives.append(Narrative(stem: String(name.dropLast(3)), prose: prose, at: .top(of: file)))
    }
    return narratives
  }
}
