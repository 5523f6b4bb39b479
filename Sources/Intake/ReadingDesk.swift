import Core
import Foundation

/// What one run of reading has gathered: files and findings.
struct ReadingDesk {
  /// The files read so far.
  var sources: SourceTable
  /// What was found, in the order of reading.
  var findings: [Diagnostic] = []
  /// The folder as the user named it.
  let folder: String
  /// The folder's real path, to keep every file inside it.
  let realFolder: String

  /// What is read in place of files of the project's folder, by their names.
  var replacements: [String: [UInt8]] = [:]

  /// The long tables read so far, whatever files they came from.
  var tables: [(file: FileID, table: FieldTable)] = []
  /// The pictures read so far: texts may share them.
  var pictures: [Picture] = []

  /// How many findings are kept: nobody reads more in one go, and a hostile file makes millions.
  static let mostFindings = 1_000

  /// The largest file of a name that is read, in bytes: what is honest, many times over.
  static func largest(_ name: String) -> Int {
    switch name.split(separator: ".").last {
    case "yaml", "yml": 4 << 20
    case "md": 16 << 20
    case "csv": 16 << 20
    // Profiles of presses have one to three megabytes.
    case "icc", "ICC", "icm", "ICM": 8 << 20
    default: 64 << 20
    }
  }

  init(folder: String, sources: SourceTable) {
    self.folder = folder
    self.sources = sources
    self.realFolder = ReadingDesk.realPath(folder) ?? folder
  }

  /// Notes a finding.
  mutating func report(
    _ kind: DiagnosticKind, at place: SourceSpan?, _ message: Phrase, fix: Phrase
  ) {
    note([Diagnostic(kind, at: place, message, fix: fix)])
  }

  /// Takes in findings; the last that is kept says that there are more.
  mutating func note(_ found: [Diagnostic]) {
    let room = ReadingDesk.mostFindings - findings.count
    findings += found.prefix(max(0, room))
    guard found.count > room, room >= 0 else { return }
    findings.append(
      Diagnostic(
        IntakeDiagnostics.tooLarge, at: nil,
        Phrase(
          cs: "Nálezů je víc než \(ReadingDesk.mostFindings), další nevypisujeme.",
          en: "There are more than \(ReadingDesk.mostFindings) findings, the rest is not listed."),
        fix: Phrase(
          cs: "Opravte vypsané (bývá to jedna opakovaná chyba) a spusťte kontrolu znovu.",
          en: "Mend those listed (often one mistake repeated) and run the check again.")))
  }

