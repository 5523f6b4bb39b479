import Core
import Manuscript
import Style
import Typesetting

/// Notes that stand below the tables that call them.
extension GalleyBuilder {
  /// Hands notes that were called to the box last made; each is set once.
  ///
  /// Where they take too much of a page to be said on each that calls them, they stand once, below
  /// the end of the table, and pages may break between their lines.
  mutating func attachTableNotes(_ called: [NodeID]) {
    let first = UInt32(galley.tableCalls.count)
    var height = Length.zero
    for note in called where plan.belowTables.contains(note) {
      if let known = tableNotes[note] {
        height += galley.tableNotes[Int(known)].height
        answer(known)
        continue
      }
      guard let block = plan.notes[note], !lateNotes.contains(where: { $0.node == note }) else {
        continue
      }
      let list = apart {
        $0.swallows = false
        $0.flow(block)
      }
      height += list.height
      if height > longestNote {
        height -= list.height
        lateNotes.append(LateNote(node: note, column: plan.blocks[block].column, list: list))
        continue
      }
      stackUp(list, x: .zero, y: .zero, column: plan.blocks[block].column)
      let number = UInt32(galley.tableNotes.count)
      galley.tableNotes.append(TableNote(node: note, placed: list.placed, height: list.height))
      tableNotes[note] = number
      answer(number)
    }
    galley.boxes[galley.boxes.count - 1].tableCalls = first..<UInt32(galley.tableCalls.count)
  }

  /// Takes a call of a note; in columns of text all notes stand below the end of the table.
  private mutating func answer(_ note: UInt32) {
    if columnSet < 0 {
      galley.tableCalls.append(note)
    } else if !notesOfColumn.contains(note) {
      notesOfColumn.append(note)
    }
  }

  /// A note that stands once, below the end of its table.
  struct LateNote {
    var node: NodeID
    var column: Placement
    var list: ListApart
  }

  /// Sets the notes that stand once, line by line.
  private mutating func setLateNotes(isFull: Bool) {
    for note in lateNotes {
      for (number, line) in note.list.boxes.enumerated() {
        space = number > 0 ? line.space : PageFill.tableNoteGap
        box(
          height: line.height, baseline: line.baseline,
          penalty: number > 0 ? line.penalty : Penalty.heading,
          for: number > 0 ? line.reasons : .heading, isFull: isFull
        ) { builder in
          for place in line.placed {
            var copy = builder.galley.placed[Int(place)]
            copy.column = note.column
            builder.galley.placed.append(copy)
          }
        }
      }
    }
    lateNotes = []
  }

  /// Adds the calls in a line that is said again.
  mutating func call(in job: Int, _ line: Int) {
    for piece in paragraphs[job].lines[line].pieces {
      let owner = paragraphs[job].pieces[Int(piece)].owner
      if case .noteReference(let note) = document[owner].role, let known = tableNotes[note] {
        galley.tableCalls.append(known)
      }
    }
  }

  /// Closes a table some of whose boxes call notes that stand below it.
  mutating func closeNotes(from first: Int) {
    for note in notesOfColumn {
      let own = galley.tableNotes[Int(note)]
      box(
        height: own.height + PageFill.tableNoteGap, baseline: .zero, penalty: Penalty.heading,
        for: .heading
      ) { builder in
        for number in own.placed {
          var copy = builder.galley.placed[Int(number)]
          copy.y += PageFill.tableNoteGap
          builder.galley.placed.append(copy)
        }
      }
    }
    notesOfColumn = []
    guard depth == 0, first < galley.boxes.count else { return }
    let isFull = galley.boxes[galley.boxes.count - 1].isFull
    if galley.boxes[first...].contains(where: { !$0.tableCalls.isEmpty }) {
      box(
        height: .zero, baseline: .zero, penalty: Penalty.heading, for: .heading, isFull: isFull
      ) { _ in }
      galley.boxes[galley.boxes.count - 1].closesTable = true
    }
    setLateNotes(isFull: isFull)
  }

  /// The calls in head rows, which come back with them.
  mutating func calls(inBoxes boxes: Range<Int>) -> Range<UInt32> {
    let first = UInt32(galley.tableCalls.count)
    for box in boxes {
      for call in galley.boxes[box].tableCalls {
        galley.tableCalls.append(galley.tableCalls[Int(call)])
      }
    }
    return first..<UInt32(galley.tableCalls.count)
  }
}
