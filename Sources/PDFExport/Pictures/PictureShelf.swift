import Core
import Display
import PDFSyntax
import Pictures

/// The pictures of a document, ready to be written: each once, however often it is placed.
struct PictureShelf: Sendable {
  /// The pictures that pages name, by their numbers.
  var pictures: [EmbeddedPicture] = []
  /// Their colour profiles, each once.
  var profiles: [[UInt8]] = []
  /// Why others cannot be written.
  var refusals: [PictureRefusal] = []

  /// Prepares all pictures on `workers` tasks; each task holds the samples of one at a time.
  static func filled(
    from pages: PageList, icc: [UInt8], form: FileForm, workers: Int
  ) async -> PictureShelf {
    var isUsed = [Bool](repeating: false, count: pages.pictures.count)
    for page in pages.pages {
      for op in page.ops { if case .image(let image, _, _) = op { isUsed[image.int] = true } }
    }
    let used = isUsed.indices.filter { isUsed[$0] }
    // Inks without a profile have a meaning only where the edition is for the same kind of inks.
    let printsInks = ColourProfile(icc)?.colours == .cmyk
    let made = await parallel(used.count, workers: workers, grain: 1) {
      EmbeddedPicture.made(
        pages.pictures[used[$0]], image: used[$0], printsInks: printsInks, form: form)
    }
    var shelf = PictureShelf()
    for result in made {
      switch result {
      case .failure(let refusal): shelf.refusals.append(refusal)
      case .success((var picture, let profile)):
        if profile == icc, !icc.isEmpty {
          picture.profile = .outputIntent
        } else if !profile.isEmpty {
          let known = shelf.profiles.firstIndex(of: profile)
          picture.profile = .own(known ?? shelf.profiles.count)
          if known == nil { shelf.profiles.append(profile) }
        }
        shelf.pictures.append(picture)
      }
    }
    return shelf
  }

  /// Gives pictures in RGB a profile where they have none, and leaves inks that are the output's own
  /// without one: a press file may hold neither bare RGB nor the intent's profile a second time.
  ///
  /// *Source:* ISO 15930-7 §6.3 (colour spaces).
  mutating func suitPress(screen: [UInt8]) {
    for position in pictures.indices {
      switch pictures[position].profile {
      case .outputIntent: pictures[position].profile = .device
      case .device where pictures[position].isForScreen && !screen.isEmpty:
        let known = profiles.firstIndex(of: screen)
        pictures[position].profile = .own(known ?? profiles.count)
        if known == nil { profiles.append(screen) }
      default: break
      }
    }
  }

  /// Writes the pictures and their profiles.
  func write(_ plan: ObjectPlan, form: FileForm, to file: inout FileWriter) {
    for (position, picture) in pictures.enumerated() {
      picture.write(as: plan.picture(position), plan, to: &file)
    }
    for (position, profile) in profiles.enumerated() {
      let channels = ColourProfile(profile)?.colours.channels ?? 3
      file.append(plan.pictureProfile(position), SealedStream(profile, form: form)) {
        $0.integer("N", channels)
      }
    }
  }
}

/// A picture that cannot be written.
struct PictureRefusal: Error, Sendable {
  /// Why not.
  enum Reason: Sendable {
    /// CMYK without a profile.
    case bareInks
    /// Samples that cannot be read.
    case broken
  }
  var image: Int
  var reason: Reason
}

/// What the header of an ICC profile says.
///
/// *Source:* ICC.1:2010 §7.2; ISO 19005-2 §6.2.4.2 (version at most 4, device profiles only).
struct ColourProfile {
  let colours: Picture.Colours

  /// Nothing where the profile is none that may be embedded.
  init?(_ profile: [UInt8]) {
    guard profile.count >= 132, (2...4).contains(profile[8]) else { return nil }
    let size = profile[0..<4].reduce(0) { $0 << 8 | Int($1) }
    func sign(_ offset: Int) -> String {
      String(decoding: profile[offset..<offset + 4], as: UTF8.self)
    }
    guard size == profile.count, sign(36) == "acsp",
      ["scnr", "mntr", "prtr", "spac"].contains(sign(12))
    else { return nil }
    switch sign(16) {
    case "GRAY": colours = .grey
    case "RGB ": colours = .rgb
    case "CMYK": colours = .cmyk
    default: return nil
    }
  }
}

extension Picture.Colours {
  /// Samples of a pixel; a palette's colours have three.
  var channels: Int {
    switch self {
    case .grey: 1
    case .rgb, .palette: 3
    case .cmyk: 4
    }
  }
}
