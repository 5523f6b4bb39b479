import Core
import Style

extension Galley {
  /// Which floats are called on pages that are in trouble, or on those after them.
  func floats(near pages: [PageBreak]) -> [Bool] {
    var near = [Bool](repeating: false, count: floats.count)
    var number = 0
    for page in pages.indices {
      let isDear =
        pages[page].cost >= Int64(costs.trouble)
        || page > 0 && pages[page - 1].cost >= Int64(costs.trouble)
      while number < floats.count, floats[number].boxes.lowerBound < pages[page].boxes.upperBound {
        near[number] = isDear
        number += 1
      }
    }
    return near
  }

  /// Whether what floats may stand before each box, which starts a page: no tint or table is parted
  /// there.
  var seams: [Bool] {
    var seams = boxes.map {
      $0.padding == .zero && $0.columnPadding == .zero && $0.head < 0 && $0.carried < 0
    }
    for decoration in decorations {
      for box in decoration.boxes.dropFirst() where Int(box) < seams.count {
        seams[Int(box)] = false
      }
    }
    for float in floats {
      for box in float.boxes.dropFirst() { seams[box] = false }
    }
    return seams
  }

  /// The boxes in the order in which pages hold them: what floats stands where its page has it.
  ///
  /// Gives also where each box has come to.
  func arranged(_ pages: inout [PageBreak]) -> (galley: Galley, places: [Int])? {
    guard pages.contains(where: { !$0.floats.top.isEmpty || !$0.floats.lifted.isEmpty }) else {
      return nil
    }
    var galley = self
    galley.boxes = []
    var places = [Int](repeating: 0, count: boxes.count + 1)
    places[boxes.count] = boxes.count
    func take(_ number: Int, _ galley: inout Galley) {
      places[number] = galley.boxes.count
      galley.boxes.append(boxes[number])
    }
    for page in pages.indices where pages[page].sheet < 0 {
      let choice = pages[page].floats
      let start = galley.boxes.count
      for float in choice.top {
        for box in floats[float].boxes { take(box, &galley) }
      }
      var white = choice.top.last.map { floats[$0].spaceAfter }
      var hasText = false
      var box = pages[page].boxes.lowerBound
      var next = choice.lifted.lowerBound
      while box < pages[page].boxes.upperBound {
        if next < choice.lifted.upperBound, box == floats[next].boxes.lowerBound {
          white = hasText ? floats[next].resume : max(white ?? .zero, floats[next].resume)
          box = floats[next].boxes.upperBound
          next += 1
          continue
        }
        take(box, &galley)
        let last = galley.boxes.count - 1
        if !hasText, let own = white { white = max(own, boxes[box].space) }
        if let white { galley.boxes[last].space = white }
        // Columns begin on the grid by themselves.
        let isStacked = boxes[box].columns < 0
        if !hasText && !choice.top.isEmpty && isStacked { galley.boxes[last].snaps = true }
        (white, hasText) = (nil, true)
        box += 1
      }
      for float in choice.lifted.prefix(choice.foot) {
        for box in floats[float].boxes { take(box, &galley) }
      }
      pages[page].boxes = start..<galley.boxes.count
    }
    for page in pages.indices where pages[page].sheet < 0 {
      if let box = pages[page].nextBest?.box { pages[page].nextBest?.box = places[box] }
    }
    for number in galley.decorations.indices where !galley.decorations[number].boxes.isEmpty {
      let own = galley.decorations[number]
      let last = places[Int(own.boxes.upperBound) - 1] + 1
      galley.decorations[number].boxes = UInt32(places[Int(own.boxes.lowerBound)])..<UInt32(last)
      if own.contentEnd > 0, own.contentEnd <= boxes.count {
        galley.decorations[number].contentEnd = UInt32(places[Int(own.contentEnd) - 1] + 1)
      }
    }
    return (galley, places)
  }
}
