import Core
import Glibc

/// A function written as a calculation in a small part of PostScript (type 4).
///
/// The language has no loops, so a program ends after at most as many steps as it has words; its stack
/// is bounded, too.
///
/// *Source:* ISO 32000-1 §7.10.5, table 42; PostScript Language Reference (3rd ed.) §8.2 (what each
/// operator makes of integers and reals).
struct Calculator: Sendable, Equatable {
  /// A number or a truth.
  struct Value: Sendable, Equatable {
    enum Kind: Sendable { case integer, real, truth }
    var kind: Kind
    var number: Double

    static func truth(_ holds: Bool) -> Value { Value(kind: .truth, number: holds ? 1 : 0) }
    static func real(_ number: Double) -> Value { Value(kind: .real, number: number) }
    /// An integer; one that needs more than 32 bits becomes a real.
    static func integer(_ number: Double) -> Value {
      let fits = number >= -2_147_483_648 && number <= 2_147_483_647
      return Value(kind: fits ? .integer : .real, number: number)
    }
  }
  enum Word: Sendable, Equatable {
    case push(Value)
    case operation(Operation)
    /// Goes on behind so many further words if the truth on the stack does not hold.
    case skipUnless(Int)
    /// Goes on behind so many further words.
    case skip(Int)
  }
  enum Operation: String, Sendable {
    case abs, add, atan, ceiling, cos, cvi, cvr, div, exp, floor, idiv, ln, log, mod, mul, neg,
      round
    case sin, sqrt, sub, truncate, and, bitshift, eq, ge, gt, le, lt, ne, not, or, xor, copy, dup
    case exch, index, pop, roll
  }

  /// More words than this calculate no honest colour.
  static let longest = 20_000
  /// As deep as PostScript machines must go at least.
  static let depth = 100
  private static let nesting = 32

  let words: [Word]

  /// Reads a program; nothing where it is none.
  init?(_ text: [UInt8]) {
    var reading = CalculatorReading(text)
    guard let words = reading.program(nesting: Calculator.nesting) else { return nil }
    self.words = words
  }

  /// What the program leaves on the stack; nothing where it fails, as a division by nought does.
  func results(of inputs: [Double]) -> [Double]? {
    var stack = CalculatorStack(inputs)
    var at = 0
    while at < words.count {
      let word = words[at]
      at += 1
      switch word {
      case .push(let value):
        guard stack.values.count < Calculator.depth else { return nil }
        stack.values.append(value)
      case .skip(let count): at += count
      case .skipUnless(let count):
        guard let top = stack.values.popLast(), top.kind == .truth else { return nil }
        if top.number == 0 { at += count }
      case .operation(let operation):
        guard stack.apply(operation) else { return nil }
      }
    }
    guard stack.values.allSatisfy({ $0.kind != .truth && $0.number.isFinite }) else { return nil }
    return stack.values.map(\.number)
  }
}

/// Reads the words of a program.
private struct CalculatorReading {
  private let text: [UInt8]
  private var at = 0
  private var count = 0

  init(_ text: [UInt8]) { self.text = text }

  /// The words between the braces that come next.
  mutating func program(nesting: Int) -> [Calculator.Word]? {
    guard nesting > 0, next() == [0x7B] else { return nil }
    var words: [Calculator.Word] = []
    /// Procedures that wait for `if` or `ifelse`.
    var waiting: [[Calculator.Word]] = []
    while let token = next() {
      count += 1
      guard count <= Calculator.longest else { return nil }
      switch String(decoding: token, as: UTF8.self) {
      case "{":
        at -= 1
        guard waiting.count < 2, let inner = program(nesting: nesting - 1) else { return nil }
        waiting.append(inner)
        continue
      case "}": return waiting.isEmpty ? words : nil
      case "if":
        guard waiting.count == 1 else { return nil }
        words += [.skipUnless(waiting[0].count)] + waiting[0]
      case "ifelse":
        guard waiting.count == 2 else { return nil }
        words += [.skipUnless(waiting[0].count + 1)] + waiting[0]
        words += [.skip(waiting[1].count)] + waiting[1]
      case let name:
        guard waiting.isEmpty, let word = word(name) else { return nil }
        words.append(word)
        continue
      }
      waiting.removeAll()
    }
    return nil
  }

