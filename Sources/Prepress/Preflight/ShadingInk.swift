import Core
import PDFSyntax

/// A function of a PDF file, as far as shadings need it.
///
/// *Source:* ISO 32000-1 §7.10.
indirect enum ShadingFunction {
  /// From one colour to another by a power (type 2).
  case exponential(from: [Double], to: [Double], power: Double)
  /// Pieces side by side (type 3).
  case stitched([ShadingFunction], bounds: [Double], encode: [Double], domain: ClosedRange<Double>)
  /// Stated values in a row (type 0, of one variable).
  case sampled([[Double]], domain: ClosedRange<Double>)
  /// One function for each component.
  case separate([ShadingFunction])

  /// Reads a function; nothing where it cannot be followed, such as a calculator's.
  init?(_ object: PDFObject, _ reader: PDFReader, depth: Int = 0) {
    guard depth < 6 else { return nil }
    func look(_ object: PDFObject) -> PDFObject { (try? reader.resolved(object)) ?? .null }
    let found = look(object)
    if let list = found.array {
      let parts = list.prefix(32).compactMap { ShadingFunction($0, reader, depth: depth + 1) }
      guard parts.count == list.count else { return nil }
      self = .separate(parts)
      return
    }
    guard let entries = found.dictionary else { return nil }
    func numbers(_ key: StaticString) -> [Double] {
      (look(entries[key]).array ?? []).prefix(4_096).compactMap { look($0).number }
    }
    let stated = numbers("Domain")
    let domain = stated.count >= 2 && stated[0] <= stated[1] ? stated[0]...stated[1] : 0...1
    switch look(entries["FunctionType"]).integer {
    case 2:
      let (from, to) = (numbers("C0"), numbers("C1"))
      self = .exponential(
        from: from.isEmpty ? [0] : from, to: to.isEmpty ? [1] : to,
        power: look(entries["N"]).number ?? 1)
    case 3:
      let list = (look(entries["Functions"]).array ?? []).prefix(256)
      let parts = list.compactMap { ShadingFunction($0, reader, depth: depth + 1) }
      let (bounds, encode) = (numbers("Bounds"), numbers("Encode"))
      guard !parts.isEmpty, parts.count == list.count, bounds.count == parts.count - 1,
        encode.count >= parts.count * 2
      else { return nil }
      self = .stitched(parts, bounds: bounds, encode: encode, domain: domain)
    case 0:
      let size = numbers("Size")
      let range = numbers("Range")
      guard size.count == 1, look(entries["BitsPerSample"]).integer == 8, range.count >= 2,
        let count = Int(exactly: size[0]), (1...65_536).contains(count),
        let data = try? reader.data(of: found)
      else { return nil }
      let channels = range.count / 2
      guard data.count >= count * channels else { return nil }
      let decode = numbers("Decode").count >= range.count ? numbers("Decode") : range
      self = .sampled(
        (0..<count).map { at in
          (0..<channels).map { channel in
            let part = Double(data[at * channels + channel]) / 255
            return decode[channel * 2] + part * (decode[channel * 2 + 1] - decode[channel * 2])
          }
        }, domain: domain)
    default: return nil
    }
  }

  /// The value at a place.
  func value(at place: Double) -> [Double] {
    switch self {
    case .separate(let parts): return parts.map { $0.value(at: place).first ?? 0 }
    case .exponential(let from, let to, let power):
      let part =
        place <= 0 ? (power == 0 ? 1 : 0) : power == 1 ? place : ShadingFunction.power(place, power)
      return zip(from, to).map { $0 + part * ($1 - $0) }
    case .stitched(let parts, let bounds, let encode, let domain):
      let place = min(max(place, domain.lowerBound), domain.upperBound)
      let number = bounds.firstIndex { place < $0 } ?? parts.count - 1
      let low = number == 0 ? domain.lowerBound : bounds[number - 1]
      let high = number == parts.count - 1 ? domain.upperBound : bounds[number]
      let part = high > low ? (place - low) / (high - low) : 0
      let (first, last) = (encode[number * 2], encode[number * 2 + 1])
      return parts[number].value(at: first + part * (last - first))
    case .sampled(let values, let domain):
      let width = domain.upperBound - domain.lowerBound
      let part = width > 0 ? min(1, max(0, (place - domain.lowerBound) / width)) : 0
      return values[min(values.count - 1, max(0, Int((part * Double(values.count - 1)).rounded())))]
    }
  }

  /// Powers need not be exact here: a shading is told by its darkest place.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent > 0, exponent < 64 else { return base }
    var (result, left, factor) = (1.0, exponent, base)
    while left >= 1 {
      if Int(left) & 1 == 1 { result *= factor }
      factor *= factor
      left = (left / 2).rounded(.down)
    }
    let rest = exponent - exponent.rounded(.down)
    return result * (1 + rest * (base - 1))
  }
}

extension InkSpaces {
  /// The darkest colour of a shading; nothing where it cannot be told.
  mutating func darkest(of entries: PDFDictionary, _ resources: PDFDictionary) -> InkColour? {
    guard let space = space(entries["ColorSpace"], resources),
      let kind = (try? reader.resolved(entries["ShadingType"]))?.integer, kind == 2 || kind == 3,
      let function = ShadingFunction(entries["Function"], reader)
    else { return nil }
    let stated = ((try? reader.resolved(entries["Domain"]))?.array ?? []).compactMap(\.number)
    let (first, last) = stated.count == 2 ? (stated[0], stated[1]) : (0, 1)
    var darkest: InkColour?
    for step in 0...64 {
      let colour = InkColour(
        space, function.value(at: first + (last - first) * Double(step) / 64))
      if colour.sum >= darkest?.sum ?? 0 { darkest = colour }
    }
    return darkest
  }
}
