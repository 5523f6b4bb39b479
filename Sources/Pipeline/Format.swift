package import Core
import Intake
import Spelling

/// What a user asks to be brought into the house's form.
package struct FormatRequest: Sendable {
  /// The project folder.
  package var folder: String
  /// Whether blemishes of the text are mended, too.
  package var mendsText: Bool
  /// Whether files are written, or only looked at.
  package var writes: Bool

  /// Asks for a project to be formatted.
  package init(folder: String, mendsText: Bool, writes: Bool) {
    self.folder = folder
    self.mendsText = mendsText
    self.writes = writes
  }
}

/// A piece of text that was mended.
package struct Mend: Sendable, Equatable {
  /// The line and column in the file as it was, both from 1.
  package var line: Int
  /// The column.
  package var column: Int
  /// The code of the rule.
  package var code: String
  /// The text that was there.
  package var old: String
  /// The text that is there now.
  package var new: String
  /// The characters that were there by their numbers.
  package var oldPoints: String
  /// The characters that are there now.
  package var newPoints: String

  fileprivate init(_ mend: TextMend, in file: SourceFile) {
    (line, column) = file.position(of: UInt32(mend.offset))
    (code, old, new) = (mend.code, mend.old, mend.new)
    (oldPoints, newPoints) = mend.codePoints
  }
}

/// A file that changes.
package struct ChangedFile: Sendable, Equatable {
  /// Its path.
  package var path: String
  /// The bytes that were there.
  package var old: [UInt8]
  /// The bytes that are there now, or would be.
  package var new: [UInt8]
  /// What was mended in its text.
  package var mends: [Mend]
}

/// How formatting came out.
package struct FormatResult: Sendable {
  /// The files that change, in the order of the folder.
  package var files: [ChangedFile] = []
  /// How many files were looked at.
  package var seen = 0
  /// Everything that was found.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// The word list that confirmed mends; nil where none is installed or none was asked.
  package var wordList: String?
  /// Why nothing could be written.
  package var outputFailure: OutputFailure?
}

/// Brings the files of a project into the house's form; all of them are written, or none.
package func format(_ request: FormatRequest) -> FormatResult {
  var result = FormatResult()
  let words = request.mendsText ? WordList.installed(for: Language("cs")) : nil
  result.wordList = words?.path
  do throws(Rejected) {
    let outcome = try formatProject(
      request.folder, mendsText: request.mendsText,
      knows: words.map { words in { words.knows($0) } }, sources: &result.sources)
    result.findings = outcome.warnings
    result.seen = outcome.value.count
    result.files = outcome.value.filter(\.isChanged).map { file in
      ChangedFile(
        path: file.path, old: file.old, new: file.new,
        mends: file.mends.map { Mend($0, in: result.sources[file.text]) })
    }
  } catch {
    result.findings = error.diagnostics
    return result
  }
  guard request.writes, !result.files.isEmpty else { return result }
  var output = AtomicOutput()
  do throws(OutputFailure) {
    for file in result.files { try output.stage(file.new, at: file.path, keepsMode: true) }
    try output.commit()
  } catch {
    result.outputFailure = error
    result.outputFailure?.hasChoice = false
  }
  return result
}

/// A word list as Intake asks it; nil where none is installed for Czech.
func installedSpeller() -> Speller? {
  WordList.installed(for: Language("cs")).map { words in
    Speller(knows: { words.knows($0) }, suggest: { words.suggestions(for: $0) })
  }
}
