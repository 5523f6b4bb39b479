package import Core
import Manuscript
import Style

/// Builds the publications of a project and puts their files in place, all or none.
///
/// - Parameter progress: told of each step before it starts.
package func build(_ request: BuildRequest, progress: (Step) -> Void) async -> BuildResult {
  var workshop = Workshop(request)
  var result = BuildResult()
  do throws(Rejected) {
    guard let wanted = try wantedWork(request, workshop: &workshop, usage: &result.usage) else {
      return result
    }
    var steps = StepCounter(total: 1 + wanted.recipes.count * (1 + wanted.profiles.count))
    progress(steps.next(Phrase(cs: "čtu \(request.folder)", en: "reading \(request.folder)")))
    let plan = try workshop.plan()
    var output = AtomicOutput()
    for recipe in wanted.recipes {
      progress(steps.next(Phrase(cs: "sázím \(recipe.name)", en: "setting \(recipe.name)")))
      let document = try workshop.document(of: plan, recipe: recipe)
      let setting = try await workshop.pages(of: document, recipe: recipe)
      for profile in wanted.profiles {
        let path = "\(request.output)/\(recipe.name)-\(profile.name).pdf"
        progress(steps.next(Phrase(cs: "zapisuji \(path)", en: "writing \(path)")))
        let file = try await workshop.file(of: setting, profile: profile)
        do { try output.stage(file.bytes, at: path) } catch {
          result.outputFailure = error
          break
        }
        result.files.append(
          WrittenFile(path: path, pages: setting.laid.pages.pages.count, bytes: file.bytes.count))
      }
    }
    if result.outputFailure == nil {
      do { try output.commit() } catch { result.outputFailure = error }
    }
  } catch {
    workshop.findings += error.diagnostics
  }
  result.findings = workshop.findings
  result.sources = workshop.sources
  if result.outputFailure != nil || result.findings.contains(where: \.isError) { result.files = [] }
  return result
}

/// Runs every floor without writing.
package func check(_ request: BuildRequest) async -> Answer {
  var workshop = Workshop(request)
  var answer = Answer()
  do throws(Rejected) {
    guard let wanted = try wantedWork(request, workshop: &workshop, usage: &answer.usage) else {
      return answer
    }
    let plan = try workshop.plan()
    for recipe in wanted.recipes {
      let document = try workshop.document(of: plan, recipe: recipe)
      let setting = try await workshop.pages(of: document, recipe: recipe)
      for profile in wanted.profiles {
        _ = try await workshop.file(of: setting, profile: profile)
      }
    }
  } catch {
    workshop.findings += error.diagnostics
  }
  answer.findings = workshop.findings
  answer.sources = workshop.sources
  return answer
}

/// Counts the steps of a build.
private struct StepCounter {
  var done = 0
  let total: Int

  init(total: Int) { self.total = total }

  mutating func next(_ words: Phrase) -> Step {
    defer { done += 1 }
    return Step(done: done, total: total, words: words)
  }
}
