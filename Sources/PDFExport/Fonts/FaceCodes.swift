import Core
import Fonts
import PDFSyntax

/// A face as it is embedded: its program, and which code stands for which glyph and characters.
///
/// Codes equal the glyph numbers of the subset. In strings they have one byte where that is enough,
/// which halves what is to be compressed, else two (`ByteCodes`). A glyph that stands for several
/// texts has a code for each: the further codes lie behind the glyphs of the subset. In a TrueType
/// font a map leads them to their glyph, in a compact font they are copies (see `KeyedFont`).
struct FaceCodes: Sendable {
  /// A code for a glyph that stands for several texts.
  struct Further: Sendable {
    var glyph: UInt16
    var key: TextKey
    var code: UInt16
  }

  /// A code that nothing but the space may have: poppler takes it for a space whatever it stands
  /// for, and takes the word spacing off its width, so that a word seems to end behind it.
  private static let takenForSpace: UInt16 = 32

  /// The PostScript name with its subset tag.
  let name: String
  /// The font program.
  let program: [UInt8]
  /// The number of codes, 0 included.
  let codeCount: Int
  /// Whether codes have two bytes.
  var isWide: Bool { codeCount > 256 }
  /// How codes of one byte are written.
  let bytes: ByteCodes
  /// By glyph of the face: its first code and the characters of that code.
  let codes: [UInt16]
  let firstKeys: [UInt64]
  /// Codes of glyphs that stand for several texts, sorted by glyph.
  let further: [Further]
  /// By code: the width in thousandths of the em.
  let widths: [Int32]
  /// By code: what it stands for; code 0 and unused ones are empty.
  let unicode: [TextKey?]
  /// By code: whether it is the face's empty box, or stands for nothing that others know.
  let isUnspeakable: [Bool]
  /// The code of the space where codes have one byte.
  let space: UInt16?
  /// By code: the glyph of the subset, when they are not all equal.
  let glyphMap: [UInt16]?

  /// Plans a face for the pairs that the pages use; `pairs` is sorted.
  ///
  /// *Throws:* `.subsetting` when the face cannot be cut or its outlines cannot be rewritten.
  init(_ face: FontFace, pairs: [GlyphUse.Pair]) throws(FontFailure) {
    var glyphs: [UInt16] = []
    for pair in pairs where glyphs.last != pair.glyph { glyphs.append(pair.glyph) }
    let subset = try face.subset(to: glyphs)
    let highest = Int(glyphs.last ?? 0)
    var codes = [UInt16](repeating: 0, count: highest + 1)
    var firstKeys = [UInt64](repeating: 0, count: highest + 1)
    let dense = subset.glyphs.count
    // Parts of composites have widths too, although no code of the text names them.
    var widths = subset.glyphs.map { FaceCodes.width(of: $0, in: face) }
    var unicode = [TextKey?](repeating: nil, count: dense)
    var further: [Further] = []
    var copies: [UInt16] = []
    for pair in pairs {
      let glyph = Int(pair.glyph)
      guard let own = subset.newID(of: pair.glyph) else { throw .subsetting }
      let isFirst = firstKeys[glyph] == 0
      if isFirst {
        firstKeys[glyph] = pair.key.packed
        codes[glyph] = own
        if own != FaceCodes.takenForSpace || pair.key == .space {
          unicode[Int(own)] = pair.key
          continue
        }
      }
      let code = UInt16(truncatingIfNeeded: widths.count)
      if isFirst {
        codes[glyph] = code
      } else {
        further.append(Further(glyph: pair.glyph, key: pair.key, code: code))
      }
      copies.append(own)
      widths.append(FaceCodes.width(of: pair.glyph, in: face))
      unicode.append(pair.key)
    }
    // Codes have two bytes at most.
    guard widths.count <= 0xFFFF else { throw .subsetting }
    self.codes = codes
    self.firstKeys = firstKeys
    self.further = further
    self.widths = widths
    self.unicode = unicode
    self.isUnspeakable = unicode.enumerated().map { code, key in
      code == 0 || key?.isUnspeakable == true
    }
    self.codeCount = widths.count
    self.bytes = ByteCodes(count: widths.count, space: unicode.firstIndex(of: .space))
    self.space =
      widths.count > 256
      ? nil : unicode.firstIndex(of: .space).map { UInt16(truncatingIfNeeded: $0) }
    switch face.outlines {
    case .cff:
      do throws(FontProgramFailure) {
        self.program = try KeyedFont.keyed(subset.program, copies: copies)
      } catch {
        throw .subsetting
      }
      self.glyphMap = nil
    case .trueType:
      self.program = subset.program
      self.glyphMap = copies.isEmpty ? nil : Array(0..<UInt16(dense)) + copies
    }
    self.name = FaceCodes.tag(glyphs) + "+" + face.postScriptName
  }

  /// The code of a glyph that stands for `key`; nothing is looked up twice.
  @inline(__always)
  func code(of glyph: UInt16, _ key: TextKey) -> UInt16 {
    let position = Int(glyph)
    return firstKeys[position] == key.packed ? codes[position] : furtherCode(of: glyph, key)
  }

  private func furtherCode(of glyph: UInt16, _ key: TextKey) -> UInt16 {
    var low = 0
    var high = further.count
    while low < high {
      let middle = (low + high) / 2
      let entry = further[middle]
      if (entry.glyph, entry.key) < (glyph, key) { low = middle + 1 } else { high = middle }
    }
    return further[low].code
  }

  private static func width(of glyph: UInt16, in face: FontFace) -> Int32 {
    Int32(
      clamping: Length.rounded(
        Int64(face.advance(of: glyph)) * 1_000, over: Int64(face.unitsPerEm)))
  }

  /// The six letters before the name of a subset: a fingerprint of its glyphs.
  ///
  /// *Source:* ISO 32000-1 §9.6.4.
  private static func tag(_ glyphs: [UInt16]) -> String {
    let bytes = glyphs.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    return String(
      decoding: StableHash(of: bytes).bytes.prefix(6).map { 0x41 + $0 % 26 }, as: UTF8.self)
  }
}
