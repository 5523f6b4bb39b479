/// T22: three full stops are one ellipsis; two are a slip, more than three a line to write on.
enum Ellipses {
  static func mark(_ range: Range<Int>, _ proof: inout Proof) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard proof.text[position] == 0x2E else {
        position += 1
        continue
      }
      let start = position
      while position < range.upperBound, proof.text[position] == 0x2E { position += 1 }
      let dots = position - start
      var end = position
      if dots == 1 || dots == 3 {
        // „. . .“, alone or behind „...“
        while end + 1 < range.upperBound, proof.text[end] == 0x20, proof.text[end + 1] == 0x2E,
          proof[end + 2] != 0x2E
        {
          end += 2
        }
        if end - position == (dots == 1 ? 4 : 6) {
          proof.mark(.ellipsis, start, end, "…")
          position = end
          continue
        }
        position = max(position, end)
      }
      if dots == 3 { proof.mark(.ellipsis, start, start + 3, "…") }
    }
  }
}
