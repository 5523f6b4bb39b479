import Core
import Pictures

/// How much ink the pixels of a picture in four inks take.
struct PictureWeight: Sendable, Equatable {
  /// By the sum of the inks, each 0…255: how many pixels have it.
  private var sums = [Int](repeating: 0, count: 1_021)
  /// The same of the three colours without black.
  private var chromas = [Int](repeating: 0, count: 766)
  /// A thousandth of the pixels may be noise.
  private let noise: Int

  init(pixels: Int) { noise = pixels / 1_000 }

  /// Weighs a JPEG file; nil where it cannot be decoded or has not four inks.
  init?(jpeg: [UInt8]) {
    do throws(PictureFailure) {
      let picture = try readPicture(jpeg, name: "")
      guard picture.colours == .cmyk else { return nil }
      self.init(pixels: picture.width * picture.height)
      var rows = try PictureRows(picture)
      var inks: [UInt8] = []
      while try rows.read(max(1, (1 << 20) / rows.stride), into: &inks) > 0 {
        add(inks[...], isInverted: false)
      }
    } catch {
      return nil
    }
  }

  /// Adds pixels of four inks.
  mutating func add(_ inks: ArraySlice<UInt8>, isInverted: Bool) {
    inks.withUnsafeBufferPointer { inks in
      var place = 0
      while place + 3 < inks.count {
        let chroma = Int(inks[place]) + Int(inks[place + 1]) + Int(inks[place + 2])
        let sum = chroma + Int(inks[place + 3])
        sums[isInverted ? 1_020 - sum : sum] += 1
        chromas[isInverted ? 765 - chroma : chroma] += 1
        place += 4
      }
    }
  }

  /// Adds pixels that are numbers of a palette's colours, four bytes each.
  mutating func add(_ numbers: ArraySlice<UInt8>, palette: [UInt8]) {
    var counts = [Int](repeating: 0, count: 256)
    for number in numbers { counts[Int(number)] += 1 }
    for (number, count) in counts.enumerated() where number * 4 + 3 < palette.count {
      let place = number * 4
      let chroma = Int(palette[place]) + Int(palette[place + 1]) + Int(palette[place + 2])
      sums[chroma + Int(palette[place + 3])] += count
      chromas[chroma] += count
    }
  }

  /// The sum of inks that all but the noise keep, 0…4.
  var ink: Double { Double(keep(sums)) / 255 }

  /// The inks as a colour: all colour as one, and what black adds where there is most of both.
  var colour: InkColour {
    let chroma = Double(keep(chromas)) / 255
    return InkColour(
      space: .pattern, process: SIMD4(chroma, 0, 0, max(0, ink - chroma)), stated: [])
  }

  private func keep(_ counts: [Int]) -> Int {
    var above = noise
    var sum = counts.count - 1
    while sum > 0, above >= counts[sum] {
      above -= counts[sum]
      sum -= 1
    }
    return sum
  }
}
