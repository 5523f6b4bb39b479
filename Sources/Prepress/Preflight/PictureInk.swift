import Core
import PDFSyntax
import Pictures

/// The inks of a picture: how much there is of them, and a coarse copy that tells where.
struct PictureInk: Sendable {
  /// The sum that all but a thousandth of the pixels keep, 0…4.
  private(set) var most: Double
  private let columns: Int
  private let rows: Int
  private let cells: [SIMD4<Float>]
  private let spots: [Float]

  /// So many cells of the copy lie side by side at most.
  private static let copy = 96

  /// The inks at a place, both 0…1 from the upper left corner.
  func ink(_ u: Double, _ v: Double) -> (process: SIMD4<Float>, spots: Float) {
    let column = min(columns - 1, max(0, Int(u * Double(columns))))
    let row = min(rows - 1, max(0, Int(v * Double(rows))))
    let cell = row * columns + column
    return (cells[cell], spots[cell])
  }

  /// Reads the pixels of a picture; nothing where they cannot be read.
  ///
  /// - Parameter coding: the filter of pictures that `data` is still coded with.
  init?(
    data: ArraySlice<UInt8>, coding: String?, space: InkSpace, width: Int, height: Int, bits: Int,
    decode: [Double]
  ) {
    if case .indexed(let base, let table) = space, table.count < max(1, base.components) {
      return nil
    }
    var tally = InkTally(width: width, height: height, space: space, bits: bits, decode: decode)
    switch coding {
    case nil:
      let stride = (width * tally.channels * bits + 7) / 8
      guard stride > 0, data.count >= stride else { return nil }
      for row in 0..<min(height, data.count / stride) {
        let start = data.startIndex + row * stride
        tally.add(data[start..<(start + stride)], row: row)
      }
    case "DCTDecode", "DCT":
      guard let picture = try? readPicture(Array(data), name: ""), picture.width == width,
        picture.height == height
      else { return nil }
      var plain = picture
      // The file says by its own key how samples are to be read; marks in the picture say nothing.
      if case .jpeg(_, let isPlain) = picture.format {
        plain.format = .jpeg(isInverted: false, isPlainRGB: isPlain)
      }
      guard var rows = try? PictureRows(plain), rows.channels == tally.channels, bits == 8 else {
        return nil
      }
      var buffer: [UInt8] = []
      var row = 0
      while let count = try? rows.read(32, into: &buffer), count > 0 {
        for index in 0..<count {
          tally.add(buffer[(index * rows.stride)..<((index + 1) * rows.stride)], row: row + index)
        }
        row += count
      }
      guard row == height else { return nil }
    default: return nil
    }
    (columns, rows, cells, spots) = (tally.columns, tally.rows, tally.cells, tally.spots)
    most = tally.most
  }

  /// How many cells a side of so many pixels becomes.
  static func cells(of side: Int) -> Int { max(1, min(copy, side)) }
}

/// Adds up the inks of pixels.
private struct InkTally {
  let width: Int
  let height: Int
  let channels: Int
  let bits: Int
  let columns: Int
  let rows: Int
  private(set) var cells: [SIMD4<Float>]
  private(set) var spots: [Float]
  private var sums: [SIMD4<Float>]
  private var spotSums: [Float]
  private var counts: [Float]
  private var histogram = [Int](repeating: 0, count: 1_025)
  private var row = -1
  private let palette: [(SIMD4<Float>, Float)]
  /// By channel: 0…3 a process ink, 4 a spot, 5 all, 6 none; 7 grey.
  private let plates: [Int]
  private let low: [Float]
  private let step: [Float]

