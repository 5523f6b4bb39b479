import Core
import Display
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

@Suite struct FileStructureTests {
  private func reader() async throws -> PDFReader { try PDFReader(try await sampleFile().bytes) }

  @Test func catalogSaysWhatReadersNeed() async throws {
    let reader = try await reader()
    let catalog = try reader.catalog
    #expect(catalog["Lang"].text == "cs")
    #expect(catalog["MarkInfo"].dictionary?["Marked"] == .boolean(true))
    #expect(catalog["ViewerPreferences"].dictionary?["DisplayDocTitle"] == .boolean(true))
    #expect(catalog["PageMode"].name == "UseOutlines")
    let intents = try #require(catalog["OutputIntents"].array)
    #expect(intents.count == 1)
    #expect(intents[0].dictionary?["S"].name == "GTS_PDFA1")
    let icc = try reader.data(of: try #require(intents[0].dictionary)["DestOutputProfile"])
    #expect(try icc == Repository.bytes(of: "Fonts/ICC/sRGB.icc"))
    for absent in ["OpenAction", "AA", "AcroForm", "OCProperties", "Perms", "Requirements"] {
      #expect(catalog[named: absent] == .null, "\(absent)")
    }
  }

  @Test func pagesAreTabbedByStructureAndHaveTheirOwnResources() async throws {
    for (number, page) in try await reader().pages().enumerated() {
      #expect(page.page["Tabs"].name == "S")
      #expect(page.page["StructParents"].integer == number)
      #expect(page.page["Resources"] != .null)
      #expect(page.page["MediaBox"].array?.compactMap(\.integer) == [0, 0, 298, 420])
      #expect(page.page["Group"] == .null && page.page["AA"] == .null)
    }
  }

  @Test func labelsCountRomanThenArabic() async throws {
    let labels = try await reader().catalog["PageLabels"].dictionary?["Nums"].array
    let styles = labels?.compactMap { $0.dictionary?["S"].name }
    #expect(styles == ["r", "D"])
    #expect(labels?.compactMap(\.integer) == [0, 1])
  }

  @Test func bookmarksAreFoldedBelowTheFirstLevel() async throws {
    let reader = try await reader()
    let root = try catalogEntry("Outlines", reader)
    #expect(root["Count"].integer == 1)
    let first = try followed(root["First"], reader)
    #expect(first["Title"].text == "1 Úvod")
    #expect(first["Count"].integer == -1)
    #expect(first["Next"] == .null)
    let second = try followed(first["First"], reader)
    #expect(second["Title"].text == "Ďábelské ódy")
    #expect(second["Parent"].reference == root["First"].reference)
    let pages = try reader.pages().map(\.number)
    #expect(second["Dest"].array?.first?.reference?.number == pages[1])
  }

  @Test func deepBookmarksAreChained() async throws {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    let node = composer.add(.heading1, under: root)
    composer.set("H", for: .node(node), x: .pt(40), y: .pt(60))
    for (title, depth) in [("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0)] {
      composer.outline.append(
        OutlineEntry(depth: depth, title: title, page: 0, at: .zero, node: node))
    }
    let reader = try PDFReader(try await exported(composer))
    var told: [String] = []
    func walk(_ object: PDFObject, _ depth: Int) throws {
      var next = try reader.resolved(object).dictionary
      while let item = next {
        told.append("\(depth)\(item["Title"].text ?? "")")
        try walk(item["First"], depth + 1)
        next = try reader.resolved(item["Next"]).dictionary
      }
    }
    let outlines = try catalogEntry("Outlines", reader)
    try walk(outlines["First"], 0)
    #expect(told == ["0a", "1b", "2c", "1d", "0e"])
    #expect(outlines["Count"].integer == 2)
  }

  @Test func linksBelongToTheirElements() async throws {
    let reader = try await reader()
    let tagged = try reader.taggedText()
    let page = try reader.pages()[0].page
    let annotations = try #require(page["Annots"].array)
    #expect(annotations.count == 3)
    for object in annotations {
      let link = try followed(object, reader)
      #expect(link["Subtype"].name == "Link")
      #expect(link["F"].integer == 4)
      #expect(link["Contents"].text?.isEmpty == false)
      let number = try #require(object.reference?.number)
      let owners = tagged.elements.filter { $0.kids.contains(.annotation(number)) }
      #expect(owners.map(\.type) == ["Link"])
      // The parent tree leads back to the same element.
      let key = try #require(link["StructParent"].integer)
      #expect(try parent(key, reader)?.reference?.number == owners.first?.object)
    }
    let inner = try followed(annotations[0], reader)
    #expect(inner["Dest"].string == Array("uvod".utf8))
    let outer = try followed(annotations[2], reader)
    #expect(
      outer["A"].dictionary?["URI"].string == Array("https://www.dacice.cz/p%C3%A9%C4%8De".utf8))
  }

  /// The entry of the parent tree.
  private func parent(_ key: Int, _ reader: PDFReader) throws -> PDFObject? {
    let root = try catalogEntry("StructTreeRoot", reader)
    let tree = try followed(root["ParentTree"], reader)
    for leaf in tree["Kids"].array ?? [] {
      let nums = try reader.resolved(leaf).dictionary?["Nums"].array ?? []
      for pair in stride(from: 0, to: nums.count - 1, by: 2) where nums[pair].integer == key {
        return nums[pair + 1]
      }
    }
    return nil
  }

  @Test func parentTreeLeadsFromContentToElements() async throws {
    let reader = try await reader()
    let tagged = try reader.taggedText()
    for page in 0..<2 {
      let owners = try parent(page, reader)
      let list = try #require(owners?.array)
      #expect(list.count == tagged.pages[page].sequences.count)
      for (sequence, owner) in list.enumerated() {
        let element = tagged.elements.first { $0.object == owner.reference?.number }
        let isClaimed =
          element?.kids.contains {
            if case .text(page, sequence, _) = $0 { true } else { false }
          } ?? false
        #expect(isClaimed)
      }
    }
  }

  @Test func destinationsAreSortedByName() async throws {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    let node = composer.add(.paragraph, under: root)
    composer.set("P", for: .node(node), x: .pt(40), y: .pt(60))
    for number in (0..<150).reversed() {
      composer.destinations.append(
        Destination(name: "místo \(number % 140)", page: 0, at: .zero, node: node))
    }
    let reader = try PDFReader(try await exported(composer))
    let names = try catalogEntry("Names", reader)
    let tree = try followed(names["Dests"], reader)
    var told: [[UInt8]] = []
    for leaf in tree["Kids"].array ?? [] {
      let entries = try followed(leaf, reader)
      let own = entries["Names"].array?.compactMap(\.string) ?? []
      #expect(entries["Limits"].array?.compactMap(\.string) == [own[0], own[own.count - 1]])
      told += own
    }
    #expect(told.count == 140)
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test func attributesOfCellsListsFiguresAndNotes() async throws {
    let reader = try await reader()
    let tagged = try reader.taggedText()
    func attributes(_ type: String) throws -> [PDFDictionary] {
      try tagged.elements.filter { $0.type == type }.compactMap {
        try reader.object($0.object).dictionary
      }
    }
    let headers = try attributes("TH").map { $0["A"].dictionary?["Scope"].name }
    #expect(headers == ["Column", "Column", "Row", "Row"])
    #expect(try attributes("L")[0]["A"].dictionary?["ListNumbering"].name == "Disc")
    let figure = try attributes("Figure")[0]
    #expect(figure["Alt"].text == "Sloupec ukazuje 42 procent.")
    let box = figure["A"].dictionary?["BBox"].array?.compactMap(\.number) ?? []
    #expect(box.count == 4 && box.first == 39.625 && box.dropFirst(2).first == 160)
    let note = try attributes("Note")[0]
    let identifier = try #require(note["ID"].string)
    let root = try catalogEntry("StructTreeRoot", reader)
    let names = root["IDTree"].dictionary?["Kids"].array?.first?.dictionary?["Names"].array
    #expect(names?.first?.string == identifier)
    #expect(try reader.resolved(names?.last ?? .null).dictionary?["S"].name == "Note")
  }

  @Test func spansOfCellsAreWritten() async throws {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    let table = composer.add(.table, under: root)
    let row = composer.add(.tableRow, under: table)
    let cell = composer.add(.tableHeader, under: row)
    composer.elements[cell.int].scope = .both
    composer.elements[cell.int].columnSpan = 3
    composer.elements[cell.int].rowSpan = 2
    composer.set("Záhlaví", for: .node(cell), x: .pt(40), y: .pt(60))
    let reader = try PDFReader(try await exported(composer))
    let elements = try reader.taggedText().elements
    let element = try reader.object(try #require(elements.last).object).dictionary
    let attributes = try #require(element?["A"].dictionary)
    #expect(attributes["Scope"].name == "Both")
    #expect(attributes["ColSpan"].integer == 3 && attributes["RowSpan"].integer == 2)
  }

  @Test func pressEditionsHaveBleed() async throws {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    composer.pages[0].bleed = .pt(9)
    let node = composer.add(.paragraph, under: root)
    composer.set("P", for: .node(node), x: .pt(40), y: .pt(60))
    var press = Profile.web
    press.standards = []
    let page = try PDFReader(try await exported(composer, press)).pages()[0].page
    #expect(page["MediaBox"].array?.compactMap(\.integer) == [-9, -9, 307, 429])
    #expect(page["BleedBox"] == page["MediaBox"])
    #expect(page["TrimBox"].array?.compactMap(\.integer) == [0, 0, 298, 420])
    let web = try PDFReader(try await exported(composer)).pages()[0].page
    #expect(web["MediaBox"] == page["TrimBox"] && web["BleedBox"] == .null)
  }
}

/// A dictionary behind a reference.
func followed(_ object: PDFObject, _ reader: PDFReader) throws -> PDFDictionary {
  let object = try reader.resolved(object)
  return try #require(object.dictionary)
}

/// A dictionary that the catalog names.
func catalogEntry(_ key: StaticString, _ reader: PDFReader) throws -> PDFDictionary {
  try followed(try reader.catalog[key], reader)
}

/// The bytes of a composed document.
func exported(_ composer: Composer, _ profile: Profile = .web) async throws -> [UInt8] {
  try await export(
    composer.list, fonts: composer.book, profile: profile,
    icc: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), workers: 2
  ).value.bytes
}
