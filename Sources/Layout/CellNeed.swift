import Typesetting

/// What a cell needs beside its widest word: the words of its paragraphs, one below the other.
struct CellNeed: Sendable {
  /// A paragraph in a cell.
  struct Paragraph: Sendable {
    var words: [ContentWord]
    /// What the cell's width loses to indents.
    var inset: Int64
    /// The height of a line, in tenths of a point.
    var leading: Int64
  }
  var paragraphs: [Paragraph] = []
  /// What breaking a word of it costs, in tenths of a point of height: a header's is dear.
  var breakCost: Int64

  /// The height at a width, in tenths of a point, and the words that must be broken.
  ///
  /// Lines are filled first to last, which gives the fewest.
  func height(at width: Int64) -> (height: Int64, broken: Int64, widest: Int64) {
    var height: Int64 = 0
    var broken: Int64 = 0
    var widest: Int64 = 0
    for paragraph in paragraphs {
      let room = max(width - paragraph.inset, 1)
      var lines: Int64 = paragraph.words.isEmpty ? 0 : 1
      var x: Int64 = 0
      var space: Int64 = 0
      var reached: Int64 = 0
      for word in paragraph.words {
        let own = Int64(word.width)
        if space < 0 || (x > 0 && x + space + own > room) {
          lines += 1
          x = 0
          space = 0
        }
        if own > room {
          let pieces = (own + room - 1) / room
          lines += pieces - 1
          // A word parted once is read easily, one parted four times is not.
          broken += (pieces - 1) * (pieces - 1)
          x = own - (pieces - 1) * room
          reached = max(reached, (own + pieces - 1) / pieces)
        } else {
          x += space + own
          reached = max(reached, x)
        }
        space = Int64(word.space)
      }
      height += lines * paragraph.leading
      widest = max(widest, reached + paragraph.inset)
    }
    return (height, broken, min(widest, width))
  }
}
