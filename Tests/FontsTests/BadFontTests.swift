import Core
import Fonts
import Foundation
import SazbaTesting
import Testing

/// Every way in which a font file can be unusable, made from the bundled fonts.
@Suite struct BadFontTests {
  private func failure(_ path: String) -> FontFailure? {
    do throws(FontFailure) {
      _ = try FontFace(path: path, name: "x")
      return nil
    } catch {
      return error
    }
  }

  private func failure(of bytes: [UInt8]) throws -> FontFailure? {
    try withTemporaryFolder { failure(try $0.write(bytes, to: "font.otf")) }
  }

  private func original(_ name: String) throws -> [UInt8] {
    try Repository.bytes(of: "Fonts/" + name)
  }

  /// The position of a table's record in the directory.
  private func record(_ tag: String, in bytes: [UInt8]) throws -> Int {
    let count = Int(bytes[4]) << 8 | Int(bytes[5])
    return try #require(
      (0..<count).map { 12 + 16 * $0 }.first { Array(bytes[$0..<$0 + 4]) == Array(tag.utf8) })
  }

  /// The position of a table's bytes.
  private func start(of tag: String, in bytes: [UInt8]) throws -> Int {
    let entry = try record(tag, in: bytes) + 8
    return bytes[entry..<entry + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private func renaming(_ tag: String, to other: String, in name: String) throws -> [UInt8] {
    var bytes = try original(name)
    let at = try record(tag, in: bytes)
    bytes.replaceSubrange(at..<at + 4, with: Array(other.utf8))
    return bytes
  }

  @Test func missingFilesFoldersAndPipes() throws {
    try withTemporaryFolder { folder in
      #expect(failure(folder.path + "/nothing.otf") == .unreadable)
      #expect(failure(folder.path) == .unreadable)
      #expect(failure("") == .unreadable)
      let pipe = folder.path + "/pipe.otf"
      try #require(mkfifo(pipe, 0o600) == 0)
      #expect(failure(pipe) == .unreadable)
    }
  }

  @Test func filesThatAreNoFonts() throws {
    #expect(try failure(of: []) == .notAFont)
    #expect(try failure(of: Array("wOFF, a web font".utf8)) == .notAFont)
    #expect(try failure(of: Array("%!PS-AdobeFont-1.0: Nimbus".utf8)) == .notAFont)
    #expect(try failure(of: Array(repeating: 0xFF, count: 5_000)) == .notAFont)
  }

  @Test func fontsCutShort() throws {
    let whole = try original(Library.serif)
    for length in [5, 11, 40, 200, 5_000, whole.count / 2, whole.count - 4] {
      #expect(try failure(of: Array(whole[..<length])) == .damaged, "\(length) bytes")
    }
  }

  @Test func fontsWithoutANeededTable() throws {
    for tag in ["cmap", "head", "hhea", "hmtx", "maxp"] {
      #expect(try failure(of: renaming(tag, to: "none", in: Library.serif)) == .damaged)
    }
  }

  @Test func outlinesOfOtherKinds() throws {
    let failures: [FontFailure?] = [.outlines, .damaged]
    #expect(try failures.contains(failure(of: renaming("CFF ", to: "CFF2", in: Library.serif))))
    #expect(try failure(of: renaming("glyf", to: "CBDT", in: Library.dejavu)) == .outlines)
  }

  @Test func collectionsAndVariableFonts() throws {
    #expect(try failure(of: Array("ttcf".utf8) + [0, 1, 0, 0, 0, 0, 0, 1]) == .collection)
    #expect(try failure(of: renaming("DSIG", to: "fvar", in: Library.serif)) == .variable)
  }

  @Test func licencesThatForbidEmbedding() throws {
    var bytes = try original(Library.serif)
    let fsType = try start(of: "OS/2", in: bytes) + 8
    func set(_ value: UInt16) {
      bytes[fsType] = UInt8(value >> 8)
      bytes[fsType + 1] = UInt8(value & 0xFF)
    }
    for forbidden: UInt16 in [2, 0x100, 0x104, 0x200] {
      set(forbidden)
      #expect(try failure(of: bytes) == .restricted(fsType: forbidden))
    }
    for allowed: UInt16 in [0, 4, 8, 6] {
      set(allowed)
      #expect(try failure(of: bytes) == nil)
    }
  }

  @Test func fontsWithoutUnicode() throws {
    var bytes = try original(Library.dejavu)
    let cmap = try start(of: "cmap", in: bytes)
    bytes[cmap + 2] = 0
    bytes[cmap + 3] = 0
    #expect(try failure(of: bytes) == .characters)
  }

  @Test func everyBadFontOfADesignIsReportedAtItsPlace() throws {
    let place = SourceSpan(file: FileID(0), start: 7, end: 12)
    let findings = try withTemporaryFolder { folder in
      let files = [
        FontFile(path: folder.path + "/none.otf", name: "none.otf", at: place),
        FontFile(path: Library.path(Library.serif), name: "good", at: nil),
        FontFile(path: try folder.write([1, 2, 3, 4, 5], to: "t"), name: "text.otf", at: nil),
      ]
      return #expect(throws: Rejected.self) { try FontBook.load(files, fallback: []) }?
        .diagnostics ?? []
    }
    #expect(findings.map(\.kind.code) == ["F01", "F02"])
    #expect(findings.first?.at == place)
    #expect(findings.last?.message.cs.contains("text.otf") == true)
  }

  @Test func everyFailureHasItsKindAndBothLanguages() {
    let failures: [FontFailure] = [
      .unreadable, .notAFont, .damaged, .collection, .variable, .restricted(fsType: 2), .outlines,
      .characters, .subsetting,
    ]
    #expect(failures.map(\.kind) == FontsDiagnostics.all)
    for failure in failures {
      let finding = failure.diagnostic(of: "p.otf", at: nil)
      #expect(finding.isError)
      for tongue in Tongue.allCases {
        #expect(finding.message[tongue].contains("p.otf"))
        #expect(finding.fix[tongue].count > 20)
      }
    }
  }

  /// Bytes turned over here and there: whatever opens must shape and subset without a crash.
  @Test func damageInsideNeverCrashes() throws {
    var seed: UInt64 = 1
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for name in [Library.serifItalic, Library.dejavu] {
      let whole = try original(name)
      try withTemporaryFolder { folder in
        for round in 0..<40 {
          var bytes = whole
          for _ in 0..<20 { bytes[200 + next(bytes.count - 200)] = UInt8(next(256)) }
          let path = try folder.write(bytes, to: "\(round).ttf")
          let file = FontFile(path: path, name: "mutant", at: nil)
          guard let book = try? FontBook.load([file], fallback: []) else { continue }
          let glyphs = shaped("Příliš žluťoučký kůň AV fi 25", in: book).map(\.id)
          _ = try? book.faces[0].subset(to: glyphs)
        }
      }
    }
  }
}
