package import Core

/// The logical structure in preorder; element *i* stands for node *i* of the document.
package struct StructureTree: Sendable, Equatable {
  /// The elements; element 0 is the root.
  package var elements: [StructureElement]
  /// Makes a tree.
  package init(elements: [StructureElement]) { self.elements = elements }
}

/// An element of the logical structure. Large tables have a million: what few of them say is kept
/// apart.
package struct StructureElement: Sendable, Hashable {
  /// What few elements say.
  private struct Remark: Sendable, Hashable {
    var language: Language?
    var alternative: String?
    var title: String?
    var headers: [NodeID] = []
  }

  /// One at most.
  private var remarks: [Remark] = []

  /// Its standard type.
  package var type: StructureType
  /// The element that holds it; the root holds itself.
  package var parent: NodeID
  /// Its language, where it differs from its parent's.
  package var language: Language? {
    get { remarks.first?.language }
    set { remark(newValue, \.language) }
  }
  /// The text for those who cannot see it.
  package var alternative: String? {
    get { remarks.first?.alternative }
    set { remark(newValue, \.alternative) }
  }
  /// Its title: the words of a heading, for navigation.
  package var title: String? {
    get { remarks.first?.title }
    set { remark(newValue, \.title) }
  }
  /// What a header cell names.
  package var scope: Scope?
  /// How many columns a cell takes.
  package var columnSpan: UInt16
  /// How many rows a cell takes.
  package var rowSpan: UInt16
  /// How the items of a list are labelled.
  package var numbering: ListNumbering?
  /// The cells that name this one, where a table is too complex for scopes.
  package var headers: [NodeID] {
    get { remarks.first?.headers ?? [] }
    set { remark(newValue, \.headers) }
  }
  /// Whether other cells are named by it.
  package var namesCells = false
  /// Whether it gets no element of its own: its content is its parent's, whose type it has.
  package var isOfParent = false
  /// Makes an element.
  package init(
    type: StructureType, parent: NodeID, language: Language? = nil, alternative: String? = nil,
    title: String? = nil, scope: Scope? = nil, columnSpan: UInt16 = 1, rowSpan: UInt16 = 1,
    numbering: ListNumbering? = nil
  ) {
    self.type = type
    self.parent = parent
    self.scope = scope
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.numbering = numbering
    self.language = language
    self.alternative = alternative
    self.title = title
  }

  private mutating func remark<Value: Equatable>(
    _ value: Value, _ entry: WritableKeyPath<Remark, Value>
  ) {
    if remarks.isEmpty {
      if value == Remark()[keyPath: entry] { return }
      remarks.append(Remark())
    }
    remarks[0][keyPath: entry] = value
    if remarks[0] == Remark() { remarks = [] }
  }
}

/// What a header cell names.
package enum Scope: String, Sendable, Hashable {
  /// The cells below.
  case column = "Column"
  /// The cells beside.
  case row = "Row"
  /// Both.
  case both = "Both"
}

/// How the items of a list are labelled.
///
/// *Source:* ISO 32000-1 table 347.
package enum ListNumbering: String, Sendable, Hashable {
  /// No labels.
  case none = "None"
  /// Bullets.
  case disc = "Disc"
  /// 1, 2, 3.
  case decimal = "Decimal"
}

/// The standard structure types used; `none` stands for a node that is not tagged (an ornament).
///
/// *Source:* ISO 32000-1 §14.8.4.
package enum StructureType: String, Sendable, Hashable, CaseIterable {
  case document = "Document"
  case part = "Part"
  case section = "Sect"
  case division = "Div"
  case blockQuote = "BlockQuote"
  case caption = "Caption"
  case contents = "TOC"
  case contentsItem = "TOCI"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case heading5 = "H5"
  case heading6 = "H6"
  case paragraph = "P"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case tableHead = "THead"
  case tableBody = "TBody"
  case tableFoot = "TFoot"
  case tableRow = "TR"
  case tableHeader = "TH"
  case tableData = "TD"
  case span = "Span"
  case quote = "Quote"
  case note = "Note"
  case reference = "Reference"
  case link = "Link"
  case figure = "Figure"
  case code = "Code"
  /// Not tagged: an ornament's node, whose marks are artifacts.
  case none = "NonStruct"
}
