import Colorimetry
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

  /// Prepares all pictures on `workers` tasks; each task holds the samples of one at a time, or
  /// stretches of a large one.
  ///
  /// - Parameters:
  ///   - press: what becomes of them on the press; nothing where they are for a screen.
  ///   - assumed: the profile of inks that have none.
  static func filled(
    from pages: PageList, icc: [UInt8], press: PressPictures?, assumed: [UInt8] = [],
    form: FileForm, workers: Int
  ) async -> PictureShelf {
    var isUsed = [Bool](repeating: false, count: pages.pictures.count)
    for page in pages.pages {
      for op in page.ops { if case .image(let image, _, _) = op { isUsed[image.int] = true } }
    }
    let used = isUsed.indices.filter { isUsed[$0] }
    let pictures = pages.pictures
    typealias Made = Result<(EmbeddedPicture, profile: [UInt8]), PictureRefusal>
    /// What is to become of a picture on the press; nothing where it is kept as it is.
    @Sendable func converting(_ image: Int) -> PictureInScreenColours? {
      guard let press, let conversion = press.conversion, pictures[image].screenColours == .rgb
      else { return nil }
      return PictureInScreenColours(
        picture: pictures[image], image: image,
        profile: EmbeddedPicture.profile(of: pictures[image]), press: press,
        conversion: conversion, form: form)
    }
    // Each worker takes a picture of its own; large ones are then made by all workers together.
    let small = await parallel(used.count, workers: workers, grain: 1) { number -> Made? in
      let image = used[number]
      guard let work = converting(image) else {
        return EmbeddedPicture.kept(
          pictures[image], image: image, press: press, assumed: assumed, form: form)
      }
      return work.isLarge ? nil : work.converted().map { ($0, []) }
    }
    var made: [Made] = []
    for (number, result) in small.enumerated() {
      if let result {
        made.append(result)
      } else if let work = converting(used[number]) {
        made.append(await work.converted(workers: workers).map { ($0, []) })
      }
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
    /// A colour profile by which nothing can be converted.
    case badProfile
  }
  var image: Int
  var reason: Reason
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
