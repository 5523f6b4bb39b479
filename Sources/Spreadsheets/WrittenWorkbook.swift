extension Workbook {
  /// Whether a workbook says that nobody has saved it since `NewWorkbook` wrote it.
  ///
  /// Ours are changed the moment they are made, at midnight; every program that saves one sets the
  /// date of change to its clock or leaves the properties out. *Source:* ISO/IEC 29500-2 §8.3.4.
  package static func isAsWritten(_ bytes: [UInt8]) -> Bool {
    do throws(WorkbookFault) {
      var archive = try Archive(bytes)
      let part = "docProps/core.xml"
      guard let bytes = try archive.part(part) else { return false }
      var scanner = try XMLScanner(bytes, part: part)
      var element = ""
      var (created, modified) = ("", "")
      while let event = try scanner.nextEvent() {
        switch event.kind {
        case .start: element = event.name
        case .end: element = ""
        case .text:
          let text = String(decoding: scanner.text(of: event), as: UTF8.self)
          if element == "created" { created += text }
          if element == "modified" { modified += text }
        }
      }
      return created == modified && created.hasSuffix("T00:00:00Z")
    } catch {
      return false
    }
  }
}
