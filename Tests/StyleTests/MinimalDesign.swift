import Core
import SazbaTesting
import Style
import Testing

/// The least design that is right. Tests replace a line of it.
let minimalDesign = """
  name: Malý
  page:
    size: A5
    inner: 20 mm
    outer: 18 mm
    top: 20 mm
    bottom: 20 mm
    text: 110 mm
    baseline: 12 pt
  palette:
    ink: { screen: "#1A2B3C", press: C10 K90, rich: yes }
    pale: { screen: "#DDDDDD", press: K12 }
  fonts:
    families:
      serif:
        - { weight: 400, file: Serif/Regular.otf }
        - { weight: 400, italic: yes, file: Serif/Italic.otf }
      signs:
        - { weight: 400, file: Signs/Signs.ttf }
    fallback: [signs]
  paragraphs:
    body:
      sets: [paragraph, label]
      font: serif
      size: 10.3 pt
      leading: 1 line
      colour: ink
      breaking: { tolerance: 900, emergency-stretch: 1.5 lines }
    title:
      sets: [heading.1, heading.2, heading.3, heading.4]
      based: body
      size: 16 pt
      leading: 1.5 lines
      features: [smcp, -liga, lnum]
      breaking: { looseness: -1, evenness: 100, river-demerits: 9000 }
    small:
      sets: [caption, contentsEntry.1]
      based: body
      italic: yes
      size: 8 pt
      rule-above: { width: 0.25 pt, colour: pale, distance: 1 mm }
    smaller:
      based: small
      rule-above: none
  characters:
    emphasis: { sets: [emphasis], italic: yes, scale: 62.5 % }
  boxes:
    plain: { sets: [document] }
    part:
      sets: [part.cover, part.imprint, part.contents, part.chapter]
      start: recto
      opening: opening
  tables:
    table: { sets: [table], row-padding: 1 pt, zebra: pale }
  masters:
    body:
      recto: [{ shows: folio, place: outer, baseline: 200 mm, style: small }]
    opening:
      top: 60 mm
      backgrounds: [{ x: 0 mm, y: 0 mm, width: 148 mm, height: 40 mm, colour: pale }]

  """

/// Reads a layout text as if it were the only file there is; returns what was found.
func findings(
  _ kind: String, _ name: String, _ bytes: [UInt8],
  _ read: ([String], inout SourceTable) throws(Rejected) -> Void
) throws -> (found: [Diagnostic], path: String, sources: SourceTable) {
  try withTemporaryFolder { folder in
    let path = try folder.write(bytes, to: "\(kind)/\(name).yaml")
    var sources = SourceTable()
    do throws(Rejected) {
      try read([folder.path], &sources)
      return ([], path, sources)
    } catch {
      return (error.diagnostics, path, sources)
    }
  }
}

/// Reads the minimal design with some lines replaced (marks allowed) and expects these findings.
func expectDesign(
  _ changes: [(String, String)], _ wanted: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var text = minimalDesign
  for (old, new) in changes {
    let parts = text.components(of: old)
    #expect(parts.count == 2, "“\(old)” must stand once", sourceLocation: sourceLocation)
    text = parts.joined(separator: new)
  }
  let source = MarkedSource(text)
  let result = try findings("Designs", "maly", source.bytes) { folders, sources throws(Rejected) in
    _ = try readDesign(named: "maly", in: folders, sources: &sources)
  }
  expectFindings(
    result.found, in: source, path: result.path, sources: result.sources, wanted,
    sourceLocation: sourceLocation)
}

/// Reads a design text that must be right.
func design(_ text: String) throws -> DesignBook {
  try withTemporaryFolder { folder in
    try folder.write(text, to: "Designs/maly.yaml")
    var sources = SourceTable()
    return try readDesign(named: "maly", in: [folder.path], sources: &sources)
  }
}

extension String {
  /// The pieces between the occurrences of a text.
  func components(of separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    pieces.append(String(rest))
    return pieces
  }
}
