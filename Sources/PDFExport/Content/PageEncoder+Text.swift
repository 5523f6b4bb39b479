import Core
import Display
import Fonts
import PDFSyntax

/// Text: each run in its face, size and colour, every glyph where it was set.
extension PageEncoder {
  mutating func beginText() {
    guard !isInText else { return }
    isInText = true
    textRises = false
    lineX = 0
    lineY = 0
    pen = 0
    line("BT")
  }

  mutating func endText() {
    guard isInText else { return }
    isInText = false
    line("ET")
  }

  mutating func encode(_ run: GlyphRun, owner: NodeID?) {
    guard let codes = context.faces[run.face.int] else { return }
    let size = Thousandths(run.size).count
    guard size > 0 else { return }
    beginText()
    if font?.face != run.face || font?.size != size {
      font = (run.face, size)
      out.append(contentsOf: "/F".utf8)
      out.append(decimal: Int64(run.face.raw))
      out.append(0x20)
      number(Thousandths(size))
      line("Tf")
    }
    setFill(run.colour)
    setOverprint(run.colour, isFine: true)
    fit(run.fit)
    space(run, codes, size: size)
    start(run, size: size)

    let start = run.rises ? Length.zero : run.origin.x
    var walk = ClusterWalk(glyphs: page.glyphs, text: page.text, run: run.glyphs)
    // Where the pen should be, in scaled points from the run's origin.
    var wanted: Int64 = 0
    while true {
      if let spoken = walk.nextSimple() {
        set(spoken, codes, size: size, at: start, &wanted, owner, run.face)
      } else if walk.nextCluster() {
        if walk.isReplaced {
          endShow()
          out.append(contentsOf: "/Span<</ActualText".utf8)
          out.append(
            literal: TextString.encoded(String(decoding: page.text[walk.range], as: UTF8.self)))
          line(">>BDC")
        }
        for spoken in walk.spoken {
          set(spoken, codes, size: size, at: start, &wanted, owner, run.face)
        }
        if walk.isReplaced {
          endShow()
          line("EMC")
        }
      } else {
        break
      }
    }
    endShow()
    if rise != 0 {
      rise = 0
      line("0 Ts")
    }
    look(at: run, width: wanted, owner: owner)
  }

  /// Scales what is shown across, shifts and word spaces included, and sets letters apart.
  ///
  /// *Source:* ISO 32000-1 §9.3.2, §9.3.4, §9.4.4.
  private mutating func fit(_ wanted: LetterFit) {
    if wanted.scale != fit.scale {
      // Percent with two decimals: ten-thousandths.
      number(Thousandths(100_000 + Int64(wanted.scale) * 10))
      line("Tz")
    }
    if wanted.apart != fit.apart {
      number(Thousandths(wanted.apart))
      line("Tc")
    }
    fit = wanted
  }

  /// A length along the line as it is drawn.
  @inline(__always)
  private func expanded(_ length: Int64) -> Int64 {
    fit.drawn(length)
  }

  /// A length along the line before it is expanded.
  @inline(__always)
  private func unexpanded(_ length: Int64) -> Int64 {
    fit.scale == 0 ? length : Length.rounded(length * 10_000, over: 10_000 + Int64(fit.scale))
  }

