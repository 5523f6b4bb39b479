package import Core
package import Display
package import Fonts
package import PDFSyntax

/// What writing a file does, one after the other; told to who measures.
package enum ExportStage: UInt8, Sendable, CaseIterable {
  /// Gathering the glyphs that pages use, and cutting the fonts down to them.
  case subsetting
  /// Page by page: content streams, compressed.
  case encoding
  /// Structure, navigation and cross-references, compressed, and all of it joined.
  case assembling
}

/// Writes pages as a PDF file that keeps the profile's promises.
///
/// Fonts, pages and batches of structure elements are made on `workers` tasks and joined by their
/// numbers, so the bytes do not depend on the number of workers.
///
/// - Parameters:
///   - list: the pages with their structure.
///   - fonts: the faces that the pages name.
///   - profile: what the file promises and its limits.
///   - icc: the colour profile of the output intent; empty where only its name is known.
///   - screen: the colour profile of pictures in RGB that have none, where the file is printed.
///   - origins: where nodes come from in the sources, by node, so that findings have a place.
///   - assumed: the profile of pictures in inks that have none of their own, on the screen; empty
///     where such a picture is refused.
///   - form: how the file is written down.
///   - workers: how many tasks work at once.
///   - entering: told each stage before it starts.
/// - Throws: everything that would break the profile's promises.
///
/// *Source:* ISO 32000-1; ISO 19005-2 (level A); ISO 14289-1; ISO 15930-4 and -7. Clauses: `Profiles/*.md`.
package func export(
  _ list: PageList, fonts: FontBook, profile: Profile, icc: [UInt8], screen: [UInt8] = [],
  assumed: [UInt8] = [],
  origins: [SourceSpan?] = [],
  form: FileForm = .compact(level: 7), workers: Int,
  entering: (ExportStage) -> Void = { _ in }
) async throws(Rejected) -> Outcome<PDFFile> {
  entering(.subsetting)
  let form = profile.isFlat ? form.knownToPDF14 : form
  let pages = list.bleeding(as: profile.press)
  let findings = Findings(pages: pages, fonts: fonts, profile: profile, origins: origins)
  var found = findings.beforeEncoding()
  if found.contains(where: \.isError) { throw Rejected(found) }

  let use = await glyphUse(of: pages.pages, faceCount: fonts.faces.count, workers: workers)
  let used = (0..<fonts.faces.count).compactMap { face -> (Int, [GlyphUse.Pair])? in
    let pairs = use.pairs(of: face)
    return pairs.isEmpty ? nil : (face, pairs)
  }
  let embedded = await parallel(used.count, workers: workers, grain: 1) {
    position -> Result<EmbeddedFace, FontFailure> in
    let (face, pairs) = used[position]
    return EmbeddedFace.made(fonts.faces[face], face: face, pairs: pairs, form: form)
  }
  var faces: [EmbeddedFace] = []
  for (position, result) in embedded.enumerated() {
    switch result {
    case .success(let face): faces.append(face)
    case .failure(let failure):
      found.append(failure.diagnostic(of: fonts.faces[used[position].0].name, at: nil))
    }
  }
  if found.contains(where: \.isError) { throw Rejected(found) }

  let inks = SpotInks(pages, limit: profile.press?.spots ?? 0)
  if let press = profile.press {
    found += findings.ofPress(press, inks: inks, icc: icc)
    if found.contains(where: \.isError) { throw Rejected(found) }
  }
  let shelf = await PictureShelf.filled(
    from: pages, icc: icc, press: PressPictures(profile, icc: icc, screen: screen),
    assumed: assumed, form: form, workers: workers)
  found += shelf.refusals.map { findings.refusal($0, of: pages) }
  if found.contains(where: \.isError) { throw Rejected(found) }

  entering(.encoding)
  let context = EncodingContext(
    pages: pages, fonts: fonts, faces: faces, profile: profile, inks: inks, form: form)
  let leaves = pages.pages
  let encoded = await parallel(leaves.count, workers: workers) {
    PageEncoder(leaves[$0], context: context).encoded()
  }
  found += findings.afterEncoding(encoded)
  if found.contains(where: \.isError) { throw Rejected(found) }

  entering(.assembling)
  let parts = FileParts(
    pages: pages, profile: profile, icc: icc, form: form, faces: faces, fonts: fonts,
    pictures: shelf, encoded: encoded)
  let file =
    profile.isPrinted
    ? PressAssembly(parts: parts, inks: inks).file()
    : await Assembly(parts: parts).file(workers: workers)
  return Outcome(file, warnings: found + findings.afterWriting(size: file.bytes.count))
}

extension FileForm {
  /// The same with a cross-reference table and without object streams.
  fileprivate var knownToPDF14: FileForm {
    if case .compact(let level) = self { .classic(level: level) } else { self }
  }
}

/// Which glyphs the pages use.
private func glyphUse(of pages: [Page], faceCount: Int, workers: Int) async -> GlyphUse {
  // A few large parts: each has arrays of its own.
  let parts = max(1, min(workers, pages.count))
  let uses = await parallel(parts, workers: workers, grain: 1) { part -> GlyphUse in
    var use = GlyphUse(faceCount: faceCount)
    let range = (pages.count * part / parts)..<(pages.count * (part + 1) / parts)
    for page in pages[range] { use.add(page) }
    return use
  }
  var whole = GlyphUse(faceCount: faceCount)
  for use in uses { whole.merge(use) }
  return whole
}

/// A face that is embedded.
struct EmbeddedFace: Sendable {
  let face: Int
  let codes: FaceCodes
  let streams: FaceStreams

  static func made(
    _ font: FontFace, face: Int, pairs: [GlyphUse.Pair], form: FileForm
  ) -> Result<EmbeddedFace, FontFailure> {
    do throws(FontFailure) {
      let codes = try FaceCodes(font, pairs: pairs)
      return .success(
        EmbeddedFace(face: face, codes: codes, streams: FaceStreams(codes, form: form)))
    } catch {
      return .failure(error)
    }
  }
}

extension EncodingContext {
  init(
    pages: PageList, fonts: FontBook, faces: [EmbeddedFace], profile: Profile, inks: SpotInks,
    form: FileForm
  ) {
    var codes = [FaceCodes?](repeating: nil, count: fonts.faces.count)
    for face in faces { codes[face.face] = face.codes }
    let elements = pages.structure.elements
    var figures = [Bool](repeating: false, count: elements.count)
    for (index, element) in elements.enumerated() {
      figures[index] =
        element.type == .figure || (element.parent.int < index && figures[element.parent.int])
    }
    self.init(
      faces: codes,
      capHeights: fonts.faces.map {
        Length.rounded(Int64($0.capHeight) * 1_000, over: Int64($0.unitsPerEm))
      },
      types: elements.map(\.type), figures: figures,
      orientations: pages.pictures.map(\.orientation), minimalContrast: profile.minimalContrast,
      form: form, press: profile.press, inks: inks)
  }
}
