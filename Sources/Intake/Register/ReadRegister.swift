package import Core
import Foundation

/// A record of the register with its place in the file.
struct PlacedRecord {
  var record: RegisterRecord
  var line: Int
}

/// A record whose values are not what they should be.
struct UnreadableRecord {
  /// Its identifier, where at least that can be read.
  var identifier: String?
  var finding: Diagnostic
}

/// Reads the records of the register's file one by one, with the memory of a few of them.
///
/// - Parameters:
///   - path: the file.
///   - each: takes each record that can be read, in the order of the file.
/// - Returns: the records that cannot be read.
/// - Throws: why the file cannot be read, with the byte and the line.
func readRegister(
  _ path: String, each: (PlacedRecord) -> Void
) throws(Rejected) -> [UnreadableRecord] {
  guard let file = fopen(path, "rb") else { throw Rejected([unreadable(path, errno)]) }
  defer { fclose(file) }
  var reading = RegisterReading(path: path)
  var stretch = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = fread(&stretch, 1, stretch.count, file)
    guard count > 0 else { break }
    try reading.take(stretch, count: count, each: each)
  }
  if ferror(file) != 0 { throw Rejected([unreadable(path, errno)]) }
  try reading.finish()
  return reading.unreadable
}

/// Reads the records of a register that is in memory, as tests and fuzzing have it.
///
/// - Throws: why it cannot be read.
@discardableResult
package func readRegister(bytes: [UInt8]) throws(Rejected) -> Outcome<Int> {
  var reading = RegisterReading(path: "rpss.json")
  var count = 0
  try reading.take(bytes, count: bytes.count) { _ in count += 1 }
  try reading.finish()
  return Outcome(count, warnings: reading.unreadable.map(\.finding))
}

/// A register's file that is being read.
private struct RegisterReading {
  let path: String
  private(set) var unreadable: [UnreadableRecord] = []
  private var cutter = ItemCutter()
  private let decoder = JSONDecoder()
  /// So many records that cannot be read are told; more say that the schema has changed.
  private static let greatestWarnings = 20

  init(path: String) { self.path = path }

