package import Core

/// What there is for printing: printers, conditions, papers and bindings, each with the file that says it.
package struct PrintShop: Sendable {
  /// One of them and the path of its file.
  package struct Entry<Value: Sendable>: Sendable {
    /// What it is.
    package var value: Value
    /// Where it is written.
    package var path: String
  }
  /// Printers, by name.
  package var printers: [Entry<PrinterProfile>] = []
  /// Printing conditions, by name.
  package var conditions: [Entry<PrintingCondition>] = []
  /// Papers, by name.
  package var papers: [Entry<Paper>] = []
  /// Bindings, by name.
  package var bindings: [Entry<Binding>] = []
}

/// Reads everything there is for printing.
///
/// - Parameter folders: where layouts are looked for, a project's own first.
/// - Throws: everything that is wrong with the files.
package func readPrintShop(
  in folders: [String], sources: inout SourceTable
) throws(Rejected) -> PrintShop {
  let search = LayoutSearch(folders: folders)
  var shop = PrintShop()
  var failed: [Diagnostic] = []
  func path(_ kind: LayoutKind, _ name: String, _ sources: SourceTable) -> String {
    sources.files.last { $0.path.hasSuffix("/\(kind.rawValue)/\(name).yaml") }?.path ?? ""
  }
  func all<Value>(
    _ kind: LayoutKind, _ read: (String, inout SourceTable) throws(Rejected) -> Value
  ) -> [PrintShop.Entry<Value>] {
    var entries: [PrintShop.Entry<Value>] = []
    for name in search.names(of: kind) {
      do throws(Rejected) {
        let value = try read(name, &sources)
        entries.append(PrintShop.Entry(value: value, path: path(kind, name, sources)))
      } catch {
        failed += error.diagnostics
      }
    }
    return entries
  }
  shop.printers = all(.printer) { (name, sources) throws(Rejected) in
    try readPrinter(named: name, in: folders, sources: &sources)
  }
  shop.conditions = all(.condition) { (name, sources) throws(Rejected) in
    try readCondition(named: name, in: folders, sources: &sources)
  }
  shop.papers = all(.paper) { (name, sources) throws(Rejected) in
    try readPaper(named: name, in: folders, sources: &sources)
  }
  do throws(Rejected) {
    for binding in try readBindings(in: folders, sources: &sources) {
      shop.bindings.append(
        PrintShop.Entry(value: binding, path: path(.binding, binding.name, sources)))
    }
  } catch {
    failed += error.diagnostics
  }
  guard failed.isEmpty else { throw Rejected(failed) }
  return shop
}
