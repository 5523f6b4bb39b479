/// The keys that files of designs may set, each as `section.key`, in the order of the readers.
///
/// Rules, fields of the page, faces and running heads are maps within other keys; they count as
/// sections of their own, or with the section in which alone they stand.
package enum DesignKeys {
  /// All of them, each once.
  package static let all: [String] = {
    let heritage = DesignReader.heritage
    let sections: [(String, [String])] = [
      ("design", DesignReader.sections + DesignReader.optionalSections),
      ("page", DesignReader.pageKeys),
      ("page-breaking", DesignReader.pageBreakingKeys),
      ("palette", DesignReader.paletteKeys),
      ("spots", DesignReader.spotKeys),
      ("fonts", DesignReader.fontKeys + DesignReader.faceKeys + DesignReader.protrusionKeys),
      ("paragraphs", heritage + DesignReader.paragraphProperties),
      ("breaking", DesignReader.breakingKeys),
      ("characters", heritage + DesignReader.characterProperties),
      ("boxes", heritage + DesignReader.boxProperties),
      ("tables", heritage + DesignReader.tableProperties),
      ("masters", DesignReader.masterKeys + DesignReader.furnitureKeys),
      ("rule", DesignReader.ruleKeys),
      ("field", DesignReader.sides + ["stand", "colour"]),
      ("tabs", DesignReader.tabKeys),
      ("spine", DesignReader.spineKeys),
    ]
    var keys: [String] = []
    for (section, names) in sections {
      for name in names where !keys.contains("\(section).\(name)") {
        keys.append("\(section).\(name)")
      }
    }
    return keys
  }()
}
