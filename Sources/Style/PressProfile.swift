package import Core

/// Reads the profile of a press edition and fits it to a printer: its limits, its bleed, a standard
/// that it accepts and a condition that it prints by.
///
/// - Parameters:
///   - name: the edition.
///   - order: the printer, condition and profile that were asked for.
///   - description: what the profile that was given calls itself; empty where none was.
///   - folders: where layouts are looked for, a project's own first.
/// - Returns: the profile, with a warning where the printer does not print by its condition. Editions
///   that are not printed come as they are.
/// - Throws: everything that is wrong with the files; that the printer refuses the standard; that
///   there is no profile for the condition.
///
/// *Source:* ISO 15930-4 §6.2, ISO 15930-7 §6.2 (output intents); the registry of characterization
/// data at www.color.org.
package func readPressProfile(
  named name: String, for order: PressOrder, description: String, in folders: [String],
  sources: inout SourceTable
) throws(Rejected) -> Outcome<Profile> {
  var profile = try readProfile(named: name, in: folders, sources: &sources)
  guard profile.press != nil else { return Outcome(profile) }
  let printer = try readPrinter(
    named: order.printer?.text ?? profile.printer, in: folders, askedAt: order.printer?.at,
    sources: &sources)
  try profile.suit(printer, askedAt: order.printer?.at)

  let search = ConditionSearch(folders: folders)
  let condition = try search.condition(
    for: profile.outputIntent.condition, printer: printer, order: order, description: description,
    sources: &sources)
  if profile.outputIntent.profile.isEmpty || profile.outputIntent.condition != condition.name {
    profile.outputIntent.profile = condition.profile
  }
  profile.outputIntent.condition = condition.name
  profile.outputIntent.title = condition.title
  profile.outputIntent.registry = condition.registry
  if order.profile != nil {
    profile.outputIntent.profile = ""
  } else if profile.outputIntent.profile.isEmpty, profile.outputIntent.isEmbedded {
    throw Rejected([.noInkProfile(condition, at: order.condition?.at ?? order.printer?.at)])
  }
  guard !printer.conditions.contains(condition.name) else { return Outcome(profile) }
  return Outcome(
    profile,
    warnings: [
      .foreignCondition(
        condition.name, printer: printer, at: order.condition?.at ?? order.profile?.at)
    ])
}

extension Profile {
  /// Takes a printer's limits, and its standard where that is the stricter one.
  fileprivate mutating func suit(
    _ printer: PrinterProfile, askedAt place: SourceSpan?
  ) throws(Rejected) {
    press?.bleed = printer.bleed
    press?.inkLimit = printer.inkLimit
    press?.spots = printer.spots
    press?.hasMarks = printer.marks == .wanted
    press?.printer = printer.name
    let accepted = printer.accepts.map(\.standard)
    // Without a profile of its own a file can only be PDF/X-1a.
    let mayStay = !standards.contains(.pdfX4) || printer.profiles != .forbidden
    if !mayStay || !standards.allSatisfy(accepted.contains) {
      guard accepted.contains(.pdfX1a), standards == [.pdfX4] else {
        throw Rejected([.refusedStandard(standards, printer: printer, at: place)])
      }
      standards = [.pdfX1a]
    }
    outputIntent.isEmbedded = printer.profiles != .forbidden
  }
}

/// Looks for the condition that is printed by.
private struct ConditionSearch {
  let folders: [String]

  /// The condition that was asked for, else that of the profile that was given, else the edition's
  /// own where the printer has it, else the printer's first with a profile.
  func condition(
    for usual: String, printer: PrinterProfile, order: PressOrder, description: String,
    sources: inout SourceTable
  ) throws(Rejected) -> PrintingCondition {
    if let asked = order.condition {
      return try read(asked.text, askedAt: asked.at, &sources)
    }
    if let profile = order.profile {
      for name in LayoutSearch(folders: folders).names(of: .condition) {
        let condition = try read(name, askedAt: nil, &sources)
        if condition.isMeant(by: description) { return condition }
      }
      throw Rejected([
        .nameless(
          profile: profile.text, description: description, at: profile.at,
          known: LayoutSearch(folders: folders).names(of: .condition))
      ])
    }
    guard !printer.conditions.contains(usual) else {
      return try read(usual, askedAt: nil, &sources)
    }
    var first: PrintingCondition?
    for name in printer.conditions {
      let condition = try read(name, askedAt: order.printer?.at, &sources)
      if !condition.profile.isEmpty { return condition }
      first = first ?? condition
    }
    if let first { return first }
    return try read(usual, askedAt: nil, &sources)
  }

  private func read(
    _ name: String, askedAt place: SourceSpan?, _ sources: inout SourceTable
  ) throws(Rejected) -> PrintingCondition {
    try readCondition(named: name, in: folders, askedAt: place, sources: &sources)
  }
}

extension PrintingCondition {
  /// Whether a profile that calls itself so is made for it.
  fileprivate func isMeant(by description: String) -> Bool {
    // FOGRA5 must not be found in FOGRA51.
    let words = description.split { !$0.isLetter && !$0.isNumber }
    return descriptions.contains(description) || words.contains { $0 == name }
  }
}
