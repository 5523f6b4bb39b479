import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// A picture, its caption and its source stand on one page, whatever notes they call.
@Suite struct ExhibitTests {
  private struct Chance {
    var state: UInt64
    mutating func number(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.upperBound - range.lowerBound + 1))
    }
  }

  private static func note(
    _ number: Int, words: Int, calledIn place: NodeID, _ builder: inout DocumentBuilder
  ) {
    let note = builder.node(.note) { note in
      note.node(.label) { $0.text("\(number)") }
      note.node(.body) { body in
        body.node(.paragraph) { $0.text(Press.words(words, from: number)) }
      }
    }
    builder.reopen(place) { open in
      open.node(.noteReference(note)) { $0.text("\(number)") }
    }
  }

  private static func document(seed: UInt64) throws -> Document {
    var chance = Chance(state: seed)
    var notes = 0
    return try Press.document { builder in
      for _ in 0..<24 {
        for _ in 0..<chance.number(0...2) {
          builder.node(.paragraph) { $0.text(Press.words(chance.number(5...90))) }
        }
        builder.node(.group(.exhibit)) { exhibit in
          let image = exhibit.picture(
            PictureTests.picture(width: 1_000, height: chance.number(200...4_000)))
          let artwork = exhibit.artwork(
            .image(image, width: .column(chance.number(200...1_000)), crop: .none))
          exhibit.node(.figure(artwork), alternative: "Náměstí")
          for part in [Role.caption, .paragraph] {
            let called = chance.number(0...2) > 0
            let text = Press.words(chance.number(2...12))
            let node = exhibit.node(part) { $0.text(text) }
            guard called else { continue }
            notes += 1
            note(notes, words: chance.number(3...25), calledIn: node, &exhibit)
          }
        }
      }
    }
  }

  @Test(arguments: 1...12)
  func captionAndSourceStandWithTheirPicture(_ seed: Int) async throws {
    let document = try Self.document(seed: UInt64(seed))
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    let exhibits = document.nodes.indices.map { NodeID($0) }.filter {
      document[$0].role == .group(.exhibit)
    }
    var pictures: [Int] = []
    var pages: [NodeID: Set<Int>] = [:]
    for (number, page) in laid.pages.pages.enumerated() {
      for case .image in page.ops { pictures.append(number) }
      for fragment in laid.explanation.pages[number].fragments {
        let parent = document[fragment.node].parent
        if exhibits.contains(parent) { pages[parent, default: []].insert(number) }
      }
    }
    #expect(pictures.count == exhibits.count)
    for (exhibit, page) in zip(exhibits, pictures) {
      #expect(pages[exhibit] == [page], "seed \(seed), page \(page + 1)")
    }
  }
}
