import PDFSyntax

/// The objects of a file that its pages need, each under a new number.
struct CarriedObjects {
  /// The new numbers by the old ones.
  private(set) var numbers: [Int: Reference] = [:]
  /// The old numbers in the order of the new ones.
  private(set) var order: [Int] = []

  private let reader: PDFReader
  private var next: Int

  /// What would lead from a page's resources to the rest of the document.
  static let dropped = ["StructParent", "StructParents", "PieceInfo", "Parent"]

  /// - Parameter first: the number of the first object that is carried.
  init(_ reader: PDFReader, from first: Int) {
    self.reader = reader
    next = first
  }

  /// The number after the last one given.
  var end: Int { next }

  /// Takes everything that a value leads to.
  ///
  /// *Throws:* what reading those objects throws.
  mutating func take(_ root: PDFObject) throws(PDFFailure) {
    var open = [root]
    while let object = open.popLast() {
      switch object {
      case .reference(let reference):
        guard numbers[reference.number] == nil else { continue }
        let found = try reader.object(reference.number)
        // Pages stay behind: what points at one of them points nowhere.
        if let type = found.dictionary?["Type"].name, ["Page", "Pages", "Catalog"].contains(type) {
          continue
        }
        if found == .null { continue }
        numbers[reference.number] = Reference(next)
        order.append(reference.number)
        next += 1
        open.append(found)
      case .array(let list): open.append(contentsOf: list.reversed())
      case .dictionary(let entries), .stream(let entries, _):
        for entry in entries.entries.reversed()
        where !CarriedObjects.dropped.contains(entry.key) {
          open.append(entry.value)
        }
      default: continue
      }
    }
  }

  /// The copier that writes them.
  var copier: ObjectCopier { ObjectCopier(numbers: numbers, dropping: CarriedObjects.dropped) }

  /// Writes all objects taken; data of streams go over as they are, byte for byte.
  func write(form: FileForm, to file: inout FileWriter) throws(PDFFailure) {
    let copier = self.copier
    var batch = ObjectBatch(form)
    for old in order {
      guard let new = numbers[old] else { continue }
      let object = try reader.object(old)
      if case .stream(let entries, let range) = object {
        file.append(new, SealedStream(plain: Array(reader.bytes[range]))) { dictionary in
          copier.write(entries, to: &dictionary, without: ["Length"])
        }
      } else {
        batch.copy(object, as: new, by: copier)
      }
    }
    file.append(batch.sealed())
  }
}
