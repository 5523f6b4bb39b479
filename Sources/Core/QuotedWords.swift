/// The common rule for names and words that findings quote: nobody reads more than their beginning,
/// and the place says where the rest stands.
extension Phrase {
  /// The sentence with what it quotes cut to a readable length.
  var withQuotesCut: Phrase { Phrase(cs: cs.withQuotesCut, en: en.withQuotesCut) }
}

extension String {
  /// Quotations of more characters are cut.
  fileprivate static let longestQuotation = 100
  /// So many are left of them at most.
  fileprivate static let leftOfQuotation = 80

  /// The text with its long quotations, „…“ or “…”, cut at the end of a word; quotations within
  /// quotations belong to the outer ones.
  ///
  /// - Complexity: linear.
  var withQuotesCut: String {
    guard utf8.count > String.longestQuotation else { return self }
    var out = UnicodeScalarView()
    var quoted = UnicodeScalarView()
    var closers: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      if scalar == closers.last {
        closers.removeLast()
        if closers.isEmpty {
          out += quoted.beginning
          quoted = UnicodeScalarView()
        }
      } else if scalar == "\u{201E}" || scalar == "\u{201C}" {
        if closers.isEmpty {
          out.append(scalar)
          closers.append(scalar == "\u{201E}" ? "\u{201C}" : "\u{201D}")
          continue
        }
        closers.append(scalar == "\u{201E}" ? "\u{201C}" : "\u{201D}")
      }
      if closers.isEmpty { out.append(scalar) } else { quoted.append(scalar) }
    }
    // A quotation that nothing closes is none.
    return String(out + quoted)
  }

}

extension String.UnicodeScalarView {
  /// The beginning of a long text, cut at the end of a word, with an ellipsis.
  fileprivate var beginning: String.UnicodeScalarView {
    guard count > String.longestQuotation else { return self }
    var start = String.UnicodeScalarView(prefix(String.leftOfQuotation))
    if let space = start.lastIndex(where: { $0 == " " || $0 == "\u{A0}" }), space > start.startIndex
    {
      start = String.UnicodeScalarView(start[..<space])
    }
    while let last = start.last, last == "," || last == " " { start.removeLast() }
    start.append("…")
    return start
  }
}
