import Core

/// A reader under fuzzing: what it starts from and what must hold for every input.
struct FuzzTarget: Sendable {
  /// The name that `make fuzz TARGETS=…` takes.
  let name: String
  /// The longest input that is tried, in bytes.
  let longest: Int
  /// Words of the format, for inputs that chance would never spell.
  let words: [String]
  /// Honest inputs to start from.
  let seeds: @Sendable () -> [[UInt8]]
  /// Reads an input and proves what must hold.
  let run: @Sendable ([UInt8]) -> Void

  /// Every target. A new reader is fuzzed by one line here.
  static let all: [FuzzTarget] = [
    yaml, project, codelist, table, workbook, register, narrative, picture, icc, pdf, layout,
  ]
}

/// Stops the run with a word about the promise that was broken.
func demand(_ holds: Bool, _ promise: @autoclosure () -> String) {
  if !holds { broken(promise()) }
}
