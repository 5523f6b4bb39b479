import Core
import Orthography
import Style

extension Typesetter {
  /// Demerits aside, what a break costs that leaves a last line of a few letters (T34).
  static let runtPenalty: Int16 = 3_000
  /// What it costs to part a word between any two letters, for want of anything better.
  static let emergencyPenalty: Int16 = 5_000
  /// What it costs to break at a tie in a measure that cannot hold what is tied.
  static let loosenedTiePenalty: Int16 = 2_000

  /// What it costs to end a line of a heading with a preposition or a conjunction.
  static let smallWordPenalty: Int16 = 4_000

  /// Makes the breaker's items of the glyphs and places.
  mutating func makeItems(
    _ paragraph: ParagraphText, _ setting: ParagraphSetting, _ measure: Measure
  ) {
    items.removeAll(keepingCapacity: true)
    spots.removeAll(keepingCapacity: true)
    paragraph.text.withUnsafeBufferPointer { text in
      var forge = ItemForge(
        parameters: setting.breaking, isJustified: setting.alignment == .justified,
        emergencyStretch: Int32(clamping: measure.narrowest / 8),
        runt: ItemForge.runtStart(text, least: setting.lastLineMinimum))
      var leader = 0
      var segment = 0
      var box = OpenBox()
      var previousByte = -1
      // What is between letters is scaled with them.
      let spacing =
        farthest(setting.breaking) * Int64(1_000 - setting.breaking.expansion) / 1_000
      for index in 0...glyphs.count {
        let isEnd = index == glyphs.count
        let byte = isEnd ? text.count : Int(glyphs[index].text)
        if !isEnd {
          segment = self.segment(of: index, from: segment)
        }
        // Leaders stand between glyphs: they have none of their own yet.
        while leader < paragraph.runs.count,
          paragraph.runs[leader].range.lowerBound <= UInt32(byte)
        {
          if paragraph.runs[leader].isLeader {
            flush(&box, setting.breaking)
            addLeader(at: index, byte: Int(paragraph.runs[leader].range.lowerBound))
            forge.isAfterLeader = true
            previousByte = Int(paragraph.runs[leader].range.upperBound) - 1
          }
          leader += 1
        }
        guard !isEnd else { break }
        let glyph = glyphs[index]
        if glyph.textLength > 0 {
          // Places between two letters of a ligature come before the glyph after it.
          var place = previousByte + 1
          while place <= byte {
            if places[place] != Place.none, place > 0 {
              flush(&box, setting.breaking)
              addBreak(
                text, at: place, glyph: index, hyphen: hyphen(of: segment, setting.breaking), &forge
              )
            }
            place += 1
          }
          previousByte = byte
        }
        if glyph.textLength > 0, Word.isStretchable(text, byte) {
          flush(&box, setting.breaking)
          addSpace(text, at: byte, glyph: index, &forge)
          forge.startsWord = true
        } else {
          if box.width == 0 || items.last?.kind != .box || forge.startsBox {
            forge.startsBox = false
            // As many seams as letters, but for the first of a word.
            box.spacing = forge.startsWord ? -spacing : 0
            forge.startsWord = false
            add(.box(0), glyph: index, byte: byte)
            if setting.breaking.protrudes {
              let hang = hang(of: glyph.id, in: segment).left / Item.hangStep
              items[items.count - 1].hangLeft = Int16(clamping: hang)
            }
          }
          box.width += Int64(glyph.advance)
          if glyph.textLength > 0 { box.spacing += spacing }
          box.glyph = glyph.id
          box.segment = segment
          if box.width > Int64(Int32.max / 2) { flush(&box, setting.breaking) }
        }
      }
      flush(&box, setting.breaking)
      if !forge.isAfterLeader { addFill(at: glyphs.count, byte: text.count) }
    }
  }

  private mutating func add(_ item: Item, glyph: Int, byte: Int) {
    items.append(item)
    spots.append(Spot(glyph: UInt32(glyph), byte: UInt32(byte)))
  }

  /// Gives the open box its width, its room, and what hangs if it ends a line.
  private mutating func flush(_ box: inout OpenBox, _ parameters: BreakParameters) {
    if let last = items.indices.last, items[last].kind == .box, box.width != 0 {
      items[last].width = Int32(clamping: box.width)
      items[last].room = Int32(
        clamping: box.width * Int64(parameters.expansion) / 1_000 + max(0, box.spacing))
      if parameters.protrudes {
        let hang = hang(of: box.glyph, in: box.segment).right / Item.hangStep
        items[last].hangRight = Int16(clamping: hang)
      }
    }
    box = OpenBox()
  }

  /// Ends the paragraph; spaces before its end hang and count for nothing.
  private mutating func addFill(at glyph: Int, byte: Int) {
    let at = trailingSpaces()
    items.removeSubrange(at...)
    spots.removeSubrange(at...)
    add(.penalty(Int16(Item.infinity)), glyph: glyph, byte: byte)
    add(
      .glue(0, stretch: 65_536, shrink: 0, isInfinite: true), glyph: glyph, byte: byte)
  }

