import CZip
import Core
import Glibc

/// The zip archive that a workbook is, in memory; nothing is ever unpacked to a disk.
///
/// Bounds hold for what is declared and again for what really comes out, so that neither a lying
/// directory nor a bomb costs more than the bound. *Source:* APPNOTE.TXT 6.3; ISO/IEC 29500-2.
struct Archive: ~Copyable {
  /// The bounds of what is unpacked.
  struct Bounds: Sendable {
    /// Bytes of one part.
    var part = 192 << 20
    /// Bytes of all parts that are read.
    var whole = 384 << 20
    /// Entries of the archive.
    var entries: Int64 = 10_000
    /// How many times larger than packed a part may be; small ones may be more.
    var ratio: UInt64 = 400
    /// Below this size the ratio says nothing.
    var small = 4 << 20
  }

  private let zip: OpaquePointer
  private let bounds: Bounds
  private var read = 0

  /// Opens an archive and looks at its directory.
  init(_ bytes: [UInt8], bounds: Bounds = Bounds()) throws(WorkbookFault) {
    let zip = try Archive.open(bytes)
    if let fault = Archive.fault(ofDirectory: zip, bounds) {
      zip_discard(zip)
      throw fault
    }
    self.zip = zip
    self.bounds = bounds
  }

  deinit { zip_discard(zip) }

  private static func open(_ bytes: [UInt8]) throws(WorkbookFault) -> OpaquePointer {
    // The archive frees this copy with itself.
    guard let copy = malloc(max(1, bytes.count)) else { throw .unpackable }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memcpy(copy, base, source.count) }
    }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
      free(copy)
      throw .unpackable
    }
    guard let zip = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw .unpackable
    }
    return zip
  }

  private static func fault(ofDirectory zip: OpaquePointer, _ bounds: Bounds) -> WorkbookFault? {
    let count = zip_get_num_entries(zip, 0)
    guard count <= bounds.entries else { return .manyParts(Int(count)) }
    var names: Set<String> = []
    for index in 0..<max(0, count) {
      guard let raw = zip_get_name(zip, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_GUESS)) else {
        return .unpackable
      }
      let name = String(cString: raw)
      guard isPlain(name) else { return .strangeName(name) }
      guard names.insert(name).inserted else { return .repeated(name) }
    }
    return nil
  }

  /// Whether a name stays within the folder that an archive would be unpacked to.
  static func isPlain(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.utf8.contains(0x5C) && !name.utf8.contains(0x3A)
      && !name.split(separator: "/").contains("..") && name.utf8.allSatisfy { $0 >= 0x20 }
  }

  /// Whether there is such a part.
  borrowing func holds(_ name: String) -> Bool { index(of: name) != nil }

  private borrowing func index(of name: String) -> zip_uint64_t? {
    // Names of parts are the same in either case. *Source:* ISO/IEC 29500-2 §6.2.2.3.
    let found = zip_name_locate(zip, name, zip_flags_t(ZIP_FL_NOCASE))
    return found >= 0 ? zip_uint64_t(found) : nil
  }

  /// The bytes of a part; nil where there is none.
  mutating func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let index = index(of: name) else { return nil }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(zip, index, 0, &facts) == 0 else { throw .unpackable }
    guard facts.encryption_method == 0 else { throw .encrypted }
    try check(name, size: Int(clamping: facts.size), packed: facts.comp_size)
    guard let file = zip_fopen_index(zip, index, 0) else { throw .unpackable }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(clamping: facts.size), 1 << 20))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        $0.baseAddress.map { base in zip_fread(file, base, 1 << 16) } ?? -1
      }
      // The last read also compares the checksum.
      guard count >= 0 else { throw .unpackable }
      guard count > 0 else { break }
      try check(name, size: bytes.count + Int(count), packed: facts.comp_size)
      bytes.append(contentsOf: chunk[..<Int(count)])
    }
    read += bytes.count
    return bytes
  }

  private borrowing func check(
    _ name: String, size: Int, packed: UInt64
  ) throws(WorkbookFault) {
    guard size <= bounds.part, read + size <= bounds.whole else { throw .large(name) }
    guard size <= bounds.small || UInt64(size) / bounds.ratio <= packed else {
      throw .bomb(name)
    }
  }
}

extension WorkbookFault {
  fileprivate static let unpackable = damaged(
    Phrase(
      cs: "soubor je neúplný nebo se cestou poškodil",
      en: "the file is incomplete or was damaged on its way"))

  fileprivate static func manyParts(_ count: Int) -> WorkbookFault {
    tooLarge(
      Phrase(
        cs: "Sešit má \(count) částí; tolik jich tabulka nemá.",
        en: "The workbook has \(count) parts; a table does not have so many."))
  }

  fileprivate static func large(_ part: String) -> WorkbookFault {
    tooLarge(
      Phrase(
        cs: "Sešit je po rozbalení příliš velký (část „\(part)“).",
        en: "The workbook is too large once unpacked (part “\(part)”)."))
  }

  fileprivate static func bomb(_ part: String) -> WorkbookFault {
    hostile(
      Phrase(
        cs: "Část „\(part)“ se rozbaluje na mnohosetnásobek své velikosti, jako u zip bomby.",
        en: "The part “\(part)” unpacks to many hundred times its size, as zip bombs do."))
  }

  fileprivate static func strangeName(_ name: String) -> WorkbookFault {
    hostile(
      Phrase(
        cs: "Sešit má uvnitř soubor s nebezpečnou cestou „\(shown(name))“.",
        en: "The workbook holds a file with the unsafe path “\(shown(name))”."))
  }

  fileprivate static func repeated(_ name: String) -> WorkbookFault {
    hostile(
      Phrase(
        cs: "Sešit má uvnitř dvakrát soubor „\(shown(name))“.",
        en: "The workbook holds the file “\(shown(name))” twice."))
  }

  /// A foreign name, short and without characters that steer a terminal.
  static func shown(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(60) {
      text.append(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "?" : scalar)
    }
    return String(text)
  }
}
