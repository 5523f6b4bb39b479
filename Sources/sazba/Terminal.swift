import Foundation
import Glibc

/// Writes to the two streams; colour and progress bars only where a person looks.
enum Terminal {
  /// What is written to.
  enum Stream {
    case results
    case errors

    fileprivate var descriptor: Int32 { self == .results ? STDOUT_FILENO : STDERR_FILENO }
  }

  /// Whether findings may be coloured. *Source:* no-color.org (an empty variable says nothing).
  static func hasColour(on stream: Stream) -> Bool {
    isPerson(at: stream) && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
  /// Whether progress may be drawn in place.
  static let isInteractive = isPerson(at: .errors)

  private static func isPerson(at stream: Stream) -> Bool {
    isatty(stream.descriptor) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Prints results. Fails when the reader cannot take them (a full disk behind `>`).
  @discardableResult
  static func out(_ text: String) -> Bool { write(harmless(text), to: STDOUT_FILENO) }

  /// Prints findings and progress.
  static func err(_ text: String) { write(harmless(text), to: STDERR_FILENO) }

  /// Prints what steers the terminal on purpose: colours, and progress that is drawn in place.
  @discardableResult
  static func draw(_ text: String, on stream: Stream = .errors) -> Bool {
    write(Array(text.utf8), to: stream.descriptor)
  }

  /// Whatever a file's name, a cell or an argument holds, it does not steer the terminal.
  ///
  /// *Source:* ISO/IEC 6429 (C0 but tab and line feed, DEL, C1); UAX #9 (bidirectional controls).
  static func harmless(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for position in bytes.indices {
      let byte = bytes[position]
      let isC0 = byte < 0x20 && byte != 0x09 && byte != 0x0A
      let isC1 = byte < 0xA0 && byte >= 0x80 && position > 0 && bytes[position - 1] == 0xC2
      if isC0 || byte == 0x7F { bytes[position] = 0x20 }
      // Two bytes for two spaces, so that the text stays UTF-8.
      if isC1 { bytes.replaceSubrange(position - 1...position, with: [0x20, 0x20]) }
      // U+200E, U+200F, U+202A…U+202E, U+2066…U+2069 turn the direction of what follows.
      guard position > 1, bytes[position - 2] == 0xE2 else { continue }
      let turns =
        switch bytes[position - 1] {
        case 0x80: byte == 0x8E || byte == 0x8F || (0xAA...0xAE).contains(byte)
        case 0x81: (0xA6...0xA9).contains(byte)
        default: false
        }
      if turns { bytes.replaceSubrange(position - 2...position, with: [0x20, 0x20, 0x20]) }
    }
    return bytes
  }

  @discardableResult
  private static func write(_ text: [UInt8], to descriptor: Int32) -> Bool {
    var bytes = ArraySlice(text)
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
