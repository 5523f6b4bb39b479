import Core

/// A galley without what floats: columns go on where it was called as though it were not there.
struct PassedFloats: Sendable {
  /// The galley; its boxes are fewer, and where something floats the white above what follows is that
  /// which it has without.
  let galley: Galley
  /// Where each box of the whole galley stands in it, or what follows it.
  let places: [Int32]

  /// Nil where nothing floats that is called in columns.
  init?(_ whole: Galley) {
    let isInColumns = whole.floats.contains { float in
      whole.boxes.indices.contains(float.boxes.upperBound)
        && whole.boxes[float.boxes.upperBound].columns >= 0
    }
    guard isInColumns else { return nil }
    var galley = whole
    galley.boxes = []
    var places: [Int32] = []
    var next = 0
    var white: Length?
    for (number, box) in whole.boxes.enumerated() {
      places.append(Int32(galley.boxes.count))
      while next < whole.floats.count, number >= whole.floats[next].boxes.upperBound { next += 1 }
      if next < whole.floats.count, whole.floats[next].boxes.contains(number) {
        white = whole.floats[next].resume
        continue
      }
      galley.boxes.append(box)
      if let white { galley.boxes[galley.boxes.count - 1].space = white }
      white = nil
    }
    self.galley = galley
    self.places = places
  }
}
