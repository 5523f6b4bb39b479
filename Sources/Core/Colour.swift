import Glibc

/// A colour, authored for both worlds: a screen value and a press value.
///
/// Nothing converts between them, so black text is K-only on press by construction.
package struct Colour: Sendable, Hashable {
  /// sRGB, 0…255 each.
  package var red, green, blue: UInt8
  /// Press inks in percent, 0…100 each.
  package var cyan, magenta, yellow, black: UInt8
  /// The number of its spot colour from 1; 0 where it is printed in the four inks. Of a spot colour the
  /// four say what stands in for it.
  package var spot: UInt8 = 0
  /// How much of the spot colour, in percent.
  package var tint: UInt8 = 0

  /// Makes a colour from its screen value (`0xRRGGBB`) and its press inks in percent.
  package init(screen: UInt32, cyan: UInt8, magenta: UInt8, yellow: UInt8, black: UInt8) {
    self.red = UInt8(truncatingIfNeeded: screen >> 16)
    self.green = UInt8(truncatingIfNeeded: screen >> 8)
    self.blue = UInt8(truncatingIfNeeded: screen)
    self.cyan = cyan
    self.magenta = magenta
    self.yellow = yellow
    self.black = black
  }

  /// Black: `#000000` on screen, 100 % K on press.
  package static let black = Colour(screen: 0, cyan: 0, magenta: 0, yellow: 0, black: 100)
  /// The paper.
  package static let white = Colour(screen: 0xFFFFFF, cyan: 0, magenta: 0, yellow: 0, black: 0)

  /// The contrast ratio of two screen colours, 1…21.
  ///
  /// *Source:* WCAG 2.1, relative luminance and contrast ratio.
  package func contrast(with other: Colour) -> Double {
    let a = luminance
    let b = other.luminance
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let c = Double(value) / 255
      return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

/// An ink of its own, mixed before it is printed, that a design declares.
package struct SpotColour: Sendable, Hashable {
  /// Its name as the ink's maker has it: `PANTONE 300 C`. It becomes the name of the plate.
  package var name: String
  /// The four inks in percent that stand in for it where it is not printed.
  package var cyan, magenta, yellow, black: UInt8
  /// Declares an ink.
  package init(name: String, cyan: UInt8, magenta: UInt8, yellow: UInt8, black: UInt8) {
    self.name = name
    self.cyan = cyan
    self.magenta = magenta
    self.yellow = yellow
    self.black = black
  }
}

extension Colour: CustomStringConvertible {
  /// The screen value as `#RRGGBB`.
  package var description: String {
    func hex(_ value: UInt8) -> String {
      let digits = Array("0123456789ABCDEF".unicodeScalars)
      return String(String.UnicodeScalarView([digits[Int(value >> 4)], digits[Int(value & 15)]]))
    }
    return "#" + hex(red) + hex(green) + hex(blue)
  }
}
