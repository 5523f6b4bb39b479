/// The filters of older files: letters for bytes, runs, and LZW.
///
/// *Source:* ISO 32000-1 §7.4.3 (ASCII base 85), §7.4.4 (LZW), §7.4.5 (run length).
enum TextFilters {
  static func base85(
    _ data: ArraySlice<UInt8>, limit: Int, offset: Int
  ) throws(PDFFailure) -> [UInt8] {
    var result: [UInt8] = []
    var group: [UInt32] = []
    for byte in data {
      if byte == 0x7E { break }
      if Lexer.isSpace(byte) { continue }
      if byte == 0x7A, group.isEmpty {
        result.append(contentsOf: [0, 0, 0, 0])
      } else {
        guard case 0x21...0x75 = byte else {
          throw PDFFailure(reason: .damagedStream, offset: offset)
        }
        group.append(UInt32(byte - 0x21))
        if group.count == 5 {
          append(group, count: 4, to: &result)
          group.removeAll(keepingCapacity: true)
        }
      }
      guard result.count <= limit else { throw PDFFailure(reason: .tooLarge, offset: offset) }
    }
    if group.count > 1 {
      let count = group.count - 1
      while group.count < 5 { group.append(84) }
      append(group, count: count, to: &result)
    }
    return result
  }

  private static func append(_ group: [UInt32], count: Int, to result: inout [UInt8]) {
    var value: UInt32 = 0
    for digit in group { value = value &* 85 &+ digit }
    for place in 0..<count { result.append(UInt8(truncatingIfNeeded: value >> (24 - 8 * place))) }
  }

  static func runs(
    _ data: ArraySlice<UInt8>, limit: Int, offset: Int
  ) throws(PDFFailure) -> [UInt8] {
    var result: [UInt8] = []
    var at = data.startIndex
    while at < data.endIndex, data[at] != 128 {
      let length = Int(data[at])
      at += 1
      if length < 128 {
        let end = min(data.endIndex, at + length + 1)
        result.append(contentsOf: data[at..<end])
        at = end
      } else if at < data.endIndex {
        result.append(contentsOf: repeatElement(data[at], count: 257 - length))
        at += 1
      }
      guard result.count <= limit else { throw PDFFailure(reason: .tooLarge, offset: offset) }
    }
    return result
  }

  /// - Parameter early: whether codes grow one code early, as they do unless a file says otherwise.
  static func lzw(
    _ data: ArraySlice<UInt8>, early: Bool, limit: Int, offset: Int
  ) throws(PDFFailure) -> [UInt8] {
    // An entry of the table is a range of what was written: the string before it and one byte more.
    var table: [Range<Int>] = []
    var result: [UInt8] = []
    var width = 9
    var previous: Range<Int>?
    var hold: UInt32 = 0
    var bits = 0
    for byte in data {
      hold = hold << 8 | UInt32(byte)
      bits += 8
      guard bits >= width else { continue }
      bits -= width
      let code = Int(hold >> UInt32(bits)) & ((1 << width) - 1)
      hold &= (1 << UInt32(bits)) - 1
      if code == 257 { return result }
      if code == 256 {
        table.removeAll(keepingCapacity: true)
        width = 9
        previous = nil
        continue
      }
      let start = result.count
      if code < 256 {
        result.append(UInt8(code))
      } else if code - 258 < table.count {
        result.append(contentsOf: Array(result[table[code - 258]]))
      } else if code - 258 == table.count, let previous {
        result.append(contentsOf: Array(result[previous]))
        result.append(result[previous.lowerBound])
      } else {
        throw PDFFailure(reason: .damagedStream, offset: offset)
      }
      guard result.count <= limit else { throw PDFFailure(reason: .tooLarge, offset: offset) }
      if let previous, table.count < 4_096 - 258 {
        table.append(previous.lowerBound..<(previous.upperBound + 1))
      }
      previous = start..<result.count
      let next = table.count + 258 + (early ? 1 : 0) + 1
      width = next > 2_048 ? 12 : next > 1_024 ? 11 : next > 512 ? 10 : 9
    }
    return result
  }
}
