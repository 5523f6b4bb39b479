/// A file put together by hand: bodies of objects 1, 2, …, with a right table.
func handmade(_ bodies: [String], trailer: String = "/Root 1 0 R") -> [UInt8] {
  var bytes = Array("%PDF-1.4\n".utf8)
  var offsets: [Int] = []
  for (index, body) in bodies.enumerated() {
    offsets.append(bytes.count)
    bytes += Array("\(index + 1) 0 obj\n\(body)\nendobj\n".utf8)
  }
  let start = bytes.count
  bytes += Array("xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n".utf8)
  for offset in offsets {
    let digits = String(offset)
    bytes += Array("\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8)
  }
  bytes += Array(
    "trailer\n<</Size \(bodies.count + 1) \(trailer)>>\nstartxref\n\(start)\n%%EOF".utf8)
  return bytes
}
