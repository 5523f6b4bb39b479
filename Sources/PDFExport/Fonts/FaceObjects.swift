import Core
import Fonts
import PDFSyntax

/// The streams of a face, compressed on a worker.
struct FaceStreams: Sendable {
  let program: SealedStream
  let unicode: SealedStream
  let glyphMap: SealedStream?
  let encoding: SealedStream?

  init(_ codes: FaceCodes, form: FileForm) {
    program = SealedStream(codes.program, form: form)
    unicode = SealedStream(CodeMaps.unicode(codes), form: form)
    encoding = codes.isWide ? nil : SealedStream(CodeMaps.encoding(codes.bytes), form: form)
    glyphMap = codes.glyphMap.map { map in
      SealedStream(map.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }, form: form)
    }
  }
}

/// Writes the objects of an embedded face.
///
/// *Source:* ISO 32000-1 §9.7 (composite fonts), §9.8 (descriptors), §9.9 (programs).
struct FaceObjects {
  let plan: ObjectPlan
  let position: Int
  let face: FontFace
  let codes: FaceCodes

  private func reference(_ part: FacePart) -> Reference { plan.face(position, part) }

  /// Writes the dictionaries into `batch`.
  func write(to batch: inout ObjectBatch) {
    let isCompact = face.outlines == .cff
    batch.dictionary(reference(.font)) { font in
      font.name("Type", "Font")
      font.name("Subtype", "Type0")
      font.name("BaseFont", isCompact ? "\(codes.name)-\(encodingName)" : codes.name)
      if codes.isWide {
        font.name("Encoding", encodingName)
      } else {
        font.reference("Encoding", reference(.encoding))
      }
      font.array("DescendantFonts") { $0.reference(reference(.descendant)) }
      font.reference("ToUnicode", reference(.unicode))
    }
    batch.dictionary(reference(.descendant)) { font in
      font.name("Type", "Font")
      font.name("Subtype", isCompact ? "CIDFontType0" : "CIDFontType2")
      font.name("BaseFont", codes.name)
      font.dictionary("CIDSystemInfo", systemInformation)
      font.reference("FontDescriptor", reference(.descriptor))
      if codes.glyphMap != nil {
        font.reference("CIDToGIDMap", reference(.glyphMap))
      } else if !isCompact {
        font.name("CIDToGIDMap", "Identity")
      }
      writeWidths(&font)
    }
    batch.dictionary(reference(.descriptor)) { descriptor in
      descriptor.name("Type", "FontDescriptor")
      descriptor.name("FontName", codes.name)
      descriptor.integer("Flags", face.descriptorFlags)
      descriptor.array("FontBBox") { box in
        for edge in [
          face.boundingBox.xMin, face.boundingBox.yMin, face.boundingBox.xMax,
          face.boundingBox.yMax,
        ] {
          box.integer(scaled(edge))
        }
      }
      descriptor.real("ItalicAngle", italicAngle)
      descriptor.integer("Ascent", scaled(face.ascender))
      descriptor.integer("Descent", scaled(face.descender))
      descriptor.integer("CapHeight", scaled(face.capHeight))
      descriptor.integer("XHeight", scaled(face.xHeight))
      descriptor.integer("StemV", scaled(face.stemWidth))
      descriptor.reference(isCompact ? "FontFile3" : "FontFile2", reference(.program))
    }
  }

  /// Writes the streams.
  func write(_ streams: FaceStreams, to file: inout FileWriter) {
    if face.outlines == .cff {
      file.append(reference(.program), streams.program) { $0.name("Subtype", "CIDFontType0C") }
    } else {
      let count = codes.program.count
      file.append(reference(.program), streams.program) { $0.integer("Length1", count) }
    }
    file.append(reference(.unicode), streams.unicode)
    if let encoding = streams.encoding {
      file.append(reference(.encoding), encoding) { entries in
        entries.name("Type", "CMap")
        entries.name("CMapName", CodeMaps.name)
        entries.dictionary("CIDSystemInfo", systemInformation)
      }
    }
    if let map = streams.glyphMap { file.append(reference(.glyphMap), map) }
  }

  private var encodingName: String { codes.isWide ? "Identity-H" : CodeMaps.name }

  private func systemInformation(_ system: inout DictionaryWriter) {
    system.text("Registry", "Adobe")
    system.text("Ordering", "Identity")
    system.integer("Supplement", 0)
  }

  private func scaled(_ units: Int32) -> Int {
    Int(Length.rounded(Int64(units) * 1_000, over: Int64(face.unitsPerEm)))
  }

  private var italicAngle: Thousandths {
    // 16.16 degrees, as OpenType's post table has them.
    Thousandths(Length.rounded(Int64(face.italicAngle) * 1_000, over: 65_536))
  }

  /// The default width is the commonest one; the rest goes in runs of equal or of listed widths.
  ///
  /// *Source:* ISO 32000-1 §9.7.4.3.
  private func writeWidths(_ font: inout DictionaryWriter) {
    let widths = codes.widths
    let sorted = widths.sorted()
    var common: Int32 = 1_000
    var most = 0
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      if end - start > most {
        most = end - start
        common = sorted[start]
      }
      start = end
    }
    font.integer("DW", Int(common))
    guard most < widths.count else { return }
    font.array("W") { array in
      var code = 0
      while code < widths.count {
        if widths[code] == common {
          code += 1
          continue
        }
        var same = code
        while same < widths.count, widths[same] == widths[code] { same += 1 }
        if same - code >= 3 {
          array.integer(code)
          array.integer(same - 1)
          array.integer(Int(widths[code]))
          code = same
          continue
        }
        array.integer(code)
        array.array { list in
          while code < widths.count, widths[code] != common {
            // Three equal ones are shorter as a run.
            if code + 2 < widths.count, widths[code] == widths[code + 1],
              widths[code] == widths[code + 2]
            {
              break
            }
            list.integer(Int(widths[code]))
            code += 1
          }
        }
      }
    }
  }
}
