package import Core

/// Why a PDF file could not be read, and where.
package struct PDFFailure: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Reason: Sendable, Equatable {
    /// The file does not begin or end as a PDF file does.
    case notPDF
    /// The file ends in the middle of something.
    case truncated
    /// Something else stands where an object should.
    case syntax
    /// Arrays and dictionaries nest deeper than any honest file's.
    case tooDeep
    /// Objects lead in a circle.
    case loop
    /// The cross-references lead nowhere or to another object.
    case crossReference
    /// Compressed data are damaged.
    case damagedStream
    /// Data grow beyond the limit.
    case tooLarge
    /// Data are coded in a way that we do not read.
    case unsupported(String)
    /// The file is encrypted.
    case encrypted
  }

  /// What is wrong.
  package var reason: Reason
  /// The byte at which it was noticed.
  package var offset: Int

  /// Tells why, and where.
  package init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The failure in words.
  package var message: Phrase {
    let place = Phrase(cs: " (bajt \(offset))", en: " (byte \(offset))")
    let words =
      switch reason {
      case .notPDF: Phrase(cs: "Soubor není PDF.", en: "The file is not a PDF.")
      case .truncated: Phrase(cs: "Soubor PDF je neúplný.", en: "The PDF file is incomplete.")
      case .syntax: Phrase(cs: "Soubor PDF je porušený.", en: "The PDF file is broken.")
      case .tooDeep:
        Phrase(cs: "Objekty PDF jsou do sebe vnořené příliš hluboko.", en: "Objects nest too deep.")
      case .loop: Phrase(cs: "Objekty PDF vedou do kruhu.", en: "Objects lead in a circle.")
      case .crossReference:
        Phrase(cs: "Tabulka objektů PDF neodpovídá souboru.", en: "The cross-references are wrong.")
      case .damagedStream:
        Phrase(cs: "Komprimovaná data v PDF jsou poškozená.", en: "Compressed data are damaged.")
      case .tooLarge:
        Phrase(cs: "Data v PDF jsou po rozbalení příliš velká.", en: "Unpacked data are too large.")
      case .unsupported(let what):
        Phrase(
          cs: "PDF používá \(what), což nečteme.", en: "The PDF uses \(what), which we cannot read."
        )
      case .encrypted: Phrase(cs: "PDF je zašifrované.", en: "The PDF is encrypted.")
      }
    return Phrase(cs: words.cs + place.cs, en: words.en + place.en)
  }
}

/// How much a reader is willing to do for a file.
package struct ReadLimits: Sendable, Hashable {
  /// How deep arrays and dictionaries may nest.
  package var depth = 96
  /// How many objects a file may have.
  package var objects = 8_388_607
  /// How many bytes one stream may become.
  package var stream = 1 << 28
  /// How many bytes all object streams together may become.
  package var objectStreams = 1 << 29
  /// The usual limits.
  package init() {}
}
