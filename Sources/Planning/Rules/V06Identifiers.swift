import Core

/// Whether a text is an IČO: eight digits that keep their checksum.
///
/// *Source:* zákon č. 111/2009 Sb.; weights 8…2, the rest modulo 11.
package func isCompanyNumber(_ text: String) -> Bool {
  let digits = text.utf8.map { Int($0) - 48 }
  guard digits.count == 8, digits.allSatisfy({ (0...9).contains($0) }),
    digits.contains(where: { $0 != 0 })
  else { return false }
  var sum = 0
  for place in 0..<7 { sum += digits[place] * (8 - place) }
  return digits[7] == (11 - sum % 11) % 10
}

/// Whether a text is a PSČ: five digits, the first from 1 to 7.
package func isPostcode(_ text: String) -> Bool {
  let digits = text.utf8.map { Int($0) - 48 }
  return digits.count == 5 && digits.allSatisfy { (0...9).contains($0) }
    && (1...7).contains(digits[0])
}

extension Rule {
  /// V06: every IČO keeps its checksum.
  static let companyNumbers = Rule(PlanningDiagnostics.companyNumber, judgesSingly: true) {
    plan, _ in
    let publisher = plan.imprint.publisher?.companyNumber
    let numbers = [publisher].compactMap { $0 } + plan.providers.map(\.companyNumber)
    return numbers.filter { !isCompanyNumber($0.value) }.map { number in
      Diagnostic(
        PlanningDiagnostics.companyNumber, at: number.at,
        Phrase(
          cs: "„\(number.value)“ není platné IČO: "
            + (number.value.utf8.count == 8
              ? "nesouhlasí kontrolní číslice." : "má mít osm číslic."),
          en: "“\(number.value)” is not a valid company number (IČO): "
            + (number.value.utf8.count == 8
              ? "its check digit is wrong." : "it must have eight digits.")),
        fix: Phrase(
          cs: "Opište IČO z registru ARES i s nulami na začátku; pro smyšlené poskytovatele "
            + "použijte například 99900017.",
          en: "Copy the number from the register ARES with its leading zeros; for invented "
            + "providers use for example 99900017."))
    }
  }

  /// V07: every PSČ has five digits and begins with 1 to 7.
  static let postcodes = Rule(PlanningDiagnostics.postcode, judgesSingly: true) { plan, _ in
    let codes = plan.municipalities.compactMap(\.postcode) + plan.providers.compactMap(\.postcode)
    return codes.filter { !isPostcode($0.value) }.map { code in
      Diagnostic(
        PlanningDiagnostics.postcode, at: code.at,
        Phrase(
          cs: "„\(code.value)“ není PSČ: má mít pět číslic a začínat 1 až 7.",
          en: "“\(code.value)” is no postcode (PSČ): five digits, the first from 1 to 7."),
        fix: Phrase(cs: "Napište například 380 01.", en: "Write for example 380 01."))
    }
  }
}
