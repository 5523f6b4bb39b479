import Manuscript

extension StyleKey {
  /// The sections of a design that set keys.
  enum Section: String, CaseIterable {
    case paragraphs
    case characters
    case boxes
    case tables

    /// The names of the roles whose keys the section may set, in the order of `Role`.
    var roles: [String] {
      switch self {
      case .paragraphs:
        StyleKey.headings + ["paragraph", "caption"] + StyleKey.entries + ["label"]
      case .characters:
        [
          "label", "emphasis", "strong", "verbatim", "span", "reference", "link", "noteReference",
          "pictogram",
        ]
      case .boxes: StyleKey.boxes
      case .tables: ["table"]
      }
    }
  }

  private static let headings = (1...6).map { "heading.\($0)" }
  private static let entries = (1...6).map { "contentsEntry.\($0)" }
  private static let boxes =
    ["document"] + PartKind.allCases.map { "part.\($0.rawValue)" } + ["section"]
    + GroupKind.allCases.map { "group.\($0.rawValue)" }
    + ListKind.allCases.map { "list.\($0.rawValue)" }
    + [
      "item", "body", "quote", "note", "contents", "tableHead", "tableBody", "tableFoot", "row",
      "headerCell", "dataCell", "figure", "ornament",
    ]
  /// The names of all roles.
  static let allRoles =
    headings + ["paragraph", "caption"] + entries + boxes
    + ["table", "label"] + Section.characters.roles.filter { $0 != "label" }

  /// What is wrong with the spelling of a key.
  enum Flaw: Equatable {
    /// No role of that name; the nearest whole key if there is one.
    case unknown(nearest: String?)
    /// The role belongs to another section.
    case misplaced(home: String)
  }

  /// What is wrong with a key that a section sets; nil if nothing.
  static func flaw(of key: String, in section: Section) -> Flaw? {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let target = parts.last else { return .unknown(nearest: nil) }
    let context = parts.count == 2 ? parts[0] : nil
    var corrected: [String] = []
    var isKnown = true
    for (part, roles) in [(context, allRoles), (target, section.roles)] {
      guard let part else { continue }
      if role(of: part, among: roles) != nil {
        corrected.append(part)
      } else {
        isKnown = false
        if part == target, let role = role(of: part, among: allRoles),
          let home = Section.allCases.first(where: { $0.roles.contains(role) })
        {
          return .misplaced(home: home.rawValue)
        }
        guard let nearest = nearest(to: part, among: roles) else { return .unknown(nearest: nil) }
        corrected.append(nearest)
      }
    }
    return isKnown ? nil : .unknown(nearest: corrected.joined(separator: "/"))
  }

  /// The role that a key without context names; what follows it is the look.
  private static func role(of key: String, among roles: [String]) -> String? {
    if roles.contains(key) { return key }
    guard let dot = key.lastIndex(of: ".") else { return nil }
    let look = key[key.index(after: dot)...]
    let role = String(key[..<dot])
    guard roles.contains(role), isLook(look) else { return nil }
    return role
  }

  private static func isLook(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2D
    }
  }

  private static func nearest(to key: String, among roles: [String]) -> String? {
    guard let dot = key.lastIndex(of: "."), isLook(key[key.index(after: dot)...]) else {
      return Spelling.nearest(to: key, among: roles)
    }
    // What follows the last point may be part of the role's name or a look.
    return Spelling.nearest(to: key, among: roles + roles.map { $0 + key[dot...] })
  }
}
