/// The OpenType features that a design may switch.
///
/// *Source:* OpenType 1.9, registered features; those that change Latin text at a reader's wish.
enum OpenTypeFeatures {
  /// The tags.
  static let tags: [String] =
    [
      "aalt", "c2pc", "c2sc", "calt", "case", "ccmp", "clig", "cpsp", "cswh", "dlig", "dnom",
      "expt", "frac", "hist", "hlig", "kern", "liga", "lnum", "locl", "mark", "mkmk", "nalt",
      "numr", "onum", "ordn", "ornm", "pcap", "pnum", "rlig", "salt", "sinf", "smcp", "subs",
      "sups", "swsh", "titl", "tnum", "unic", "zero",
    ] + ["cv", "ss"].flatMap { kind in (1...20).map { kind + ($0 < 10 ? "0" : "") + "\($0)" } }
}
