import CLittleCMS
package import Core

/// Turns colours of a screen into inks, so that no place takes more of them than the press may.
///
/// *Source:* ICC.1:2010 §6.2; ISO 18619 (black point compensation).
package struct InkConversion: ~Copyable {
  private let transform: cmsHTRANSFORM
  /// The greatest sum of inks, each 0…255.
  private let limit: Int

  /// Prepares to convert.
  ///
  /// - Parameters:
  ///   - source: the profile of the colours.
  ///   - press: the profile of the press.
  ///   - conversion: what is done with colours that cannot be printed.
  ///   - inkLimit: the greatest sum of inks in percent.
  /// - Throws: which of the profiles cannot be used is not told: it is `unusable`.
  package init(
    from source: [UInt8], to press: [UInt8], by conversion: PictureConversion, inkLimit: Int
  ) throws(ColourProfileFault) {
    let from = try OpenProfile(source)
    let to = try OpenProfile(press)
    let intent =
      switch conversion.intent {
      case .perceptual: INTENT_PERCEPTUAL
      case .relative: INTENT_RELATIVE_COLORIMETRIC
      }
    // Workers share nothing, the last colour included.
    var flags = cmsUInt32Number(cmsFLAGS_NOCACHE)
    if conversion.compensatesBlack {
      flags |= cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION)
    }
    guard
      let transform = cmsCreateTransform(
        from.handle, sazba_lcms_rgb8(), to.handle, sazba_lcms_cmyk8(), cmsUInt32Number(intent),
        flags)
    else { throw .unusable }
    self.transform = transform
    limit = inkLimit * 255 / 100
  }

  deinit { cmsDeleteTransform(transform) }

  /// Converts pixels of three bytes to pixels of four, in place of what `inks` held.
  ///
  /// Where the inks exceed the limit, the colours give way and black stays, so that dark places keep
  /// their depth.
  /// - Complexity: linear in the pixels.
  package func convert(_ colours: [UInt8], into inks: inout [UInt8]) {
    let count = colours.count / 3
    inks.removeAll(keepingCapacity: true)
    inks.append(contentsOf: repeatElement(0, count: count * 4))
    let limit = limit
    colours.withUnsafeBytes { from in
      inks.withUnsafeMutableBytes { to in
        cmsDoTransform(transform, from.baseAddress, to.baseAddress, cmsUInt32Number(count))
        for pixel in 0..<count {
          let place = pixel * 4
          let sum = Int(to[place]) + Int(to[place + 1]) + Int(to[place + 2])
          let black = Int(to[place + 3])
          guard sum + black > limit else { continue }
          let room = max(0, limit - black)
          for ink in 0..<3 {
            to[place + ink] = UInt8(Int(to[place + ink]) * room / sum)
          }
        }
      }
    }
  }
}
