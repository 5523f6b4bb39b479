import Core
import Foundation
import SazbaTesting
import Testing

@testable import Typesetting

/// The files of the checkout.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: root.appending(path: path)))
  }
}

@Suite struct HyphenationTests {
  static func hyphenated(_ word: String, _ patterns: HyphenationPatterns) -> String {
    let bytes = Array(word.utf8)
    var points: [UInt32] = []
    var scratch = HyphenationScratch()
    bytes.withUnsafeBufferPointer {
      patterns.points(in: $0, word: 0..<$0.count, scratch: &scratch, into: &points)
    }
    var out: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      if points.contains(UInt32(position)) { out.append(0x2D) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func czech(exceptions: String = "") throws -> HyphenationPatterns {
    let source = HyphenationSource(
      patterns: try Checkout.bytes("Fonts/Hyphenation/hyph-cs-sojka.pat.txt"),
      exceptions: Array(exceptions.utf8))
    return HyphenationPatterns(
      language: .czech, source: source, leftMinimum: 2, rightMinimum: 3)
  }

  @Test("1,800 Czech words as LuaTeX hyphenates them")
  func oracle() throws {
    let patterns = try Self.czech()
    #expect(patterns.count == 8249)
    let oracle = String(
      decoding: try Checkout.bytes("Tests/Oracles/hyphenation/cs.tsv"), as: UTF8.self)
    var words = 0
    for line in oracle.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { continue }
      words += 1
      #expect(Self.hyphenated(String(fields[0]), patterns) == String(fields[1]))
    }
    #expect(words == 1800)
  }

  @Test(
    "Capitals hyphenate as small letters; both of two alternative points are offered",
    arguments: [
      ("katalog", "ka-ta-log"), ("Katalog", "Ka-ta-log"), ("KATALOG", "KA-TA-LOG"), ("vlk", "vlk"),
      ("dobrého", "do-b-rého"), ("ČÍSLICEMI", "ČÍ-S-LI-CEMI"),
    ])
  func letters(word: String, expected: String) throws {
    #expect(Self.hyphenated(word, try Self.czech()) == expected)
  }

  @Test("Exceptions go before patterns")
  func exceptions() throws {
    let patterns = try Self.czech(exceptions: "# jména\nDa-či-ce Kdy-ně\n")
    #expect(Self.hyphenated("Dačice", patterns) == "Da-čice")  // at least three letters follow
    #expect(Self.hyphenated("dačice", patterns) == "Da-čice".lowercased())
    #expect(Self.hyphenated("Kdyně", patterns) == "Kdyně")
  }

  @Test(
    "TeX's files: English by its own exceptions, German, Polish; our own of Slovak and Ukrainian",
    arguments: [
      ("en", "hyph-en-us.tex", "hyphenation", "hy-phen-ation"),
      ("en", "hyph-en-us.tex", "associate", "as-so-ciate"),
      ("en-GB", "hyph-en-gb.tex", "hyphenation", "hy-phen-a-tion"),
      ("de", "hyph-de-1996.tex", "Silbentrennung", "Sil-ben-tren-nung"),
      ("pl", "hyph-pl.tex", "społeczny", "spo-łecz-ny"),
      ("sk", "slabiky-sk.pat.txt", "poskytovateľ", "po-sky-to-va-teľ"),
      ("sk", "slabiky-sk.pat.txt", "obchod", "ob-chod"),
      ("sk", "slabiky-sk.pat.txt", "zmluva", "zmluva"),
      ("uk", "slabiky-uk.pat.txt", "громада", "гро-ма-да"),
      ("uk", "slabiky-uk.pat.txt", "допомога", "до-по-мо-га"),
      ("uk", "slabiky-uk.pat.txt", "навчання", "нав-чан-ня"),
    ])
  func texFiles(tag: String, file: String, word: String, expected: String) throws {
    let patterns = HyphenationBook.compile(
      Language(tag), patterns: try Checkout.bytes("Fonts/Hyphenation/\(file)"))
    #expect(Self.hyphenated(word, patterns) == expected)
  }

  @Test("A language finds its primary patterns")
  func lookup() throws {
    let book = HyphenationBook([try Self.czech()])
    #expect(book.patterns(for: Language("cs-CZ")) != nil)
    #expect(book.patterns(for: Language("de")) == nil)
  }

  @Test("Every file of the book compiles, and our exceptions hold")
  func files() throws {
    let book = HyphenationBook(
      try HyphenationBook.files.map { file in
        HyphenationBook.compile(
          file.language,
          patterns: try Checkout.bytes("Fonts/Hyphenation/\(file.patterns)"),
          exceptions: try file.exceptions.map { try Checkout.bytes("Fonts/Hyphenation/\($0)") }
            ?? [])
      })
    for file in HyphenationBook.files {
      // Our own are made by rule and few.
      let least = file.patterns.hasPrefix("slabiky") ? 900 : 4_000
      #expect(try #require(book.patterns(for: file.language)).count > least)
    }
    let czech = try #require(book.patterns(for: .czech))
    #expect(Self.hyphenated("Jihočeského", czech) == "Ji-ho-čes-kého")
    #expect(Self.hyphenated("Dačicích", czech) == "Da-či-cích")
    #expect(Self.hyphenated("Slavonicích", czech) == "Sla-vo-ni-cích")
  }
}
