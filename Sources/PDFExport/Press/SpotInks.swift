import Core
import Display
import PDFSyntax

/// The spot colours of a document: which of them the press prints as inks of their own.
///
/// *Source:* ISO 32000-1 §8.6.6.4 (Separation), §7.10.3 (exponential functions).
struct SpotInks: Sendable {
  let spots: [SpotColour]
  /// Whether a spot colour is an ink of its own; the others are made of the process inks.
  private(set) var isInk: [Bool]
  /// Those that pages use and the press does not print.
  private(set) var replaced: [SpotColour] = []

  /// Looks which spot colours pages use; the first ones of the design are printed, as many as the
  /// press takes.
  init(_ pages: PageList, limit: Int) {
    spots = pages.spots
    isInk = [Bool](repeating: false, count: spots.count)
    var isUsed = isInk
    for page in pages.pages {
      for op in page.ops {
        if let colour = op.colour, spots.indices.contains(Int(colour.spot) - 1) {
          isUsed[Int(colour.spot) - 1] = true
        }
      }
    }
    var left = limit
    for (number, spot) in spots.enumerated() where isUsed[number] {
      if left > 0 {
        isInk[number] = true
        left -= 1
      } else {
        replaced.append(spot)
      }
    }
  }

  /// The ink that a colour is printed with, by its number from 1; nothing for the process inks.
  func ink(of colour: Colour) -> Int? {
    let number = Int(colour.spot)
    return isInk.indices.contains(number - 1) && isInk[number - 1] ? number : nil
  }

  /// Writes the colour spaces that pages name: `S1`…, and `All` for marks.
  func write(marks: Bool, to resources: inout DictionaryWriter) {
    guard marks || isInk.contains(true) else { return }
    resources.dictionary("ColorSpace") { spaces in
      for (number, spot) in spots.enumerated() where isInk[number] {
        spaces.array(named: "S\(number + 1)") { space in
          SpotInks.write(
            spot.name, full: [spot.cyan, spot.magenta, spot.yellow, spot.black], to: &space)
        }
      }
      if marks {
        spaces.array(named: "All") { SpotInks.write("All", full: [100, 100, 100, 100], to: &$0) }
      }
    }
  }

  private static func write(_ name: String, full: [UInt8], to space: inout ArrayWriter) {
    space.name("Separation")
    space.name(name)
    space.name("DeviceCMYK")
    space.dictionary { function in
      function.integer("FunctionType", 2)
      function.array("Domain") { array in
        array.integer(0)
        array.integer(1)
      }
      function.array("C0") { array in for _ in full { array.integer(0) } }
      function.array("C1") { array in
        for ink in full { array.real(Thousandths(Int64(ink) * 10)) }
      }
      function.integer("N", 1)
    }
  }
}

extension Op {
  /// The colour that it paints with; a picture has many.
  var colour: Colour? {
    switch self {
    case .glyphs(let run): run.colour
    case .fill(_, let colour), .path(_, .fill(let colour)), .path(_, .stroke(let colour, _)): colour
    case .image: nil
    }
  }
}
