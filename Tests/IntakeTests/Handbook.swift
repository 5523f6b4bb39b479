import Core
import Planning

@testable import Intake

/// The part of the manual that says what each file holds, written from the forms.
enum Handbook {
  static var text: String {
    var out = "\n## Soubory YAML\n\n"
    out +=
      "Povinný údaj je označen hvězdičkou. Klíč prvního řádu může stát v kterémkoli souboru YAML\n"
    out += "složky; tady je tam, kde ho lidé čekají.\n"
    var told: [String] = []
    for file in ProjectFile.all {
      out += "\n### \(file.name).yaml\n\n\(sentence(file.about.cs))\n\n"
      out += table(file.fields)
      out += forms(in: file.fields, &told)
    }
    out += "\n## Tabulky (CSV nebo XLSX)\n\n"
    out += "Každá tabulka je jeden soubor: buď `.csv`, nebo `.xlsx`. Na pořadí sloupců nezáleží.\n"
    for table in LongTable.all {
      out += "\n### \(table.name)\n\n\(sentence(table.about.cs))\n\n" + self.table(table.columns)
    }
    return out + "\n"
  }

  private static func forms(in fields: [Field], _ told: inout [String]) -> String {
    var out = ""
    for field in fields {
      guard let form = field.content.form, !told.contains(form.name.cs) else { continue }
      told.append(form.name.cs)
      out += "\n**\(form.name.cs)** (`\(field.name)`)\n\n" + table(form.fields)
      out += forms(in: form.fields, &told)
    }
    return out
  }

  private static func table(_ fields: [Field]) -> String {
    var out = "| klíč | co v něm je | zápis | příklad |\n|:--|:--|:--|:--|\n"
    for field in fields {
      let name = "`" + field.name + (field.isYearly ? "RRRR" : "") + "`"
      let example = field.example.isEmpty ? "" : "`" + escaped(field.example) + "`"
      out += "| \(name)\(field.isRequired ? "\\*" : "") | \(escaped(field.note.cs)) | "
      out += "\(escaped(words(for: field.content))) | \(example) |\n"
    }
    return out
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|")
  }

  private static func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
  }

  private static func words(for content: Content) -> String {
    switch content {
    case .text: "text"
    case .passage: "text, i víc odstavců"
    case .texts: "text, nebo seznam"
    case .digits(let count): "\(count) číslic"
    case .code: "kód"
    case .codes: "kódy oddělené čárkou, nebo seznam"
    case .whole: "celé číslo"
    case .year: "rok"
    case .amount: "částka v Kč, rozmezí, nebo nevyčísleno"
    case .cost: "částka v Kč, rozmezí, 0 Kč, v rámci kódu, nebo nevyčísleno"
    case .quantity: "číslo, desetiny s čárkou"
    case .degrees: "stupně"
    case .date: "datum"
    case .period: "roky od–do"
    case .term: "měsíce nebo roky od–do, nebo průběžně"
    case .time: "čas"
    case .language: "značka jazyka"
    case .dataBox: "datová schránka"
    case .flag: "ano, nebo ne"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .codelist(let name): "z číselníku `\(name.rawValue)`"
    case .codelists(let name): "jedna nebo víc hodnot z číselníku `\(name.rawValue)`"
    case .reference(let table, let column, _): "`\(column)` z `\(table)`"
    case .references(let table, let column, _): "jeden nebo víc `\(column)` z `\(table)`"
    case .activity: "kód aktivity"
    case .service: "identifikátor nebo id služby"
    case .record(let form): "údaje „\(form.name.cs)“"
    case .records(let form): "seznam záznamů „\(form.name.cs)“"
    case .remarks(let form): "seznam vět, nebo záznamů „\(form.name.cs)“"
    case .yearAmounts: "řádky „rok: částka“"
    case .codelistAmounts(let name): "řádky „kód: částka“, kódy z číselníku `\(name.rawValue)`"
    }
  }
}
