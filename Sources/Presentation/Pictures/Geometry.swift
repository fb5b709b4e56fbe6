internal import ExactNumbers

/// Lengths of bars in tenths of a unit, from exact figures: the same on every machine.
enum Geometry {
  /// How long `value` is where `whole` is `length` long; nothing below zero, nothing beyond the whole.
  static func length(_ value: Rational, of whole: Rational, _ length: Int) -> Int {
    guard whole.sign > 0, value.sign > 0 else { return 0 }
    guard let share = try? value.multiplied(by: Rational(length)).divided(by: whole),
      let rounded = try? share.rounded(toScale: 0, .halfUp), let number = rounded.floor()
    else { return 0 }
    return min(number, length)
  }
}
