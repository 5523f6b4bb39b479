import CZip
import Foundation
import SazbaTesting
import Testing

/// A workbook made by hand, part by part, as no program would write it.
struct WorkbookParts {
  /// The parts by their names, in the order in which they are packed.
  var parts: [(name: String, bytes: [UInt8])]

  /// A workbook whose sheets have this inner XML.
  init(
    sheets: [(name: String, state: String?, xml: String)], strings: String? = nil,
    styles: String? = nil, properties: String = ""
  ) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var list = ""
    var relations = ""
    var files: [(String, String)] = []
    for (position, sheet) in sheets.enumerated() {
      let number = position + 1
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\"\(state) r:id=\"rId\(number)\"/>"
      relations +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/sheet\(number).xml\"/>"
      files.append(
        (
          "xl/worksheets/sheet\(number).xml",
          "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
        ))
    }
    for (name, text) in [("sharedStrings", strings), ("styles", styles)] {
      guard let text else { continue }
      relations +=
        "<Relationship Id=\"\(name)\" Type=\"\(office)/\(name)\" Target=\"/xl/\(name).xml\"/>"
      files.append(("xl/\(name).xml", text))
    }
    files.insert(
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(list)</sheets>"
          + "</workbook>"
      ), at: 0)
    files.insert(
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"), at: 0)
    files.insert(
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ), at: 0)
    files.insert(("[Content_Types].xml", "<Types/>"), at: 0)
    parts = files.map { ($0.0, Array($0.1.utf8)) }
  }

  /// A workbook of one sheet `List1` with these rows.
  init(rows: String, strings: String? = nil, styles: String? = nil, properties: String = "") {
    self.init(
      sheets: [("List1", nil, "<sheetData>\(rows)</sheetData>")], strings: strings, styles: styles,
      properties: properties)
  }

  /// Puts another text in the place of a part.
  func replacing(_ name: String, with text: String) -> WorkbookParts {
    var copy = self
    copy.parts = parts.map { $0.name == name ? (name, Array(text.utf8)) : $0 }
    return copy
  }

  /// The parts as a zip archive.
  func packed() throws -> [UInt8] { try pack(parts) }
}

/// Packs files as a zip archive.
func pack(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
  try withTemporaryFolder { folder in
    let path = folder.path + "/sesit.zip"
    let zip = try #require(zip_open(path, ZIP_CREATE, nil))
    for part in parts {
      let copy = try #require(malloc(part.bytes.count + 1))
      part.bytes.withUnsafeBytes { bytes in
        if let base = bytes.baseAddress { memcpy(copy, base, bytes.count) }
      }
      let source = zip_source_buffer(zip, copy, zip_uint64_t(part.bytes.count), 1)
      try #require(zip_file_add(zip, part.name, source, 0) >= 0)
    }
    try #require(zip_close(zip) == 0)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
