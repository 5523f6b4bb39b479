import Core
import Manuscript
import Style
import Testing

/// Styles of whole documents.
@Suite struct StyleLookUp {
  private func document() throws -> Document {
    let date = try #require(CivilDate(year: 2024, month: 11, day: 5))
    var builder = DocumentBuilder(
      metadata: Metadata(title: "Plán", author: "", subject: "", keywords: [], date: date),
      language: .czech)
    builder.node(.part(.chapter)) { part in
      part.node(.heading(level: 1)) { heading in
        heading.node(.label, look: "chapter") { $0.text("1") }
        heading.text("Síť")
      }
      part.node(.paragraph) { $0.text("Text.") }
      part.node(.group(.card), look: "measure") { card in
        card.node(.list(.descriptions), look: "fields") { list in
          list.node(.item) { item in
            item.node(.label, look: "term") { $0.text("Cíl") }
            item.node(.body) { body in body.node(.paragraph) { $0.text("Klid.") } }
          }
        }
      }
      part.node(.quote) { quote in quote.node(.paragraph) { $0.text("Citát.") } }
    }
    return try builder.finish()
  }

  @Test func eachNodeIsFoundWhereItStands() throws {
    let book = try sampleDesign("obec")
    let document = try document()
    let names = document.nodes.indices.map { position -> String in
      let id = NodeID(position)
      let role = document[id].role
      let look = document.look(of: id)
      let contexts = StyleKey.contexts(enclosing: id, in: document)
      if role.isInline, document[document[id].parent].role.holdsText {
        return book.characterStyle(role: role, look: look, contexts: contexts)
          .map { "\($0)" } ?? "–"
      }
      return role.holdsText
        ? book.paragraphStyle(role: role, look: look, contexts: contexts)
          .map { book.paragraphs[$0].name } ?? "–"
        : book.boxStyle(role: role, look: look, contexts: contexts)
          .map { book.boxes[$0].name } ?? "–"
    }
    #expect(
      names == [
        "plain", "chapter", "chapter-title", "–", "body", "measure", "descriptions", "plain",
        "field-name", "plain", "field-value", "quote", "quotation",
      ])
  }
}
