import Core
package import Planning

/// JSON Schemas of every YAML file and Table Schemas of every long table, written from the forms.
///
/// *Source:* JSON Schema draft-07 (the draft that the YAML language server of editors speaks);
/// Frictionless Table Schema for the tables.
package struct SchemaBook: Sendable {
  private let contents: ContentSchema

  /// Takes the words that are possible from these codelists.
  package init(_ codelists: Codelists) { contents = ContentSchema(codelists: codelists) }

  /// Every schema file with its name, in order: `plan.schema.json`, …
  package var files: [(name: String, text: String)] {
    ProjectFile.all.map { (SchemaBook.name(of: $0), schema(of: $0).text + "\n") }
      + LongTable.all.map { ($0.name + ".tabulka.json", schema(of: $0).text + "\n") }
  }

  /// The name of a file's schema.
  package static func name(of file: ProjectFile) -> String { file.name + ".schema.json" }

  /// The key of a form among the definitions.
  static func key(of form: Form) -> String {
    form.name.cs.lowercased().replacing(" ", with: "-")
  }

  /// The schema of a YAML file: its own keys first and in full, then those of other files, since any
  /// key may stand in any file.
  private func schema(of file: ProjectFile) -> JSONValue {
    let isMain = file == ProjectFile.all[0]
    let strangers = ProjectFile.all.filter { $0 != file }
    var properties: [(String, JSONValue)] = []
    for field in file.fields { properties.append((field.name, schema(of: field))) }
    for other in strangers {
      for field in other.fields {
        properties.append(
          (
            field.name,
            // The main file's schema is whole; the others lean on it.
            isMain
              ? schema(of: field)
              : .object([
                (
                  "$ref",
                  .string("\(SchemaBook.name(of: ProjectFile.all[0]))#/properties/\(field.name)")
                )
              ])
          ))
      }
    }
    let forms = SchemaBook.forms(in: isMain ? ProjectFile.all.flatMap(\.fields) : file.fields)
    // Priorities stand in a file of their own, or below areas.
    let required = isMain ? file.fields.filter(\.isRequired).map(\.name) : []
    return .object(present: [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string(file.name + ".yaml")),
      ("description", .string(SchemaBook.sentence(file.about.cs))),
      ("type", isMain ? .string("object") : .strings(["object", "null"])),
      ("properties", .object(properties)),
      ("required", required.isEmpty ? nil : .strings(required)),
      ("additionalProperties", .flag(false)),
      (
        "definitions",
        forms.isEmpty ? nil : .object(forms.map { (SchemaBook.key(of: $0), schema(of: $0)) })
      ),
    ])
  }

  private func schema(of form: Form) -> JSONValue {
    .object(present: [
      ("title", .string(form.name.cs)),
      ("type", .string("object")),
      ("properties", .object(form.fields.map { ($0.name, schema(of: $0)) })),
      ("required", form.required.isEmpty ? nil : .strings(form.required)),
      ("additionalProperties", .flag(false)),
    ])
  }

  private func schema(of field: Field) -> JSONValue {
    var pairs: [(String, JSONValue)] = [("description", .string(field.note.cs))]
    if !field.example.isEmpty { pairs.append(("examples", .strings([field.example]))) }
    pairs +=
      field.isRequired ? contents.keywords(for: field.content) : contents.optional(field.content)
    // Draft 7 ignores what stands beside a reference.
    if let place = pairs.firstIndex(where: { $0.0 == "$ref" }) {
      let reference = pairs.remove(at: place)
      pairs.append(("allOf", .array([.object([reference])])))
    }
    return .object(pairs)
  }

  /// Every form below these fields, each once, outer ones first.
  private static func forms(in fields: [Field]) -> [Form] {
    var found: [Form] = []
    func visit(_ fields: [Field]) {
      for case let form? in fields.map(\.content.form)
      where !found.contains(where: { $0.name == form.name }) {
        found.append(form)
        visit(form.fields)
      }
    }
    visit(fields)
    return found
  }

  /// The Table Schema of a long table.
  private func schema(of table: LongTable) -> JSONValue {
    .object([
      ("title", .string(table.name)),
      ("description", .string(SchemaBook.sentence(table.about.cs))),
      (
        "fields",
        .array(
          table.columns.map { column in
            .object(present: [
              ("name", .string(column.isYearly ? column.name + "RRRR" : column.name)),
              ("type", .string("string")),
              ("description", .string(column.note.cs)),
              ("example", column.example.isEmpty ? nil : .string(column.example)),
              ("constraints", constraints(of: column)),
            ])
          })
      ),
    ])
  }

  private func constraints(of column: Field) -> JSONValue? {
    var pairs: [(String, JSONValue)] = []
    if column.isRequired { pairs.append(("required", .flag(true))) }
    switch column.content {
    case .flag, .codelist, .choice:
      pairs += contents.keywords(for: column.content).filter { $0.0 == "enum" }
    case .digits, .whole, .year, .amount, .quantity, .degrees, .date, .time, .dataBox:
      pairs += contents.keywords(for: column.content).filter { $0.0 == "pattern" }
    default: break
    }
    return pairs.isEmpty ? nil : .object(pairs)
  }

  /// A phrase as a sentence.
  private static func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
  }
}