  private mutating func hyphen(of segment: Int, _ parameters: BreakParameters) -> HyphenBox {
    let glyph = segments[segment].hyphen
    var box = HyphenBox(width: glyph.advance, room: 0, hangLeft: 0, hangRight: 0)
    box.room = Int32(
      clamping: Int64(box.width) * Int64(parameters.expansion) / 1_000 + farthest(parameters))
    if parameters.protrudes {
      let hang = hang(of: glyph.id, in: segment)
      box.hangLeft = Int16(clamping: hang.left / Item.hangStep)
      box.hangRight = Int16(clamping: hang.right / Item.hangStep)
    }
    return box
  }

  private mutating func addLeader(at glyph: Int, byte: Int) {
    add(.penalty(Int16(Item.infinity)), glyph: glyph, byte: byte)
    add(
      .glue(0, stretch: 65_536, shrink: 0, isInfinite: true), glyph: glyph, byte: byte)
    add(.box(0), glyph: glyph, byte: byte)
  }

  /// A place to break that is no space.
  private mutating func addBreak(
    _ text: UnsafeBufferPointer<UInt8>, at byte: Int, glyph: Int, hyphen: HyphenBox,
    _ forge: inout ItemForge
  ) {
    let place = places[byte]
    let isAfterSpace = Word.isStretchableBefore(text, byte)
    if place == Place.forced {
      addForced(glyph: glyph, byte: byte, &forge)
      return
    }
    guard !forge.isAfterLeader, !isAfterSpace else { return }
    forge.startsBox = true
    let runt: Int32 = byte >= forge.runt ? Int32(Self.runtPenalty) : 0
    func penalty(_ own: Int32) -> Int16 { Int16(clamping: min(9_999, own + runt)) }
    switch place {
    case Place.opportunity:
      let isIdeographic = UTF8Walk.scalar(text, before: byte).0 >= 0x2E80
      // A line that ends within an address need not be full: few words would take all its white.
      let isAddress = text[byte - 1] < 0x80
      add(
        .penalty(
          penalty(isIdeographic ? 0 : forge.parameters.exHyphenPenalty),
          stretch: isAddress ? forge.emergencyStretch : 0), glyph: glyph, byte: byte)
    case Place.hyphenation:
      add(
        hyphen.ending(
          penalty(forge.parameters.hyphenPenalty), flags: [.flagged, .hyphenation]), glyph: glyph,
        byte: byte)
    case Place.softHyphen:
      add(
        hyphen.ending(penalty(forge.parameters.hyphenPenalty), flags: .flagged), glyph: glyph,
        byte: byte)
    case Place.repeatedHyphen:
      add(
        hyphen.starting(
          penalty(forge.parameters.exHyphenPenalty), flags: [.flagged, .startsNext]),
        glyph: glyph, byte: byte)
    case Place.keptHyphen:
      add(
        .discretionary(
          before: 0, penalty: penalty(forge.parameters.exHyphenPenalty), flags: .flagged),
        glyph: glyph, byte: byte)
    case Place.emergency:
      add(
        .penalty(
          Self.emergencyPenalty, stretch: forge.emergencyStretch, flags: .emergency), glyph: glyph,
        byte: byte)
    default: break
    }
  }

  /// A space: a break at it if one may come behind the spaces that follow.
  private mutating func addSpace(
    _ text: UnsafeBufferPointer<UInt8>, at byte: Int, glyph: Int, _ forge: inout ItemForge
  ) {
    let width = glyphs[glyph].advance
    let glue = forge.glue(width)
    if let last = items.last, last.kind == .glue, !last.flags.contains(.infinite),
      text[byte] != 0xC2
    {
      add(glue, glyph: glyph, byte: byte)
      return
    }
    // A break comes behind all spaces, except that a no-break space holds.
    var end = byte
    repeat {
      end += max(1, Word.spaceLength(text, end))
    } while text[byte] != 0xC2 && end < text.count && places[end] == Place.none
      && Word.spaceLength(text, end) > 0
    var place = end < text.count ? places[end] : Place.none
    if text[byte] == 0xC2, place == Place.opportunity { place = Place.none }
    let isOpen = place == Place.opportunity || place == Place.loosenedTie
    if !forge.isAfterLeader, !isOpen, text[byte] == 0xC2, end < text.count,
      end < forge.runt, forge.parameters.tiePenalty < Item.infinity,
      BreakRule.isWeakTie(text, byte..<end)
    {
      // Like a hyphen, it is no way out while a line may end elsewhere.
      let weak = Item.penalty(Int16(clamping: forge.parameters.tiePenalty), flags: .hyphenation)
      add(weak, glyph: glyph, byte: byte)
    } else if forge.isAfterLeader || !isOpen {
      add(.penalty(Int16(Item.infinity)), glyph: glyph, byte: byte)
    } else if place == Place.loosenedTie {
      add(.penalty(Self.loosenedTiePenalty), glyph: glyph, byte: byte)
    } else if end >= forge.runt {
      add(.penalty(Self.runtPenalty), glyph: glyph, byte: byte)
    } else if forge.parameters.balances, endsSmallWord(text, at: byte) {
      add(.penalty(Self.smallWordPenalty), glyph: glyph, byte: byte)
    }
    add(glue, glyph: glyph, byte: byte)
  }

