extension InkColour {
  /// The inks as designs write them: `C60 M20 Y30`.
  var inkNames: String {
    var words: [String] = []
    for (plate, name) in ["C", "M", "Y", "K"].enumerated() {
      let percent = Int((process[plate] * 100).rounded())
      if percent > 0 { words.append("\(name)\(percent)") }
    }
    return words.joined(separator: " ")
  }
}
