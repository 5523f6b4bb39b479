/// The corners of a mesh: of triangles (types 4 and 5) or patches (6 and 7).
///
/// Inside a triangle colours are between those of its corners, inside a patch as well, and both lie
/// within the rectangle around their points: so corners tell the most ink that there can be.
///
/// *Source:* ISO 32000-1 §8.7.4.5.5–8.
struct ShadingMesh {
  /// A corner of a triangle, or a patch: its colours, at least one, and the rectangle around it.
  struct Piece {
    var colours: [[Double]]
    var box: PageBox
  }
  private let kind: Int
  private let coordinate, component, flag: Int
  private let decode: [Double]
  private let channels: Int
  private var reader: BitReader

  /// Begins to read a mesh; nothing where its numbers make no sense.
  ///
  /// - Parameter bits: those of a coordinate, of a colour's number, of a flag.
  init?(kind: Int, bits: [Int], decode: [Double], channels: Int, data: [UInt8]) {
    (coordinate, component, flag) = (bits[0], bits[1], bits[2])
    guard [1, 2, 4, 8, 12, 16, 24, 32].contains(coordinate),
      [1, 2, 4, 8, 12, 16].contains(component), kind == 5 || [2, 4, 8].contains(flag),
      channels > 0, decode.count >= 4 + channels * 2
    else { return nil }
    (self.kind, self.decode, self.channels) = (kind, decode, channels)
    reader = BitReader(data[...])
  }

  /// The next piece; nothing where the data end.
  mutating func next() -> Piece? {
    var (points, corners) = (1, 1)
    if kind != 5 {
      guard let mark = reader.next(flag) else { return nil }
      // A patch at the side of the one before shares four points and two colours with it.
      let isOwn = mark & 3 == 0
      switch kind {
      case 6: (points, corners) = isOwn ? (12, 4) : (8, 2)
      case 7: (points, corners) = isOwn ? (16, 4) : (12, 2)
      default: break
      }
    }
    var box: PageBox?
    for _ in 0..<points {
      guard let x = number(coordinate, 0), let y = number(coordinate, 2) else { return nil }
      let point = PageBox(x, y, x, y)
      box = box?.union(point) ?? point
    }
    var colours: [[Double]] = []
    for _ in 0..<corners {
      var colour: [Double] = []
      for channel in 0..<channels {
        guard let part = number(component, 4 + channel * 2) else { return nil }
        colour.append(part)
      }
      colours.append(colour)
    }
    reader.align()
    return box.map { Piece(colours: colours, box: $0) }
  }

  /// The number in the next bits as the file wants it read.
  private mutating func number(_ bits: Int, _ ends: Int) -> Double? {
    guard let number = reader.next(bits) else { return nil }
    let most = Double((UInt64(1) << UInt64(bits)) - 1)
    return decode[ends] + Double(number) / most * (decode[ends + 1] - decode[ends])
  }
}
