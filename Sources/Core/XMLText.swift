extension String {
  /// The text as XML holds it between tags: `&`, `<` and `>` named, control characters left out.
  ///
  /// *Source:* XML 1.0 §2.2 (characters), §2.4.
  package var escapedForXML: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
