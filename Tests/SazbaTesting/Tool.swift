import Foundation

/// What an external program did.
package struct ToolRun: Sendable {
  /// Its exit code.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: [UInt8]
  /// What it wrote to standard error.
  package let errors: String
  /// Its standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
}

/// A program that a test needs and that is not installed: the test fails, it is not skipped.
package struct MissingTool: Error, CustomStringConvertible {
  /// The program's name.
  package let name: String
  /// Says how to get it.
  package var description: String { "\(name) is missing: run `make setup-conformance`" }
}

/// Runs a program from PATH to its end, feeding it `input`.
///
/// *Throws:* `MissingTool` when there is no such program. A failing exit code is not an error here:
/// judge `status`.
package func runTool(
  _ name: String, _ arguments: [String], input: [UInt8] = [], in folder: String? = nil
) throws -> ToolRun {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  let candidates = name.contains("/") ? [name] : path.split(separator: ":").map { "\($0)/\(name)" }
  let files = FileManager.default
  guard let executable = candidates.first(where: { files.isExecutableFile(atPath: $0) }) else {
    throw MissingTool(name: name)
  }
  // Files instead of pipes: a pipe that nobody empties would stop the program.
  return try withTemporaryFolder { scratch in
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let said = try ["in", "out", "err"].map { name in
      try scratch.write(name == "in" ? input : [], to: name)
    }
    process.standardInput = FileHandle(forReadingAtPath: said[0])
    process.standardOutput = FileHandle(forWritingAtPath: said[1])
    process.standardError = FileHandle(forWritingAtPath: said[2])
    try process.run()
    process.waitUntilExit()
    return ToolRun(
      status: process.terminationStatus,
      output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: said[1]))),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: said[2])), as: UTF8.self))
  }
}
