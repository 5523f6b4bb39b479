import Core
import Intake
import Manuscript
import Planning
import Publications
import SazbaTesting
import Style
import Testing

/// A project of Tests/Publications, with its design.
enum TestBook {
  static func read(_ name: String) throws -> (Document, DesignBook) {
    var sources = SourceTable()
    let project = Repository.path("Tests/Publications/" + name)
    let folders = [project + "/Layouts", Repository.path("Layouts")]
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let read = try readProject(project, codelists: codelists, sources: &sources)
    let checked = try validate(read.value, against: codelists)
    #expect(read.warnings.isEmpty)
    let recipe = try readRecipe(named: "plan", in: folders, sources: &sources)
    let phrases = try readPhrases(language: .czech, in: folders, sources: &sources)
    let document = try composePlan(checked.value, recipe: recipe, phrases: phrases).value
    return (document, try readDesign(named: recipe.design, in: folders, sources: &sources))
  }
}
