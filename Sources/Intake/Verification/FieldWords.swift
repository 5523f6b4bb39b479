import Core
import Planning

/// What a text that somebody wrote into a sheet comes to.
enum WrittenValue: Equatable {
  /// The text as tables hold it.
  case value(String)
  /// Why it cannot stand there.
  case fault(Phrase)
}

extension ChoiceSource {
  /// The text of a field as people read it: names in place of codes.
  func words(of text: String, as content: Content) -> String {
    guard !text.isEmpty else { return "" }
    switch content {
    case .codelist, .codelists, .reference, .references:
      let entries = entries(for: content) ?? []
      if text == "vše" { return text }
      return VerificationWords.parts(text).map { part in
        entries.first { $0.code == part }.map { label(of: $0, content) } ?? part
      }.joined(separator: " | ")
    default: return text
    }
  }

  /// What a sheet offers for a field.
  func labels(for content: Content) -> [String]? {
    entries(for: content)?.map { label(of: $0, content) }
  }

  private func label(of entry: Entry, _ content: Content) -> String {
    switch content {
    case .reference, .references: entry.name.isEmpty ? entry.code : "\(entry.name) (\(entry.code))"
    default: entry.name.isEmpty ? entry.code : entry.name
    }
  }

  /// The text as tables hold it of what somebody wrote: codes in place of names.
  func value(of written: String, in field: Field) -> WrittenValue {
    let text = PlainValue.trimmed(written)
    switch field.content {
    case .codelist, .reference: return code(text, field.content)
    case .codelists, .references:
      if text == "vše", field.name == "uzemi" { return .value(text) }
      var codes: [String] = []
      for part in VerificationWords.parts(text) {
        switch code(part, field.content) {
        case .value(let code): if !codes.contains(code) { codes.append(code) }
        case .fault(let words):
          guard part.contains(where: { ",;".contains($0) }) else { return .fault(words) }
          return .fault(
            Phrase(
              cs: words.cs + "; víc hodnot oddělte svislicí |",
              en: words.en + "; divide several values by a bar |"))
        }
      }
      return .value(codes.joined(separator: " | "))
    default: return VerificationWords.plain(text, in: field)
    }
  }

  private func code(_ text: String, _ content: Content) -> WrittenValue {
    let entries = entries(for: content) ?? []
    let found = entries.filter { entry in
      [entry.code, label(of: entry, content), entry.name].contains {
        $0.lowercased() == text.lowercased()
      }
    }
    guard let first = found.first, found.allSatisfy({ $0.code == first.code }) else {
      return .fault(
        found.isEmpty
          ? Phrase(
            cs: "„\(text)“ není v nabídce možných hodnot", en: "“\(text)” is not in the list")
          : Phrase(cs: "„\(text)“ může znamenat víc hodnot", en: "“\(text)” is ambiguous"))
    }
    return .value(first.code)
  }
}

/// How the values of sheets are written and judged.
enum VerificationWords {
  /// The values that a bar divides.
  static func parts(_ text: String) -> [String] {
    text.split(separator: "|").map { PlainValue.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// Judges a value that no list holds by the rules for it.
  static func plain(_ text: String, in field: Field) -> WrittenValue {
    func fault(_ cs: String, _ en: String) -> WrittenValue {
      .fault(Phrase(cs: "„\(text)“ \(cs)", en: "“\(text)” \(en)"))
    }
    switch field.content {
    case .digits(5):
      let digits = ReadingDesk.ungrouped(text)
      return isPostcode(digits)
        ? .value(digits) : fault("není PSČ o pěti číslicích (V07)", "is no postcode (V07)")
    case .whole:
      guard let number = PlainValue.whole(text) else {
        return fault("není celé číslo", "is no whole number")
      }
      return .value("\(number)")
    case .date:
      guard let day = PlainValue.date(text) else {
        return fault("není datum, například 4. 9. 2024", "is no day, for example 4. 9. 2024")
      }
      return .value(RegisterMerge.text(day))
    case .flag:
      return text == "ano" || text == "ne"
        ? .value(text) : fault("není „ano“ ani „ne“", "is neither “ano” nor “ne”")
    case .dataBox:
      return PlainValue.dataBox(text) != nil
        ? .value(text) : fault("není název datové schránky", "names no datová schránka")
    default: break
    }
    if field.name == "telefon", Telephone(text) == nil {
      return fault("není telefonní číslo (V08)", "is no telephone number (V08)")
    }
    if field.name == "email", text.split(separator: "@").count != 2 || text.contains(" ") {
      return fault("není e-mailová adresa", "is no e-mail address")
    }
    if field.name == "poslani", text.unicodeScalars.count > 400 {
      return fault("má víc než 400 znaků", "has more than 400 characters")
    }
    return .value(text)
  }
}
