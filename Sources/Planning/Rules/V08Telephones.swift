import Core

extension Rule {
  /// V08: every telephone number is one: nine digits, or a short number.
  static let telephones = Rule(PlanningDiagnostics.telephone, needs: []) { plan, _ in
    let numbers =
      plan.providers.compactMap { provider in
        provider.telephone.map { ($0, "\(provider.name.value)") }
      }
      + plan.facilities.compactMap { facility in
        facility.telephone.map { ($0, facility.name?.value ?? facility.service.value) }
      }
    return numbers.filter { Telephone($0.0.value) == nil }.map { number, record in
      let count = number.value.utf8.count { (0x30...0x39).contains($0) }
      return Diagnostic(
        PlanningDiagnostics.telephone, at: number.at,
        Phrase(
          cs: "\(record): „\(number.value)“ není telefonní číslo; číslic je \(count), má jich být "
            + "devět a první od 2 do 9.",
          en: "\(record): “\(number.value)” is no telephone number; it has \(count) digits, and "
            + "should have nine, the first from 2 to 9."),
        fix: Phrase(
          cs: "Napište například 384 401 211; krátká čísla jako 112 nebo 116 111 jsou také možná.",
          en: "Write for example 384 401 211; short numbers such as 112 or 116 111 will do, too."))
    }
  }
}
