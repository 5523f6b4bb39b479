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
    let assignment = book.assignment(of: document)
    for position in document.nodes.indices {
      let id = NodeID(position)
      let role = document[id].role
      let look = document.look(of: id)
      let contexts = StyleKey.contexts(enclosing: id, in: document)
      let candidates = StyleKey.candidates(role: role, look: look, contexts: contexts)
      switch assignment[id] {
      case .paragraph(let style):
        let worn = book.paragraphs[style].name
        #expect(
          candidates.contains { book.paragraphKeys[$0] == style },
          "\(name): \(candidates[0]) falls back to \(worn)")
        // A look is asked for in order to look other than the plain role.
        if !look.isEmpty, case .paragraph = role {
          #expect(worn != "body" && worn != "table-text", "\(name): \(candidates[0])")
        }
      case .table(let style):
        #expect(candidates.contains { book.tableKeys[$0] == style })
      case .box(let style):
        let isPart = role != .document && StyleKey.name(of: role).hasPrefix("part.")
        #expect(!isPart || book.boxes[style].name != "plain", "\(name): \(candidates[0])")
      case .character(let style):
        #expect(style != nil || look != "points")
      }
    }
  }
}
