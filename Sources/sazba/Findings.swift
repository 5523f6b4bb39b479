import Core
import Foundation
import Pipeline

/// Prints findings and what was asked for.
enum Findings {
  /// Prints findings, errors first; silenced ones are only counted. Fails when the reader cannot
  /// take them.
  ///
  /// - Parameter stream: standard error, or standard output where they are what was asked for.
  @discardableResult
  static func show(
    _ findings: [Diagnostic], sources: SourceTable, on stream: Terminal.Stream = .errors
  ) -> Bool {
    let (told, rest) = DiagnosticText.capped(
      DiagnosticText.sorted(findings).filter { $0.silenced == nil })
    var text = ""
    for finding in told {
      text += DiagnosticText.lines(
        finding, sources: sources, tongue: Speech.tongue, colour: Terminal.hasColour(on: stream))
    }
    for heap in rest {
      let place = heap.file.map { sources[$0].path + ": " } ?? ""
      text += String(
        decoding: Terminal.harmless(
          place
            + Speech.say(
              cs: "a dalších \(heap.omitted) hlášení \(heap.code); opravte vypsaná a spusťte "
                + "kontrolu znovu\n",
              en: "and \(heap.omitted) more of \(heap.code); mend those listed and check again\n")
        ), as: UTF8.self)
    }
    return text.isEmpty || Terminal.draw(text, on: stream)
  }

  /// How many errors and warnings there are, in words, and how many the plan silences.
  static func summary(_ findings: [Diagnostic]) -> String {
    let errors = findings.count { $0.isError }
    let silenced = findings.count { $0.silenced != nil }
    let told = Counted.errors(errors) + ", " + Counted.warnings(findings.count - errors - silenced)
    return silenced == 0 ? told : told + ", " + Counted.silenced(silenced)
  }

  /// Tells why making files failed; nil where it did not.
  static func failure(of result: MakingResult) -> ExitStatus? {
    show(result.findings, sources: result.sources)
    if let usage = result.usage {
      Terminal.err(usage[Speech.tongue] + "\n")
      return .wrongUsage
    }
    if let failure = result.outputFailure {
      Terminal.err(
        Speech.say(cs: "chyba: ", en: "error: ") + failure.message[Speech.tongue] + "\n")
      return .couldNotWrite
    }
    return result.findings.contains(where: \.isError) ? .inputHasErrors : nil
  }

  /// What to ask for next: the code of the finding that is told first.
  static func hint(_ findings: [Diagnostic]) -> String? {
    guard let code = findings.first(where: { $0.silenced == nil })?.kind.code else { return nil }
    return Speech.say(
      cs: "Proč na tom záleží a jak to opravit, vysvětlí: sazba explain \(code)",
      en: "Why it matters and how to mend it: sazba explain \(code)")
  }

  /// Prints a text that was asked for, or why there is none.
  static func print(_ answer: Answer) -> ExitStatus {
    show(answer.findings, sources: answer.sources)
    if let usage = answer.usage {
      Terminal.err(usage[Speech.tongue] + "\n")
      return .wrongUsage
    }
    guard let text = answer.text else {
      Terminal.err(summary(answer.findings) + "\n")
      return .inputHasErrors
    }
    return Terminal.out(text) ? .fine : .couldNotWrite
  }
}

/// Numbers with their words, inflected.
enum Counted {
  static func pages(_ count: Int) -> String {
    counted(count, cs: ("strana", "strany", "stran"), en: ("page", "pages"))
  }

  /// Blank pages, as what is added.
  static func blanks(_ count: Int) -> String {
    counted(
      count, cs: ("prázdná", "prázdné", "prázdných"), en: ("blank page", "blank pages"))
  }

  /// Sheets on which something is: Czech wants the locative.
  static func onSheets(_ count: Int) -> String {
    counted(count, cs: ("archu", "arších", "arších"), en: ("sheet", "sheets"))
  }

  static func errors(_ count: Int) -> String {
    counted(count, cs: ("chyba", "chyby", "chyb"), en: ("error", "errors"))
  }

  static func warnings(_ count: Int) -> String {
    counted(count, cs: ("upozornění", "upozornění", "upozornění"), en: ("warning", "warnings"))
  }

  static func rows(_ count: Int) -> String {
    counted(count, cs: ("řádek", "řádky", "řádků"), en: ("row", "rows"))
  }

  static func silenced(_ count: Int) -> String {
    counted(count, cs: ("ztišené", "ztišená", "ztišených"), en: ("silenced", "silenced"))
  }

  /// Kilobytes, or megabytes from one million bytes on.
  static func bytes(_ count: Int) -> String {
    guard count >= 1_000_000 else { return "\((count + 500) / 1_000) kB" }
    return decimal(tenths: (count + 50_000) / 100_000) + " MB"
  }

  /// Seconds with one hundredth.
  static func seconds(_ duration: Duration) -> String {
    let (whole, attoseconds) = duration.components
    let hundredths = whole * 100 + attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    let point = Speech.tongue == .cs ? "," : "."
    return "\(hundredths / 100)\(point)\(rest < 10 ? "0" : "")\(rest) s"
  }

  private static func decimal(tenths: Int) -> String {
    "\(tenths / 10)\(Speech.tongue == .cs ? "," : ".")\(tenths % 10)"
  }

  private static func counted(
    _ count: Int, cs: (one: String, few: String, many: String), en: (one: String, many: String)
  ) -> String {
    switch Speech.tongue {
    case .cs: "\(count) " + (count == 1 ? cs.one : (2...4).contains(count) ? cs.few : cs.many)
    case .en: "\(count) " + (count == 1 ? en.one : en.many)
    }
  }
}
