package import Core
import Prepress
import Style

/// What there is for printing, as people read it; nothing where a file of it is faulty.
package struct PrintShopAnswer: Sendable {
  /// The list.
  package var text: String?
  /// What is wrong with the files.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
}

/// Lists printers, conditions, papers and bindings: the name, what for, the limits, the file.
///
/// - Parameter project: a project's folder, whose own come before the common ones.
package func printShopText(project: String?, home: Home, tongue: Tongue) -> PrintShopAnswer {
  var answer = PrintShopAnswer()
  let own = project.map { $0.hasSuffix("/") ? $0 + "Layouts" : $0 + "/Layouts" }
  do throws(Rejected) {
    let shop = try readPrintShop(
      in: [own].compactMap { $0 } + [home.layouts], sources: &answer.sources)
    answer.text = PrintShopText(tongue: tongue, home: home.folder).text(shop)
  } catch {
    answer.findings = error.diagnostics
  }
  return answer
}

/// Prints what there is.
private struct PrintShopText {
  let tongue: Tongue
  let home: String

  func text(_ shop: PrintShop) -> String {
    var out = head(
      "Tiskárny (tiskarna:, --printer, --profile)",
      "Printers (tiskarna:, --printer, --profile)")
    for entry in shop.printers {
      out += item(entry, entry.value.name, entry.value.title, limits(of:))
    }
    out += head("Tiskové podmínky (podminka:)", "Printing conditions (podminka:)")
    for entry in shop.conditions {
      out += item(entry, entry.value.name, entry.value.title, profile(of:))
    }
    out += head("Papíry (papir:, --paper)", "Papers (papir:, --paper)")
    for entry in shop.papers {
      out += item(entry, entry.value.name, entry.value.title, thickness(of:))
    }
    out += head("Vazby (vazba:, --binding)", "Bindings (vazba:, --binding)")
    for entry in shop.bindings {
      out += item(entry, entry.value.name, entry.value.title, holds(of:))
    }
    return String(out.dropFirst())
  }

  private func say(_ cs: String, _ en: String) -> String { tongue == .cs ? cs : en }

  private func head(_ cs: String, _ en: String) -> String { "\n" + say(cs, en) + "\n" }

  private func item<Value>(
    _ entry: PrintShop.Entry<Value>, _ name: String, _ title: String, _ facts: (Value) -> [String]
  ) -> String {
    let room = String(repeating: " ", count: max(1, 16 - name.unicodeScalars.count))
    var out = "  \(name)\(room)\(title)\n"
    for fact in facts(entry.value) { out += "                  \(fact)\n" }
    let path = entry.path
    let short = path.hasPrefix(home + "/") ? String(path.dropFirst(home.utf8.count + 1)) : path
    return out + "                  \(short)\n"
  }

  private func millimetres(_ length: Length, isThickness: Bool = false) -> String {
    let text = Millimetres.text(points: length.points, isThickness: isThickness)
    return decimal(text) + " mm"
  }

  private func decimal(_ text: String) -> String {
    guard tongue == .cs else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "." ? "," : $0 }))
  }

  private func wish(_ wish: PrinterWish) -> String {
    switch wish {
    case .wanted: say("chce", "wanted")
    case .allowed: say("smí být", "allowed")
    case .forbidden: say("nechce", "refused")
    }
  }

  private func limits(of printer: PrinterProfile) -> [String] {
    let accepted = printer.accepts.map(\.rawValue).joined(separator: ", ")
    let conditions = printer.conditions.joined(separator: ", ")
    let hundredths = Int((printer.minimalLine.points * 100).rounded())
    let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    let line = decimal("\(hundredths / 100).\(digits)")
    return [
      say(
        "bere \(accepted); tiskne podle \(conditions)", "takes \(accepted); prints by \(conditions)"
      ),
      say(
        "barva nejvýš \(printer.inkLimit) %, čára od \(line) b., obrázky od "
          + "\(printer.minimalResolution) ppi (pérovky \(printer.minimalBitmapResolution)), "
          + "přímých barev \(printer.spots)",
        "ink up to \(printer.inkLimit) %, lines from \(line) pt, pictures from "
          + "\(printer.minimalResolution) ppi (bitmaps \(printer.minimalBitmapResolution)), "
          + "spot colours \(printer.spots)"),
      say(
        "spad \(millimetres(printer.bleed)), text \(millimetres(printer.safety)) od ořezu, "
          + "stran násobek \(printer.pageMultiple); značky \(wish(printer.marks)), "
          + "archy \(wish(printer.imposition))",
        "bleed \(millimetres(printer.bleed)), text \(millimetres(printer.safety)) from the trim, "
          + "pages a multiple of \(printer.pageMultiple); marks \(wish(printer.marks)), "
          + "sheets \(wish(printer.imposition))"),
    ]
  }

  private func profile(of condition: PrintingCondition) -> [String] {
    condition.profile.isEmpty
      ? [
        say(
          "profil ICC dodá tiskárna (--icc soubor.icc)",
          "its ICC profile comes from the printer (--icc file.icc)")
      ] : [say("profil ICC: Fonts/\(condition.profile)", "ICC profile: Fonts/\(condition.profile)")]
  }

  private func thickness(of paper: Paper) -> [String] {
    let thickness = millimetres(paper.thickness, isThickness: true)
    return [
      say(
        "\(paper.grammage) g/m², list \(thickness)",
        "\(paper.grammage) g/m², a leaf of \(thickness)")
    ]
  }

  private func holds(of binding: Binding) -> [String] {
    var facts: [String] = []
    if !binding.aliases.isEmpty {
      let names = binding.aliases.joined(separator: ", ")
      facts.append(say("také: \(names)", "also: \(names)"))
    }
    for limit in binding.leafLimits {
      facts.append(
        limit.grammage.map {
          say(
            "nejvýš \(limit.leaves) listů do \($0) g/m²",
            "at most \(limit.leaves) leaves up to \($0) g/m²")
        } ?? say("nejvýš \(limit.leaves) listů", "at most \(limit.leaves) leaves"))
    }
    if binding.leastBlock > .zero || binding.greatestBlock != nil {
      let least = millimetres(binding.leastBlock)
      let most = binding.greatestBlock.map { millimetres($0) } ?? "–"
      facts.append(say("blok \(least) až \(most)", "block of \(least) to \(most)"))
    }
    facts.append(
      say("stran násobek \(binding.pageMultiple)", "pages a multiple of \(binding.pageMultiple)"))
    return facts
  }
}
