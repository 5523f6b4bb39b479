package import Core

/// A font file to open.
package struct FontFile: Sendable, Hashable {
  /// Where it is, absolute.
  package var path: String
  /// How messages call it, e.g. its path below `Fonts/`.
  package var name: String
  /// Where a design names it.
  package var at: SourceSpan?
  /// Names a file.
  package init(path: String, name: String, at: SourceSpan?) {
    self.path = path
    self.name = name
    self.at = at
  }
}

/// The faces of a build. A `FaceID` is a position here, the same as in the design.
package struct FontBook: Sendable {
  /// The faces, in the order of the design.
  package let faces: [FontFace]
  /// The faces that step in for missing characters, best first.
  package let fallback: [FaceID]

  /// Binds opened faces to a book. The fallback faces are among `faces`.
  package init(faces: [FontFace], fallback: [FaceID]) {
    precondition(fallback.allSatisfy { $0.int < faces.count }, "a fallback face is in the book")
    self.faces = faces
    self.fallback = fallback
  }

  /// Opens font files; a file that is named twice is opened once.
  ///
  /// *Throws:* `Rejected` with a finding for every file that cannot be used.
  package static func load(
    _ files: [FontFile], fallback: [FaceID]
  ) throws(Rejected) -> FontBook {
    var opened: [FontFace?] = []
    var findings: [Diagnostic] = []
    for (position, file) in files.enumerated() {
      if let earlier = files[..<position].firstIndex(where: { $0.path == file.path }),
        let face = opened[earlier]
      {
        opened.append(face)
        continue
      }
      do throws(FontFailure) {
        opened.append(try FontFace(path: file.path, name: file.name))
      } catch {
        opened.append(nil)
        findings.append(error.diagnostic(of: file.name, at: file.at))
      }
    }
    guard findings.isEmpty else { throw Rejected(findings) }
    return FontBook(faces: opened.compactMap { $0 }, fallback: fallback)
  }

  /// The face of that number.
  package subscript(_ id: FaceID) -> FontFace { faces[id.int] }

  /// The face that shows a character: the preferred one, or the first of the fallback faces.
  ///
  /// Letters of scripts that run from right to left are shown by no face, although a fallback face
  /// may have them: lines here run from left to right, and a word set backwards is worse than a
  /// missing glyph, which is reported.
  package func face(for scalar: UInt32, preferred: FaceID) -> FaceID? {
    if FontBook.runsLeftward(scalar) { return nil }
    if faces[preferred.int].shows(scalar) { return preferred }
    for id in fallback where faces[id.int].glyph(for: scalar) != nil { return id }
    return nil
  }

  /// Whether a character belongs to a script that runs from right to left.
  ///
  /// *Source:* the blocks that UAX #9 §3.2 reserves for the bidirectional classes R and AL.
  static func runsLeftward(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF:
      true
    default: false
    }
  }
}