  private func word(_ name: String) -> Calculator.Word? {
    if name == "true" || name == "false" { return .push(.truth(name == "true")) }
    if let operation = Calculator.Operation(rawValue: name) { return .operation(operation) }
    if let whole = Int32(name) { return .push(.integer(Double(whole))) }
    // No names of numbers, such as “nan”, which Swift would take.
    guard name.utf8.allSatisfy({ $0 < 0x3A || $0 | 0x20 == 0x65 }) else { return nil }
    let padded = name.hasSuffix(".") ? name + "0" : name
    return Double(padded).map { .push(.real($0)) }
  }

  /// A brace, or a word between spaces and comments.
  private mutating func next() -> ArraySlice<UInt8>? {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte <= 0x0D }
    while at < text.count, isSpace(text[at]) || text[at] == 0x25 {
      if text[at] == 0x25 {
        while at < text.count, text[at] != 0x0A, text[at] != 0x0D { at += 1 }
      } else {
        at += 1
      }
    }
    guard at < text.count else { return nil }
    let start = at
    at += 1
    if text[start] != 0x7B, text[start] != 0x7D {
      while at < text.count, !isSpace(text[at]), ![0x7B, 0x7D, 0x25].contains(text[at]) { at += 1 }
    }
    return text[start..<at]
  }
}

/// The stack of a calculation.
private struct CalculatorStack {
  var values: [Calculator.Value]

  init(_ inputs: [Double]) { values = inputs.map { .real($0) } }

  /// Does what an operator does; false where it cannot.
  mutating func apply(_ operation: Calculator.Operation) -> Bool {
    switch operation {
    case .pop: return values.popLast() != nil
    case .dup:
      guard let top = values.last else { return false }
      values.append(top)
    case .exch:
      guard values.count >= 2 else { return false }
      values.swapAt(values.count - 1, values.count - 2)
    case .copy:
      guard let count = count(), count <= values.count else { return false }
      values += values.suffix(count)
    case .index:
      guard let depth = count(), depth < values.count else { return false }
      values.append(values[values.count - 1 - depth])
    case .roll: return roll()
    case .eq, .ne, .gt, .ge, .lt, .le: return compare(operation)
    case .and, .or, .xor, .bitshift: return combine(operation)
    case .not:
      guard let top = values.popLast() else { return false }
      switch top.kind {
      case .truth: values.append(.truth(top.number == 0))
      case .integer: values.append(.integer(-top.number - 1))
      case .real: return false
      }
    case .add, .sub, .mul, .div, .idiv, .mod, .exp, .atan: return calculate(operation)
    default: return change(operation)
    }
    return values.count <= Calculator.depth
  }

  /// The whole number on top, not negative.
  private mutating func count() -> Int? {
    guard let top = values.popLast(), top.kind == .integer, top.number >= 0 else { return nil }
    return Int(top.number)
  }

  private mutating func roll() -> Bool {
    guard let turns = values.popLast(), turns.kind == .integer, let count = count(),
      count <= values.count
    else { return false }
    guard count > 0 else { return true }
    let by = ((Int(turns.number) % count) + count) % count
    let part = Array(values.suffix(count))
    values.removeLast(count)
    values += part.suffix(by) + part.dropLast(by)
    return true
  }

  private mutating func pair() -> (Calculator.Value, Calculator.Value)? {
    guard let second = values.popLast(), let first = values.popLast() else { return nil }
    return (first, second)
  }

