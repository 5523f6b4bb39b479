import Core
import Intake
import Manuscript
import Planning
import Publications
import SazbaTesting
import Style
import Testing

/// The sample's whole plan, dressed by both designs.
@Suite struct DressedSample {
  private func document() throws -> Document {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let project = try readProject(
      Repository.path("Data/dacice"), codelists: codelists, sources: &sources)
    let plan = try validate(project.value, against: codelists).value
    let recipe = try readRecipe(named: "plan", in: layouts, sources: &sources)
    let phrases = try readPhrases(language: .czech, in: layouts, sources: &sources)
    return try composePlan(plan, recipe: recipe, phrases: phrases).value
  }

  /// Whatever carries a look, or is no plain paragraph, is found under a key of its own role.
  @Test(arguments: ["obec", "prosty"])
  func nothingWearsBorrowedClothes(_ name: String) throws {
    let book = try sampleDesign(name)
    let document = try document()
    for position in document.nodes.indices.dropFirst() {
      let id = NodeID(position)
      let role = document[id].role
      let look = document.look(of: id)
      let contexts = StyleKey.contexts(enclosing: id, in: document)
      let key = "\(name): \(StyleKey.name(of: role)).\(look) in \(contexts)"
      let isInLine = role.isInline && document[document[id].parent].role.holdsText
      if case .table = role {
        #expect(book.tableStyle(role: role, look: look, contexts: contexts) != nil, "\(key)")
      } else if isInLine {
        let style = book.characterStyle(role: role, look: look, contexts: contexts)
        #expect(style != nil || look != "points", "\(key)")
      } else if role.holdsText {
        let style = book.paragraphStyle(role: role, look: look, contexts: contexts)
        let worn = try #require(style.map { book.paragraphs[$0].name }, "\(key)")
        // A look is asked for in order to look other than the plain role.
        if !look.isEmpty, role == .paragraph {
          #expect(worn != "body" && worn != "table-text", "\(key)")
        }
      } else if case .part = role {
        #expect(book.boxStyle(role: role, look: look, contexts: contexts) != nil, "\(key)")
      }
    }
  }
}
