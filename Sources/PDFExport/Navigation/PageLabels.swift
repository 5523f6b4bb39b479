import Display
import PDFSyntax

/// Writes how pages are counted.
///
/// *Source:* ISO 32000-1 §12.4.2.
enum PageLabels {
  /// Writes the labels into the catalog; the first page always has one, as the standard wants.
  static func write(_ labels: [PageLabel], to catalog: inout DictionaryWriter) {
    var labels = labels.sorted { $0.page < $1.page }
    if labels.first?.page != 0 {
      labels.insert(PageLabel(page: 0, style: .arabic, start: 1), at: 0)
    }
    catalog.dictionary("PageLabels") { tree in
      tree.array("Nums") { nums in
        for label in labels {
          nums.integer(label.page)
          nums.dictionary { entries in
            switch label.style {
            case .arabic: entries.name("S", "D")
            case .roman: entries.name("S", "r")
            case .none: break
            }
            if label.style != .none, label.start != 1 { entries.integer("St", label.start) }
          }
        }
      }
    }
  }
}
