import Core
import Intake

extension FuzzTarget {
  /// The open data of the register of providers.
  static let register = FuzzTarget(
    name: "register", longest: 65_536,
    words: [
      "{\"polozky\":[", "\"identifikator\":", "\"zarizeni\":[{", "\"adresa\":{",
      "\"obec\":{\"id\":",
      "\"utajenaAdresa\":true", "\"poskytovatel\":{\"ico\":", "\"formy\":[{", "\"kapacity\":[{",
      "\"pocet\":", "1e999", "\\u0000", "\\ud800", "null", "]}", "},{",
    ],
    seeds: { contents(filesOfCheckout("Tests/IntakeTests/Register", ".json")) },
    run: { bytes in
      let first = outcome(of: bytes)
      demand(outcome(of: bytes) == first, "a register read twice gives the same")
      switch first {
      case .success(let warnings): checkFindings(warnings, SourceTable(), areRefusal: false)
      case .failure(let refusal):
        checkFindings(refusal.diagnostics, SourceTable(), areRefusal: true)
      }
    })
}

private func outcome(of bytes: [UInt8]) -> Result<[Diagnostic], Rejected> {
  do throws(Rejected) {
    return .success(try readRegister(bytes: bytes).warnings)
  } catch {
    return .failure(error)
  }
}
