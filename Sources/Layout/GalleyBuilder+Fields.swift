import Core
import Manuscript
import Style
import Typesetting

/// Fields side by side that a page break splits: where it may, and what is said of them overleaf.
extension GalleyBuilder {
  /// Sets a row of fields in slices, between which a page may break.
  mutating func split(
    _ row: GridRow, _ block: Block, _ grid: BoxStyle, height: Length, besides ruled: [Placed]
  ) {
    let slices = slices(of: row.columns, tops: [.zero, height])
    guard !slices.isEmpty else { return }
    let first = galley.boxes.count
    let tints = galley.decorations.count
    let start = UInt32(galley.placed.count)
    galley.placed += ruled
    add(
      slices, of: row.columns, besides: start..<UInt32(galley.placed.count), row.tints, block,
      head: -1, inside: .quadrant)
    let ends = row.columns.map { end(of: $0) }
    var tint = tints
    for (column, field) in row.tints.enumerated() where field.colour != nil {
      // Overleaf, a field that has ended is not there.
      let last = slices.lastIndex { $0.top < ends[column] } ?? 0
      galley.decorations[tint].contentEnd = UInt32(first + last + 1)
      galley.decorations[tint].contentFoot = ends[column] - slices[last].top
      tint += 1
    }
    let term: BreakTerm = height <= tallest ? .wholeQuadrant : .quadrant
    for number in slices.indices.dropFirst() {
      let top = slices[number].top
      galley.boxes[first + number].penalty = costs[term]
      galley.boxes[first + number].reasons = BreakReasons(term)
      galley.boxes[first + number].forbid(
        cost(ofParting: row.columns, at: top, leaving: grid.keepEnds), as: BreakReasons(.item))
      galley.boxes[first + number].head = nameFields(row, ends, at: top, block)
    }
    locate(row, from: first)
  }

  /// What the content of a field reaches down to, from the row's top.
  private func end(of column: BesideList) -> Length { column.y + column.list.height }

  /// What parting fields at a height costs: the most that one of them asks for. A part of a field
  /// may not be smaller than `least`.
  private func cost(
    ofParting columns: [BesideList], at top: Length, leaving least: Length
  ) -> Int32 {
    var cost: Int32 = 0
    for column in columns {
      var y = column.y
      for (number, box) in column.list.boxes.enumerated() {
        y += box.space
        if y >= top {
          guard number > 0 else { break }
          cost = max(cost, box.penalty, box.space == .zero ? costs[.item] : 0)
          if y - box.space - column.y < least || end(of: column) - y < least {
            cost = max(cost, Penalty.stranded)
          }
          break
        }
        y += box.height
      }
    }
    return cost
  }

  /// The head of a page on which fields go on: what the grid is about, and in each field that goes
  /// on its heading.
  private mutating func nameFields(
    _ row: GridRow, _ ends: [Length], at top: Length, _ block: Block
  ) -> Int32 {
    let start = UInt32(galley.placed.count)
    let above = placeName(of: block)
    var inside = Length.zero
    for (column, field) in row.fields.enumerated() where ends[column] > top {
      let named = plan.blocks[field].continued
      guard named >= 0, !paragraphs[Int(named)].lines.isEmpty else { continue }
      let job = plan.jobs[Int(named)]
      let style = design.paragraphs[job.style]
      let x = row.columns[column].x + plan.blocks[field + 1].x
      for line in paragraphs[Int(named)].lines.indices {
        place(
          .line(job: UInt32(named), line: UInt32(line)), node: job.node, column: block.column, x: x,
          y: above + row.tints[column].padding + job.baseline + job.leading * line)
      }
      inside = max(
        inside, job.leading * paragraphs[Int(named)].lines.count + style.spaceAfter)
    }
    return repeated(from: start, height: above + inside, tinted: inside)
  }

  /// Lets a row that starts a page say what its grid is about.
  mutating func name(_ block: Block, above box: Int) {
    guard depth == 0, block.continued >= 0 else { return }
    let start = UInt32(galley.placed.count)
    let height = placeName(of: block)
    galley.boxes[box].head = repeated(from: start, height: height, tinted: .zero)
  }

  /// Places the heading of a grid that goes on; gives its height.
  private mutating func placeName(of block: Block) -> Length {
    guard block.continued >= 0 else { return .zero }
    let named = Int(block.continued)
    let job = plan.jobs[named]
    for line in paragraphs[named].lines.indices {
      place(
        .line(job: UInt32(named), line: UInt32(line)), node: job.node, column: block.column,
        x: block.x, y: job.baseline + job.leading * line)
    }
    return job.leading * paragraphs[named].lines.count + design.paragraphs[job.style].spaceAfter
      + design.page.baseline / 4
  }

  private mutating func repeated(from start: UInt32, height: Length, tinted: Length) -> Int32 {
    guard height > .zero else { return -1 }
    galley.heads.append(
      RepeatedHead(
        placed: start..<UInt32(galley.placed.count), height: height, tinted: tinted))
    return Int32(galley.heads.count - 1)
  }

  /// Moves where nodes start from the first slice of their row to the one they stand in.
  private mutating func locate(_ row: GridRow, from first: Int) {
    var slice: [NodeID: Int] = [:]
    for number in first..<galley.boxes.count {
      for item in galley.boxes[number].placed {
        let node = galley.placed[Int(item)].node
        if slice[node] == nil { slice[node] = number }
      }
    }
    for start in row.starts { starts[start].box = Int32(slice[starts[start].node] ?? first) }
  }
}
