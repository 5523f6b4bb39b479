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

extension Rule {
  /// V06: every IČO keeps its checksum.
  static let companyNumbers = Rule(PlanningDiagnostics.companyNumber, needs: []) {
    plan, _ in
    var numbers: [(Located<String>, String)] = []
    if let publisher = plan.imprint.publisher, let number = publisher.companyNumber {
      numbers.append((number, publisher.name.value))
    }
    numbers += plan.municipalities.compactMap { town in
      town.companyNumber.map { ($0, town.name.value) }
    }
    numbers += plan.providers.map { ($0.companyNumber, $0.name.value) }
    numbers += plan.organisations.compactMap { one in
      one.companyNumber.map { ($0, one.name.value) }
    }
    return numbers.filter { !isCompanyNumber($0.0.value) }.map { number, record in
      Diagnostic(
        PlanningDiagnostics.companyNumber, at: number.at,
        Phrase(
          cs: "\(record): „\(number.value)“ není platné IČO: "
            + (number.value.utf8.count == 8
              ? "nesouhlasí kontrolní číslice." : "má mít osm číslic."),
          en: "\(record): “\(number.value)” is not a valid company number (IČO): "
            + (number.value.utf8.count == 8
              ? "its check digit is wrong." : "it must have eight digits.")),
        fix: Phrase(
          cs: "Opište IČO z registru ARES i s nulami na začátku; pro smyšlené poskytovatele "
            + "použijte například 99900017.",
          en: "Copy the number from the register ARES with its leading zeros; for invented "
            + "providers use for example 99900017."))
    }
  }
}