  mutating func take(
    _ stretch: [UInt8], count: Int, each: (PlacedRecord) -> Void
  ) throws(Rejected) {
    let decoder = decoder
    var broken: [(CutItem, any Error)] = []
    var fault: CutFault?
    stretch.withUnsafeBytes { bytes in
      do throws(CutFault) {
        try cutter.feed(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { item in
          do {
            let record = try decoder.decode(RegisterItem.self, from: Data(item.bytes)).record
            each(PlacedRecord(record: record, line: item.line))
          } catch {
            broken.append((item, error))
          }
        }
      } catch {
        fault = error
      }
    }
    for (item, error) in broken { try note(item, error) }
    if let fault {
      throw Rejected(unreadable.map(\.finding) + [RegisterReading.finding(fault, in: path)])
    }
  }

  mutating func finish() throws(Rejected) {
    do throws(CutFault) {
      try cutter.finish()
    } catch {
      throw Rejected(unreadable.map(\.finding) + [RegisterReading.finding(error, in: path)])
    }
  }

  private mutating func note(_ item: CutItem, _ error: any Error) throws(Rejected) {
    guard unreadable.count < RegisterReading.greatestWarnings else {
      throw Rejected(
        unreadable.map(\.finding) + [
          Diagnostic(
            RegisterDiagnostics.foreign, at: nil,
            Phrase(
              cs: "V souboru \(path) nelze přečíst víc než \(unreadable.count) záznamů.",
              en: "More than \(unreadable.count) records of \(path) cannot be read."),
            fix: Phrase(
              cs: "Stáhněte soubor znovu; pokud to nepomůže, změnil se tvar otevřených dat.",
              en: "Download the file again; if that does not help, the data's schema has changed.")
          )
        ])
    }
    let (member, isSyntax) = RegisterReading.place(of: error)
    let identity = try? decoder.decode(Identity.self, from: Data(item.bytes))
    let finding = Diagnostic(
      RegisterDiagnostics.record, at: nil,
      Phrase(
        cs: "\(path), záznam na řádku \(item.line) (bajt \(item.offset + 1)): "
          + (isSyntax ? "není platný JSON." : "údaj „\(member)“ má jiný tvar, než čekáme."),
        en: "\(path), record on line \(item.line) (byte \(item.offset + 1)): "
          + (isSyntax ? "no valid JSON." : "“\(member)” has another shape than expected.")),
      fix: Phrase(
        cs: "Záznam jsme přeskočili; týká-li se vašeho území, zapište ho do tabulek ručně.",
        en: "The record was skipped; if it concerns your territory, enter it by hand."))
    unreadable.append(
      UnreadableRecord(identifier: identity?.identifikator?.text, finding: finding))
  }

  private struct Identity: Decodable {
    var identifikator: LooseText?
  }

  /// The member that could not be decoded, by its names: `formy.kapacity.pocet`.
  private static func place(of error: any Error) -> (String, isSyntax: Bool) {
    guard let error = error as? DecodingError else { return ("", true) }
    let context: DecodingError.Context
    var names: [String] = []
    switch error {
    case .typeMismatch(_, let found): context = found
    case .valueNotFound(_, let found): context = found
    case .keyNotFound(let key, let found):
      context = found
      names = [key.stringValue]
    case .dataCorrupted(let found): context = found
    @unknown default: return ("", true)
    }
    let path = context.codingPath.filter { $0.intValue == nil }.map(\.stringValue) + names
    return (path.joined(separator: "."), path.isEmpty)
  }

  private static func finding(_ fault: CutFault, in path: String) -> Diagnostic {
    let cs = "\(path), řádek \(fault.line), bajt \(fault.offset + 1): "
    let en = "\(path), line \(fault.line), byte \(fault.offset + 1): "
    func sign(_ byte: UInt8) -> String {
      (0x21...0x7E).contains(byte)
        ? "„\(String(decoding: [byte], as: UTF8.self))“"
        : "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    let again = Phrase(
      cs: "Stáhněte soubor znovu celý: https://data.mpsv.cz/od/soubory/rpss/rpss.json",
      en: "Download the whole file again: https://data.mpsv.cz/od/soubory/rpss/rpss.json")
    switch fault.kind {
    case .unexpected(let byte):
      return Diagnostic(
        RegisterDiagnostics.broken, at: nil,
        Phrase(cs: cs + "\(sign(byte)) tu nemá být.", en: en + "\(sign(byte)) cannot stand here."),
        fix: again)
    case .bracket(let byte, let open):
      return Diagnostic(
        RegisterDiagnostics.broken, at: nil,
        Phrase(
          cs: cs + "závorka \(sign(byte)) nezavírá otevřenou \(sign(open)).",
          en: en + "\(sign(byte)) does not close \(sign(open)), which is open."), fix: again)
    case .cutOff:
      return Diagnostic(
        RegisterDiagnostics.broken, at: nil,
        Phrase(cs: cs + "soubor tu končí uprostřed.", en: en + "the file breaks off here."),
        fix: again)
    case .noObject, .noItems:
      return Diagnostic(
        RegisterDiagnostics.foreign, at: nil,
        Phrase(
          cs: cs + "soubor nezačíná objektem se seznamem „polozky“.",
          en: en + "the file is no object with a list “polozky”."),
        fix: Phrase(
          cs: "Zadejte soubor rpss.json z otevřených dat MPSV: "
            + "https://data.mpsv.cz/od/soubory/rpss/rpss.json",
          en: "Name the file rpss.json of the open data: "
            + "https://data.mpsv.cz/od/soubory/rpss/rpss.json"))
    case .deep, .large:
      return Diagnostic(
        RegisterDiagnostics.monster, at: nil,
        Phrase(
          cs: cs
            + (fault.kind == .deep
              ? "záznam má víc než \(ItemCutter.greatestDepth) vnořených závorek."
              : "záznam je větší než \(ItemCutter.greatestSize >> 20) MB."),
          en: en
            + (fault.kind == .deep
              ? "the record nests more than \(ItemCutter.greatestDepth) brackets."
              : "the record exceeds \(ItemCutter.greatestSize >> 20) MB.")), fix: again)
    }
  }
}

private func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
  code == ENOENT
    ? Diagnostic(
      IntakeDiagnostics.noFile, at: nil,
      Phrase(cs: "Soubor \(path) chybí.", en: "The file \(path) is missing."),
      fix: Phrase(
        cs: "Stáhněte ho z https://data.mpsv.cz/od/soubory/rpss/rpss.json a zadejte cestu k němu.",
        en: "Download it from https://data.mpsv.cz/od/soubory/rpss/rpss.json and name its path."))
    : Diagnostic(
      IntakeDiagnostics.unreadable, at: nil,
      Phrase(cs: "Soubor \(path) nelze přečíst.", en: "The file \(path) cannot be read."),
      fix: Phrase(
        cs: "Ověřte, že je to obyčejný soubor a že ho smíte číst.",
        en: "See that it is a plain file and that you may read it."))
}
