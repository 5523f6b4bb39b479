import Core
import Fonts
import Manuscript
import Style
import Typesetting

/// Lines too wide and characters without a glyph, in the order of the text.
func paragraphFindings(
  _ plan: FlowPlan, _ paragraphs: [TypesetParagraph], _ document: Document, _ fonts: FontBook
) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  // A character that a face lacks is told once, where it is first met.
  var known: Set<MissingKind> = []
  // What sticks out of a table that is too wide has been told of the table.
  let told = plan.jobsOfOverfullTables
  for (number, paragraph) in paragraphs.enumerated() {
    let node = plan.jobs[number].node
    // A hundredth of a point is rounding, not overflow.
    for line in paragraph.lines
    where line.isOverfull && line.overflow > Length(sp: 656) && !told.contains(number) {
      findings.append(
        .overfullLine(
          by: line.overflow, words: paragraph.words(of: line), at: document[node].origin))
    }
    for missing in paragraph.missing {
      let face = paragraph.pieces.first { $0.owner == missing.owner }?.style.face ?? FaceID(0)
      guard known.insert(MissingKind(scalar: missing.scalar, face: face)).inserted else { continue }
      let name = face.int < fonts.faces.count ? fonts[face].name : ""
      findings.append(
        .missingGlyph(missing.scalar, face: name, at: document[missing.owner].origin))
    }
  }
  return findings
}

extension SettledPages {
  /// What is wrong with the pages, in the order of the text.
  func findings(in document: Document, _ fonts: FontBook) -> [Diagnostic] {
    var findings = plan.findings + plan.overfullTables(in: document)
    findings += plan.widenedColumns(in: document)
    findings += paragraphFindings(plan, paragraphs, document, fonts)
    if let unsettled {
      findings.append(noConvergence(unsettled, in: document))
    }
    for run in cut {
      findings += run.tallBoxes(plan, document) + run.overfullFields(document)
      findings += run.coarsePictures(document) + run.unrepeatedRows(document)
    }
    return findings
  }

  /// Names the reference that does not settle, where it stands; a line of the contents, which nobody
  /// wrote, where what it points to does.
  private func noConvergence(_ unsettled: Unsettled, in document: Document) -> Diagnostic {
    let node = plan.jobs[unsettled.job].node
    let target = unsettled.anchor.map { document.anchors[$0.int].node }
    return .noConvergence(
      of: target.map { document.opening(of: $0) } ?? "", in: document.opening(of: node),
      printed: unsettled.printed, found: unsettled.found,
      at: document[node].origin ?? target.flatMap { document[$0].origin })
  }
}

/// A character and the face that lacks it.
private struct MissingKind: Hashable {
  let scalar: UInt32
  let face: FaceID
}

extension TypesetParagraph {
  /// The words of a line, for messages: without the soft hyphens, which nobody sees.
  func words(of line: TypesetLine) -> String {
    guard !line.pieces.isEmpty else { return "" }
    let first = pieces[Int(line.pieces.lowerBound)].text.lowerBound
    let end = pieces[Int(line.pieces.upperBound) - 1].text.upperBound
    guard first < end else { return "" }
    let words = String(decoding: text[Int(first)..<Int(end)], as: UTF8.self)
    var scalars = String.UnicodeScalarView(words.unicodeScalars.filter { $0 != "\u{AD}" })
    // The space that vanished at the break is not what sticks out.
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}

extension CutGalley {
  /// Boxes taller than their page.
  func tallBoxes(_ plan: FlowPlan, _ document: Document) -> [Diagnostic] {
    breaks.filter { $0.overflow > .zero }.map { cut in
      let node = tallest(on: cut, of: galley(of: cut))
      return .tallBox(
        by: cut.overflow, words: document.opening(of: node), at: document[node].origin)
    }
  }

  /// What makes a page too tall: the tallest of its boxes and of the notes below its tables.
  private func tallest(on cut: PageBreak, of galley: Galley) -> NodeID {
    var tallest = (height: Length(sp: -1), node: NodeID(0))
    for number in cut.boxes {
      let box = galley.boxes[number]
      if box.height > tallest.height, let item = box.placed.first {
        tallest = (box.height, galley.placed[Int(item)].node)
      }
      for call in box.tableCalls {
        let note = galley.tableNotes[Int(galley.tableCalls[Int(call)])]
        if note.height > tallest.height { tallest = (note.height, note.node) }
      }
    }
    return tallest.node
  }

  /// Fixed fields that hold less than they are given; the tallest paragraph is to blame. Pictures
  /// are as tall as their field.
  func overfullFields(_ document: Document) -> [Diagnostic] {
    breaks.flatMap { cut -> [Diagnostic] in
      let own = galley(of: cut)
      return FramedField.all(of: cut, in: own).compactMap { field -> Diagnostic? in
        // A hundredth of a point is rounding.
        let overflow = field.height - field.frame.area.height
        guard overflow > Length(sp: 656),
          let block = field.blocks.max(by: { $0.height < $1.height }),
          let first = block.placed.first
        else { return nil }
        let node = own.placed[Int(first)].node
        return .overfullField(
          by: overflow, words: document.opening(of: node), at: document[node].origin)
      }
    }
  }
}
