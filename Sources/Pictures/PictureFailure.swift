/// Why a file is no picture that can be set.
package enum PictureFailure: Error, Sendable, Hashable {
  /// It is neither JPEG nor PNG.
  case unknownFormat
  /// It is a kind of JPEG that PDF does not know: arithmetic coding, lossless, 12 bits.
  case unsupportedJPEG
  /// It ends too early or contradicts itself.
  case damaged
  /// It has more pixels than are read: that many across and down.
  case tooLarge(width: Int, height: Int)
}
