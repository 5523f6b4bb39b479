import Core

/// A workbook in XLSX, open for reading.
///
/// *Source:* ISO/IEC 29500-1 §18 (also its strict form) and 29500-2 for the package. What Excel,
/// LibreOffice and the libraries write is read; macros, drawings and formulas are never run.
package struct Workbook: ~Copyable {
  /// A sheet by its name.
  package struct SheetFacts: Sendable, Equatable {
    /// The name on its tab.
    package var name: String
    /// Whether its tab is hidden.
    package var isHidden: Bool
    var part: String
  }

  /// The sheets in the order of their tabs; charts are left out.
  package let sheets: [SheetFacts]

  private var archive: Archive
  private let strings: SharedStrings
  private let styles: CellStyles
  private let from1904: Bool

  /// Opens a workbook.
  ///
  /// - Throws: what keeps it from being read.
  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    try self.init(bytes, bounds: Archive.Bounds())
  }

  init(_ bytes: [UInt8], bounds: Archive.Bounds) throws(WorkbookFault) {
    if let fault = ForeignFile.fault(of: bytes) { throw fault }
    var archive = try Archive(bytes, bounds: bounds)
    if let fault = ForeignFile.fault(of: archive) { throw fault }
    let roots = try Workbook.relations(of: "", in: &archive)
    let main = roots.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    let relations = try Workbook.relations(of: main, in: &archive)
    let (sheets, from1904) = try Workbook.sheets(of: main, relations, in: &archive)
    var strings = SharedStrings()
    if let part = relations.first(where: { $0.type.hasSuffix("/sharedStrings") })?.target {
      guard let bytes = try archive.part(part) else { throw .missing(part) }
      strings = try SharedStrings(bytes, part: part)
    }
    var styles = CellStyles()
    if let part = relations.first(where: { $0.type.hasSuffix("/styles") })?.target,
      let bytes = try archive.part(part)
    {
      styles = try CellStyles(bytes, part: part)
    }
    self.sheets = sheets
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
    self.archive = archive
  }

  /// Reads a sheet by its position in `sheets`.
  ///
  /// - Throws: what keeps it from being read.
  package mutating func worksheet(_ position: Int) throws(WorkbookFault) -> Worksheet {
    let part = sheets[position].part
    guard let bytes = try archive.part(part) else { throw .missing(part) }
    var reader = WorksheetReader(strings: strings, styles: styles, from1904: from1904)
    return try reader.read(bytes, part: part)
  }

  private static func sheets(
    of main: String, _ relations: [Relation], in archive: inout Archive
  ) throws(WorkbookFault) -> (sheets: [SheetFacts], from1904: Bool) {
    guard let bytes = try archive.part(main) else { throw .missing(main) }
    var sheets: [SheetFacts] = []
    var from1904 = false
    var scanner = try XMLScanner(bytes, part: main)
    while let event = try scanner.nextEvent() {
      guard event.kind == .start else { continue }
      switch event.name {
      case "workbookPr":
        let flag = scanner.attribute("date1904", of: event)
        from1904 = flag == "1" || flag == "true"
      case "sheet":
        guard let name = scanner.attribute("name", of: event),
          let id = scanner.attribute("id", of: event),
          let relation = relations.first(where: { $0.id == id })
        else { throw .missing(main + " › sheet") }
        guard relation.type.hasSuffix("/worksheet"), sheets.count < 1_000 else { continue }
        let state = scanner.attribute("state", of: event) ?? "visible"
        sheets.append(
          SheetFacts(name: name, isHidden: state != "visible", part: relation.target))
      default: break
      }
    }
    return (sheets, from1904)
  }

  private struct Relation {
    var id: String
    var type: String
    var target: String
  }

  /// The relations of a part, their targets as names of parts; those that leave the file are left
  /// out.
  private static func relations(
    of part: String, in archive: inout Archive
  ) throws(WorkbookFault) -> [Relation] {
    let parts = part.split(separator: "/").map(String.init)
    let folder = parts.dropLast()
    let name = (folder + ["_rels", (parts.last ?? "") + ".rels"]).joined(separator: "/")
    guard let bytes = try archive.part(name) else { return [] }
    var relations: [Relation] = []
    var scanner = try XMLScanner(bytes, part: name)
    while let event = try scanner.nextEvent() {
      guard event.kind == .start, event.name == "Relationship",
        scanner.attribute("TargetMode", of: event) != "External",
        let id = scanner.attribute("Id", of: event),
        let type = scanner.attribute("Type", of: event),
        let target = scanner.attribute("Target", of: event), relations.count < 10_000
      else { continue }
      var path = target.hasPrefix("/") ? [] : Array(folder)
      for step in target.split(separator: "/") where step != "." {
        if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
      }
      relations.append(Relation(id: id, type: type, target: path.joined(separator: "/")))
    }
    return relations
  }
}
