import Core

/// A colour of a palette.
struct NamedColour {
  /// Its name.
  var name: String
  /// What it is on screen and on press.
  var colour: Colour
}

/// A spot colour of a design.
struct NamedSpot {
  /// Its name in the design.
  var name: String
  /// The ink.
  var colour: SpotColour
}

/// The palette: every colour with its value on a screen and its inks on the press.
extension DesignReader {
  /// Names that stand for plates of their own in every file.
  private static let plates = ["Cyan", "Magenta", "Yellow", "Black", "All", "None"]
  /// A black with colours beneath it, from so much black on.
  private static let richBlack: UInt8 = 80
  /// How many spot colours a design may have.
  private static let mostSpots = 32

  /// Spot colours: `blue: { name: PANTONE 300 C, press: C100 M56 K3 }`.
  mutating func readSpots(_ node: LayoutNode?) {
    guard let node, let fields = reader.freeFields(node, of: "spots") else { return }
    for entry in fields.entries.prefix(DesignReader.mostSpots) {
      let known = ["name", "press"]
      guard
        let parts = reader.fields(entry.value, of: entry.key, known: known, required: known)
      else { continue }
      let inks = parts["press"].flatMap { pressInks($0) } ?? [0, 0, 0, 100]
      let name = parts["name"].flatMap { spotName($0) } ?? entry.key
      spots.append(
        NamedSpot(
          name: entry.key,
          colour: SpotColour(
            name: name, cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])))
    }
  }

  private mutating func spotName(_ node: LayoutNode) -> String? {
    guard let name = reader.text(node, key: "name") else { return nil }
    if DesignReader.plates.contains(name) || spots.contains(where: { $0.colour.name == name }) {
      reader.report(
        .wrongType(
          "name", at: node.at,
          expected: Phrase(
            cs: "jméno přímé barvy, jiné než Cyan, Magenta, Yellow, Black, All a None, "
              + "a každé jen jednou",
            en: "the name of a spot colour other than Cyan, Magenta, Yellow, Black, All and "
              + "None, each once")))
    }
    return name
  }

  /// The palette; a black with colours beneath it says that it is meant.
  mutating func readPalette(_ node: LayoutNode?) {
    guard let node, let fields = reader.freeFields(node, of: "palette") else { return }
    for entry in fields.entries {
      let known = ["screen", "press", "spot", "rich", "fine"]
      let required = fieldsOnly(entry.value)?["spot"] == nil ? ["screen", "press"] : ["screen"]
      guard
        let parts = reader.fields(entry.value, of: entry.key, known: known, required: required)
      else {
        palette.append(NamedColour(name: entry.key, colour: .black))
        continue
      }
      let place = (parts["press"] ?? parts["spot"])?.at ?? entry.keyAt
      defer {
        if let last = palette.last {
          places.inks.append(DesignPlaces.Ink(name: entry.key, colour: last.colour, at: place))
        }
      }
      let screen = parts["screen"].flatMap { screenValue($0) } ?? 0
      if let spot = parts["spot"] {
        if let press = parts["press"] {
          reader.report(
            .wrongType(
              "press", at: press.at,
              expected: Phrase(
                cs: "buď „press“, nebo „spot“, ne obojí",
                en: "either “press” or “spot”, not both")))
        }
        palette.append(NamedColour(name: entry.key, colour: spotColour(spot, screen: screen)))
        continue
      }
      let inks = parts["press"].flatMap { pressInks($0) } ?? [0, 0, 0, 100]
      let isMeant = parts["rich"].flatMap { reader.flag($0, key: "rich") } ?? false
      if let press = parts["press"], !isMeant, inks[3] >= DesignReader.richBlack,
        max(inks[0], inks[1], inks[2]) > 0
      {
        reader.report(.unmeantRichBlack(entry.key, written: written(press), at: press.at))
      }
      let colour = Colour(
        screen: screen, cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])
      palette.append(NamedColour(name: entry.key, colour: colour))
      if let node = parts["fine"], let fine = fineColour(node, screen: screen) {
        fineInks.add(fine, for: colour)
        places.inks.append(DesignPlaces.Ink(name: entry.key, colour: fine, at: node.at))
      }
    }
  }

  /// The inks of small letters, two at most: `C90 K58`.
  private mutating func fineColour(_ node: LayoutNode, screen: UInt32) -> Colour? {
    guard let inks = pressInks(node, key: "fine") else { return nil }
    guard inks.count(where: { $0 > 0 }) <= 2 else {
      reader.report(
        .wrongType(
          "fine", at: node.at,
          expected: Phrase(
            cs: "nejvýš dvě barvy, například „C90 K58“",
            en: "two inks at most, such as “C90 K58”")))
      return nil
    }
    return Colour(
      screen: screen, cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])
  }

  /// A spot colour, or a tint of it: `blue`, `blue 40 %`.
  private mutating func spotColour(_ node: LayoutNode, screen: UInt32) -> Colour {
    let words = written(node).split(separator: " ").map(String.init)
    let name = words.first ?? ""
    let percent = words.count == 3 && words[2] == "%" ? Int(words[1]) : nil
    guard words.count == 1 || (1...100).contains(percent ?? 0) else {
      reader.report(
        .wrongType(
          "spot", at: node.at,
          expected: Phrase(
            cs: "přímá barva a případně její díl, například „modra 40 %“",
            en: "a spot colour and perhaps its tint, such as “blue 40 %”")))
      return .black
    }
    guard let number = spots.firstIndex(where: { $0.name == name }) else {
      reader.report(.unknownColour(name, at: node.at, known: spots.map(\.name)))
      return .black
    }
    let tint = percent ?? 100
    let ink = spots[number].colour
    func part(_ full: UInt8) -> UInt8 { UInt8((Int(full) * tint + 50) / 100) }
    var colour = Colour(
      screen: screen, cyan: part(ink.cyan), magenta: part(ink.magenta), yellow: part(ink.yellow),
      black: part(ink.black))
    colour.spot = UInt8(number + 1)
    colour.tint = UInt8(tint)
    return colour
  }

  private mutating func screenValue(_ node: LayoutNode) -> UInt32? {
    guard case .scalar(let text, _) = node.value, text.utf8.count == 7, text.hasPrefix("#"),
      text.utf8.dropFirst().allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
      let value = UInt32(text.dropFirst(), radix: 16)
    else {
      reader.report(.wrongColour(written(node), key: "screen", at: node.at))
      return nil
    }
    return value
  }

  private mutating func pressInks(_ node: LayoutNode, key: String = "press") -> [UInt8]? {
    var inks: [UInt8?] = [nil, nil, nil, nil]
    var isSound = true
    let parts = written(node).split(separator: " ")
    for part in parts {
      guard let letter = part.first, let ink = ["C", "M", "Y", "K"].firstIndex(of: letter),
        inks[ink] == nil, let percent = UInt8(part.dropFirst()), percent <= 100
      else {
        isSound = false
        break
      }
      inks[ink] = percent
    }
    guard isSound, !parts.isEmpty else {
      reader.report(.wrongColour(written(node), key: key, at: node.at))
      return nil
    }
    return inks.map { $0 ?? 0 }
  }

  private func written(_ node: LayoutNode) -> String {
    if case .scalar(let text, _) = node.value { return text }
    return "…"
  }

  /// A colour of the palette.
  mutating func colour(_ node: LayoutNode, key: String) -> Colour? {
    guard let name = reader.text(node, key: key) else { return nil }
    if let entry = palette.first(where: { $0.name == name }) { return entry.colour }
    reader.report(.unknownColour(name, at: node.at, known: palette.map(\.name)))
    return nil
  }

  /// A colour of the palette, or `none`.
  mutating func optionalColour(_ node: LayoutNode, key: String) -> Colour? {
    if isNone(node) { return nil }
    return colour(node, key: key)
  }
}
