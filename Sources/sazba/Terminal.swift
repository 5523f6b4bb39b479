import Foundation
import Glibc

/// Writes to the two streams; colour and progress bars only where a person looks.
enum Terminal {
  /// Whether findings may be coloured. *Source:* no-color.org (an empty variable says nothing).
  static let hasColour =
    isInteractive && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  /// Whether progress may be drawn in place.
  static let isInteractive =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Prints results. Fails when the reader cannot take them (a full disk behind `>`).
  @discardableResult
  static func out(_ text: String) -> Bool { write(text, to: STDOUT_FILENO) }

  /// Prints findings and progress.
  static func err(_ text: String) { write(text, to: STDERR_FILENO) }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        // A closed pipe (`| head`) is the reader's choice, not a failure.
        return errno == EPIPE
      }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
