import Core

/// Which inks pages are printed in.
package enum InkNames {
  private static let letters = ["C", "M", "Y", "K"]

  /// The inks of pages as printers count them: `4 (CMYK)`, `1 (K)`, `0`, with spot
  /// colours `4 (CMYK) + 1`; a picture takes all four.
  package static func text(of pages: [Page]) -> String {
    var used = [false, false, false, false]
    var spots: Set<UInt8> = []
    func note(_ colour: Colour) {
      guard colour.spot == 0 else {
        spots.insert(colour.spot)
        return
      }
      for (ink, amount) in [colour.cyan, colour.magenta, colour.yellow, colour.black].enumerated()
      where amount > 0 {
        used[ink] = true
      }
    }
    for page in pages {
      for op in page.ops {
        switch op {
        case .glyphs(let run): note(run.colour)
        case .fill(_, let colour): note(colour)
        case .path(_, .fill(let colour)), .path(_, .stroke(let colour, _)): note(colour)
        case .image: used = [true, true, true, true]
        }
      }
    }
    let names = letters.enumerated().filter { used[$0.offset] }.map(\.element)
    let further = spots.isEmpty ? "" : " + \(spots.count)"
    return names.isEmpty && spots.isEmpty ? "0" : "\(names.count) (\(names.joined()))" + further
  }
}
