import Core
import Manuscript
import Style
import Typesetting

/// What should stay together, and what says that it does not.
extension GalleyBuilder {
  /// Keeps boxes as their style says: together where they have room on a page, else in parts that
  /// are not too small, and breaks weighed against white.
  mutating func keep(_ style: BoxStyle, from first: Int) {
    if style.keepTogether, height(from: first) <= tallest {
      // What is dearer stays dearer: in need it breaks at its best place.
      for number in galley.boxes.indices.dropFirst(first + 1)
      where galley.boxes[number].penalty < Penalty.together {
        galley.boxes[number].penalty += Penalty.together
        galley.boxes[number].reasons.insert(.together)
      }
    }
    discourage(from: first, by: style.keepCost)
    keepEnds(from: first, style.keepEnds)
  }

  /// How tall a box may be at most: a page of the body.
  var tallest: Length { sheet < 0 ? design.page.textHeight : design.page.fullWidth }

  /// The height of the boxes from one on, white between included.
  private func height(from first: Int) -> Length {
    var height = Length.zero
    for (number, box) in galley.boxes[first...].enumerated() {
      height += number > 0 ? box.space + box.height : box.height
      if height > tallest { break }
    }
    return height
  }

  /// Forbids breaks that leave less than so much on either side.
  private mutating func keepEnds(from first: Int, _ least: Length) {
    guard least > .zero, depth == 0 else { return }
    for isBelow in [false, true] {
      var height = Length.zero
      let numbers = Array(first + 1..<max(galley.boxes.count, first + 1))
      for number in isBelow ? numbers.reversed() : numbers {
        let part = galley.boxes[isBelow ? number : number - 1]
        height += part.height
        guard height < least else { break }
        galley.boxes[number].forbid(Penalty.stranded, as: .stranded)
        height += galley.boxes[number].space
      }
    }
  }

  /// Makes breaks inside dearer, where the whole fits on a page: then the white that a break saves
  /// is weighed against it. Up to a third of a page it costs all, from there ever less: a whole page
  /// moved on would leave another one empty.
  mutating func discourage(from first: Int, by cost: Int32) {
    guard cost > 0, depth == 0, galley.boxes.count > first + 1 else { return }
    let room = tallest
    var height = Length.zero
    for box in galley.boxes[first...] {
      height += box.space + box.height
      guard height < room else { return }
    }
    let share = min(Int64((room - height).sp) * 3, Int64(room.sp) * 2)
    let cost = Int32(Int64(cost) * share / (Int64(room.sp) * 2))
    for number in first + 1..<galley.boxes.count
    where (0..<Penalty.prohibited).contains(galley.boxes[number].penalty) {
      galley.boxes[number].penalty = min(
        galley.boxes[number].penalty + cost, Penalty.prohibited - 1)
      galley.boxes[number].reasons.insert(.kept)
    }
  }

  /// Lets further pages of a block say at their head what goes on there: „Aktivita 1.1.1
  /// (pokračování)“, above the repeated head rows of a table that is split.
  mutating func sayContinued(_ job: Int, over block: Int, from first: Int) {
    guard depth == 0, galley.boxes.count > first + 1, !paragraphs[job].lines.isEmpty else { return }
    let node = plan.jobs[job].node
    let heading = plan.blocks[block + 1..<plan.blocks[block].end].first { $0.node == node }
    let style = design.paragraphs[plan.jobs[job].style]
    let leading = plan.jobs[job].leading
    let lines = leading * paragraphs[job].lines.count
    let height = lines + style.spaceAfter + design.page.baseline / 4
    var known: [(own: Int32, made: Int32)] = []
    for number in first + 1..<galley.boxes.count where galley.boxes[number].columns == columnSet {
      let own = galley.boxes[number].head
      if let made = known.first(where: { $0.own == own })?.made {
        galley.boxes[number].head = made
        continue
      }
      let start = UInt32(galley.placed.count)
      for line in paragraphs[job].lines.indices {
        place(
          .line(job: UInt32(job), line: UInt32(line)), node: node,
          column: heading?.column ?? .text, x: .zero, y: plan.jobs[job].baseline + leading * line)
      }
      var below = Length.zero
      var calls: Range<UInt32> = 0..<0
      if own >= 0 {
        let rows = galley.heads[Int(own)]
        below = rows.height
        calls = rows.tableCalls
        for place in rows.placed {
          var copy = galley.placed[Int(place)]
          copy.y += height
          galley.placed.append(copy)
        }
      }
      galley.heads.append(
        RepeatedHead(
          placed: start..<UInt32(galley.placed.count), height: height + below, tableCalls: calls))
      known.append((own, Int32(galley.heads.count - 1)))
      galley.boxes[number].head = Int32(galley.heads.count - 1)
    }
  }
}