  /// Whether a small word that belongs to the next one ends before a place.
  private func endsSmallWord(_ text: UnsafeBufferPointer<UInt8>, at byte: Int) -> Bool {
    var start = byte
    while start > 0, !Word.isStretchableBefore(text, start) { start -= 1 }
    return SmallWords.isKnown(text, start, byte)
  }

  /// The first of the spaces that end the items so far.
  private func trailingSpaces() -> Int {
    var at = items.count
    while at > 0, items[at - 1].kind == .glue || items[at - 1].kind == .penalty,
      items[at - 1].penalty > -Item.infinity, !items[at - 1].flags.contains(.infinite)
    {
      at -= 1
    }
    return at
  }

  /// The author's line break: the spaces before it vanish with it.
  private mutating func addForced(glyph: Int, byte: Int, _ forge: inout ItemForge) {
    let at = trailingSpaces()
    let isEmptyLine = at == 0 || items[at - 1].penalty <= -Item.infinity
    let start =
      at < spots.count ? spots[at] : Spot(glyph: UInt32(glyph), byte: UInt32(byte))
    var inserted: [Item] = []
    if isEmptyLine { inserted.append(.box(0)) }
    if !forge.isAfterLeader {
      inserted.append(.penalty(Int16(Item.infinity)))
      inserted.append(.glue(0, stretch: 65_536, shrink: 0, isInfinite: true))
    }
    inserted.append(.penalty(Int16(-Item.infinity)))
    items.insert(contentsOf: inserted, at: at)
    spots.insert(contentsOf: repeatElement(start, count: inserted.count), at: at)
    // What follows opens with ink, or the next line's leading spaces would vanish too.
    add(.box(0), glyph: glyph, byte: byte)
    forge.startsBox = true
    forge.isAfterLeader = false
  }
}

/// A stretch of ink that nothing has ended yet.
struct OpenBox {
  var width: Int64 = 0
  /// How far its letters may be set apart.
  var spacing: Int64 = 0
  /// Its last glyph, and that glyph's segment.
  var glyph: UInt16 = 0
  var segment = 0
}

/// A hyphen that a break may bring.
struct HyphenBox {
  var width: Int32
  var room: Int32
  var hangLeft: Int16
  var hangRight: Int16

  /// A break that leaves the hyphen at the line's end.
  func ending(_ penalty: Int16, flags: Item.Flags) -> Item {
    var item = Item.discretionary(before: width, penalty: penalty, flags: flags)
    item.room = room
    item.hangRight = hangRight
    return item
  }

  /// A break in a compound: its own hyphen ends the line, this one starts the next.
  func starting(_ penalty: Int16, flags: Item.Flags) -> Item {
    var item = Item.discretionary(before: 0, after: width, penalty: penalty, flags: flags)
    item.hangLeft = hangLeft
    return item
  }
}

/// What making items needs to know and remember.
struct ItemForge {
  let parameters: BreakParameters
  let isJustified: Bool
  /// How far a line may be from full that ends inside a word.
  let emergencyStretch: Int32
  /// Breaks from this byte on leave too short a last line.
  let runt: Int
  var isAfterLeader = false
  /// Whether the next glyph opens a new box.
  var startsBox = true
  /// Whether the next glyph opens a word.
  var startsWord = true

  /// A space: stretches by a half and shrinks by a third of its width, as TeX's fonts say; where
  /// lines are ragged it stays as it is.
  func glue(_ width: Int32) -> Item {
    guard isJustified else { return .glue(width, stretch: 0, shrink: 0) }
    var item = Item.glue(width, stretch: width / 2, shrink: width / 3)
    item.room = Int32(clamping: Int64(width) * Int64(parameters.expansion) / 1_000)
    return item
  }

  /// The byte from which fewer than `least` characters are left, spaces not counted.
  static func runtStart(_ text: UnsafeBufferPointer<UInt8>, least: Int) -> Int {
    guard least > 1 else { return .max }
    var left = least - 1
    var position = text.count
    while position > 0, left > 0 {
      let (scalar, length) = UTF8Walk.scalar(text, before: position)
      if scalar != 0x20, scalar != 0xA0 { left -= 1 }
      position -= length
    }
    return position
  }
}
