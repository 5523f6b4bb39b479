import Core
import Style

extension LineBreaker {
  /// One pass over the items; the best node at the end, or nil if the pass must be repeated.
  mutating func tryPass(_ items: [Item], _ run: inout BreakRun) -> Int32? {
    nodes.removeAll(keepingCapacity: true)
    active.removeAll(keepingCapacity: true)
    // The paragraph's start has no line before it.
    edges = run.keepsLines ? [[]] : []
    nodes.append(
      Node(
        demerits: 0, item: -1, next: 0, previous: -1, line: 0, badness: 0,
        fitness: Fitness.decent.rawValue, hyphens: 0,
        opening: opening(items, at: ink[0])))
    active.append(0)
    let parameters = run.parameters
    for position in items.indices {
      let item = items[position]
      switch item.kind {
      case .box: continue
      case .glue:
        // §868: after ink, or a kern that is not at a break itself.
        guard position > 0 else { continue }
        let before = items[position - 1].kind
        if before == .box || before == .discretionary {
          tryBreak(items, at: position, penalty: 0, isHyphenated: false, &run)
        }
      case .kern:
        if position + 1 < items.count, items[position + 1].kind == .glue {
          tryBreak(items, at: position, penalty: 0, isHyphenated: false, &run)
        }
      case .penalty:
        if item.flags.contains(.hyphenation), !run.allowsHyphenation { continue }
        tryBreak(
          items, at: position, penalty: Int32(item.penalty),
          isHyphenated: item.flags.contains(.flagged), &run)
      case .discretionary:
        if item.flags.contains(.hyphenation), !run.allowsHyphenation { continue }
        tryBreak(
          items, at: position, penalty: Int32(item.penalty),
          isHyphenated: item.flags.contains(.flagged), &run)
      }
      if active.isEmpty { return nil }
    }
    // §873: the end counts as hyphenated, which is how the final hyphen's demerits come in.
    tryBreak(items, at: items.count, penalty: -Item.infinity, isHyphenated: true, &run)
    return choose(parameters.looseness, isFinal: run.isFinal)
  }

  /// The best of the nodes at the paragraph's end.
  ///
  /// *Source:* §874, §875.
  private func choose(_ looseness: Int32, isFinal: Bool) -> Int32? {
    var best: Int32 = -1
    var fewest = Self.awful
    for node in active where nodes[Int(node)].demerits < fewest {
      fewest = nodes[Int(node)].demerits
      best = node
    }
    guard best >= 0 else { return nil }
    if looseness == 0 { return best }
    let optimum = nodes[Int(best)].line
    var actual: Int32 = 0
    for node in active {
      let difference = nodes[Int(node)].line - optimum
      let demerits = nodes[Int(node)].demerits
      if (difference < actual && looseness <= difference)
        || (difference > actual && looseness >= difference)
      {
        best = node
        actual = difference
        fewest = demerits
      } else if difference == actual, demerits < fewest {
        best = node
        fewest = demerits
      }
    }
    return actual == looseness || isFinal ? best : nil
  }

  /// Tests the break at an item against every active node.
  ///
  /// *Source:* §829–§860.
  private mutating func tryBreak(
    _ items: [Item], at position: Int, penalty: Int32, isHyphenated: Bool, _ run: inout BreakRun
  ) {
    if penalty >= Item.infinity { return }
    let isForced = penalty <= -Item.infinity
    let isEnd = position == items.count
    let here = sums[position]
    let closing = closing(items, at: position)
    let closingStretch = run.background.stretch + closing.stretch
    let own = words.isEmpty ? EdgeWords() : words[position + 1]
    survivors.removeAll(keepingCapacity: true)
    var oldLine = Int32.min
    var width: Int64 = 0
    let count = active.count
    for index in 0..<count {
      let id = active[index]
      let node = nodes[Int(id)]
      if node.line > oldLine {
        // §835: a class of line numbers has ended.
        if run.minimum < Self.awful, oldLine != run.easyLine {
          addNodes(items, at: position, isHyphenated: isHyphenated, isEnd: isEnd, &run)
        }
        if node.line > run.easyLine {
          width = run.shape.rest
          oldLine = .max - 1
        } else {
          oldLine = node.line
          width = run.shape.width(of: Int(node.line))
        }
        width -= run.background.width
      }
      let start = sums[Int(node.next)]
      let natural = here.width - start.width + Int64(node.opening) + closing.width
      let gap = width - natural
      let room = here.room - start.room + closing.room
      let shortfall = Self.left(of: gap, room: room)
      var badness: Int32
      let fitness: Fitness
      if shortfall > 0 {
        if here.infinite != start.infinite {
          badness = 0
          fitness = .decent
        } else {
          let stretch = here.stretch - start.stretch + closingStretch
          badness = Badness.of(shortfall, over: stretch)
          fitness = badness > 99 ? .veryLoose : badness > 12 ? .loose : .decent
        }
      } else {
        let shrink = here.shrink - start.shrink + run.background.shrink
        badness =
          -gap - room > shrink
          ? Item.infinity + 1 : Badness.of(-shortfall, over: max(shrink, room))
        fitness = badness > 12 ? .tight : .decent
      }
      var isArtificial = false
      var stays = true
      if badness > Item.infinity || isForced {
        stays = false
        if run.isFinal, run.minimum == Self.awful, survivors.isEmpty, index == count - 1 {
          isArtificial = true  // §854: the last hope; the line will be overfull.
        } else if badness > run.threshold {
          continue
        }
      } else if badness > run.threshold {
        survivors.append(id)
        continue
      }
      var demerits: Int64 = 0
      if !isArtificial {
        demerits = self.demerits(
          badness: badness, penalty: penalty, fitness: fitness, after: node,
          isHyphenated: isHyphenated, isEnd: isEnd, run)
        if here.infinite == start.infinite || shortfall < 0 {
          demerits += Self.unevenness(
            shortfall, stretch: here.stretch - start.stretch, run.parameters)
        }
        if isEnd, node.item >= 0, natural * 3 < width {
          demerits += Int64(run.parameters.shortLastLineDemerits)
        }
        if own != EdgeWords() {
          let stacked = own.stacked(below: words[Int(node.item) + 1])
          demerits += Int64(run.parameters.stackedWordDemerits) * stacked
        }
      }
      if run.keepsLines {
        pending.append(
          Edge(
            from: id, demerits: demerits, badness: min(badness, Item.infinity), fitness: fitness))
      }
      demerits += node.demerits
      record(
        Candidate(
          demerits: demerits, previous: id, line: node.line, badness: min(badness, Item.infinity)),
        fitness, &run)
      if stays { survivors.append(id) }
    }
    if run.minimum < Self.awful {
      addNodes(items, at: position, isHyphenated: isHyphenated, isEnd: isEnd, &run)
    }
    while survivors.count > Self.activeLimit { dropWorst() }
    swap(&active, &survivors)
  }

