import Core
import Foundation
package import Prepress

/// Prints a plan for programs.
package enum ImpositionText {
  private struct Whole: Encodable {
    var scheme: String
    var sheet: String
    var turning: String
    var unit = "mm"
    var sheetWidth: Double
    var sheetHeight: Double
    var pageWidth: Double
    var pageHeight: Double
    var bleed: Double
    var paper: Double
    var pages: Int
    var filledPages: Int
    var sections: Int
    var copies: Int
    var sheets: [Sheet]
  }
  private struct Sheet: Encodable {
    var number: Int
    var section: Int
    var sides: [Side]
  }
  private struct Side: Encodable {
    var face: String
    var trim: [Double]
    var foldsAcross: [Double]
    var foldsDown: [Double]
    var cutsAcross: [Double]
    var cutsDown: [Double]
    var cells: [Cell]
  }
  private struct Cell: Encodable {
    var folio: Int
    var page: Int?
    var turned: Int
    var trim: [Double]
    var creep: Double
  }

  /// The plan as JSON: lengths in millimetres from the sheet's upper left corner, rectangles as
  /// left, top, width, height; a blank place has no `page`.
  package static func json(_ plan: ImpositionPlan) -> String {
    let whole = Whole(
      scheme: plan.order.scheme.rawValue, sheet: plan.order.sheetName,
      turning: plan.order.turning.rawValue, sheetWidth: mm(plan.sheet.width),
      sheetHeight: mm(plan.sheet.height), pageWidth: mm(plan.page.width),
      pageHeight: mm(plan.page.height), bleed: mm(plan.order.bleed), paper: mm(plan.order.paper),
      pages: plan.pageCount, filledPages: plan.filledCount, sections: plan.sectionCount,
      copies: plan.copies,
      sheets: plan.sheets.map { sheet in
        Sheet(number: sheet.number, section: sheet.section, sides: sheet.sides.map(side))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(whole) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private static func side(_ side: PlannedSide) -> Side {
    Side(
      face: side.face.rawValue, trim: edges(side.trim), foldsAcross: side.foldsAcross.map(mm),
      foldsDown: side.foldsDown.map(mm), cutsAcross: side.cutsAcross.map(mm),
      cutsDown: side.cutsDown.map(mm),
      cells: side.cells.map { cell in
        Cell(
          folio: cell.folio, page: cell.page, turned: cell.isInverted ? 180 : 0,
          trim: edges(cell.trim), creep: mm(cell.creep))
      })
  }

  private static func edges(_ rect: Rect) -> [Double] {
    [mm(rect.x), mm(rect.y), mm(rect.width), mm(rect.height)]
  }

  /// Thousandths of a millimetre are the last that anybody could measure.
  private static func mm(_ length: Length) -> Double {
    (length.points * 25_400 / 72).rounded() / 1_000
  }
}
