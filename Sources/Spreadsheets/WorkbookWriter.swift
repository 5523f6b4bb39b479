import CXlsxWriter
import Core
import Glibc

/// Why a workbook could not be written.
package enum WritingFailure: Error, Sendable, Equatable {
  /// The system's error number.
  case system(Int32)
  /// A text that is longer than a cell can hold; the sheet and the cell.
  case longText(String, String)
}

extension NewWorkbook {
  /// The workbook as the bytes of an XLSX file: the same bytes for the same workbook.
  ///
  /// The file is made in memory. *Throws:* when there is no memory, or no room for the library's
  /// temporary files.
  package func bytes() throws(WritingFailure) -> [UInt8] {
    let memory = sazba_memory_file()
    guard memory >= 0 else { throw WritingFailure.system(errno) }
    defer { close(memory) }
    guard let book = workbook_new("/proc/self/fd/\(memory)") else {
      throw WritingFailure.system(ENOMEM)
    }
    var writer = WorkbookWriter(book: book, refusal: refusal)
    setProperties(of: book)
    for sheet in sheets { writer.add(sheet) }
    let status = workbook_close(book)
    if let failure = writer.failure { throw failure }
    guard status == LXW_NO_ERROR else { throw WritingFailure.system(errno == 0 ? EIO : errno) }
    return try Self.contents(of: memory)
  }

  private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      // 0 would mean the clock to the library. Zip knows no day before 1980.
      properties.created = time_t(max(created?.daysSince1970 ?? 0, 3_652) * 86_400)
      workbook_set_properties(book, &properties)
    }
  }

  private static func contents(of file: Int32) throws(WritingFailure) -> [UInt8] {
    let size = lseek(file, 0, SEEK_END)
    guard size >= 0 else { throw WritingFailure.system(errno) }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(done))
      }
      guard count > 0 else { throw WritingFailure.system(errno) }
      done += count
    }
    return bytes
  }
}

