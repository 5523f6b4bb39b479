/// Undoes the coding of streams.
///
/// *Source:* ISO 32000-1 §7.4.
enum Filters {
  /// The data of a stream whose `Filter` and `DecodeParms` are already resolved.
  static func decoded(
    _ raw: ArraySlice<UInt8>, names: [String], parameters: [PDFDictionary?], limit: Int
  ) throws(PDFFailure) -> [UInt8] {
    var data = raw
    let offset = raw.startIndex
    for (position, name) in names.enumerated() {
      switch name {
      case "FlateDecode", "Fl":
        let flat: [UInt8]
        do throws(Flate.Failure) {
          flat = try Flate.inflated(data, limit: limit)
        } catch {
          throw PDFFailure(
            reason: error == .tooLarge ? .tooLarge : .damagedStream, offset: offset)
        }
        let wanted = position < parameters.count ? parameters[position] : nil
        data = try unpredicted(flat, wanted, offset: offset)[...]
      case "LZWDecode", "LZW":
        let wanted = position < parameters.count ? parameters[position] : nil
        let flat = try TextFilters.lzw(
          data, early: wanted?["EarlyChange"].integer != 0, limit: limit, offset: offset)
        data = try unpredicted(flat, wanted, offset: offset)[...]
      case "ASCII85Decode", "A85":
        data = try TextFilters.base85(data, limit: limit, offset: offset)[...]
      case "RunLengthDecode", "RL":
        data = try TextFilters.runs(data, limit: limit, offset: offset)[...]
      case "ASCIIHexDecode", "AHx":
        data = try hexadecimal(data, offset: offset)[...]
      default: throw PDFFailure(reason: .unsupported(name), offset: offset)
      }
    }
    return Array(data)
  }

  private static func hexadecimal(
    _ data: ArraySlice<UInt8>, offset: Int
  ) throws(PDFFailure) -> [UInt8] {
    var result: [UInt8] = []
    var high: UInt8?
    for byte in data {
      if byte == 0x3E { break }
      if Lexer.isSpace(byte) { continue }
      guard let digit = Lexer.digit(byte) else {
        throw PDFFailure(reason: .damagedStream, offset: offset)
      }
      if let first = high {
        result.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let high { result.append(high << 4) }
    return result
  }

  /// Undoes PNG's and TIFF's predictors. *Source:* ISO 32000-1 §7.4.4.4; PNG (ISO 15948) §9.
  private static func unpredicted(
    _ data: [UInt8], _ parameters: PDFDictionary?, offset: Int
  ) throws(PDFFailure) -> [UInt8] {
    let predictor = parameters?["Predictor"].integer ?? 1
    guard predictor != 1, let parameters else { return data }
    let colours = parameters["Colors"].integer ?? 1
    let bits = parameters["BitsPerComponent"].integer ?? 8
    let columns = parameters["Columns"].integer ?? 1
    guard (1...32).contains(colours), [1, 2, 4, 8, 16].contains(bits), columns > 0,
      columns < 1 << 24
    else { throw PDFFailure(reason: .damagedStream, offset: offset) }
    let step = max(1, colours * bits / 8)
    let row = (columns * colours * bits + 7) / 8
    guard predictor >= 10 else {
      guard bits == 8 else {
        throw PDFFailure(reason: .unsupported("TIFF predictor"), offset: offset)
      }
      // TIFF's: each sample adds to the one before it in the row. *Source:* TIFF 6.0 §14.
      var result = data
      for at in result.indices where at % row >= step { result[at] &+= result[at - step] }
      return result
    }
    var result: [UInt8] = []
    result.reserveCapacity(data.count)
    var at = 0
    while at < data.count {
      let kind = data[at]
      let start = at + 1
      let count = min(row, data.count - start)
      let base = result.count
      for column in 0..<max(0, count) {
        let left = column >= step ? result[base + column - step] : 0
        let up = base >= row ? result[base + column - row] : 0
        let corner = column >= step && base >= row ? result[base + column - row - step] : 0
        let prediction: UInt8
        switch kind {
        case 0: prediction = 0
        case 1: prediction = left
        case 2: prediction = up
        case 3: prediction = UInt8((UInt16(left) + UInt16(up)) / 2)
        case 4: prediction = paeth(Int(left), Int(up), Int(corner))
        default: throw PDFFailure(reason: .damagedStream, offset: offset)
        }
        result.append(data[start + column] &+ prediction)
      }
      at = start + row
    }
    return result
  }

  private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> UInt8 {
    let estimate = left + up - corner
    let a = abs(estimate - left)
    let b = abs(estimate - up)
    let c = abs(estimate - corner)
    return UInt8(a <= b && a <= c ? left : b <= c ? up : corner)
  }
}
