import CJPEG
package import Core

/// The pixels of a picture in colours, row by row, eight bits a sample; alpha is laid on white paper.
///
/// A JPEG file is decoded as its rows are asked for, so a picture of any size takes the memory of a
/// few rows (progressive ones that of their coefficients). PNG files are decoded at once. Pictures of
/// few bits, that is with palettes and in grey, have `samples(of:)`.
package struct PictureRows: ~Copyable {
  private enum Source {
    case jpeg(OpaqueDecoder, isInverted: Bool)
    case samples(Samples, next: Int)
  }
  private typealias OpaqueDecoder = UnsafeMutablePointer<sazba_jpeg>

  /// Pixels across.
  package let width: Int
  /// Pixels down.
  package let height: Int
  /// Samples of a pixel.
  package let channels: Int
  /// Bytes of a row.
  package var stride: Int { width * channels }

  private var source: Source
  // The decoder reads from this memory.
  private let file: UnsafeMutableBufferPointer<UInt8>?

  /// Starts to decode.
  ///
  /// - Throws: `PictureFailure.damaged` where the decoder cannot begin.
  package init(_ picture: Picture) throws(PictureFailure) {
    switch picture.format {
    case .png:
      let samples = try Pictures.samples(of: picture)
      guard samples.bits == 8, samples.palette.isEmpty else { throw .damaged }
      (width, height, channels) = (samples.width, samples.height, samples.channels)
      source = .samples(samples, next: 0)
      file = nil
    case .jpeg(let isInverted, _):
      let (decoder, memory) = try PictureRows.decoder(of: picture)
      (width, height) = (picture.width, picture.height)
      channels = Int(sazba_jpeg_channels(decoder))
      source = .jpeg(decoder, isInverted: isInverted)
      file = memory
    }
  }

  /// A decoder that has read the header, and the memory that it reads from.
  private static func decoder(
    of picture: Picture
  ) throws(PictureFailure) -> (OpaqueDecoder, UnsafeMutableBufferPointer<UInt8>) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: picture.bytes.count)
    _ = memory.initialize(from: picture.bytes)
    guard let decoder = sazba_jpeg_open(memory.baseAddress, memory.count) else {
      memory.deallocate()
      throw .damaged
    }
    guard Int(sazba_jpeg_width(decoder)) == picture.width,
      Int(sazba_jpeg_height(decoder)) == picture.height
    else {
      sazba_jpeg_close(decoder)
      memory.deallocate()
      throw .damaged
    }
    return (decoder, memory)
  }

  deinit {
    if case .jpeg(let decoder, _) = source { sazba_jpeg_close(decoder) }
    file?.deallocate()
  }

  /// Decodes up to so many further rows into `rows`, in place of what it held.
  ///
  /// - Returns: how many rows there were; none at the end.
  /// - Throws: `PictureFailure.damaged` where the decoder gives up.
  package mutating func read(_ count: Int, into rows: inout [UInt8]) throws(PictureFailure) -> Int {
    switch source {
    case .samples(let samples, let next):
      let end = min(samples.height, next + count)
      rows.removeAll(keepingCapacity: true)
      rows.append(contentsOf: samples.rows[(next * stride)..<(end * stride)])
      source = .samples(samples, next: end)
      return end - next
    case .jpeg(let decoder, let isInverted):
      let wanted = min(count, height - Int(decoder.pointee.info.output_scanline))
      let stride = stride
      rows.removeAll(keepingCapacity: true)
      rows.append(contentsOf: repeatElement(0, count: wanted * stride))
      let read = rows.withUnsafeMutableBufferPointer { room -> Int in
        for row in 0..<wanted {
          let start = room.baseAddress?.advanced(by: row * stride)
          guard sazba_jpeg_row(decoder, start) == 1 else { return row }
        }
        return wanted
      }
      guard read == wanted else { throw .damaged }
      if isInverted { for index in rows.indices { rows[index] = 255 - rows[index] } }
      return read
    }
  }
}