/// Hands a workbook to libxlsxwriter, sheet by sheet.
private struct WorkbookWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  let refusal: NewWorkbook.Refusal
  /// The first failure to write a cell.
  private(set) var failure: WritingFailure?
  private var styles: [(format: NewSheet.Format, isLocked: Bool, style: Style)] = []

  typealias Page = UnsafeMutablePointer<lxw_worksheet>
  typealias Style = UnsafeMutablePointer<lxw_format>

  /// The ink of titles and the ground behind them: dark on light, above 7 : 1.
  private static let ink: lxw_color_t = 0x1F3A4D
  private static let ground: lxw_color_t = 0xE3ECF1
  private static let line: lxw_color_t = 0x7A8F9B

  init(book: UnsafeMutablePointer<lxw_workbook>, refusal: NewWorkbook.Refusal) {
    self.book = book
    self.refusal = refusal
  }

  mutating func add(_ sheet: NewSheet) {
    guard let page = workbook_add_worksheet(book, sheet.name) else { return }
    addHeader(sheet.columns, to: page)
    worksheet_freeze_panes(page, 1, 0)
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let status = write(
          cell, to: page, row: UInt32(row + 1), column: UInt16(column),
          style: style(
            of: sheet.columns[column].format, cell,
            isLocked: sheet.isLocked || sheet.columns[column].isLocked))
        note(status, sheet.name, row: UInt32(row + 1), column: UInt16(column))
      }
    }
    let last = UInt32(sheet.rows.count) + sheet.spareRows
    for (column, facts) in sheet.columns.enumerated() {
      worksheet_set_column(
        page, UInt16(column), UInt16(column), facts.width,
        style(of: facts.format, .empty, isLocked: sheet.isLocked || facts.isLocked))
      if let choices = facts.choices, choices.count > 0, last > 0 {
        offer(choices, on: page, rows: 1...last, column: UInt16(column))
      }
    }
    for one in sheet.offers where one.choices.count > 0 {
      let row = UInt32(one.row + 1)
      offer(one.choices, on: page, rows: row...row, column: UInt16(one.column))
    }
    worksheet_ignore_errors(
      page, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
      "A1:" + CellMap.name(row: max(last, 1), column: UInt16(max(1, sheet.columns.count) - 1)))
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_repeat_rows(page, 0, 0)
    if sheet.isLocked || sheet.columns.contains(where: \.isLocked) {
      worksheet_protect(page, nil, nil)
    }
  }

  private func addHeader(_ columns: [NewSheet.Column], to page: Page) {
    for isRequired in [true, false] where columns.contains(where: { $0.isRequired == isRequired }) {
      let style = workbook_add_format(book)
      if isRequired { format_set_bold(style) } else { format_set_italic(style) }
      format_set_font_color(style, WorkbookWriter.ink)
      format_set_bg_color(style, WorkbookWriter.ground)
      format_set_bottom(style, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(style, WorkbookWriter.line)
      format_set_num_format(style, "@")
      for (position, column) in columns.enumerated() where column.isRequired == isRequired {
        worksheet_write_string(page, 0, UInt16(position), column.title, style)
        guard !column.note.isEmpty else { continue }
        var options = lxw_comment_options()
        options.width = 260
        options.height = 90
        worksheet_write_comment_opt(page, 0, UInt16(position), column.note, &options)
      }
    }
  }

  private mutating func note(_ status: lxw_error, _ sheet: String, row: UInt32, column: UInt16) {
    guard status != LXW_NO_ERROR, failure == nil else { return }
    failure =
      status == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
      ? .longText(sheet, CellMap.name(row: row, column: column)) : .system(ENOMEM)
  }

  private func write(
    _ cell: NewSheet.Cell, to page: Page, row: UInt32, column: UInt16, style: Style?
  ) -> lxw_error {
    switch cell {
    case .empty: return LXW_NO_ERROR
    case .text(let text):
      return worksheet_write_string(page, row, column, EscapedText.escaped(text), style)
    case .whole(let number): return worksheet_write_number(page, row, column, Double(number), style)
    case .decimal(let digits, let decimals):
      var scale = 1.0
      for _ in 0..<decimals { scale *= 10 }
      return worksheet_write_number(page, row, column, Double(digits) / scale, style)
    case .date(let day):
      var moment = lxw_datetime()
      moment.year = Int32(day.year)
      moment.month = Int32(day.month)
      moment.day = Int32(day.day)
      return worksheet_write_datetime(page, row, column, &moment, style)
    }
  }

  /// The style of a cell; a decimal number shows the decimals that it was written with, a
  /// day is a day and a text a text in any column.
  private mutating func style(
    of format: NewSheet.Format, _ cell: NewSheet.Cell, isLocked: Bool
  ) -> Style? {
    var format = format
    if case .decimal(_, let decimals) = cell { format = .decimal(decimals) }
    if case .text = cell { format = .text }
    if case .date = cell { format = .date }
    if let known = styles.first(where: { $0.format == format && $0.isLocked == isLocked }) {
      return known.style
    }
    guard let style = workbook_add_format(book) else { return nil }
    switch format {
    case .text:
      format_set_num_format(style, "@")
      format_set_text_wrap(style)
    case .plain: format_set_num_format(style, "0")
    case .grouped: format_set_num_format(style, "#,##0")
    case .decimal(0): format_set_num_format(style, "General")
    case .decimal(let count):
      format_set_num_format(style, "0." + String(repeating: "0", count: Int(count)))
    case .date: format_set_num_format(style, "d. m. yyyy")
    }
    format_set_align(style, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if !isLocked { format_set_unlocked(style) }
    styles.append((format, isLocked, style))
    return style
  }

  private func offer(
    _ choices: NewSheet.Choices, on page: Page, rows: ClosedRange<UInt32>, column: UInt16
  ) {
    let letters = CellMap.name(row: 0, column: choices.column).dropLast()
    let list = "='\(choices.sheet)'!$\(letters)$2:$\(letters)$\(choices.count + 1)"
    list.withCString { list in
      refusal.title.withCString { title in
        refusal.message.withCString { message in
          var rule = lxw_data_validation()
          rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
          rule.value_formula = UnsafeMutablePointer(mutating: list)
          rule.error_title = UnsafeMutablePointer(mutating: title)
          rule.error_message = UnsafeMutablePointer(mutating: message)
          if !choices.isStrict { rule.show_error = UInt8(LXW_VALIDATION_OFF.rawValue) }
          worksheet_data_validation_range(
            page, rows.lowerBound, column, rows.upperBound, column, &rule)
        }
      }
    }
  }
}