  init(width: Int, height: Int, space: InkSpace, bits: Int, decode: [Double]) {
    (self.width, self.height, self.bits) = (width, height, bits)
    channels = space.components
    (columns, rows) = (PictureInk.cells(of: width), PictureInk.cells(of: height))
    cells = Array(repeating: .zero, count: columns * rows)
    spots = Array(repeating: 0, count: columns * rows)
    sums = Array(repeating: .zero, count: columns)
    spotSums = Array(repeating: 0, count: columns)
    counts = Array(repeating: 0, count: columns)
    plates = InkTally.plates(of: space.base)
    let most = Float((1 << min(bits, 16)) - 1)
    let isIndexed: Bool = if case .indexed = space { true } else { false }
    var (low, step): ([Float], [Float]) = ([], [])
    for channel in 0..<channels {
      let isStated = decode.count >= channels * 2
      let first = isStated ? Float(decode[channel * 2]) : 0
      let last = isStated ? Float(decode[channel * 2 + 1]) : isIndexed ? most : 1
      low.append(first)
      step.append((last - first) / most)
    }
    (self.low, self.step) = (low, step)
    var palette: [(SIMD4<Float>, Float)] = []
    if case .indexed(let base, let table) = space, base.components > 0 {
      for entry in 0..<(table.count / base.components) {
        let numbers = (0..<base.components).map {
          Double(table[entry * base.components + $0]) / 255
        }
        let colour = InkColour(base, numbers)
        palette.append((SIMD4<Float>(colour.process), Float(colour.spots)))
      }
    }
    self.palette = palette
  }

  private static func plates(of space: InkSpace) -> [Int] {
    switch space {
    case .gray: [7]
    case .cmyk: [0, 1, 2, 3]
    case .inks(let names):
      names.map { name in
        ["Cyan", "Magenta", "Yellow", "Black"].firstIndex(of: name)
          ?? (name == "All" ? 5 : name == "None" ? 6 : 4)
      }
    default: []
    }
  }

  mutating func add(_ data: ArraySlice<UInt8>, row: Int) {
    let band = min(rows - 1, row * rows / height)
    if band != self.row, self.row >= 0 { settle() }
    self.row = band
    data.withUnsafeBufferPointer { bytes in
      for pixel in 0..<width {
        let (process, spot) = ink(bytes, pixel)
        let column = pixel * columns / width
        sums[column] += process
        spotSums[column] += spot
        counts[column] += 1
        let whole = process.sum() + spot
        histogram[min(1_024, max(0, Int(whole * 255 + 0.5)))] += 1
      }
    }
    if row == height - 1 { settle() }
  }

  @inline(__always)
  private func sample(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Float {
    switch bits {
    case 8: return Float(bytes[index])
    case 16: return Float(Int(bytes[index * 2]) << 8 | Int(bytes[index * 2 + 1]))
    default:
      let bit = index * bits
      return Float(Int(bytes[bit >> 3]) >> (8 - bits - bit & 7) & ((1 << bits) - 1))
    }
  }

  @inline(__always)
  private func ink(
    _ bytes: UnsafeBufferPointer<UInt8>, _ pixel: Int
  ) -> (SIMD4<Float>, Float) {
    if !palette.isEmpty {
      let value = low[0] + sample(bytes, pixel) * step[0]
      return palette[Int(min(Float(palette.count - 1), max(0, value)))]
    }
    var process = SIMD4<Float>()
    var spot: Float = 0
    for channel in 0..<plates.count {
      let value = min(
        1, max(0, low[channel] + sample(bytes, pixel * channels + channel) * step[channel]))
      switch plates[channel] {
      case 0...3: process[plates[channel]] = value
      case 4: spot += value
      case 5: process = SIMD4(repeating: value)
      case 7: process[3] = 1 - value
      default: break
      }
    }
    return (process, spot)
  }

  private mutating func settle() {
    for column in 0..<columns where counts[column] > 0 {
      cells[row * columns + column] = sums[column] / counts[column]
      spots[row * columns + column] = spotSums[column] / counts[column]
      (sums[column], spotSums[column], counts[column]) = (.zero, 0, 0)
    }
  }

  /// The sum that all but a thousandth of the pixels keep: a few may be noise.
  var most: Double {
    var above = width * height / 1_000
    var sum = histogram.count - 1
    while sum > 0, above >= histogram[sum] {
      above -= histogram[sum]
      sum -= 1
    }
    return Double(sum) / 255
  }
}
