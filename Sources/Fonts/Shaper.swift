import CHarfBuzz
package import Core

/// Turns text into glyphs. One for each worker: the buffer and the fonts are its scratch.
///
/// Shape a paragraph's runs once and keep the result: it is in font units, so it serves all sizes.
/// Words come back again and again, so each is shaped once (`WordCache`).
/// A line that ends where `isUnsafeToBreak` is clear needs no second shaping (STYLE P9).
package struct Shaper: ~Copyable {
  let book: FontBook
  let buffer: OpaquePointer?
  private(set) var fonts: [OpaquePointer?]
  private var languages: [(tag: String, language: hb_language_t?)] = []
  private var featureLists: [(names: [String], features: [hb_feature_t])] = []
  private let keepsWords: Bool
  var words = WordCache()
  /// The glyphs of a word that is shaped for the first time.
  var wordGlyphs: [ShapedGlyph] = []
  private(set) var wordSettings: [WordSetting] = []

  /// Makes a shaper for the faces of a book.
  ///
  /// With `keepsWords`, words are shaped once where the face allows it; the glyphs are the same.
  package init(_ book: FontBook, keepsWords: Bool = true) {
    self.book = book
    self.keepsWords = keepsWords
    // HarfBuzz answers a failed allocation with an inert object, never with nil.
    buffer = hb_buffer_create()
    fonts = Array(repeating: nil, count: book.faces.count)
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
    // A mark without a base is the text's business; an invented dotted circle would be ours.
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE)
  }

  deinit {
    for font in fonts { hb_font_destroy(font) }
    hb_buffer_destroy(buffer)
  }

  /// Shapes `range` of the UTF-8 `text` in one face and appends its glyphs.
  ///
  /// - The bytes around `range` are context: they can change glyphs, but give none.
  /// - `features` are OpenType features as CSS-like words: `smcp`, `-liga`, `cv01=2`; they hold for
  ///   the whole range. `isFeature` tells whether a word can be understood; others are ignored.
  /// - Clusters are byte offsets in `text`, one for each character as far as the font allows, in
  ///   rising order: letters of a ligature, and a letter composed from base and mark, share one.
  /// - A mixture of scripts is parted and shaped script by script; direction is left to right.
  /// - Control characters and line separators come out as a glyph without ink or width; so do soft
  ///   hyphens and joiners. A character that the face lacks comes out as glyph 0.
  /// - U+2011 and spaces that the face lacks: see `FontFace.standIn(for:)`.
  ///
  /// *Complexity:* linear; allocates only to grow its scratch and `glyphs`.
  package mutating func shape(
    _ text: [UInt8], _ range: Range<Int>, face: FaceID, features: [String], language: Language,
    into glyphs: inout [ShapedGlyph]
  ) {
    precondition(text.count < Int(Int32.max), "a paragraph is shorter than 2 GB")
    guard !range.isEmpty else { return }
    let font = font(of: face)
    let list = list(of: features)
    let spoken = language.tag.isEmpty ? nil : self.language(language.tag)
    let noBreakHyphen = book.faces[face.int].noBreakHyphen
    let setting = wordSetting(face: face.int, list: list, language: spoken)
    text.withUnsafeBufferPointer { bytes in
      var runs = ScriptRuns(bytes, range)
      while let run = runs.next() {
        if wordSettings[setting].isByWord, run.script == HB_SCRIPT_LATIN,
          Shaper.isPlain(bytes, run.range)
        {
          shapeWords(bytes, run.range, setting: UInt16(setting), into: &glyphs)
          continue
        }
        hb_buffer_clear_contents(buffer)
        fill(with: bytes, run.range, noBreakHyphen: noBreakHyphen)
        shapeBuffer(run.script, spoken, list, font: font)
        Shaper.collect(buffer, bytes, book.faces[face.int], into: &glyphs)
      }
    }
  }

  /// Shapes what stands in the buffer.
  func shapeBuffer(
    _ script: hb_script_t, _ language: hb_language_t?, _ list: Int, font: OpaquePointer?
  ) {
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, script)
    hb_buffer_set_language(buffer, language)
    featureLists[list].features.withUnsafeBufferPointer {
      hb_shape(font, buffer, $0.baseAddress, UInt32($0.count))
    }
  }

  /// The position of a setting among those met so far.
  private mutating func wordSetting(face: Int, list: Int, language: hb_language_t?) -> Int {
    for position in wordSettings.indices {
      let known = wordSettings[position]
      if known.face == face, known.list == list, known.language == language { return position }
    }
    let isByWord =
      keepsWords && wordSettings.count < Int(UInt16.max)
      && SpaceRules(book.faces[face])?.wordsStandAlone(features: featureLists[list].features)
        ?? false
    wordSettings.append(
      WordSetting(face: face, list: list, language: language, isByWord: isByWord))
    return wordSettings.count - 1
  }

  /// Whether a word names an OpenType feature in a way that `shape` understands.
  package static func isFeature(_ word: String) -> Bool {
    var feature = hb_feature_t()
    return hb_feature_from_string(word, Int32(word.utf8.count), &feature) != 0
  }

  /// Puts the characters of a run in the buffer, with their context.
  private func fill(
    with bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, noBreakHyphen: UInt32?
  ) {
    bytes.withMemoryRebound(to: CChar.self) { letters in
      func add(_ part: Range<Int>) {
        hb_buffer_add_utf8(
          buffer, letters.baseAddress, Int32(letters.count), UInt32(part.lowerBound),
          Int32(part.count))
      }
      var start = range.lowerBound
      if let noBreakHyphen {
        // U+2011 is E2 80 91. HarfBuzz knows only U+2010 to draw it with; this face lacks both.
        var at = start
        while at + 2 < range.upperBound {
          if bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x91 {
            if at > start || hb_buffer_get_length(buffer) == 0 { add(start..<at) }
            hb_buffer_add(buffer, noBreakHyphen, UInt32(at))
            start = at + 3
            at += 3
          } else {
            at += 1
          }
        }
      }
      // An empty last part still sets the context after the run.
      add(start..<range.upperBound)
    }
  }

  /// Appends the buffer's glyphs.
  static func collect(
    _ buffer: OpaquePointer?, _ bytes: UnsafeBufferPointer<UInt8>, _ face: FontFace,
    into glyphs: inout [ShapedGlyph]
  ) {
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, nil)
    guard let infos, let positions else { return }
    for index in 0..<Int(count) {
      let info = infos[index]
      let position = positions[index]
      var glyph = ShapedGlyph(
        id: UInt16(truncatingIfNeeded: info.codepoint), flags: UInt16(info.mask & 1),
        cluster: info.cluster, advance: position.x_advance, dx: position.x_offset,
        dy: position.y_offset)
      if glyph.id == 0, Shaper.isControl(bytes, Int(info.cluster)) {
        glyph.id = face.glyph(for: 0x20) ?? 0
        glyph.advance = 0
      }
      glyphs.append(glyph)
    }
  }

  /// Whether a control character (C0, DEL, C1) or U+2028, U+2029 stands at an offset.
  private static func isControl(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    var walk = Scalars(bytes, offset..<min(offset + 4, bytes.count))
    return switch walk.next() {
    case .some(0..<0x20), .some(0x7F..<0xA0), .some(0x2028...0x2029): true
    default: false
    }
  }

  mutating func font(of face: FaceID) -> OpaquePointer? {
    if let font = fonts[face.int] { return font }
    // The scale is the face's units per em unless told otherwise: positions are font units.
    let font = hb_font_create(book.faces[face.int].harfbuzz)
    fonts[face.int] = font
    return font
  }

  private mutating func language(_ tag: String) -> hb_language_t? {
    for known in languages where known.tag == tag { return known.language }
    let language = hb_language_from_string(tag, Int32(tag.utf8.count))
    languages.append((tag, language))
    return language
  }

  /// The position of a feature list among those parsed so far.
  private mutating func list(of names: [String]) -> Int {
    for position in featureLists.indices where featureLists[position].names == names {
      return position
    }
    var features: [hb_feature_t] = []
    for name in names {
      var feature = hb_feature_t()
      if hb_feature_from_string(name, Int32(name.utf8.count), &feature) != 0 {
        features.append(feature)
      }
    }
    featureLists.append((names, features))
    return featureLists.count - 1
  }
}
