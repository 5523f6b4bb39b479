import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Where pictures from files stand.
@Suite struct PictureTests {
  static func picture(
    width: Int, height: Int, orientation: PictureOrientation = .upright
  ) -> Picture {
    Picture(
      name: "obrazky/a.jpg", format: .jpeg(isInverted: false, isPlainRGB: false), width: width,
      height: height, orientation: orientation, colours: .rgb, bits: 8, colourProfile: [],
      bytes: [])
  }

  /// The whole picture's and the visible rectangle, of each picture on the pages.
  private func places(
    _ picture: Picture, _ width: PictureWidth = .column(1_000), _ crop: PictureCrop = .none,
    caption: Bool = false
  ) async throws -> [(page: Int, whole: Rect, visible: Rect)] {
    let document = try Press.document(.frontMatter) { builder in
      builder.node(.group(.exhibit)) { builder in
        let image = builder.picture(picture)
        let artwork = builder.artwork(.image(image, width: width, crop: crop))
        builder.node(.figure(artwork), alternative: "Náměstí")
        if caption { builder.node(.caption) { $0.text("Náměstí po opravě") } }
      }
    }
    let laid = try await Press.lay(document).value
    #expect(laid.pages.faults() == [])
    var found: [(Int, Rect, Rect)] = []
    for (number, page) in laid.pages.pages.enumerated() {
      for case .image(_, let whole, let visible) in page.ops {
        found.append((number, whole, visible))
      }
    }
    return found
  }

  @Test func theHeightFollowsFromTheUprightPicture() async throws {
    let plain = try #require(try await places(Self.picture(width: 1_800, height: 900)).first)
    #expect((plain.visible.width, plain.visible.height) == (.pt(180), .pt(90)))
    #expect(plain.whole == plain.visible)
    let turned = try #require(
      try await places(
        Self.picture(width: 900, height: 1_800, orientation: .quarterTurn), .column(500)
      ).first)
    #expect((turned.visible.width, turned.visible.height) == (.pt(90), .pt(45)))
  }

  @Test func whatIsCutOffLiesOutside() async throws {
    let crop = PictureCrop(top: 100, right: 200, bottom: 0, left: 50)
    let place = try #require(
      try await places(Self.picture(width: 2_000, height: 1_000), .column(1_000), crop).first)
    // 1500 × 900 pixels are seen.
    #expect((place.visible.width, place.visible.height) == (.pt(180), .pt(108)))
    #expect((place.whole.width, place.whole.height) == (.pt(240), .pt(120)))
    #expect(place.visible.x - place.whole.x == .pt(12))
    #expect(place.visible.y - place.whole.y == .pt(12))
  }

  @Test func noPictureIsTallerThanThePageWithItsCaption() async throws {
    let found = try await places(Self.picture(width: 4_000, height: 40_000), caption: true)
    let place = try #require(found.first)
    #expect(found.count == 1 && place.page == 0)
    let page = DesignBook.small.page
    #expect(place.visible.height < page.textHeight - .pt(12))
    #expect(place.visible.maxY <= page.trim.height - page.bottom)
    #expect(abs(place.visible.width.sp * 10 - place.visible.height.sp) <= 10)
  }

  @Test func aFileIsHeldOnceHoweverOftenPlaced() async throws {
    let document = try Press.document { builder in
      for _ in 0..<3 {
        let image = builder.picture(Self.picture(width: 1_800, height: 900))
        let artwork = builder.artwork(.image(image, width: .column(1_000), crop: .none))
        builder.node(.figure(artwork), alternative: "Náměstí")
      }
    }
    #expect(document.pictures.count == 1)
    #expect(try await Press.lay(document).value.pages.pictures.count == 1)
  }
}
