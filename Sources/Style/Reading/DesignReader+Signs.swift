import Core

/// What only some designs have: signs and thumb tabs.
extension DesignReader {
  /// The side of the field in which outlines of signs are written.
  private static let side: Int64 = 24

  /// The signs by their names, in the order of the file.
  mutating func pictograms(_ node: LayoutNode?) -> [Pictogram] {
    guard let node, let fields = reader.freeFields(node, of: "pictograms") else { return [] }
    var signs: [Pictogram] = []
    for entry in fields.entries {
      guard let text = reader.text(entry.value, key: entry.key) else { continue }
      if let steps = DesignReader.outline(text) {
        signs.append(Pictogram(name: entry.key, steps: steps))
      } else {
        reader.report(
          .wrongType(
            entry.key, at: entry.value.at,
            expected: Phrase(
              cs: "obrys v poli 24 × 24 z kroků M, L, H, V, C a Z, například „M2 2H22V22Z“",
              en: "an outline in a field of 24 × 24 in steps M, L, H, V, C and Z, such as "
                + "“M2 2H22V22Z”")))
      }
    }
    return signs
  }

  /// Reads an outline as SVG writes it, absolute steps only; nil where it is none.
  ///
  /// *Source:* SVG 1.1 §8.3, the commands M, L, H, V, C and Z.
  static func outline(_ text: String) -> [Pictogram.Step]? {
    var steps: [Pictogram.Step] = []
    var at: (x: Int32, y: Int32) = (0, 0)
    var rest = Array(text.utf8)[...]
    while let command = rest.popFirst() {
      if command == 0x20 || command == 0x2C { continue }
      let count: Int? =
        switch command {
        case UInt8(ascii: "M"), UInt8(ascii: "L"): 2
        case UInt8(ascii: "H"), UInt8(ascii: "V"): 1
        case UInt8(ascii: "C"): 6
        case UInt8(ascii: "Z"): 0
        default: nil
        }
      guard let count, steps.isEmpty == (command == UInt8(ascii: "M")) || count < 6,
        !steps.isEmpty || command == UInt8(ascii: "M")
      else { return nil }
      // Numbers may go on: each full set is another step of the same kind.
      repeat {
        var numbers: [Int32] = []
        for _ in 0..<count {
          guard let number = self.number(&rest) else { return nil }
          numbers.append(number)
        }
        switch command {
        case UInt8(ascii: "M"): (at.x, at.y) = (numbers[0], numbers[1])
        case UInt8(ascii: "L"): (at.x, at.y) = (numbers[0], numbers[1])
        case UInt8(ascii: "H"): at.x = numbers[0]
        case UInt8(ascii: "V"): at.y = numbers[0]
        case UInt8(ascii: "C"): (at.x, at.y) = (numbers[4], numbers[5])
        default: break
        }
        switch command {
        case UInt8(ascii: "M"): steps.append(.move(x: at.x, y: at.y))
        case UInt8(ascii: "Z"): steps.append(.close)
        case UInt8(ascii: "C"):
          steps.append(
            .curve(
              x1: numbers[0], y1: numbers[1], x2: numbers[2], y2: numbers[3], x: at.x, y: at.y))
        default: steps.append(.line(x: at.x, y: at.y))
        }
      } while count > 0 && command != UInt8(ascii: "M") && beginsNumber(rest)
    }
    return steps.isEmpty ? nil : steps
  }

  private static func beginsNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first(where: { $0 != 0x20 && $0 != 0x2C }) else { return false }
    return (0x30...0x39).contains(first) || first == 0x2D || first == 0x2E
  }

  /// Takes a number off the start, in thousandths of the field's side.
  private static func number(_ text: inout ArraySlice<UInt8>) -> Int32? {
    while let first = text.first, first == 0x20 || first == 0x2C { text.removeFirst() }
    let isNegative = text.first == 0x2D
    if isNegative { text.removeFirst() }
    var units: Int64 = 0
    var scale: Int64 = 1
    var digits = 0
    var isFraction = false
    while let next = text.first {
      if next == 0x2E, !isFraction {
        isFraction = true
      } else if (0x30...0x39).contains(next), digits < 9 {
        units = units * 10 + Int64(next - 0x30)
        if isFraction { scale *= 10 }
        digits += 1
      } else {
        break
      }
      text.removeFirst()
    }
    guard digits > 0, units / scale < 1_000 else { return nil }
    let thousandths = (units * 2_000 / (scale * side) + 1) / 2
    return Int32(clamping: isNegative ? -thousandths : thousandths)
  }

  static let tabKeys = ["depth", "top", "pitch", "height", "colours", "style"]

  /// The thumb tabs.
  mutating func tabs(_ node: LayoutNode?) -> ThumbTabs? {
    let known = DesignReader.tabKeys
    guard let node, let fields = reader.fields(node, of: "tabs", known: known, required: known)
    else { return nil }
    let lengths = ["depth", "top", "pitch", "height"].map { key in
      fields[key].flatMap { reader.length($0, key: key) }
    }
    var colours: [Colour] = []
    for node in fields["colours"].flatMap({ reader.list($0, key: "colours") }) ?? [] {
      if let colour = self.colour(node, key: "colours") { colours.append(colour) }
    }
    if colours.isEmpty, let node = fields["colours"] {
      reader.report(.emptyList("colours", at: node.at))
    }
    let style = fields["style"].flatMap { paragraph($0, key: "style") }
    guard let depth = lengths[0], let top = lengths[1], let pitch = lengths[2],
      let height = lengths[3], let style, !colours.isEmpty
    else { return nil }
    return ThumbTabs(
      depth: depth, top: top, pitch: pitch, height: height, colours: colours, style: style)
  }
}
