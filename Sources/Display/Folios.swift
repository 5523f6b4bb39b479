import Core

extension PageList {
  /// The printed page number of each anchor, by `AnchorID`.
  package var folios: [String] {
    destinations.map { pages.indices.contains($0.page) ? pages[$0.page].folio : "" }
  }
}
