package import Core

/// The page and its columns. Verso pages mirror recto pages.
package struct PageGeometry: Sendable, Hashable {
  /// The trimmed size.
  package var trim: Size
  /// How far full-bleed marks run over.
  package var bleed: Length
  /// The margin at the spine.
  package var inner: Length
  /// The margin at the fore-edge.
  package var outer: Length
  /// The margin above.
  package var top: Length
  /// The margin below.
  package var bottom: Length
  /// The width of the text column, next to the inner margin.
  package var textWidth: Length
  /// The white between text column and margin column.
  package var gutter: Length
  /// The width of the margin column; zero if there is none.
  package var marginWidth: Length
  /// The distance of baselines.
  package var baseline: Length
  /// Whether lines in the margin column of left-hand pages end at the text they belong to, instead
  /// of starting at the fore-edge.
  package var marginFacesText = false
  /// By how much the last page of a run may exceed the type area, where that saves a page.
  package var runLong = Length.zero
  /// How much white at a page's foot is spread in whole lines above headings and exhibits instead.
  package var flush = Length.zero
  /// Makes a geometry.
  package init(
    trim: Size, bleed: Length, inner: Length, outer: Length, top: Length, bottom: Length,
    textWidth: Length, gutter: Length, marginWidth: Length, baseline: Length
  ) {
    self.trim = trim
    self.bleed = bleed
    self.inner = inner
    self.outer = outer
    self.top = top
    self.bottom = bottom
    self.textWidth = textWidth
    self.gutter = gutter
    self.marginWidth = marginWidth
    self.baseline = baseline
  }
  /// Text column, gutter and margin column together.
  package var fullWidth: Length { textWidth + gutter + marginWidth }
  /// The height of the type area.
  package var textHeight: Length { trim.height - top - bottom }
}

/// How a kind of page is furnished.
package struct PageMaster: Sendable, Hashable {
  /// The furniture of right-hand pages (mirrored on left-hand ones where `verso` is empty).
  package var recto: [Furniture]
  /// The furniture of left-hand pages.
  package var verso: [Furniture]
  /// Rectangles painted behind everything.
  package var backgrounds: [Background]
  /// Overrides of the top margin, where a chapter opening sinks its text.
  package var top: Length?
  /// Overrides of the bottom margin.
  package var bottom: Length?
  /// Which thumb tabs its pages show.
  package var tabs = TabDisplay.none
  /// Makes a master.
  package init(
    recto: [Furniture], verso: [Furniture], backgrounds: [Background], top: Length? = nil,
    bottom: Length? = nil
  ) {
    self.recto = recto
    self.verso = verso
    self.backgrounds = backgrounds
    self.top = top
    self.bottom = bottom
  }
}

/// A tinted field of a page.
package struct Background: Sendable, Hashable {
  /// The field, from the trimmed corner; edges at or beyond the trim run into the bleed.
  package var area: Rect
  /// Its colour.
  package var colour: Colour
  /// Makes a field.
  package init(area: Rect, colour: Colour) {
    self.area = area
    self.colour = colour
  }
}

/// A running head or folio: what it says, where, and how.
package struct Furniture: Sendable, Hashable {
  /// What it says, taken from the content of the page.
  package enum Content: String, Sendable, Hashable, CaseIterable {
    /// The page number.
    case folio
    /// The title of the document.
    case title
    /// The (short) title of the chapter.
    case chapter
    /// The (short) title of the last section that starts on or before the page.
    case section
    /// The (short) title of the first entry of a catalogue that stands on the page or goes on there.
    case firstEntry = "first-entry"
    /// The (short) title of the last entry that starts on the page, or goes on there.
    case lastEntry = "last-entry"
  }
  /// Where it aligns.
  package enum Place: String, Sendable, Hashable, CaseIterable {
    case inner
    case outer
    case centre
  }
  /// What it says.
  package var content: Content
  /// Where it aligns within the full width.
  package var place: Place
  /// Its baseline, from the top of the trimmed page.
  package var baseline: Length
  /// The paragraph style.
  package var style: Int
  /// Makes a piece of furniture.
  package init(content: Content, place: Place, baseline: Length, style: Int) {
    self.content = content
    self.place = place
    self.baseline = baseline
    self.style = style
  }
}

/// At which end of its field a short content stands.
package enum Stand: String, Sendable, Hashable, CaseIterable {
  /// At the top.
  case head
  /// In the middle.
  case centre
  /// At the bottom.
  case foot
}

/// A fixed field of a page in which blocks stack, taken out of the flow of the type area.
///
/// All blocks of a page whose styles name equal frames stack in it in reading order.
package struct Frame: Sendable, Hashable {
  /// The field of a recto, from the trimmed corner; mirrored on versos.
  package var area: Rect
  /// At which end its content stands.
  package var stand: Stand
  /// Makes a frame.
  package init(area: Rect, stand: Stand) {
    self.area = area
    self.stand = stand
  }
}
