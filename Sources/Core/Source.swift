/// The brand of `FileID`.
package enum FileBrand {}
/// A file of the source table.
package typealias FileID = Index<FileBrand>

/// A stretch of a source file in UTF-8 bytes; lines and columns are worked out on demand.
package struct SourceSpan: Sendable, Hashable {
  /// The file.
  package var file: FileID
  /// The first byte.
  package var start: UInt32
  /// The byte after the last.
  package var end: UInt32

  /// Makes a span of bytes `start..<end` of `file`.
  package init(file: FileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The place before the first byte of a file, for complaints about the file as a whole.
  package static func top(of file: FileID) -> SourceSpan {
    SourceSpan(file: file, start: 0, end: 0)
  }
}

/// A value that still knows its place in the source.
package struct Located<Value> {
  /// The value.
  package var value: Value
  /// Where it was written.
  package var at: SourceSpan
  /// Joins a value to its place.
  package init(_ value: Value, at: SourceSpan) {
    self.value = value
    self.at = at
  }
  /// The same place with another value.
  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: at)
  }
}
extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A file that was read: its path as messages show it, and its text.
package struct SourceFile: Sendable, Equatable {
  /// The path relative to what the user named.
  package let path: String
  /// The text in UTF-8 (already decoded if the file was in another encoding).
  package let bytes: [UInt8]
  /// The cells that the text was taken from; nil for a file that is text itself.
  package let cells: CellMap?
  /// Byte offsets at which lines start.
  let lineStarts: [UInt32]

  /// Takes the text of a file, or of a sheet with its cells' places.
  package init(path: String, bytes: [UInt8], cells: CellMap? = nil) {
    self.path = path
    self.bytes = bytes
    self.cells = cells
    var starts: [UInt32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      starts.append(UInt32(offset + 1))
    }
    self.lineStarts = starts
  }

  /// The line and column (both from 1; columns count Unicode scalars) of a byte offset.
  package func position(of offset: UInt32) -> (line: Int, column: Int) {
    let line = lineIndex(of: offset)
    var column = 1
    var byte = Int(lineStarts[line])
    while byte < min(Int(offset), bytes.count) {
      if bytes[byte] & 0xC0 != 0x80 { column += 1 }
      byte += 1
    }
    // An offset inside a letter belongs to that letter; a stray half of one at a line's start is one.
    if Int(offset) < bytes.count, bytes[Int(offset)] & 0xC0 == 0x80 { column -= 1 }
    return (line + 1, max(1, column))
  }

  /// The byte offset of a line and column, both from 1; columns count Unicode scalars.
  package func offset(line: Int, column: Int) -> UInt32 {
    guard line >= 1 else { return 0 }
    guard line <= lineStarts.count else { return UInt32(bytes.count) }
    var byte = Int(lineStarts[line - 1])
    var left = column - 1
    while left > 0, byte < bytes.count, bytes[byte] != 0x0A {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      left -= 1
    }
    return UInt32(byte)
  }

  /// The byte range of the line that holds `offset`, without its line end.
  package func lineRange(at offset: UInt32) -> Range<Int> {
    let line = lineIndex(of: offset)
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  private func lineIndex(of offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// Every file a build has read, in the order of reading.
package struct SourceTable: Sendable, Equatable {
  /// The files; a `FileID` is a position here.
  package private(set) var files: [SourceFile] = []
  /// Makes an empty table.
  package init() {}

  /// Adds a file and returns its number.
  package mutating func add(path: String, bytes: [UInt8], cells: CellMap? = nil) -> FileID {
    files.append(SourceFile(path: path, bytes: bytes, cells: cells))
    return FileID(files.count - 1)
  }

  /// The file of that number.
  package subscript(_ id: FileID) -> SourceFile { files[id.int] }
}

extension SourceTable {
  /// Where a finding points to: its words where they first stand within its place, else the place.
  package func place(of finding: Diagnostic) -> SourceSpan? {
    guard let span = finding.at, let words = finding.words.map({ Array($0.utf8) }), !words.isEmpty
    else { return finding.at }
    let bytes = self[span.file].bytes
    let end = min(Int(span.end), bytes.count)
    var start = Int(span.start)
    while start + words.count <= end {
      if bytes[start] == words[0], bytes[start..<start + words.count].elementsEqual(words) {
        return SourceSpan(
          file: span.file, start: UInt32(start), end: UInt32(start + words.count))
      }
      start += 1
    }
    return span
  }
}
