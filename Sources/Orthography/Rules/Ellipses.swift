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
      if position - start == 3 { proof.mark(.ellipsis, start, position, "…") }
    }
  }
}
