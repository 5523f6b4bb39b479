import Core
import Manuscript

/// Columns of a table that hold about the same, and therefore are to be equally wide: the years of
/// a statistic, the answers of a questionnaire.
///
/// A reader compares across such columns, and uneven ones read as if one of them mattered more.
/// Columns that name the rows are compared with no others.
struct ComparableColumns {
  /// Columns to be equally wide, two at least, left to right.
  let sets: [[Int]]

  /// - Parameters:
  ///   - free: the columns that may be compared: their width is nobody's wish.
  ///   - keys: how many columns at the left name the rows.
  init(_ columns: [ColumnSpec], _ needs: [ContentWidths], among free: [Int], keys: Int) {
    var sets: [[Int]] = []
    for alignment in ColumnAlignment.allCases {
      let alike = free.filter { $0 >= keys && columns[$0].alignment == alignment }
        .sorted {
          (needs[$0].natural, needs[$0].minimal, $0) < (needs[$1].natural, needs[$1].minimal, $1)
        }
      // Numbers of a digit more or less are the same kind of number; words differ in earnest sooner.
      let (most, of): (Int64, Int64) = alignment == .text ? (9, 8) : (5, 4)
      var set: [Int] = []
      var (least, longest) = (Length.zero, Length.zero)
      for column in alike {
        let need = needs[column]
        let (shorter, longer) = (min(least, need.minimal), max(longest, need.minimal))
        if let first = set.first,
          need.natural <= needs[first].natural.scaled(by: most, over: of),
          longer <= shorter.scaled(by: most, over: of)
        {
          set.append(column)
          (least, longest) = (shorter, longer)
        } else {
          sets.append(set)
          (set, least, longest) = ([column], need.minimal, need.minimal)
        }
      }
      sets.append(set)
    }
    self.sets = sets.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// What the columns need to be equally wide: each what the neediest of its set does.
  func equalised(_ needs: [ContentWidths]) -> [ContentWidths] {
    var needs = needs
    for set in sets {
      let minimal = set.reduce(Length.zero) { max($0, needs[$1].minimal) }
      let natural = set.reduce(Length.zero) { max($0, needs[$1].natural) }
      for column in set { (needs[column].minimal, needs[column].natural) = (minimal, natural) }
    }
    return needs
  }

  /// The same of bare widths.
  func equalised(_ widths: [Length]) -> [Length] {
    var widths = widths
    for set in sets {
      let most = set.reduce(Length.zero) { max($0, widths[$1]) }
      for column in set { widths[column] = most }
    }
    return widths
  }

  /// The given columns as the search has them: comparable ones together, others each alone, by
  /// their places among those given.
  func groups(among free: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    for (place, column) in free.enumerated() {
      guard let set = sets.first(where: { $0.contains(column) }) else {
        groups.append([place])
        continue
      }
      guard set[0] == column else { continue }
      groups.append(set.compactMap { free.firstIndex(of: $0) })
    }
    return groups
  }
}