  /// Keeps the better way to reach the break, the later one of equals (§855).
  @inline(__always)
  private func record(_ candidate: Candidate, _ fitness: Fitness, _ run: inout BreakRun) {
    switch fitness {
    case .veryLoose:
      if candidate.demerits <= run.best.0.demerits { run.best.0 = candidate }
    case .loose:
      if candidate.demerits <= run.best.1.demerits { run.best.1 = candidate }
    case .decent:
      if candidate.demerits <= run.best.2.demerits { run.best.2 = candidate }
    case .tight:
      if candidate.demerits <= run.best.3.demerits { run.best.3 = candidate }
    }
    run.minimum = min(run.minimum, candidate.demerits)
  }

  /// Adds a node for every fitness class that may still win (§836–§845).
  private mutating func addNodes(
    _ items: [Item], at position: Int, isHyphenated: Bool, isEnd: Bool, _ run: inout BreakRun
  ) {
    let (next, opening) = lineStart(items, after: position)
    // All ways are wanted where lines are kept, hopeless ones too.
    let limit =
      run.keepsLines ? Self.awful : run.minimum + abs(Int64(run.parameters.adjacentDemerits))
    let candidates = run.best
    add(candidates.0, .veryLoose)
    add(candidates.1, .loose)
    add(candidates.2, .decent)
    add(candidates.3, .tight)
    run.best = (Candidate(), Candidate(), Candidate(), Candidate())
    run.minimum = Self.awful
    pending.removeAll(keepingCapacity: true)

    func add(_ candidate: Candidate, _ fitness: Fitness) {
      guard candidate.previous >= 0, candidate.demerits <= limit else { return }
      survivors.append(Int32(nodes.count))
      if run.keepsLines { edges.append(pending.filter { $0.fitness == fitness }) }
      nodes.append(
        Node(
          demerits: candidate.demerits, item: Int32(position), next: next,
          previous: candidate.previous, line: candidate.line + 1, badness: candidate.badness,
          fitness: fitness.rawValue,
          hyphens: isHyphenated && !isEnd
            ? min(nodes[Int(candidate.previous)].hyphens, .max - 1) + 1 : 0, opening: opening))
    }
  }

  /// The first item that does not vanish after a break, and the width of what opens the line.
  ///
  /// *Source:* §837–§842.
  private func lineStart(_ items: [Item], after position: Int) -> (next: Int32, opening: Int32) {
    var next = position
    var opening: Int32 = 0
    if position < items.count, items[position].kind == .discretionary {
      next += 1
      if items[position].flags.contains(.startsNext) {
        let hang = Int32(items[position].hangLeft) * Int32(Item.hangStep)
        return (Int32(next), items[position].shrink - hang)
      }
      opening = items[position].shrink
    }
    return (ink[next], opening + self.opening(items, at: ink[next]))
  }

  /// What the first ink of a line adds to it: less, by what hangs beyond the left edge.
  private func opening(_ items: [Item], at first: Int32) -> Int32 {
    guard Int(first) < items.count else { return 0 }
    return -Int32(items[Int(first)].hangLeft) * Int32(Item.hangStep)
  }

  /// Keeps memory and time bounded where thousands of places in one line could be broken.
  private mutating func dropWorst() {
    var worst = 0
    for index in survivors.indices
    where nodes[Int(survivors[index])].demerits > nodes[Int(survivors[worst])].demerits {
      worst = index
    }
    survivors.remove(at: worst)
  }
}
