import Planning

/// `part` to `whole`, times `of`, to one decimal with a comma: `21,6`; nil where there is no whole.
///
/// Rounds half away from zero, in whole numbers only.
func tenths(_ part: Int, per whole: Int, of hundred: Int) -> String? {
  guard whole > 0 else { return nil }
  let scaled = (2 * part * hundred * 10 + whole) / (2 * whole)
  return "\(grouped(Int64(scaled / 10))),\(scaled % 10)"
}
