import Planning

extension Ledger {
  /// For which ages, groups that adjoin taken together: „od 27 let“, „do 18 let“, „19–64 let“.
  func words(ofAges codes: [String]) -> String {
    let entries = codes.map { validated.codelists.entry(.ages, $0, on: validated.asOf) }
    var spans: [(from: Int, to: Int?)] = []
    for (code, entry) in zip(codes, entries) {
      guard let entry, let from = entry.leastAge else {
        // What has no limits says so itself; what the list lacks is printed as it is written.
        return codes.count == 1
          ? entry?.name ?? code
          : codes.map { validated.name(.ages, $0) }.joined(separator: ", ")
      }
      spans.append((from, entry.greatestAge))
    }
    spans.sort { $0.from < $1.from }
    var merged: [(from: Int, to: Int?)] = []
    for span in spans {
      if let last = merged.last {
        guard let end = last.to else { break }
        if span.from <= end + 1 {
          merged[merged.count - 1].to = span.to.map { max($0, end) }
          continue
        }
      }
      merged.append(span)
    }
    return merged.map { span in
      switch (span.from, span.to) {
      case (0, nil): self[.catalogueAllAges]
      case (0, let to?): "\(self[.catalogueAgesTo])\u{A0}\(to == 0 ? 1 : to)\u{A0}\(years(to))"
      case (let from, nil): "\(self[.catalogueAgesFrom])\u{A0}\(from)\u{A0}\(years(from))"
      case (let from, let to?): "\(from)–\(to)\u{A0}\(self[.catalogueYears])"
      }
    }.joined(separator: ", ")
  }

  /// Years in the case that „od“ and „do“ ask for.
  private func years(_ count: Int) -> String {
    count <= 1 ? self[.catalogueYear] : self[.catalogueYears]
  }
}
