/// What the program tells the shell.
enum ExitStatus: Int32 {
  /// All went well.
  case fine = 0
  /// The input has errors.
  case inputHasErrors = 1
  /// The command was called wrongly.
  case wrongUsage = 2
  /// An output could not be written.
  case couldNotWrite = 3
}
