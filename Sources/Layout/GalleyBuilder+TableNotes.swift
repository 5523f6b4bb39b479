import Core
import Manuscript
import Typesetting

/// Notes that stand below the tables that call them.
extension GalleyBuilder {
  /// Hands notes that were called to the box last made; each is set once.
  mutating func attachTableNotes(_ called: [NodeID]) {
    let first = UInt32(galley.tableCalls.count)
    for note in called where plan.belowTables.contains(note) {
      if let known = tableNotes[note] {
        galley.tableCalls.append(known)
        continue
      }
      guard let block = plan.notes[note] else { continue }
      let box = galley.boxes.count - 1
      let list = apart {
        $0.swallows = false
        $0.flow(block)
      }
      stackUp(list, x: .zero, y: .zero, column: plan.blocks[block].column)
      let number = UInt32(galley.tableNotes.count)
      galley.tableNotes.append(TableNote(node: note, placed: list.placed, height: list.height))
      tableNotes[note] = number
      galley.tableCalls.append(number)
      precondition(galley.boxes.count == box + 1)
    }
    galley.boxes[galley.boxes.count - 1].tableCalls = first..<UInt32(galley.tableCalls.count)
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
    guard depth == 0, galley.boxes[first...].contains(where: { !$0.tableCalls.isEmpty }) else {
      return
    }
    let isFull = galley.boxes[galley.boxes.count - 1].isFull
    box(
      height: .zero, baseline: .zero, penalty: Penalty.heading, for: .heading, isFull: isFull
    ) { _ in }
    galley.boxes[galley.boxes.count - 1].closesTable = true
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
