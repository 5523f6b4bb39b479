/// What an import of the register does to a table, or tells about it.
package struct RegisterChange: Sendable, Equatable {
  /// What happens.
  package enum Kind: String, Sendable, CaseIterable {
    /// A row is new.
    case added = "pridano"
    /// A field changes, or a field of a new row is filled.
    case changed = "zmeneno"
    /// The register says otherwise; the table keeps what it says.
    case differs = "lisi_se"
    /// The register says that it has ended.
    case ended = "skoncilo"
    /// The register no longer has it; the row stays.
    case vanished = "v_registru_neni"
    /// It lies outside the territory and is not taken over.
    case outside = "mimo_uzemi"
  }
  /// What happens.
  package var kind: Kind
  /// The table: `sluzby`.
  package var table: String
  /// The record: its identifier.
  package var record: String
  /// The record's name.
  package var name: String
  /// The column; nil where the record as a whole is meant.
  package var field: String?
  /// What stands there.
  package var old: String
  /// What will stand there, or what the register says.
  package var new: String
}
