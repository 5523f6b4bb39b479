import Core
import SazbaTesting
import Style
import Testing

/// Press editions fitted to printers: limits, standards and conditions.
@Suite struct PressProfiles {
  private func profile(
    _ edition: String = "tisk", printer: String? = nil, condition: String? = nil,
    icc: String? = nil, in folders: [String] = layouts
  ) throws -> (profile: Profile, warnings: [String]) {
    var order = PressOrder()
    order.printer = printer.map { PressOrder.Word($0, at: nil) }
    order.condition = condition.map { PressOrder.Word($0, at: nil) }
    if icc != nil { order.profile = PressOrder.Word("tisk.icc", at: nil) }
    var sources = SourceTable()
    let outcome = try readPressProfile(
      named: edition, for: order, description: icc ?? "", in: folders, sources: &sources)
    return (outcome.value, outcome.warnings.map(\.kind.code))
  }

  private func codes(_ work: () throws -> Void) -> [String] {
    do {
      try work()
      return []
    } catch let rejected as Rejected {
      return rejected.diagnostics.map(\.kind.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func theUsualPrinter() throws {
    let (profile, warnings) = try profile()
    #expect(warnings.isEmpty && profile.standards == [.pdfX4] && !profile.isFlat)
    let press = try #require(profile.press)
    #expect(press.bleed == .mm(3) && press.inkLimit == 300 && press.spots == 0 && !press.hasMarks)
    #expect(press.conversion == PictureConversion(intent: .relative, compensatesBlack: true))
    let intent = profile.outputIntent
    #expect(intent.condition == "FOGRA39" && intent.registry == "http://www.color.org")
    #expect(intent.profile == "ICC/FOGRA39L_coated.icc" && intent.isEmbedded)
    #expect(intent.title.contains("coated"))
  }

  @Test func printersBringTheirLimitsAndConditions() throws {
    let uncoated = try profile(printer: "ofset-natural").profile
    // FOGRA52 first, but without a profile; the next one has one.
    #expect(uncoated.outputIntent.condition == "FOGRA47" && uncoated.press?.inkLimit == 280)
    #expect(uncoated.outputIntent.profile == "ICC/PSO_Uncoated_ISO12647_bas.ICC")
    let digital = try profile(printer: "digital").profile
    #expect(digital.press?.inkLimit == 240 && digital.standards == [.pdfX4])
    // It takes nothing but flat files without profiles: the stricter standard is taken.
    let web = try profile(printer: "kotouc").profile
    #expect(web.standards == [.pdfX1a] && web.isFlat && !web.outputIntent.isEmbedded)
    #expect(web.press?.bleed == .microMetres(2_500))
  }

  @Test func theFlatEdition() throws {
    let flat = try profile("tisk-x1a").profile
    #expect(flat.standards == [.pdfX1a] && flat.isFlat && flat.isOnRequest)
    #expect(flat.outputIntent.isEmbedded && flat.outputIntent.condition == "FOGRA39")
  }

  @Test func s27AFlatFileForAPrinterWhoTakesNone() throws {
    #expect(codes { _ = try profile("tisk-x1a", printer: "digital") } == ["S27"])
  }

  @Test func conditionsByName() throws {
    let known = try profile(condition: "FOGRA47")
    // The usual printer does not print by it.
    #expect(known.profile.outputIntent.condition == "FOGRA47" && known.warnings == ["S26"])
    #expect(codes { _ = try profile(condition: "FOGRA51") } == ["S25"])
    #expect(codes { _ = try profile(condition: "FOGRA99") } == ["S18"])
    #expect(codes { _ = try profile(printer: "neni") } == ["S18"])
    // Where the profile stays out of the file its name is enough.
    #expect(try profile(printer: "kotouc", condition: "FOGRA51").profile.outputIntent.profile == "")
  }

  @Test(arguments: [
    ("PSO Coated v3", "FOGRA51"), ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
    ("Náš profil FOGRA51 2024", "FOGRA51"), ("ISO Coated v2 300% (ECI)", "FOGRA39"),
  ])
  func conditionsByTheProfileGiven(description: String, wanted: String) throws {
    let found = try profile(printer: wanted == "FOGRA52" ? "ofset-natural" : nil, icc: description)
    #expect(found.profile.outputIntent.condition == wanted && found.warnings.isEmpty)
    #expect(found.profile.outputIntent.profile.isEmpty && found.profile.outputIntent.isEmbedded)
  }

  @Test func s28AProfileThatSaysNotWhatItIsFor() throws {
    #expect(codes { _ = try profile(icc: "Heidelberg 2019") } == ["S28"])
    #expect(codes { _ = try profile(icc: "FOGRA5") } == ["S28"])
    let named = try profile(condition: "FOGRA51", icc: "Heidelberg 2019")
    #expect(named.profile.outputIntent.condition == "FOGRA51")
  }

  @Test func theScreenHasNoPrinter() throws {
    let web = try profile("web", printer: "digital").profile
    #expect(web.press == nil && web.outputIntent.profile == "ICC/sRGB.icc")
  }

  @Test func everyPrinterAndConditionIsRead() throws {
    var sources = SourceTable()
    for printer in ["digital", "kotouc", "ofset-krida", "ofset-natural"] {
      let profile = try readPrinter(named: printer, in: layouts, sources: &sources)
      for name in profile.conditions {
        let condition = try readCondition(named: name, in: layouts, sources: &sources)
        #expect(condition.name == name && !condition.title.isEmpty)
        #expect(condition.registry == "http://www.color.org")
      }
      // Every printer can be served with what is shipped.
      #expect(try !self.profile(printer: printer).profile.outputIntent.profile.isEmpty)
    }
  }

  @Test func mistakesInAnEdition() throws {
    try withTemporaryFolder { folder in
      let text = """
        name: tisk
        standards: [PDF/X-4]
        intent: { condition: FOGRA39 }
        pictures: { intent: saturation, black-point: maybe }
        limits: { size: 200 MB, contrast: 4.5 }
        """
      try folder.write(text, to: "Profiles/tisk.yaml")
      #expect(codes { _ = try profile(in: [folder.path] + layouts) } == ["S07", "S07"])
      try folder.write(
        "name: FOGRA60\ntitle: x\nregister: y\n", to: "Profiles/Podminky/FOGRA60.yaml")
      var sources = SourceTable()
      #expect(
        codes { _ = try readCondition(named: "FOGRA60", in: [folder.path], sources: &sources) }
          == ["S04", "S03"])
    }
  }
}
