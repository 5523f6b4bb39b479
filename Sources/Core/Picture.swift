/// The brand of `ImageID`.
package enum ImageBrand {}
/// A picture from a file, in the document's and the pages' `pictures`.
package typealias ImageID = Index<ImageBrand>

/// A picture from a file: the bytes that make it, and what their header says.
///
/// Copies share the bytes, so a picture may be handed from floor to floor.
package struct Picture: Sendable, Hashable {
  /// The formats that are set.
  package enum Format: Sendable, Hashable {
    /// JPEG, passed through as it is. Some programs write CMYK upside down and say so by Adobe's
    /// marker; some write RGB without turning it into luminance and chrominance.
    case jpeg(isInverted: Bool, isPlainRGB: Bool)
    /// PNG; its samples are read when the file is written.
    case png
  }
  /// The colour of its samples.
  package enum Colours: String, Sendable, Hashable {
    /// One sample a pixel.
    case grey
    /// Three.
    case rgb
    /// Four.
    case cmyk
    /// Numbers of a palette.
    case palette
  }
  /// The file, as a path below the project folder.
  package var name: String
  /// The format.
  package var format: Format
  /// Stored pixels across.
  package var width: Int
  /// Stored pixels down.
  package var height: Int
  /// How the stored pixels are to be turned.
  package var orientation: PictureOrientation
  /// The colours.
  package var colours: Colours
  /// Bits of one sample as stored.
  package var bits: Int
  /// The ICC profile of its colours; empty where the file has none. In PNG files it is deflated.
  package var colourProfile: [UInt8]
  /// The file; of a JPEG only what decoding needs.
  package var bytes: [UInt8]

  /// Makes a picture of its file and what the header says.
  package init(
    name: String, format: Format, width: Int, height: Int, orientation: PictureOrientation,
    colours: Colours, bits: Int, colourProfile: [UInt8], bytes: [UInt8]
  ) {
    self.name = name
    self.format = format
    self.width = width
    self.height = height
    self.orientation = orientation
    self.colours = colours
    self.bits = bits
    self.colourProfile = colourProfile
    self.bytes = bytes
  }

  /// Pixels across and down of the picture as it is to be seen.
  package var upright: (width: Int, height: Int) {
    orientation.swapsSides ? (height, width) : (width, height)
  }
}

/// How stored pixels are turned to be upright: where the first row and first column belong.
///
/// *Source:* Exif 2.32 (CIPA DC-008), tag 0112.
package enum PictureOrientation: UInt8, Sendable, Hashable, CaseIterable {
  /// As stored.
  case upright = 1
  /// Left and right swapped.
  case mirrored = 2
  /// By half a turn.
  case halfTurn = 3
  /// Top and bottom swapped.
  case flipped = 4
  /// Rows and columns swapped.
  case transposed = 5
  /// A quarter turn clockwise.
  case quarterTurn = 6
  /// Rows and columns swapped, then by half a turn.
  case transverse = 7
  /// A quarter turn counterclockwise.
  case quarterTurnBack = 8

  /// Whether width and height change places.
  package var swapsSides: Bool { rawValue >= 5 }
}

/// What is cut off a picture at its edges, as it is to be seen, in thousandths of its sides.
///
/// What is cut off is not painted; it stays in the file.
package struct PictureCrop: Sendable, Hashable {
  /// Off the top.
  package var top: Int
  /// Off the right edge.
  package var right: Int
  /// Off the bottom.
  package var bottom: Int
  /// Off the left edge.
  package var left: Int
  /// Cuts off parts.
  package init(top: Int = 0, right: Int = 0, bottom: Int = 0, left: Int = 0) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }
  /// Nothing cut off.
  package static let none = PictureCrop()
  /// What is left of the width, in thousandths.
  package var remainingWidth: Int { 1_000 - left - right }
  /// What is left of the height, in thousandths.
  package var remainingHeight: Int { 1_000 - top - bottom }
}

/// How wide a picture is to stand.
package enum PictureWidth: Sendable, Hashable {
  /// A part of the text column, in thousandths.
  case column(Int)
  /// Over all columns of the page.
  case full
}
