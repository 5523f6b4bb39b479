import Core
import Display
import Manuscript
import Style

/// The pages of all runs in order: which run each belongs to, and its number.
struct Pagination: Sendable, Equatable {
  /// A page of the book.
  struct Leaf: Sendable, Equatable {
    /// Its run; -1 for a blank page inserted so that the next run starts on its side.
    var run: Int
    /// Its position in the run.
    var page: Int
    /// Its number in its scheme, counted from 1.
    var number: Int
    var scheme: FolioScheme
  }

  /// The pages, first to last.
  var leaves: [Leaf] = []
  /// The first leaf of each run.
  var firsts: [Int] = []

  /// Orders the pages of runs; `counts` says how many each has.
  init(runs: [PageRun], counts: [Int]) {
    var number = 0
    var scheme: FolioScheme?
    var isBody = false
    let sides = Pagination.sides(of: runs)
    for (position, run) in runs.enumerated() {
      // Roman folios are for what stands before the body; after it, its own count goes on.
      let own = isBody && run.style.folio == .roman ? .arabic : run.style.folio
      if sides[position].lacksPage(after: leaves.count) {
        // A blank page is counted with what stands before it.
        number += 1
        leaves.append(Leaf(run: -1, page: 0, number: number, scheme: scheme ?? .none))
      }
      if own != scheme {
        if !isBody { number = 0 }
        scheme = own
      }
      isBody = isBody || own == .arabic
      firsts.append(leaves.count)
      for page in 0..<counts[position] {
        number += 1
        leaves.append(Leaf(run: position, page: page, number: number, scheme: own))
      }
    }
  }

  /// On which side each run starts.
  static func sides(of runs: [PageRun]) -> [RunSide] {
    var isBody = false
    return runs.enumerated().map { position, run in
      // A body counts from 1, and odd numbers are those of rectos.
      let begins = run.style.folio == .arabic && !isBody && position > 0
      isBody = isBody || run.style.folio == .arabic
      if run.style.start == .recto || begins { return .recto }
      return run.style.start == .verso ? .verso : .either
    }
  }

  /// The page labels.
  var labels: [PageLabel] {
    var labels: [PageLabel] = []
    var last: FolioScheme?
    for (position, leaf) in leaves.enumerated() where leaf.scheme != last {
      last = leaf.scheme
      let style: FolioStyle =
        switch leaf.scheme {
        case .none: .none
        case .roman: .roman
        case .arabic: .arabic
        }
      labels.append(PageLabel(page: position, style: style, start: leaf.number))
    }
    return labels
  }

  /// The printed page numbers of all anchors.
  func numbers(of document: Document, at places: NodeLeaves) -> [String] {
    document.anchors.map {
      leaves.isEmpty ? "" : folio(places.leaf(of: $0.node, in: document))
    }
  }

  /// The printed number of a leaf.
  func folio(_ leaf: Int) -> String {
    FolioDigits.text(leaves[leaf].number, leaves[leaf].scheme)
  }
}

/// A run's galley, cut into pages.
struct CutGalley: Sendable {
  var galley: Galley
  var starts: [GalleyBuilder.NodeStart]
  var breaks: [PageBreak]

  /// The pages of the run's own galley, and those of each turned one.
  private let own: [Int]
  private let turned: [[Int]]

  init(galley: Galley, starts: [GalleyBuilder.NodeStart], breaks: [PageBreak]) {
    self.galley = galley
    self.starts = starts
    self.breaks = breaks
    own = breaks.indices.filter { breaks[$0].sheet < 0 }
    var turned = [[Int]](repeating: [], count: galley.sheets.count)
    for (page, cut) in breaks.enumerated() where cut.sheet >= 0 { turned[cut.sheet].append(page) }
    self.turned = turned
  }

  /// Cuts the galley elsewhere.
  mutating func recut(_ breaks: [PageBreak]) {
    self = CutGalley(galley: galley, starts: starts, breaks: breaks)
  }

  /// The galley whose boxes stand on a page.
  func galley(of cut: PageBreak) -> Galley {
    cut.sheet < 0 ? galley : galley.sheets[cut.sheet]
  }

  /// The page of the run on which a node starts.
  func page(of start: GalleyBuilder.NodeStart) -> Int {
    let pages = start.sheet < 0 ? own : turned[Int(start.sheet)]
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[pages[middle]].boxes.upperBound <= Int(start.box) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return pages.isEmpty ? 0 : pages[min(low, pages.count - 1)]
  }
}

/// Where nodes landed, to number references and to place destinations.
struct NodeLeaves {
  /// The leaf of each node that starts somewhere, -1 for others.
  private var leaf: [Int32]

  init(document: Document, runs: [CutGalley], pagination: Pagination) {
    leaf = [Int32](repeating: -1, count: document.nodes.count)
    for (number, run) in runs.enumerated() {
      for start in run.starts where leaf[start.node.int] < 0 {
        leaf[start.node.int] = Int32(pagination.firsts[number] + run.page(of: start))
      }
    }
  }

  /// The leaf of a node: its own, that of the first node in it, or of the text around it.
  func leaf(of id: NodeID, in document: Document) -> Int {
    for position in id.int..<document[id].end.int where leaf[position] >= 0 {
      return Int(leaf[position])
    }
    var node = id
    while document[node].role.isInline && node != document[node].parent {
      node = document[node].parent
      if leaf[node.int] >= 0 { return Int(leaf[node.int]) }
    }
    // Nothing of it prints: the next thing that does.
    for position in document[id].end.int..<max(document[id].end.int, leaf.count)
    where leaf[position] >= 0 {
      return Int(leaf[position])
    }
    return 0
  }
}

/// The side on which a run of pages starts.
enum RunSide {
  /// Wherever the last one ended.
  case either
  /// On the right.
  case recto
  /// On the left.
  case verso

  /// Whether a blank page must be inserted after so many pages.
  func lacksPage(after count: Int) -> Bool {
    switch self {
    case .either: false
    case .recto: count % 2 == 1
    case .verso: count % 2 == 0
    }
  }
}
