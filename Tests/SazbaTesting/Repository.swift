import Foundation

/// The checkout that holds the tests, found from this file: tests run from any folder.
package enum Repository {
  /// The absolute path of the checkout.
  package static let root: String = {
    var path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    path.removeLast(3)  // Tests/SazbaTesting/Repository.swift
    return path.joined(separator: "/")
  }()

  /// The absolute path of a file of the checkout.
  package static func path(_ relative: String) -> String { root + "/" + relative }

  /// The bytes of a file of the checkout.
  package static func bytes(of relative: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(relative))))
  }

  /// The text of a file of the checkout, UTF-8.
  package static func text(of relative: String) throws -> String {
    String(decoding: try bytes(of: relative), as: UTF8.self)
  }
}

/// An empty folder for one test, removed with everything in it when the body ends.
///
/// *Throws:* what the body throws, or that the folder could not be made.
package func withTemporaryFolder<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try body(folder)
}

/// An empty folder for one test that waits, removed with everything in it when the body ends.
///
/// *Throws:* what the body throws, or that the folder could not be made.
package func withTemporaryFolderAwaiting<Value>(
  _ body: (TemporaryFolder) async throws -> Value
) async throws -> Value {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try await body(folder)
}

/// A folder that lives as long as one test.
package struct TemporaryFolder: Sendable {
  /// Its absolute path.
  package let path: String

  /// Makes it, under a name that nothing has yet.
  fileprivate init() throws {
    var name = Array((NSTemporaryDirectory() + "/sazba-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw CocoaError(.fileWriteUnknown) }
    let end = name.firstIndex(of: 0) ?? name.endIndex
    path = String(decoding: name[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  fileprivate func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and returns its absolute path.
  @discardableResult
  package func write(_ bytes: [UInt8], to relative: String) throws -> String {
    let url = URL(fileURLWithPath: path + "/" + relative)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a text file, with the folders above it, and returns its absolute path.
  @discardableResult
  package func write(_ text: String, to relative: String) throws -> String {
    try write(Array(text.utf8), to: relative)
  }
}
