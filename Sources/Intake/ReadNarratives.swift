import Core
import Planning

extension ReadingDesk {
  /// The texts of `texty/`, by file stem.
  mutating func readNarratives() -> [Narrative] {
    // Not even the names of a folder outside are looked at.
    guard isInside("texty", namedAt: nil) else { return [] }
    var narratives: [Narrative] = []
    for name in names(in: "texty") where name.hasSuffix(".md") {
      guard let file = open("texty/" + name) else { continue }
      var reader = NarrativeReader(file: file, bytes: sources[file].bytes)
      let prose = reader.read()
      note(reader.findings)
      var pictures: [Located<Picture>] = []
      for named in reader.pictures
      where !pictures.contains(where: { $0.value.name == named.value }) {
        if let picture = readPicture(named) { pictures.append(Located(picture, at: named.at)) }
      }
      narratives.append(
        Narrative(
          stem: String(name.dropLast(3)), prose: prose, pictures: pictures, at: .top(of: file)))
    }
    return narratives
  }
}
