package import Core
package import Display
package import Style

/// What our own file was made of, for leading findings back to their records.
package struct PressOrigins: Sendable {
  /// The pages that the file shows, in order.
  package var pages: [Page]
  /// The pictures that they name.
  package var pictures: [Picture]
  /// Where in the content of each page each of its marks begins.
  package var marks: [[UInt32]]
  /// Where nodes come from, by node.
  package var nodes: [SourceSpan?]
  /// Where the design says what.
  package var design: DesignPlaces
  /// How far the design lets colour run beyond the trim.
  package var bleed: Length
  /// Where the number of pages is decided: the recipe.
  package var extent: SourceSpan?
  /// Where the printer's demands stand.
  package var printer: SourceSpan?

  /// Gathers what is known.
  package init(
    pages: [Page], pictures: [Picture], marks: [[UInt32]], nodes: [SourceSpan?],
    design: DesignPlaces, bleed: Length, extent: SourceSpan?, printer: SourceSpan?
  ) {
    self.pages = pages
    self.pictures = pictures
    self.marks = marks
    self.nodes = nodes
    self.design = design
    self.bleed = bleed
    self.extent = extent
    self.printer = printer
  }
}

/// The findings of a file of our own, each at the record that caused it, with a fix that fits.
///
/// Nothing is searched for by its words: a place in a page's content is a mark of that page, which
/// knows the node that it belongs to, and its colour and line are those that the design states.
///
/// - Parameter file: the name of the file.
package func traced(
  _ report: PreflightReport, of file: String, to origins: PressOrigins
) -> [Diagnostic] {
  var told: [(note: PressNote, cause: PressCause, fix: Phrase?)] = []
  var places: [PressCause: [Int]] = [:]
  for note in report.notes {
    let own = OwnNote(note, profile: report.profile, origins: origins)
    for (cause, pages) in own.causes() {
      // One line of a design is mended once, however many sizes of text it colours.
      if let same = places[cause]?.first(where: { told[$0].note.kind == note.kind }) {
        told[same].note.pages = Set(told[same].note.pages + pages).sorted()
        continue
      }
      places[cause, default: []].append(told.count)
      var one = note
      one.pages = pages
      if let name = cause.name {
        one.words = Phrase(cs: note.words.cs + " – \(name.cs)", en: note.words.en + " – \(name.en)")
      }
      told.append((one, cause, own.fix(for: cause)))
    }
  }
  return told.map { $0.note.finding(of: file, at: $0.cause.at, fix: $0.fix) }
}

/// What in our sources caused a finding.
struct PressCause: Hashable {
  /// Where it stands.
  var at: SourceSpan?
  /// What it is called.
  var name: Phrase?
  /// What the picture is that is at fault.
  var picture: Int?
}

/// A note on a file of our own.
struct OwnNote {
  let note: PressNote
  let profile: PrinterProfile
  let origins: PressOrigins

  init(_ note: PressNote, profile: PrinterProfile, origins: PressOrigins) {
    (self.note, self.profile, self.origins) = (note, profile, origins)
  }

  /// The causes, each with its pages.
  func causes() -> [(cause: PressCause, pages: [Int])] {
    var causes: [(cause: PressCause, pages: [Int])] = []
    var places: [PressCause: Int] = [:]
    func add(_ cause: PressCause, _ page: Int) {
      let place = places[cause] ?? causes.count
      if place == causes.count {
        places[cause] = place
        causes.append((cause, []))
      }
      if causes[place].pages.last != page { causes[place].pages.append(page) }
    }
    for spot in note.spots {
      for cause in self.causes(at: spot) { add(cause, spot.page) }
    }
    if note.spots.isEmpty {
      for page in note.pages { add(causeOfWhole, page) }
    }
    return causes
  }

  /// What the design calls something.
  private func named(_ cs: String, _ en: String, _ name: String) -> Phrase {
    Phrase(cs: "\(cs) „\(name)“", en: "\(en) “\(name)”")
  }

