import Foundation
import SazbaTesting
import Testing

/// Press editions for a printer, by a condition and with a profile that a coordinator names.
@Suite struct PressEditionTests {
  private let project = Repository.path("Tests/Publications/obrazky")
  private let coated = Repository.path("Fonts/ICC/FOGRA39L_coated.icc")
  private let uncoated = Repository.path("Fonts/ICC/PSO_Uncoated_ISO12647_bas.ICC")

  /// Builds a copy of the project, its main file with more at its end.
  private func build(
    adding more: String = "", files: [String: String] = [:], _ arguments: String...
  ) throws -> (run: ToolRun, pdf: String) {
    try withTemporaryFolder { folder in
      let copy = folder.path + "/projekt"
      try FileManager.default.copyItem(atPath: project, toPath: copy)
      let main = try Repository.text(of: "Tests/Publications/obrazky/plan.yaml")
      try folder.write(main + "\n" + more, to: "projekt/plan.yaml")
      for (name, source) in files.sorted(by: { $0.key < $1.key }) {
        try FileManager.default.createDirectory(
          atPath: copy + "/tisk", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source, toPath: copy + "/" + name)
      }
      let output = folder.path + "/hotovo"
      // Its pictures are small and its pages few: that is for preflight.
      let run = try Sazba.run(
        ["build", copy, "--output", output] + arguments
          + ["--force", "K39,K47"])
      let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
      let pdf = names.first { $0.hasSuffix(".pdf") }.flatMap {
        FileManager.default.contents(atPath: output + "/" + $0)
      }
      let text = String(decoding: (pdf ?? Data()).filter { $0 < 0x80 }, as: UTF8.self)
      return (run, text)
    }
  }

  @Test func thePlanNamesPrinterConditionAndProfile() throws {
    let more = "tisk:\n  tiskarna: kotouc\n  podminka: FOGRA51\n  profil: tisk/stroj.icc\n"
    let (run, pdf) = try build(adding: more, files: ["tisk/stroj.icc": coated], "--edition", "tisk")
    #expect(run.status == 0, "\(run.errors)")
    // This printer wants flat files and no profile: pictures are converted by it all the same.
    #expect(pdf.hasPrefix("%PDF-1.4") && pdf.contains("(FOGRA51)") && pdf.contains("PDF/X-1a:2003"))
    #expect(!pdf.contains("DestOutputProfile") && pdf.contains("/DeviceCMYK"))
  }

  @Test func theCommandLineWins() throws {
    let more = "tisk:\n  tiskarna: kotouc\n  podminka: FOGRA51\n  profil: tisk/stroj.icc\n"
    let (run, pdf) = try build(
      adding: more, files: ["tisk/stroj.icc": coated], "--edition", "tisk-x1a", "--printer",
      "ofset-natural", "--icc", uncoated)
    #expect(run.status == 0, "\(run.errors)")
    #expect(pdf.contains("(FOGRA47)") && pdf.contains("DestOutputProfile"))
  }

  @Test func filesThatAreNoProfiles() throws {
    let missing = try build("--edition", "tisk", "--icc", "/neni/stroj.icc").run
    #expect(missing.status == 1 && missing.errors.contains("O05"))
    let screen = try build(
      "--edition", "tisk", "--icc", Repository.path("Fonts/ICC/sRGB.icc")
    ).run
    #expect(screen.status == 1 && screen.errors.contains("P17"))
    let more = "tisk:\n  profil: tisk/stroj.icc\n"
    let strange = try build(
      adding: more, files: ["tisk/stroj.icc": Repository.path("LICENSE")], "--edition", "tisk"
    ).run
    // Told at the line of the plan that names it.
    #expect(strange.status == 1 && strange.errors.contains("P17"))
    #expect(strange.errors.contains("plan.yaml:"))
    let outside = try build(adding: "tisk:\n  profil: ../stroj.icc\n", "--edition", "web").run
    #expect(outside.status == 1)
  }

  @Test func printersThatThereAreNone() throws {
    let run = try build("--edition", "tisk", "--printer", "ofset-krid").run
    #expect(run.status == 1 && run.errors.contains("S18") && run.errors.contains("ofset-krida"))
    let flat = try build("--edition", "tisk-x1a", "--printer", "digital").run
    #expect(flat.status == 1 && flat.errors.contains("S27"))
  }
}
