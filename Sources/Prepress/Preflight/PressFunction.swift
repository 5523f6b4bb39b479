import Core
import Glibc
import PDFSyntax

/// A function of a PDF file: numbers to numbers.
///
/// *Source:* ISO 32000-1 §7.10.
struct PressFunction: Sendable {
  private indirect enum Kind: Sendable {
    /// From one colour to another by a power (type 2).
    case exponential(from: [Double], to: [Double], power: Double)
    /// Pieces side by side (type 3).
    case stitched([PressFunction], bounds: [Double], encode: [Double])
    /// Stated values in a table (type 0).
    case sampled(SampledTable)
    /// A calculation (type 4).
    case calculated(Calculator)
    /// One function for each component.
    case separate([PressFunction])
  }
  private let kind: Kind
  private let domain: [ClosedRange<Double>]
  private let range: [ClosedRange<Double>]

  /// What reading and asking one function may cost: functions within functions, samples, words.
  static let budget = 1 << 20

  /// Reads a function; nothing where it cannot be followed.
  init?(_ object: PDFObject, _ reader: PDFReader) {
    var budget = PressFunction.budget
    self.init(object, reader, depth: 0, &budget)
  }

  private init?(_ object: PDFObject, _ reader: PDFReader, depth: Int, _ budget: inout Int) {
    budget -= 256
    guard depth < 6, budget > 0 else { return nil }
    func look(_ object: PDFObject) -> PDFObject { (try? reader.resolved(object)) ?? .null }
    let found = look(object)
    if let list = found.array {
      guard let parts = PressFunction.all(list.prefix(32), reader, depth, &budget),
        parts.count == list.count
      else { return nil }
      (kind, domain, range) = (.separate(parts), [], [])
      return
    }
    guard let entries = found.dictionary else { return nil }
    func numbers(_ key: StaticString) -> [Double] {
      (look(entries[key]).array ?? []).prefix(4_096).compactMap { look($0).number }
    }
    func ranges(_ key: StaticString) -> [ClosedRange<Double>] {
      let ends = numbers(key)
      return stride(from: 0, to: ends.count - 1, by: 2).map {
        ends[$0]...max(ends[$0], ends[$0 + 1])
      }
    }
    let stated = ranges("Domain")
    domain = stated.isEmpty ? [0...1] : stated
    range = ranges("Range")
    switch look(entries["FunctionType"]).integer {
    case 2:
      let (from, to) = (numbers("C0"), numbers("C1"))
      kind = .exponential(
        from: from.isEmpty ? [0] : from, to: to.isEmpty ? [1] : to,
        power: look(entries["N"]).number ?? 1)
    case 3:
      let list = (look(entries["Functions"]).array ?? []).prefix(256)
      let (bounds, encode) = (numbers("Bounds"), numbers("Encode"))
      guard let parts = PressFunction.all(list, reader, depth, &budget),
        bounds.count == parts.count - 1, encode.count >= parts.count * 2
      else { return nil }
      kind = .stitched(parts, bounds: bounds, encode: encode)
    case 0:
      guard !range.isEmpty, domain.count <= 4, let data = try? reader.data(of: found) else {
        return nil
      }
      budget -= data.count
      guard budget > 0,
        let table = SampledTable(
          size: numbers("Size").compactMap { Int(exactly: $0) },
          bits: look(entries["BitsPerSample"]).integer ?? 0, data: data, domain: domain,
          encode: numbers("Encode"), decode: numbers("Decode"), range: range)
      else { return nil }
      kind = .sampled(table)
    case 4:
      guard !range.isEmpty, let data = try? reader.data(of: found) else { return nil }
      budget -= data.count
      guard budget > 0, let calculator = Calculator(data) else { return nil }
      kind = .calculated(calculator)
    default: return nil
    }
  }

  /// The functions of a list; nothing where one of them cannot be followed, or there is none.
  private static func all(
    _ list: ArraySlice<PDFObject>, _ reader: PDFReader, _ depth: Int, _ budget: inout Int
  ) -> [PressFunction]? {
    var parts: [PressFunction] = []
    for object in list {
      guard let part = PressFunction(object, reader, depth: depth + 1, &budget) else { return nil }
      parts.append(part)
    }
    return parts.isEmpty ? nil : parts
  }

  /// How many numbers it takes.
  var inputs: Int {
    if case .separate(let parts) = kind { parts[0].inputs } else { domain.count }
  }

  /// How many small steps one answer takes at most.
  var cost: Int {
    switch kind {
    case .separate(let parts): parts.reduce(1) { $0 + $1.cost }
    case .stitched(let parts, _, _): 4 + parts.count + (parts.map(\.cost).max() ?? 0)
    case .exponential(let from, _, _): 4 + from.count
    case .sampled: 16 * (1 << domain.count)
    case .calculated(let calculator): 4 + calculator.words.count
    }
  }

  /// What it gives; nothing where it fails.
  func values(at inputs: [Double]) -> [Double]? {
    if case .separate(let parts) = kind {
      var all: [Double] = []
      for part in parts {
        guard let first = part.values(at: inputs)?.first else { return nil }
        all.append(first)
      }
      return all
    }
    guard inputs.count == domain.count else { return nil }
    let inputs = zip(inputs, domain).map { min(max($0, $1.lowerBound), $1.upperBound) }
    guard var values = raw(at: inputs) else { return nil }
    guard !range.isEmpty else { return values }
    guard values.count >= range.count else { return nil }
    values = Array(values.suffix(range.count))
    return zip(values, range).map { min(max($0, $1.lowerBound), $1.upperBound) }
  }

