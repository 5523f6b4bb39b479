import Display
import PDFSyntax

/// What is said of artifacts, once in the file: pages only name it, for each is compressed alone.
///
/// *Source:* ISO 32000-1 §14.6.2 (property lists as named resources), §14.8.2.2.2 (artifacts).
enum ArtifactProperties {
  /// The operator that begins an artifact.
  static func opening(of artifact: Artifact) -> String {
    switch artifact {
    case .header: "/Artifact/H BDC"
    case .footer: "/Artifact/F BDC"
    case .repetition: "/Artifact/R BDC"
    case .layout: "/Artifact/L BDC"
    case .background: "/Artifact/B BDC"
    }
  }

  /// The property lists, for the resources that all pages share.
  static func write(to resources: inout DictionaryWriter) {
    resources.dictionary("Properties") { lists in
      lists.dictionary("H") {
        $0.name("Type", "Pagination")
        $0.name("Subtype", "Header")
      }
      lists.dictionary("F") {
        $0.name("Type", "Pagination")
        $0.name("Subtype", "Footer")
      }
      lists.dictionary("R") { $0.name("Type", "Pagination") }
      lists.dictionary("L") { $0.name("Type", "Layout") }
      lists.dictionary("B") { $0.name("Type", "Background") }
    }
  }
}
