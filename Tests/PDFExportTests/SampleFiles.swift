import Core
import Foundation
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

/// Writes the samples for the referees when `SAZBA_SAMPLES` names a folder.
@Test func samplesForTheReferees() async throws {
  let icc = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
  let (composer, _) = try Sample.composed()
  let outcome = try await export(
    composer.list, fonts: composer.book, profile: .web, icc: icc, workers: 1)
  #expect(outcome.warnings.isEmpty)
  #expect(outcome.value.facts.pages == 2)
  guard let folder = ProcessInfo.processInfo.environment["SAZBA_SAMPLES"] else { return }
  try Data(outcome.value.bytes).write(to: URL(fileURLWithPath: folder + "/sample.pdf"))
  let (many, _) = try Sample.manyGlyphs()
  try Data(try await exported(many)).write(to: URL(fileURLWithPath: folder + "/glyphs.pdf"))
  let pretty = try await export(
    composer.list, fonts: composer.book, profile: .web, icc: icc, form: .pretty, workers: 1)
  try Data(pretty.value.bytes).write(to: URL(fileURLWithPath: folder + "/sample-pretty.pdf"))
}
