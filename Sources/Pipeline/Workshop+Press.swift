import Core
import Display
import Layout
import PDFExport
import Planning
import Prepress
import Style

/// A file of an edition that is ready to be written.
struct FinishedFile {
  /// Its name without its folder.
  var name: String
  var bytes: [UInt8]
  var pages: Int
  /// What its printer would say, where it has one.
  var verdict: PressVerdict?
}

/// The pages of a publication as its printer gets them.
struct PressedFile {
  var name: String
  /// Its bleed, where it is made for sheets.
  var bleed: Length?
  /// The printer that it is for, where one was asked for.
  var printer: String?
  var file: PDFFile
  var verdict: PressVerdict?
}

/// What an edition of a publication comes to.
struct FinishedEdition {
  var files: [FinishedFile] = []
  /// What its printer must know, where it has one.
  var ticket: JobTicket?
}

extension Workshop {
  /// Pages + edition → files: one, or what a printer gets.
  mutating func finished(
    _ setting: Setting, publication: String, edition: String
  ) async throws(Rejected) -> FinishedEdition {
    let profile = try readProfile(named: edition, in: layouts, sources: &sources)
    if let imposed = profile.imposes {
      return try await booklet(
        of: setting, publication: publication, edition: edition, imposed: imposed)
    }
    guard profile.isPrinted else {
      let name = "\(publication)-\(edition).pdf"
      let (file, verdict) = try await delivered(setting, edition: edition, name: name)
      return FinishedEdition(files: [
        FinishedFile(
          name: name, bytes: file.bytes, pages: file.facts.pages, verdict: verdict)
      ])
    }
    let printer = try printer(of: profile)
    let volumes = try volumes(of: setting, publication: publication, for: printer)
    var made = FinishedEdition()
    var ticket = try ticket(
      of: volumes, publication: publication, edition: edition, for: printer)
    for (part, suffix) in [(volumes.block, ""), (volumes.cover, "-obalka")] {
      guard let part else { continue }
      let name = "\(publication)\(suffix)-\(edition).pdf"
      let (file, verdict) = try await pressed(part, edition: edition, name: name)
      made.files.append(
        FinishedFile(name: name, bytes: file.bytes, pages: file.facts.pages, verdict: verdict))
      ticket.add(made.files[made.files.count - 1], as: part.isFlatCover ? .cover : .pages)
    }
    made.ticket = ticket
    return made
  }

  /// The block of another edition on sheets.
  private mutating func booklet(
    of setting: Setting, publication: String, edition: String, imposed: String
  ) async throws(Rejected) -> FinishedEdition {
    guard let job = facts?.job(of: publication) else {
      throw Rejected([.unboundBooklet(publication, at: facts?.at)])
    }
    let profile = try readProfile(named: imposed, in: layouts, sources: &sources)
    // The pages are made and judged for whoever prints the sheets.
    let asked = press
    defer { press = asked }
    let named = job.bookletPrinter
    if let named {
      let other = try readPrinter(
        named: named.value, in: layouts, askedAt: named.at, sources: &sources)
      press = press.handed(
        to: PressOrder.Word(named.value, at: named.at), printingBy: other.conditions)
    }
    let printer = try printer(of: profile)
    if printer.imposition == .forbidden {
      throw Rejected([
        .sheetsRefused(by: printer, publication: publication, at: named?.at ?? job.at)
      ])
    }
    let volumes = try volumes(of: setting, publication: publication, for: printer)
    guard let book = volumes.book else {
      throw Rejected([.unboundBooklet(publication, at: job.at)])
    }
    let sheetName = job.sheet?.value ?? "SRA3"
    guard let order = ImpositionOrder(of: book, sheetName: sheetName, bleed: printer.bleed) else {
      throw Rejected([.unknownSheet(sheetName, at: job.sheet?.at)])
    }
    // What creep pushes over the fold is missing at the fore-edge: the pages bleed by as much more.
    sheetBleed = order.bleed + order.greatestCreep(pages: book.pages)
    defer { sheetBleed = nil }
    let name = "\(publication)-\(edition).pdf"
    let (pages, ofPages) = try await pressed(volumes.block, edition: imposed, name: name)
    let file = try PressFile.open(pages.bytes)
    let plan = keep(try planImposition(of: file.value, order))
    let tongue: Tongue =
      setting.laid.pages.information.language.isCzech ? .cs : .en
    let bytes = keep(
      try writeSheets(
        of: file.value, by: plan, face: try labelFace(home), name: name, tongue: tongue))
    let verdict = try await verdict(
      onSheets: bytes, besides: ofPages, for: printer, name: name, tongue: tongue, at: job.at)
    let written = FinishedFile(
      name: name, bytes: bytes, pages: plan.sheets.reduce(0) { $0 + $1.sides.count },
      verdict: verdict)
    var ticket = try ticket(
      of: volumes, publication: publication, edition: imposed, for: printer)
    ticket.sheets = plan
    ticket.sheetPrinter = printer
    ticket.add(written, as: .sheets)
    return FinishedEdition(files: [written], ticket: ticket)
  }

  /// A file for the press; sheets and single pages are made of the same bytes, once.
  private mutating func pressed(
    _ setting: Setting, edition: String, name: String
  ) async throws(Rejected) -> (file: PDFFile, verdict: PressVerdict?) {
    let count = setting.laid.pages.pages.count
    if let known = lastPressed, known.name == name, known.bleed == sheetBleed,
      known.printer == press.printer?.text,
      known.file.facts.pages == count
    {
      return (known.file, known.verdict)
    }
    let (file, verdict) = try await delivered(setting, edition: edition, name: name)
    if !setting.isFlatCover {
      lastPressed = PressedFile(
        name: name, bleed: sheetBleed, printer: press.printer?.text, file: file, verdict: verdict)
    }
    return (file, verdict)
  }

  /// What a printer must know of a publication.
  private mutating func ticket(
    of volumes: Volumes, publication: String, edition: String, for printer: PrinterProfile
  ) throws(Rejected) -> JobTicket {
    let (profile, _) = try intent(of: edition)
    let list = volumes.block.laid.pages
    let information = list.information
    let page = volumes.block.design.page
    var ticket = JobTicket(
      publication: publication, title: information.title, version: facts?.version ?? "",
      date: information.date, printer: printer, page: page.trim,
      bleed: profile.press?.bleed ?? page.bleed, pages: list.pages.count, blanks: volumes.added,
      inks: InkNames.text(of: list.pages), condition: profile.outputIntent.condition,
      hasMarks: profile.press?.hasMarks ?? false)
    ticket.standard = profile.standards.map(\.rawValue).joined(separator: ", ")
    ticket.publisher = facts?.publisher
    ticket.run = volumes.job?.run?.value ?? facts?.run
    ticket.book = volumes.book
    if let cover = volumes.cover?.laid.pages.pages, let outside = cover.first {
      ticket.cover = JobTicket.Cover(
        size: outside.trim,
        inks: [InkNames.text(of: [outside]), InkNames.text(of: Array(cover.dropFirst()))])
    }
    return ticket
  }
}

extension JobTicket {
  /// Adds a file that is ready.
  fileprivate mutating func add(_ file: FinishedFile, as content: File.Content) {
    files.append(
      File(
        name: file.name, content: content, standard: standard, pages: file.pages,
        bytes: file.bytes.count, fingerprint: sha256(file.bytes)))
  }
}
