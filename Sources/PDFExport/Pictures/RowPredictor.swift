import Pictures

/// The rows of a picture, each with the predictor that leaves the least to say.
///
/// The choice is the usual guess: the least sum of differences from zero.
/// *Source:* PNG (W3C, third edition) §9 (filters), §12.7 (choosing them).
func predicted(_ samples: Samples) -> [UInt8] {
  let stride = samples.stride
  let step = samples.channels
  var result: [UInt8] = []
  result.reserveCapacity((stride + 1) * samples.height)
  let above = [UInt8](repeating: 0, count: stride)
  var tries = [[UInt8]](repeating: [UInt8](repeating: 0, count: stride), count: 5)
  for row in 0..<samples.height {
    let current = samples.rows[(row * stride)..<((row + 1) * stride)]
    let previous =
      row == 0 ? above[...] : samples.rows[((row - 1) * stride)..<(row * stride)]
    current.withUnsafeBufferPointer { now in
      previous.withUnsafeBufferPointer { up in
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
  }
  return result
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
