import Core
import Typesetting

/// Where the part of a number starts that stands to the right of the others' decimal commas: the
/// byte of its comma, of the white before its unit, or its end; nil where the text is no number.
///
/// A number is a sign or two, digits in groups, decimals, and a unit without digits. A dash alone
/// stands where the last digit would.
func decimalPlace(in text: [UInt8]) -> Int? {
  var place = 0
  // Signs: anything but letters and digits of ASCII, at most four characters.
  var signs = 0
  while place < text.count, !text[place].isDigit {
    let byte = text[place]
    if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || (byte >= 0xC3 && byte <= 0xC5) { return nil }
    if byte & 0xC0 != 0x80 { signs += 1 }
    if signs > 4 { return nil }
    place += 1
  }
  if place == text.count { return signs == 1 ? place : nil }
  while place < text.count {
    if text[place].isDigit {
      place += 1
    } else if let white = text.white(at: place), place + white < text.count,
      text[place + white].isDigit
    {
      place += white
    } else {
      break
    }
  }
  let end = place
  var rest = place
  if rest + 1 < text.count, text[rest] == 0x2C || text[rest] == 0x2E, text[rest + 1].isDigit {
    rest += 1
    while rest < text.count, text[rest].isDigit { rest += 1 }
  }
  return text[rest...].contains(where: \.isDigit) ? nil : end
}

extension ParagraphText {
  /// What follows a place of it.
  func from(_ place: Int) -> ParagraphText {
    var runs: [TextRun] = []
    let place = UInt32(place)
    for var run in self.runs where run.range.upperBound > place {
      run.range = max(run.range.lowerBound, place) - place..<run.range.upperBound - place
      runs.append(run)
    }
    return ParagraphText(text: Array(text[Int(place)...]), runs: runs, breaks: [])
  }
}
