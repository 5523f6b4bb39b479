import CHunspell
package import Core
import Glibc

/// A word list of a language that is installed on the machine, with its rules of inflection.
///
/// Sazba brings none of its own: a plan is judged the same without one, only its misspelt words are
/// not found. *Source:* hunspell(5) for the files.
package final class WordList {
  private let handle: OpaquePointer
  /// The file that the words are from.
  package let path: String

  /// Where word lists are installed. *Source:* Debian's policy for Hunspell dictionaries.
  package static let folders = ["/usr/share/hunspell", "/usr/share/myspell/dicts"]

  /// The word list of a language; nil where none is installed, or one that is not in UTF-8.
  package static func installed(for language: Language, in folders: [String] = folders) -> WordList?
  {
    let tag = language.tag.split(separator: "-").joined(separator: "_")
    let names = tag == "cs" ? ["cs_CZ", "cs"] : [tag]
    for folder in folders {
      for name in names {
        let words = "\(folder)/\(name).dic"
        let rules = "\(folder)/\(name).aff"
        guard access(words, R_OK) == 0, access(rules, R_OK) == 0 else { continue }
        if let list = WordList(words: words, rules: rules) { return list }
      }
    }
    return nil
  }

  private init?(words: String, rules: String) {
    guard let handle = Hunspell_create(rules, words) else { return nil }
    self.handle = handle
    self.path = words
    guard let encoding = Hunspell_get_dic_encoding(handle),
      String(cString: encoding).uppercased() == "UTF-8"
    else { return nil }
  }

  deinit { Hunspell_destroy(handle) }

  /// Whether the list has a word in this form.
  package func knows(_ word: String) -> Bool {
    // Longer words are no words; the library keeps buffers of fixed length.
    word.utf8.count <= 200 && Hunspell_spell(handle, word) != 0
  }

  /// Words of the list that may have been meant, the likeliest first.
  package func suggestions(for word: String) -> [String] {
    guard word.utf8.count <= 200 else { return [] }
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_suggest(handle, &list, word)
    defer { if count > 0 { Hunspell_free_list(handle, &list, count) } }
    guard let list else { return [] }
    return (0..<Int(count)).compactMap { position in
      list[position].map { String(cString: $0) }
    }
  }
}
