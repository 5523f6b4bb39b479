import Core
import Manuscript
import Style

/// What says at the head of a page that something goes on there.
extension BlockFlow {
  /// Prepares what stands above a block where it goes on overleaf: the label of its heading, or all
  /// of a heading without one.
  mutating func sayContinued(of block: Int, in container: Container) {
    guard let heading = heading(in: plan.blocks[block].node) else { return }
    sayContinued(of: block, .continued, heading, alignment: .left, in: container)
  }

  /// Prepares what stands above a matrix where it goes on overleaf: the heading above it, and in
  /// each of its fields that goes on there the field's own.
  mutating func sayContinued(ofGrid block: Int, in container: Container) {
    if let heading = heading(above: plan.blocks[block].node) {
      sayContinued(of: block, .wholeContinued, heading, alignment: nil, in: container)
    }
    guard !document.continued.isEmpty else { return }
    var field = block + 1
    while field < plan.blocks[block].end {
      if let heading = heading(in: plan.blocks[field].node),
        field + 1 < plan.blocks[field].end, plan.blocks[field + 1].node == heading,
        case .paragraph(var job, _) = plan.blocks[field + 1].kind
      {
        var again = plan.jobs[job]
        again.part = .wholeContinued
        job = plan.jobs.count
        plan.jobs.append(again)
        plan.blocks[field].continued = Int32(job)
      }
      field = plan.blocks[field].end
    }
  }

  private mutating func sayContinued(
    of block: Int, _ part: JobPart, _ heading: NodeID, alignment: Alignment?,
    in container: Container
  ) {
    guard !document.continued.isEmpty,
      let style = finder.paragraph(.caption, look: LookID(0), in: container.around)
    else { return }
    plan.blocks[block].continued = Int32(plan.jobs.count)
    plan.jobs.append(
      ParagraphJob(
        node: heading, part: part, style: style, text: nil,
        leading: design.paragraphs[style].leading, around: container.around,
        alignment: alignment ?? design.paragraphs[style].alignment, firstIndent: .zero,
        inset: container.inset, width: .zero, hasPageNumbers: false, isInTable: false))
  }

  /// The heading of a block: the first that it holds.
  private func heading(in id: NodeID) -> NodeID? {
    document.children(of: id).first { document[$0].role.isHeading }
  }

  /// The heading under which a block stands: the last before it of what is around it.
  private func heading(above id: NodeID) -> NodeID? {
    var number = id.int - 1
    while number > 0 {
      let node = document.nodes[number]
      if node.role.isHeading, document[node.parent].end.int > id.int { return NodeID(number) }
      number -= 1
    }
    return nil
  }
}

extension Role {
  /// Whether it is a heading, of whatever level.
  var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
