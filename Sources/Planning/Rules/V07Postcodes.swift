import Core

/// Whether a text is a PSČ: five digits, the first from 1 to 7.
package func isPostcode(_ text: String) -> Bool {
  let digits = text.utf8.map { Int($0) - 48 }
  return digits.count == 5 && digits.allSatisfy { (0...9).contains($0) }
    && (1...7).contains(digits[0])
}

extension Rule {
  /// V07: every PSČ has five digits and begins with 1 to 7.
  static let postcodes = Rule(PlanningDiagnostics.postcode, needs: []) { plan, _ in
    let codes =
      plan.municipalities.compactMap { town in town.postcode.map { ($0, town.name.value) } }
      + plan.providers.compactMap { provider in
        provider.postcode.map { ($0, provider.name.value) }
      }
      + plan.facilities.compactMap { facility in
        facility.whereabouts.postcode.map { ($0, "zarizeni \(facility.service.value)") }
      }
    return codes.filter { !isPostcode($0.0.value) }.map { code, record in
      Diagnostic(
        PlanningDiagnostics.postcode, at: code.at,
        Phrase(
          cs: "\(record): „\(code.value)“ není PSČ: má mít pět číslic a začínat 1 až 7.",
          en: "\(record): “\(code.value)” is no postcode (PSČ): five digits, the first from 1 to 7."
        ),
        fix: Phrase(cs: "Napište například 380 01.", en: "Write for example 380 01."))
    }
  }
}