  /// The causes of what is painted at a place.
  private func causes(at spot: PressSpot) -> [PressCause] {
    guard let (mark, owner) = mark(at: spot) else { return [causeOfWhole] }
    let owned = PressCause(at: owner ?? origins.design.head)
    switch mark {
    case .image where note.kind == PreflightDiagnostics.bleed && origins.bleed < profile.bleed:
      return [PressCause(at: origins.design.bleed)]
    case .image(let image, _, _):
      let name =
        origins.pictures.indices.contains(image.int) ? origins.pictures[image.int].name : ""
      let words = name.isEmpty ? nil : named("obrázek", "picture", name)
      return [PressCause(at: owner ?? origins.design.head, name: words, picture: image.int)]
    case .glyphs(let run):
      return isOfPlace ? [owned] : inks(run.colour) ?? [owned]
    case .fill(let area, let colour):
      if note.kind == PreflightDiagnostics.hairline {
        return lines(min(area.width, area.height), colour) ?? thinFields(area, colour) ?? [owned]
      }
      if note.kind == PreflightDiagnostics.bleed { return [field(area, colour, owner)] }
      return inks(colour) ?? [owned]
    case .path(_, .fill(let colour)):
      return isOfPlace ? [owned] : inks(colour) ?? [owned]
    case .path(_, .stroke(let colour, let width)):
      if note.kind == PreflightDiagnostics.hairline { return lines(width, colour) ?? [owned] }
      return isOfPlace ? [owned] : inks(colour) ?? [owned]
    }
  }

  /// Whether where a mark stands is what is wrong with it.
  private var isOfPlace: Bool {
    [PreflightDiagnostics.safety, PreflightDiagnostics.bleed].contains(note.kind)
  }

  /// The mark of a page that is painted at a place of its content, and the record it belongs to.
  private func mark(at spot: PressSpot) -> (Op, SourceSpan?)? {
    let number = spot.page - 1
    // Annotations are beyond the content.
    guard spot.offset < .max, origins.pages.indices.contains(number),
      origins.marks.indices.contains(number)
    else {
      return nil
    }
    let (page, starts) = (origins.pages[number], origins.marks[number])
    var low = 0
    var high = min(starts.count, page.ops.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < spot.offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let owner = page.spans.first { $0.ops.contains(UInt32(low - 1)) }?.owner
    if case .node(let node) = owner, origins.nodes.indices.contains(node.int) {
      return (page.ops[low - 1], origins.nodes[node.int])
    }
    return (page.ops[low - 1], nil)
  }

  /// The colours of the palette that print with these inks.
  private func inks(_ colour: Colour) -> [PressCause]? {
    let found = origins.design.inks.filter { $0.colour == colour }
    guard !found.isEmpty else { return nil }
    return found.map { PressCause(at: $0.at, name: named("barva", "colour", $0.name)) }
  }

  /// The lines of the design that are as thick and of that colour.
  private func lines(_ width: Length, _ colour: Colour) -> [PressCause]? {
    let found = origins.design.lines.filter {
      ($0.width - width).sp.magnitude < 64 && $0.colour == colour
    }
    return found.isEmpty ? nil : found.map { PressCause(at: $0.at) }
  }

  /// The fields of the design that are as thin and of that colour.
  private func thinFields(_ area: Rect, _ colour: Colour) -> [PressCause]? {
    let thin = min(area.width, area.height)
    let found = origins.design.fields.filter {
      (min($0.area.width, $0.area.height) - thin).sp.magnitude < 64 && $0.colour == colour
    }
    return found.isEmpty ? nil : found.map { PressCause(at: $0.at) }
  }

  /// What states a field that does not bleed.
  private func field(_ area: Rect, _ colour: Colour, _ owner: SourceSpan?) -> PressCause {
    let fields = origins.design.fields.filter { $0.colour == colour }
    // Fields of left-hand pages are mirrored; those at the trim have grown by the bleed.
    let grown = max(origins.bleed, profile.bleed) * 2 + .pt(2)
    let same = fields.first {
      ($0.area.height - area.height).sp.magnitude <= grown.sp.magnitude
        && ($0.area.width - area.width).sp.magnitude <= grown.sp.magnitude
    }
    if let found = same ?? fields.first { return PressCause(at: found.at) }
    return PressCause(at: owner ?? origins.design.head)
  }

  /// What causes a finding that is of a whole page or the whole file.
  private var causeOfWhole: PressCause {
    switch note.kind {
    case PreflightDiagnostics.pageCount: PressCause(at: origins.extent)
    case PreflightDiagnostics.bleed: PressCause(at: origins.design.bleed)
    case PreflightDiagnostics.sizes, PreflightDiagnostics.boxes:
      PressCause(at: origins.design.size)
    case PreflightDiagnostics.exchangeKeys, PreflightDiagnostics.marks,
      PreflightDiagnostics.transparency, PreflightDiagnostics.imposed:
      PressCause(at: origins.printer)
    default: PressCause(at: origins.design.head)
    }
  }
}
