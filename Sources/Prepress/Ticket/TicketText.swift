package import Core

extension JobTicket {
  /// The ticket for people: one fact a line, the files with their fingerprints at the end.
  package func text(_ tongue: Tongue) -> String {
    func say(_ cs: String, _ en: String) -> String { tongue == .cs ? cs : en }
    func mm(_ length: Length) -> String {
      tongue == .cs ? Millimetres.czech(points: length.points) : length.millimetres
    }
    func thickness(_ paper: Paper) -> String {
      let text = Millimetres.text(points: paper.thickness.points, isThickness: true)
      return tongue == .cs ? String(text.map { $0 == "." ? "," : $0 }) : text
    }
    let open = say("neuvedeno", "not stated")
    var rows: [(String, String)] = [
      (say("Zakázka", "Job"), "\(title) (\(publication))")
    ]
    if let publisher { rows.append((say("Zadavatel", "Customer"), publisher)) }
    rows += [
      (say("Verze", "Version"), "\(version), \(day(tongue))"),
      (say("Tiskárna", "Printer"), "\(printer.title) (\(printer.name))"),
      (say("Náklad", "Run"), run.map { say("\($0) výtisků", "\($0) copies") } ?? open),
      (
        say("Čistý formát", "Trimmed size"),
        say(
          "\(mm(page.width)) × \(mm(page.height)) mm", "\(mm(page.width)) × \(mm(page.height)) mm")
      ),
      (say("Spad", "Bleed"), "\(mm(bleed)) mm"),
      (
        say("Rozsah", "Extent"),
        say("\(Numbers.pages(pages))", "\(pages) pages")
          + (cover == nil ? "" : say(" + obálka (4 strany)", " + cover (4 pages)"))
          + (blanks == 0
            ? "" : say("; prázdných na konci \(blanks), záměrně", "; \(blanks) blank, as meant"))
      ),
    ]
    rows.append(
      (
        say("Vazba", "Binding"),
        book.map { $0.binding.title } ?? open
      ))
    rows.append((say("Papír stran", "Paper of pages"), book.map { $0.paper.title } ?? open))
    if let paper = book?.coverPaper {
      rows.append((say("Papír obálky", "Cover paper"), paper.title))
    }
    if let book, book.binding.method == .perfect {
      rows.append(
        (
          say("Hřbet", "Spine"),
          say(
            "\(mm(book.spine)) mm (\(book.pages / 2) listů × \(thickness(book.paper)) mm "
              + "+ obálka 2 × \(thickness(book.coverPaper ?? book.paper)) mm)",
            "\(mm(book.spine)) mm (\(book.pages / 2) leaves × \(thickness(book.paper)) mm "
              + "+ cover 2 × \(thickness(book.coverPaper ?? book.paper)) mm)")
        ))
    }
    if let cover {
      rows.append(
        (
          say("Obálka naplocho", "Cover, flat"),
          "\(mm(cover.size.width)) × \(mm(cover.size.height)) mm"
        ))
      rows.append(
        (say("Barvy obálky", "Inks of the cover"), cover.inks.joined(separator: " / ")))
    }
    rows += [
      (say("Barvy stran", "Inks of pages"), inks),
      (say("Tisková podmínka", "Condition"), condition),
      (
        say("Značky", "Marks"),
        hasMarks
          ? say("ořezové a soutiskové", "crop and register marks")
          : say("žádné, jen spad a boxy PDF", "none, bleed and PDF boxes only")
      ),
    ]
    if let sheets {
      rows.append(
        (
          say("Archy", "Sheets"),
          "\(sheets.order.sheetName), \(sheets.schemeWords[tongue]), "
            + say("archů \(sheets.sheets.count)", "\(sheets.sheets.count) sheets")
            + (sheetPrinter.map { say("; tiskne ", "; printed by ") + $0.title } ?? "")
        ))
    }
    let width = rows.map(\.0.count).max() ?? 0
    var out = say("ZAKÁZKOVÝ LIST\n\n", "JOB TICKET\n\n")
    for (name, value) in rows {
      out += name + String(repeating: " ", count: width + 2 - name.count) + value + "\n"
    }
    out += "\n" + say("Soubory (SHA-256):\n", "Files (SHA-256):\n")
    for file in files {
      out += "\n  \(file.name)\n    \(words(of: file, tongue)), \(file.standard), "
      out += say("\(file.bytes) bajtů", "\(file.bytes) bytes") + "\n    \(file.fingerprint)\n"
    }
    return out
      + say(
        "\nOtisk ověříte příkazem sha256sum (Windows: certutil -hashfile SOUBOR SHA256).\n",
        "\nCheck a fingerprint with sha256sum (Windows: certutil -hashfile FILE SHA256).\n")
  }

  /// The date of the text as people write it.
  private func day(_ tongue: Tongue) -> String {
    tongue == .cs ? "\(date.day). \(date.month). \(date.year)" : "\(date)"
  }

  private func words(of file: File, _ tongue: Tongue) -> String {
    switch (file.content, tongue) {
    case (.pages, .cs): "jednotlivé strany po sobě, \(file.pages)"
    case (.pages, .en): "single pages in order, \(file.pages)"
    case (.cover, .cs):
      file.pages > 1 ? "obálka naplocho, vnější a vnitřní strana" : "obálka naplocho, vnější strana"
    case (.cover, .en):
      file.pages > 1 ? "cover lying flat, outer and inner side" : "cover lying flat, outer side"
    case (.sheets, .cs): "vyřazené archy, \(Numbers.pages(file.pages)) archů"
    case (.sheets, .en): "imposed sheets, \(file.pages) sides"
    }
  }
}
