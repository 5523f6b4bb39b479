import Core

/// What was found on pages; what several workers found is joined in the order of the pages.
struct Gathered: Sendable {
  var notes: PressNotes
  var fonts: [FontFacts] = []
  /// By font: the pages that use it.
  var fontPages: [[Int]] = []
  private(set) var spots: [String] = []
  var greatestInk = 0.0
  var leastResolution: Double?
  var transparentPages: [Int] = []
  var markedPages: [Int] = []
  /// Pages with inks that need a profile.
  var managedPages: [Int] = []
  /// How many pictures in inks could not be read.
  var unweighed = 0

  init(notes: PressNotes) { self.notes = notes }

  mutating func uses(spot name: String) {
    guard !["All", "None", "Cyan", "Magenta", "Yellow", "Black"].contains(name) else { return }
    if !spots.contains(name), spots.count < 64 { spots.append(name) }
  }

  /// Joins what was found on later pages.
  mutating func join(_ later: Gathered) {
    for note in later.notes.notes { notes.add(note) }
    var known: [Int: Int] = [:]
    for (position, font) in fonts.enumerated() where font.number >= 0 {
      known[font.number] = position
    }
    for (position, font) in later.fonts.enumerated() {
      let pages = position < later.fontPages.count ? later.fontPages[position] : []
      let same = font.number >= 0 ? known[font.number] : fonts.firstIndex(of: font)
      let place = same ?? fonts.count
      if same == nil { fonts.append(font) }
      while fontPages.count <= place { fontPages.append([]) }
      fontPages[place] += pages
    }
    for spot in later.spots { uses(spot: spot) }
    greatestInk = max(greatestInk, later.greatestInk)
    if let least = later.leastResolution { leastResolution = min(leastResolution ?? least, least) }
    transparentPages += later.transparentPages
    markedPages += later.markedPages
    managedPages += later.managedPages
    unweighed += later.unweighed
  }
}
