import Core
import Foundation

/// A folder of layouts: `Designs`, `Publications`, `Profiles`, `Phrases` below it.
package struct LayoutFolder: Sendable, Hashable {
  /// The path to open.
  package var path: String
  /// The path as messages show it.
  package var shown: String
  /// Names a folder.
  package init(path: String, shown: String) {
    self.path = path
    self.shown = shown
  }
}

/// The kinds of layout files, each in a folder of its own.
package enum LayoutKind: String, Sendable, CaseIterable {
  /// What a publication consists of.
  case publication = "Publications"
  /// How it looks.
  case design = "Designs"
  /// How it is delivered.
  case profile = "Profiles"
  /// Fixed words.
  case phrases = "Phrases"
}

/// Where layouts are searched, in this order: a project's own file wins over the common one.
package struct LayoutFolders: Sendable, Hashable {
  /// The folders; those that do not exist are passed over.
  package var folders: [LayoutFolder]
  /// Searches these folders in order.
  package init(_ folders: [LayoutFolder]) { self.folders = folders }

  /// The names of the files of a kind in all folders, sorted, each once.
  package func names(of kind: LayoutKind) -> [String] {
    var names: Set<String> = []
    for folder in folders {
      let path = folder.path + "/" + kind.rawValue
      for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      where file.hasSuffix(".yaml") && !file.hasPrefix(".") {
        names.insert(String(file.dropLast(5)))
      }
    }
    return names.sorted()
  }

  /// The publications there are: `plan`, …, sorted.
  package func publications() -> [String] { names(of: .publication) }

  /// The editions there are: `web`, …, sorted.
  package func editions() -> [String] { names(of: .profile) }

  /// The greatest layout file that is read.
  private static let greatestSize = 4_000_000

  /// Reads the first file of that kind and name.
  ///
  /// - Parameter place: where the file is asked for, for the complaint.
  /// - Throws: that the file does not exist (with the nearest one that does) or cannot be opened.
  func open(
    _ kind: LayoutKind, _ name: String, askedAt place: SourceSpan?, sources: inout SourceTable
  ) throws(Rejected) -> FileID {
    let available = names(of: kind)
    guard available.contains(name) else {
      let shown = "\(folders.last?.shown ?? "Layouts")/\(kind.rawValue)/\(name).yaml"
      throw Rejected([.missingFile(shown, at: place, available: available, name: name)])
    }
    for folder in folders {
      let path = "\(folder.path)/\(kind.rawValue)/\(name).yaml"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let shown = "\(folder.shown)/\(kind.rawValue)/\(name).yaml"
      let data: Data
      do {
        data = try Data(contentsOf: URL(fileURLWithPath: path))
      } catch {
        throw Rejected([.unreadableFile(shown, problem: error.localizedDescription)])
      }
      guard data.count <= LayoutFolders.greatestSize else {
        let file = sources.add(path: shown, bytes: [])
        throw Rejected([.tooMuch(at: .top(of: file))])
      }
      return sources.add(path: shown, bytes: Array(data))
    }
    throw Rejected([.missingFile(name, at: place, available: available, name: name)])
  }
}
