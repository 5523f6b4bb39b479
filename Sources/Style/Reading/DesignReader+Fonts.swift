import Core
import Manuscript

extension DesignReader {
  // MARK: Fonts

  static let fontKeys = ["families", "fallback", "protrusion"]
  static let faceKeys = ["weight", "italic", "file"]
  static let protrusionKeys = ["families", "marks"]

  /// The families; the fallback faces and the marks that hang are returned.
  mutating func fonts(_ node: LayoutNode?) -> (fallback: [FaceID], protrusion: [Protrusion]) {
    guard let node,
      let fields = reader.fields(
        node, of: "fonts", known: DesignReader.fontKeys,
        required: DesignReader.fontKeys.filter { $0 != "protrusion" })
    else { return ([], []) }
    if let node = fields["families"],
      let families = reader.freeFields(node, of: "families")
    {
      if families.entries.isEmpty { reader.report(.emptyList("families", at: node.at)) }
      for family in families.entries {
        self.families.append(family.key)
        readFaces(of: family)
      }
    }
    var fallback: [FaceID] = []
    for name in fields["fallback"].flatMap({ reader.list($0, key: "fallback") }) ?? [] {
      guard let family = self.family(name, key: "fallback") else { continue }
      for (position, face) in faces.enumerated() where face.family == family {
        fallback.append(FaceID(position))
      }
    }
    return (fallback, fields["protrusion"].map { protrusion($0) } ?? [])
  }

  /// The marks that hang, of each face; later tables win mark by mark.
  private mutating func protrusion(_ node: LayoutNode) -> [Protrusion] {
    var tables = [Protrusion](repeating: Protrusion(), count: faces.count)
    let keys = DesignReader.protrusionKeys
    for node in reader.list(node, key: "protrusion") ?? [] {
      guard
        let fields = reader.fields(node, of: "protrusion", known: keys, required: keys),
        let families = fields["families"].flatMap({ reader.list($0, key: "families") }),
        let marks = fields["marks"].flatMap({ reader.freeFields($0, of: "marks") })
      else { continue }
      let names = families.compactMap { family($0, key: "families") }
      for entry in marks.entries {
        guard let mark = mark(entry) else { continue }
        for position in faces.indices where names.contains(faces[position].family) {
          tables[position].marks.removeAll { $0.scalar == mark.scalar }
          tables[position].marks.append(mark)
        }
      }
    }
    for position in tables.indices { tables[position].marks.sort { $0.scalar < $1.scalar } }
    return tables
  }

  /// A character with its shares: `"„": [45 %, 0 %]`.
  private mutating func mark(_ entry: LayoutEntry) -> Protrusion.Mark? {
    guard let shares = reader.list(entry.value, key: entry.key) else { return nil }
    let scalars = entry.key.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1, shares.count == 2 else {
      reader.report(
        .wrongType(
          entry.key, at: entry.value.at,
          expected: Phrase(
            cs: "jeden znak a dva podíly jeho šířky: [vlevo, vpravo]",
            en: "one character and two shares of its width: [left, right]")))
      return nil
    }
    guard let left = reader.thousandths(shares[0], key: entry.key, in: 0...1_000),
      let right = reader.thousandths(shares[1], key: entry.key, in: 0...1_000)
    else { return nil }
    return Protrusion.Mark(scalar: scalar.value, left: Int32(left), right: Int32(right))
  }

  private mutating func readFaces(of family: LayoutEntry) {
    guard let list = reader.list(family.value, key: family.key) else { return }
    if list.isEmpty { reader.report(.emptyList(family.key, at: family.value.at)) }
    for node in list {
      guard
        let fields = reader.fields(
          node, of: family.key, known: DesignReader.faceKeys, required: ["weight", "file"]),
        let file = fields["file"].flatMap({ reader.ownFile($0, key: "file") })
      else { continue }
      let weight =
        fields["weight"].flatMap { reader.integer($0, key: "weight", in: 100...1000) } ?? 400
      let italic = fields["italic"].flatMap { reader.flag($0, key: "italic") } ?? false
      faces.append(
        FaceSpec(
          family: family.key, weight: weight, italic: italic, file: file,
          at: fields["file"]?.at))
    }
  }

  /// The name of a family that the design has.
  mutating func family(_ node: LayoutNode, key: String) -> String? {
    guard let name = reader.text(node, key: key) else { return nil }
    if families.contains(name) { return name }
    reader.report(.unknownFamily(name, at: node.at, known: families))
    return nil
  }

  /// The face of a family in a weight and posture.
  mutating func face(
    _ family: String, weight: Int, italic: Bool, at place: SourceSpan
  ) -> FaceID? {
    if let position = faces.firstIndex(where: {
      $0.family == family && $0.weight == weight && $0.italic == italic
    }) {
      return FaceID(position)
    }
    let known = faces.filter { $0.family == family }
      .map { $0.italic ? "\($0.weight) italic" : "\($0.weight)" }
    if !known.isEmpty {
      reader.report(
        .unknownFace(family, weight: weight, italic: italic, at: place, known: known))
    }
    return nil
  }
}
