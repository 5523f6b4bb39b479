import Core

extension DesignReader {
  private static let spineParts = ["titles", "periods", "head", "foot"]
  static let spineKeys = spineParts + ["fields", "direction", "stand"]

  /// The spine of the cover.
  mutating func spine(_ node: LayoutNode?) -> SpineStyle? {
    let required = DesignReader.spineParts
    guard let node,
      let fields = reader.fields(
        node, of: "spine", known: DesignReader.spineKeys, required: required)
    else { return nil }
    var tints: [SpineStyle.Field] = []
    for node in fields["fields"].flatMap({ reader.list($0, key: "fields") }) ?? [] {
      let known = ["y", "height", "colour"]
      guard let parts = reader.fields(node, of: "fields", known: known, required: known),
        let y = parts["y"].flatMap({ reader.length($0, key: "y") }),
        let height = parts["height"].flatMap({ reader.length($0, key: "height") }),
        let colour = parts["colour"].flatMap({ self.colour($0, key: "colour") })
      else { continue }
      tints.append(SpineStyle.Field(y: y, height: height, colour: colour))
    }
    let titles = styles(fields["titles"], key: "titles")
    let periods = styles(fields["periods"], key: "periods")
    if let node = fields["periods"], titles.count != periods.count {
      reader.report(
        .wrongNumber(
          "\(periods.count)", key: "periods", at: node.at,
          expected: Phrase(
            cs: "tolik stylů, kolik jich má „titles“ (\(titles.count))",
            en: "as many styles as “titles” has (\(titles.count))")))
    }
    let direction = fields["direction"].flatMap {
      reader.choice($0, key: "direction", of: SpineStyle.Direction.self)
    }
    let stand = fields["stand"].flatMap { reader.choice($0, key: "stand", of: Stand.self) }
    guard let head = fields["head"].flatMap({ reader.length($0, key: "head") }),
      let foot = fields["foot"].flatMap({ reader.length($0, key: "foot") })
    else { return nil }
    return SpineStyle(
      fields: tints, titles: titles, periods: periods, direction: direction ?? .up, head: head,
      foot: foot, stand: stand ?? .centre)
  }

  private mutating func styles(_ node: LayoutNode?, key: String) -> [Int] {
    guard let node else { return [] }
    return (reader.list(node, key: key) ?? []).compactMap { paragraph($0, key: key) }
  }
}
