/// What UAX #14 must remember of the text before a place.
struct BreakState {
  private enum Number {
    case none
    /// In NU (NU | SY | IS)*.
    case digits
    /// After the closing bracket of one.
    case closed
  }

  /// The class before the place, marks taken into their base (LB9); nil at the start.
  private(set) var last: LineBreakClass?
  /// The class before the spaces before the place.
  private var beforeSpaces: LineBreakClass?
  private var isAfterJoiner = false
  private var isAfterHebrewHyphen = false
  private var number = Number.none
  private var indicators = 0

  /// Whether more than the last class matters for a letter that follows a letter.
  @inline(__always)
  var isPending: Bool { isAfterJoiner || number != .none }

  /// Decides the place before a scalar of class `current` and moves behind it.
  mutating func step(_ current: LineBreakClass, following: LineBreakClass) -> UInt8 {
    guard let last else {
      move(to: current == .cm || current == .zwj ? .al : current, isJoiner: current == .zwj)
      return BreakOpportunities.forbidden
    }
    // LB4–LB6.
    if last == .bk || last == .lf || last == .nl || (last == .cr && current != .lf) {
      self = BreakState()
      move(to: current == .cm || current == .zwj ? .al : current, isJoiner: current == .zwj)
      return BreakOpportunities.mandatory
    }
    // LB9: marks belong to what they stand on.
    if current == .cm || current == .zwj, last != .sp, last != .zw, last != .cr {
      isAfterJoiner = current == .zwj
      return BreakOpportunities.forbidden
    }
    let effective = current == .cm || current == .zwj ? .al : current  // LB10
    let isAllowed = allows(last, effective, following: following)
    move(to: effective, isJoiner: current == .zwj)
    return isAllowed ? BreakOpportunities.allowed : BreakOpportunities.forbidden
  }

  private mutating func move(to current: LineBreakClass, isJoiner: Bool) {
    switch current {
    case .nu: number = .digits
    case .sy, .is: if number != .digits { number = .none }
    case .cl, .cp, .cq: number = number == .digits ? .closed : .none
    default: number = .none
    }
    isAfterHebrewHyphen = last == .hl && (current == .hy || current == .ba)
    indicators = current == .ri ? indicators + 1 : 0
    if current == .sp {
      if last != .sp { beforeSpaces = last }
    } else {
      beforeSpaces = current
    }
    last = current
    isAfterJoiner = isJoiner
  }

  private func allows(
    _ last: LineBreakClass, _ next: LineBreakClass, following: LineBreakClass
  ) -> Bool {
    switch next {
    case .bk, .cr, .lf, .nl, .sp, .zw: return false  // LB6, LB7
    default: break
    }
    if beforeSpaces == .zw { return true }  // LB8
    if isAfterJoiner { return false }  // LB8a
    if next == .wj || last == .wj || last == .gl { return false }  // LB11, LB12
    if next == .gl, last != .sp, last != .ba, last != .hy { return false }  // LB12a
    switch next {
    case .cl, .cp, .cq, .ex, .is, .sy: return false  // LB13
    default: break
    }
    switch beforeSpaces {
    case .op, .oq: return false  // LB14
    case .qu: if next == .op || next == .oq { return false }  // LB15
    case .cl, .cp, .cq: if next == .ns { return false }  // LB16
    case .b2: if next == .b2 { return false }  // LB17
    default: break
    }
    if last == .sp { return true }  // LB18
    if next == .qu || last == .qu { return false }  // LB19
    if next == .cb || last == .cb { return true }  // LB20
    if next == .ba || next == .hy || next == .ns || last == .bb { return false }  // LB21
    if isAfterHebrewHyphen { return false }  // LB21a
    if last == .sy, next == .hl { return false }  // LB21b
    if next == .in { return false }  // LB22
    return allowsWithin(last, next, following: following)
  }

  /// LB23–LB31.
  private func allowsWithin(
    _ last: LineBreakClass, _ next: LineBreakClass, following: LineBreakClass
  ) -> Bool {
    let lastIsLetter = last == .al || last == .hl
    let nextIsLetter = next == .al || next == .hl
    let nextIsAffix = next == .pr || next == .po
    let lastIsAffix = last == .pr || last == .po
    if lastIsLetter, next == .nu || nextIsAffix || nextIsLetter { return false }  // 23, 24, 28
    if nextIsLetter, last == .nu || lastIsAffix || last == .is { return false }  // 23, 24, 29
    if last == .pr, isIdeograph(next) || next == .em || isHangul(next) { return false }  // 23a, 27
    if next == .po, isIdeograph(last) || last == .em || isHangul(last) { return false }
    // LB25.
    let nextOpens = next == .op || next == .oq
    if lastIsAffix, next == .nu || ((nextOpens || next == .hy) && following == .nu) { return false }
    if next == .nu, last == .op || last == .oq || last == .hy { return false }
    if number == .digits, next == .nu { return false }
    if number != .none, nextIsAffix { return false }
    // LB26.
    switch last {
    case .jl: if next == .jl || next == .jv || next == .h2 || next == .h3 { return false }
    case .jv, .h2: if next == .jv || next == .jt { return false }
    case .jt, .h3: if next == .jt { return false }
    default: break
    }
    if next == .op, lastIsLetter || last == .nu { return false }  // LB30
    if last == .cp, nextIsLetter || next == .nu { return false }
    if last == .ri, next == .ri { return indicators % 2 == 0 }  // LB30a
    if next == .em, last == .eb || last == .pu { return false }  // LB30b
    return true  // LB31
  }

  private func isIdeograph(_ value: LineBreakClass) -> Bool {
    value == .id || value == .eb || value == .pu
  }

  private func isHangul(_ value: LineBreakClass) -> Bool {
    switch value {
    case .jl, .jv, .jt, .h2, .h3: true
    default: false
    }
  }
}
