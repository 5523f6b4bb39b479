import Core
import Manuscript

/// How a picture file is scaled into a field, and how sharp it is there.
struct ImagePlace {
  /// Pixels across and down of what is seen, in thousandths of a pixel.
  private let seen: (width: Int64, height: Int64)
  private let crop: PictureCrop

  init(_ picture: Picture, crop: PictureCrop) {
    let (width, height) = picture.upright
    seen = (
      Int64(width) * Int64(crop.remainingWidth), Int64(height) * Int64(crop.remainingHeight)
    )
    self.crop = crop
  }

  /// How tall it is at a width.
  func height(at width: Length) -> Length {
    Length(clamping: Length.rounded(Int64(width.sp) * seen.height, over: seen.width))
  }

  /// How wide it is at a height.
  func width(at height: Length) -> Length {
    Length(clamping: Length.rounded(Int64(height.sp) * seen.width, over: seen.height))
  }

  /// The whole picture's place where what is seen of it fills a field, its middle in the middle.
  func whole(filling field: Rect) -> Rect {
    var wide = width(at: field.height)
    var tall = field.height
    if wide < field.width {
      wide = field.width
      tall = height(at: field.width)
    }
    let width = wide.scaled(by: 1_000, over: Int64(crop.remainingWidth))
    let height = tall.scaled(by: 1_000, over: Int64(crop.remainingHeight))
    return Rect(
      x: field.x - (wide - field.width) / 2 - width.scaled(by: Int64(crop.left), over: 1_000),
      y: field.y - (tall - field.height) / 2 - height.scaled(by: Int64(crop.top), over: 1_000),
      width: width, height: height)
  }

  /// Pixels an inch where what is seen fills a field of that size.
  func resolution(filling size: Size) -> Int {
    let wide = max(width(at: size.height), size.width)
    // 72 points of 65536 units an inch; `seen` counts thousandths.
    return Int(seen.width * 72 * 65_536 / 1_000 / Int64(max(wide.sp, 1)))
  }

  /// The greatest width at which it has so many pixels an inch.
  func greatestWidth(at resolution: Int) -> Length {
    // 72 points of 65536 units an inch; `seen` counts thousandths.
    Length(clamping: seen.width * 72 * 65_536 / 1_000 / Int64(resolution))
  }
}

/// The least resolution of photographs in print, in pixels an inch.
///
/// Printers want 300 and refuse less than 200.
private let leastResolution = 200

extension CutGalley {
  /// Pictures that are too coarse where they stand, in the order of the text.
  func coarsePictures(_ document: Document) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in galley.placed {
      guard case .artwork(let artwork, let width, let height, _, _) = item.thing,
        case .image(let image, _, let crop) = document.artworks[artwork.int]
      else { continue }
      let picture = document.pictures[image.int]
      let place = ImagePlace(picture, crop: crop)
      let resolution = place.resolution(filling: Size(width: width, height: height))
      guard resolution < leastResolution else { continue }
      findings.append(
        .coarsePicture(
          picture.name, resolution: resolution,
          greatestWidth: place.greatestWidth(at: leastResolution),
          at: document[item.node].origin))
    }
    return findings
  }
}