  /// Sets the word spacing that the first space of a run asks for: in a justified line all do. The
  /// last glyph is left out, for a space at the line's end hangs as it is.
  ///
  /// *Source:* ISO 32000-1 §9.3.3.
  private mutating func space(_ run: GlyphRun, _ codes: FaceCodes, size: Int64) {
    guard let space = codes.space else { return }
    for index in Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound) - 1 {
      let glyph = page.glyphs[index]
      guard glyph.textLength == 1, page.text[Int(glyph.text)] == 0x20,
        codes.code(of: glyph.id, .space) == space
      else { continue }
      let excess =
        unexpanded(millionths(glyph.advance)) - Int64(codes.widths[Int(space)]) * size - apart
      var wanted = Length.rounded(excess, over: 1_000)
      // Where letters fill the line: what the letter before the space and itself were set apart.
      let own = -2 * Thousandths(fit.apart).count
      // Elsewhere hundredths of a point are enough: what is left, the next shift makes good.
      wanted = abs(wanted - own) <= 2 ? own : Length.rounded(wanted, over: 10) * 10
      // Two thousandths of a point more or less are nothing, even ten times over.
      guard abs(wanted - wordSpace) > 2 else { return }
      wordSpace = wanted
      number(Thousandths(wanted))
      line("Tw")
      return
    }
  }

  /// Moves to the start of a run: on the same baseline by a shift of the pen, to the line below by
  /// `T*` and such a shift, else by `Td`; `TD` sets how far the line below is. A line that rises has
  /// a matrix of its own, in which the pen starts at zero.
  ///
  /// *Source:* ISO 32000-1 §9.4.2.
  private mutating func start(_ run: GlyphRun, size: Int64) {
    let x = Thousandths(run.origin.x).count
    let y = height.count - Thousandths(run.origin.y).count
    if run.rises || textRises {
      textRises = run.rises
      out.append(contentsOf: (run.rises ? "0 1 -1 0 " : "1 0 0 1 ").utf8)
      number(Thousandths(x))
      number(Thousandths(y))
      line("Tm")
      lineX = x
      lineY = y
      pen = run.rises ? 0 : x * 1_000
      return
    }
    let down = lineY - y
    if down == 0, abs(millionths(run.origin.x.sp) - pen) < 3 * size * 1_000, pen != 0 { return }
    lineY = y
    if down > 0, down == leading, abs(x - lineX) < 3 * size {
      line("T*")
      pen = lineX * 1_000
      return
    }
    number(Thousandths(x - lineX))
    number(Thousandths(-down))
    line(down > 0 ? "TD" : "Td")
    if down > 0 { leading = down }
    lineX = x
    pen = x * 1_000
  }

  /// How far letters stand apart before scaling, in millionths of a point.
  private var apart: Int64 { Thousandths(fit.apart).count * 1_000 }

  private func millionths(_ sp: some BinaryInteger) -> Int64 {
    Length.rounded(Int64(sp) * 1_000_000, over: 65_536)
  }

  /// A shift rounded to tens, in large type to fives: at most a twentieth of a point off, which
  /// cannot be seen. Fewer different numbers compress to less; and halves are left to what follows,
  /// or one shift would call for its opposite.
  @inline(__always)
  private static func plain(_ shift: Int64, size: Int64) -> Int64 {
    let step: Int64 = size > 14_000 ? 5 : 10
    let rounded = (abs(shift) + (step - 1) / 2) / step * step
    return shift < 0 ? -rounded : rounded
  }

  @inline(__always)
  private mutating func set(
    _ spoken: SpokenGlyph, _ codes: FaceCodes, size: Int64, at origin: Length,
    _ wanted: inout Int64, _ owner: NodeID?, _ face: FaceID
  ) {
    let glyph = page.glyphs[spoken.glyph]
    let code = codes.code(of: glyph.id, spoken.key)
    if glyph.dy != 0 || rise != 0 { raise(to: glyph.dy) }
    let place = millionths(Int64(origin.sp) + wanted + Int64(glyph.dx))
    // A shift is in thousandths of the em: `size` millionths of a point.
    let shift = PageEncoder.plain(
      Length.rounded(unexpanded(pen - place), over: size), size: size)
    if !showIsOpen {
      showIsOpen = true
      showHasShifts = shift != 0
      if shift != 0 {
        show.append(decimal: shift)
        pen -= expanded(shift * size)
      }
      show.append(opening)
    } else if shift != 0 {
      showHasShifts = true
      show.append(closing)
      show.append(decimal: shift)
      show.append(opening)
      pen -= expanded(shift * size)
    }
    if opening == 0x28 {
      if codes.isWide {
        show.append(escaped: UInt8(truncatingIfNeeded: code >> 8))
        show.append(escaped: UInt8(truncatingIfNeeded: code))
      } else {
        show.append(escaped: codes.bytes[code])
      }
    } else if codes.isWide {
      show.append(hexadecimal: code)
    } else {
      show.append(hexadecimal: codes.bytes[code])
    }
    var advance = Int64(codes.widths[Int(code)]) * size + apart
    if code == codes.space { advance += wordSpace * 1_000 }
    pen += expanded(advance)
    wanted += Int64(glyph.advance)
    if codes.isUnspeakable[Int(code)] {
      let finding = UnspeakableFinding(
        isMissing: glyph.id == 0, text: spoken.key.text, owner: owner, face: face)
      if !unspeakable.contains(finding) { unspeakable.append(finding) }
    }
  }

  private mutating func raise(to dy: Int32) {
    let wanted = Thousandths(Length(sp: dy)).count
    guard wanted != rise else { return }
    endShow()
    rise = wanted
    number(Thousandths(wanted))
    line("Ts")
  }

  private mutating func endShow() {
    guard showIsOpen else { return }
    showIsOpen = false
    if showHasShifts { out.append(0x5B) }
    out.append(contentsOf: show)
    out.append(closing)
    line(showHasShifts ? "]TJ" : "Tj")
    show.removeAll(keepingCapacity: true)
  }

  private mutating func look(at run: GlyphRun, width: Int64, owner: NodeID?) {
    let cap = run.size.scaled(by: context.capHeights[run.face.int], over: 1_000)
    let length = Length(clamping: width)
    let box =
      run.rises
      ? Rect(x: run.origin.x - cap, y: run.origin.y - length, width: cap, height: length)
      : Rect(x: run.origin.x, y: run.origin.y - cap, width: length, height: cap)
    note(box, owner)
    guard !isDecorative else { return }
    let under = ground.colour(under: box)
    if looked.contains(where: { $0.colour == run.colour && $0.ground == under }) { return }
    looked.append((run.colour, under))
    if run.colour.contrast(with: under) < context.minimalContrast {
      contrasts.append(ContrastFinding(colour: run.colour, ground: under, owner: owner))
    }
  }
}
