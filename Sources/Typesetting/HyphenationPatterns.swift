package import Core

/// The hyphenation patterns of a language, compiled to a trie in flat arrays.
///
/// The nodes stand in breadth-first order, so the children of a node are those from its `firstChild`
/// to the next node's, sorted by letter; a child is found by counting the letters before it.
///
/// *Source:* Liang 1983; TeX: The Program §919–§924.
package struct HyphenationPatterns: Sendable {
  /// The language.
  package let language: Language
  /// How many letters stay before a hyphen at least.
  package let leftMinimum: Int
  /// How many letters follow a hyphen at least.
  package let rightMinimum: Int

  /// The letter class of a scalar below `alphabetLimit`; 0 if no pattern knows it.
  private let alphabet: [UInt8]
  private let rootChild: [UInt32]
  /// The letter of each node.
  private let letters: [UInt8]
  /// The nodes, and one more that ends the last one's children.
  private let nodes: [Node]
  /// Runs of levels, each led by its length.
  private let levels: [UInt8]
  /// Exceptions, sorted by their letters.
  private let exceptionLetters: [[UInt8]]
  private let exceptionPoints: [[UInt8]]

  private static let alphabetLimit: UInt32 = 0x2040
  /// The class of the `.` at a word's edge.
  private static let edge: UInt8 = 1

  /// A node of the trie; 16 bytes.
  private struct Node {
    /// Which of the letters 0…63 have a child.
    var children: UInt64 = 0
    var firstChild: UInt32
    /// Where its levels start in `levels`, plus one; 0 if no pattern ends here.
    var value: UInt32 = 0
  }

  /// A pattern's letters and levels, or an exception's letters and points.
  private struct Entry {
    var word: [UInt8]
    var levels: [UInt8]
  }

  /// How many patterns went in.
  package let count: Int

  /// Compiles patterns.
  ///
  /// - Complexity: O(n log n) in the number of patterns.
  package init(
    language: Language, source: HyphenationSource, leftMinimum: Int, rightMinimum: Int
  ) {
    self.language = language
    self.leftMinimum = max(1, leftMinimum)
    self.rightMinimum = max(1, rightMinimum)
    self.count = source.patterns.count

    var alphabet = [UInt8](repeating: 0, count: Int(Self.alphabetLimit))
    var classes = 1
    func letterClass(_ scalar: UInt32) -> UInt8? {
      if scalar == 0x2E { return Self.edge }
      guard scalar < Self.alphabetLimit else { return nil }
      if alphabet[Int(scalar)] == 0 {
        guard classes < 255 else { return nil }
        classes += 1
        alphabet[Int(scalar)] = UInt8(classes)
      }
      return alphabet[Int(scalar)]
    }

    var compiled: [Entry] = []
    compiled.reserveCapacity(source.patterns.count)
    pattern: for pattern in source.patterns {
      var word: [UInt8] = []
      var levels: [UInt8] = [0]
      for scalar in pattern {
        if scalar >= 0x30, scalar <= 0x39 {
          levels[levels.count - 1] = UInt8(scalar - 0x30)
        } else {
          guard let letter = letterClass(LetterCase.lower(scalar)) else { continue pattern }
          word.append(letter)
          levels.append(0)
        }
      }
      compiled.append(Entry(word: word, levels: levels))
    }
    var exceptions: [Entry] = []
    exception: for exception in source.exceptions {
      var word: [UInt8] = []
      var points: [UInt8] = []
      for scalar in exception {
        if scalar == 0x2D {
          points.append(UInt8(clamping: word.count))
        } else {
          guard let letter = letterClass(LetterCase.lower(scalar)) else { continue exception }
          word.append(letter)
        }
      }
      exceptions.append(Entry(word: word, levels: points))
    }
    compiled.sort { $0.word.lexicographicallyPrecedes($1.word) }
    exceptions.sort { $0.word.lexicographicallyPrecedes($1.word) }
    exceptionLetters = exceptions.map(\.word)
    exceptionPoints = exceptions.map(\.levels)

    // Breadth first: a node is the stretch of sorted patterns that share a prefix of `depth`.
    var letters: [UInt8] = []
    var nodes: [Node] = []
    var levels: [UInt8] = []
    var queue: [(range: Range<Int>, depth: Int, letter: UInt8)] = [(0..<compiled.count, 0, 0)]
    var next = 0
    while next < queue.count {
      let (range, depth, letter) = queue[next]
      next += 1
      letters.append(letter)
      var node = Node(firstChild: UInt32(queue.count))
      var position = range.lowerBound
      while position < range.upperBound, compiled[position].word.count == depth {
        node.value = UInt32(levels.count) + 1
        levels.append(UInt8(compiled[position].levels.count))
        levels.append(contentsOf: compiled[position].levels)
        position += 1
      }
      while position < range.upperBound {
        let letter = compiled[position].word[depth]
        let start = position
        while position < range.upperBound, compiled[position].word[depth] == letter {
          position += 1
        }
        queue.append((start..<position, depth + 1, letter))
        if letter < 64 { node.children |= 1 << UInt64(letter) }
      }
      nodes.append(node)
    }
    nodes.append(Node(firstChild: UInt32(queue.count)))
    var rootChild = [UInt32](repeating: 0, count: 256)
    for child in Int(nodes[0].firstChild)..<Int(nodes[1].firstChild) {
      rootChild[Int(letters[child])] = UInt32(child)
    }
    self.rootChild = rootChild
    self.letters = letters
    self.nodes = nodes
    self.levels = levels
    self.alphabet = alphabet
  }

  /// Appends the byte offsets at which a word may be hyphenated, ascending.
  ///
  /// - Parameters:
  ///   - word: the bytes of a word in `text`: letters only.
  ///   - scratch: the worker's scratch.
  package func points(
    in text: UnsafeBufferPointer<UInt8>, word: Range<Int>, scratch: inout HyphenationScratch,
    into points: inout [UInt32]
  ) {
    scratch.letters.removeAll(keepingCapacity: true)
    scratch.offsets.removeAll(keepingCapacity: true)
    scratch.letters.append(Self.edge)
    var position = word.lowerBound
    while position < word.upperBound {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      let small = LetterCase.lower(scalar)
      scratch.letters.append(small < Self.alphabetLimit ? alphabet[Int(small)] : 0)
      scratch.offsets.append(UInt32(position))
      position += length
    }
    let count = scratch.offsets.count
    guard count >= leftMinimum + rightMinimum else { return }
    scratch.letters.append(Self.edge)
    scratch.levels.removeAll(keepingCapacity: true)
    scratch.levels.append(contentsOf: repeatElement(0, count: count + 3))
    if !markException(&scratch) { markPatterns(&scratch) }
    // `levels[i + 1]` is the level before letter i.
    for letter in leftMinimum...(count - rightMinimum) where scratch.levels[letter + 1] & 1 == 1 {
      points.append(scratch.offsets[letter])
    }
  }

  private func markPatterns(_ scratch: inout HyphenationScratch) {
    // Once a word, a dozen steps a letter: plain pointers, or checks would take half of the time.
    nodes.withUnsafeBufferPointer { nodes in
      levels.withUnsafeBufferPointer { levels in
        scratch.letters.withUnsafeBufferPointer { word in
          scratch.levels.withUnsafeMutableBufferPointer { marks in
            mark(word, into: marks, nodes, levels)
          }
        }
      }
    }
  }

  private func mark(
    _ word: UnsafeBufferPointer<UInt8>, into marks: UnsafeMutableBufferPointer<UInt8>,
    _ nodes: UnsafeBufferPointer<Node>, _ levels: UnsafeBufferPointer<UInt8>
  ) {
    for start in 0..<word.count {
      var number = Int(rootChild[Int(word[start])])
      var position = start + 1
      while number != 0 {
        let node = nodes[number]
        if node.value != 0 {
          let first = Int(node.value)
          for level in 0..<Int(levels[first - 1]) {
            marks[start + level] = max(marks[start + level], levels[first + level])
          }
        }
        guard position < word.count else { break }
        let letter = word[position]
        position += 1
        if letter < 64 {
          let bit: UInt64 = 1 << UInt64(letter)
          let before = (node.children & (bit - 1)).nonzeroBitCount
          number = node.children & bit == 0 ? 0 : Int(node.firstChild) + before
        } else {
          let first = Int(node.firstChild) + node.children.nonzeroBitCount
          number = child(letter, after: first, number)
        }
      }
    }
  }

  /// The child of a node for one of the letters after the first 64, which no language of ours has.
  private func child(_ letter: UInt8, after first: Int, _ node: Int) -> Int {
    var child = first
    let last = Int(nodes[node + 1].firstChild)
    while child < last, letters[child] < letter { child += 1 }
    return child < last && letters[child] == letter ? child : 0
  }

  private func markException(_ scratch: inout HyphenationScratch) -> Bool {
    guard !exceptionLetters.isEmpty else { return false }
    let word = scratch.letters[1..<scratch.letters.count - 1]
    var low = 0
    var high = exceptionLetters.count
    while low < high {
      let middle = (low + high) / 2
      if exceptionLetters[middle].lexicographicallyPrecedes(word) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < exceptionLetters.count, exceptionLetters[low].elementsEqual(word) else {
      return false
    }
    for point in exceptionPoints[low] { scratch.levels[Int(point) + 1] = 1 }
    return true
  }
}

/// What hyphenation scribbles on; one per worker.
package struct HyphenationScratch: Sendable {
  var letters: [UInt8] = []
  var offsets: [UInt32] = []
  var levels: [UInt8] = []
  /// Makes empty scratch.
  package init() {}
}
