package import Core
package import Manuscript

// The kinds of layout files, each read by one function from the first of the folders that
// has it: a project's own `Layouts` wins file by file. All findings of a file come in one
// `Rejected`, in the order of the file.

/// Reads the design of that name.
///
/// - Parameters:
///   - folders: where layouts are looked for, a project's own first.
///   - place: where the design is named (in the recipe), for complaints.
/// - Throws: everything that is wrong with the file, S01…S24.
package func readDesign(
  named name: String, in folders: [String], askedAt place: SourceSpan? = nil,
  sources: inout SourceTable
) throws(Rejected) -> DesignBook {
  let file = try LayoutSearch(folders: folders).open(
    .design, name, askedAt: place, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in
    var design = DesignReader(reader: reader)
    let book = design.design(root)
    reader = design.reader
    return book
  }
}

/// Reads the recipe of a publication.
///
/// - Throws: everything that is wrong with the file.
package func readRecipe(
  named name: String, in folders: [String], sources: inout SourceTable
) throws(Rejected) -> Recipe {
  let file = try LayoutSearch(folders: folders).open(
    .publication, name, askedAt: nil, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in
    reader.recipe(root, name: name)
  }
}

/// Reads the recipe of a publication that is made once for each provider.
///
/// - Throws: everything that is wrong with the file.
package func readProviderRecipe(
  named name: String, in folders: [String], sources: inout SourceTable
) throws(Rejected) -> Recipe {
  let file = try LayoutSearch(folders: folders).open(
    .providerPublication, name, askedAt: nil, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in
    reader.recipe(root, name: name)
  }
}

/// Reads the fixed words of a language.
///
/// - Parameter place: where the project names the language, for complaints.
/// - Throws: everything that is wrong with the file.
package func readPhrases(
  language: Language, in folders: [String], askedAt place: SourceSpan? = nil,
  sources: inout SourceTable
) throws(Rejected) -> Phrasebook {
  let file = try LayoutSearch(folders: folders).open(
    .phrases, language.tag, askedAt: place, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in reader.phrases(root) }
}

/// Reads the profile of an edition.
///
/// - Throws: everything that is wrong with the file.
package func readProfile(
  named name: String, in folders: [String], sources: inout SourceTable
) throws(Rejected) -> Profile {
  let file = try LayoutSearch(folders: folders).open(
    .profile, name, askedAt: nil, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in
    reader.profile(root, name: name)
  }
}

/// Reads a printing condition.
///
/// - Parameter place: where it is named, for complaints.
/// - Throws: everything that is wrong with the file.
package func readCondition(
  named name: String, in folders: [String], askedAt place: SourceSpan? = nil,
  sources: inout SourceTable
) throws(Rejected) -> PrintingCondition {
  let file = try LayoutSearch(folders: folders).open(
    .condition, name, askedAt: place, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in
    reader.condition(root, name: name)
  }
}

/// Reads what a printer takes.
///
/// - Parameter place: where it is named, for complaints.
/// - Throws: everything that is wrong with the file.
package func readPrinter(
  named name: String, in folders: [String], askedAt place: SourceSpan? = nil,
  sources: inout SourceTable
) throws(Rejected) -> PrinterProfile {
  let file = try LayoutSearch(folders: folders).open(
    .printer, name, askedAt: place, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in
    reader.printer(root, name: name)
  }
}

/// Reads what a paper is like.
///
/// - Parameter place: where the project names the paper, for complaints.
/// - Throws: everything that is wrong with the file.
package func readPaper(
  named name: String, in folders: [String], askedAt place: SourceSpan? = nil,
  sources: inout SourceTable
) throws(Rejected) -> Paper {
  let file = try LayoutSearch(folders: folders).open(
    .paper, name, askedAt: place, sources: &sources)
  return try readLayout(file, sources: sources) { root, reader in reader.paper(root, name: name) }
}

/// Reads all bindings, in the order of their names.
///
/// - Throws: everything that is wrong with the first faulty file.
package func readBindings(
  in folders: [String], sources: inout SourceTable
) throws(Rejected) -> [Binding] {
  var bindings: [Binding] = []
  let search = LayoutSearch(folders: folders)
  for name in search.names(of: .binding) {
    let file = try search.open(.binding, name, askedAt: nil, sources: &sources)
    bindings.append(
      try readLayout(file, sources: sources) { root, reader in
        reader.binding(root, name: name)
      })
  }
  return bindings
}

/// Reads the binding that people call so.
///
/// - Parameter place: where the project names the binding, for complaints.
/// - Throws: that there is no such binding, and everything that is wrong with the files.
package func readBinding(
  named name: String, in folders: [String], askedAt place: SourceSpan,
  sources: inout SourceTable
) throws(Rejected) -> Binding {
  let bindings = try readBindings(in: folders, sources: &sources)
  if let found = bindings.first(where: { $0.name == name || $0.aliases.contains(name) }) {
    return found
  }
  let known = bindings.flatMap { [$0.name] + $0.aliases }
  throw Rejected([.unknownChoice(name, key: "vazba", at: place, known: known)])
}

/// Reads a file's text, then its meaning, and refuses it with the findings of both.
private func readLayout<Value>(
  _ file: FileID, sources: SourceTable,
  _ decode: (LayoutNode, inout LayoutReader) -> Value?
) throws(Rejected) -> Value {
  var text = LayoutText(file: file, source: sources[file])
  let root = text.read()
  var reader = LayoutReader(file: file, findings: text.findings)
  guard let root else { throw Rejected(reader.ordered) }
  let value = decode(root, &reader)
  guard let value, reader.findings.isEmpty else { throw Rejected(reader.ordered) }
  return value
}
