import PDFSyntax

/// A colour space as far as a press cares.
///
/// *Source:* ISO 32000-1 §8.6.
indirect enum InkSpace: Sendable, Equatable {
  case gray
  /// Needs a conversion before it can be printed; the word is how the file calls it.
  case foreign(String, components: Int)
  case cmyk(isManaged: Bool)
  /// Named inks: one for a separation.
  case inks([String])
  /// A palette: the space of its colours, and their numbers in bytes.
  case indexed(InkSpace, [UInt8])
  case pattern

  /// How many numbers a colour has.
  var components: Int {
    switch self {
    case .gray, .indexed: 1
    case .foreign(_, let count): count
    case .cmyk: 4
    case .inks(let names): names.count
    case .pattern: 0
    }
  }

  /// The space without a palette.
  var base: InkSpace {
    if case .indexed(let base, _) = self { base } else { self }
  }

  /// The name of a device's own space, long or short as inline images have it.
  init?(device name: String) {
    switch name {
    case "DeviceGray", "G", "CalGray": self = .gray
    case "DeviceRGB", "RGB": self = .foreign("RGB", components: 3)
    case "DeviceCMYK", "CMYK": self = .cmyk(isManaged: false)
    case "Pattern": self = .pattern
    default: return nil
    }
  }
}

/// A colour in the inks that print it, each 0…1.
struct InkColour: Sendable, Equatable {
  var space: InkSpace
  /// Cyan, magenta, yellow, black.
  var process: SIMD4<Double>
  /// The sum of spot inks.
  var spots = 0.0
  /// The numbers as stated.
  var stated: [Double]

  /// Black in the space that a page begins with.
  static let start = InkColour(space: .gray, process: SIMD4(0, 0, 0, 1), stated: [0])
  /// What cannot be judged: a pattern, a picture not unpacked.
  static let unknown = InkColour(space: .pattern, process: SIMD4(), stated: [])

  /// Whether it is on every plate, as marks of the press are.
  var isRegistration: Bool {
    if case .inks(let names) = space { names.contains("All") && sum > 0 } else { false }
  }
  /// The sum of all inks, 0…
  var sum: Double { process.sum() + spots }
  /// Whether nothing is printed.
  var isBlank: Bool {
    switch space {
    case .foreign("RGB", _): stated.allSatisfy { $0 >= 0.999 } && stated.count == 3
    case .foreign, .pattern: false
    default: sum < 0.001
    }
  }

  init(space: InkSpace, process: SIMD4<Double>, spots: Double = 0, stated: [Double]) {
    (self.space, self.process, self.spots, self.stated) = (space, process, spots, stated)
  }

  /// A colour by its numbers; missing ones are 0.
  init(_ space: InkSpace, _ numbers: [Double]) {
    self.space = space
    stated = numbers
    process = SIMD4()
    func part(_ index: Int) -> Double {
      index < numbers.count ? min(max(numbers[index], 0), 1) : 0
    }
    switch space {
    case .gray: process[3] = 1 - part(0)
    case .cmyk: for index in 0..<4 { process[index] = part(index) }
    case .inks(let names):
      for (index, name) in names.enumerated() {
        switch name {
        case "Cyan": process[0] = part(index)
        case "Magenta": process[1] = part(index)
        case "Yellow": process[2] = part(index)
        case "Black": process[3] = part(index)
        case "All": process = SIMD4(repeating: part(index))
        case "None": continue
        default: spots += part(index)
        }
      }
    case .indexed(let base, let table):
      let count = base.components
      let entry = Int(min(max(numbers.first ?? 0, 0), 255)) * count
      guard count > 0, entry + count <= table.count else { break }
      let colour = InkColour(base, table[entry..<(entry + count)].map { Double($0) / 255 })
      (process, spots) = (colour.process, colour.spots)
    case .foreign, .pattern: break
    }
  }

  /// The darkest colour that pixels of a picture can have; nothing in spaces that are no inks.
  init?(darkestOf space: InkSpace, bits: Int, decode: [Double]) {
    let few = bits == 1 && space.components == 1
    var choices: [[Double]] = []
    switch space {
    case _ where few: choices = decode.count >= 2 ? decode.prefix(2).map { [$0] } : [[0], [1]]
    case .gray: choices = [[0]]
    case .cmyk, .inks: choices = [[Double](repeating: 1, count: space.components)]
    case .indexed(let base, let table) where base.components > 0:
      choices = (0..<min(256, table.count / base.components)).map { [Double($0)] }
    case .foreign, .pattern, .indexed: break
    }
    if case .foreign = space.base { return nil }
    guard let darkest = choices.map({ InkColour(space, $0) }).max(by: { $0.sum < $1.sum }) else {
      return nil
    }
    self = darkest
  }

  /// The colour that a space begins with.
  init(first space: InkSpace) {
    switch space {
    case .cmyk: self.init(space, [0, 0, 0, 1])
    case .inks(let names): self.init(space, [Double](repeating: 1, count: names.count))
    default: self.init(space, [Double](repeating: 0, count: space.components))
    }
  }
}

/// Reads colour spaces, each object once.
struct InkSpaces {
  let reader: PDFReader
  private var known: [Int: InkSpace] = [:]

  init(_ reader: PDFReader) { self.reader = reader }

  /// A space by its object; nil where it makes no sense.
  mutating func space(
    _ object: PDFObject, _ resources: PDFDictionary, depth: Int = 0
  ) -> InkSpace? {
    guard depth < 6 else { return nil }
    if let number = object.reference?.number {
      if let space = known[number] { return space }
      guard let found = try? reader.resolved(object),
        let space = space(found, resources, depth: depth + 1)
      else { return nil }
      known[number] = space
      return space
    }
    if let name = object.name {
      if let device = InkSpace(device: name) { return device }
      let list = (try? reader.resolved(resources["ColorSpace"]))?.dictionary
      guard let found = list?[named: name], found != .null, found != object else { return nil }
      return space(found, resources, depth: depth + 1)
    }
    guard let parts = object.array, let family = (try? reader.resolved(parts.first ?? .null))?.name
    else { return nil }
    func part(_ index: Int) -> PDFObject {
      index < parts.count ? (try? reader.resolved(parts[index])) ?? .null : .null
    }
    switch family {
    case "ICCBased":
      switch part(1).dictionary?["N"].integer {
      case 1: return .gray
      case 3: return .foreign("ICC RGB", components: 3)
      case 4: return .cmyk(isManaged: true)
      default: return nil
      }
    case "CalRGB": return .foreign("CalRGB", components: 3)
    case "Lab": return .foreign("Lab", components: 3)
    case "Indexed", "I":
      guard parts.count > 1, let base = space(parts[1], resources, depth: depth + 1) else {
        return nil
      }
      var table = part(3).string ?? []
      if case .stream = part(3) { table = (try? reader.data(of: part(3))) ?? [] }
      return .indexed(base, Array(table.prefix(256 * 32)))
    case "Separation": return part(1).name.map { .inks([$0]) }
    case "DeviceN":
      let names = (part(1).array ?? []).compactMap { (try? reader.resolved($0))?.name }
      return names.isEmpty || names.count > 32 ? nil : .inks(names)
    default: return InkSpace(device: family)
    }
  }
}
