import Core
import Style

/// What stands in a fixed field of a page, one below the other.
struct FramedField {
  let frame: Frame
  private(set) var blocks: [FramedBlock]
  /// How tall the blocks are together.
  private(set) var height: Length

  /// The fields of a page, in the order in which the text meets them.
  static func all(of cut: PageBreak, in galley: Galley) -> [FramedField] {
    var fields: [FramedField] = []
    for box in cut.boxes {
      for number in galley.boxes[box].framed {
        let block = galley.framed[Int(number)]
        if let known = fields.firstIndex(where: { $0.frame == block.frame }) {
          fields[known].height += block.space + block.height
          fields[known].blocks.append(block)
        } else {
          fields.append(FramedField(frame: block.frame, blocks: [block], height: block.height))
        }
      }
    }
    return fields
  }
}
