package import Core
import Manuscript

/// Head or foot rows of a table that do not come back on further pages, as they would take half of
/// each.
package struct UnrepeatedRows: Sendable, Hashable {
  /// The table.
  package var table: NodeID
  /// Whether they are those of the head.
  package var isHead: Bool
  /// The rows of the table, head and foot included.
  package var boxes: Range<Int>
}

extension CutGalley {
  /// The tables that go on overleaf without the head or foot that they were to have there.
  func unrepeatedRows(_ document: Document) -> [Diagnostic] {
    flow.unrepeated.compactMap { rows in
      let isSplit = cuts.contains {
        rows.boxes.contains($0.boxes.lowerBound) && $0.boxes.lowerBound > rows.boxes.lowerBound
      }
      guard isSplit else { return nil }
      let caption = document.children(of: rows.table).first { document[$0].role == .caption }
      return .unrepeatedRows(
        isHead: rows.isHead, title: caption.map { document.opening(of: $0) } ?? "",
        at: document[rows.table].origin)
    }
  }
}

extension Diagnostic {
  /// A table whose head or foot is too tall to be repeated.
  fileprivate static func unrepeatedRows(
    isHead: Bool, title: String, at place: SourceSpan?
  ) -> Diagnostic {
    let (czech, english) = isHead ? ("Záhlaví", "head") : ("Zápatí", "foot")
    return Diagnostic(
      LayoutDiagnostics.unrepeatedRows, at: place,
      Phrase(
        cs:
          "\(czech) tabulky\(title.isEmpty ? "" : " „\(title)“") je vyšší než polovina strany; na "
          + "dalších stranách se proto neopakuje.",
        en:
          "The \(english) of the table\(title.isEmpty ? "" : " “\(title)”") is taller than half a "
          + "page; so it does not come back on further pages."),
      fix: isHead
        ? Phrase(
          cs: "Zkraťte záhlaví a vysvětlení přesuňte do textu nebo do poznámky v tabulce.",
          en: "Shorten the head, and move what explains it to the text or to a note of the table.")
        : Phrase(
          cs: "Vysvětlení ze zápatí přesuňte pod tabulku, nebo smažte „Zápatí: na každé straně“.",
          en: "Move what explains the foot below the table, or delete “Zápatí: na každé straně”."))
  }
}
