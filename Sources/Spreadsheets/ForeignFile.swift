import Core

/// Files that bear the name of a workbook and are something else, told by their first bytes.
enum ForeignFile {
  /// Why bytes are no zip archive; nil where they may be one.
  static func fault(of bytes: [UInt8]) -> WorkbookFault? {
    if bytes.isEmpty {
      return .foreign(
        Phrase(cs: "Soubor je prázdný, není to sešit.", en: "The file is empty, it is no workbook.")
      )
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // The names of streams stand in UTF-16 in the directory. *Source:* MS-CFB §2.6; MS-OFFCRYPTO.
      let name = "EncryptedPackage".utf8.flatMap { letter -> [UInt8] in [letter, 0] }
      return contains(name, in: bytes)
        ? .encrypted
        : .foreign(
          Phrase(
            cs: "Není to sešit .xlsx, ale sešit ve starém formátu Excelu 97–2003 (.xls).",
            en: "This is no .xlsx workbook but one of the old format of Excel 97–2003 (.xls)."))
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return nil
    }
    let isText = bytes.prefix(512).allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
    if isText, bytes.first == 0x3C {
      return .foreign(
        Phrase(
          cs: "Není to sešit Excelu (.xlsx), ale webová stránka nebo XML.",
          en: "This is no Excel workbook (.xlsx) but a web page or XML."))
    }
    if isText {
      return .foreign(
        Phrase(
          cs: "Není to sešit Excelu (.xlsx), ale prostý text, nejspíš CSV.",
          en: "This is no Excel workbook (.xlsx) but plain text, probably CSV."),
        fix: Phrase(
          cs: "Dejte mu příponu .csv, nebo ho v Excelu uložte jako „Sešit Excelu (.xlsx)“.",
          en: "Give it the extension .csv, or save it in Excel as “Excel Workbook (.xlsx)”."))
    }
    return .foreign(
      Phrase(cs: "Soubor není sešit XLSX.", en: "The file is not an XLSX workbook."))
  }

  /// Why a zip archive is no XLSX workbook; nil where it may be one.
  static func fault(of archive: borrowing Archive) -> WorkbookFault? {
    if archive.holds("[Content_Types].xml") {
      guard archive.holds("xl/workbook.bin") else { return nil }
      return .foreign(
        Phrase(
          cs: "Není to sešit .xlsx, ale binární sešit Excelu (.xlsb).",
          en: "This is no .xlsx workbook but a binary one of Excel (.xlsb)."))
    }
    guard archive.holds("mimetype"), archive.holds("content.xml") else {
      return .foreign(
        Phrase(
          cs: "Je to archiv ZIP, ale není v něm sešit.",
          en: "This is a ZIP archive that holds no workbook."))
    }
    return .foreign(
      Phrase(
        cs: "Není to sešit .xlsx, ale tabulka OpenDocument (.ods).",
        en: "This is no .xlsx workbook but an OpenDocument spreadsheet (.ods)."))
  }

  private static func contains(_ part: [UInt8], in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= part.count, let first = part.first else { return false }
      for start in 0...(bytes.count - part.count) where bytes[start] == first {
        if bytes[start..<(start + part.count)].elementsEqual(part) { return true }
      }
      return false
    }
  }
}
