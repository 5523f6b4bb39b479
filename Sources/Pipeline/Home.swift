import Glibc

/// Where Sazba's own data lie: `Fonts`, `Layouts` and `Data/Codelists`.
package struct Home: Sendable, Equatable {
  /// The folder that holds them.
  package let folder: String

  /// The fonts, hyphenation patterns and colour profiles.
  package var fonts: String { folder + "/Fonts" }
  /// The designs, publications, profiles and phrases.
  package var layouts: String { folder + "/Layouts" }
  /// The dated registers.
  package var codelists: String { folder + "/Data/Codelists" }
  /// The files that a new project begins with.
  package var templates: String { folder + "/Data/Templates" }
  /// The complete sample project.
  package var sample: String { folder + "/Data/dacice" }
  /// What the codes of findings mean.
  package var explanations: String { folder + "/Data/Explanations" }

  /// Finds the home: what the user named, then `SAZBA_HOME`, then `share/sazba` beside the
  /// program's `bin`, then the checkout that the program was built in.
  ///
  /// - Returns: nothing when no such folder holds `Fonts` and `Layouts`; a named folder is never
  ///   passed over for another.
  package static func find(named: String?) -> Home? {
    if let named { return Home(ifComplete: named) }
    if let variable = getenv("SAZBA_HOME").map({ String(cString: $0) }), !variable.isEmpty {
      return Home(ifComplete: variable)
    }
    guard let program = executablePath() else { return nil }
    var folder = parent(of: program)
    if let installed = Home(ifComplete: parent(of: folder) + "/share/sazba") { return installed }
    while folder.count > 1 {
      if let checkout = Home(ifComplete: folder) { return checkout }
      folder = parent(of: folder)
    }
    return nil
  }

  private init?(ifComplete folder: String) {
    let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    for part in ["/Fonts", "/Layouts", "/Data/Codelists"] {
      guard access(trimmed + part, R_OK) == 0 else { return nil }
    }
    self.folder = trimmed
  }

  private static func executablePath() -> String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