  private func raw(at inputs: [Double]) -> [Double]? {
    switch kind {
    case .separate: return nil
    case .exponential(let from, let to, let power):
      let part = pow(inputs[0], power)
      guard part.isFinite else { return nil }
      return zip(from, to).map { $0 + part * ($1 - $0) }
    case .stitched(let parts, let bounds, let encode):
      let place = inputs[0]
      let number = bounds.firstIndex { place < $0 } ?? parts.count - 1
      let low = number == 0 ? domain[0].lowerBound : bounds[number - 1]
      let high = number == parts.count - 1 ? domain[0].upperBound : bounds[number]
      let part = high > low ? (place - low) / (high - low) : 0
      let (first, last) = (encode[number * 2], encode[number * 2 + 1])
      return parts[number].values(at: [first + part * (last - first)])
    case .sampled(let table): return table.values(at: inputs)
    case .calculated(let calculator): return calculator.results(of: inputs)
    }
  }

  /// Places of one input between which nothing darker hides, as far as that can be known.
  func places(from first: Double, to last: Double) -> [Double] {
    let steps = 256
    var places = (0...steps).map { first + (last - first) * Double($0) / Double(steps) }
    let inside = min(first, last)...max(first, last)
    places += knots.filter { inside.contains($0) }
    return places
  }

  /// Where pieces and samples of one input meet.
  private var knots: [Double] {
    switch kind {
    case .separate(let parts): parts.flatMap(\.knots)
    // Before a bound another piece ends, perhaps at another colour.
    case .stitched(_, let bounds, _): bounds.flatMap { [$0.nextDown, $0] }
    case .sampled(let table): table.knots
    case .exponential, .calculated: []
    }
  }
}

/// Samples of a function in a table; between them it is straight.
///
/// *Source:* ISO 32000-1 §7.10.2.
struct SampledTable: Sendable {
  private let size: [Int]
  private let domain: [ClosedRange<Double>]
  private let encode: [Double]
  private let channels: Int
  private let values: [Double]

  init?(
    size: [Int], bits: Int, data: [UInt8], domain: [ClosedRange<Double>], encode: [Double],
    decode: [Double], range: [ClosedRange<Double>]
  ) {
    guard size.count == domain.count, [1, 2, 4, 8, 12, 16, 24, 32].contains(bits) else {
      return nil
    }
    var count = range.count
    for side in size {
      guard (1...65_536).contains(side), count <= 1 << 20 else { return nil }
      count *= side
    }
    guard count <= 1 << 20, data.count >= (count * bits + 7) / 8 else { return nil }
    (self.size, self.domain, channels) = (size, domain, range.count)
    self.encode =
      encode.count >= size.count * 2 ? encode : size.flatMap { [0, Double($0 - 1)] }
    var reader = BitReader(data[...])
    let most = Double((UInt64(1) << UInt64(bits)) - 1)
    values = (0..<count).map { at in
      let channel = at % range.count
      let ends =
        decode.count >= range.count * 2
        ? (decode[channel * 2], decode[channel * 2 + 1])
        : (range[channel].lowerBound, range[channel].upperBound)
      return ends.0 + Double(reader.next(bits) ?? 0) / most * (ends.1 - ends.0)
    }
  }

  /// The place of an input in the table.
  private func place(_ input: Double, _ side: Int) -> Double {
    let ends = domain[side]
    let width = ends.upperBound - ends.lowerBound
    let part = width > 0 ? (input - ends.lowerBound) / width : 0
    let (first, last) = (encode[side * 2], encode[side * 2 + 1])
    return min(max(first + part * (last - first), 0), Double(size[side] - 1))
  }

  /// The value between the samples around a place.
  func values(at inputs: [Double]) -> [Double]? {
    var result = [Double](repeating: 0, count: channels)
    let places = inputs.indices.map { place(inputs[$0], $0) }
    guard places.allSatisfy(\.isFinite) else { return nil }
    for corner in 0..<(1 << places.count) {
      var (weight, index, step) = (1.0, 0, 1)
      for (side, place) in places.enumerated() {
        let low = min(Int(place), max(0, size[side] - 2))
        let isHigh = corner >> side & 1 == 1
        let part = place - Double(low)
        weight *= isHigh ? part : 1 - part
        index += min(low + (isHigh ? 1 : 0), size[side] - 1) * step
        step *= size[side]
      }
      guard weight > 0 else { continue }
      for channel in 0..<channels { result[channel] += weight * values[index * channels + channel] }
    }
    return result
  }

  /// The inputs at which samples stand; none where there are several inputs.
  var knots: [Double] {
    guard size.count == 1, size[0] > 1, size[0] <= 4_096 else { return [] }
    let (first, last) = (encode[0], encode[1])
    guard first != last else { return [] }
    let ends = domain[0]
    return (0..<size[0]).map {
      ends.lowerBound + (Double($0) - first) / (last - first) * (ends.upperBound - ends.lowerBound)
    }.filter(\.isFinite)
  }
}
