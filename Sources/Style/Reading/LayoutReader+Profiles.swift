import Core

extension LayoutReader {
  /// How an edition is delivered.
  mutating func profile(_ root: LayoutNode, name: String) -> Profile? {
    if let sheets = sheets(root, name: name) { return sheets }
    let required = ["name", "standards", "intent", "limits"]
    let known = required + ["on-request", "printer", "pictures"]
    guard let fields = self.fields(root, of: name, known: known, required: required) else {
      return nil
    }
    checkName(fields, name)
    var standards: [Standard] = []
    for node in fields["standards"].flatMap({ list($0, key: "standards") }) ?? [] {
      if let standard = choice(node, key: "standards", of: Standard.self),
        !standards.contains(standard)
      {
        standards.append(standard)
      }
    }
    var intent = OutputIntent(profile: "", condition: "")
    if let node = fields["intent"] {
      let parts = self.fields(
        node, of: "intent", known: ["profile", "condition"], required: ["condition"])
      if let parts {
        intent.profile = parts["profile"].flatMap { ownFile($0, key: "profile") } ?? ""
        intent.condition = parts["condition"].flatMap { text($0, key: "condition") } ?? ""
        intent.title = intent.condition
      }
    }
    var bytes = 0
    var contrast = 0.0
    if let node = fields["limits"] {
      let known = ["size", "contrast"]
      if let parts = self.fields(node, of: "limits", known: known, required: known) {
        bytes = parts["size"].flatMap { size($0) } ?? 0
        contrast = parts["contrast"].flatMap { ratio($0) } ?? 0
      }
    }
    var profile = Profile(
      name: name, standards: standards, outputIntent: intent, maximalBytes: bytes,
      minimalContrast: contrast)
    if let node = fields["on-request"] {
      profile.isOnRequest = flag(node, key: "on-request") ?? false
    }
    profile.press?.conversion = conversion(fields["pictures"])
    if let printer = fields["printer"].flatMap({ text($0, key: "printer") }) {
      profile.printer = printer
    }
    return profile
  }

  /// An edition of sheets: it is made of the pages of another one, and is what that one is.
  private mutating func sheets(_ root: LayoutNode, name: String) -> Profile? {
    guard case .map(let entries) = root.value,
      let entry = entries.first(where: { $0.key == "imposes" }),
      let fields = self.fields(
        root, of: name, known: ["name", "imposes", "on-request"], required: ["name", "imposes"]),
      let imposed = text(entry.value, key: "imposes")
    else { return nil }
    checkName(fields, name)
    var profile = Profile(
      name: name, standards: [], outputIntent: OutputIntent(profile: "", condition: ""),
      maximalBytes: 0, minimalContrast: 0)
    profile.imposes = imposed
    profile.isOnRequest = fields["on-request"].flatMap { flag($0, key: "on-request") } ?? false
    return profile
  }

  /// How pictures become inks: `{ intent: relative, black-point: yes, greys: black }`.
  private mutating func conversion(_ node: LayoutNode?) -> PictureConversion? {
    let known = ["intent", "black-point", "greys"]
    guard let node,
      let parts = fields(node, of: "pictures", known: known, required: ["intent"])
    else { return nil }
    let intent = parts["intent"].flatMap {
      choice($0, key: "intent", of: PictureConversion.Intent.self)
    }
    let compensates = parts["black-point"].flatMap { flag($0, key: "black-point") }
    var conversion = PictureConversion(
      intent: intent ?? .relative, compensatesBlack: compensates ?? true)
    let greys = parts["greys"].flatMap { choice($0, key: "greys", of: GreyPrinting.self) }
    conversion.greysInBlack = greys != .inks
    return conversion
  }

  /// A printing condition.
  mutating func condition(_ root: LayoutNode, name: String) -> PrintingCondition? {
    let required = ["name", "title", "registry"]
    let known = required + ["profile", "descriptions"]
    guard let fields = self.fields(root, of: name, known: known, required: required) else {
      return nil
    }
    checkName(fields, name)
    var descriptions: [String] = []
    for node in fields["descriptions"].flatMap({ list($0, key: "descriptions") }) ?? [] {
      if let words = text(node, key: "descriptions") { descriptions.append(words) }
    }
    return PrintingCondition(
      name: name, title: fields["title"].flatMap { text($0, key: "title") } ?? "",
      registry: fields["registry"].flatMap { text($0, key: "registry") } ?? "",
      profile: fields["profile"].flatMap { ownFile($0, key: "profile") } ?? "",
      descriptions: descriptions)
  }

  /// What a file calls itself must be its name.
  mutating func checkName(_ fields: Fields, _ name: String) {
    guard let node = fields["name"], let written = text(node, key: "name"), written != name else {
      return
    }
    report(.unknownChoice(written, key: "name", at: node.at, known: [name]))
  }

  /// A file of the folder of fonts, which no path leads out of.
  mutating func ownFile(_ node: LayoutNode, key: String) -> String? {
    guard let file = text(node, key: key) else { return nil }
    guard file.hasPrefix("/") || file.split(separator: "/").contains("..") else { return file }
    report(
      .wrongType(
        key, at: node.at,
        expected: Phrase(
          cs: "soubor ve složce písem, bez „..“", en: "a file in the folder of fonts, no “..”")))
    return nil
  }

  /// `10 MB` in bytes; a megabyte is a million bytes, the stricter reading.
  private mutating func size(_ node: LayoutNode) -> Int? {
    guard let written = text(node, key: "size") else { return nil }
    let parts = written.split(separator: " ")
    let factors = ["kB": Int64(1_000), "MB": 1_000_000]
    guard parts.count == 2, let factor = factors[String(parts[1])],
      let number = DecimalNumber(parts[0]), number.times(factor) > 0
    else {
      report(
        .wrongNumber(
          written, key: "size", at: node.at,
          expected: Phrase(cs: "velikost souboru, například 10 MB", en: "a file size such as 10 MB")
        ))
      return nil
    }
    return Int(number.times(factor))
  }

  /// A contrast ratio, 1…21.
  private mutating func ratio(_ node: LayoutNode) -> Double? {
    guard let written = text(node, key: "contrast") else { return nil }
    guard let number = DecimalNumber(written), (100...2100).contains(number.times(100)) else {
      report(
        .wrongNumber(
          written, key: "contrast", at: node.at,
          expected: Phrase(
            cs: "poměr kontrastu od 1 do 21, například 4.5",
            en: "a contrast ratio from 1 to 21 such as 4.5")))
      return nil
    }
    return Double(number.units) / Double(number.scale)
  }
}

/// In what greys of converted pictures are printed, as profiles say it.
private enum GreyPrinting: String, CaseIterable {
  case black
  case inks
}
