import Colorimetry
import Core
import PDFSyntax
import Pictures

/// Large pictures are turned into inks by all workers: each paints, predicts and packs stretches of
/// rows while the file is decoded only once, some stretches at a time.
///
/// Stretches are of one size whatever the number of workers, and so are the bytes.
extension PictureInScreenColours {
  /// The pixels of a stretch, in bytes.
  private static let stretch = 2 << 20

  /// Whether it has several stretches.
  var isLarge: Bool {
    !form.isPretty && picture.colours == .rgb
      && picture.width * picture.height * 3 > PictureInScreenColours.stretch
  }

  /// What it becomes.
  func converted(workers: Int) async -> Result<EmbeddedPicture, PictureRefusal> {
    do {
      let kind = try kind
      // What is wrong with a profile is said before work begins.
      let colours = try painter(kind).colours
      let parts = try await parts(kind, workers: workers)
      return .success(
        EmbeddedPicture(
          image: image, width: picture.width, height: picture.height, colours: colours,
          rows: SealedStream(joining: parts), form: form))
    } catch {
      return .failure(refusal(error))
    }
  }

  private func parts(_ kind: PictureKind, workers: Int) async throws -> [PackedPart] {
    var rows = try PictureRows(picture)
    guard rows.channels == 3 else { throw PictureFailure.damaged }
    let stride = rows.stride
    let count = max(1, PictureInScreenColours.stretch / stride)
    var parts: [PackedPart] = []
    var above: [UInt8] = []
    while true {
      /// Stretches, each with the row above it.
      var stretches: [(above: [UInt8], pixels: [UInt8])] = []
      while stretches.count < max(1, workers) {
        var pixels: [UInt8] = []
        guard try rows.read(count, into: &pixels) > 0 else { break }
        stretches.append((above, pixels))
        above = Array(pixels.suffix(stride))
      }
      guard !stretches.isEmpty else { return parts }
      let now = stretches
      let made = await parallel(now.count, workers: workers, grain: 1) { number in
        packed(now[number].pixels, below: now[number].above, kind)
      }
      for part in made { parts.append(try part.get()) }
    }
  }

  private func packed(
    _ pixels: [UInt8], below above: [UInt8], _ kind: PictureKind
  ) -> Result<PackedPart, ColourProfileFault> {
    do throws(ColourProfileFault) {
      let painter = try painter(kind)
      let channels = painter.colours.channels
      var predictor = RowPredictor(stride: picture.width * channels, step: channels)
      var (inks, predicted): ([UInt8], [UInt8]) = ([], [])
      if !above.isEmpty {
        painter.paint(above, into: &inks)
        predictor.begin(below: inks)
      }
      painter.paint(pixels, into: &inks)
      predicted.reserveCapacity(inks.count + inks.count / picture.width + 1)
      predictor.add(inks, to: &predicted)
      return .success(PackedPart(predicted))
    } catch {
      return .failure(error)
    }
  }
}
