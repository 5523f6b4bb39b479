import Core
import Foundation
import Prepress

/// The job ticket for programs; lengths are millimetres.
enum TicketJSON {
  private struct Whole: Encodable {
    var publication, title: String
    var publisher: String?
    var version, date: String
    var printer: Named
    var run: Int?
    var page: Area
    var bleed: Decimal
    var pages, blankPages: Int
    var binding: Named?
    var paper, coverPaper: Sheet?
    var spine: Decimal?
    var cover: Flat?
    var inks, condition: String
    var marks: Bool
    var sheets: Imposed?
    var files: [File]
  }
  private struct Named: Encodable { var name, title: String }
  private struct Area: Encodable { var width, height: Decimal }
  private struct Sheet: Encodable {
    var name, title: String
    var grammage: Int
    var thickness: Decimal
  }
  private struct Flat: Encodable {
    var width, height: Decimal
    var inks: [String]
  }
  private struct Imposed: Encodable {
    var scheme, sheet, printer: String
    var count: Int
  }
  private struct File: Encodable {
    var name, content, standard: String
    var pages, bytes: Int
    var sha256: String
  }

  /// The ticket as JSON, keys in alphabetical order.
  static func text(_ ticket: JobTicket) -> String {
    let book = ticket.book
    let whole = Whole(
      publication: ticket.publication, title: ticket.title, publisher: ticket.publisher,
      version: ticket.version, date: "\(ticket.date)",
      printer: Named(name: ticket.printer.name, title: ticket.printer.title), run: ticket.run,
      page: area(ticket.page), bleed: mm(ticket.bleed), pages: ticket.pages,
      blankPages: ticket.blanks,
      binding: book.map { Named(name: $0.binding.name, title: $0.binding.title) },
      paper: book.map { sheet($0.paper) }, coverPaper: book?.coverPaper.map(sheet),
      spine: book.flatMap { $0.binding.method == .perfect ? mm($0.spine) : nil },
      cover: ticket.cover.map {
        Flat(width: mm($0.size.width), height: mm($0.size.height), inks: $0.inks)
      },
      inks: ticket.inks, condition: ticket.condition, marks: ticket.hasMarks,
      sheets: ticket.sheets.map {
        Imposed(
          scheme: $0.order.scheme.rawValue, sheet: $0.order.sheetName,
          printer: ticket.sheetPrinter?.name ?? "", count: $0.sheets.count)
      },
      files: ticket.files.map {
        File(
          name: $0.name, content: $0.content.rawValue, standard: $0.standard, pages: $0.pages,
          bytes: $0.bytes, sha256: $0.fingerprint)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(whole) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func area(_ size: Size) -> Area {
    Area(width: mm(size.width), height: mm(size.height))
  }

  private static func sheet(_ paper: Paper) -> Sheet {
    Sheet(
      name: paper.name, title: paper.title, grammage: paper.grammage,
      thickness: Decimal(
        string: Millimetres.text(points: paper.thickness.points, isThickness: true)) ?? 0)
  }

  private static func mm(_ length: Length) -> Decimal {
    Decimal(string: length.millimetres) ?? 0
  }
}
