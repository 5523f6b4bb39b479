package import Core
import Foundation

/// A file of a project and what it becomes.
package struct FormattedFile: Sendable, Equatable {
  /// The path as messages show it.
  package var path: String
  /// The bytes that are there.
  package var old: [UInt8]
  /// The bytes that belong there; the same where nothing is to be done.
  package var new: [UInt8]
  /// What was mended in the text.
  package var mends: [TextMend]
  /// The text in which the mends have their places.
  package var text: FileID

  /// Whether the file is to be written.
  package var isChanged: Bool { old != new }
}

/// Brings the files of a project into the house's form: YAML, CSV and Markdown of the folder.
///
/// What the files say stays the same: each is read again before and after, and one that would say
/// something else is left alone with a note. Links are never followed.
///
/// - Parameters:
///   - folder: the project folder; messages show paths as they begin here.
///   - mendsText: whether blemishes (V18) are mended where the right text is certain, too.
///   - knows: whether a word list has a word; nil where none is installed.
///   - sources: takes in every file that was read.
/// - Throws: what was found when the folder cannot be read.
package func formatProject(
  _ folder: String, mendsText: Bool, knows: ((String) -> Bool)?, sources: inout SourceTable
) throws(Rejected) -> Outcome<[FormattedFile]> {
  var desk = ReadingDesk(folder: folder, sources: sources)
  defer { sources = desk.sources }
  guard desk.isFolderThere() else { throw Rejected(desk.findings) }
  var files: [FormattedFile] = []
  for name in desk.namesOfTexts() {
    if let file = desk.format(name, mendsText: mendsText, knows: knows) { files.append(file) }
  }
  return Outcome(files, warnings: desk.findings)
}

extension ReadingDesk {
  /// The text files of a project: those of the folder, then those of `texty/`.
  fileprivate func namesOfTexts() -> [String] {
    let endings = [".yaml", ".yml", ".csv"]
    return names().filter { name in endings.contains { name.hasSuffix($0) } }
      + names(in: "texty").filter { $0.hasSuffix(".md") }.map { "texty/" + $0 }
  }

  fileprivate mutating func format(
    _ name: String, mendsText: Bool, knows: ((String) -> Bool)?
  ) -> FormattedFile? {
    guard isInside(name, namedAt: nil), !isLink(name), let old = bytes(of: name, namedAt: nil)
    else { return nil }
    guard let text = plainText(old, of: name) else { return nil }
    let file = sources.add(path: shown(name), bytes: text)
    if let finding = fault(text, of: name, in: file) {
      findings.append(finding)
      return nil
    }
    var result = FormattedFile(path: shown(name), old: old, new: old, mends: [], text: file)
    var start = Array(normalised(text).utf8)
    if mendsText {
      let mending = TextMending(name, text, knows: knows, language: languageOfPlan())
      let mended = Array(normalised(mending.bytes).utf8)
      if isSameShape(name, start, mended) {
        start = mended
        result.mends = mending.mends
      } else {
        reportUnsafe(file)
      }
    }
    guard let new = formatted(name, start) else {
      reportUnsafe(file)
      // What was mended is right all the same.
      if !result.mends.isEmpty { result.new = start }
      return result
    }
    result.new = new
    return result
  }

  /// A file that is a link, or lies behind one.
  private mutating func isLink(_ name: String) -> Bool {
    var path = ""
    for part in name.split(separator: "/") {
      path += path.isEmpty ? String(part) : "/" + part
      var facts = stat()
      guard lstat(shown(path), &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK else { continue }
      report(
        FormattingDiagnostics.link, at: nil,
        Phrase(
          cs: "\(shown(path)) je odkaz na jiné místo, nic se v něm nemění.",
          en: "\(shown(path)) is a link to another place, nothing in it is changed."),
        fix: Phrase(
          cs: "Dejte do složky projektu soubor sám, má-li se upravovat.",
          en: "Put the file itself into the project folder if it is to be changed."))
      return true
    }
    return false
  }

  /// The text of a file in UTF-8 with LF at the ends of lines; nil after a note.
  private mutating func plainText(_ bytes: [UInt8], of name: String) -> [UInt8]? {
    var text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if name.hasSuffix(".csv"), let foreign = ForeignEncoding.decoded(text) { text = foreign.text }
    let before = findings.count
    guard admit(text, as: name) != nil, !findings[before...].contains(where: \.isError) else {
      return nil
    }
    guard text.contains(0x0D) else { return text }
    if !text.contains(0x0A) { return text.map { $0 == 0x0D ? 0x0A : $0 } }
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count)
    for (position, byte) in text.enumerated() {
      let isLineEnd = byte == 0x0D && position + 1 < text.count && text[position + 1] == 0x0A
      if !isLineEnd { lines.append(byte) }
    }
    return lines
  }

  /// Why a file cannot be read at all, if so.
  private mutating func fault(_ text: [UInt8], of name: String, in file: FileID) -> Diagnostic? {
    let before = findings.count
    var found: [Diagnostic] = []
    if name.hasSuffix(".csv") {
      for fault in FieldTable(csv: text).faults { report(fault, in: file) }
    } else if !name.hasSuffix(".md") {
      _ = compose(file)
    }
    found = Array(findings[before...])
    findings.removeLast(findings.count - before)
    return found.first(where: \.isError)
  }

  private func isSameShape(_ name: String, _ old: [UInt8], _ new: [UInt8]) -> Bool {
    if name.hasSuffix(".csv") { return SameContent.csv(old, new, valuesToo: false) }
    if name.hasSuffix(".md") { return SameContent.markdownShape(old, new) }
    return SameContent.yamlShape(old, new)
  }

  private mutating func reportUnsafe(_ file: FileID) {
    report(
      FormattingDiagnostics.unknown, at: .top(of: file),
      Phrase(
        cs: "Úprava by mohla změnit, co soubor říká, proto zůstává, jak je.",
        en: "The change might alter what the file says, so it stays as it is."),
      fix: Phrase(
        cs: "Srovnejte odsazení a mezery ručně; soubor se čte i tak.",
        en: "Align indentation and spaces by hand; the file is read all the same."))
  }
}

/// A text file in the house's form; nil where it would say something else.
func formatted(_ name: String, _ text: [UInt8]) -> [UInt8]? {
  if name.hasSuffix(".csv") {
    return CSVFormat.inForm(text).flatMap { SameContent.csv(text, $0) ? $0 : nil }
  }
  if name.hasSuffix(".md") {
    // Two lists may touch and be told apart by their marks alone.
    for (bullets, blanks) in [(true, true), (false, true), (true, false), (false, false)] {
      let format = MarkdownFormat(changesBullets: bullets, changesBlankLines: blanks)
      let new = format.inForm(text)
      if SameContent.markdown(text, new) { return new }
    }
    return nil
  }
  return YAMLFormat.inForm(text).flatMap { SameContent.yaml(text, $0) ? $0 : nil }
}
