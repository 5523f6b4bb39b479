import Core
import Foundation

/// The kinds of layout files, each in a folder of its own.
enum LayoutKind: String {
  /// What a publication consists of.
  case publication = "Publications"
  /// What a publication consists of that is made once for each provider.
  case providerPublication = "Publications/Poskytovatel"
  /// How it looks.
  case design = "Designs"
  /// How it is delivered.
  case profile = "Profiles"
  /// What a printer takes.
  case printer = "Profiles/Tiskarny"
  /// A printing condition.
  case condition = "Profiles/Podminky"
  /// What pages are printed on.
  case paper = "Profiles/Papiry"
  /// How sheets are bound.
  case binding = "Profiles/Vazby"
  /// Fixed words.
  case phrases = "Phrases"
}

/// The publications there are in the folders of layouts: `plan`, …, sorted.
///
/// - Parameter folders: the folders in which layouts are looked for, a project's own first.
package func publications(in folders: [String]) -> [String] {
  LayoutSearch(folders: folders).names(of: .publication)
}

/// The editions there are in the folders of layouts: `web`, …, sorted.
package func editions(in folders: [String]) -> [String] {
  LayoutSearch(folders: folders).names(of: .profile)
}

/// Where layouts are searched, in this order: a project's own file wins over the common one.
struct LayoutSearch {
  /// The folders; those that do not exist are passed over.
  var folders: [String]

  /// The greatest layout file that is read.
  private static let greatestSize = 1_000_000

  /// The names of the files of a kind in all folders, sorted, each once.
  func names(of kind: LayoutKind) -> [String] {
    var names: Set<String> = []
    for folder in folders {
      let path = folder + "/" + kind.rawValue
      for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      where file.hasSuffix(".yaml") && !file.hasPrefix(".") {
        names.insert(String(file.dropLast(5)))
      }
    }
    return names.sorted()
  }

  /// Reads the first file of that kind and name.
  ///
  /// - Parameter place: where the file is asked for, for the complaint.
  /// - Throws: that the file does not exist (with the nearest one that does) or cannot be opened.
  func open(
    _ kind: LayoutKind, _ name: String, askedAt place: SourceSpan?, sources: inout SourceTable
  ) throws(Rejected) -> FileID {
    // A project's folder of layouts lies in the project; the common one may be a link of an installer.
    if let stray = folders.dropLast().first(where: leavesItsParent) {
      throw Rejected([.strayFolder(stray)])
    }
    // Only listed names are opened, so no name can lead out of the folders.
    let available = names(of: kind)
    let folder = folders.first {
      FileManager.default.fileExists(atPath: "\($0)/\(kind.rawValue)/\(name).yaml")
    }
    guard available.contains(name), let folder else {
      let path = "\(folders.last ?? "Layouts")/\(kind.rawValue)/\(name).yaml"
      throw Rejected([.missingFile(path, at: place, available: available, name: name)])
    }
    let path = "\(folder)/\(kind.rawValue)/\(name).yaml"
    // A symbolic link may not lead out of the folder, either.
    guard let home = realPath(folder), realPath(path)?.hasPrefix(home + "/") == true else {
      throw Rejected([.unreadableFile(path)])
    }
    do throws(PlainFile.Failure) {
      return sources.add(
        path: path, bytes: try PlainFile.read(path, greatest: LayoutSearch.greatestSize))
    } catch {
      guard case .tooLarge = error else { throw Rejected([.unreadableFile(path)]) }
      throw Rejected([.tooMuch(at: .top(of: sources.add(path: path, bytes: [])))])
    }
  }

  /// Whether a folder is a link that leads out of the folder it stands in.
  private func leavesItsParent(_ folder: String) -> Bool {
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
    guard let real = realPath(folder), let home = realPath(parent) else { return false }
    return !real.hasPrefix(home == "/" ? home : home + "/")
  }

  private func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
