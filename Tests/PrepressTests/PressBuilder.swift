import Core
import PDFSyntax

@testable import Prepress

/// Files for the press put together by hand.
struct PressBuilder {
  /// The pages' entries besides type, parent and contents.
  var pages: [(entries: String, content: String)] = []
  /// Entries of the catalogue.
  var catalog = ""
  /// The information dictionary.
  var information = "<</Title(Zkouška)/Trapped/False>>"
  /// Further objects, from the number 100.
  var objects: [String] = []

  /// The usual boxes: A6 with 3 mm of bleed and 10 mm of slug, in points.
  static let boxes =
    "/MediaBox[0 0 354.33 476.22]/BleedBox[19.84 19.84 334.49 456.38]"
    + "/TrimBox[28.35 28.35 325.98 447.87]"

  /// So many equal pages.
  init(_ count: Int, entries: String = PressBuilder.boxes, content: String = "") {
    pages = Array(repeating: (entries, content), count: count)
  }

  /// The file with a right table.
  var bytes: [UInt8] {
    var bodies: [Int: String] = [
      1: "<</Type/Catalog/Pages 2 0 R\(catalog)>>",
      3: information,
    ]
    var kids = ""
    for (index, page) in pages.enumerated() {
      let number = 1_000 + index * 2
      kids += "\(number) 0 R "
      bodies[number] = "<</Type/Page/Parent 2 0 R/Contents \(number + 1) 0 R\(page.entries)>>"
      bodies[number + 1] =
        "<</Length \(page.content.utf8.count)>>\nstream\n\(page.content)\nendstream"
    }
    bodies[2] = "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>"
    for (index, object) in objects.enumerated() { bodies[100 + index] = object }
    var bytes = Array("%PDF-1.6\n".utf8)
    var table = ""
    for number in bodies.keys.sorted() {
      let offset = String(bytes.count)
      table += "\(number) 1\n" + String(repeating: "0", count: 10 - offset.count)
      table += offset + " 00000 n \n"
      bytes += Array("\(number) 0 obj\n\(bodies[number] ?? "")\nendobj\n".utf8)
    }
    let start = bytes.count
    let size = (bodies.keys.max() ?? 0) + 1
    bytes += Array("xref\n\(table)trailer\n<</Size \(size)/Root 1 0 R/Info 3 0 R".utf8)
    return bytes + Array("/ID[(a)(b)]>>\nstartxref\n\(start)\n%%EOF".utf8)
  }

  /// The file as it is opened.
  func open() throws(Rejected) -> PressFile { try PressFile.open(bytes).value }
}

extension PrinterProfile {
  /// What most printers ask.
  static let usual = PrinterProfile(
    name: "ofset", title: "Ofset", accepts: [.pdfX4], conditions: ["FOGRA39"], bleed: .mm(3),
    safety: .mm(4), marks: .forbidden, imposition: .forbidden, pageMultiple: 4, inkLimit: 300,
    minimalLine: .milliPoints(250), minimalResolution: 250, minimalBitmapResolution: 600, spots: 0)
}

/// Why something was refused: its codes.
func codes(_ work: () throws -> Void) -> [String] {
  do {
    try work()
    return []
  } catch let rejected as Rejected {
    return rejected.diagnostics.map(\.kind.code)
  } catch {
    return ["\(error)"]
  }
}
