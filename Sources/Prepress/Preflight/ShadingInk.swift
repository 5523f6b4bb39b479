import Core
import PDFSyntax

/// The darkest colour of a shading, and where it paints at most.
struct ShadingInk: Sendable {
  /// Nothing where it cannot be told.
  var colour: InkColour?
  /// The rectangle around a mesh in the shading's space; nothing where it fills all there is.
  var box: PageBox?
  /// What finding that out has cost, in small steps.
  var cost = 0
}

extension InkSpaces {
  /// The darkest colour of a shading.
  ///
  /// *Source:* ISO 32000-1 §8.7.4.5.
  mutating func darkest(of shading: PDFObject, _ resources: PDFDictionary) -> ShadingInk {
    guard let entries = shading.dictionary, let space = space(entries["ColorSpace"], resources)
    else { return ShadingInk() }
    let kind = (try? reader.resolved(entries["ShadingType"]))?.integer
    let hasFunction = ((try? reader.resolved(entries["Function"])) ?? .null) != .null
    let function = hasFunction ? PressFunction(entries["Function"], reader) : nil
    // One that cannot be followed must not pass for none.
    if hasFunction, function == nil { return ShadingInk() }
    var darkest = DarkestColour(space)
    func ask(_ function: PressFunction, from first: Double, to last: Double) -> ShadingInk {
      guard function.inputs == 1 else { return ShadingInk() }
      let places = function.places(from: first, to: last)
      for place in places { darkest.add(function.values(at: [place])) }
      return ShadingInk(colour: darkest.colour, cost: places.count * function.cost)
    }
    switch kind {
    case 1:
      guard let function, function.inputs == 2 else { return ShadingInk() }
      let ends = numbers(entries["Domain"])
      let (x, y) = ends.count == 4 ? ((ends[0], ends[1]), (ends[2], ends[3])) : ((0, 1), (0, 1))
      let steps = 32
      for place in 0..<((steps + 1) * (steps + 1)) {
        let (column, row) = (place % (steps + 1), place / (steps + 1))
        darkest.add(
          function.values(at: [
            x.0 + (x.1 - x.0) * Double(column) / Double(steps),
            y.0 + (y.1 - y.0) * Double(row) / Double(steps),
          ]))
      }
      return ShadingInk(colour: darkest.colour, cost: 1_089 * function.cost)
    case 2, 3:
      guard let function else { return ShadingInk() }
      let ends = numbers(entries["Domain"])
      return ask(
        function, from: ends.count == 2 ? ends[0] : 0, to: ends.count == 2 ? ends[1] : 1)
    case 4, 5, 6, 7:
      guard case .stream = shading, let data = try? reader.data(of: shading) else {
        return ShadingInk()
      }
      let mesh = ShadingMesh(
        kind: kind ?? 4,
        bits: [entries["BitsPerCoordinate"], entries["BitsPerComponent"], entries["BitsPerFlag"]]
          .map { (try? reader.resolved($0))?.integer ?? 0 },
        decode: numbers(entries["Decode"]), channels: function == nil ? space.components : 1,
        data: data)
      var ink = ShadingInk(cost: data.count)
      guard var mesh, let first = mesh.next() else { return ink }
      var ends = first.colours[0][0]...first.colours[0][0]
      var piece = Optional(first)
      while let found = piece {
        for colour in found.colours {
          ends = min(ends.lowerBound, colour[0])...max(ends.upperBound, colour[0])
          if function == nil { darkest.add(colour) }
        }
        ink.box = ink.box?.union(found.box) ?? found.box
        piece = mesh.next()
      }
      // Between its corners a mesh has every number between theirs.
      if let function {
        let asked = ask(function, from: ends.lowerBound, to: ends.upperBound)
        ink.cost += asked.cost
      }
      ink.colour = darkest.colour
      return ink
    default: return ShadingInk()
    }
  }

  private func numbers(_ object: PDFObject) -> [Double] {
    ((try? reader.resolved(object))?.array ?? []).prefix(80).compactMap {
      (try? reader.resolved($0))?.number
    }
  }
}

/// Finds the colour with the most ink.
private struct DarkestColour {
  private let space: InkSpace
  private var found: InkColour?
  private var isWhole = true

  init(_ space: InkSpace) { self.space = space }

  /// Looks at a colour; one that cannot be told makes all uncertain.
  mutating func add(_ numbers: [Double]?) {
    guard let numbers, numbers.count >= space.components else {
      isWhole = false
      return
    }
    let colour = InkColour(space, numbers)
    if colour.sum >= found?.sum ?? 0 { found = colour }
  }

  var colour: InkColour? { isWhole ? found : nil }
}