  private mutating func compare(_ operation: Calculator.Operation) -> Bool {
    guard let (a, b) = pair() else { return false }
    let areTruths = (a.kind == .truth, b.kind == .truth)
    let isOrder = operation != .eq && operation != .ne
    guard areTruths.0 == areTruths.1, !(isOrder && areTruths.0) else { return false }
    let holds =
      switch operation {
      case .eq: a.number == b.number
      case .ne: a.number != b.number
      case .gt: a.number > b.number
      case .ge: a.number >= b.number
      case .lt: a.number < b.number
      default: a.number <= b.number
      }
    values.append(.truth(holds))
    return true
  }

  private mutating func combine(_ operation: Calculator.Operation) -> Bool {
    guard let (a, b) = pair(), a.kind == b.kind, a.kind != .real else { return false }
    let (x, y) = (Int32(a.number), Int32(b.number))
    guard operation != .bitshift else {
      guard a.kind == .integer else { return false }
      // Swift shifts by more than there is as mathematics has it.
      let shifted = y >= 0 ? x << y : x >> y.magnitude
      values.append(.integer(Double(shifted)))
      return true
    }
    let made = operation == .and ? x & y : operation == .or ? x | y : x ^ y
    values.append(Calculator.Value(kind: a.kind, number: Double(made)))
    return true
  }

  private mutating func calculate(_ operation: Calculator.Operation) -> Bool {
    guard let (a, b) = pair(), a.kind != .truth, b.kind != .truth else { return false }
    let (x, y) = (a.number, b.number)
    let areWhole = a.kind == .integer && b.kind == .integer
    func sum(_ number: Double) -> Calculator.Value { areWhole ? .integer(number) : .real(number) }
    let made: Calculator.Value
    switch operation {
    case .add: made = sum(x + y)
    case .sub: made = sum(x - y)
    case .mul: made = sum(x * y)
    case .div:
      guard y != 0 else { return false }
      made = .real(x / y)
    case .idiv:
      guard areWhole, y != 0 else { return false }
      made = .integer((x / y).rounded(.towardZero))
    case .mod:
      guard areWhole, y != 0 else { return false }
      made = .integer(x.truncatingRemainder(dividingBy: y))
    case .exp: made = .real(pow(x, y))
    default:
      guard x != 0 || y != 0 else { return false }
      let angle = atan2(x, y) * 180 / Double.pi
      made = .real(angle < 0 ? angle + 360 : angle)
    }
    guard made.number.isFinite else { return false }
    values.append(made)
    return true
  }

  private mutating func change(_ operation: Calculator.Operation) -> Bool {
    guard let top = values.popLast(), top.kind != .truth else { return false }
    let x = top.number
    func same(_ number: Double) -> Calculator.Value {
      top.kind == .integer ? .integer(number) : .real(number)
    }
    let made: Calculator.Value
    switch operation {
    case .abs: made = same(x.magnitude)
    case .neg: made = same(-x)
    case .ceiling: made = same(x.rounded(.up))
    case .floor: made = same(x.rounded(.down))
    // Halves go up. *Source:* PLRM, `round`.
    case .round: made = same((x + 0.5).rounded(.down))
    case .truncate: made = same(x.rounded(.towardZero))
    case .cvi:
      let whole = Calculator.Value.integer(x.rounded(.towardZero))
      guard whole.kind == .integer else { return false }
      made = whole
    case .cvr: made = .real(x)
    case .sqrt:
      guard x >= 0 else { return false }
      made = .real(x.squareRoot())
    case .ln, .log:
      guard x > 0 else { return false }
      made = .real(operation == .ln ? log(x) : log10(x))
    // Angles are degrees; whole quarters are exact.
    case .sin: made = .real(sine(x))
    case .cos: made = .real(sine(x + 90))
    default: return false
    }
    guard made.number.isFinite else { return false }
    values.append(made)
    return true
  }

  private func sine(_ degrees: Double) -> Double {
    let turned = degrees.truncatingRemainder(dividingBy: 360)
    if turned.truncatingRemainder(dividingBy: 90) == 0 {
      return [0, 1, 0, -1][(Int(turned / 90) + 4) % 4]
    }
    return sin(turned * Double.pi / 180)
  }
}