  /// The path that messages show.
  func shown(_ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The names in a subfolder of the project, sorted by their bytes; none where it is missing.
  func names(in subfolder: String = "") -> [String] {
    let listed = try? FileManager.default.contentsOfDirectory(atPath: shown(subfolder))
    let names = Set(listed ?? []).union(subfolder.isEmpty ? replacements.map(\.key) : [])
    return names.filter { !$0.hasPrefix(".") }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Reads a text file of the project, or notes why it cannot be read.
  mutating func open(_ name: String, namedAt place: SourceSpan? = nil) -> FileID? {
    guard isInside(name, namedAt: place), let bytes = text(of: name, namedAt: place) else {
      return nil
    }
    return admit(bytes, as: name)
  }

  /// Takes in the text of a file, or notes where it is no UTF-8.
  mutating func admit(_ bytes: [UInt8], as name: String) -> FileID? {
    let file = sources.add(path: shown(name), bytes: bytes)
    guard let fault = firstFault(in: bytes) else {
      // In YAML the parser refuses them itself, and its escapes are seen only after parsing.
      if !name.hasSuffix(".yaml"), !name.hasSuffix(".yml") { reportControls(in: bytes, of: file) }
      return file
    }
    let position = sources[file].position(of: UInt32(fault))
    // Neither mark occurs at the start of a Czech text in a one-byte encoding.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let guess = isWide ? "UTF-16" : "CP1250"
    report(
      IntakeDiagnostics.encoding,
      at: SourceSpan(file: file, start: UInt32(fault), end: UInt32(fault + 1)),
      Phrase(
        cs: "Bajt \(fault + 1) souboru (řádek \(position.line)) není UTF-8: hodnota "
          + "\(hexadecimal(bytes[fault])).",
        en: "Byte \(fault + 1) of the file (line \(position.line)) is not UTF-8: value "
          + "\(hexadecimal(bytes[fault]))."),
      fix: Phrase(
        cs: "Soubor je asi v kódování \(guess) (Windows). Uložte ho znovu jako UTF-8.",
        en: "The file is probably in \(guess) (Windows). Save it again as UTF-8."))
    return nil
  }

  /// Whether a path stays in the project, symbolic links followed; notes it if not.
  mutating func isInside(_ name: String, namedAt place: SourceSpan?) -> Bool {
    var depth = 0
    var leaves = name.hasPrefix("/")
    for part in name.split(separator: "/") {
      depth += part == ".." ? -1 : (part == "." ? 0 : 1)
      if depth < 0 { leaves = true }
    }
    if !leaves, let real = ReadingDesk.realPath(shown(name)) {
      leaves = !(real + "/").hasPrefix(realFolder == "/" ? "/" : realFolder + "/")
    }
    guard leaves else { return true }
    report(
      IntakeDiagnostics.outside, at: place,
      Phrase(
        cs: "Cesta „\(name)“ vede mimo složku projektu \(folder).",
        en: "The path “\(name)” leaves the project folder \(folder)."),
      fix: Phrase(
        cs: "Zkopírujte soubor do složky projektu a uveďte cestu od ní.",
        en: "Copy the file into the project folder and name its path from there."))
    return false
  }

  /// The bytes of a file, or a note why it cannot be read.
  mutating func bytes(of name: String, namedAt place: SourceSpan?) -> [UInt8]? {
    if let bytes = replacements[name] { return bytes }
    let largest = ReadingDesk.largest(name)
    do throws(PlainFile.Failure) {
      return try PlainFile.read(shown(name), greatest: largest)
    } catch {
      report(error, of: name, largest: largest, namedAt: place)
      return nil
    }
  }

  private mutating func report(
    _ failure: PlainFile.Failure, of name: String, largest: Int, namedAt place: SourceSpan?
  ) {
    switch failure {
    case .missing:
      report(
        IntakeDiagnostics.noFile, at: place,
        Phrase(cs: "Soubor \(shown(name)) chybí.", en: "The file \(shown(name)) is missing."),
        fix: name.unicodeScalars.contains("\u{FFFD}")
          ? Phrase(
            cs: "Název souboru není v UTF-8: přejmenujte ho, nejlépe bez diakritiky.",
            en: "The file's name is not UTF-8: rename it, best without accents.")
          : Phrase(
            cs: "Opravte název, nebo soubor do složky doplňte.",
            en: "Correct the name, or add the file to the folder."))
    case .tooLarge(let size):
      report(
        IntakeDiagnostics.tooLarge, at: place,
        Phrase(
          cs: "Soubor \(shown(name)) má \((size >> 20) + 1) MB, čteme nejvýše \(largest >> 20) MB.",
          en: "The file \(shown(name)) has \((size >> 20) + 1) MB, we read at most "
            + "\(largest >> 20) MB."),
        fix: Phrase(
          cs: "Zkontrolujte, zda je to správný soubor, nebo ho rozdělte.",
          en: "See whether it is the right file, or divide it."))
    case .unreadable:
      report(
        IntakeDiagnostics.unreadable, at: place,
        Phrase(
          cs: "Soubor \(shown(name)) nelze přečíst.",
          en: "The file \(shown(name)) cannot be read."),
        fix: Phrase(
          cs: "Ověřte, že je to obyčejný soubor a že ho smíte číst.",
          en: "See that it is a plain file and that you may read it."))
    }
  }

  /// The bytes of a text file.
  mutating func text(of name: String, namedAt place: SourceSpan?) -> [UInt8]? {
    guard let bytes = bytes(of: name, namedAt: place) else { return nil }
    // A byte order mark is no text; without it columns are those that editors show.
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
