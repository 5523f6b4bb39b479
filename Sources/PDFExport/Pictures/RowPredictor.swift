import Pictures

/// The rows of a picture, each with the predictor that leaves the least to say.
func predicted(_ samples: Samples) -> [UInt8] {
  var predictor = RowPredictor(stride: samples.stride, step: samples.channels)
  var result: [UInt8] = []
  result.reserveCapacity((samples.stride + 1) * samples.height)
  predictor.add(samples.rows, to: &result)
  return result
}

/// Chooses a predictor for each row that comes.
///
/// The choice is the usual guess: the least sum of differences from zero.
/// *Source:* PNG (W3C, third edition) §9 (filters), §12.7 (choosing them).
struct RowPredictor {
  private let step: Int
  private var above: [UInt8]
  private var tries: [[UInt8]]

  /// Starts a picture with rows of `stride` bytes, `step` of them a pixel.
  init(stride: Int, step: Int) {
    self.step = step
    above = [UInt8](repeating: 0, count: stride)
    tries = [[UInt8]](repeating: above, count: 5)
  }

  /// Goes on below a row.
  mutating func begin(below row: [UInt8]) { above = row }

  /// Adds whole rows.
  mutating func add(_ rows: [UInt8], to result: inout [UInt8]) {
    let stride = above.count
    var start = 0
    while start + stride <= rows.count, stride > 0 {
      let current = rows[start..<start + stride]
      current.withUnsafeBufferPointer { now in
        above.withUnsafeBufferPointer { up in
          for filter in 0..<5 {
            tries[filter].withUnsafeMutableBufferPointer { out in
              predict(filter, now, up, step, into: out)
            }
          }
        }
      }
      var best = 0
      var least = Int.max
      for filter in 0..<5 {
        let sum = tries[filter].reduce(0) { $0 + Int(min($1, 0 &- $1)) }
        if sum < least {
          least = sum
          best = filter
        }
      }
      result.append(UInt8(best))
      result.append(contentsOf: tries[best])
      above.replaceSubrange(0..<stride, with: current)
      start += stride
    }
  }
}

private func predict(
  _ filter: Int, _ now: UnsafeBufferPointer<UInt8>, _ up: UnsafeBufferPointer<UInt8>, _ step: Int,
  into out: UnsafeMutableBufferPointer<UInt8>
) {
  for position in 0..<now.count {
    let left = position >= step ? now[position - step] : 0
    let above = up[position]
    let guess: UInt8 =
      switch filter {
      case 1: left
      case 2: above
      case 3: UInt8((Int(left) + Int(above)) / 2)
      case 4: paeth(left, above, position >= step ? up[position - step] : 0)
      default: 0
      }
    out[position] = now[position] &- guess
  }
}

/// The neighbour that is nearest to left + above − corner.
private func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
  let estimate = Int(left) + Int(above) - Int(corner)
  let (a, b, c) = (
    abs(estimate - Int(left)), abs(estimate - Int(above)), abs(estimate - Int(corner))
  )
  return a <= b && a <= c ? left : b <= c ? above : corner
}
