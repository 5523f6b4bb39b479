import Colorimetry
import Core
import SazbaTesting
import Testing

/// Colours of a screen as inks of a press.
@Suite struct InkConversionTests {
  private func inks(
    _ colours: [UInt8], _ intent: PictureConversion.Intent = .relative, limit: Int = 400
  ) throws -> [UInt8] {
    let conversion = try InkConversion(
      from: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"),
      to: try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc"),
      by: PictureConversion(intent: intent, compensatesBlack: true), inkLimit: limit)
    var inks: [UInt8] = []
    conversion.convert(colours, into: &inks)
    return inks
  }

  /// Every seventeenth level of each channel.
  private var cube: [UInt8] {
    var colours: [UInt8] = []
    for red in 0..<16 {
      for green in 0..<16 {
        for blue in 0..<16 { colours += [red, green, blue].map { UInt8($0 * 17) } }
      }
    }
    return colours
  }

  @Test func paperTakesNoInk() throws {
    #expect(try inks([255, 255, 255]) == [0, 0, 0, 0])
    #expect(try inks([255, 255, 255], .perceptual) == [0, 0, 0, 0])
  }

  @Test(arguments: [225, 240, 260, 280, 300])
  func noColourExceedsTheLimit(limit: Int) throws {
    let free = try inks(cube)
    let limited = try inks(cube, limit: limit)
    var cut = 0
    for place in stride(from: 0, to: free.count, by: 4) {
      let sum = limited[place..<(place + 4)].reduce(0) { $0 + Int($1) }
      #expect(sum * 100 <= limit * 255)
      // Black stays, and what is below the limit is left alone.
      #expect(limited[place + 3] == free[place + 3])
      let before = free[place..<(place + 4)]
      if before.reduce(0, { $0 + Int($1) }) * 100 <= limit * 255 {
        #expect(limited[place..<(place + 4)] == before)
      } else {
        cut += 1
      }
    }
    #expect(cut > 0 || limit == 300)
  }

  /// The answers of another program: Pillow 11.3 with an engine of its own build, relative
  /// colorimetric with black point compensation, rounded to bytes.
  @Test func answersOfAnotherProgram() throws {
    for (colour, wanted) in oracle {
      let found = try inks(colour)
      for (a, b) in zip(found, wanted) { #expect(abs(Int(a) - Int(b)) <= 1, "\(colour) \(found)") }
    }
  }

  @Test func whatIsNoProfileIsRefused() throws {
    let press = try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc")
    let screen = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
    #expect(try ColourProfile.description(ofPress: press) == "FOGRA39L Coated")
    func fault(_ bytes: [UInt8]) -> ColourProfileFault? {
      do throws(ColourProfileFault) {
        _ = try ColourProfile.description(ofPress: bytes)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault([]) == .noProfile)
    #expect(fault(Array("FOGRA51, soubor od tiskárny".utf8)) == .noProfile)
    #expect(fault(Array(press.dropLast())) == .noProfile)
    #expect(fault([UInt8](repeating: 0, count: 9 << 20)) == .tooLarge(9 << 20))
    #expect(fault(screen) == .wrongClass("mntr"))
    var grey = press
    grey.replaceSubrange(16..<20, with: Array("GRAY".utf8))
    #expect(fault(grey) == .wrongColours("GRAY"))
    var bare = press
    // No tags at all.
    bare.replaceSubrange(128..<132, with: [0, 0, 0, 0])
    #expect(fault(bare) == .unusable)
    #expect(ColourProfile(screen)?.colours == .rgb && ColourProfile(screen)?.version == 2)
  }

  private let oracle: [([UInt8], [UInt8])] = [
    ([0, 0, 0], [218, 202, 137, 250]),
    ([255, 0, 0], [0, 247, 251, 0]),
    ([0, 255, 0], [165, 0, 246, 0]),
    ([0, 0, 255], [237, 216, 0, 0]),
    ([15, 90, 102], [220, 97, 101, 103]),
    ([199, 127, 18], [14, 120, 242, 53]),
    ([128, 128, 128], [129, 105, 104, 43]),
    ([250, 240, 230], [11, 15, 28, 0]),
    ([64, 32, 16], [85, 194, 220, 200]),
  ]
}
