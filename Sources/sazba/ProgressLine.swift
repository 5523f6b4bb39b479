import Core
import Pipeline

/// Shows how far a build is: a bar on a terminal, a line a step elsewhere.
struct ProgressLine {
  /// Shows a step.
  func show(_ step: Step) {
    let words = step.words[Speech.tongue]
    guard Terminal.isInteractive else {
      Terminal.err(words + "\n")
      return
    }
    let width = 24
    let full = step.total == 0 ? 0 : width * step.done / step.total
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    Terminal.draw(
      "\r\u{1B}[2K\(bar) " + String(decoding: Terminal.harmless(words), as: UTF8.self))
  }

  /// Takes the bar away.
  func clear() {
    if Terminal.isInteractive { Terminal.draw("\r\u{1B}[2K") }
  }
}
