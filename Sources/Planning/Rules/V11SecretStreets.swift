import Core

extension Rule {
  /// V11-1: what a service or its provider says of itself does not name the street of a place
  /// that is secret.
  ///
  /// A text with the number, too, is an error, found where it is printed (V11).
  static let secretStreets = Rule(PlanningDiagnostics.secretStreet, needs: []) { plan, _ in
    let watch = AddressWatch(plan)
    guard !watch.isEmpty else { return [] }
    return plan.facilities.filter(\.isHidden).flatMap { place -> [Diagnostic] in
      var texts = [
        place.name, place.hours, place.note,
      ]
      let own = plan.service(place.service.value)
      for service in plan.services
      where service.key == place.service.value || service.provider.value == own?.provider.value {
        texts += [
          service.name, service.shortName, service.mission, service.exclusions, service.hours,
          service.fee, service.accessNote, service.transport,
        ]
      }
      for provider in plan.providers where provider.companyNumber.value == own?.provider.value {
        texts += [provider.name, provider.shortName]
      }
      return texts.compactMap { $0 }.filter { text in
        // The same street with the number is told as an error.
        watch.isStreetNamed(of: place, in: text.value)
          && watch.betrayed(by: Array(text.value.utf8)).isEmpty
      }.map { .secretStreet(of: place.service.value, at: $0.at) }
    }
  }
}

extension Diagnostic {
  /// The finding does not repeat the street.
  fileprivate static func secretStreet(of service: String, at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.secretStreet, at: place,
      Phrase(
        cs: "Text uvádí ulici zařízení služby \(service), jehož adresa je utajená.",
        en: "The text names the street of a facility of service \(service) whose address is secret."
      ),
      fix: Phrase(
        cs: "Ulici z textu vyjměte; i bez čísla může prozradit, kde zařízení je.",
        en: "Take the street out; even without number it may tell where the facility is."))
  }
}
