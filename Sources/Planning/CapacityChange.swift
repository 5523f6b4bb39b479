/// How the capacity that a plan aims at compares with the present one; the raw value is the word of
/// the codelist of demands.
package enum CapacityChange: String, Sendable, CaseIterable {
  /// It stays.
  case same = "stejná"
  /// It grows.
  case more = "vyšší"
  /// It shrinks.
  case less = "nižší"
  /// There was none.
  case begins = "začne"
  /// There will be none.
  case ends = "skončí"

  /// Whether it is what happens between two capacities.
  func fits(from now: Int, to target: Int) -> Bool {
    switch self {
    case .same: now == target
    case .more: now < target
    case .less: now > target
    case .begins: now == 0 && target > 0
    case .ends: now > 0 && target == 0
    }
  }
}
